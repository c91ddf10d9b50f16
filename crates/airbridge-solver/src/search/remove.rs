//! Takes requests out of the current solution.
//!
//! Each tour that loses riders is thinned and scheduled anew. If it could not be without stops that nobody needs any
//! more (a refill, a way that only leads through them), it keeps them; if even that is impossible, all its riders go.

use smallvec::SmallVec;

use super::evaluate::{Context, evaluate};
use super::proposal::{KeepStops, Proposal};
use super::state::State;
use super::tour::TourId;
use crate::problem::RequestIdx;

/// Takes these requests out, and any others that cannot stay without them. Returns all that went, sorted.
pub(crate) fn remove(state: &mut State<'_>, requests: &[RequestIdx]) -> Vec<RequestIdx> {
    let mut gone: Vec<RequestIdx> = requests.to_vec();
    gone.sort_unstable();
    gone.dedup();
    gone.retain(|request| state.assigned[request.get()].is_some());
    let mut touched: Vec<TourId> = tours_of(state, &gone);
    // Assignments go first, so that tours are thinned with the resources already free.
    for request in &gone {
        state.assign(*request, None);
    }
    while let Some(id) = touched.pop() {
        if state.get(id).is_none() || thin(state, id, &gone) {
            continue;
        }
        // Everybody on it has to go, from their other tours too.
        let mut riders: Vec<RequestIdx> = state.tour(id).riders.iter().map(|rider| rider.request).collect();
        riders.retain(|rider| state.assigned[rider.get()].is_some());
        touched.extend(tours_of(state, &riders).into_iter().filter(|other| *other != id));
        state.replace_tour(id, None);
        for rider in riders {
            state.assign(rider, None);
            gone.push(rider);
        }
        gone.sort_unstable();
    }
    gone
}

fn tours_of(state: &State<'_>, requests: &[RequestIdx]) -> Vec<TourId> {
    let mut ids: Vec<TourId> = requests
        .iter()
        .flat_map(|request| state.assigned[request.get()].iter().flat_map(|a| a.tours))
        .collect();
    ids.sort_unstable();
    ids.dedup();
    ids
}

/// Schedules a tour without those who go. Returns whether that was possible.
fn thin(state: &mut State<'_>, id: TourId, gone: &[RequestIdx]) -> bool {
    let stays = |request: RequestIdx| gone.binary_search(&request).is_err();
    let riders = &state.tour(id).riders;
    if riders.iter().all(|rider| stays(rider.request)) {
        return true;
    }
    if !riders.iter().any(|rider| stays(rider.request)) {
        state.replace_tour(id, None);
        return true;
    }
    for keep in [KeepStops::Needed, KeepStops::All] {
        let proposal = Proposal::thinned(state, id, keep, stays);
        let found = proposal.and_then(|proposal| evaluate(state, SmallVec::from_iter([proposal]), Context::default()));
        if let Ok(found) = found {
            super::apply::apply(state, found);
            return true;
        }
    }
    false
}
