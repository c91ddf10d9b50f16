//! Riders that board one after another, on tours near each other.

use rand::RngExt;
use rand_pcg::Pcg64Mcg;
use smallvec::SmallVec;

use super::super::atlas::Atlas;
use super::super::state::State;
use super::super::tour::TourId;
use crate::problem::RequestIdx;

/// Tours that lose a string at most.
pub(crate) const MOST_STRINGS: usize = 3;

/// Adjacent string removal (Christiaens & Vanden Berghe 2020, section 5.1), with nearness of requests in time and place.
pub(super) fn string_removal(state: &State<'_>, atlas: &Atlas, rng: &mut Pcg64Mcg, size: usize) -> Vec<RequestIdx> {
    let Some(seed) = super::served(state, rng) else {
        return Vec::new();
    };
    let related = super::shaw::related(state, atlas, rng, seed);
    let mut tours: SmallVec<[(TourId, RequestIdx); 4]> = SmallVec::new();
    let strings = rng.random_range(1..=MOST_STRINGS);
    for request in std::iter::once(seed).chain(related) {
        let assigned = state.assigned[request.get()].as_ref().expect("they are served");
        let rides = state.problem.requests[request.get()].ways[assigned.way.get()]
            .rides
            .len();
        let tour = assigned.tours[if rides > 1 { rng.random_range(0..rides) } else { 0 }];
        if tours.iter().all(|(known, _)| *known != tour) {
            tours.push((tour, request));
        }
        if tours.len() == strings {
            break;
        }
    }
    let mut out = Vec::new();
    let share = (size / tours.len()).max(1);
    for (tour, with) in tours {
        take_string(state, rng, tour, Some(with), share, &mut out);
    }
    out
}

/// Takes up to `length` riders in order of boarding, `with` among them if it is given.
fn take_string(
    state: &State<'_>,
    rng: &mut Pcg64Mcg,
    id: TourId,
    with: Option<RequestIdx>,
    length: usize,
    out: &mut Vec<RequestIdx>,
) {
    let mut riders = state.tour(id).riders.clone();
    riders.sort_unstable_by_key(|rider| (rider.pick, rider.drop, rider.request));
    let length = rng.random_range(1..=length).min(riders.len());
    let at = with.and_then(|with| riders.iter().position(|rider| rider.request == with));
    let first = at.map_or(0, |at| (at + 1).saturating_sub(length));
    let last = at.unwrap_or(riders.len()).min(riders.len() - length);
    let begin = rng.random_range(first..=last.max(first));
    out.extend(
        riders[begin..(begin + length).min(riders.len())]
            .iter()
            .map(|rider| rider.request),
    );
}
