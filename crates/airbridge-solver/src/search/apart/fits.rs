//! Whether a ride fits on a tour at a spot, on bare clocks.
//!
//! The operators are those of [`crate::schedule::fixpoint`] that matter here: windows, travel and service forwards; no waiting between a
//! departure and the arrival, the longest ride and the longest tour backwards. Capacity was tested when the spot was listed.

use crate::problem::{PlaceIdx, Problem, Ride};
use crate::schedule::sketch::Pair;
use crate::search::atlas::{Atlas, Reach};
use crate::search::proposal::At;
use crate::search::tour::Tour;

/// A stop as it would be, with its clock.
#[derive(Clone, Copy, Debug)]
struct Step {
    place: PlaceIdx,
    unloading: i64,
    loading: i64,
    /// Bounds on the end of unloading.
    finish: (i64, i64),
    /// Bounds on the start of loading.
    start: (i64, i64),
    /// Of the trip that leaves it.
    duration: i64,
    arrives: i64,
    begins: i64,
    departs: i64,
}

/// Sweeps for each stop before an answer is given up: the fixpoint is reached in a few, or never.
const PATIENCE: usize = 3;

/// What is worked on, kept from test to test for its memory.
#[derive(Debug, Default)]
pub(super) struct Bench {
    steps: Vec<Step>,
    pairs: Vec<Pair>,
    /// Stop of the tour to step.
    map: Vec<usize>,
}

/// A ride to be put in.
#[derive(Clone, Copy)]
pub(super) struct Wish<'a> {
    pub(super) ride: &'a Ride,
    pub(super) reach: Reach,
    /// Longest from the start of loading to the end of unloading.
    pub(super) longest: i64,
    pub(super) pick: At,
    pub(super) drop: At,
}

/// Whether a ride fits at a spot. May say no where travel by way of a stop is quicker than without it.
pub(super) fn fits(problem: &Problem, atlas: &Atlas, tour: &Tour, wish: Wish<'_>, bench: &mut Bench) -> bool {
    let Some((picked, dropped)) = lay_out(problem, atlas, tour, wish, bench) else {
        return false;
    };
    let Bench { steps, pairs, map } = bench;
    pairs.clear();
    let moved = |pair: &Pair| Pair {
        pick: map[pair.pick],
        drop: map[pair.drop],
        ..*pair
    };
    pairs.extend(tour.draft.sketch.pairs.iter().map(moved));
    pairs.push(Pair {
        pick: picked,
        drop: dropped,
        max_ride: wish.longest,
        is_span: false,
        max_moving: i64::MAX,
        max_legs: u32::MAX,
    });
    let away = tour.draft.vehicle(problem).max_tour.0;
    for _ in 0..PATIENCE * steps.len() {
        if !backwards(steps, pairs, away) {
            return true;
        }
        if !forwards(steps)
            || steps
                .last()
                .is_some_and(|last| last.arrives + last.unloading > problem.end.0)
        {
            return false;
        }
    }
    false
}

/// The stops with the ride at the earliest moments that travel and windows allow, and where it boards and leaves; `None` when a stop is
/// reached too late.
fn lay_out(problem: &Problem, atlas: &Atlas, tour: &Tour, wish: Wish<'_>, bench: &mut Bench) -> Option<(usize, usize)> {
    let Wish {
        ride,
        reach,
        pick,
        drop,
        ..
    } = wish;
    let draft = &tour.draft;
    let profile = draft.vehicle(problem).profile;
    let travel = |from, to| {
        if from == to {
            0
        } else {
            atlas.quickest(profile, from, to)
        }
    };
    let Bench { steps, map, .. } = bench;
    steps.clear();
    map.clear();
    let (mut picked, mut dropped) = (0, 0);
    // Until a stop is new, moments and trips are those of the tour.
    let mut changed = false;
    for (index, stop) in draft.sketch.stops.iter().enumerate() {
        map.push(steps.len());
        let mut step = Step {
            place: stop.place,
            unloading: draft.lengths.unloading[index],
            loading: draft.lengths.loading[index],
            finish: stop.finish,
            start: stop.start,
            duration: draft.lengths.duration.get(index).copied().unwrap_or(0),
            arrives: draft.earliest.arrive[index],
            begins: draft.earliest.start[index],
            departs: 0,
        };
        if pick == At::Stop(index) {
            picked = steps.len();
            step.board(problem, ride, reach);
            changed = true;
        }
        if drop == At::Stop(index) {
            dropped = steps.len();
            step.leave(problem, ride, reach);
            changed = true;
        }
        if !step.follow(steps.last(), changed) || step.arrives > tour.latest_arrival[index] {
            return None;
        }
        steps.push(step);
        let mut via = |place: PlaceIdx, boards: bool| {
            let before = steps.last_mut()?;
            before.duration = travel(before.place, place);
            let mut step = Step::at(place);
            if boards {
                step.board(problem, ride, reach);
            } else {
                step.leave(problem, ride, reach);
            }
            changed = true;
            if !step.follow(steps.last(), true) {
                return None;
            }
            steps.push(step);
            Some(steps.len() - 1)
        };
        if pick == At::After(index) {
            picked = via(ride.from, true)?;
        }
        if drop == At::After(index) {
            dropped = via(ride.to, false)?;
        }
        let is_new = pick == At::After(index) || drop == At::After(index);
        if let (true, Some(next), Some(step)) = (is_new, draft.sketch.stops.get(index + 1), steps.last_mut()) {
            step.duration = travel(step.place, next.place);
        }
    }
    Some((picked, dropped))
}

