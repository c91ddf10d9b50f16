//! The first solution: requests one by one, the weightiest and most pressing first.

use super::insert::Inserter;
use super::state::State;
use super::stop::StopSignal;
use crate::problem::{Problem, RequestIdx};

/// Inserts every request that can be inserted, unless stopped.
pub(crate) fn construct(state: &mut State<'_>, inserter: &mut Inserter<'_>, stop: &StopSignal) {
    let order = insertion_order(state.problem);
    construct_in(state, inserter, &order, stop);
}

/// Inserts those of these requests that can be inserted, in this order, unless stopped.
pub(crate) fn construct_in(
    state: &mut State<'_>,
    inserter: &mut Inserter<'_>,
    order: &[RequestIdx],
    stop: &StopSignal,
) {
    for &request in order {
        if stop.is_set() {
            return;
        }
        if state.assigned[request.get()].is_some() {
            continue;
        }
        if let Some(found) = inserter.best(state, request) {
            super::apply::apply(state, found);
        }
    }
}

/// By weight in the first tier, then by due time, then by fewest ways.
fn insertion_order(problem: &Problem) -> Vec<RequestIdx> {
    let mut order: Vec<RequestIdx> = (0..problem.requests.len()).map(RequestIdx::new).collect();
    order.sort_by_cached_key(|request| {
        let request = &problem.requests[request.get()];
        let due = request.ways.iter().map(|way| way.due).max();
        (-request.unserved.0[0], due, request.ways.len())
    });
    order
}
