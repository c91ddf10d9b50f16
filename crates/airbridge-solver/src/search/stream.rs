//! One stream of the search: a current solution, its best so far, and random numbers of its own.

use rand::{RngExt, SeedableRng};
use rand_pcg::Pcg64Mcg;

use super::Limits;
use super::accept::{Annealing, Cooling};
use super::atlas::Atlas;
use super::convert::solution_of;
use super::insert::{Effort, Inserter};
use super::polish::polish;
use super::portfolio::Runs;
use super::recreate::recreate;
use super::remove::remove;
use super::ruin::{Users, ruin};
use super::state::{Incumbent, State};
use super::stop::{Progress, StopSignal};
use crate::problem::{Cost, Problem, RequestIdx};

/// Below this many requests cooling starts anew again and again, however long the search, and more spots are passed over: the best is
/// soon found but for a step through something worse.
pub(super) const FEW: usize = 10;
/// At most this many or more, where there are so many: of few requests one at a time is too little.
const LEAST_OUT: usize = 4;
/// At most this many requests are taken out in one iteration.
pub(super) const MOST_OUT: usize = 24;
/// At most this many that are unserved are tried in one iteration, besides those taken out.
pub(super) const MOST_WANTING: usize = 6;

/// Chance in 1024ths that a tour or a spot is passed over; Christiaens & Vanden Berghe (2020) have 1 %.
pub(super) const BLINK: u32 = 20;
/// Where there are few requests: by trial on instances of four against enumeration.
const BLINK_OF_FEW: u32 = 100;

/// One stream.
pub(crate) struct Stream<'a> {
    problem: &'a Problem,
    atlas: &'a Atlas,
    users: &'a Users,
    state: State<'a>,
    pub(crate) best: Incumbent,
    rng: Pcg64Mcg,
    annealing: Annealing,
    absences: Vec<u32>,
    joins_first: bool,
    /// All the work that it may ever do, where that is limited.
    whole: Option<u64>,
    pub(crate) iterations: u64,
}

/// What streams begin with.
pub(crate) struct Start<'s> {
    pub(crate) from: &'s Incumbent,
    /// All the work that each may ever do, where that is limited.
    pub(crate) whole: Option<u64>,
}

impl<'a> Stream<'a> {
    pub(crate) fn new(
        problem: &'a Problem,
        atlas: &'a Atlas,
        users: &'a Users,
        start: &Start<'_>,
        limits: &Limits,
        number: u64,
    ) -> Self {
        let &Start { from, whole } = start;
        let mut state = from.to_state(problem);
        let best = Incumbent::of(&mut state);
        Self {
            problem,
            atlas,
            users,
            state,
            best,
            rng: Pcg64Mcg::seed_from_u64(limits.seed.wrapping_mul(0x9E37_79B9_7F4A_7C15).wrapping_add(number)),
            annealing: Annealing::new(problem, from.cost, Cooling::GENERAL),
            absences: vec![0; problem.requests.len()],
            joins_first: Effort::for_size(problem.requests.len()).joins_first,
            whole,
            iterations: 0,
        }
    }

    /// Goes on from another stream's best solution.
    pub(crate) fn adopt(&mut self, best: &Incumbent) {
        let mut state = best.to_state(self.problem);
        state.work = self.state.work;
        self.state = state;
        self.best = Incumbent::of(&mut self.state);
    }

    fn iterate(&mut self, inserter: &mut Inserter<'_>, stop: &StopSignal) {
        self.iterations += 1;
        self.state.work += 1;
        let before = self.state.cost;
        self.state.begin();
        let requests = self.problem.requests.len();
        let most = (requests / 4).clamp(LEAST_OUT.min(requests.max(1)), MOST_OUT);
        let chosen = ruin(&self.state, self.atlas, self.users, &mut self.rng, most);
        let mut out = remove(&mut self.state, &chosen.out);
        inserter.effort.joins_first = self.joins_first || self.rng.random_range(0..4_u32) > 0;
        self.add_wanting(&mut out);
        let done = recreate(
            &mut self.state,
            inserter,
            &mut self.rng,
            &mut self.absences,
            &chosen.first,
            out,
            stop,
        );
        if done && self.rng.random_range(0..8_u32) == 0 {
            polish(&mut self.state, &mut self.rng);
        }
        let part = self.part_used(stop);
        let delta = self.state.cost - before;
        let better = self.state.cost < self.best.cost;
        if better || (done && self.annealing.accepts(&mut self.rng, delta, part)) {
            self.state.keep();
        } else {
            self.state.undo();
            debug_assert_eq!(self.state.cost, before, "undo restores the cost");
        }
        if better {
            self.best.follow(&mut self.state);
            let progress = Progress {
                cost: self.best.cost,
                served: requests - self.state.unserved.len(),
                iterations: self.iterations,
                work: self.state.work,
            };
            stop.report(progress, || solution_of(&self.state));
        }
        self.state.forget_repeats();
        if part.is_none() && self.annealing.step() {
            let best = std::mem::take(&mut self.best);
            self.adopt(&best);
        }
    }

    /// Which part of the time or work is used, where that is known.
    fn part_used(&self, stop: &StopSignal) -> Option<f64> {
        if self.problem.requests.len() < FEW {
            return None;
        }
        match self.whole {
            Some(whole) => Some(self.state.work as f64 / whole.max(1) as f64),
            None => stop.time_used(),
        }
    }

    /// Lets some of the unserved try.
    fn add_wanting(&mut self, out: &mut Vec<RequestIdx>) {
        let unserved = &self.state.unserved;
        for _ in 0..MOST_WANTING.min(unserved.len()) {
            out.push(unserved[self.rng.random_range(0..unserved.len())]);
        }
        out.sort_unstable();
        out.dedup();
    }
}

impl Runs for Stream<'_> {
    fn run(&mut self, work: u64, stop: &StopSignal) {
        let end = self.state.work + work;
        let inserter_rng = Pcg64Mcg::seed_from_u64(self.rng.random());
        let effort = Effort {
            blink: if self.problem.requests.len() < FEW {
                BLINK_OF_FEW
            } else {
                BLINK
            },
            ..Effort::for_size(self.problem.requests.len())
        };
        let mut inserter = Inserter::new(self.atlas, effort, inserter_rng);
        while self.state.work < end && !stop.is_set() {
            self.iterate(&mut inserter, stop);
        }
    }

    fn work(&self) -> u64 {
        self.state.work
    }

    fn iterations(&self) -> u64 {
        self.iterations
    }

    fn cost(&self) -> Cost {
        self.best.cost
    }
}
