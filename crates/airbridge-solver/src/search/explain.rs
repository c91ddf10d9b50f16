//! Why a request cannot be served in a certain way, found by trying.

use super::atlas::Atlas;
use super::convert::state_of;
use super::insert::{Effort, Inserter};
use super::state::State;
use crate::Rejection;
use crate::problem::{Cost, Problem, RequestIdx, WayIdx};
use crate::solution::Solution;
use rand::SeedableRng;

/// Spots that are tested exactly for one ride, the most promising first, before the reason is given.
const TESTED: usize = 20;

/// Tours that end longer than this before the ride can board are out of its reach, whatever else: seconds. A tour is at most a few days long.
const STRETCH: i64 = 10 * 86_400;

/// Answers why requests that a solution leaves out are left out. Holds the solution in a form that is searched quickly.
pub struct Explainer<'p> {
    atlas: Atlas,
    state: State<'p>,
}

impl<'p> Explainer<'p> {
    /// # Panics
    ///
    /// When the solution is not one that [`crate::solution::verify`] passes.
    pub fn new(problem: &'p Problem, solution: &Solution) -> Self {
        Self {
            atlas: Atlas::new(problem),
            state: state_of(problem, solution),
        }
    }

    /// What it would cost to serve a left-out request in a certain way beside all that the solution does already, or what excludes it: what
    /// stopped the attempt that got furthest, in the order of [`Rejection`].
    ///
    /// # Errors
    ///
    /// The rejection.
    ///
    /// # Panics
    ///
    /// When request or way do not exist, or the request is served.
    pub fn explain(&mut self, request: RequestIdx, way: WayIdx) -> Result<Cost, Rejection> {
        assert!(
            self.state.assigned[request.get()].is_none(),
            "only requests that are left out are explained"
        );
        let effort = Effort {
            failures: TESTED,
            first_rides: 12,
            second_rides: 6,
            joins_first: false,
            stretch: STRETCH,
            ..Effort::for_size(1)
        };
        let mut inserter = Inserter::new(&self.atlas, effort, rand_pcg::Pcg64Mcg::seed_from_u64(0));
        inserter.explain(&mut self.state, request, way)
    }
}

impl std::fmt::Debug for Explainer<'_> {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.debug_struct("Explainer").finish_non_exhaustive()
    }
}

/// Likewise for one request, which is first taken out if it is served.
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
    let mut explainer = Explainer::new(problem, solution);
    if explainer.state.assigned[request.get()].is_some() {
        super::remove::remove(&mut explainer.state, &[request]);
    }
    explainer.explain(request, way)
}
