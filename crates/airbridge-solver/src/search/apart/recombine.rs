//! Tours of solutions met on the way, put together anew now and then, where movement is all that counts of them.

use super::facts::Facts;
use super::stream::Stream;
use super::tours::Tours;
use crate::partition::{MOST_REQUESTS, Pool, Requests, Stop};
use crate::problem::RequestIdx;
use crate::search::stop::StopSignal;
use crate::search::whole;

/// By trial on Cordeau's sets, as parts of the search where parts are known. Tours are taken from here on: those of early solutions have nothing to give.
const FROM: f64 = 0.2;
/// First time that they are put together, and every so often from then on.
const FIRST: f64 = 0.3;
const EVERY: f64 = 0.23;
/// Iterations between two times otherwise.
const ITERATIONS: u64 = 20_000;
/// Tours looked at for one unit of work.
const TOURS_IN_WORK: u64 = 4;

/// The pool of one stream.
#[derive(Debug)]
pub(super) struct Recombine {
    pool: Pool,
    /// Tours up to this number are in the pool.
    seen: u64,
    /// When it is time again: part of the search, or iteration.
    next: (f64, u64),
}

impl Recombine {
    /// Begins with tours that are known already. `None` where there are too many requests.
    pub(super) fn of(facts: &Facts<'_>, tours: &Tours, known: Option<&Pool>) -> Option<Self> {
        let fleet = facts.vehicles.len() as i64;
        let requests = facts.rides.len();
        let fresh = || Pool::new(requests, fleet, 2 * movement(tours).max(1));
        (requests <= MOST_REQUESTS).then(|| Self {
            pool: known.cloned().unwrap_or_else(fresh),
            seen: 0,
            next: (FIRST, ITERATIONS),
        })
    }

    /// Takes the tours that are new, if it is not too early.
    pub(super) fn take(&mut self, tours: &Tours, part: Option<f64>) {
        if part.is_some_and(|part| part < FROM) {
            return;
        }
        let before = self.seen;
        for tour in tours.tours().filter(|tour| tour.serial > before) {
            let riders = tour.riders().map(RequestIdx::get);
            let served = riders.fold(Requests::NONE, Requests::with);
            self.pool.add(served, tour.movement, true, || tour.stops().collect());
            self.seen = self.seen.max(tour.serial);
        }
    }

    fn is_due(&mut self, part: Option<f64>, iteration: u64) -> bool {
        let is_time = match part {
            Some(part) => part >= self.next.0,
            None => iteration >= self.next.1,
        };
        let due = is_time || self.pool.is_full();
        if due {
            self.next = (part.unwrap_or(0.0) + EVERY, iteration + ITERATIONS);
        }
        due
    }
}

/// What all tours cost in movement.
fn movement(tours: &Tours) -> i64 {
    tours.tours().map(|tour| tour.movement).sum()
}

impl Stream<'_> {
    /// Puts known tours together when it is time, and goes on from there when that is better than anything before.
    pub(super) fn recombine(&mut self, stop: &StopSignal) {
        let part = self.part_used(stop);
        let iterations = self.iterations;
        let Some(mut recombine) = self.recombine.take_if(|recombine| recombine.is_due(part, iterations)) else {
            return;
        };
        self.work += recombine.pool.len() as u64 / TOURS_IN_WORK;
        if let Some((cost, chosen)) = recombine.pool.best(whole::fits_alone(self.facts.problem))
            && (!self.best.unserved.is_empty() || cost < movement(&self.best))
        {
            self.put_together(&chosen);
            if self.trial.cost < self.best.cost {
                self.now.copy(&self.trial);
                self.found_better(stop);
            }
        }
        self.recombine = Some(recombine);
    }

    /// Makes the trial one of these tours alone, each with the first vehicle that can.
    fn put_together(&mut self, chosen: &[Box<[Stop]>]) {
        self.trial = Tours::none(self.facts);
        for stops in chosen {
            for vehicle in 0..self.facts.vehicles.len() {
                if self.trial.by_vehicle[vehicle].is_some() {
                    continue;
                }
                let stops = stops.iter().copied();
                let made = self.known.bench.of(self.facts, vehicle, stops);
                if made.is_some() {
                    self.trial.replace(self.facts, vehicle, made);
                    break;
                }
            }
        }
        self.trial.count_unserved();
    }
}
