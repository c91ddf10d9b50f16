//! Why a request cannot be served in a certain way, found by trying.

use super::atlas::Atlas;
use super::convert::state_of;
use super::insert::{Effort, Inserter};
use crate::Rejection;
use crate::problem::{Cost, Problem, RequestIdx, WayIdx};
use crate::solution::Solution;
use rand::SeedableRng;

/// What it would cost to serve a request in a certain way beside all that a solution does already, or what excludes it.
///
/// A request that is served is first taken out. Every tour, setup and gap is tried; the answer names what stopped the
/// attempt that got furthest, in the order of [`Rejection`].
///
/// # Errors
///
/// The rejection of the attempt that got furthest.
///
/// # Panics
///
/// When request or way do not exist, or the solution is not one that [`crate::solution::verify`] passes.
pub fn explain_insertion(
    problem: &Problem,
    solution: &Solution,
    request: RequestIdx,
    way: WayIdx,
) -> Result<Cost, Rejection> {
    let mut state = state_of(problem, solution);
    if state.assigned[request.get()].is_some() {
        super::remove::remove(&mut state, &[request]);
    }
    let atlas = Atlas::new(problem);
    let effort = Effort {
        first_rides: 12,
        second_rides: 6,
        ..Effort::for_size(1)
    };
    let mut inserter = Inserter::new(&atlas, effort, rand_pcg::Pcg64Mcg::seed_from_u64(0));
    inserter.explain(&mut state, request, way)
}
