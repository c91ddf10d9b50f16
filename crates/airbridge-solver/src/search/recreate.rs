//! Puts requests in again, one by one, each where it costs least, in an order that varies.

use rand::RngExt;
use rand::seq::SliceRandom;
use rand_pcg::Pcg64Mcg;

use super::insert::Inserter;
use super::state::State;
use super::stop::StopSignal;
use crate::problem::RequestIdx;

/// Greedy insertion with blinks (Christiaens & Vanden Berghe 2020, section 5.2). The sorts are theirs with time in the place of distance.
///
/// `first` are tried before all others. Returns false when stopped on the way.
pub(crate) fn recreate(
    state: &mut State<'_>,
    inserter: &mut Inserter<'_>,
    rng: &mut Pcg64Mcg,
    absences: &mut [u32],
    first: &[RequestIdx],
    mut requests: Vec<RequestIdx>,
    stop: &StopSignal,
) -> bool {
    requests.shuffle(rng);
    let problem = state.problem;
    let weight = |request: &RequestIdx| -problem.requests[request.get()].unserved.0[0];
    let due = |r: &RequestIdx| problem.requests[r.get()].ways.iter().map(|way| way.due).max();
    match rng.random_range(0..9_u32) {
        0..=2 => {}
        3..=4 => requests.sort_by_key(weight),
        5 => requests.sort_by_cached_key(|r| (weight(r), due(r))),
        6 => requests.sort_by_cached_key(due),
        7 => requests.sort_by_key(|r| std::cmp::Reverse(absences[r.get()])),
        _ => requests.sort_by_key(|r| problem.requests[r.get()].ways.len()),
    }
    let all: Vec<RequestIdx> = first.iter().copied().chain(requests).collect();
    let done = in_turn(state, inserter, &all, stop);
    for request in all {
        if done && state.assigned[request.get()].is_none() {
            absences[request.get()] = absences[request.get()].saturating_add(1);
        }
    }
    done
}

/// Puts requests in one after the other. Returns false when stopped on the way.
fn in_turn(state: &mut State<'_>, inserter: &mut Inserter<'_>, requests: &[RequestIdx], stop: &StopSignal) -> bool {
    for &request in requests {
        if stop.is_set() {
            return false;
        }
        if state.assigned[request.get()].is_none()
            && let Some(found) = inserter.best(state, request)
        {
            super::apply::apply(state, found);
        }
    }
    true
}
