//! Fragments as the rest of a tour sees them, and which of them can be done without.

use crate::partition::Requests;

/// One fragment. Started at `t ≤ latest`, it can end at `max(earliest_end, t + span)` and not before.
///
/// Starts and ends are begins of service at the first pickup and ends of service at the last delivery; at joints, begins of service.
#[derive(Clone, Debug)]
pub(super) struct Fragment {
    /// The request picked up first; from the number of requests on, a joint.
    pub(super) first: usize,
    /// The request delivered last; from the number of requests on, a joint.
    pub(super) last: usize,
    /// All that are picked up.
    pub(super) served: Requests,
    /// Latest start.
    pub(super) latest: i64,
    /// Earliest end.
    pub(super) earliest_end: i64,
    /// Least time from start to end.
    pub(super) span: i64,
    /// Of all travel within it.
    pub(super) cost: i64,
    /// All stops in their order, by node.
    pub(super) nodes: Box<[u16]>,
}

impl Fragment {
    fn dominates(&self, other: &Self) -> bool {
        self.latest >= other.latest
            && self.earliest_end <= other.earliest_end
            && self.span <= other.span
            && self.cost <= other.cost
    }
}

/// Where a fragment was cut: a node just reached, and the one request on board as it is left.
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Debug)]
pub(super) struct Joint {
    pub(super) node: usize,
    pub(super) aboard: usize,
}

/// Fragments, and the joints between them.
#[derive(Clone, Debug)]
pub(super) struct Pieces {
    pub(super) fragments: Vec<Fragment>,
    pub(super) joints: Vec<Joint>,
}

/// A fragment that starts later, ends earlier, is shorter and costs less replaces another with the same ends and the same requests in every tour.
pub(super) fn undominated(mut found: Vec<Fragment>) -> Vec<Fragment> {
    let key = |fragment: &Fragment| (fragment.first, fragment.last, fragment.served);
    found.sort_unstable_by(|a, b| key(a).cmp(&key(b)).then(a.cost.cmp(&b.cost)));
    let mut kept: Vec<Fragment> = Vec::new();
    let mut group = 0;
    for fragment in found {
        if kept.get(group).is_some_and(|other| key(other) != key(&fragment)) {
            group = kept.len();
        }
        if !kept[group..].iter().any(|other| other.dominates(&fragment)) {
            kept.push(fragment);
        }
    }
    kept
}
