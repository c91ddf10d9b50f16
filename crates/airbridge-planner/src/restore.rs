//! Promises that a search has changed, kept after all where that costs less than they weigh.
//!
//! What comes in: a solution of an operation under way. What goes out: one that costs no more. A search that ends after so much work leaves some
//! promises changed for less than their price, only because nobody has tried to keep them since; here each is tried, beside all others as they are, and
//! with those taken out who have what it needs and were promised nothing, or are served otherwise than promised anyhow. For the weightiest of those that
//! are still changed the search goes on, with this promise kept at any price; what it finds is taken where it costs less on the whole.

use airbridge_model::{Journey, Plan, Step};
use airbridge_solver::problem::{Cost, Problem, RequestIdx, VehicleIdx, WayIdx};
use airbridge_solver::search::{self, Outcome, StopSignal, Trials};
use airbridge_solver::solution::Solution;
use airbridge_units::PatientId;

use crate::commitments::ChangeKind;
use crate::encode::encode;
use crate::translate::{PlanError, Planner, Settings, limits};
use crate::underway::MUST;

/// Parties that are tried, those with the weightiest promises first.
const MOST: usize = 64;

/// Others that are taken out for one, alone or together.
const OTHERS: usize = 8;

/// So often all are gone through again after one was kept: it may have left room for another.
const ROUNDS: usize = 3;

/// Seconds before and after a promised lift within which others on the aircraft may be in its way.
const NEAR: i64 = 12 * 3600;

/// Parties for whose promises the search goes on, where nothing simpler keeps them: together for as much work as the search before.
const SEARCHED: u64 = 4;

/// Ways tried without a search.
#[derive(Clone, Copy, Debug)]
struct Bounds {
    /// For one promise.
    each: u64,
    /// On the whole for promises that are not kept after all; then nothing more is tried.
    in_vain: u64,
}

/// Of 410 promises that six replans of the Benghazi example kept without such bounds, none took more than 600 ways, and all but 11 fewer than 200. In vain it
/// could go on for long: in a replay of the hub example, one replan of 151 tried 42,591 ways, for most of a minute, to keep 19 promises that could not be kept.
const BOUNDS: Bounds = Bounds {
    each: 800,
    in_vain: 5_000,
};

/// On the whole, where time is limited or the search was told to stop: less than a second for seventy patients.
const HURRIED: u64 = 600;

/// The outcome with each promise kept for which a place is found at less than its price. Where work is limited, at most as much is done once more to
/// search for such places; where time is, it is over by now, and only what is free as things are counts.
pub(crate) fn restore(planner: &Planner, mut outcome: Outcome, settings: &Settings, stop: &StopSignal) -> Outcome {
    outcome.solution = at_once(planner, outcome.solution, settings, stop);
    let work = settings.work.unwrap_or(0) / SEARCHED;
    if work > 0 {
        for attempt in 0..SEARCHED {
            if stop.is_set() {
                break;
            }
            let mut open = changed(planner, &outcome.solution);
            open.retain(|request| !kept_better(planner, &outcome.solution, *request).is_empty());
            if open.is_empty() {
                break;
            }
            // Where fewer are open than are searched for, each is searched for again, with other random numbers.
            let request = open[attempt as usize % open.len()];
            let part = Settings {
                seed: settings.seed.wrapping_add(attempt),
                work: Some(work),
                ..*settings
            };
            let found = keeping(planner, &outcome.solution, request, &part, stop);
            let found = found.expect("the problem is well formed: it was searched before");
            outcome.work += found.work;
            let before = outcome.solution.cost(planner.problem());
            if found.solution.cost(planner.problem()) < before {
                outcome.solution = at_once(planner, found.solution, settings, stop);
            }
        }
    }
    outcome.cost = outcome.solution.cost(planner.problem());
    outcome
}

/// The solution with each promise kept for which a place is found without a search. Others are moved for it only where work is limited: otherwise somebody looks
/// at the clock, and the search moves them better.
pub(crate) fn at_once(planner: &Planner, solution: Solution, settings: &Settings, stop: &StopSignal) -> Solution {
    let hurries = || settings.work.is_none() || stop.is_set();
    kept_within(planner, solution, BOUNDS, hurries)
}

/// Likewise within these bounds; others are moved until it hurries.
fn kept_within(planner: &Planner, solution: Solution, bounds: Bounds, hurries: impl Fn() -> bool) -> Solution {
    let mut changed = changed(planner, &solution);
    if changed.is_empty() {
        return solution;
    }
    let mut keeper = Keeper {
        planner,
        trials: Trials::new(planner.problem(), &solution),
        bounds,
        tries: 0,
        left: bounds.in_vain,
        moves_others: true,
    };
    for _ in 0..ROUNDS {
        let before = keeper.trials.cost();
        for &request in changed.iter().take(MOST) {
            if keeper.moves_others && hurries() {
                keeper.moves_others = false;
                keeper.left = keeper.left.min(HURRIED);
            }
            keeper.keep(request);
        }
        if keeper.trials.cost() == before || keeper.left == 0 {
            break;
        }
        changed = self::changed(planner, &keeper.trials.solution());
    }
    keeper.trials.solution()
}

