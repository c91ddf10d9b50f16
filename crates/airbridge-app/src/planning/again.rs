//! An operation under way, planned anew and checked: what commands and jobs have in common.

use airbridge_model::{Finding, Operation, Plan};
use airbridge_planner::{Beside, Planner, Replanned, Settings, replan_watched};
use airbridge_progress::{Decided, Diff, Proceeded};
use airbridge_solver::search::StopSignal;
use airbridge_units::MissionId;
use jiff::Timestamp;
use thiserror::Error;

/// Why there is no plan.
#[derive(Debug, Error)]
pub enum Failure {
    /// Tables or events are not sound.
    #[error("the operation cannot be planned as it is recorded")]
    Findings(Vec<Finding>),
    /// The planner could not do it.
    #[error("the planner could not make a plan")]
    Planner(#[from] airbridge_planner::PlanError),
    /// There is nothing to explain.
    #[error("there is nothing to explain")]
    Nothing(#[from] airbridge_planner::explain::ExplainError),
    /// A bug: the checker has refused the plan.
    #[error("the checker has refused the plan")]
    Refused(Vec<Finding>),
}

/// A plan that replaces another, and what it changes.
#[derive(Debug)]
pub struct Again {
    /// The operation that it is for, with what was decided of missions under way.
    pub operation: Operation,
    /// The plan, which the checker has passed.
    pub plan: Plan,
    /// Who has to be told what.
    pub diff: Diff,
    /// Missions that set everybody down.
    pub set_down: Vec<MissionId>,
    /// Missions that end where they are.
    pub stranded: Vec<MissionId>,
}

/// Plans an operation under way anew, and checks the plan. `parent` is the plan that runs, made from tables of `planned_at`.
///
/// # Errors
///
/// See [`Failure`]. No plan goes out unchecked.
///
/// # Panics
///
/// When the operation is not under way.
pub fn again(
    standing: Operation,
    parent: &Plan,
    planned_at: Timestamp,
    settings: &Settings,
    stop: &StopSignal,
    beside: Beside<'_>,
) -> Result<Again, Failure> {
    let broken = broken(&standing, parent, planned_at);
    let Replanned {
        operation,
        plan,
        set_down,
        stranded,
    } = replan_watched(standing, settings, stop, beside)?;
    let violations = airbridge_check::check(&operation, &plan);
    if !violations.is_empty() {
        return Err(Failure::Refused(violations));
    }
    let diff = airbridge_progress::diff(&operation, &plan, &broken);
    Ok(Again {
        operation,
        plan,
        diff,
        set_down,
        stranded,
    })
}

/// What the plan that runs breaks as things stand, were it planned anew.
pub fn broken(standing: &Operation, parent: &Plan, planned_at: Timestamp) -> Vec<Finding> {
    let mut as_if_new = airbridge_progress::as_if_new(standing, planned_at);
    // That the tables were written anew since breaks no rule.
    as_if_new.digest.clone_from(&parent.origin.operation_digest);
    airbridge_check::check(&as_if_new, parent)
}

/// A first plan, checked.
///
/// # Errors
///
/// See [`Failure`].
pub fn first(
    operation: &Operation,
    settings: &Settings,
    stop: &StopSignal,
    beside: Beside<'_>,
) -> Result<Plan, Failure> {
    let plan = {
        let planner = Planner::new(operation)?;
        let outcome = planner.solve_watched(settings, stop, beside)?;
        planner.plan(&outcome, settings)
    };
    let violations = airbridge_check::check(operation, &plan);
    if violations.is_empty() {
        Ok(plan)
    } else {
        Err(Failure::Refused(violations))
    }
}

/// The operation that a plan which replaces another was made for: as it stood after some events, with what the plan has decided of missions under way.
///
/// # Errors
///
/// Events that make no sense with the plan that it replaces.
pub fn as_made(
    operation: &Operation,
    parent: &Plan,
    events: &[airbridge_model::Event],
    plan: &Plan,
    now: Timestamp,
) -> Result<Decided, Vec<Finding>> {
    let digest = airbridge_interchange::plan_file::digest(parent);
    let Proceeded { operation, .. } = airbridge_progress::proceed(operation, parent, &digest, events, now)?;
    Ok(decided(operation, plan))
}

/// An operation as it stood, with what a plan has decided of missions under way.
pub fn decided(standing: Operation, plan: &Plan) -> Decided {
    airbridge_progress::decided(standing, |operation| airbridge_check::check(operation, plan).len())
}
