//! What a search for a plan under way begins with: missions go on and patients on board are brought somewhere before anything else is thought of.

use std::collections::{BTreeMap, BTreeSet};

use airbridge_model::{Journey, Operation, Plan, Progress, SoFar, Step};
use airbridge_solver::Rejection;
use airbridge_solver::problem::{RequestIdx, WayIdx};
use airbridge_solver::search::Explainer;
use airbridge_solver::solution::Solution;
use airbridge_units::{MissionId, PatientId};

use super::Whereabouts;
use crate::encode::encode;
use crate::translate::Planner;

/// The running plan as far as it still holds: its missions that have not begun, those under way, then who is on board, who is elsewhere on the way, and
/// everybody else to whom something was promised; each where it costs least, as far as each finds a way.
pub(crate) fn first(planner: &Planner) -> Solution {
    let empty = Solution::empty(planner.problem());
    let Some(underway) = &planner.underway else {
        return empty;
    };
    let ahead = match encode(planner, &ahead(planner.operation, underway.so_far)) {
        Ok(solution) => solution,
        Err(partial) => partial.solution,
    };
    let mut explainer = Explainer::new(planner.problem(), &ahead);
    let missions = || (0..underway.flights.len()).map(|number| underway.first_of_missions.get() + number);
    if !missions().all(|mission| explainer.place(RequestIdx::new(mission))) {
        // What lies ahead stands in the way of what has begun.
        explainer = Explainer::new(planner.problem(), &empty);
        for mission in missions() {
            explainer.place(RequestIdx::new(mission));
        }
    }
    let held: Vec<bool> = ahead.served.iter().map(Option::is_some).collect();
    let stage = |at: &Whereabouts| match at {
        Whereabouts::Aboard { .. } => 0,
        Whereabouts::Field { .. } => 1,
        Whereabouts::Inside { .. } => 2,
        Whereabouts::Origin => 3,
    };
    let promised = begins(underway.so_far);
    let mut order: Vec<(u8, jiff::Timestamp, usize)> = underway
        .whereabouts
        .iter()
        .enumerate()
        .filter_map(|(party, at)| {
            let begins = promised.get(&planner.parties[party].members[0].id).copied();
            let begins = if stage(at) < 3 {
                begins.unwrap_or(jiff::Timestamp::MIN)
            } else {
                begins?
            };
            Some((stage(at), begins, party))
        })
        .collect();
    order.sort_unstable();
    for (_, _, party) in order {
        let request = RequestIdx::new(party);
        if !(held[party] && explainer.is_served(request)) {
            explainer.place_best(request);
        }
    }
    let s = explainer.solution();
    if std::env::var("SHOW").is_ok() {
        for (i, at) in underway.whereabouts.iter().enumerate() {
            if matches!(at, Whereabouts::Aboard { .. }) && s.served[i].is_none() {
                eprintln!(
                    "ABOARD UNPLACED {} {:?} ways {} {:?}",
                    planner.parties[i].members[0].id,
                    at,
                    planner.problem().requests[i].ways.len(),
                    (0..planner.problem().requests[i].ways.len())
                        .map(|w| explainer.explain(RequestIdx::new(i), WayIdx::new(w)))
                        .collect::<Vec<_>>()
                );
            }
        }
    }
    s
}

/// What of the plan, as it stands, has not begun in any part.
fn ahead(operation: &Operation, so_far: &SoFar) -> Plan {
    let now = operation.planned_at;
    let mut plan = so_far.stands.clone();
    plan.missions
        .retain(|mission| mission.progress(now) == Progress::NotBegun);
    let known: BTreeSet<MissionId> = plan.missions.iter().map(|mission| mission.id.clone()).collect();
    let whole = |journey: &Journey| {
        journey.begun(now).is_empty()
            && journey.steps.iter().all(|step| match step {
                Step::Lift { mission, .. } => known.contains(mission),
                _ => true,
            })
    };
    plan.journeys.retain(whole);
    plan
}

/// When the first lift of each promised journey begins.
fn begins(so_far: &SoFar) -> BTreeMap<PatientId, jiff::Timestamp> {
    let journeys = so_far.promised.journeys.iter();
    journeys
        .filter_map(|journey| Some((journey.patient.clone(), journey.steps.first()?.span().0)))
        .collect()
}

/// Missions under way that find no way on, with what stops them even alone.
pub(crate) fn stranded(planner: &Planner) -> Vec<(MissionId, Rejection)> {
    let Some(underway) = &planner.underway else {
        return Vec::new();
    };
    let empty = Solution::empty(planner.problem());
    let mut explainer = Explainer::new(planner.problem(), &empty);
    let first = underway.first_of_missions.get();
    let missions = underway.flights.iter().enumerate();
    missions
        .filter_map(|(number, flight)| {
            let request = first + number;
            let ways = 0..planner.problem().requests[request].ways.len();
            let mut stopped = ways.map(|way| explainer.explain(RequestIdx::new(request), WayIdx::new(way)));
            // The way straight home says best what is wrong; the others are tried all the same.
            let straight = stopped.next()?.err()?;
            stopped
                .all(|way| way.is_err())
                .then(|| (flight.mission.id.clone(), straight))
        })
        .collect()
}
