//! What explanations say is true. Exclusions: with the rule lifted and nothing else, the alternative can be planned, and the checker names that rule in the
//! plan that comes of it; or, where more than one rule stands against it, with all of them lifted. Ways out: planned with, the patient is in, nobody is
//! dropped, and the checker has nothing to say.

mod lifted;

use std::collections::BTreeSet;

use airbridge_model::{Exclusion, Operation, Plan, Rule};
use airbridge_solver::problem::{Cost, RequestIdx, WayIdx};
use airbridge_solver::search::{Explainer, StopSignal, Trials, Where};
use airbridge_testkit::disruptions::disruption;
use airbridge_testkit::generate::{Family, varied, waiting_list};
use airbridge_units::{OfferId, PatientId};

use self::lifted::{lift, lift_all};
use super::case::sketch;
use super::{About, LeftOut, Told, explain};
use crate::encode::encode;
use crate::left_out::Causes;
use crate::ways::fits;
use crate::{Planner, Settings};

/// A waiting list with few beds: one of each offer, a third of the offers gone.
fn short_of_beds(patients: usize, seed: u64) -> Operation {
    let mut operation = waiting_list(patients, seed);
    let mut number = seed;
    operation.offers.retain(|_| {
        number += 1;
        !number.is_multiple_of(3)
    });
    operation
        .offers
        .iter_mut()
        .for_each(|offer| offer.beds = offer.beds.min(1));
    operation
}

fn planned(planner: &Planner) -> Plan {
    let settings = Settings {
        seed: 1,
        work: Some(3_000),
        threads: 1,
    };
    let outcome = planner.solve(&settings, &StopSignal::new()).expect("well formed");
    planner.plan(&outcome, &settings)
}

/// What came of looking into explanations.
#[derive(Default, Debug)]
struct Tally {
    patients: usize,
    /// Beds excluded, with a rule.
    excluded: usize,
    /// By lifting that rule alone the bed was had, and the checker named the rule.
    by_rule: usize,
    /// By lifting all rules, and it named that one among them.
    by_all: usize,
    /// It named others: at other times other rules stand against the bed; the longer search was stopped by that rule too.
    by_solver: usize,
    /// It named none: the planner refuses what comes of it, being stricter than the rules.
    stricter: usize,
    /// Not even so: nothing flies there.
    never: usize,
    /// The checker did not name the rule.
    unnamed: Vec<String>,
    /// A longer search found a place for what was said to be excluded.
    placed: Vec<String>,
    /// Ways out told.
    ways_out: usize,
    /// Patients who have one.
    with_way_out: usize,
    /// That did not hold.
    untrue: Vec<String>,
}

impl Tally {
    fn add(&mut self, other: Self) {
        self.patients += other.patients;
        self.excluded += other.excluded;
        self.by_rule += other.by_rule;
        self.by_all += other.by_all;
        self.by_solver += other.by_solver;
        self.stricter += other.stricter;
        self.never += other.never;
        self.unnamed.extend(other.unnamed);
        self.placed.extend(other.placed);
        self.ways_out += other.ways_out;
        self.with_way_out += other.with_way_out;
        self.untrue.extend(other.untrue);
    }

    #[track_caller]
    fn is_true(&self) {
        let wrong = [&self.unnamed, &self.placed, &self.untrue];
        assert!(wrong.iter().all(|list| list.is_empty()), "{self:#?}");
    }
}

/// Looks into the explanations of so many patients who are left out, and into so many beds of each exclusion
/// and so many ways out.
fn looked_into(operation: &Operation, most: usize, beds: usize) -> Tally {
    let planner = Planner::new(operation).expect("generated operations are sound");
    let plan = planned(&planner);
    looked_into_plan(&planner, &plan, most, beds)
}

fn looked_into_plan(planner: &Planner, plan: &Plan, most: usize, beds: usize) -> Tally {
    let operation = planner.operation;
    let checker = airbridge_check::Checker::new(operation);
    let mut tally = Tally::default();
    // Of those who wait on the way, only that there is an answer is looked into elsewhere.
    let not_left = plan.left_out.iter().filter(|entry| entry.so_far.is_empty());
    let closed = |patient: &PatientId| {
        let so_far = operation.so_far.as_deref();
        so_far.is_some_and(|so_far| so_far.closed.contains_key(patient))
    };
    for entry in not_left.filter(|entry| !closed(&entry.patient)).take(most) {
        let answer = explain(planner, plan, &About::Patient(entry.patient.clone())).expect("a patient");
        assert!(answer.dropped.is_empty(), "{:?}", answer.dropped);
        let Told::LeftOut(told) = answer.told else {
            panic!("{} is left out", entry.patient)
        };
        tally.patients += 1;
        let case = Looked {
            checker: &checker,
            operation,
            planner,
            plan,
            told: &told,
        };
        case.exclusions(beds, &mut tally);
        case.ways_out(beds, &mut tally);
    }
    tally
}

