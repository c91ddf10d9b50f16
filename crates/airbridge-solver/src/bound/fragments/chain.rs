//! Fragments one after another: what tours look like when only their clock matters.

use super::fragment::{Fragment, Pieces};
use super::plain::Plain;

/// Fragments, and what lies between them. Where a fragment begins or ends at a joint, the joint's number follows those of the requests.
#[derive(Clone, Debug)]
pub(super) struct Chain {
    pub(super) requests: usize,
    pub(super) fragments: Vec<Fragment>,
    /// By request or joint: fragments that begin with it.
    pub(super) beginning: Vec<Vec<u32>>,
    /// By request or joint: earliest and latest start of a fragment that begins with it, whatever comes before.
    pub(super) begin: Vec<(i64, i64)>,
    /// By request: cost from home to it.
    pub(super) out: Vec<i64>,
    /// By request: cost from it to the end of the tour.
    pub(super) back: Vec<i64>,
    /// By last request or joint of one fragment and a request: least time until that can be picked up.
    time: Vec<i64>,
    /// By last request of one fragment and first of the next.
    cost: Vec<i64>,
}

impl Chain {
    pub(super) fn new(plain: &Plain, pieces: Pieces) -> Self {
        let requests = plain.requests;
        let mut beginning = vec![Vec::new(); requests + pieces.joints.len()];
        for (index, fragment) in pieces.fragments.iter().enumerate() {
            beginning[fragment.first].push(index as u32);
        }
        let deliveries = || (0..requests).map(|last| plain.delivery(last));
        let joints = || pieces.joints.iter().map(|joint| joint.node);
        let from_delivery = deliveries().flat_map(|last| (0..requests).map(move |first| plain.time(last, first)));
        let from_joint = joints().flat_map(|node| (0..requests).map(move |first| plain.step(node, first)));
        let costs = deliveries().flat_map(|last| (0..requests).map(move |first| plain.cost(last, first)));
        Self {
            requests,
            beginning,
            // Windows have the way from home and back counted in.
            begin: (0..requests).chain(joints()).map(|node| plain.windows[node]).collect(),
            out: (0..requests).map(|first| plain.cost(plain.home(), first)).collect(),
            back: deliveries().map(|last| plain.cost(last, plain.end())).collect(),
            time: from_delivery.chain(from_joint).collect(),
            cost: costs.collect(),
            fragments: pieces.fragments,
        }
    }

    pub(super) fn time(&self, last: usize, first: usize) -> i64 {
        self.time[last * self.requests + first]
    }

    pub(super) fn cost(&self, last: usize, first: usize) -> i64 {
        self.cost[last * self.requests + first]
    }
}

#[cfg(test)]
pub(super) mod tests;
