//! What a search for a plan under way begins with: missions go on and patients on board are brought somewhere before anything else is thought of.

use airbridge_solver::Rejection;
use airbridge_solver::problem::{RequestIdx, WayIdx};
use airbridge_solver::search::Explainer;
use airbridge_solver::solution::Solution;
use airbridge_units::MissionId;

use super::Whereabouts;
use crate::translate::Planner;

/// Every mission under way, then who is on board, then who is elsewhere on the way; as far as each finds a way.
pub(crate) fn first(planner: &Planner) -> Solution {
    let empty = Solution::empty(planner.problem());
    let Some(underway) = &planner.underway else {
        return empty;
    };
    let mut explainer = Explainer::new(planner.problem(), &empty);
    for number in 0..underway.flights.len() {
        explainer.place(RequestIdx::new(underway.first_of_missions.get() + number));
    }
    let aboard = |at: &Whereabouts| matches!(at, Whereabouts::Aboard { .. });
    let on_the_way = |at: &Whereabouts| !aboard(at) && *at != Whereabouts::Origin;
    for stage in [&aboard as &dyn Fn(&Whereabouts) -> bool, &on_the_way] {
        for (party, at) in underway.whereabouts.iter().enumerate() {
            if stage(at) {
                explainer.place(RequestIdx::new(party));
            }
        }
    }
    explainer.solution()
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
            let stopped = explainer.explain(RequestIdx::new(first + number), WayIdx(0)).err()?;
            Some((flight.mission.id.clone(), stopped))
        })
        .collect()
}
