//! What else could be done with a patient who is moved: every other bed that fits, every other mission and aircraft, tried on the plan without
//! the patient.

use std::collections::BTreeMap;

use airbridge_model::{BedOffer, Exclusion, Plan, Rule};
use airbridge_solver::Rejection;
use airbridge_solver::problem::{RequestIdx, VehicleIdx, WayIdx};
use airbridge_solver::search::{TourName, Trial, Trials, Where};
use airbridge_solver::solution::Service;

use super::answer::Possible;
use super::case::{Case, sketch};
use crate::left_out::{Causes, Merge, for_aircraft, path, unreached};
use crate::translate::Planner;
use crate::ways::fits;

/// Alternatives that are possible, best first, and what excludes the others.
#[derive(Default)]
pub(crate) struct Alternatives {
    pub(crate) possible: Vec<Possible>,
    pub(crate) excluded: Vec<Exclusion>,
}

/// Missions tried for one lift, the nearest in time.
const MISSIONS_TRIED: usize = 24;

/// A patient taken out of the plan, and what is tried instead.
pub(crate) struct Elsewhere<'c, 'p, 'a> {
    case: &'c Case<'p, 'a>,
    request: RequestIdx,
    member: usize,
    service: Service,
    trials: Trials<'p>,
    /// The tours of the plan before anybody went.
    tours: Vec<Vec<TourName>>,
    causes: Causes<'p, 'a>,
}

impl<'c, 'p, 'a> Elsewhere<'c, 'p, 'a> {
    /// `None` when the party is not moved.
    pub(crate) fn new(case: &'c Case<'p, 'a>, request: RequestIdx, member: usize) -> Option<Self> {
        let service = case.solution.served[request.get()].clone()?;
        if case.planner.ways[request.get()][service.way.get()].offers.is_empty() {
            // They wait somewhere, without a bed.
            return None;
        }
        let mut trials = Trials::new(case.planner.problem(), &case.solution);
        let tours = trials.tours();
        trials.take_out(&[request]);
        let without = trials.solution();
        Some(Self {
            case,
            request,
            member,
            service,
            trials,
            tours,
            causes: Causes::new(case.planner, &without),
        })
    }

    /// Every other bed.
    pub(crate) fn beds(&mut self) -> Alternatives {
        let planner = self.case.planner;
        let party = &planner.parties[self.request.get()];
        let patient = party.members[self.member];
        let own = planner.ways[self.request.get()][self.service.way.get()].offers[self.member];
        let mut found: Vec<(airbridge_solver::problem::Cost, Possible)> = Vec::new();
        let mut merge = Merge::default();
        let mut unfitting = BTreeMap::<_, Vec<&BedOffer>>::new();
        for (index, offer) in planner.operation.offers.iter().enumerate() {
            if index == own {
                continue;
            }
            if let Err(unfit) = fits(planner.operation, &planner.places, patient, offer) {
                unfitting.entry(unfit).or_default().push(offer);
                continue;
            }
            let ways = self.ways_to(index);
            if ways.is_empty() {
                for (path, rule, reason) in unreached(planner, &mut self.causes, party, self.member, (index, offer)) {
                    merge.add(Some(offer), path, rule, reason);
                }
                continue;
            }
            let mut rejections = Vec::new();
            let mut best: Option<Trial> = None;
            for way in ways {
                match self.trials.try_way(self.request, way, (None, Where::Anywhere)) {
                    Ok(trial) => better(&mut best, trial),
                    Err(why) => rejections.push((way, why.unwrap_or(Rejection::NoVehicleAllowed))),
                }
            }
            match best {
                Some(trial) => found.push((trial.delta(), self.possible(self.bed(index), trial))),
                None => {
                    for (way, why) in rejections {
                        let meaning = &planner.ways[self.request.get()][way.get()];
                        let (rule, reason) = self.causes.rejected(why, party, index, meaning.staging);
                        let rides = &planner.problem.requests[self.request.get()].ways[way.get()].rides;
                        merge.add(Some(offer), path(planner, rides, meaning.staging), rule, reason);
                    }
                }
            }
        }
        for (unfit, offers) in unfitting {
            merge.add_all(offers, Rule::Destination, unfit.to_string());
        }
        found.sort_by_key(|(delta, _)| *delta);
        Alternatives {
            possible: found.into_iter().map(|(_, possible)| possible).collect(),
            excluded: merge.into_said().into_iter().map(|said| said.exclusion).collect(),
        }
    }