struct Looked<'c, 'a> {
    checker: &'c airbridge_check::Checker<'c>,
    operation: &'c Operation,
    planner: &'c Planner<'a>,
    plan: &'c Plan,
    told: &'c LeftOut,
}

impl Looked<'_, '_> {
    fn party(&self) -> BTreeSet<PatientId> {
        let with = self.told.who.with.iter().cloned();
        with.chain([self.told.who.patient.clone()]).collect()
    }

    fn exclusions(&self, beds: usize, tally: &mut Tally) {
        for exclusion in &self.told.exclusions {
            for offer in self.offers_of(exclusion).into_iter().take(beds) {
                tally.excluded += 1;
                let what = format!(
                    "{}: {offer}: rule {}: {}",
                    self.told.who.patient, exclusion.rule, exclusion.reason
                );
                if let Some(cost) = self.place(&offer) {
                    let costly = exclusion.reason.contains("lose more");
                    if cost < Cost::ZERO || !costly {
                        tally.placed.push(format!("{what}: {cost:?}"));
                    }
                    tally.by_rule += usize::from(costly);
                    continue;
                }
                let mut changed = self.operation.clone();
                lift(exclusion.rule, &mut changed, &self.party());
                let alone = self.forced(&changed, &offer);
                let by_rule = alone.is_some();
                let broken = alone.or_else(|| {
                    lift_all(&mut changed, &self.party());
                    self.forced(&changed, &offer)
                });
                let Some((rules, plan)) = broken else {
                    tally.never += 1;
                    continue;
                };
                if rules.contains(&exclusion.rule) {
                    tally.by_rule += usize::from(by_rule);
                    tally.by_all += usize::from(!by_rule);
                } else if exclusion.reason.contains("serves both ends") {
                    tally.never += 1;
                } else if rules.is_empty() && encode(self.planner, &plan).is_err() {
                    tally.stricter += 1;
                } else if !rules.is_empty() && self.rejections(&offer).contains(&exclusion.rule) {
                    tally.by_solver += 1;
                } else {
                    tally.unnamed.push(format!("{what}; named: {rules:?}"));
                }
            }
        }
    }

    /// The beds that an exclusion is about; of those that are only counted, the ones that do not fit for this reason.
    fn offers_of(&self, exclusion: &Exclusion) -> Vec<OfferId> {
        if !exclusion.offers.is_empty() {
            return exclusion.offers.clone();
        }
        let operation = self.operation;
        let patient = operation
            .patients
            .iter()
            .find(|patient| patient.id == self.told.who.patient);
        let patient = patient.expect("a patient of the operation");
        let unfit = |offer: &&airbridge_model::BedOffer| {
            let fit = fits(operation, &self.planner.places, patient, offer);
            fit.is_err_and(|unfit| unfit.to_string() == exclusion.reason)
        };
        operation
            .offers
            .iter()
            .filter(unfit)
            .map(|offer| offer.id.clone())
            .collect()
    }

    fn request(planner: &Planner, patient: &PatientId) -> (RequestIdx, usize) {
        let found = planner.parties.iter().enumerate().find_map(|(request, party)| {
            let member = party.members.iter().position(|member| member.id == *patient)?;
            Some((RequestIdx::new(request), member))
        });
        found.expect("everybody is in a party")
    }

    /// What the best place in an offer changes, found by a longer search than the explanation's.
    fn place(&self, offer: &OfferId) -> Option<Cost> {
        let (request, member) = Self::request(self.planner, &self.told.who.patient);
        let solution = encode(self.planner, self.plan).expect("a plan of our own");
        let mut trials = Trials::new(self.planner.problem(), &solution);
        let ways = self.planner.ways[request.get()].iter().enumerate();
        let there = ways.filter(|(_, way)| self.operation.offers[way.offers[member]].id == *offer);
        let tried =
            there.filter_map(|(way, _)| trials.try_way(request, WayIdx::new(way), (None, Where::Anywhere)).ok());
        tried.map(|trial| trial.delta()).min()
    }

