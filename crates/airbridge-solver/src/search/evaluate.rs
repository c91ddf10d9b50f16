//! Whether a group of proposals is possible, and what it would change in cost. Nothing is changed here.
//!
//! What comes in: the current solution and proposals, each for one tour. What goes out: the same proposals with
//! clocks and the difference in cost, or the [`Rejection`]. [`super::apply`] carries it out.

use smallvec::SmallVec;

use super::moved::{Moved, moved_riders};
use super::proposal::Proposal;
use super::share::{Hindrance, check_shared};
use super::state::State;
use super::surround::surround;
use super::tour::tour_cost;
use crate::Rejection;
use crate::problem::{Cost, RequestIdx, WayIdx};
use crate::schedule::frame::Surroundings;
use crate::schedule::{Waiting, draft::Draft, duty::check_lengths, settle};

/// The other ride of the request that is being inserted, taken as fixed.
#[derive(Clone, Copy, Debug)]
pub(crate) struct Given {
    /// Which ride this is.
    pub(crate) ride: u8,
    pub(crate) start: i64,
    pub(crate) finish: i64,
    pub(crate) moving: i64,
    pub(crate) legs: u32,
}

/// What an evaluation takes for granted.
#[derive(Clone, Copy, Debug, Default)]
pub(crate) struct Context {
    pub(crate) given: Option<Given>,
    /// Whether other halves of riders' ways that lie later may be pushed: so for a first look at one of two tours, of which both are
    /// evaluated together afterwards.
    pub(crate) later_may_move: bool,
}

/// Proposals that are possible.
#[derive(Clone, Debug)]
pub(crate) struct Evaluated {
    pub(crate) proposals: SmallVec<[Proposal; 2]>,
    pub(crate) moved: Moved,
    /// Difference in total cost. Without the new request's own cost when only its first ride was proposed.
    pub(crate) delta: Cost,
}

/// How many times an event is moved on to a bucket or stand with room before giving up.
const MOST_PUSHES: usize = 4;
/// How many sets of rests are tried.
const MOST_REST_SETS: usize = 8;

/// Tests a group of proposals exactly.
pub(crate) fn evaluate(
    state: &mut State<'_>,
    mut proposals: SmallVec<[Proposal; 2]>,
    context: Context,
) -> Result<Evaluated, Rejection> {
    state.work += 1;
    let state = &*state;
    check_tour_counts(state, &proposals)?;
    let around = surround(state, &proposals, &context);
    // Full tanks first: what fits with a refill at every stop leaves more choice for what comes after.
    let mut fuller = false;
    for proposal in &mut proposals {
        fuller |= proposal.draft.refill_wherever_possible(state.problem);
    }
    let mut tried = attempt(state, &mut proposals, context, &around);
    if fuller && tried.is_err() {
        for proposal in &mut proposals {
            proposal.draft.refill_anew(state.problem);
        }
        tried = attempt(state, &mut proposals, context, &around);
    }
    let why = match tried {
        Ok(moved) => return Ok(finish(state, proposals, moved)),
        Err(why) => why,
    };
    if !around.duty_pushed.get() {
        return Err(why);
    }
    for index in 0..proposals.len() {
        if let Some(moved) = with_rests(state, &mut proposals, index, context, &around) {
            return Ok(finish(state, proposals, moved));
        }
    }
    Err(why)
}

fn check_tour_counts(state: &State<'_>, proposals: &[Proposal]) -> Result<(), Rejection> {
    for proposal in proposals.iter().filter(|proposal| proposal.tour.is_none()) {
        let vehicle = proposal.draft.vehicle;
        let new = proposals
            .iter()
            .filter(|p| p.tour.is_none() && p.draft.vehicle == vehicle)
            .count();
        let most = state.problem.vehicles[vehicle.get()].max_tours as usize;
        if state.by_vehicle[vehicle.get()].len() + new > most {
            return Err(Rejection::Tours);
        }
    }
    Ok(())
}

/// Settles the clocks and finds room in shared resources, with the rests that the drafts have.
fn attempt(
    state: &State<'_>,
    proposals: &mut SmallVec<[Proposal; 2]>,
    context: Context,
    around: &Surroundings<'_>,
) -> Result<Moved, Rejection> {
    let problem = state.problem;
    let mut pushes: SmallVec<[Hindrance; 6]> = SmallVec::new();
    let mut waiting = Waiting::BeforeDeparture;
    loop {
        if pushes.is_empty() {
            settle(problem, &mut drafts_of(proposals), around, waiting)?;
        } else {
            let mut pushed = around.clone();
            for push in &pushes {
                push.apply(proposals, &mut pushed);
            }
            let settled = settle(problem, &mut drafts_of(proposals), &pushed, waiting);
            around.duty_pushed.set(pushed.duty_pushed.get());
            settled?;
        }
        let moved = moved_riders(state, proposals, context.given.as_ref())?;
        match check_shared(state, proposals, &moved) {
            Ok(()) => return Ok(moved),
            Err((resource, hindrance)) => {
                // Only starts and departures were moved by waiting before departure.
                let moved_by_waiting = hindrance.is_none_or(|hindrance| hindrance.was_compacted());
                if waiting == Waiting::BeforeDeparture && moved_by_waiting {
                    waiting = Waiting::OnTheWay;
                    continue;
                }
                match hindrance {
                    Some(hindrance) if pushes.len() < MOST_PUSHES => pushes.push(hindrance),
                    _ => return Err(Rejection::Resource { resource }),
                }
            }
        }
    }
}