/// What of its promise a request's service changes.
pub(crate) fn change(planner: &Planner, solution: &Solution, request: RequestIdx) -> Option<ChangeKind> {
    match &solution.served[request.get()] {
        Some(service) => planner.ways[request.get()][service.way.get()].change,
        None => is_promised(planner.problem(), request).then_some(ChangeKind::LeftOut),
    }
}

/// Ways in which less of its promise would be changed.
fn kept_better(planner: &Planner, solution: &Solution, request: RequestIdx) -> Vec<WayIdx> {
    let now = change(planner, solution, request);
    let ways = planner.ways[request.get()].iter().enumerate();
    ways.filter(|(_, way)| way.change < now)
        .map(|(way, _)| WayIdx::new(way))
        .collect()
}

/// Only who was promised something counts as one more in the third tier when they are left out.
fn is_promised(problem: &Problem, request: RequestIdx) -> bool {
    problem.requests[request.get()].unserved.0[2] > 0
}

/// Parties whose promises are changed, those that weigh most first.
pub(crate) fn changed(planner: &Planner, solution: &Solution) -> Vec<RequestIdx> {
    let all = (0..planner.parties.len()).map(RequestIdx::new);
    let mut changed: Vec<RequestIdx> = all
        .filter(|request| change(planner, solution, *request).is_some())
        .collect();
    changed.sort_by_key(|request| {
        let asked = &planner.problem().requests[request.get()];
        let paid = solution.served[request.get()]
            .as_ref()
            .map_or(asked.unserved, |service| asked.ways[service.way.get()].cost);
        (std::cmp::Reverse(paid), *request)
    });
    changed
}

struct Keeper<'k, 'a> {
    planner: &'k Planner<'a>,
    trials: Trials<'k>,
    bounds: Bounds,
    /// Ways that may still be tried for the promise in hand.
    tries: u64,
    /// Ways that may still be tried in vain; where it hurries, at all.
    left: u64,
    /// Whether those are taken out who are in the way.
    moves_others: bool,
}

impl Keeper<'_, '_> {
    /// Keeps a party's promise, or changes it less, if that makes the whole better and the bounds allow.
    fn keep(&mut self, request: RequestIdx) {
        let given = self.bounds.each.min(self.left);
        if given == 0 {
            return;
        }
        self.tries = given;
        let kept = self.keeps(request);
        if !kept || !self.moves_others {
            self.left -= given - self.tries;
        }
    }

    fn keeps(&mut self, request: RequestIdx) -> bool {
        let solution = self.trials.solution();
        let better = kept_better(self.planner, &solution, request);
        if better.is_empty() {
            return false;
        }
        if self.instead(request, &better, &[]) {
            return true;
        }
        if !self.moves_others {
            return false;
        }
        let others = self.in_the_way(&solution, request);
        // Where there is no room without any of them, there is none without one.
        if others.is_empty() || !self.is_room(request, &better, &others) {
            return false;
        }
        others.iter().any(|other| self.instead(request, &better, &[*other]))
            || (others.len() > 1 && self.instead(request, &better, &others))
    }

    fn is_room(&mut self, request: RequestIdx, ways: &[WayIdx], others: &[RequestIdx]) -> bool {
        let mut trials = self.trials.clone();
        trials.take_out(&[&[request], others].concat());
        trials
            .try_best(request, ways.iter().copied(), &mut self.tries)
            .is_some()
    }

    /// Serves a party in one of these ways, and others who are taken out for it wherever is best; if that is better, it stays so.
    fn instead(&mut self, request: RequestIdx, ways: &[WayIdx], others: &[RequestIdx]) -> bool {
        let before = self.trials.cost();
        let mut trials = self.trials.clone();
        let mut gone = trials.take_out(&[&[request], others].concat());
        let Some(kept) = trials.try_best(request, ways.iter().copied(), &mut self.tries) else {
            return false;
        };
        trials.apply(kept);
        gone.retain(|other| *other != request);
        let problem = self.planner.problem();
        let unserved = |other: &RequestIdx| problem.requests[other.get()].unserved.0[0];
        // Were all of them served for nothing, it would still be worse.
        let at_best = trials.cost().0[0] - gone.iter().map(unserved).sum::<i64>();
        if at_best > before.0[0] {
            return false;
        }
        gone.sort_by_key(|other| (-unserved(other), *other));
        for other in gone {
            let all = (0..problem.requests[other.get()].ways.len()).map(WayIdx::new);
            let found = trials.try_best(other, all, &mut self.tries);
            if let Some(found) = found.filter(|found| found.delta() < Cost::ZERO) {
                trials.apply(found);
            }
        }
        let better = trials.cost() < before;
        if better {
            self.trials = trials;
        }
        better
    }

