//! Requests that are alike: near in time, from and to the same places.

use rand::RngExt;
use rand_pcg::Pcg64Mcg;

use super::super::atlas::Atlas;
use super::super::state::State;
use crate::problem::RequestIdx;

/// How many served requests are looked at.
const SAMPLE: usize = 160;
/// Prefers the most related; with 1 the choice would be uniform (Ropke & Pisinger 2006, section 3.1.1, who use 6).
pub(crate) const GREED: i32 = 4;

/// Shaw removal (Shaw 1998; Ropke & Pisinger 2006), on a sample.
pub(super) fn shaw_removal(state: &State<'_>, atlas: &Atlas, rng: &mut Pcg64Mcg, size: usize) -> Vec<RequestIdx> {
    let Some(seed) = super::served(state, rng) else {
        return Vec::new();
    };
    let mut sample = related(state, atlas, rng, seed);
    let mut out = vec![seed];
    while out.len() < size && !sample.is_empty() {
        let at = rng.random::<f64>().powi(GREED) * sample.len() as f64;
        out.push(sample.remove(at as usize));
    }
    out
}

/// Served requests, the most alike first.
pub(super) fn related(state: &State<'_>, atlas: &Atlas, rng: &mut Pcg64Mcg, seed: RequestIdx) -> Vec<RequestIdx> {
    let mut sample: Vec<RequestIdx> = if state.assigned.len() <= SAMPLE {
        (0..state.assigned.len())
            .map(RequestIdx::new)
            .filter(|r| state.assigned[r.get()].is_some())
            .collect()
    } else {
        (0..SAMPLE).filter_map(|_| super::served(state, rng)).collect()
    };
    sample.retain(|other| *other != seed);
    sample.sort_by_cached_key(|other| (distance(state, atlas, seed, *other), *other));
    sample.dedup();
    sample
}

/// Time between their loadings and unloadings, and the travel between the places of each.
fn distance(state: &State<'_>, atlas: &Atlas, a: RequestIdx, b: RequestIdx) -> i64 {
    let (Some(x), Some(y)) = (&state.assigned[a.get()], &state.assigned[b.get()]) else {
        return i64::MAX;
    };
    let requests = &state.problem.requests;
    let way_x = &requests[a.get()].ways[x.way.get()];
    let way_y = &requests[b.get()].ways[y.way.get()];
    let (first_x, first_y) = (&way_x.rides[0], &way_y.rides[0]);
    let (last_x, last_y) = (&way_x.rides[way_x.rides.len() - 1], &way_y.rides[way_y.rides.len() - 1]);
    (x.start[0] - y.start[0]).abs()
        + (x.finish[1] - y.finish[1]).abs()
        + atlas.between(first_x.from, first_y.from)
        + atlas.between(last_x.to, last_y.to)
}
