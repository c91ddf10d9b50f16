//! Small improvements of one tour: another setup, fewer rests, an earlier clock.

use rand::RngExt;
use rand_pcg::Pcg64Mcg;
use smallvec::SmallVec;

use super::evaluate::{Context, evaluate};
use super::proposal::Proposal;
use super::state::State;
use crate::problem::{Cost, SetupIdx};

/// Tries every setup on one tour, the present one too, and keeps what costs least.
pub(crate) fn polish(state: &mut State<'_>, rng: &mut Pcg64Mcg) {
    let table = state.tour_table_len() as u32;
    if table == 0 {
        return;
    }
    let id = rng.random_range(0..table);
    let Some(tour) = state.get(id) else { return };
    let setups = tour.draft.vehicle(state.problem).setups.len();
    let mut best = None;
    for setup in (0..setups).map(SetupIdx::new) {
        let Ok(mut proposal) = Proposal::again(state, id, setup) else {
            continue;
        };
        for stop in &mut proposal.draft.sketch.stops {
            stop.rest = false;
        }
        if let Ok(found) = evaluate(state, SmallVec::from_iter([proposal]), Context::default())
            && found.delta
                < best
                    .as_ref()
                    .map_or(Cost::ZERO, |known: &super::evaluate::Evaluated| known.delta)
        {
            best = Some(found);
        }
    }
    if let Some(found) = best {
        super::apply::apply(state, found);
    }
}
