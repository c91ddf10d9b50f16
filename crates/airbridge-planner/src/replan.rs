//! A new plan for an operation under way.

use airbridge_model::{Operation, Plan};
use airbridge_solver::search::StopSignal;
use airbridge_units::MissionId;

use crate::restore::restore;
use crate::translate::{PlanError, Planner, Settings};
use crate::underway;

/// What replanning gives.
#[derive(Debug)]
pub struct Replanned {
    /// The operation that the plan is for. Missions that could not go on by any rule end where they are, or where they land next.
    pub operation: Operation,
    /// The plan.
    pub plan: Plan,
    /// Those missions.
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
    let mut operation = operation;
    let mut stranded: Vec<MissionId> = Vec::new();
    loop {
        let planner = Planner::new(&operation)?;
        let first = underway::first(&planner);
        let known = first.stranded.iter().all(|mission| stranded.contains(mission));
        if first.stranded.is_empty() || known {
            let outcome = planner.solve_from(&first.solution, settings, stop)?;
            let outcome = restore(&planner, outcome, settings, stop);
            let plan = planner.plan(&outcome, settings);
            drop(planner);
            return Ok(Replanned {
                operation,
                plan,
                stranded,
            });
        }
        let more = first.stranded;
        drop(planner);
        operation = airbridge_progress::strand(operation, &more);
        stranded.extend(more);
    }
}
