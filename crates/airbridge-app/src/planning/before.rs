//! What was reported before there was a plan, taken into the operation that the first plan is made for.

use airbridge_model::{Bound, Event, Finding, Measures, Operation, Plan, PlanOrigin};

/// The operation after events of which none is about a mission: what is out, closed, given, changed. Nothing is under way.
///
/// # Errors
///
/// Events that make no sense without a plan.
pub fn before(operation: &Operation, events: &[Event]) -> Result<Operation, Vec<Finding>> {
    if events.is_empty() {
        return Ok(operation.clone());
    }
    let now = events
        .iter()
        .map(|event| event.at)
        .max()
        .unwrap_or(operation.planned_at);
    let now = now.max(operation.planned_at);
    let proceeded = airbridge_progress::proceed(operation, &nothing(operation), "", events, now)?;
    let mut after = airbridge_progress::as_if_new(&proceeded.operation, operation.planned_at);
    let closed = proceeded
        .operation
        .so_far
        .map(|so_far| so_far.closed)
        .unwrap_or_default();
    after.patients.retain(|patient| !closed.contains_key(&patient.id));
    Ok(after)
}

/// A plan of nothing.
fn nothing(operation: &Operation) -> Plan {
    Plan {
        origin: PlanOrigin {
            operation: operation.name.clone(),
            operation_digest: operation.digest.clone(),
            parent: None,
            replanned_at: None,
            version: String::new(),
            seed: 0,
            work: 0,
        },
        missions: Vec::new(),
        journeys: Vec::new(),
        left_out: Vec::new(),
        measures: Measures::default(),
        bound: Bound::default(),
        changes: Vec::new(),
    }
}
