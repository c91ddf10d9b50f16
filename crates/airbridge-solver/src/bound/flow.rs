//! Linking requests to what is scarce, by falling gain.
//!
//! The network: request → bucket of a gate (or none) → resource at the end of the way (or none) → sink, or gate and end the other way round. A real
//! solution is a set of such paths within all capacities, so the best set of paths is at least as good. Requests that look the same to the
//! network are one class. Between gate and end it is forgotten which request passed where, which is why both orders are tried.

use std::collections::{BTreeMap, BTreeSet};

use airbridge_units::Moment;

use super::ends::{End, EndNodes, Ends};
use super::gates::{Gate, GateNodes, Gated, Spans};
use super::network::{NO_LIMIT, Network, SINK};
use super::{Binding, OnTime, Scarce, Stakes};
use crate::problem::{RequestIdx, ResourceIdx};

/// What could be linked.
pub(super) struct Linked {
    pub(super) gain: i64,
    pub(super) count: usize,
    pub(super) binding: Option<Binding>,
}

/// A gate, and the number of the buckets in question.
pub(super) type Entry = (u32, u32);

/// One alternative of a class.
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
struct Choice {
    entry: Option<Entry>,
    end: Option<End>,
}

/// Gates, and who may pass them.
pub(super) trait Gates {
    /// All of them.
    fn gates(&self) -> &[Gate];
    /// When a bucket of the lift ends.
    fn bucket_end(&self, bucket: usize) -> Moment;
    /// The entries of a way, each by itself enough; `None` alone where it passes no gate. Nothing where it cannot be used at all.
    fn entries(&self, request: RequestIdx, on_time: &OnTime, spans: &mut Spans, found: &mut Vec<Option<Entry>>);
}

/// What a path passes first. Which request it is is known there, and forgotten at the second.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
enum Order {
    GateFirst,
    EndFirst,
}

/// Links as much gain as the relaxed resources allow: the least of both orders, and the least number.
pub(super) fn link(stakes: &[Stakes], ends: &Ends, gates: &impl Gates) -> Linked {
    let mut spans = Spans::default();
    let classes = classes(stakes, ends, gates, &mut spans);
    let gate_first = link_classes(
        &classes,
        Linker::new(ends, gates.gates(), &spans, Order::GateFirst),
        gates,
    );
    let end_first = link_classes(
        &classes,
        Linker::new(ends, gates.gates(), &spans, Order::EndFirst),
        gates,
    );
    gate_first.closer(end_first)
}

/// Links as much gain as the gates allow, whatever the ends hold. Where they keep nobody out they do not in any closer relaxation either.
pub(super) fn link_gates(stakes: &[Stakes], gates: &impl Gates) -> Linked {
    let (mut spans, ends) = (Spans::default(), Ends::default());
    let classes = classes(stakes, &ends, gates, &mut spans);
    link_classes(
        &classes,
        Linker::new(&ends, gates.gates(), &spans, Order::GateFirst),
        gates,
    )
}

impl Linked {
    /// The closer of two relaxations.
    pub(super) fn closer(self, other: Self) -> Self {
        let count = self.count.min(other.count);
        let closer = if other.gain < self.gain { other } else { self };
        Self { count, ..closer }
    }
}

fn link_classes(classes: &Classes, mut linker: Linker<'_>, gates: &impl Gates) -> Linked {
    let (mut gain, mut count) = (0, 0);
    let mut short: Vec<Short<'_>> = Vec::new();
    for ((negative_gain, choices), requests) in classes {
        let node = linker.network.node();
        let reached = linker.link_class(node, choices, requests.len());
        gain -= negative_gain * reached as i64;
        count += reached;
        if reached < requests.len() && !choices.is_empty() {
            let requests = &requests[reached..];
            short.push(Short {
                node,
                choices,
                requests,
            });
        }
    }
    Linked {
        gain,
        count,
        binding: linker.binding(&short, gates),
    }
}

/// By falling gain and alternatives: the requests that have them.
type Classes = BTreeMap<(i64, Vec<Choice>), Vec<RequestIdx>>;

fn classes(stakes: &[Stakes], ends: &Ends, gates: &impl Gates, spans: &mut Spans) -> Classes {
    let mut classes = Classes::new();
    let mut entries = Vec::new();
    for (index, stakes) in stakes.iter().enumerate().filter(|(_, stakes)| !stakes.ways.is_empty()) {
        let request = RequestIdx::new(index);
        let mut choices = Vec::new();
        for (number, on_time) in stakes.ways.iter().enumerate() {
            let end = ends.of(index, number);
            entries.clear();
            gates.entries(request, on_time, spans, &mut entries);
            choices.extend(entries.iter().map(|&entry| Choice { entry, end }));
        }
        choices.sort_unstable();
        choices.dedup();
        classes.entry((-stakes.gain, choices)).or_default().push(request);
    }
    classes
}

/// A class of which some are not linked.
struct Short<'a> {
    node: usize,
    choices: &'a [Choice],
    requests: &'a [RequestIdx],
}

