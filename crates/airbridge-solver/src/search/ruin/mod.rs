//! Which requests to take out before putting them in again. One operator, one file.
//!
//! Each operator reads the current solution and names requests; it does not change anything. Their work does not grow with the
//! number of requests: where a paper scans all of them, these look at a sample.

mod random;
mod resource;
mod shaw;
mod string;
mod unserved;
mod whole_tour;

pub(crate) use shaw::GREED;
pub(crate) use string::MOST_STRINGS;

use rand::RngExt;
use rand_pcg::Pcg64Mcg;

use super::atlas::Atlas;
use super::state::State;
use crate::problem::{Problem, RequestIdx, ResourceIdx};

/// Who might use each bucketed resource at the end of their way, by resource.
#[derive(Clone, Debug)]
pub(crate) struct Users {
    by_resource: Vec<Vec<RequestIdx>>,
}

impl Users {
    pub(crate) fn new(problem: &Problem) -> Self {
        let mut by_resource = vec![Vec::new(); problem.resources.len()];
        for (index, request) in problem.requests.iter().enumerate() {
            let of_rides = request
                .ways
                .iter()
                .flat_map(|way| way.rides.iter().flat_map(|ride| &ride.uses));
            let of_ways = request.ways.iter().flat_map(|way| &way.uses);
            let mut resources: Vec<ResourceIdx> = of_rides.chain(of_ways).map(|used| used.resource).collect();
            resources.sort_unstable();
            resources.dedup();
            for resource in resources {
                by_resource[resource.get()].push(RequestIdx::new(index));
            }
        }
        Self { by_resource }
    }
}

/// Requests to take out, and requests that should be tried first when putting in.
#[derive(Clone, Debug, Default)]
pub(crate) struct Ruin {
    pub(crate) out: Vec<RequestIdx>,
    pub(crate) first: Vec<RequestIdx>,
}

/// Chooses an operator and applies it; `most` bounds how many requests it names.
pub(crate) fn ruin(state: &State<'_>, atlas: &Atlas, users: &Users, rng: &mut Pcg64Mcg, most: usize) -> Ruin {
    let size = rng.random_range(1..=most.max(1));
    let out = |out| Ruin { out, first: Vec::new() };
    let wanting = !state.unserved.is_empty();
    match rng.random_range(0..if wanting { 16_u32 } else { 11 }) {
        0 => out(random::random_removal(state, rng, size)),
        1..=3 => out(shaw::shaw_removal(state, atlas, rng, size)),
        4..=8 => out(string::string_removal(state, atlas, rng, size)),
        9..=10 => out(whole_tour::tour_removal(state, rng, most)),
        11..=12 => resource::resource_removal(state, users, rng, size),
        _ => unserved::blocking_removal(state, rng, size),
    }
}

/// A served request, or `None` if there is none to be found in a few tries.
fn served(state: &State<'_>, rng: &mut Pcg64Mcg) -> Option<RequestIdx> {
    let count = state.assigned.len();
    if state.unserved.len() == count {
        return None;
    }
    (0..64)
        .map(|_| RequestIdx::new(rng.random_range(0..count)))
        .find(|r| state.assigned[r.get()].is_some())
}
