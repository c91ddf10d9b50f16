//! What a search for a plan under way begins with: missions go on and patients on board are brought somewhere before anything else is thought of.

use std::collections::{BTreeMap, BTreeSet};

use airbridge_model::{Mission, Operation, Plan, Progress, SoFar, Step};
use airbridge_solver::problem::RequestIdx;
use airbridge_solver::search::Explainer;
use airbridge_solver::solution::Solution;
use airbridge_units::{MissionId, PatientId};

use super::{Underway, Whereabouts};
use crate::encode::encode;
use crate::translate::Planner;

/// The running plan as far as it still holds: its missions that have not begun, those under way with who is on board, who is elsewhere on the way, and
/// everybody else to whom something was promised; each where it costs least, as far as each finds a way.
///
/// What has begun comes first: where missions ahead stand in its way, those of the same aircraft and crews are planned anew, or all.
pub(crate) fn first(planner: &Planner) -> First {
    let empty = Solution::empty(planner.problem());
    let Some(underway) = &planner.underway else {
        return First {
            solution: empty,
            stranded: Vec::new(),
        };
    };
    let all = ahead(planner.operation, underway.so_far);
    let mut others = all.clone();
    let busy = |mission: &Mission| {
        underway.flights.iter().any(|flight| {
            let team = flight.mission.medical_crew.as_ref();
            flight.mission.aircraft == mission.aircraft
                || flight.mission.flight_crew == mission.flight_crew
                || (team.is_some() && team == mission.medical_crew.as_ref())
        })
    };
    others.missions.retain(|mission| !busy(mission));
    keep_whole(&mut others);
    let held = |plan: &Plan| match encode(planner, plan) {
        Ok(solution) => solution,
        Err(partial) => partial.solution,
    };
    let begins: [&dyn Fn() -> Solution; 3] = [&|| held(&all), &|| held(&others), &|| empty.clone()];
    let mut best: Option<(usize, First)> = None;
    for (begin, missions_first) in begins.iter().flat_map(|begin| [(begin, false), (begin, true)]) {
        let mut explainer = Explainer::new(planner.problem(), &begin());
        let (stranded, turned_out) = place(planner, underway, missions_first, &mut explainer);
        let wanting = stranded.len() + turned_out;
        if best.as_ref().is_none_or(|(fewest, _)| wanting < *fewest) {
            let solution = explainer.solution();
            best = Some((wanting, First { solution, stranded }));
        }
        if wanting == 0 {
            break;
        }
    }
    best.expect("something was tried").1
}

/// A solution to begin with.
#[derive(Debug)]
pub(crate) struct First {
    pub(crate) solution: Solution,
    /// Missions under way that found no way on, or none for somebody on board.
    pub(crate) stranded: Vec<MissionId>,
}

/// Places everything that was begun or promised; says which missions found no way on with all who are on board, and how many parties have no place where
/// they wait.
fn place(
    planner: &Planner,
    underway: &Underway<'_>,
    missions_first: bool,
    explainer: &mut Explainer<'_>,
) -> (Vec<MissionId>, usize) {
    let stage = |at: &Whereabouts| match at {
        // Whoever is inside takes a place there, whatever comes of the others.
        Whereabouts::Inside { .. } => 0,
        Whereabouts::Aboard { .. } => 2,
        Whereabouts::Field { .. } => 4,
        Whereabouts::Origin => 5,
    };
    let promised = begins(underway.so_far);
    let parties = underway.whereabouts.iter().enumerate().filter_map(|(party, at)| {
        let begins = promised.get(&planner.parties[party].members[0].id).copied();
        let begins = if stage(at) < 5 {
            begins.unwrap_or(jiff::Timestamp::MIN)
        } else {
            begins?
        };
        Some((stage(at), begins, party))
    });
    let of_missions = if missions_first { 1 } else { 3 };
    let first = underway.first_of_missions.get();
    let missions = (0..underway.flights.len()).map(|number| (of_missions, jiff::Timestamp::MIN, first + number));
    let mut order: Vec<(u8, jiff::Timestamp, usize)> = parties.chain(missions).collect();
    order.sort_unstable();
    let mut stranded = BTreeSet::new();
    let mut turned_out = 0;
    for (_, _, number) in order {
        let request = RequestIdx::new(number);
        if explainer.is_served(request) || explainer.place_best(request) {
            continue;
        }
        let flight = match underway.whereabouts.get(number) {
            None => Some(number - first),
            Some(Whereabouts::Aboard { flight }) => Some(*flight),
            Some(at) => {
                turned_out += usize::from(matches!(at, Whereabouts::Inside { .. }));
                None
            }
        };
        stranded.extend(flight.map(|flight| underway.flights[flight].mission.id.clone()));
    }
    (stranded.into_iter().collect(), turned_out)
}

/// Leaves only journeys whose missions are all there.
fn keep_whole(plan: &mut Plan) {
    let known: BTreeSet<MissionId> = plan.missions.iter().map(|mission| mission.id.clone()).collect();
    plan.journeys.retain(|journey| {
        journey.steps.iter().all(|step| match step {
            Step::Lift { mission, .. } => known.contains(mission),
            _ => true,
        })
    });
}

/// What of the plan, as it stands, has not begun in any part.
fn ahead(operation: &Operation, so_far: &SoFar) -> Plan {
    let now = operation.planned_at;
    let mut plan = so_far.stands.clone();
    plan.missions
        .retain(|mission| mission.progress(now) == Progress::NotBegun);
    plan.journeys.retain(|journey| journey.begun(now).is_empty());
    keep_whole(&mut plan);
    plan
}

/// When the first lift of each promised journey begins.
fn begins(so_far: &SoFar) -> BTreeMap<PatientId, jiff::Timestamp> {
    let journeys = so_far.promised.journeys.iter();
    journeys
        .filter_map(|journey| Some((journey.patient.clone(), journey.steps.first()?.span().0)))
        .collect()
}