/// What is joined already.
#[derive(Default)]
struct Joined {
    /// By bucket.
    buckets: Vec<bool>,
    /// The buckets that were joined last.
    last: Option<u32>,
    /// Whether the end leads past the gates.
    past: bool,
}

struct Linker<'a> {
    network: Network,
    gates: &'a [Gate],
    spans: &'a Spans,
    gate_nodes: GateNodes,
    end_nodes: EndNodes,
    order: Order,
    /// By node of an end and gate: between which buckets and the end edges lie already.
    joined: BTreeMap<(usize, Option<u32>), Joined>,
}

impl<'a> Linker<'a> {
    fn new(ends: &Ends, gates: &'a [Gate], spans: &'a Spans, order: Order) -> Self {
        let mut network = Network::new();
        let gate_nodes = GateNodes::new(&mut network, gates);
        let end_nodes = ends.nodes(&mut network);
        match order {
            Order::GateFirst => {
                for out in end_nodes.outs() {
                    network.edge(out, SINK, NO_LIMIT);
                }
            }
            Order::EndFirst => {
                for exit in gate_nodes.all_exits() {
                    network.edge(exit, SINK, NO_LIMIT);
                }
            }
        }
        Self {
            network,
            gates,
            spans,
            gate_nodes,
            end_nodes,
            order,
            joined: BTreeMap::new(),
        }
    }

    /// Links as many requests of a class as possible. Returns how many.
    fn link_class(&mut self, class: usize, choices: &[Choice], count: usize) -> usize {
        let mut first = Vec::new();
        for choice in choices {
            match (choice.entry, self.order) {
                (Some((gate, span)), Order::GateFirst) => {
                    let ranges = self.spans.get(span);
                    self.gate_nodes.entries(gate as usize, ranges, &mut first);
                }
                _ => first.push(self.end_nodes.node(choice.end)),
            }
            self.join(*choice);
        }
        first.sort_unstable();
        first.dedup();
        for node in first {
            self.network.edge(class, node, NO_LIMIT);
        }
        self.network.push_from(class, count as i64) as usize
    }

    /// Makes sure that the second part of a choice can be reached from the first.
    fn join(&mut self, choice: Choice) {
        let end = match self.order {
            Order::GateFirst => self.end_nodes.node(choice.end),
            Order::EndFirst => self.end_nodes.out(choice.end),
        };
        let joined = self.joined.entry((end, choice.entry.map(|entry| entry.0))).or_default();
        let Some((gate, span)) = choice.entry else {
            if self.order == Order::EndFirst && !std::mem::replace(&mut joined.past, true) {
                self.network.late_edge(end, SINK, NO_LIMIT);
            }
            return;
        };
        if joined.last.replace(span) == Some(span) {
            return;
        }
        let exits = self.gate_nodes.exits(gate as usize);
        for &(first, last) in self.spans.get(span) {
            for bucket in first as usize..=last as usize {
                let (at, edge) = match self.order {
                    // Where all buckets have one exit it is the first's.
                    Order::GateFirst => {
                        let at = bucket.min(exits.len() - 1);
                        (at, (exits[at], end))
                    }
                    Order::EndFirst => (bucket, (end, self.gate_nodes.entry(gate as usize, bucket))),
                };
                if joined.buckets.len() <= at {
                    joined.buckets.resize(at + 1, false);
                }
                if !std::mem::replace(&mut joined.buckets[at], true) {
                    self.network.late_edge(edge.0, edge.1, NO_LIMIT);
                }
            }
        }
    }

    /// Of what is full in the cut that keeps these out: what keeps out the most.
    fn binding(&self, short: &[Short<'_>], gates: &impl Gates) -> Option<Binding> {
        let reached = self.network.reached_from(short.iter().map(|short| short.node));
        let full_ends = self.end_nodes.full(&reached);
        let mut turned_away: BTreeMap<Gated, Vec<RequestIdx>> = BTreeMap::new();
        let mut last: BTreeMap<Gated, usize> = BTreeMap::new();
        for short in short {
            let mut reasons = BTreeSet::new();
            for choice in short.choices {
                if let Some(end) = choice.end.filter(|end| full_ends.contains(&end.resource)) {
                    reasons.insert(Gated::Resource(ResourceIdx(end.resource)));
                }
                let Some((gate, span)) = choice.entry else { continue };
                let mut next = Some(gate as usize);
                while let Some(gate) = next {
                    if let Some(bucket) = self.gate_nodes.full(gate, self.spans.get(span), &reached) {
                        let what = self.gates[gate].what;
                        reasons.insert(what);
                        let last = last.entry(what).or_default();
                        *last = bucket.max(*last);
                    }
                    next = self.gates[gate].within;
                }
            }
            for reason in reasons {
                turned_away.entry(reason).or_default().extend(short.requests);
            }
        }
        let (what, mut turned_away) = turned_away.into_iter().max_by_key(|(_, away)| away.len())?;
        turned_away.sort_unstable();
        let scarce = match what {
            Gated::Resource(resource) => Scarce::Resource(resource),
            Gated::Lift(dimension) => Scarce::Lift {
                dimension,
                until: gates.bucket_end(last[&what]),
            },
        };
        Some(Binding { scarce, turned_away })
    }
}
