//! Why a patient is left out: for each alternative the rule that excludes it, found by testing it.
//!
//! Three tests, in this order: does the bed fit the patient; can any aircraft fly a path to it at all; and, where paths exist, what stops the
//! solver from inserting the patient into the finished plan. What is the same for many alternatives is said once.

use std::collections::BTreeMap;

use airbridge_model::{BedOffer, Exclusion, LeftOut, Patient, Rule, Unity};
use airbridge_solver::Rejection;
use airbridge_solver::problem::{Cost, Problem, RequestIdx, Ride, VehicleIdx, WayIdx};
use airbridge_solver::search::{Explainer, Trials, Where};
use airbridge_solver::solution::Solution;
use airbridge_units::PatientId;

use crate::left_out::barrier::{Barriers, Excluded};
use crate::left_out::timing::Timing;
use crate::left_out::words::{Words, placed};
use crate::party::Party;
use crate::translate::Planner;
use crate::underway::Whereabouts;
use crate::ways::fits;

pub(crate) use crate::left_out::barrier::for_aircraft;
pub(crate) use crate::left_out::words::{path, scarce as scarce_words};

mod barrier;
mod timing;
mod words;

/// Everybody who is left out, without reasons.
pub(crate) fn names(planner: &Planner, solution: &Solution) -> Vec<LeftOut> {
    let mut names: Vec<LeftOut> = unserved(planner, solution)
        .flat_map(|(_, party)| &party.members)
        .map(|patient| LeftOut {
            patient: patient.id.clone(),
            summary: String::new(),
            so_far: Vec::new(),
            exclusions: Vec::new(),
        })
        .collect();
    names.sort_by(|a, b| a.patient.cmp(&b.patient));
    names
}

/// The parties that are left out. Those who are ready first come first: what stops them stops the later ones too.
pub(crate) fn parties(planner: &Planner, solution: &Solution) -> Vec<RequestIdx> {
    // Whoever waits somewhere to the end is tested by nobody: what is better was found worse by the search.
    let mut order: Vec<_> = unserved(planner, solution)
        .filter(|(request, _)| solution.served[*request].is_none())
        .collect();
    order.sort_by_key(|(_, party)| party.members.iter().map(|patient| patient.ready_at).max());
    order.into_iter().map(|(request, _)| RequestIdx::new(request)).collect()
}

/// The solution with everybody for whom the tests found room after all, and what excludes each alternative of the others.
///
/// Whoever is placed makes the plan fuller, which stops nobody less; but a new mission may have room for somebody who was tested before it, so
/// all are tested again until nobody is placed any more, or [`ROUNDS`] times.
pub(crate) fn reasons(planner: &Planner, solution: &Solution) -> (Solution, Vec<LeftOut>) {
    let mut solution = solution.clone();
    for _ in 0..ROUNDS {
        let mut explainer = Explainer::new(planner.problem(), &solution);
        let mut placed = 0;
        for request in parties(planner, &solution) {
            placed += usize::from(explainer.place(request));
        }
        solution = explainer.solution();
        if placed == 0 {
            let told = tell(planner, &solution, &mut explainer);
            return (solution, told);
        }
    }
    let mut explainer = Explainer::new(planner.problem(), &solution);
    let told = tell(planner, &solution, &mut explainer);
    (solution, told)
}

/// Rounds of placing before reasons are told.
const ROUNDS: usize = 3;

fn tell(planner: &Planner, solution: &Solution, explainer: &mut Explainer<'_>) -> Vec<LeftOut> {
    let mut causes = Causes::new(planner, solution);
    let requests = parties(planner, solution).into_iter();
    let mut entries: Vec<LeftOut> = requests
        .flat_map(|request| entries(planner, &mut causes, explainer, request))
        .collect();
    let waits = unserved(planner, solution).filter(|(request, _)| solution.served[*request].is_some());
    entries.extend(waits.flat_map(|(request, _)| waiting(planner, &mut causes, solution, RequestIdx::new(request))));
    entries.sort_by(|a, b| a.patient.cmp(&b.patient));
    entries
}

