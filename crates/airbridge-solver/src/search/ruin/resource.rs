//! Those who take the beds or quotas that somebody unserved would need.

use rand::RngExt;
use rand_pcg::Pcg64Mcg;

use super::super::state::State;
use super::{Ruin, Users};
use crate::problem::RequestIdx;

/// Takes out users of a resource that a way of an unserved request uses, so that it can be shared out anew.
pub(super) fn resource_removal(state: &State<'_>, users: &Users, rng: &mut Pcg64Mcg, size: usize) -> Ruin {
    let wanting = state.unserved[rng.random_range(0..state.unserved.len())];
    let ways = &state.problem.requests[wanting.get()].ways;
    if ways.is_empty() {
        return Ruin::default();
    }
    let way = &ways[rng.random_range(0..ways.len())];
    let uses: Vec<_> = way
        .uses
        .iter()
        .chain(way.rides.iter().flat_map(|ride| &ride.uses))
        .collect();
    if uses.is_empty() {
        return Ruin {
            out: super::random::random_removal(state, rng, size),
            first: vec![wanting],
        };
    }
    let resource = uses[rng.random_range(0..uses.len())].resource;
    let others = &users.by_resource[resource.get()];
    let mut out: Vec<RequestIdx> = Vec::new();
    for _ in 0..4 * size {
        let other = others[rng.random_range(0..others.len())];
        let takes = state.assigned[other.get()].as_ref().is_some_and(|assigned| {
            let way = &state.problem.requests[other.get()].ways[assigned.way.get()];
            way.uses
                .iter()
                .chain(way.rides.iter().flat_map(|ride| &ride.uses))
                .any(|used| used.resource == resource)
        });
        if takes && out.len() < size {
            out.push(other);
        }
    }
    Ruin {
        out,
        first: vec![wanting],
    }
}
