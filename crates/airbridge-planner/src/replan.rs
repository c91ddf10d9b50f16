//! A new plan for an operation under way.

use airbridge_model::{Operation, Plan};
use airbridge_solver::problem::Cost;
use airbridge_solver::search::{Outcome, StopSignal};
use airbridge_solver::solution::Solution;
use airbridge_units::MissionId;

use crate::restore::{at_once, changed, restore};
use crate::translate::{PlanError, Planner, Settings};
use crate::underway::{self, Begun};
use crate::watch::{Beside, watched};

/// What replanning gives.
#[derive(Debug)]
pub struct Replanned {
    /// The operation that the plan is for, with what was decided of [`Replanned::set_down`] and [`Replanned::stranded`].
    pub operation: Operation,
    /// The plan.
    pub plan: Plan,
    /// Missions that go on without those who were on board: these get off where it is, or where it lands next, and are taken to their bed, or to the nearest facility.
    pub set_down: Vec<MissionId>,
    /// Missions that could not go on by any rule: they end where they are, or where they land next.
    pub stranded: Vec<MissionId>,
}

/// Plans an operation under way anew: what has happened stays, missions under way go on or end where they are, and what was promised is kept unless
/// more is gained than it costs to break it ([`airbridge_model::CommitmentPolicy`]).
///
/// # Errors
///
/// As [`Planner::new`] and [`Planner::solve`].
///
/// # Panics
///
/// When the operation is not under way.
pub fn replan(operation: Operation, settings: &Settings, stop: &StopSignal) -> Result<Replanned, PlanError> {
    replan_watched(operation, settings, stop, &|_, _| ())
}

/// As [`replan`], with somebody who looks on.
///
/// # Errors
///
/// As [`Planner::new`] and [`Planner::solve`].
///
/// # Panics
///
/// When the operation is not under way.
pub fn replan_watched(
    operation: Operation,
    settings: &Settings,
    stop: &StopSignal,
    beside: Beside<'_>,
) -> Result<Replanned, PlanError> {
    replanned(operation, settings, stop, beside, |planner, outcome| {
        planner.plan(outcome, settings)
    })
}

/// As [`replan`], but nobody is told why they are left out: for plans that nobody reads.
///
/// # Errors
///
/// As [`Planner::new`] and [`Planner::solve`].
///
/// # Panics
///
/// When the operation is not under way.
pub fn replan_bare(operation: Operation, settings: &Settings, stop: &StopSignal) -> Result<Replanned, PlanError> {
    replanned(operation, settings, stop, &|_, _| (), |planner, outcome| {
        planner.plan_bare(outcome, settings)
    })
}

fn replanned(
    operation: Operation,
    settings: &Settings,
    stop: &StopSignal,
    beside: Beside<'_>,
    write: impl Fn(&Planner<'_>, &Outcome) -> Plan,
) -> Result<Replanned, PlanError> {
    let (mut operation, mut set_down) = waits(operation)?;
    let mut stranded: Vec<MissionId> = Vec::new();
    loop {
        let planner = Planner::new(&operation)?;
        let begun = underway::begun(&planner);
        let known = begun.stranded.iter().all(|mission| stranded.contains(mission));
        if known {
            let outcome = watched(&planner, beside, || {
                // Whoever waits for a plan that can be flown has one now.
                let quick = begun.quickly(&planner);
                stop.show(planner.problem(), &quick);
                let begin = begin(&planner, begun, settings, stop);
                let outcome = planner.solve_from(&begin, settings, stop)?;
                let mut outcome = restore(&planner, outcome, settings, stop);
                let cost = quick.cost(planner.problem());
                if cost < outcome.cost {
                    // What was shown is not taken back.
                    (outcome.solution, outcome.cost) = (quick, cost);
                }
                Ok::<_, PlanError>(outcome)
            })?;
            let plan = write(&planner, &outcome);
            drop(planner);
            let goes_on = |mission: &MissionId| {
                let missions = operation.so_far.iter().flat_map(|so_far| &so_far.stands.missions);
                !stranded.contains(mission) && missions.into_iter().any(|known| known.id == *mission)
            };
            set_down.retain(goes_on);
            return Ok(Replanned {
                operation,
                plan,
                set_down,
                stranded,
            });
        }
        let more = begun.stranded;
        // First without those on board, who need more than the aircraft does; where that is no help it stays, as where it should not even land.
        let (again, now): (Vec<_>, Vec<_>) = more
            .into_iter()
            .partition(|mission| set_down.contains(mission) || !underway::lands(&planner, mission));
        drop(planner);
        operation = airbridge_progress::set_down(operation, &now);
        operation = airbridge_progress::strand(operation, &again);
        set_down.extend(now);
        stranded.extend(again);
    }
}

/// What the search begins with. What can be kept without a search is kept here: so what the search gives is worth as much at least.
///
/// Where promises would be broken though missions under way go on as they stand, how they go on is planned anew, too, and the better of the two counts: a
/// search of little work does not get from the one to the other.
fn begin(planner: &Planner<'_>, mut begun: Begun<'_>, settings: &Settings, stop: &StopSignal) -> Solution {
    let kept = |solution| at_once(planner, solution, settings, stop);
    let placed = begun.with_promised(planner);
    let goes_on = kept(placed.clone());
    if changed(planner, &goes_on).is_empty() || stop.is_set() {
        return goes_on;
    }
    let anew = underway::begun_anew(planner, &begun).map(|mut anew| anew.with_promised(planner));
    let cost = |solution: &Solution| solution.cost(planner.problem());
    match anew.filter(|anew| *anew != placed).map(kept) {
        Some(anew) if cost(&anew) < cost(&goes_on) => anew,
        _ => goes_on,
    }
}

/// Whether those who are on board of missions that wait stay on board, or get off and are fetched by others: what costs less at first sight, in time and
/// promises, for all such missions together. What is as good there is not told apart by what a first solution makes of the rest.
fn waits(operation: Operation) -> Result<(Operation, Vec<MissionId>), PlanError> {
    let holds = operation.so_far.as_ref().is_some_and(|so_far| !so_far.held.is_empty());
    if !holds {
        return Ok((operation, Vec::new()));
    }
    let (stays, stay_cost, waiting) = {
        let planner = Planner::new(&operation)?;
        let waiting = underway::waiting(&planner);
        if waiting.is_empty() {
            drop(planner);
            return Ok((operation, waiting));
        }
        let (all, cost) = first(&planner);
        (all, cost, waiting)
    };
    let without = airbridge_progress::set_down(operation.clone(), &waiting);
    let (gets_off, off_cost) = first(&Planner::new(&without)?);
    // Somebody on board without a way is to be got off anyway, and alone.
    Ok(if stays && gets_off && off_cost.0[..3] < stay_cost.0[..3] {
        (without, waiting)
    } else {
        (operation, Vec::new())
    })
}

/// Whether all that has begun finds a way on, and what it costs with what was promised.
fn first(planner: &Planner<'_>) -> (bool, Cost) {
    let mut begun = underway::begun(planner);
    let all = begun.stranded.is_empty();
    (all, begun.with_promised(planner).cost(planner.problem()))
}

#[cfg(test)]
mod tests;
