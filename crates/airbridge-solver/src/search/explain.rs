//! Why a request cannot be served in a certain way, found by trying.

use super::atlas::Atlas;
use super::convert::{solution_of, state_of};
use super::evaluate::Evaluated;
use super::insert::{Effort, Inserter, LEAST, cheapest};
use super::memory::{Because, By, Memory};
use super::state::State;
use crate::Rejection;
use crate::problem::{Cost, Problem, RequestIdx, WayIdx};
use crate::solution::Solution;
use rand::SeedableRng;

/// Spots that are tested exactly for one ride, the most promising first, before the reason is given.
const TESTED: usize = 20;

/// Work for one way with two rides before second flights that exist are looked at.
const BUDGET: u64 = 120;

/// Tours that end longer than this before the ride can board are out of its reach, whatever else: seconds. A tour is at most a few days long.
const STRETCH: i64 = 10 * 86_400;

/// Answers why requests that a solution leaves out are left out. Holds the solution in a form that is searched quickly, and remembers
/// what stopped whom.
pub struct Explainer<'p> {
    atlas: Atlas,
    state: State<'p>,
    known: Memory<Rejection>,
}

impl<'p> Explainer<'p> {
    /// # Panics
    ///
    /// When the solution is not one that [`crate::solution::verify`] passes.
    pub fn new(problem: &'p Problem, solution: &Solution) -> Self {
        Self {
            atlas: Atlas::new(problem),
            state: state_of(problem, solution),
            known: Memory::default(),
        }
    }

    /// What it would cost to serve a left-out request in a certain way beside all that the solution does already, or what excludes it: what
    /// stopped the attempt that got furthest, in the order of [`Rejection`]. Stops at the first place that costs less than leaving it out.
    ///
    /// # Errors
    ///
    /// The rejection.
    ///
    /// # Panics
    ///
    /// When request or way do not exist, or the request is served.
    pub fn explain(&mut self, request: RequestIdx, way: WayIdx) -> Result<Cost, Rejection> {
        self.test(request, way).map(|found| found.delta)
    }

    /// Serves a left-out request, if a way is found that costs less than leaving it out, beside all that the solution does already. Says
    /// whether it did. What stopped each way is remembered for [`Explainer::explain`], which then answers at once.
    ///
    /// # Panics
    ///
    /// When the request does not exist or is served.
    pub fn place(&mut self, request: RequestIdx) -> bool {
        let found = self.first_found(request);
        let placed = found.is_some();
        if let Some(found) = found {
            super::apply::apply(&mut self.state, found);
        }
        placed
    }

    /// Whether [`Explainer::place`] would serve a left-out request. What stopped each way is remembered likewise.
    ///
    /// # Panics
    ///
    /// When the request does not exist or is served.
    pub fn can_place(&mut self, request: RequestIdx) -> bool {
        self.first_found(request).is_some()
    }

    fn first_found(&mut self, request: RequestIdx) -> Option<Evaluated> {
        let ways = self.state.problem.requests[request.get()].ways.len();
        (0..ways).find_map(|way| self.test(request, WayIdx::new(way)).ok())
    }

    /// Whether a request is served by now.
    pub fn is_served(&self, request: RequestIdx) -> bool {
        self.state.assigned[request.get()].is_some()
    }

    /// As [`Explainer::place`], in the way that costs least of all that are found, the first of several.
    ///
    /// # Panics
    ///
    /// When the request does not exist or is served.
    pub fn place_best(&mut self, request: RequestIdx) -> bool {
        let ways = self.state.problem.requests[request.get()].ways.len();
        self.place_in(request, (0..ways).map(|way| (LEAST, WayIdx::new(way))))
    }

    /// Likewise, but a way that by itself costs more in the first tier than one that is found is not tried: it would have to bring somebody else to a
    /// better time, which is rare, and this is many times faster.
    ///
    /// # Panics
    ///
    /// When the request does not exist or is served.
    pub fn place_quickly(&mut self, request: RequestIdx) -> bool {
        let ways = self.state.problem.requests[request.get()].ways.len();
        let order = inserter(&self.atlas).worth_it(&self.state, request, (0..ways).map(WayIdx::new));
        self.place_in(request, order)
    }

    fn place_in(&mut self, request: RequestIdx, order: impl IntoIterator<Item = (Cost, WayIdx)>) -> bool {
        let found = cheapest(order, |way| self.test(request, way).ok());
        let placed = found.is_some();
        if let Some(found) = found {
            super::apply::apply(&mut self.state, found);
        }
        placed
    }

    /// The solution with all that was placed.
    pub fn solution(&self) -> Solution {
        solution_of(&self.state)
    }

    fn test(&mut self, request: RequestIdx, way: WayIdx) -> Result<Evaluated, Rejection> {
        assert!(
            self.state.assigned[request.get()].is_none(),
            "only requests that are left out are explained"
        );
        let problem = self.state.problem;
        let asked = &problem.requests[request.get()];
        let the_way = &asked.ways[way.get()];
        if let Some(known) = self.known.recall(problem, asked, the_way, By::AnyTime) {
            return Err(*known);
        }
        let mut inserter = inserter(&self.atlas);
        let tested = inserter.test(&mut self.state, request, way).and_then(|found| {
            if found.delta < Cost::ZERO {
                Ok(found)
            } else {
                Err(Rejection::Costly)
            }
        });
        if let Err(rejection) = tested {
            // What is seen at once is not tried, and has no part in what the inserter knows.
            let seen = matches!(rejection, Rejection::Resource { .. }) && inserter.deepest.is_none();
            let because = if seen || rejection == Rejection::Costly {
                Because::OfAnything
            } else {
                inserter.because(the_way)
            };
            self.known
                .keep(problem, asked, the_way, (By::AnyTime, because), rejection);
            return Err(rejection);
        }
        tested
    }
}

fn inserter(atlas: &Atlas) -> Inserter<'_> {
    let effort = Effort {
        stretch: STRETCH,
        ..Effort::for_one(TESTED, BUDGET)
    };
    Inserter::new(atlas, effort, rand_pcg::Pcg64Mcg::seed_from_u64(0))
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
