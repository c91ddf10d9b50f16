//! Whole tours put into a state, where tours are apart.
//!
//! The bound on movement is made of tours ([`crate::bound`]); the best choice among these is often the best there is. Each tour is put together here
//! by the same tests as any other change, so nothing that a choice of tours does not see of the problem can get past.

use smallvec::SmallVec;

use super::apart::{are_apart, first_alike, only_movement_counts};
use super::apply::apply;
use super::evaluate::{Context, evaluate};
use super::proposal::{At, Proposal, Spot};
use super::state::State;
use super::stop::StopSignal;
use super::tour::Tour;
use crate::bound::{Budget, Effort, Partition, partition};
use crate::partition::{Pool, Stop};
use crate::problem::{Problem, RequestIdx, SetupIdx, VehicleIdx, WayIdx};
use crate::schedule::sketch::RideOf;

/// Steps of the bound that take about as long as one unit of work.
const STEPS_IN_WORK: u64 = 8;
/// The parts of all work or time after which it gives up, by trial on Cordeau's sets: before it has begun to find tours (they are too many then), and after.
const PARTS: (f64, f64) = (0.12, 0.4);

/// What the bound knows of tours.
#[derive(Default)]
pub(super) struct Known {
    /// A good choice of them, if there is one.
    pub(super) tours: Vec<Box<[Stop]>>,
    pub(super) pool: Option<Pool>,
    /// What no choice can cost less than.
    pub(super) bound: Option<i64>,
    pub(super) work: u64,
}

/// Tours that the bound finds; nothing where tours are not apart, or some are there already.
pub(super) fn of_bound(state: &State<'_>, work: Option<u64>, stop: &StopSignal) -> Known {
    let problem = state.problem;
    // Where tours come before movement they are long, fragments many, and the bound on movement is not what is looked for.
    if state.unserved.len() < problem.requests.len() || !are_apart(problem) || !only_movement_counts(problem) {
        return Known::default();
    }
    let most = work.map_or(u64::MAX, |work| (work as f64 * PARTS.1) as u64 * STEPS_IN_WORK);
    let budget = Budget::of(most, stop, PARTS);
    let found = partition(problem, &Effort::default(), &budget, fits_alone(problem));
    let mut known = Known {
        work: budget.spent() / STEPS_IN_WORK,
        ..Known::default()
    };
    if let Some(Partition { tours, mut pool, bound }) = found {
        known.tours = if tours.is_empty() {
            let best = pool.best(fits_alone(problem)).map(|best| best.1);
            best.unwrap_or_else(|| pool.rounded())
        } else {
            tours
        };
        known.pool = Some(pool);
        known.bound = Some(bound);
    }
    known
}

/// Makes each of the tours with the first vehicle that can; one that none can is left out whole.
pub(super) fn build(state: &mut State<'_>, tours: &[Box<[Stop]>]) {
    for stops in tours {
        let mut vehicles = 0..state.problem.vehicles.len();
        vehicles
            .any(|vehicle| state.by_vehicle[vehicle].is_empty() && build_one(state, VehicleIdx::new(vehicle), stops));
    }
}

/// Whether a tour can be made, alone.
pub(super) fn fits_alone(problem: &Problem) -> impl FnMut(&[Stop]) -> bool + '_ {
    let mut state = State::new(problem);
    let mut kinds = first_alike(problem);
    kinds.sort_unstable();
    kinds.dedup();
    move |stops| {
        let mut vehicles = kinds.iter().copied();
        let fits = vehicles.any(|vehicle| build_one(&mut state, VehicleIdx::new(vehicle), stops));
        if fits {
            let riders: Vec<RequestIdx> = stops.iter().filter(|stop| stop.1).map(|stop| stop.0).collect();
            super::remove::remove(&mut state, &riders);
        }
        fits
    }
}

/// Who boards or leaves a tour in which order; at one stop, who leaves comes first.
pub(super) fn stops_of(tour: &Tour) -> Box<[Stop]> {
    let mut stops: Vec<(u16, bool, Stop)> = Vec::new();
    for rider in &tour.riders {
        stops.push((rider.pick, true, (rider.request, true)));
        stops.push((rider.drop, false, (rider.request, false)));
    }
    stops.sort_unstable();
    stops.into_iter().map(|stop| stop.2).collect()
}

/// All of a tour or nothing.
pub(super) fn build_one(state: &mut State<'_>, vehicle: VehicleIdx, stops: &[Stop]) -> bool {
    let mut placed: Vec<usize> = Vec::new();
    let mut riders = Vec::new();
    for (at, &(request, boards)) in stops.iter().enumerate() {
        if !boards {
            continue;
        }
        let leaves = stops.iter().position(|&stop| stop == (request, false));
        let leaves = leaves.expect("who boards leaves");
        let before = |stop: usize| placed.iter().filter(|&&other| other < stop).count();
        let spot = match state.by_vehicle[vehicle.get()].first() {
            None => Spot::New {
                vehicle,
                slot: 0,
                setup: SetupIdx(0),
            },
            Some(&tour) => Spot::On {
                tour,
                setup: SetupIdx(0),
                pick: At::After(before(at)),
                drop: At::After(before(leaves)),
            },
        };
        let ride_of = RideOf {
            request,
            way: WayIdx(0),
            ride: 0,
        };
        let put = Proposal::insert(state, ride_of, spot)
            .and_then(|proposal| evaluate(state, SmallVec::from_iter([proposal]), Context::default()));
        let Ok(found) = put else {
            super::remove::remove(state, &riders);
            return false;
        };
        apply(state, found);
        riders.push(request);
        placed.extend([at, leaves]);
    }
    true
}

#[cfg(test)]
mod tests;
