//! Everybody on one tour.

use rand::RngExt;
use rand_pcg::Pcg64Mcg;

use super::super::state::State;
use crate::problem::RequestIdx;

/// Route removal, of the emptiest among a few tours: that is how tours are merged.
pub(super) fn tour_removal(state: &State<'_>, rng: &mut Pcg64Mcg, most: usize) -> Vec<RequestIdx> {
    let table = state.tour_table_len() as u32;
    if table == 0 {
        return Vec::new();
    }
    let few = (0..6).filter_map(|_| {
        let id = rng.random_range(0..table);
        state.get(id)
    });
    let Some(tour) = few.min_by_key(|tour| tour.riders.len()) else {
        return Vec::new();
    };
    let mut out: Vec<RequestIdx> = tour.riders.iter().map(|rider| rider.request).collect();
    while out.len() > most {
        out.swap_remove(rng.random_range(0..out.len()));
    }
    out
}
