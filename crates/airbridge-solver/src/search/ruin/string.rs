//! Riders that board one after another, on tours near each other.

use rand::RngExt;
use rand_pcg::Pcg64Mcg;

use super::super::state::State;
use super::super::tour::TourId;
use crate::problem::RequestIdx;

/// Adjacent string removal (Christiaens & Vanden Berghe 2020, section 5.1), with nearness of tours by time and shared places since
/// a tour of ours is a few hours among months.
pub(super) fn string_removal(state: &State<'_>, rng: &mut Pcg64Mcg, size: usize) -> Vec<RequestIdx> {
    let Some(seed) = super::served(state, rng) else {
        return Vec::new();
    };
    let assigned = state.assigned[seed.get()].as_ref().expect("chosen among the served");
    let rides = state.problem.requests[seed.get()].ways[assigned.way.get()].rides.len();
    let home = assigned.tours[rng.random_range(0..rides)];
    let mut tours: Vec<(i64, TourId)> = state.tour_ids().map(|id| (apart(state, home, id), id)).collect();
    tours.sort_unstable();
    let strings = rng.random_range(1..=3.min(tours.len()));
    let mut out = Vec::new();
    for &(_, id) in tours.iter().take(strings) {
        let share = (size / strings).max(1);
        take_string(state, rng, id, (id == home).then_some(seed), share, &mut out);
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

/// Seconds between the middles of two tours, more if they have no place in common.
fn apart(state: &State<'_>, a: TourId, b: TourId) -> i64 {
    const DAY: i64 = 86_400;
    if a == b {
        return -1;
    }
    let (a, b) = (&state.tour(a).draft, &state.tour(b).draft);
    let between = (i64::midpoint(a.begin(), a.end()) - i64::midpoint(b.begin(), b.end())).abs();
    let stops = |draft: &crate::schedule::draft::Draft| 1..draft.len() - 1;
    let shared = stops(a).any(|i| stops(b).any(|j| a.sketch.stops[i].place == b.sketch.stops[j].place));
    between + if shared { 0 } else { DAY }
}
