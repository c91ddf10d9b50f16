//! One run of the planner: from tables, and what has happened, to a plan that the checker has passed.

use airbridge_events::{Fact, OperationId, Outline, PlanId, Record};
use airbridge_interchange::{TextTables, plan_file, read_operation};
use airbridge_model::{Finding, Operation, Plan, Severity};
use airbridge_planner::{Planner, Replanned, Settings, replan};
use airbridge_progress::Diff;
use airbridge_solver::search::StopSignal;
use jiff::Timestamp;
use thiserror::Error;

use super::happened;

/// How much work is put in.
#[derive(Clone, Copy, PartialEq, Debug)]
pub struct Work {
    /// Units of work; without it until the caller stops.
    pub work: Option<u64>,
    /// Random seed.
    pub seed: u64,
    /// Threads.
    pub threads: usize,
}

/// What is asked of the planner.
#[derive(Debug)]
pub struct Order<'o> {
    /// As it stands.
    pub record: &'o Record,
    /// For which operation.
    pub operation: &'o OperationId,
    /// The server's time.
    pub now: Timestamp,
    /// The tables: of now for a first plan, those of the running plan for one that replaces it.
    pub tables: &'o TextTables,
    /// The running plan with its file, and the facts that are not in its tables.
    pub running: Option<(&'o PlanId, &'o Plan, &'o [Fact])>,
    /// How much work is put in.
    pub work: Work,
}

/// A plan that the checker has passed.
#[derive(Debug)]
pub struct Made {
    /// The operation that it is for.
    pub operation: Operation,
    /// The plan.
    pub plan: Plan,
    /// Who has to be told what, where it replaces another.
    pub diff: Option<Diff>,
}

/// Why there is no plan.
#[derive(Debug, Error)]
pub enum Failure {
    /// Tables or events are not sound.
    #[error("the operation cannot be planned as it is recorded")]
    Findings(Vec<Finding>),
    /// The planner could not do it.
    #[error("the planner could not make a plan")]
    Planner(#[from] airbridge_planner::PlanError),
    /// A bug: the checker has refused the plan.
    #[error("the checker has refused the plan")]
    Refused(Vec<Finding>),
}

/// Plans. Takes as long as it is let.
///
/// # Errors
///
/// See [`Failure`]. Nothing else goes out then.
pub fn run(order: &Order<'_>, stop: &StopSignal) -> Result<Made, Failure> {
    let reading = read_operation(&order.tables.source());
    let errors = |findings: Vec<Finding>| {
        let errors = findings
            .into_iter()
            .filter(|finding| finding.severity == Severity::Error);
        Failure::Findings(errors.collect())
    };
    let operation = reading.operation.ok_or_else(|| errors(reading.findings))?;
    let settings = Settings {
        seed: order.work.seed,
        work: order.work.work,
        threads: order.work.threads,
    };
    let made = match order.running {
        None => first(operation, &settings, stop)?,
        Some((_, parent, facts)) => {
            let events = happened(order.record, order.operation, facts, order.tables, &operation);
            let events = events.map_err(Failure::Findings)?;
            let digest = plan_file::digest(parent);
            let standing = airbridge_progress::proceed(&operation, parent, &digest, &events, order.now);
            let standing = standing.map_err(Failure::Findings)?.operation;
            let as_if_new = airbridge_progress::as_if_new(&standing, operation.planned_at);
            let broken = airbridge_check::check(&as_if_new, parent);
            let Replanned { operation, plan, .. } = replan(standing, &settings, stop)?;
            let diff = airbridge_progress::diff(&operation, &plan, &broken);
            Made {
                operation,
                plan,
                diff: Some(diff),
            }
        }
    };
    let violations = airbridge_check::check(&made.operation, &made.plan);
    if violations.is_empty() {
        Ok(made)
    } else {
        Err(Failure::Refused(violations))
    }
}

fn first(operation: Operation, settings: &Settings, stop: &StopSignal) -> Result<Made, Failure> {
    let plan = {
        let planner = Planner::new(&operation)?;
        let outcome = planner.solve(settings, stop)?;
        planner.plan(&outcome, settings)
    };
    Ok(Made {
        operation,
        plan,
        diff: None,
    })
}

impl Made {
    /// What of it the record keeps.
    pub fn outline(&self, from: super::outline::From) -> Outline {
        super::outline(&self.operation, &self.plan, from)
    }
}
