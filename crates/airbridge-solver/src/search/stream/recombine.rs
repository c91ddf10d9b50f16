//! Tours of solutions met on the way, put together anew now and then, where tours are apart and movement is all that counts of them.

use super::Stream;
use crate::partition::{MOST_REQUESTS, Pool, Requests, Stop};
use crate::search::state::{Incumbent, State};
use crate::search::stop::{Progress, StopSignal};
use crate::search::tour::Tour;
use crate::search::whole;

/// By trial on Cordeau's sets. First time, and every so often from then on, as parts of the search where parts are known: early solutions have nothing to give.
const FIRST: f64 = 0.3;
const EVERY: f64 = 0.1;
/// Iterations between two times otherwise.
const ITERATIONS: u64 = 5_000;
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
    pub(super) fn of(state: &State<'_>, known: Option<&Pool>) -> Option<Self> {
        let fleet = state.problem.vehicles.len() as i64;
        let requests = state.problem.requests.len();
        let fresh = || Pool::new(requests, fleet, 2 * movement(state).max(1));
        (requests <= MOST_REQUESTS).then(|| Self {
            pool: known.cloned().unwrap_or_else(fresh),
            seen: 0,
            next: (FIRST, ITERATIONS),
        })
    }

    /// Takes the tours of a state that are new.
    pub(super) fn take(&mut self, state: &State<'_>) {
        for id in state.tour_ids() {
            let tour = state.tour(id);
            if tour.serial > self.seen {
                let riders = tour.riders.iter().map(|rider| rider.request.get());
                let served = riders.fold(Requests::NONE, Requests::with);
                self.pool.add(served, tour.cost.0[4], true, || stops_of(tour));
            }
        }
        self.seen = state.last_serial();
    }

    fn is_due(&mut self, part: Option<f64>, iteration: u64) -> bool {
        match part {
            Some(part) if part >= self.next.0 => self.next.0 = part + EVERY,
            None if iteration >= self.next.1 => self.next.1 = iteration + ITERATIONS,
            _ => return false,
        }
        true
    }
}

/// What all tours of a state cost in movement.
fn movement(state: &State<'_>) -> i64 {
    state.tour_ids().map(|id| state.tour(id).cost.0[4]).sum()
}

/// Who boards or leaves in which order; at one stop, who leaves comes first.
fn stops_of(tour: &Tour) -> Box<[Stop]> {
    let mut stops: Vec<(u16, bool, Stop)> = Vec::new();
    for rider in &tour.riders {
        stops.push((rider.pick, true, (rider.request, true)));
        stops.push((rider.drop, false, (rider.request, false)));
    }
    stops.sort_unstable();
    stops.into_iter().map(|stop| stop.2).collect()
}

impl<'a> Stream<'a> {
    /// A state of these tours alone.
    fn put_together(&mut self, tours: &[Box<[Stop]>]) -> State<'a> {
        let mut state = State::new(self.problem);
        state.number_from(self.state.last_serial());
        whole::build(&mut state, tours);
        // Whatever becomes of it, its numbers are given.
        self.state.number_from(state.last_serial());
        state
    }

    /// Puts known tours together when it is time, and goes on from there when that is better than anything before.
    pub(super) fn recombine(&mut self, stop: &StopSignal) {
        let part = self.part_used(stop);
        let iterations = self.iterations;
        let Some(mut recombine) = self.recombine.take_if(|recombine| recombine.is_due(part, iterations)) else {
            return;
        };
        self.state.work += recombine.pool.len() as u64 / TOURS_IN_WORK;
        if let Some((cost, chosen)) = recombine.pool.best(whole::fits_alone(self.problem)) {
            let best = self.best.to_state(self.problem);
            if !best.unserved.is_empty() || cost < movement(&best) {
                let mut state = self.put_together(&chosen);
                if state.cost < self.best.cost {
                    let better = Incumbent::of(&mut state);
                    self.adopt(&better);
                    stop.report(Progress {
                        cost: self.best.cost,
                        served: self.problem.requests.len() - self.state.unserved.len(),
                        iterations: self.iterations,
                        work: self.state.work,
                    });
                }
            }
        }
        self.recombine = Some(recombine);
    }
}

#[cfg(test)]
mod tests {
    use rand::SeedableRng;
    use rand_pcg::Pcg64Mcg;

    use super::*;
    use crate::search::Limits;
    use crate::search::apart::tests::drawn;
    use crate::search::atlas::Atlas;
    use crate::search::ruin::Users;
    use crate::search::stream::Start;

    #[test]
    fn tours_put_together_anew_have_numbers_that_no_other_tour_had() {
        let problem = drawn(12, 4, &mut Pcg64Mcg::seed_from_u64(3));
        let (atlas, users) = (Atlas::new(&problem), Users::new(&problem));
        let limits = Limits {
            work: None,
            seed: 1,
            threads: 1,
        };
        let start = Start {
            from: &Incumbent::of(&mut State::new(&problem)),
            pool: None,
            whole: None,
        };
        let mut stream = Stream::new(&problem, &atlas, &users, &start, &limits, 0);
        stream.run(500, &StopSignal::new());
        for _ in 0..2 {
            let tours: Vec<Box<[Stop]>> = stream
                .state
                .tour_ids()
                .map(|id| stops_of(stream.state.tour(id)))
                .collect();
            let given = stream.state.last_serial();
            let state = stream.put_together(&tours);
            let numbers: Vec<u64> = state.tour_ids().map(|id| state.tour(id).serial).collect();
            assert!(!numbers.is_empty());
            assert!(
                numbers.iter().all(|number| *number > given),
                "{numbers:?} after {given}"
            );
            assert!(stream.state.last_serial() >= state.last_serial());
        }
    }
}
