//! All fragments: pieces of a tour from one moment with nobody on board to the next.
//!
//! Fragments are those of Alyasiry, Forbes & Bulmer (2019) for pickup and delivery, and of Rist & Forbes (2021) for dial-a-ride, who cut them further so
//! that a model over arcs stays small; here they stay whole, since tours are priced and not modelled.
//! Where rides are long and loads small, fragments are many. Then they are cut where they have become long and one request is on board
//! ([`Joint`]); what goes on after a joint knows of that request's pickup only its window and the least travel since, so that some
//! sequences get through that no clock allows: a bound from such pieces is weaker, and still a bound.
//!
//! Rides begin and end within one fragment, so outside of fragments only the clock matters, and of a fragment only: when it can start at the
//! latest, when it can end at the earliest, and how long it takes.

use std::collections::BTreeMap;

use super::budget::Budget;
use super::fragment::{Fragment, Joint, Pieces, undominated};
use super::pairs::together;
use super::plain::{NEVER, Plain};
use super::temporal::Temporal;
use crate::partition::Requests;

/// All fragments that are not dominated by one with the same ends that carries the same requests, or `None` when more than `most`
/// sequences had to be looked at, or the budget is used up. With `longest`, those that carry as many are cut where they can be.
pub(super) fn fragments(plain: &Plain, longest: Option<usize>, most: usize, budget: &Budget<'_>) -> Option<Pieces> {
    let mut search = Search {
        plain,
        together: together(plain),
        longest: longest.unwrap_or(usize::MAX),
        found: Vec::new(),
        joints: Vec::new(),
        known: BTreeMap::new(),
        left: most,
        budget,
    };
    for first in 0..plain.requests {
        let fits = plain.demand[first]
            .iter()
            .zip(&plain.capacity)
            .all(|(d, most)| d <= most);
        if fits {
            search.begin(first, Path::of(plain, first, first, Temporal::of(plain, first)))?;
        }
    }
    let mut next = 0;
    while let Some(&Joint { node, aboard }) = search.joints.get(next) {
        if let Some(clock) = Temporal::after(plain, aboard, node) {
            search.begin(plain.requests + next, Path::of(plain, node, aboard, clock))?;
        }
        next += 1;
    }
    Some(Pieces {
        fragments: undominated(search.found),
        joints: search.joints,
    })
}

/// More sequences of one length and begin than these take too much memory: some kilobytes each.
const MOST_AT_ONCE: usize = 40_000;

/// A fragment in the making.
#[derive(Clone)]
struct Path {
    clock: Temporal,
    /// Node.
    last: usize,
    /// In the order of their boarding.
    aboard: Vec<usize>,
    load: Vec<i64>,
    served: Requests,
    cost: i64,
    /// All stops so far.
    nodes: Vec<u16>,
}

impl Path {
    /// Just begun at `node` with one request on board.
    fn of(plain: &Plain, node: usize, aboard: usize, clock: Temporal) -> Self {
        Self {
            clock,
            last: node,
            aboard: vec![aboard],
            load: plain.demand[aboard].clone(),
            served: Requests::NONE.with(aboard),
            cost: 0,
            nodes: vec![node as u16],
        }
    }

    /// What paths must have in common to be compared.
    fn key(&self) -> (Requests, Requests, usize) {
        let aboard = self
            .aboard
            .iter()
            .fold(Requests::NONE, |set, &request| set.with(request));
        (self.served, aboard, self.last)
    }

    /// Whether it costs no more than `other`, which has the same key, and can be gone on with in every way that that one can.
    fn dominates(&self, other: &Self) -> bool {
        if self.cost > other.cost {
            return false;
        }
        let positions: Vec<usize> = other
            .aboard
            .iter()
            .filter_map(|request| self.aboard.iter().position(|mine| mine == request))
            .collect();
        self.clock.allows_all_of(&other.clock, &positions)
    }
}

struct Search<'a> {
    plain: &'a Plain,
    /// By request: who can be on board at the same time.
    together: Vec<Requests>,
    /// Fragments that carry as many are cut.
    longest: usize,
    found: Vec<Fragment>,
    joints: Vec<Joint>,
    known: BTreeMap<Joint, usize>,
    left: usize,
    budget: &'a Budget<'a>,
}

