//! The last pass: requests that are left out are put in where there is room.

use rand::SeedableRng;

use super::atlas::Atlas;
use super::construct::construct_in;
use super::convert::{solution_of, state_of};
use super::insert::{Effort, Inserter};
use super::memory::Memory;
use super::stop::StopSignal;
use crate::problem::{Problem, RequestIdx};
use crate::solution::Solution;

/// Puts requests that are left out into a solution, one by one in the order given, each where it costs least; those that do not fit, or cost
/// more than being left out, stay out. Everybody else keeps the way they have. Looks only quickly.
///
/// # Panics
///
/// When the solution is not one that [`crate::solution::verify`] passes.
pub fn complete(problem: &Problem, solution: &Solution, requests: &[RequestIdx]) -> Solution {
    let mut state = state_of(problem, solution);
    let atlas = Atlas::new(problem);
    let effort = Effort::for_size(problem.requests.len()).quick();
    let mut inserter = Inserter::new(&atlas, effort, rand_pcg::Pcg64Mcg::seed_from_u64(0));
    inserter.hopeless = Some(Memory::default());
    construct_in(&mut state, &mut inserter, requests, &StopSignal::new());
    solution_of(&state)
}
