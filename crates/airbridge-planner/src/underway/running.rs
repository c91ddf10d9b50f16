//! Plans in execution, for tests.

use airbridge_model::{Event, Operation, Plan};
use airbridge_solver::search::StopSignal;
use airbridge_testkit::generate::{Family, varied};
use jiff::Timestamp;

use crate::translate::{Planner, Settings};

/// An operation of a family and a plan for it.
pub(crate) fn running(family: Family, seed: u64) -> (Operation, Plan) {
    planned(varied(family, seed), seed)
}

/// An operation and a plan for it.
pub(crate) fn planned(operation: Operation, seed: u64) -> (Operation, Plan) {
    let settings = Settings {
        seed,
        work: Some(1_000),
        threads: 1,
    };
    let planner = Planner::new(&operation).expect("sound");
    let outcome = planner.solve(&settings, &StopSignal::new()).expect("well formed");
    let plan = planner.plan(&outcome, &settings);
    drop(planner);
    (operation, plan)
}

/// The operation as it stands after what has happened.
pub(crate) fn stands(operation: &Operation, plan: &Plan, events: &[Event], now: Timestamp) -> Operation {
    let proceeded = airbridge_progress::proceed(operation, plan, "parent", events, now);
    proceeded.expect("events that make sense").operation
}