/// What excludes each alternative of the members of a party that is on the way and waits, to the end, where it can.
fn waiting(planner: &Planner, causes: &mut Causes, solution: &Solution, request: RequestIdx) -> Vec<LeftOut> {
    let Some(service) = &solution.served[request.get()] else {
        return Vec::new();
    };
    let facility = planner.ways[request.get()][service.way.get()].staging;
    let waits = facility.map_or_else(
        || "waits where they get off".to_owned(),
        |index| format!("waits in {}", planner.operation.facilities[index].name),
    );
    let party = &planner.parties[request.get()];
    let mut instead = InsteadOfWaiting::new(planner, solution, request);
    let stopped = stopped(planner, request, |way| instead.stops(way));
    let entry = |(member, patient): (usize, &&Patient)| {
        let said = exclusions(planner, causes, party, member, &stopped);
        let why = if stopped.is_empty() {
            "no bed can be reached from there in time".to_owned()
        } else {
            summary(party, patient, &said)
        };
        LeftOut {
            patient: patient.id.clone(),
            summary: format!("{waits}: {why}"),
            so_far: Vec::new(),
            exclusions: said.into_iter().map(|said| said.exclusion).collect(),
        }
    };
    party.members.iter().enumerate().map(entry).collect()
}

/// A party that waits where it is, tried on its ways to beds as if it did not wait.
pub(crate) struct InsteadOfWaiting<'p> {
    trials: Trials<'p>,
    request: RequestIdx,
    /// What it costs that the party waits, less what it would cost to leave it without a place.
    waits: Cost,
}

impl<'p> InsteadOfWaiting<'p> {
    pub(crate) fn new(planner: &'p Planner<'_>, solution: &Solution, request: RequestIdx) -> Self {
        let mut trials = Trials::new(planner.problem(), solution);
        let with = trials.cost();
        trials.take_out(&[request]);
        Self {
            waits: with - trials.cost(),
            trials,
            request,
        }
    }

    /// What stops the party from a way; `None` where that would be worth more than to wait.
    pub(crate) fn stops(&mut self, way: WayIdx) -> Option<Rejection> {
        match self.trials.try_way(self.request, way, (None, Where::Anywhere)) {
            Ok(trial) if trial.delta() < self.waits => None,
            Ok(_) => Some(Rejection::Costly),
            Err(why) => Some(why.unwrap_or(Rejection::NoVehicleAllowed)),
        }
    }
}

/// What excludes each alternative of the members of a party that a solution gives no bed.
pub(crate) fn of_party(planner: &Planner, solution: &Solution, request: RequestIdx) -> Vec<LeftOut> {
    let mut causes = Causes::new(planner, solution);
    if solution.served[request.get()].is_some() {
        return waiting(planner, &mut causes, solution, request);
    }
    let mut explainer = Explainer::new(planner.problem(), solution);
    entries(planner, &mut causes, &mut explainer, request)
}

fn entries(planner: &Planner, causes: &mut Causes, explainer: &mut Explainer<'_>, request: RequestIdx) -> Vec<LeftOut> {
    let party = &planner.parties[request.get()];
    let stopped = stopped(planner, request, |way| explainer.explain(request, way).err());
    let entry = |(member, patient): (usize, &&Patient)| {
        let said = exclusions(planner, causes, party, member, &stopped);
        LeftOut {
            patient: patient.id.clone(),
            summary: summary(party, patient, &said),
            so_far: Vec::new(),
            exclusions: said.into_iter().map(|said| said.exclusion).collect(),
        }
    };
    party.members.iter().enumerate().map(entry).collect()
}

fn unserved<'p, 'a>(planner: &'p Planner<'a>, solution: &'p Solution) -> impl Iterator<Item = (usize, &'p Party<'a>)> {
    planner
        .parties
        .iter()
        .enumerate()
        .filter(|(request, _)| is_left_out(planner, solution, *request))
}

/// Whether a party has no bed: it is not served, or waits where it is to the end.
pub(crate) fn is_left_out(planner: &Planner, solution: &Solution, request: usize) -> bool {
    solution.served[request]
        .as_ref()
        .is_none_or(|service| planner.ways[request][service.way.get()].offers.is_empty())
}

/// Where reasons come from.
pub(crate) struct Causes<'p, 'a> {
    planner: &'p Planner<'a>,
    barriers: Barriers<'p, 'a>,
    timing: Timing<'p, 'a>,
    words: Words<'p, 'a>,
}

impl<'p, 'a> Causes<'p, 'a> {
    /// Reasons against the alternatives of those whom a solution leaves out.
    pub(crate) fn new(planner: &'p Planner<'a>, solution: &Solution) -> Self {
        Self {
            planner,
            barriers: Barriers::new(planner),
            timing: Timing::new(planner),
            words: Words::new(planner, solution),
        }
    }

