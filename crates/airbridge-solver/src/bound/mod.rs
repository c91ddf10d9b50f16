//! How little the first tier could cost at best, by relaxation; and how little movement could, where problems are plain ([`movement_bound`]).
//!
//! For the first tier:
//!
//! What comes in: a problem. What goes out: a [`Bound`] that no solution can beat. Three things are kept of the
//! problem, everything else is dropped: whether a request could be in place on time if it were alone (`alone`), how much the
//! resources at the end of a way hold in all, and how much those at boarding hold in each bucket (`flow`).
//!
//! Sets of requests that can be linked to resources within their capacities are the independent sets of a gammoid (Perfect 1968;
//! Schrijver 2003, section 39.3), so taking requests by falling weight and augmenting is optimal (Rado 1957, Edmonds 1971).

mod alone;
mod capacity;
mod flow;
mod fragments;
mod network;

pub(crate) use fragments::{Budget, Partition, partition};
pub use fragments::{Effort, MovementBound, movement_bound};

use crate::problem::{Problem, RequestIdx, ResourceIdx};
use crate::search::Atlas;

/// A lower bound on the first tier of any solution's cost.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct Bound {
    /// No solution costs less in tier 0.
    pub tier0: i64,
    /// No solution has more requests in place on time than this.
    pub on_time_at_most: usize,
    /// Requests that could not be in place on time even if they were alone.
    pub impossible: Vec<RequestIdx>,
    /// The resource that turned most requests away, if any did.
    pub binding: Option<ResourceIdx>,
}

/// What a request costs in tier 0, at least, on time and otherwise.
struct Stakes {
    /// When not in place on time.
    otherwise: i64,
    /// What is gained by being on time, at most; never negative.
    gain: i64,
    /// Ways by which it could be on time.
    ways: Vec<usize>,
}

/// Computes the bound.
pub(crate) fn bound(problem: &Problem, atlas: &Atlas) -> Bound {
    let stakes: Vec<Stakes> = (0..problem.requests.len())
        .map(|index| stakes(problem, atlas, index))
        .collect();
    let impossible = stakes
        .iter()
        .enumerate()
        .filter(|(_, stakes)| stakes.ways.is_empty())
        .map(|(index, _)| RequestIdx::new(index))
        .collect();
    let base: i64 = stakes.iter().map(|stakes| stakes.otherwise).sum();
    let linked = flow::link(problem, &stakes);
    Bound {
        tier0: base - linked.gain,
        on_time_at_most: linked.count,
        impossible,
        binding: linked.binding,
    }
}

fn stakes(problem: &Problem, atlas: &Atlas, index: usize) -> Stakes {
    let request = &problem.requests[index];
    let mut otherwise = request.unserved.0[0];
    let mut best = i64::MAX;
    let mut ways = Vec::new();
    for (number, way) in request.ways.iter().enumerate() {
        let Some(in_place) = alone::earliest_in_place(problem, atlas, request, way) else {
            continue;
        };
        otherwise = otherwise.min(way.cost.0[0] + way.late.0[0]);
        if in_place <= way.due.0 {
            best = best.min(way.cost.0[0]);
            ways.push(number);
        }
    }
    let gain = if ways.is_empty() { 0 } else { (otherwise - best).max(0) };
    Stakes { otherwise, gain, ways }
}
