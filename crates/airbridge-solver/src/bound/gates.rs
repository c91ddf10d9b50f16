//! What requests pass on their way through the network of [`super::flow`]: buckets of something that is shared.

use std::collections::{BTreeMap, BTreeSet};
use std::ops::RangeInclusive;

use super::network::{NO_LIMIT, Network};
use crate::problem::ResourceIdx;

/// What a gate stands for.
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Debug)]
pub(super) enum Gated {
    Resource(ResourceIdx),
    /// The places of a capacity dimension.
    Lift(usize),
}

/// Something that is passed once, in one of its buckets.
pub(super) struct Gate {
    pub(super) what: Gated,
    /// By bucket: most that pass.
    pub(super) most: Vec<i64>,
    /// By bucket: most that pass in it and all before; empty where only `most` counts.
    pub(super) most_until: Vec<i64>,
    /// The gate whose same bucket is passed next, if any; it comes earlier in the list.
    pub(super) within: Option<usize>,
}

impl Gate {
    /// A gate whose buckets know nothing of each other.
    pub(super) fn of(what: Gated, most: Vec<i64>) -> Self {
        Self {
            what,
            most,
            most_until: Vec::new(),
            within: None,
        }
    }
}

/// Sets of buckets, each kept once: sorted disjoint ranges.
#[derive(Default)]
pub(super) struct Spans {
    known: BTreeMap<Vec<(u32, u32)>, u32>,
    all: Vec<Vec<(u32, u32)>>,
}

impl Spans {
    pub(super) fn number(&mut self, ranges: Vec<(u32, u32)>) -> u32 {
        *self.known.entry(ranges).or_insert_with_key(|ranges| {
            self.all.push(ranges.clone());
            self.all.len() as u32 - 1
        })
    }

    pub(super) fn get(&self, number: u32) -> &[(u32, u32)] {
        &self.all[number as usize]
    }
}

/// Gates as nodes of a network.
pub(super) struct GateNodes {
    /// By gate, by bucket: from and to of the edge that counts it.
    buckets: Vec<Vec<(usize, usize)>>,
    /// By gate: from and to of the edges that count what has passed so far.
    chains: Vec<Vec<(usize, usize)>>,
    /// By gate: where one comes out of each bucket, or of them all.
    exits: Vec<Vec<usize>>,
    /// By gate: a heap of nodes above its buckets, so that a range of buckets needs few edges.
    heaps: Vec<Vec<usize>>,
}

impl GateNodes {
    pub(super) fn new(network: &mut Network, gates: &[Gate]) -> Self {
        let mut nodes = Self {
            buckets: Vec::new(),
            chains: Vec::new(),
            exits: Vec::new(),
            heaps: Vec::new(),
        };
        for gate in gates {
            nodes.add(network, gate);
        }
        nodes
    }

    fn add(&mut self, network: &mut Network, gate: &Gate) {
        let next: Vec<usize> = match gate.within {
            Some(outer) => self.buckets[outer].iter().map(|edge| edge.0).collect(),
            None => gate.most.iter().map(|_| network.node()).collect(),
        };
        let mut chain = Vec::new();
        if !gate.most_until.is_empty() {
            let last = network.node();
            for (bucket, &most) in gate.most_until.iter().enumerate() {
                let to = next.get(bucket + 1).copied().unwrap_or(last);
                network.edge(next[bucket], to, most);
                chain.push((next[bucket], to));
            }
        }
        let buckets: Vec<(usize, usize)> = (gate.most.iter().zip(&next))
            .map(|(&most, &leave)| {
                let enter = network.node();
                network.edge(enter, leave, most);
                (enter, leave)
            })
            .collect();
        let mut heap = vec![usize::MAX; buckets.len()];
        heap.extend(buckets.iter().map(|edge| edge.0));
        for at in (1..buckets.len()).rev() {
            heap[at] = network.node();
            network.edge(heap[at], heap[2 * at], NO_LIMIT);
            network.edge(heap[at], heap[2 * at + 1], NO_LIMIT);
        }
        let exits = match (gate.within, chain.last()) {
            (Some(outer), _) => self.exits[outer].clone(),
            (None, Some(last)) => vec![last.1],
            (None, None) => next,
        };
        self.exits.push(exits);
        self.buckets.push(buckets);
        self.chains.push(chain);
        self.heaps.push(heap);
    }

    /// The nodes to enter for these buckets.
    pub(super) fn entries(&self, gate: usize, ranges: &[(u32, u32)], nodes: &mut Vec<usize>) {
        let (heap, size) = (&self.heaps[gate], self.buckets[gate].len());
        for &(first, last) in ranges {
            let (mut low, mut high) = (first as usize + size, last as usize + size + 1);
            while low < high {
                if low % 2 == 1 {
                    nodes.push(heap[low]);
                    low += 1;
                }
                if high % 2 == 1 {
                    high -= 1;
                    nodes.push(heap[high]);
                }
                (low, high) = (low / 2, high / 2);
            }
        }
    }

    /// The node to enter for one bucket.
    pub(super) fn entry(&self, gate: usize, bucket: usize) -> usize {
        self.buckets[gate][bucket].0
    }

    /// The nodes in which those who have passed some gate come out, each once.
    pub(super) fn all_exits(&self) -> BTreeSet<usize> {
        self.exits.iter().flatten().copied().collect()
    }

    /// The nodes in which those who have passed come out: by bucket, or one for all.
    pub(super) fn exits(&self, gate: usize) -> &[usize] {
        &self.exits[gate]
    }

    /// The last bucket in or up to which nothing more can pass of what enters in these buckets: where an edge leads out of `reached`.
    pub(super) fn full(&self, gate: usize, ranges: &[(u32, u32)], reached: &[bool]) -> Option<usize> {
        let cut = |&(from, to): &(usize, usize)| reached[from] && !reached[to];
        let first = ranges.first()?.0 as usize;
        let chain = self.chains[gate]
            .get(first..)
            .unwrap_or_default()
            .iter()
            .rposition(cut)
            .map(|at| first + at);
        let in_range = |&(low, high): &(u32, u32)| {
            let bucket = self.buckets[gate][bounds((low, high))].iter().rposition(cut)?;
            Some(low as usize + bucket)
        };
        chain.max(ranges.iter().rev().find_map(in_range))
    }
}

fn bounds((first, last): (u32, u32)) -> RangeInclusive<usize> {
    first as usize..=last as usize
}