    /// Parties that are not served as they were promised, in the hospital or near the lifts that were promised to another.
    fn in_the_way(&self, solution: &Solution, request: RequestIdx) -> Vec<RequestIdx> {
        let planner = self.planner;
        let operation = planner.operation;
        let promised = |journey: &&Journey| journey.patient == planner.parties[request.get()].members[0].id;
        let so_far = operation.so_far.as_deref();
        let Some(journey) = so_far.and_then(|so_far| so_far.promised.journeys.iter().find(promised)) else {
            return Vec::new();
        };
        let facility = |offer: &airbridge_units::OfferId| {
            let offer = operation.offers.iter().find(|known| known.id == *offer);
            offer.map(|offer| &offer.facility)
        };
        let hospital = facility(&journey.offer);
        let lifts = self.lifts(journey);
        let near = |vehicle: VehicleIdx, tour: usize| {
            let stops = &solution.tours[vehicle.get()][tour].stops;
            let (from, to) = (stops[0].depart.0, stops[stops.len() - 1].arrive.0);
            let aircraft = &planner.aircraft[vehicle.get()].0.id;
            lifts
                .iter()
                .any(|(known, begin, end)| *known == aircraft && from <= end + NEAR && begin - NEAR <= to)
        };
        let in_the_way = |other: &RequestIdx| {
            let Some(service) = &solution.served[other.get()] else {
                return false;
            };
            let meaning = &planner.ways[other.get()][service.way.get()];
            let as_promised = meaning.change.is_none() && is_promised(planner.problem(), *other);
            let mut offers = meaning.offers.iter();
            let same_bed = offers.any(|offer| Some(&operation.offers[*offer].facility) == hospital);
            let mut rides = service.rides.iter();
            *other != request && !as_promised && (same_bed || rides.any(|ride| near(ride.vehicle, ride.tour)))
        };
        let all = (0..planner.parties.len()).map(RequestIdx::new);
        let mut others: Vec<RequestIdx> = all.filter(in_the_way).collect();
        // Who weighs least gives way first.
        others.sort_by_key(|other| (planner.problem().requests[other.get()].unserved, *other));
        others.truncate(OTHERS);
        others
    }

    /// Aircraft, begin and end of a journey's lifts, in seconds.
    fn lifts<'j>(&self, journey: &'j Journey) -> Vec<(&'j airbridge_units::AircraftId, i64, i64)>
    where
        Self: 'j,
    {
        let axis = &self.planner.axis;
        let so_far = self.planner.operation.so_far.as_deref();
        let missions = so_far.map_or(&[][..], |so_far| &so_far.promised.missions);
        let mut lifts = Vec::new();
        for step in &journey.steps {
            if let Step::Lift { mission, from, to, .. } = step
                && let Some(mission) = missions.iter().find(|known| known.id == *mission)
            {
                lifts.push((&mission.aircraft, axis.not_before(*from), axis.not_before(*to)));
            }
        }
        lifts
    }
}

/// Searches on from a plan under way; if a patient is named, for a plan in which their promise is kept or less gravely changed than now, whatever that
/// costs. `None` when there is no such plan as far as was searched, or the plan given does not keep the rules.
///
/// This is for those who want to know what keeping a promise would have cost. Reasons are not told.
///
/// # Errors
///
/// As [`Planner::solve`].
pub fn search_on(
    planner: &Planner,
    plan: &Plan,
    keeping: Option<&PatientId>,
    settings: &Settings,
    stop: &StopSignal,
) -> Result<Option<Plan>, PlanError> {
    let Ok(solution) = encode(planner, plan) else {
        return Ok(None);
    };
    let Some(patient) = keeping else {
        let outcome = planner.solve_from(&solution, settings, stop)?;
        return Ok(Some(planner.sketch(&outcome.solution, settings)));
    };
    let party = |party: &crate::party::Party<'_>| party.members.iter().any(|member| member.id == *patient);
    let request = planner.parties.iter().position(party).map(RequestIdx::new);
    let Some((request, now)) = request.and_then(|request| Some((request, change(planner, &solution, request)?))) else {
        return Ok(None);
    };
    let found = self::keeping(planner, &solution, request, settings, stop)?.solution;
    if change(planner, &found, request) >= Some(now) {
        return Ok(None);
    }
    Ok(Some(planner.sketch(&found, settings)))
}

/// Searches on from a solution, at any price for one in which a party's promise is less gravely changed. The cost in the outcome has that price in it.
fn keeping(
    planner: &Planner,
    solution: &Solution,
    request: RequestIdx,
    settings: &Settings,
    stop: &StopSignal,
) -> Result<Outcome, PlanError> {
    let now = change(planner, solution, request);
    let mut problem = planner.problem().clone();
    let asked = &mut problem.requests[request.get()];
    asked.unserved.0[0] += MUST;
    for (way, meaning) in asked.ways.iter_mut().zip(&planner.ways[request.get()]) {
        if meaning.change >= now {
            way.cost.0[0] += MUST;
        }
    }
    // Who is left out is thought of most.
    let mut trials = Trials::new(&problem, solution);
    trials.take_out(&[request]);
    search::solve_from(&problem, &trials.solution(), &limits(settings), stop).map_err(PlanError::Malformed)
}

#[cfg(test)]
mod tests;
