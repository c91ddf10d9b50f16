//! The last pass: requests that are known to fit are put in, with full effort.

use rand::SeedableRng;

use super::atlas::Atlas;
use super::convert::{solution_of, state_of};
use super::insert::{Effort, Inserter};
use crate::problem::{Problem, RequestIdx};
use crate::solution::Solution;

/// Exact tries for one request.
const TRIES: usize = 300;

/// Puts requests that are left out into a solution, one by one in the order given, each where it costs least; those that do not fit (any
/// more), or cost more than being left out, stay out. Everybody else keeps the way they have.
///
/// # Panics
///
/// When the solution is not one that [`crate::solution::verify`] passes.
pub fn complete(problem: &Problem, solution: &Solution, requests: &[RequestIdx]) -> Solution {
    let mut state = state_of(problem, solution);
    let atlas = Atlas::new(problem);
    let effort = Effort {
        tries: TRIES,
        failures: TRIES,
        first_rides: 12,
        second_rides: 6,
        ..Effort::for_size(1)
    };
    let mut inserter = Inserter::new(&atlas, effort, rand_pcg::Pcg64Mcg::seed_from_u64(0));
    for &request in requests {
        if state.assigned[request.get()].is_some() {
            continue;
        }
        if let Some(found) = inserter.best(&mut state, request) {
            super::apply::apply(&mut state, found);
        }
    }
    solution_of(&state)
}
