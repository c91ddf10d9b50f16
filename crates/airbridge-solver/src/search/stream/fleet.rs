//! Fewer tours, where a tour costs more than all the way it saves: a phase of its own within the search for short ways.
//!
//! A tour is given up, its requests are put in elsewhere, and who finds no place waits while others are moved. Which of the waiting matter is told by
//! counters: each iteration that a request waits makes it weigh more (absences: Christiaens & Vanden Berghe 2020, section 5.4; the
//! counters of the guided ejection search of Nagata & Bräysy 2009 are the same idea). General search fails here, since every way to fewer
//! tours leads through solutions that leave somebody out.

use rand::RngExt;

use super::Stream;
use crate::problem::{Problem, RequestIdx};
use crate::search::apart::{self, How, Turn};
use crate::search::insert::Inserter;
use crate::search::remove::remove;
use crate::search::ruin::ruin;
use crate::search::state::State;
use crate::search::stop::{Progress, StopSignal};

/// It lasts from this part of the search to that, where parts are known: most tours are saved on the way to short ways, and what is saved here begins
/// with long ones.
const FROM: f64 = 0.5;
const TO: f64 = 0.75;
/// Iterations otherwise; this and the figures below by trial on Li & Lim's instances.
const ITERATIONS: u64 = 10_000;
/// At most so many are taken out in an iteration, besides those who wait.
const MOST_OUT: usize = 16;
/// Who waits as long is as good where ways are not much longer: as hot as in this part of the cooling.
const WARM: f64 = 0.4;

/// The phase while it lasts.
#[derive(Debug)]
pub(super) struct Fleet {
    /// By request: iterations for which it waited.
    waited: Vec<u64>,
    iterations: u64,
    /// Whether a tour is given up at present.
    given_up: bool,
    /// Whether a tour was saved.
    saved: bool,
}

impl Fleet {
    /// `None` where tours cost nothing before movement.
    pub(super) fn of(problem: &Problem) -> Option<Self> {
        (!apart::only_movement_counts(problem)).then(|| Self {
            waited: vec![1; problem.requests.len()],
            iterations: 0,
            given_up: false,
            saved: false,
        })
    }
}

impl Stream<'_> {
    /// Goes on with the phase; false when it is over.
    pub(super) fn save_tours(&mut self, inserter: &mut Inserter<'_>, stop: &StopSignal) -> bool {
        let Some(mut fleet) = self.fleet.take() else {
            return false;
        };
        let used = self.part_used(stop);
        if used.is_some_and(|used| used < FROM) {
            self.fleet = Some(fleet);
            return false;
        }
        if fleet.iterations == 0 {
            // What is best, not what is being tried, gives up a tour.
            let best = std::mem::take(&mut self.best);
            self.adopt(&best);
        }
        let over = match used {
            Some(used) => used > TO,
            None => fleet.iterations > ITERATIONS,
        };
        if over || !(fleet.given_up || self.state.unserved.is_empty()) {
            if fleet.saved {
                // Ways are long again: cooling begins anew.
                self.cools_from = used.unwrap_or(0.0).min(0.9);
            }
            self.close_fleet(inserter, &fleet);
            return false;
        }
        if !fleet.given_up {
            self.give_up_a_tour(inserter);
            fleet.given_up = true;
        }
        self.move_others(inserter, &mut fleet, stop);
        if self.state.unserved.is_empty() {
            self.found_fewer(inserter, stop);
            fleet.given_up = false;
            fleet.saved = true;
        }
        self.fleet = Some(fleet);
        true
    }

    fn close_fleet(&mut self, inserter: &mut Inserter<'_>, fleet: &Fleet) {
        if let Some(apart) = &mut inserter.apart {
            apart.closed = false;
        }
        if fleet.given_up {
            let best = std::mem::take(&mut self.best);
            self.adopt(&best);
        }
    }

    /// Of a few tours the one with the fewest riders; no other is opened from now on.
    fn give_up_a_tour(&mut self, inserter: &mut Inserter<'_>) {
        let ids: Vec<_> = self.state.tour_ids().collect();
        let few = (0..4).filter_map(|_| ids.get(self.rng.random_range(0..ids.len().max(1))));
        let Some(&id) = few.min_by_key(|id| self.state.tour(**id).riders.len()) else {
            return;
        };
        let riders: Vec<RequestIdx> = self.state.tour(id).riders.iter().map(|rider| rider.request).collect();
        remove(&mut self.state, &riders);
        if let Some(apart) = &mut inserter.apart {
            apart.closed = true;
        }
    }

    /// One iteration: some are taken out, those who wait longest are put in first.
    fn move_others(&mut self, inserter: &mut Inserter<'_>, fleet: &mut Fleet, stop: &StopSignal) {
        self.iterations += 1;
        fleet.iterations += 1;
        self.state.work += 1;
        let waiting = |state: &State<'_>, waited: &[u64]| -> (u64, usize) {
            let sum = state.unserved.iter().map(|request| waited[request.get()]).sum();
            (sum, state.unserved.len())
        };
        let (before, many) = waiting(&self.state, &fleet.waited);
        let cost = self.state.cost;
        self.state.begin();
        let chosen = ruin(&self.state, self.atlas, self.users, &mut self.rng, MOST_OUT);
        let mut out = remove(&mut self.state, &chosen.out);
        out.extend(self.state.unserved.iter().copied());
        out.sort_unstable();
        out.dedup();
        // Longest waiting first, or in any order.
        let shuffled = self.rng.random_bool(0.3);
        let mut order: Vec<(u64, RequestIdx)> = out
            .into_iter()
            .map(|request| {
                let key = if shuffled {
                    self.rng.random()
                } else {
                    u64::MAX - fleet.waited[request.get()]
                };
                (key, request)
            })
            .collect();
        order.sort_unstable();
        let order: Vec<RequestIdx> = order.into_iter().map(|(_, request)| request).collect();
        let turn = if self.rng.random_bool(0.7) {
            Turn::InOrder
        } else {
            Turn::Regret(2)
        };
        let blink = inserter.effort.blink;
        let done = inserter.apart.as_mut().is_some_and(|apart| {
            let how = How { turn, blink };
            apart::recreate(apart, &mut self.state, self.atlas, &mut self.rng, how, &order, stop)
        });
        let (after, left) = waiting(&self.state, &fleet.waited);
        let delta = self.state.cost - cost;
        let takes = after < before
            || (left == many && after == before && self.annealing.accepts(&mut self.rng, delta, Some(WARM)));
        if done && (left == 0 || takes) {
            self.state.keep();
        } else {
            self.state.undo();
        }
        for request in &self.state.unserved {
            fleet.waited[request.get()] += 1;
        }
        self.state.forget_repeats();
    }

    fn found_fewer(&mut self, inserter: &mut Inserter<'_>, stop: &StopSignal) {
        if let Some(apart) = &mut inserter.apart {
            apart.closed = false;
        }
        if self.state.cost < self.best.cost {
            self.best.follow(&mut self.state);
            stop.report(Progress {
                cost: self.best.cost,
                served: self.problem.requests.len(),
                iterations: self.iterations,
                work: self.state.work,
            });
        }
    }
}