    /// Every other mission, and every aircraft on a mission more, for each lift.
    pub(crate) fn flights(&mut self) -> Alternatives {
        let planner = self.case.planner;
        let own = planner.ways[self.request.get()][self.service.way.get()].offers[self.member];
        let rides = self.service.rides.len();
        let mut ways = self.ways_to(own);
        let own_lifts = self.lifts(self.service.way);
        ways.retain(|way| self.lifts(*way) == own_lifts);
        let mut found: Vec<(airbridge_solver::problem::Cost, Possible)> = Vec::new();
        let mut excluded: BTreeMap<(Rule, String), Vec<String>> = BTreeMap::new();
        // What has brought them to where they are is no lift that could be another.
        let flown = |lift: &usize| self.service.rides[*lift].vehicle.get() < planner.flying();
        let lifts: Vec<usize> = (0..rides).filter(flown).collect();
        let several = lifts.len() > 1;
        for lift in lifts {
            for (name, vehicle, place) in self.places(lift) {
                let (mut best, mut deepest) = (None, None);
                for &way in &ways {
                    match self.trials.try_way(self.request, way, (Some(lift as u8), place)) {
                        Ok(trial) => better(&mut best, trial),
                        Err(why) => deepest = deepest.max(why.map(|why| (why, way))),
                    }
                }
                let name = if several {
                    format!("{} lift: {name}", ["first", "second"][lift.min(1)])
                } else {
                    name
                };
                match (best, deepest) {
                    (Some(trial), _) => found.push((trial.delta(), self.possible(name, trial))),
                    (None, deepest) => {
                        let flight = Flight {
                            request: self.request,
                            way: self.service.way,
                            lift,
                            vehicle,
                            new: !matches!(place, Where::On(_)),
                        };
                        let reason = against(planner, &mut self.causes, &flight, deepest);
                        excluded.entry(reason).or_default().push(name);
                    }
                }
            }
        }
        found.sort_by_key(|(delta, _)| *delta);
        let excluded = excluded.into_iter().map(|((rule, reason), names)| Exclusion {
            offers: Vec::new(),
            alternative: names.join(", "),
            rule,
            reason,
        });
        Alternatives {
            possible: found.into_iter().map(|(_, possible)| possible).collect(),
            excluded: excluded.collect(),
        }
    }

    /// Ways of the party that bring the member to an offer.
    fn ways_to(&self, offer: usize) -> Vec<WayIdx> {
        let ways = self.case.planner.ways[self.request.get()].iter().enumerate();
        let there = ways.filter(|(_, meaning)| meaning.offers.get(self.member) == Some(&offer));
        there.map(|(way, _)| WayIdx::new(way)).collect()
    }

    /// The rides of a way, and how many of them are flown and not over.
    fn lifts(&self, way: WayIdx) -> (usize, usize) {
        let planner = self.case.planner;
        let rides = &planner.problem.requests[self.request.get()].ways[way.get()].rides;
        (rides.len(), rides.iter().filter(|ride| planner.is_flight(ride)).count())
    }

