//! Subset-row cuts ([`crate::partition`]), as labels see them: their prices make labels remember which of the triples they have one request of.

use super::fragment::Fragment;
use crate::partition::{Master, Requests, broken};

/// More cuts than this do not fit the labels' memory.
pub(super) const MOST_CUTS: usize = 128;

/// Cuts added at once.
const AT_ONCE: usize = 16;

/// Triples, and how many of each the fragments carry.
#[derive(Clone, Debug, Default)]
pub(super) struct Cuts {
    pub(super) triples: Vec<Requests>,
    /// By fragment: number of a triple, and how many of it.
    pub(super) touched: Vec<Vec<(u8, u8)>>,
}

impl Cuts {
    /// No triple yet.
    pub(super) fn none(fragments: &[Fragment]) -> Self {
        Self {
            triples: Vec::new(),
            touched: vec![Vec::new(); fragments.len()],
        }
    }

    /// Adds a triple unless it is there.
    pub(super) fn add(&mut self, triple: Requests, fragments: &[Fragment]) {
        if self.triples.contains(&triple) {
            return;
        }
        let number = self.triples.len() as u8;
        for (touched, fragment) in self.touched.iter_mut().zip(fragments) {
            let count = triple.common(&fragment.served);
            if count > 0 {
                touched.push((number, count as u8));
            }
        }
        self.triples.push(triple);
    }

    /// Adds the triples that the master's optimum breaks most. Returns how many.
    pub(super) fn separate(&mut self, master: &Master, fragments: &[Fragment]) -> usize {
        let before = self.triples.len();
        for (_, triple) in broken(master, AT_ONCE.min(MOST_CUTS - before)) {
            self.add(triple, fragments);
        }
        self.triples.len() - before
    }
}
