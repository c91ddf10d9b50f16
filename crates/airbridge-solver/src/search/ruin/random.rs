//! Any served requests.

use rand_pcg::Pcg64Mcg;

use super::super::state::State;
use crate::problem::RequestIdx;

/// Random removal (Ropke & Pisinger 2006, section 3.1.2).
pub(super) fn random_removal(state: &State<'_>, rng: &mut Pcg64Mcg, size: usize) -> Vec<RequestIdx> {
    (0..size).filter_map(|_| super::served(state, rng)).collect()
}
