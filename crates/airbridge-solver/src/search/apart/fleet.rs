//! Fewer tours, where a tour costs more than all the way it saves: a phase of its own within the search for short ways.
//!
//! A tour is given up, its requests are put in elsewhere, and who finds no place waits while others are moved. Which of the waiting matter is told by
//! counters: each iteration that a request waits makes it weigh more (absences: Christiaens & Vanden Berghe 2020, section 5.4; the
//! counters of the guided ejection search of Nagata & Bräysy 2009 are the same idea). General search fails here, since every way to fewer
//! tours leads through solutions that leave somebody out.

use rand::RngExt;

use super::only_movement_counts;
use super::recreate::Turn;
use super::ruin::shortest_of_few;
use super::stream::Stream;
use super::tours::Tours;
use crate::problem::{Problem, RequestIdx};
use crate::search::stop::StopSignal;

/// It lasts from this part of the search to that, where parts are known: most tours are saved on the way to short ways, and what is saved here begins
/// with long ones.
const FROM: f64 = 0.5;
const TO: f64 = 0.75;
/// Iterations otherwise; this and the figures below by trial on Li & Lim's instances.
const ITERATIONS: u64 = 10_000;
/// Iterations after which another tour is given up instead.
const PATIENCE: u64 = 15_000;
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
    /// Of these, since a tour was given up.
    since: u64,
    /// Whether a tour is given up at present.
    given_up: bool,
    /// Whether a tour was saved.
    saved: bool,
}

impl Fleet {
    /// `None` where tours cost nothing before movement.
    pub(super) fn of(problem: &Problem) -> Option<Self> {
        (!only_movement_counts(problem)).then(|| Self {
            waited: vec![1; problem.requests.len()],
            iterations: 0,
            since: 0,
            given_up: false,
            saved: false,
        })
    }

    /// How long those who wait have waited, in all.
    fn waiting(&self, tours: &Tours) -> u64 {
        tours.unserved.iter().map(|request| self.waited[request.get()]).sum()
    }
}

impl Stream<'_> {
    /// Goes on with the phase; false when it is over.
    pub(super) fn save_tours(&mut self, stop: &StopSignal) -> bool {
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
            self.now.copy(&self.best);
        }
        let over = match used {
            Some(used) => used > TO,
            None => fleet.iterations > ITERATIONS,
        };
        if over || !(fleet.given_up || self.now.unserved.is_empty()) {
            if fleet.saved {
                // Ways are long again: cooling begins anew.
                self.cools_from = used.unwrap_or(0.0).min(0.9);
            }
            self.known.closed = false;
            if fleet.given_up {
                self.now.copy(&self.best);
            }
            return false;
        }
        if fleet.given_up && fleet.since > PATIENCE {
            self.now.copy(&self.best);
            fleet.given_up = false;
        }
        if !fleet.given_up {
            self.give_up_a_tour();
            fleet.given_up = true;
            fleet.since = 0;
        }
        self.move_others(&mut fleet, stop);
        if self.now.unserved.is_empty() {
            self.known.closed = false;
            if self.now.cost < self.best.cost {
                self.found_better(stop);
            }
            fleet.given_up = false;
            fleet.saved = true;
        }
        self.fleet = Some(fleet);
        true
    }

    /// Of a few tours the one with the fewest riders; no other is opened from now on.
    fn give_up_a_tour(&mut self) {
        if let Some(vehicle) = shortest_of_few(&self.now, &mut self.rng, 4) {
            self.now.replace(self.facts, vehicle, None);
            self.now.count_unserved();
            self.known.closed = true;
        }
    }

    /// One iteration: some are taken out, those who wait longest are put in first.
    fn move_others(&mut self, fleet: &mut Fleet, stop: &StopSignal) {
        self.iterations += 1;
        fleet.iterations += 1;
        fleet.since += 1;
        let mut out = self.take_out(MOST_OUT);
        out.extend_from_slice(&self.now.unserved);
        out.sort_unstable();
        out.dedup();
        // Longest waiting first, or in any order.
        let shuffled = self.rng.random_bool(0.3);
        let mut order: Vec<(u64, RequestIdx)> = Vec::with_capacity(out.len());
        for request in out {
            let waited = u64::MAX - fleet.waited[request.get()];
            order.push((if shuffled { self.rng.random() } else { waited }, request));
        }
        order.sort_unstable();
        let order: Vec<RequestIdx> = order.into_iter().map(|(_, request)| request).collect();
        let turn = if self.rng.random_bool(0.7) {
            Turn::InOrder
        } else {
            Turn::Regret(2)
        };
        let done = self.put_in(&order, turn, stop);
        let (before, after) = (fleet.waiting(&self.now), fleet.waiting(&self.trial));
        let left = self.trial.unserved.len();
        let delta = self.trial.cost - self.now.cost;
        let as_good = left == self.now.unserved.len()
            && after == before
            && self.annealing.accepts(&mut self.rng, delta, Some(WARM));
        if done && (left == 0 || after < before || as_good) {
            std::mem::swap(&mut self.now, &mut self.trial);
        }
        for request in &self.now.unserved {
            fleet.waited[request.get()] += 1;
        }
    }
}