    /// The rule and the reason of a rejection of a party on a way to an offer, which may lead through a staging facility.
    pub(crate) fn rejected(
        &mut self,
        rejection: Rejection,
        party: &Party,
        offer: impl Into<Option<usize>>,
        staging: Option<usize>,
    ) -> (Rule, String) {
        let of_time = match (rejection, offer.into()) {
            (Rejection::BoardWindow | Rejection::AlightWindow, Some(offer)) if !on_the_way(self.planner, party) => {
                self.timing.reason(party, offer)
            }
            _ => None,
        };
        of_time.unwrap_or_else(|| self.words.rejected(rejection, staging))
    }
}

/// A way that exists, and what stops it in this plan.
struct Stopped {
    offers: Vec<usize>,
    staging: Option<usize>,
    alternative: String,
    /// `None` when the tests found room after all.
    rejection: Option<Rejection>,
}

/// Ways to beds, each with what stops it.
fn stopped(planner: &Planner, request: RequestIdx, mut stops: impl FnMut(WayIdx) -> Option<Rejection>) -> Vec<Stopped> {
    planner.ways[request.get()]
        .iter()
        .enumerate()
        .filter(|(_, meaning)| !meaning.offers.is_empty())
        .map(|(way, meaning)| {
            let asked = &planner.problem.requests[request.get()];
            let rides = &asked.ways[way].rides;
            let tested = stops(WayIdx::new(way));
            let too_long = || {
                rides
                    .iter()
                    .any(|ride| no_tour_is_short_enough(&planner.problem, asked.grade, ride))
            };
            Stopped {
                offers: meaning.offers.clone(),
                staging: meaning.staging,
                alternative: words::path(planner, rides, meaning.staging),
                // Propagation pushes too long a tour against whatever comes first.
                rejection: tested.map(|told| if too_long() { Rejection::TourLength } else { told }),
            }
        })
        .collect()
}

/// Whether every vehicle that may carry a ride would be away too long with this ride alone.
fn no_tour_is_short_enough(problem: &Problem, grade: u8, ride: &Ride) -> bool {
    let mut vehicles = (0..problem.vehicles.len()).map(VehicleIdx::new);
    vehicles.all(|index| {
        let vehicle = &problem.vehicles[index.get()];
        let profile = &problem.profiles[vehicle.profile.get()];
        let flight = |grade, from, to| match profile.options(grade, from, to).first() {
            _ if from == to => Some(0),
            option => option.map(|option| option.duration.0),
        };
        let trips = [
            flight(0, vehicle.home, ride.from),
            flight(grade, ride.from, ride.to),
            flight(0, ride.to, vehicle.end),
        ];
        let flown = trips.into_iter().sum::<Option<i64>>();
        let barred = !ride.vehicles.is_empty() && !ride.vehicles.contains(&index);
        barred || flown.is_some_and(|flown| flown > vehicle.max_tour.0)
    })
}

fn exclusions(planner: &Planner, causes: &mut Causes, party: &Party, member: usize, stopped: &[Stopped]) -> Vec<Said> {
    let operation = planner.operation;
    let patient = party.members[member];
    let mut merge = Merge::default();
    let (mut fitting, mut unfitting) = (Vec::new(), BTreeMap::<_, Vec<&BedOffer>>::new());
    for (index, offer) in operation.offers.iter().enumerate() {
        match fits(operation, &planner.places, patient, offer) {
            Ok(()) => fitting.push((index, offer)),
            Err(unfit) => unfitting.entry(unfit).or_default().push(offer),
        }
    }
    for (unfit, offers) in unfitting {
        merge.add_all(offers, Rule::Destination, unfit.to_string());
    }
    let mut told = false;
    for &(index, offer) in &fitting {
        let mut reached = false;
        for way in stopped.iter().filter(|way| way.offers.get(member) == Some(&index)) {
            reached = true;
            let (rule, reason) = match way.rejection {
                None => placed(),
                Some(rejection) => causes.rejected(rejection, party, index, way.staging),
            };
            merge.add(Some(offer), way.alternative.clone(), rule, reason);
        }
        if !reached {
            for (alternative, rule, reason) in unreached(planner, causes, party, member, (index, offer)) {
                told = true;
                merge.add(Some(offer), alternative, rule, reason);
            }
        }
    }
    if !fitting.is_empty() && stopped.is_empty() && !told {
        let text = "no facility has open beds for every member of the group on one day";
        merge.add(None, "the group together".to_owned(), Rule::Places, text.to_owned());
    }
    if operation.offers.is_empty() {
        merge.add(
            None,
            "any bed".to_owned(),
            Rule::Destination,
            "there is no bed offer".to_owned(),
        );
    }
    merge.into_said()
}