fn drafts_of(proposals: &mut [Proposal]) -> SmallVec<[&mut Draft; 2]> {
    proposals.iter_mut().map(|proposal| &mut proposal.draft).collect()
}

/// Tries sets of rests on one draft: the fewest that will do, and of those the one that ends earliest.
fn with_rests(
    state: &State<'_>,
    proposals: &mut SmallVec<[Proposal; 2]>,
    index: usize,
    context: Context,
    around: &Surroundings<'_>,
) -> Option<Moved> {
    let problem = state.problem;
    let sketch = &proposals[index].draft.sketch;
    let places: SmallVec<[usize; 8]> = (0..sketch.stops.len())
        .filter(|&stop| sketch.can_rest(problem, stop))
        .collect();
    let before: SmallVec<[bool; 16]> = sketch.stops.iter().map(|stop| stop.rest).collect();
    let mut tries = 0;
    for size in 1..=places.len().min(4) {
        let mut best: Option<(i64, SmallVec<[Proposal; 2]>, Moved)> = None;
        for set in subsets(places.len(), size) {
            tries += 1;
            if tries > MOST_REST_SETS {
                break;
            }
            let stops = &mut proposals[index].draft.sketch.stops;
            for stop in stops.iter_mut() {
                stop.rest = false;
            }
            for &place in &set {
                stops[places[place]].rest = true;
            }
            let draft = &mut proposals[index].draft;
            draft.refill_anew(problem);
            if check_lengths(problem, draft).is_err() {
                continue;
            }
            if let Ok(moved) = attempt(state, proposals, context, around) {
                let end = proposals[index].draft.end();
                if best.as_ref().is_none_or(|(known, ..)| end < *known) {
                    best = Some((end, proposals.clone(), moved));
                }
            }
        }
        if let Some((_, found, moved)) = best {
            *proposals = found;
            return Some(moved);
        }
    }
    for (stop, rest) in proposals[index].draft.sketch.stops.iter_mut().zip(before) {
        stop.rest = rest;
    }
    proposals[index].draft.refill_anew(problem);
    None
}

/// All sets of `size` out of `0..count`, in lexicographic order.
fn subsets(count: usize, size: usize) -> impl Iterator<Item = SmallVec<[usize; 4]>> {
    let mut next: Option<SmallVec<[usize; 4]>> = (size <= count).then(|| (0..size).collect());
    std::iter::from_fn(move || {
        let current = next.take()?;
        let mut following = current.clone();
        let movable = (0..size).rev().find(|&i| following[i] < count - size + i);
        if let Some(i) = movable {
            following[i] += 1;
            for j in i + 1..size {
                following[j] = following[j - 1] + 1;
            }
            next = Some(following);
        }
        Some(current)
    })
}

fn finish(state: &State<'_>, proposals: SmallVec<[Proposal; 2]>, moved: Moved) -> Evaluated {
    let problem = state.problem;
    let mut delta = Cost::ZERO;
    for proposal in &proposals {
        delta += tour_cost(problem, &proposal.draft);
        if let Some(old) = proposal.tour {
            delta -= state.tour(old).cost;
        }
    }
    for (request, new) in &moved.requests {
        let old = &state.assigned[request.get()];
        delta += new.cost
            - old
                .as_ref()
                .map_or(problem.requests[request.get()].unserved, |old| old.cost);
    }
    Evaluated {
        proposals,
        moved,
        delta,
    }
}

/// The request that a group inserts, if any.
pub(crate) fn inserted(proposals: &[Proposal]) -> Option<(RequestIdx, WayIdx)> {
    proposals
        .iter()
        .find_map(|proposal| proposal.added.map(|added| (added.0.request, added.0.way)))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn subsets_are_all_there_once() {
        let all: Vec<Vec<usize>> = subsets(4, 2).map(|set| set.to_vec()).collect();
        assert_eq!(all, [[0, 1], [0, 2], [0, 3], [1, 2], [1, 3], [2, 3]]);
        assert_eq!(subsets(2, 3).count(), 0);
        assert_eq!(subsets(3, 3).count(), 1);
    }
}