impl Step {
    fn at(place: PlaceIdx) -> Self {
        Self {
            place,
            unloading: 0,
            loading: 0,
            finish: (i64::MIN, i64::MAX),
            start: (i64::MIN, i64::MAX),
            duration: 0,
            arrives: i64::MIN,
            begins: i64::MIN,
            departs: i64::MIN,
        }
    }

    fn board(&mut self, problem: &Problem, ride: &Ride, reach: Reach) {
        if self.loading == 0 {
            self.loading = problem.places[ride.from.get()].load_setup.0;
        }
        self.loading += ride.load.0;
        self.start = both(self.start, reach.board);
    }

    fn leave(&mut self, problem: &Problem, ride: &Ride, reach: Reach) {
        if self.unloading == 0 {
            self.unloading = problem.places[ride.to.get()].unload_setup.0;
        }
        self.unloading += ride.unload.0;
        self.finish = both(self.finish, reach.alight);
    }

    /// Raises the moments after those of the stop before; false when a bound is passed.
    fn follow(&mut self, before: Option<&Self>, changed: bool) -> bool {
        if changed {
            let arrival = before.map_or(i64::MIN, |before| before.departs + before.duration);
            return self.raise(arrival);
        }
        self.departs = self.begins + self.loading;
        true
    }

    fn raise(&mut self, arrival: i64) -> bool {
        self.arrives = self
            .arrives
            .max(arrival)
            .max(self.finish.0.saturating_sub(self.unloading));
        let finished = self.arrives + self.unloading;
        self.begins = self.begins.max(finished).max(self.start.0);
        self.departs = self.departs.max(self.begins + self.loading);
        finished <= self.finish.1 && self.begins <= self.start.1
    }
}

fn both(a: (i64, i64), b: (i64, i64)) -> (i64, i64) {
    (a.0.max(b.0), a.1.min(b.1))
}

/// Raises all moments stop by stop; false when a bound is passed.
fn forwards(steps: &mut [Step]) -> bool {
    let mut arrival = i64::MIN;
    steps.iter_mut().all(|step| {
        let fits = step.raise(arrival);
        arrival = step.departs + step.duration;
        fits
    })
}

/// Raises what later moments push; false when nothing is raised.
fn backwards(steps: &mut [Step], pairs: &[Pair], longest: i64) -> bool {
    let last = steps.len() - 1;
    let mut raised = false;
    for trip in (0..last).rev() {
        // Nobody waits on the way, but this alone moves nothing that comes after.
        steps[trip].departs = steps[trip].departs.max(steps[trip + 1].arrives - steps[trip].duration);
    }
    for pair in pairs {
        let at = (steps[pair.drop].arrives + steps[pair.drop].unloading).saturating_sub(pair.max_ride);
        if at > steps[pair.pick].begins {
            steps[pair.pick].begins = at;
            raised = true;
        }
    }
    let leaves = steps[last].arrives.saturating_sub(longest);
    if leaves > steps[0].departs {
        steps[0].departs = leaves;
        raised = true;
    }
    raised
}