    /// A plan with the patient in this bed, made where some rules are lifted, and the rules that it breaks.
    fn forced(&self, lifted: &Operation, offer: &OfferId) -> Option<(BTreeSet<Rule>, Plan)> {
        let planner = self.planner.beside(lifted).expect("sound");
        let patient = &self.told.who.patient;
        let (request, member) = Self::request(&planner, patient);
        // Larger cabins take longer to unload at a base, which a team must be there for.
        let solution = encode(&planner, self.plan).ok()?;
        let mut trials = Trials::new(planner.problem(), &solution);
        let ways = planner.ways[request.get()].iter().enumerate();
        let there = ways.filter(|(_, way)| lifted.offers[way.offers[member]].id == *offer);
        let best = there
            .filter_map(|(way, _)| trials.try_way(request, WayIdx::new(way), (None, Where::Anywhere)).ok())
            .min_by_key(airbridge_solver::search::Trial::delta)?;
        let mut plan = sketch(&planner, &trials.with(best));
        plan.bound.on_time_weight = i64::MAX / 4;
        let findings = self.checker.check(&plan);
        let rules = findings.iter().filter_map(airbridge_model::Finding::rule);
        Some((rules.collect(), plan))
    }

    /// The rules that stop the longer search on the ways to a bed.
    fn rejections(&self, offer: &OfferId) -> BTreeSet<Rule> {
        let (request, member) = Self::request(self.planner, &self.told.who.patient);
        let solution = encode(self.planner, self.plan).expect("a plan of our own");
        let mut causes = Causes::new(self.planner, &solution);
        let mut trials = Trials::new(self.planner.problem(), &solution);
        let party = &self.planner.parties[request.get()];
        let mut rules = BTreeSet::new();
        for (way, meaning) in self.planner.ways[request.get()].iter().enumerate() {
            let index = meaning.offers[member];
            if self.operation.offers[index].id != *offer {
                continue;
            }
            if let Err(Some(why)) = trials.try_way(request, WayIdx::new(way), (None, Where::Anywhere)) {
                rules.insert(causes.rejected(why, party, index, meaning.staging).0);
            }
        }
        rules
    }

    fn ways_out(&self, most: usize, tally: &mut Tally) {
        tally.with_way_out += usize::from(!self.told.would_take.is_empty());
        for way in self.told.would_take.iter().take(most) {
            tally.ways_out += 1;
            let mut changed = self.operation.clone();
            way.changes.iter().for_each(|change| change.apply(&mut changed));
            let planner = self.planner.beside(&changed).expect("sound");
            let (request, _) = Self::request(&planner, &self.told.who.patient);
            let Ok(solution) = encode(&planner, self.plan) else {
                tally
                    .untrue
                    .push(format!("{}: {:?} breaks the plan", self.told.who.patient, way.words));
                continue;
            };
            let mut explainer = Explainer::new(planner.problem(), &solution);
            let came = explainer.place(request);
            let mut then = sketch(&planner, &explainer.solution());
            then.bound.on_time_weight = i64::MAX / 4;
            let findings = airbridge_check::check(&changed, &then);
            let moved: BTreeSet<&PatientId> = then.journeys.iter().map(|journey| &journey.patient).collect();
            let all = self
                .plan
                .journeys
                .iter()
                .all(|journey| moved.contains(&journey.patient));
            if !(came && all && findings.is_empty() && self.party().iter().all(|patient| moved.contains(patient))) {
                tally
                    .untrue
                    .push(format!("{}: {:?}: {findings:?}", self.told.who.patient, way.words));
            }
        }
    }
}