/// What excludes a bed that fits a member and to which the party has no way at all.
pub(crate) fn unreached(
    planner: &Planner,
    causes: &mut Causes,
    party: &Party,
    member: usize,
    (index, offer): (usize, &BedOffer),
) -> Vec<Excluded> {
    if on_the_way(planner, party) {
        // What could be told of paths from the origin would be of no use to them.
        if let Some(at) = there_from(planner, party, offer) {
            if causes.timing.is_shut(party, index, at) {
                let text = "nobody is admitted ahead, and now the offer's days, the door's hours or the latest useful time do not allow it";
                return vec![("where they are".to_owned(), Rule::Destination, text.to_owned())];
            }
            let said = beside(planner, party, member, offer);
            if !said.is_empty() || party.members.len() == 1 {
                return said;
            }
            let text = "there are not beds enough there for all who travel together";
            return vec![("where they are".to_owned(), Rule::Places, text.to_owned())];
        }
        if let Some((rule, reason)) = causes.timing.henceforth(index) {
            return vec![("at any time".to_owned(), rule, reason)];
        }
        // What holds for whoever boards is not asked of those on board.
        if !matches!(planner.whereabouts(party), Whereabouts::Aboard { .. }) {
            let barriers = causes.barriers.of(party, offer);
            if !barriers.is_empty() {
                return barriers;
            }
        }
        let text = "no way leads there from where the patient is by now";
        return vec![("from where they are".to_owned(), Rule::Journey, text.to_owned())];
    }
    let barriers = causes.barriers.of(party, offer);
    if !barriers.is_empty() {
        return barriers;
    }
    if let Some((rule, reason)) = causes.timing.reason(party, index) {
        return vec![("at any time".to_owned(), rule, reason)];
    }
    beside(planner, party, member, offer)
}

/// Which other members of a group find no bed where one would have one.
fn beside(planner: &Planner, party: &Party, member: usize, offer: &BedOffer) -> Vec<Excluded> {
    let others = party.members.iter().enumerate().filter(|(other, _)| *other != member);
    others
        .filter_map(|(_, other)| {
            let reason = no_bed_beside(planner, party, other, offer)?;
            let reason = format!("{}, who travels along, finds no bed there: {reason}", other.id);
            Some(("for the whole group".to_owned(), Rule::Places, reason))
        })
        .collect()
}

/// Whether a party has left where it came from.
fn on_the_way(planner: &Planner, party: &Party) -> bool {
    planner.whereabouts(party) != Whereabouts::Origin
}

/// Since when a party is in the facility of an offer, from now on; or is on the road to it.
fn there_from(planner: &Planner, party: &Party, offer: &BedOffer) -> Option<i64> {
    match planner.whereabouts(party) {
        Whereabouts::Inside { facility, since } if facility == planner.places.facility(&offer.facility) => {
            Some(since.max(0))
        }
        _ => None,
    }
}

/// Why a member of a group finds no bed where another has one; `None` when there is one.
fn no_bed_beside(planner: &Planner, party: &Party, other: &Patient, bed: &BedOffer) -> Option<String> {
    let operation = planner.operation;
    let facility = |offer: &BedOffer| &operation.facilities[planner.places.facility(&offer.facility)];
    let here = facility(bed);
    let near = |offer: &&BedOffer| {
        let there = facility(offer);
        match party.unity {
            Unity::Facility => there.id == here.id,
            Unity::City => (&there.state, &there.city) == (&here.state, &here.city),
        }
    };
    let mut reasons = Vec::new();
    for offer in operation.offers.iter().filter(near) {
        match fits(operation, &planner.places, other, offer) {
            Ok(()) => return None,
            Err(unfit) => reasons.push(unfit.to_string()),
        }
    }
    reasons.sort();
    reasons.dedup();
    Some(reasons.join(", "))
}

/// Exclusions by rule and reason, with the beds and paths that they are about: on a long waiting list the same reason stands against a hundred
/// alternatives of thousands of patients.
#[derive(Default)]
pub(crate) struct Merge<'a>(BTreeMap<(bool, Rule, String), About<'a>>);