impl Search<'_> {
    /// All fragments that begin like this, by number of nodes. `None` when there is too much of it.
    fn begin(&mut self, first: usize, path: Path) -> Option<()> {
        let mut paths = vec![path];
        while !paths.is_empty() {
            let mut longer = Vec::new();
            let before = self.left;
            for path in &paths {
                if longer.len() > MOST_AT_ONCE {
                    return None;
                }
                for number in 0..path.aboard.len() {
                    self.left = self.left.checked_sub(1)?;
                    longer.extend(self.deliver(path, number));
                }
                for request in 0..self.plain.requests {
                    if self.welcome(path, request) {
                        self.left = self.left.checked_sub(1)?;
                        longer.extend(self.pick_up(path, request));
                    }
                }
            }
            self.budget.spend(before - self.left)?;
            paths = self.closed_apart(first, longer);
        }
        Some(())
    }

    /// Makes fragments of what is complete, and drops what is dominated of the rest.
    fn closed_apart(&mut self, first: usize, mut paths: Vec<Path>) -> Vec<Path> {
        paths.retain(|path| {
            if path.aboard.is_empty() {
                self.close(first, path);
                return false;
            }
            let cut = path.aboard.len() == 1 && path.served.len() >= self.longest;
            if cut {
                self.cut(first, path);
            }
            !cut
        });
        // In place, without a list of keys: there may be very many.
        paths.sort_unstable_by(|a, b| a.key().cmp(&b.key()).then(a.cost.cmp(&b.cost)));
        let mut kept: Vec<Path> = Vec::new();
        let (mut group, mut key) = (0, None);
        for path in paths {
            let of = path.key();
            if key != Some(of) {
                (group, key) = (kept.len(), Some(of));
            }
            if !kept[group..].iter().any(|other| other.dominates(&path)) {
                kept.push(path);
            }
        }
        kept
    }

    fn deliver(&self, path: &Path, number: usize) -> Option<Path> {
        let request = path.aboard[number];
        let node = self.plain.delivery(request);
        let clock = path
            .clock
            .deliver(self.plain, path.last, node, number, self.plain.ride[request])?;
        let mut aboard = path.aboard.clone();
        aboard.remove(number);
        let demand = self.plain.demand[request].iter();
        let next = Path {
            clock,
            last: node,
            aboard,
            load: path
                .load
                .iter()
                .zip(demand)
                .map(|(load, demand)| load - demand)
                .collect(),
            served: path.served,
            cost: path.cost + self.plain.cost(path.last, node),
            nodes: and(&path.nodes, node),
        };
        self.can_finish(&next).then_some(next)
    }

    /// Cheap reasons against picking up a request next.
    fn welcome(&self, path: &Path, request: usize) -> bool {
        let loads = path
            .load
            .iter()
            .zip(&self.plain.demand[request])
            .zip(&self.plain.capacity);
        !path.served.has(request)
            && path.aboard.iter().all(|other| self.together[request].has(*other))
            && path.clock.earliest_end() + self.plain.step(path.last, request) <= self.plain.windows[request].1
            && loads.into_iter().all(|((load, more), most)| load + more <= *most)
    }

    fn pick_up(&self, path: &Path, request: usize) -> Option<Path> {
        let clock = path.clock.pick_up(self.plain, path.last, request)?;
        let mut aboard = path.aboard.clone();
        aboard.push(request);
        let demand = self.plain.demand[request].iter();
        let next = Path {
            clock,
            last: request,
            aboard,
            load: path.load.iter().zip(demand).map(|(load, more)| load + more).collect(),
            served: path.served.with(request),
            cost: path.cost + self.plain.cost(path.last, request),
            nodes: and(&path.nodes, request),
        };
        self.can_finish(&next).then_some(next)
    }

    /// Whether each of those on board could still be brought home in time, were it the next: less than that all can be.
    fn can_finish(&self, path: &Path) -> bool {
        let begin = path.clock.earliest_end();
        path.aboard.iter().enumerate().all(|(number, &request)| {
            let node = self.plain.delivery(request);
            let step = self.plain.step(path.last, node);
            begin + step <= self.plain.windows[node].1
                && path.clock.aboard_for(number) + step <= self.plain.ride[request]
        })
    }

    fn close(&mut self, first: usize, path: &Path) {
        let plain = self.plain;
        let service = plain.service[path.last];
        let there = if first < plain.requests {
            plain.time(plain.home(), first)
        } else {
            0
        };
        let both = there + plain.time(path.last, plain.end());
        if path.clock.span() + service + both <= plain.max_tour {
            self.keep(first, path.last - plain.requests, path, service);
        }
    }

    fn cut(&mut self, first: usize, path: &Path) {
        let joint = Joint {
            node: path.last,
            aboard: path.aboard[0],
        };
        let joints = &mut self.joints;
        let number = *self.known.entry(joint).or_insert_with(|| {
            joints.push(joint);
            joints.len() - 1
        });
        self.keep(first, self.plain.requests + number, path, 0);
    }

    fn keep(&mut self, first: usize, last: usize, path: &Path, service: i64) {
        // Who was on board at the joint is counted before it.
        let before = first
            .checked_sub(self.plain.requests)
            .map(|joint| self.joints[joint].aboard);
        if path.cost < NEVER {
            self.found.push(Fragment {
                first,
                last,
                served: path.served.filtered(|request| Some(request) != before),
                latest: path.clock.latest_start(),
                earliest_end: path.clock.earliest_end() + service,
                span: path.clock.span() + service,
                cost: path.cost,
                nodes: path.nodes.as_slice().into(),
            });
        }
    }
}

fn and(nodes: &[u16], node: usize) -> Vec<u16> {
    let mut longer = Vec::with_capacity(nodes.len() + 1);
    longer.extend_from_slice(nodes);
    longer.push(node as u16);
    longer
}

#[cfg(test)]
pub(super) mod tests;
