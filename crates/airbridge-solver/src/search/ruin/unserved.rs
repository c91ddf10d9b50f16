//! Those who sit where somebody unserved or late could.

use rand::RngExt;
use rand_pcg::Pcg64Mcg;

use super::super::state::State;
use super::super::tour::TourId;
use super::Ruin;
use crate::problem::RequestIdx;

/// Takes out riders of tours that stop where an unserved request would board, near the time it could.
pub(super) fn blocking_removal(state: &State<'_>, rng: &mut Pcg64Mcg, size: usize) -> Ruin {
    let wanting = state.unserved[rng.random_range(0..state.unserved.len())];
    let ways = &state.problem.requests[wanting.get()].ways;
    if ways.is_empty() {
        return Ruin::default();
    }
    let way = &ways[rng.random_range(0..ways.len())];
    let ride = &way.rides[rng.random_range(0..way.rides.len())];
    let board = state.problem.windows[ride.board.get()].hull();
    let suits = |id: &TourId| {
        let draft = &state.tour(*id).draft;
        let in_time = board.is_some_and(|(from, to)| draft.end() >= from.0 && draft.begin() <= to.0);
        in_time
            && draft
                .sketch
                .stops
                .iter()
                .any(|stop| stop.place == ride.from || stop.place == ride.to)
    };
    let mut tours: Vec<TourId> = state.tour_ids().filter(suits).collect();
    let mut out: Vec<RequestIdx> = Vec::new();
    while !tours.is_empty() && out.len() < size {
        let id = tours.swap_remove(rng.random_range(0..tours.len()));
        let mut riders = state.tour(id).riders.clone();
        let share = rng.random_range(1..=size).min(riders.len());
        for _ in 0..share {
            out.push(riders.swap_remove(rng.random_range(0..riders.len())).request);
        }
    }
    out.truncate(size);
    Ruin {
        out,
        first: vec![wanting],
    }
}
