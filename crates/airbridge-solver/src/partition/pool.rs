//! Tours that were met, kept to be put together anew.
//!
//! The tours of good solutions are good, and a choice of them from many solutions is often better than any of these (Rochat & Taillard 1995; for
//! dial-a-ride Parragh & Schmid 2013).

use std::collections::HashMap;

use super::choose::{self, Column};
use super::master::{Master, Optimum};
use super::requests::Requests;
use super::triples::broken;
use crate::problem::RequestIdx;

/// Who boards (`true`) or leaves at a stop.
pub(crate) type Stop = (RequestIdx, bool);

/// By trial on Cordeau's sets, like the figures below. When there are more tours than this, the dearer are forgotten.
const MOST_TOURS: usize = 12_000;
/// So many are kept then.
const KEPT: usize = 6_000;

/// Cuts added at once, and in all.
const AT_ONCE: usize = 20;
const MOST_CUTS: usize = 120;
/// Times that cuts are added for one choice.
const ROUNDS: usize = 4;

/// Tours are tested whose reduced cost is at most this share of the linear optimum.
const NEAR: f64 = 0.03;

#[derive(Clone, Debug)]
struct Member {
    served: Requests,
    cost: i64,
    stops: Box<[Stop]>,
    /// Whether it was part of a solution, or passed a test.
    is_real: bool,
}

/// Tours, for each set of requests the cheapest met.
#[derive(Clone, Debug)]
pub(crate) struct Pool {
    requests: usize,
    fleet: i64,
    missing: i64,
    members: Vec<Member>,
    by_served: HashMap<Requests, u32>,
    /// Tours in the order of members.
    master: Master,
    cuts: Vec<Requests>,
}

impl Pool {
    /// Without any tour. For a number of requests, and so many tours at most; `missing` is more than a tour costs.
    pub(crate) fn new(requests: usize, fleet: i64, missing: i64) -> Self {
        Self {
            requests,
            fleet,
            missing,
            members: Vec::new(),
            by_served: HashMap::new(),
            master: Master::new(requests, fleet, missing),
            cuts: Vec::new(),
        }
    }

    /// Tours in it.
    pub(crate) fn len(&self) -> usize {
        self.members.len()
    }

    /// Whether the next choice forgets some, so that it is time for one.
    pub(crate) fn is_full(&self) -> bool {
        self.members.len() > MOST_TOURS
    }

    /// Keeps a tour if it is new, or cheaper than the one that serves the same requests, or the first of these that is known to be possible.
    pub(crate) fn add(&mut self, served: Requests, cost: i64, is_real: bool, stops: impl FnOnce() -> Box<[Stop]>) {
        if let Some(&at) = self.by_served.get(&served) {
            let member = &mut self.members[at as usize];
            if cost < member.cost || is_real && !member.is_real {
                member.cost = cost;
                member.stops = stops();
                member.is_real = is_real;
                self.master.set_cost(at as usize, cost);
            }
            return;
        }
        self.by_served.insert(served, self.members.len() as u32);
        self.master.add(cost, served, &[]);
        self.members.push(Member {
            served,
            cost,
            stops: stops(),
            is_real,
        });
    }

    /// The cheapest choice that carries everybody once, and what it costs; a good one where finding the best takes too long. Tours that
    /// were not part of a solution yet are tested by `fits`, and forgotten when they do not.
    pub(crate) fn best(&mut self, mut fits: impl FnMut(&[Stop]) -> bool) -> Option<(i64, Vec<Box<[Stop]>>)> {
        let now = self.optimum();
        let mut columns: Vec<Column> = self.master.columns(&now).collect();
        let near = now.value.abs() * NEAR;
        let mut unfit = false;
        for (column, member) in columns.iter_mut().zip(&mut self.members) {
            if !member.is_real && column.reduced <= near {
                member.is_real = fits(&member.stops);
                if !member.is_real {
                    unfit = true;
                    column.reduced = f64::INFINITY;
                }
            }
        }
        let chosen = choose::best(&columns, self.requests, self.fleet, now.value);
        let chosen = chosen.map(|chosen| {
            let members = || chosen.iter().map(|&at| &self.members[at]);
            let cost = members().map(|member| member.cost).sum();
            (cost, members().map(|member| member.stops.clone()).collect())
        });
        if unfit || self.members.len() > MOST_TOURS {
            self.forget(&columns);
        }
        chosen
    }

    /// Tours that carry nobody twice, of those that the linear optimum takes the largest shares first; not everybody need be carried.
    pub(crate) fn rounded(&mut self) -> Vec<Box<[Stop]>> {
        self.master.solve();
        let mut shares = self.master.shares();
        shares.sort_by(|a, b| b.0.total_cmp(&a.0).then(a.1.cmp(&b.1)));
        let mut carried = Requests::NONE;
        let mut tours = Vec::new();
        for (_, at) in shares {
            let member = &self.members[at];
            if (tours.len() as i64) < self.fleet && !member.served.meets(&carried) {
                carried = carried.union(&member.served);
                tours.push(member.stops.clone());
            }
        }
        tours
    }

    fn optimum(&mut self) -> Optimum {
        let mut now = self.master.solve();
        for _ in 0..ROUNDS {
            let before = self.cuts.len();
            for (_, triple) in broken(&self.master, AT_ONCE.min(MOST_CUTS - before)) {
                if !self.cuts.contains(&triple) {
                    self.cuts.push(triple);
                }
            }
            if self.cuts.len() == before {
                break;
            }
            self.master.set_cuts(&self.cuts);
            now = self.master.solve();
        }
        now
    }

    /// Forgets unfit tours, and those of great reduced cost where there are too many.
    fn forget(&mut self, columns: &[Column]) {
        let mut order: Vec<usize> = (0..columns.len())
            .filter(|&at| columns[at].reduced < f64::INFINITY)
            .collect();
        if order.len() > MOST_TOURS {
            order.sort_by(|&a, &b| columns[a].reduced.total_cmp(&columns[b].reduced).then(a.cmp(&b)));
            order.truncate(KEPT);
            order.sort_unstable();
        }
        let kept = order.into_iter().map(|at| self.members[at].clone()).collect();
        let before = std::mem::replace(self, Self::new(self.requests, self.fleet, self.missing));
        self.members = kept;
        self.cuts = before.cuts;
        self.master.set_cuts(&self.cuts);
        for (at, member) in self.members.iter().enumerate() {
            self.by_served.insert(member.served, at as u32);
            self.master.add(member.cost, member.served, &[]);
        }
    }
}

#[cfg(test)]
mod tests;
