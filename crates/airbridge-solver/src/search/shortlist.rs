//! The most promising spots, by estimate, without keeping all of them.

use super::spots::Estimated;
use crate::problem::Cost;

/// Keeps about the best so many of what is offered.
#[derive(Debug, Default)]
pub(crate) struct Shortlist {
    list: Vec<Estimated>,
    most: usize,
    /// Nothing at or above this is among the best any more.
    cutoff: Option<Cost>,
    /// A spot was passed over because a resource has no room about then.
    pub(crate) no_room: bool,
}

impl Shortlist {
    /// Empties the list for the best `most` of something new.
    pub(crate) fn begin(&mut self, most: usize) {
        self.list.clear();
        self.most = most;
        self.cutoff = None;
        self.no_room = false;
    }

    /// Whether a spot of at least this cost could still be listed.
    pub(crate) fn wants(&self, least: Cost) -> bool {
        self.cutoff.is_none_or(|cutoff| least < cutoff)
    }

    /// Offers a spot.
    pub(crate) fn offer(&mut self, spot: Estimated) {
        if !self.wants(spot.cost) {
            return;
        }
        self.list.push(spot);
        if self.list.len() >= self.most.saturating_mul(4) {
            // Sorting keeps earlier offers before later ones of the same cost.
            self.list.sort_by_key(|spot| spot.cost);
            self.list.truncate(self.most);
            self.cutoff = self.list.last().map(|last| last.cost);
        }
    }

    /// The best of what was offered, best first.
    pub(crate) fn finish(&mut self) -> &[Estimated] {
        self.list.sort_by_key(|spot| spot.cost);
        self.list.truncate(self.most);
        &self.list
    }
}