/// Every alternative of some who are moved makes a plan that keeps all rules, and carries them where it was said.
#[test]
fn what_is_said_of_those_moved_is_true() {
    let mut tried = 0;
    for seed in 1..4 {
        let operation = short_of_beds(40, seed);
        let planner = Planner::new(&operation).expect("sound");
        let plan = planned(&planner);
        let checker = airbridge_check::Checker::new(&operation);
        let solution = encode(&planner, &plan).expect("a plan of our own");
        for journey in plan.journeys.iter().take(4) {
            let (request, _) = Looked::request(&planner, &journey.patient);
            let mut trials = Trials::new(planner.problem(), &solution);
            let tours: Vec<Where> = trials.tours().concat().into_iter().map(Where::On).collect();
            let vehicles = 0..planner.problem.vehicles.len();
            let new = vehicles.map(|vehicle| Where::New(airbridge_solver::problem::VehicleIdx::new(vehicle)));
            trials.take_out(&[request]);
            let known = trials.tours().concat();
            let there = tours
                .into_iter()
                .filter(|place| matches!(place, Where::On(tour) if known.contains(tour)));
            for place in there.chain(new).chain([Where::Anywhere]) {
                for way in (0..planner.ways[request.get()].len()).map(WayIdx::new) {
                    let Ok(trial) = trials.try_way(request, way, (None, place)) else {
                        continue;
                    };
                    let expected = trials.cost() + trial.delta();
                    let then = trials.with(trial);
                    assert_eq!(
                        then.cost(planner.problem()),
                        expected,
                        "{}: the difference told",
                        journey.patient
                    );
                    let mut then = sketch(&planner, &then);
                    then.bound.on_time_weight = i64::MAX / 4;
                    let findings = checker.check(&then);
                    assert!(findings.is_empty(), "{} {place:?}: {}", journey.patient, findings[0]);
                    let moved = then.journeys.iter().find(|other| other.patient == journey.patient);
                    let offer = planner.ways[request.get()][way.get()].offers[0];
                    assert!(moved.is_some_and(|moved| {
                        let first = &planner.parties[request.get()].members[0].id;
                        *first != journey.patient || moved.offer == operation.offers[offer].id
                    }));
                    tried += 1;
                }
            }
        }
    }
    assert!(tried > 30, "only {tried} alternatives");
}

#[test]
fn what_is_said_of_those_left_out_is_true() {
    let mut tally = Tally::default();
    for seed in 1..4 {
        tally.add(looked_into(&short_of_beds(60, seed), 1, 1));
    }
    tally.is_true();
    assert!(tally.excluded >= 6 && tally.ways_out >= 3, "{tally:?}");
}

/// The same of operations under way that were disrupted: their past stands, and is no part of what could be otherwise.
#[test]
fn what_is_said_of_those_left_out_of_replans_is_true() {
    let mut tally = Tally::default();
    for (seed, kind) in [
        (1, "aircraft-out"),
        (2, "beds-withdrawn"),
        (3, "delayed"),
        (4, "crew-out"),
    ] {
        let operation = short_of_beds(40, seed);
        let parent = planned(&Planner::new(&operation).expect("sound"));
        let Some((events, now)) = disruption(&operation, &parent, kind, seed) else {
            continue;
        };
        let standing = airbridge_progress::proceed(&operation, &parent, "parent", &events, now).expect("sense");
        let settings = Settings {
            seed,
            work: Some(1_000),
            threads: 1,
        };
        let made = crate::replan(standing.operation, &settings, &StopSignal::new()).expect("sound");
        let planner = Planner::new(&made.operation).expect("sound");
        tally.add(looked_into_plan(&planner, &made.plan, 1, 1));
    }
    tally.is_true();
    assert!(tally.excluded >= 4 && tally.ways_out >= 2, "{tally:?}");
}

/// `cargo test --release -p airbridge-planner --lib -- --ignored --nocapture left_out_is_true` prints the figures.
#[test]
#[ignore = "takes minutes: five hundred patients, every bed"]
fn what_is_said_of_five_hundred_left_out_is_true() {
    let mut tally = Tally::default();
    for seed in 1.. {
        if tally.patients >= 500 {
            break;
        }
        tally.add(looked_into(&short_of_beds(60, seed), 500 - tally.patients, usize::MAX));
        eprintln!("after seed {seed}: {tally:?}");
    }
    tally.is_true();
}

/// The same with staging, groups and troubles of every kind.
#[test]
#[ignore = "takes minutes"]
fn what_is_said_of_some_left_out_of_varied_operations_is_true() {
    let mut tally = Tally::default();
    for seed in 1..31 {
        for family in Family::ALL {
            let found = looked_into(&varied(family, seed), 2, 3);
            eprintln!("varied({family:?}, {seed}): {found:?}");
            tally.add(found);
        }
    }
    eprintln!("all: {tally:?}");
    tally.is_true();
}