#[derive(Default)]
pub(crate) struct About<'a> {
    offers: Vec<&'a BedOffer>,
    paths: Vec<String>,
}

/// Beds or paths that the words of an alternative name; the others are counted.
const NAMED: usize = 3;

/// Beds that do not fit are listed up to this many.
const UNFIT_LISTED: usize = 8;

impl<'a> Merge<'a> {
    pub(crate) fn add(&mut self, offer: Option<&'a BedOffer>, path: String, rule: Rule, reason: String) {
        let about = self.0.entry((false, rule, reason)).or_default();
        if let Some(offer) = offer
            && !about.offers.iter().any(|known| std::ptr::eq(*known, offer))
        {
            about.offers.push(offer);
        }
        if !about.paths.contains(&path) {
            about.paths.push(path);
        }
    }

    /// Beds that do not fit, all for one reason.
    pub(crate) fn add_all(&mut self, offers: Vec<&'a BedOffer>, rule: Rule, reason: String) {
        let about = About {
            offers,
            paths: Vec::new(),
        };
        self.0.insert((true, rule, reason), about);
    }

    /// Alternatives that the patient could have had come first.
    pub(crate) fn into_said(self) -> Vec<Said> {
        self.0
            .into_iter()
            .map(|((unfit, rule, reason), about)| {
                let beds = some_of(about.offers.iter().map(|offer| offer.id.as_str()), "offers");
                let paths = some_of(about.paths.iter().map(String::as_str), "ways");
                let words: Vec<String> = [beds, paths].into_iter().filter(|words| !words.is_empty()).collect();
                let listed = !unfit || about.offers.len() <= UNFIT_LISTED;
                Said {
                    unfit,
                    alternatives: about.offers.len().max(1),
                    exclusion: Exclusion {
                        offers: about
                            .offers
                            .iter()
                            .filter(|_| listed)
                            .map(|offer| offer.id.clone())
                            .collect(),
                        alternative: words.join(" "),
                        rule,
                        reason,
                    },
                }
            })
            .collect()
    }
}

/// An exclusion, and how much it weighs in the summary.
pub(crate) struct Said {
    /// The beds do not fit the patient, whatever flies.
    unfit: bool,
    /// Beds that it is about.
    alternatives: usize,
    pub(crate) exclusion: Exclusion,
}

/// The first few, and how many more.
fn some_of<'w>(words: impl ExactSizeIterator<Item = &'w str>, what: &str) -> String {
    let all = words.len();
    let named: Vec<&str> = words.take(if all > NAMED + 1 { NAMED } else { NAMED + 1 }).collect();
    let more = if named.len() < all {
        format!(" and {} more {what}", all - named.len())
    } else {
        String::new()
    };
    named.join(", ") + &more
}

/// Reasons that a summary names at most.
const IN_SUMMARY: usize = 3;

/// One sentence: what excludes the beds that would fit, the reason that stands against most alternatives first; or that no bed fits.
/// The same causes give the same words, so that patients can be grouped by them.
fn summary(party: &Party, patient: &Patient, said: &[Said]) -> String {
    let none_fits = said.iter().all(|said| said.unfit);
    let mut causes: Vec<(usize, Rule, &str)> = said
        .iter()
        .filter(|said| none_fits || !said.unfit)
        .map(|said| (said.alternatives, said.exclusion.rule, said.exclusion.reason.as_str()))
        .collect();
    causes.sort_by_key(|&(alternatives, rule, reason)| (std::cmp::Reverse(alternatives), rule, reason));
    let mut words: Vec<String> = causes
        .iter()
        .take(IN_SUMMARY)
        .map(|(_, rule, reason)| format!("{reason} (rule {rule}, {})", rule.title()))
        .collect();
    if causes.len() > IN_SUMMARY {
        words.push(format!("and {} more", causes.len() - IN_SUMMARY));
    }
    let with: Vec<&str> = party
        .members
        .iter()
        .map(|member| &member.id)
        .filter(|id| **id != patient.id)
        .map(PatientId::as_str)
        .collect();
    let together = if with.is_empty() {
        String::new()
    } else {
        format!("; travels with {}", with.join(", "))
    };
    if words.is_empty() {
        format!("no alternative was found{together}")
    } else {
        words.join("; ") + &together
    }
}
