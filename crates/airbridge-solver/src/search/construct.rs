//! The first solution: requests one by one, in one of several orders.

use airbridge_units::Moment;

use super::insert::Inserter;
use super::state::State;
use super::stop::StopSignal;
use crate::problem::{Problem, RequestIdx, Way};

/// In which order requests are put into a first solution.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub(crate) enum Order {
    /// The weightiest in the first tier, of those the first due.
    Weightiest,
    /// The first due, whatever they weigh: where nearly all can be served, nobody who could have waited takes the early places.
    DueFirst,
    /// The first ready: tours fill up one after the other, as time goes.
    ReadyFirst,
}

impl Order {
    /// Each of them is best on some operations by far, and none on all.
    pub(crate) const ALL: [Self; 3] = [Self::Weightiest, Self::DueFirst, Self::ReadyFirst];

    fn of(self, problem: &Problem) -> Vec<RequestIdx> {
        let mut order: Vec<RequestIdx> = (0..problem.requests.len()).map(RequestIdx::new).collect();
        order.sort_by_cached_key(|request| {
            let request = &problem.requests[request.get()];
            let weight = match self {
                Self::Weightiest => -request.unserved.0[0],
                Self::DueFirst | Self::ReadyFirst => 0,
            };
            let time = match self {
                Self::Weightiest | Self::DueFirst => request.ways.iter().map(|way| way.due).max(),
                Self::ReadyFirst => request.ways.iter().filter_map(|way| ready(problem, way)).min(),
            };
            (weight, time, request.ways.len())
        });
        order
    }
}

/// When a way may first board.
fn ready(problem: &Problem, way: &Way) -> Option<Moment> {
    let windows = &problem.windows[way.rides.first()?.board.get()];
    windows.intervals().first().map(|window| window.0)
}

/// Inserts every request that can be inserted, unless stopped.
pub(crate) fn construct(state: &mut State<'_>, inserter: &mut Inserter<'_>, order: Order, stop: &StopSignal) {
    construct_in(state, inserter, &order.of(state.problem), stop);
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