    /// Where else a lift could be: missions by their distance in time, then aircraft.
    fn places(&self, lift: usize) -> Vec<(String, VehicleIdx, Where)> {
        let case = self.case;
        let own = &self.service.rides[lift];
        let depart = |vehicle: usize, tour: usize| case.solution.tours[vehicle][tour].stops[0].depart;
        let here = depart(own.vehicle.get(), own.tour);
        let mut missions: Vec<(i64, String, VehicleIdx, Where)> = Vec::new();
        for (vehicle, tours) in self.tours.iter().enumerate() {
            for (number, name) in tours.iter().enumerate() {
                let index = VehicleIdx::new(vehicle);
                let is_own = (index, number) == (own.vehicle, own.tour);
                if let Some(mission) = case.mission_of(index, number).filter(|_| !is_own) {
                    let away = (depart(vehicle, number) - here).0.abs();
                    let words = format!("{mission} ({})", case.planner.aircraft[vehicle].0.id);
                    missions.push((away, words, index, Where::On(*name)));
                }
            }
        }
        missions.sort_by_key(|(away, ..)| *away);
        missions.truncate(MISSIONS_TRIED);
        // Whoever is alone on a mission would only fly the same once more.
        let alone = !self.trials.tours()[own.vehicle.get()].contains(&self.tours[own.vehicle.get()][own.tour]);
        let others = (0..case.planner.ordinary()).filter(|vehicle| !(alone && *vehicle == own.vehicle.get()));
        let others = others.map(|vehicle| {
            let words = format!("a mission more of {}", case.planner.aircraft[vehicle].0.id);
            (words, VehicleIdx::new(vehicle), Where::New(VehicleIdx::new(vehicle)))
        });
        let missions = missions
            .into_iter()
            .map(|(_, words, vehicle, place)| (words, vehicle, place));
        missions.chain(others).collect()
    }

    fn bed(&self, offer: usize) -> String {
        let operation = self.case.planner.operation;
        let offer = &operation.offers[offer];
        let facility = &operation.facilities[self.case.planner.places.facility(&offer.facility)];
        format!("{} ({}, {})", offer.id, facility.name, facility.state)
    }

    fn possible(&self, what: String, trial: Trial) -> Possible {
        let plan: Plan = sketch(self.case.planner, &self.trials.with(trial));
        let patient = &self.case.planner.parties[self.request.get()].members[self.member].id;
        let journey = plan.journeys.iter().find(|journey| journey.patient == *patient);
        let journey = journey.expect("a trial serves the patient");
        Possible {
            what,
            offer: journey.offer.clone(),
            arrives_at: journey.arrives_at,
            without: self.case.missing(&plan),
            difference: self.case.difference(&plan),
        }
    }
}

/// A lift of a party on an aircraft.
pub(crate) struct Flight {
    pub(crate) request: RequestIdx,
    /// The way that is flown now.
    pub(crate) way: WayIdx,
    pub(crate) lift: usize,
    pub(crate) vehicle: VehicleIdx,
    /// On a mission more, not on one that there is.
    pub(crate) new: bool,
}

/// The rule that excludes a flight, and why: of the aircraft itself, or the rejection of the attempt that got furthest, with its way.
pub(crate) fn against(
    planner: &Planner,
    causes: &mut Causes,
    flight: &Flight,
    deepest: Option<(Rejection, WayIdx)>,
) -> (Rule, String) {
    let party = &planner.parties[flight.request.get()];
    let asked = &planner.problem.requests[flight.request.get()];
    let ride = &asked.ways[flight.way.get()].rides[flight.lift];
    let airfields = planner.operation.airfields.len();
    if ride.from.get().max(ride.to.get()) >= airfields {
        return (Rule::Past, "the patient is on board another aircraft".to_owned());
    }
    if flight.vehicle.get() >= planner.ordinary()
        && !ride.vehicles.is_empty()
        && !ride.vehicles.contains(&flight.vehicle)
    {
        let text = "the mission is under way, and cannot carry them from there";
        return (Rule::Journey, text.to_owned());
    }
    if !ride.vehicles.is_empty() && !ride.vehicles.contains(&flight.vehicle) {
        let (aircraft, kind) = planner.aircraft[flight.vehicle.get()];
        let ends = (ride.from.get(), ride.to.get());
        return for_aircraft(
            planner,
            flight.vehicle.get(),
            aircraft,
            kind,
            ends,
            asked.grade,
            &asked.demand,
        );
    }
    match deepest {
        Some((why, way)) => {
            let meaning = &planner.ways[flight.request.get()][way.get()];
            causes.rejected(why, party, meaning.offers.first().copied(), meaning.staging)
        }
        None if flight.new => (Rule::Duty, "there is no time for a mission more".to_owned()),
        None => (
            Rule::Journey,
            "it is under way when the patient could not be on board: before they are ready, or too late to arrive"
                .to_owned(),
        ),
    }
}

fn better(best: &mut Option<Trial>, trial: Trial) {
    if best.as_ref().is_none_or(|known| trial.delta() < known.delta()) {
        *best = Some(trial);
    }
}
