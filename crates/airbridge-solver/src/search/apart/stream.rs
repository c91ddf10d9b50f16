//! One stream of the search where tours are apart: what it is at, the best so far, and random numbers of its own.

use rand::seq::SliceRandom;
use rand::{RngExt, SeedableRng};
use rand_pcg::Pcg64Mcg;

use super::facts::Facts;
use super::fleet::Fleet;
use super::known::Known;
use super::recombine::Recombine;
use super::recreate::{Turn, recreate};
use super::ruin::ruin;
use super::tours::Tours;
use crate::partition::Pool;
use crate::problem::{Cost, RequestIdx};
use crate::search::accept::{Annealing, Cooling};
use crate::search::convert::solution_of;
use crate::search::portfolio::Runs;
use crate::search::state::Incumbent;
use crate::search::stop::{Progress, StopSignal};
use crate::search::stream::{MOST_OUT, MOST_WANTING};

/// Bits of the numbers that one stream gives to tours.
const SERIALS: u32 = 40;

/// What streams begin with.
pub(crate) struct Start<'s> {
    pub(crate) from: &'s Incumbent,
    /// Tours known already, if any.
    pub(crate) pool: Option<&'s Pool>,
    /// All the work that each may ever do, where that is limited.
    pub(crate) whole: Option<u64>,
    pub(crate) seed: u64,
}

/// One stream.
pub(crate) struct Stream<'a> {
    pub(super) facts: &'a Facts<'a>,
    pub(super) now: Tours,
    pub(crate) best: Tours,
    /// What may become `now`.
    pub(super) trial: Tours,
    pub(super) known: Known,
    pub(super) rng: Pcg64Mcg,
    pub(super) annealing: Annealing,
    absences: Vec<u32>,
    pub(super) fleet: Option<Fleet>,
    pub(super) recombine: Option<Recombine>,
    /// Part of the whole that was used when cooling began.
    pub(super) cools_from: f64,
    whole: Option<u64>,
    pub(crate) iterations: u64,
    pub(super) work: u64,
}

impl<'a> Stream<'a> {
    pub(crate) fn new(facts: &'a Facts<'a>, start: &Start<'_>, number: u64) -> Self {
        let mut known = Known::new(facts, number << SERIALS);
        let now = Tours::of(facts, start.from, &mut known.bench);
        let fleet = Fleet::of(facts.problem);
        // Where tours come first their number is a matter of its own, and a choice of known ones seldom has fewer.
        let recombine = if fleet.is_none() {
            Recombine::of(facts, &now, start.pool)
        } else {
            None
        };
        Self {
            facts,
            best: now.clone(),
            trial: now.clone(),
            annealing: Annealing::new(facts.problem, now.cost, Cooling::LONG),
            now,
            known,
            rng: Pcg64Mcg::seed_from_u64(start.seed.wrapping_mul(0x9E37_79B9_7F4A_7C15).wrapping_add(number)),
            absences: vec![0; facts.rides.len()],
            fleet,
            recombine,
            cools_from: 0.0,
            whole: start.whole,
            iterations: 0,
            work: 0,
        }
    }

    fn iterate(&mut self, stop: &StopSignal) {
        self.iterations += 1;
        let most = (self.facts.rides.len() / 4).clamp(1, MOST_OUT);
        let mut out = self.take_out(most);
        for _ in 0..MOST_WANTING.min(self.now.unserved.len()) {
            out.push(self.now.unserved[self.rng.random_range(0..self.now.unserved.len())]);
        }
        out.sort_unstable();
        out.dedup();
        self.put_in_order(&mut out);
        let turn = match self.rng.random_range(0..8_u32) {
            0 => Turn::Loosely,
            1 => Turn::InOrder,
            2..=6 => Turn::Regret(2),
            _ => Turn::Regret(3),
        };
        let done = self.put_in(&out, turn, stop);
        if !done {
            return;
        }
        for &request in &self.trial.unserved {
            self.absences[request.get()] = self.absences[request.get()].saturating_add(1);
        }
        let part = self.part_used(stop);
        let part = part.map(|used| (used - self.cools_from) / (1.0 - self.cools_from));
        let delta = self.trial.cost - self.now.cost;
        if self.trial.cost < self.best.cost {
            self.take_trial(part);
            self.found_better(stop);
        } else if delta != Cost::ZERO && self.annealing.accepts(&mut self.rng, delta, part) {
            // What costs the same is most often the same: it is not taken, so that what is remembered of its tours stays good.
            self.take_trial(part);
        }
        if part.is_none() && self.annealing.step() {
            self.now.copy(&self.best);
        }
    }

    fn take_trial(&mut self, part: Option<f64>) {
        std::mem::swap(&mut self.now, &mut self.trial);
        if let Some(recombine) = &mut self.recombine {
            recombine.take(&self.now, part);
        }
    }

    /// Makes the trial a copy of what it is at, less some requests; says which.
    pub(super) fn take_out(&mut self, most: usize) -> Vec<RequestIdx> {
        let out = ruin(self.facts, &self.now, &mut self.rng, most);
        self.trial.copy(&self.now);
        self.work += 1;
        self.trial.remove(self.facts, &mut self.known.bench, &out)
    }

    /// Puts requests into the trial.
    pub(super) fn put_in(&mut self, requests: &[RequestIdx], turn: Turn, stop: &StopSignal) -> bool {
        self.work += requests.len() as u64;
        recreate(
            self.facts,
            &mut self.known,
            &mut self.trial,
            &mut self.rng,
            turn,
            requests,
            stop,
        )
    }

    /// The sorts of Christiaens & Vanden Berghe (2020, section 5.2), with time in the place of distance.
    fn put_in_order(&mut self, out: &mut [RequestIdx]) {
        out.shuffle(&mut self.rng);
        let ride = |request: &RequestIdx| &self.facts.rides[request.get()];
        match self.rng.random_range(0..9_u32) {
            0..=4 => {}
            5 => out.sort_by_key(|request| ride(request).leave.1),
            6 => out.sort_by_key(|request| ride(request).board.0),
            7 => out.sort_by_key(|request| std::cmp::Reverse(self.absences[request.get()])),
            _ => out.sort_by_key(|request| std::cmp::Reverse(ride(request).demand.iter().sum::<i64>())),
        }
    }

    /// What it is at is the best so far.
    pub(super) fn found_better(&mut self, stop: &StopSignal) {
        self.best.copy(&self.now);
        let progress = Progress {
            cost: self.best.cost,
            served: self.facts.rides.len() - self.best.unserved.len(),
            iterations: self.iterations,
            work: self.work,
        };
        stop.report(progress, || solution_of(&self.best.to_state(self.facts)));
    }

    /// Which part of the time or work is used, where that is known.
    pub(super) fn part_used(&self, stop: &StopSignal) -> Option<f64> {
        match self.whole {
            Some(whole) => Some(self.work as f64 / whole.max(1) as f64),
            None => stop.time_used(),
        }
    }
}

impl Runs for Stream<'_> {
    fn run(&mut self, work: u64, stop: &StopSignal) {
        let end = self.work + work;
        while self.work < end && !stop.is_set() {
            if !self.save_tours(stop) {
                self.iterate(stop);
                self.recombine(stop);
            }
        }
    }

    fn work(&self) -> u64 {
        self.work
    }

    fn iterations(&self) -> u64 {
        self.iterations
    }

    fn cost(&self) -> Cost {
        self.best.cost
    }
}
