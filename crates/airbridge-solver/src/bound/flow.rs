//! Linking requests to resources by falling gain.
//!
//! The network: request → bucket of a resource at the first boarding (or none) → resource at the end of the way (or none) → sink. A real
//! solution is a set of such paths within all capacities, so the best set of paths is at least as good. Requests that look the same to
//! the network are one class.

use std::collections::BTreeMap;

use airbridge_units::Moment;

use super::Stakes;
use super::capacity::most_uses;
use super::network::{Network, SINK};
use crate::problem::{Problem, ResourceIdx, ResourceKind, Use, Way};
use crate::search::Reach;

/// What could be linked.
pub(super) struct Linked {
    pub(super) gain: i64,
    pub(super) count: usize,
    pub(super) binding: Option<ResourceIdx>,
}

/// One alternative of a class: buckets of a resource at boarding, and a resource in the end.
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
struct Choice {
    boarding: Option<(u32, u32, u32)>,
    end: Option<u32>,
}

/// Links as much gain as the relaxed resources allow.
pub(super) fn link(problem: &Problem, stakes: &[Stakes]) -> Linked {
    let least = least_uses(problem, stakes);
    let mut classes: BTreeMap<(i64, Vec<Choice>), usize> = BTreeMap::new();
    for (request, stakes) in problem.requests.iter().zip(stakes) {
        if !stakes.ways.is_empty() {
            let mut options: Vec<Choice> = stakes
                .ways
                .iter()
                .filter_map(|&way| choice_of(problem, &request.ways[way]))
                .collect();
            options.sort_unstable();
            options.dedup();
            *classes.entry((-stakes.gain, options)).or_default() += 1;
        }
    }
    let mut network = Resources::new(problem, &least);
    let mut linked = Linked {
        gain: 0,
        count: 0,
        binding: None,
    };
    let mut turned_away: BTreeMap<u32, usize> = BTreeMap::new();
    for ((negative_gain, options), count) in classes {
        let reached = network.link_class(&options, count);
        linked.gain += -negative_gain * reached as i64;
        linked.count += reached;
        for option in &options {
            for resource in option.boarding.map(|boarding| boarding.0).into_iter().chain(option.end) {
                if reached < count {
                    *turned_away.entry(resource).or_default() += count - reached;
                }
            }
        }
    }
    linked.binding = turned_away
        .into_iter()
        .max_by_key(|(_, away)| *away)
        .map(|(resource, _)| ResourceIdx(resource));
    linked
}

/// By resource: the least amount and number of buckets of any use in question.
fn least_uses(problem: &Problem, stakes: &[Stakes]) -> Vec<(i64, u32)> {
    let mut least = vec![(i64::MAX, u32::MAX); problem.resources.len()];
    for (request, stakes) in problem.requests.iter().zip(stakes) {
        for way in stakes.ways.iter().map(|&way| &request.ways[way]) {
            for used in way.uses.iter().chain(&way.rides[0].uses) {
                let (amount, buckets) = &mut least[used.resource.get()];
                *amount = (*amount).min(used.amount);
                *buckets = (*buckets).min(used.buckets);
            }
        }
    }
    least
}

/// How the network sees a way, or `None` when it cannot be used at all.
fn choice_of(problem: &Problem, way: &Way) -> Option<Choice> {
    let ride = &way.rides[0];
    let reach = Reach::of(problem, ride)?;
    let positive = |used: &&Use| used.amount > 0;
    let boarding = match ride.uses.iter().find(positive) {
        None => None,
        Some(used) => {
            let ResourceKind::Bucketed { calendar, .. } = &problem.resources[used.resource.get()].kind else {
                return None;
            };
            let calendar = &problem.calendars[calendar.get()];
            let latest = reach.board.1.min(way.due.0 - way.onward.0);
            let first = calendar.bucket(Moment(reach.board.0) - ride.before).unwrap_or(0);
            let last = calendar
                .bucket(Moment(latest) - ride.before)
                .unwrap_or(calendar.len() - 1);
            Some((used.resource.0, first as u32, last as u32))
        }
    };
    // Of several resources in the end, the one that the fewest could use binds first; any choice is valid.
    let end = way
        .uses
        .iter()
        .filter(positive)
        .min_by_key(|used| total(problem, used))
        .map(|used| used.resource.0);
    Some(Choice { boarding, end })
}

fn total(problem: &Problem, used: &Use) -> i64 {
    match &problem.resources[used.resource.get()].kind {
        ResourceKind::Bucketed { capacity, .. } => most_uses(capacity, used.buckets as usize, used.amount),
        ResourceKind::Instant { .. } => i64::MAX,
    }
}

/// Resources as nodes of the network.
struct Resources {
    network: Network,
    /// By resource: by bucket, where it is entered and left.
    buckets: Vec<Vec<(usize, usize)>>,
    /// By resource: its node as the end of a way.
    ends: Vec<usize>,
    /// The end of ways that take nothing in the end.
    free: usize,
    /// By resource of the buckets and end: which buckets have an edge to it already.
    known: BTreeMap<(u32, usize), Vec<bool>>,
    /// By resource, by bucket: the last class that has an edge to it.
    entered: Vec<Vec<usize>>,
}

const NO_LIMIT: i64 = i64::MAX / 4;

impl Resources {
    fn new(problem: &Problem, least: &[(i64, u32)]) -> Self {
        let mut network = Network::new();
        let mut buckets = Vec::new();
        let mut ends = Vec::new();
        for (resource, &(amount, length)) in problem.resources.iter().zip(least) {
            let limited = amount > 0 && amount < i64::MAX;
            let end = network.node();
            ends.push(end);
            let mut of_resource = Vec::new();
            let mut in_all = NO_LIMIT;
            if let ResourceKind::Bucketed { capacity, .. } = &resource.kind {
                for most in capacity {
                    let (enter, leave) = (network.node(), network.node());
                    network.edge(enter, leave, if limited { most.max(&0) / amount } else { NO_LIMIT });
                    of_resource.push((enter, leave));
                }
                if limited {
                    in_all = most_uses(capacity, length as usize, amount);
                }
            }
            network.edge(end, SINK, in_all);
            buckets.push(of_resource);
        }
        let entered = buckets.iter().map(|buckets| vec![usize::MAX; buckets.len()]).collect();
        let free = network.node();
        network.edge(free, SINK, NO_LIMIT);
        Self {
            network,
            buckets,
            ends,
            free,
            known: BTreeMap::new(),
            entered,
        }
    }

    /// Links as many requests of a class as possible. Returns how many.
    fn link_class(&mut self, choices: &[Choice], count: usize) -> usize {
        let class = self.network.node();
        for choice in choices {
            let end = choice.end.map_or(self.free, |resource| self.ends[resource as usize]);
            let Some((resource, first, last)) = choice.boarding else {
                self.network.edge(class, end, NO_LIMIT);
                continue;
            };
            let buckets = &self.buckets[resource as usize];
            let entered = &mut self.entered[resource as usize];
            let known = self.known.entry((resource, end));
            let known = known.or_insert_with(|| vec![false; buckets.len()]);
            for bucket in first as usize..=last as usize {
                let (enter, leave) = buckets[bucket];
                if entered[bucket] != class {
                    entered[bucket] = class;
                    self.network.edge(class, enter, NO_LIMIT);
                }
                if !known[bucket] {
                    known[bucket] = true;
                    self.network.edge(leave, end, NO_LIMIT);
                    self.network.revive(leave);
                }
            }
        }
        self.network.push_from(class, count as i64) as usize
    }
}
