//! The best spots found so far.

use crate::problem::Cost;
use crate::search::evaluate::Evaluated;
use crate::search::proposal::Spot;

/// One ride's possible spot.
#[derive(Clone, Debug)]
pub(super) struct Found {
    pub(super) delta: Cost,
    pub(super) spot: Spot,
    pub(super) evaluated: Evaluated,
}

/// Possible spots, best first, at most so many.
pub(super) struct Best {
    most: usize,
    pub(super) found: Vec<Found>,
}

impl Best {
    pub(super) fn new(most: usize) -> Self {
        Self {
            most,
            found: Vec::new(),
        }
    }

    pub(super) fn offer(&mut self, found: Found) {
        let at = self.found.partition_point(|known| known.delta <= found.delta);
        if at < self.most {
            self.found.insert(at, found);
            self.found.truncate(self.most);
        }
    }

    /// Whether something costs less than leaving the request out.
    pub(super) fn is_worth_it(&self) -> bool {
        self.found.first().is_some_and(|found| found.delta < Cost::ZERO)
    }

    /// Whether nothing of this cost or more is wanted any more.
    pub(super) fn is_full_below(&self, delta: Cost) -> bool {
        self.found.len() >= self.most && self.found.last().is_some_and(|last| last.delta <= delta)
    }
}
