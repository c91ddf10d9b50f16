//! How much the resources at the end of ways hold, by how long each use lasts.

use std::collections::{BTreeMap, BTreeSet};

use super::Stakes;
use super::capacity::most_uses;
use super::network::{NO_LIMIT, Network};
use crate::problem::{Problem, ResourceIdx, ResourceKind, Use, Way};

/// A resource, and how many buckets of it are taken: at most as many as it has.
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub(super) struct End {
    pub(super) resource: u32,
    buckets: u32,
}

/// Which resource is counted for each way, and what it holds.
///
/// Uses that last at least so long are at most so many, and those that last longer are among them: one chain for each resource.
#[derive(Default)]
pub(super) struct Ends {
    /// By request, by way on time: its end. Empty where no ends are counted.
    of: Vec<Vec<Option<End>>>,
    /// By end that occurs: how many uses of at least that length there can be.
    most: BTreeMap<End, i64>,
}

impl Ends {
    pub(super) fn new(problem: &Problem, stakes: &[Stakes]) -> Self {
        let mut totals = Totals::new();
        let mut amounts: BTreeMap<End, i64> = BTreeMap::new();
        let mut of_way = |way: &Way| {
            let (end, used) = chosen(problem, way, &mut totals)?;
            let least = amounts.entry(end).or_insert(used.amount);
            *least = used.amount.min(*least);
            Some(end)
        };
        let of = (problem.requests.iter().zip(stakes))
            .map(|(request, stakes)| {
                let ways = stakes.ways.iter().map(|way| of_way(&request.ways[way.way]));
                ways.collect()
            })
            .collect();
        let mut least = BTreeMap::new();
        let most = amounts
            .into_iter()
            .rev()
            .map(|(end, amount)| {
                let least = least.entry(end.resource).or_insert(amount);
                *least = amount.min(*least);
                (end, held(problem, end, *least))
            })
            .collect();
        Self { of, most }
    }

    /// What is counted at the end of one of a request's ways on time, if anything is.
    pub(super) fn of(&self, request: usize, number: usize) -> Option<End> {
        *self.of.get(request)?.get(number)?
    }

    /// The ends as nodes: each leads to the next shorter one of its resource, the shortest out.
    pub(super) fn nodes(&self, network: &mut Network) -> EndNodes {
        let mut nodes: BTreeMap<End, (usize, usize)> = BTreeMap::new();
        let mut outs = BTreeMap::new();
        for (&end, &most) in &self.most {
            let node = network.node();
            let out = *outs.entry(end.resource).or_insert_with(|| network.node());
            let shorter = nodes.last_key_value().filter(|last| last.0.resource == end.resource);
            let to = shorter.map_or(out, |last| last.1.0);
            network.edge(node, to, most);
            nodes.insert(end, (node, to));
        }
        let free = network.node();
        EndNodes { nodes, outs, free }
    }
}

/// How many uses like one a resource holds, by resource, buckets and amount: what [`chosen`] asks again and again.
type Totals = BTreeMap<(ResourceIdx, u32, i64), i64>;

/// Of several resources in the end, the one that the fewest could use binds first; any choice is valid.
fn chosen<'w>(problem: &Problem, way: &'w Way, totals: &mut Totals) -> Option<(End, &'w Use)> {
    let mut total = |used: &Use| {
        *totals
            .entry((used.resource, used.buckets, used.amount))
            .or_insert_with(|| match &problem.resources[used.resource.get()].kind {
                ResourceKind::Bucketed { capacity, .. } => most_uses(capacity, used.buckets as usize, used.amount),
                ResourceKind::Instant { .. } => i64::MAX,
            })
    };
    let used = way
        .uses
        .iter()
        .filter(|used| used.amount > 0)
        .min_by_key(|used| total(used))?;
    let ResourceKind::Bucketed { capacity, .. } = &problem.resources[used.resource.get()].kind else {
        return None;
    };
    let end = End {
        resource: used.resource.0,
        buckets: used.buckets.min(capacity.len() as u32),
    };
    Some((end, used))
}

fn held(problem: &Problem, end: End, amount: i64) -> i64 {
    match &problem.resources[end.resource as usize].kind {
        ResourceKind::Bucketed { capacity, .. } => most_uses(capacity, end.buckets as usize, amount),
        ResourceKind::Instant { .. } => NO_LIMIT,
    }
}

/// Ends as nodes of a network.
pub(super) struct EndNodes {
    /// By end: from and to of the edge that counts it.
    nodes: BTreeMap<End, (usize, usize)>,
    /// By resource: where one comes out of its ends.
    outs: BTreeMap<u32, usize>,
    /// For ways that take nothing.
    free: usize,
}

impl EndNodes {
    /// The node of an end; ways that take nothing have one too.
    pub(super) fn node(&self, end: Option<End>) -> usize {
        end.map_or(self.free, |end| self.nodes[&end].0)
    }

    /// The node in which those who have passed an end come out.
    pub(super) fn out(&self, end: Option<End>) -> usize {
        end.map_or(self.free, |end| self.outs[&end.resource])
    }

    /// All nodes in which one comes out.
    pub(super) fn outs(&self) -> impl Iterator<Item = usize> {
        self.outs.values().copied().chain([self.free])
    }

    /// The resources that hold no more of those in `reached`.
    pub(super) fn full(&self, reached: &[bool]) -> BTreeSet<u32> {
        let full = self
            .nodes
            .iter()
            .filter(|(_, edge)| reached[edge.0] && !reached[edge.1]);
        full.map(|(end, _)| end.resource).collect()
    }
}
