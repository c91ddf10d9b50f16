//! An answer: who rides on which tour, and every tour's clock.
//!
//! What comes in: nothing, these are plain data that the search fills. What goes out: all that a reader needs to
//! decode the answer without solving anything again. [`verify`] recomputes a whole solution from scratch
//! with arithmetic of its own. Nothing here searches.

mod verify;

use airbridge_units::Moment;

use crate::problem::{Cost, PlaceIdx, Problem, RequestIdx, SetupIdx, Travel, VehicleIdx, WayIdx};

pub use verify::{Violation, total_cost, verify};

/// A whole answer.
#[derive(Clone, PartialEq, Eq, Debug, Default)]
pub struct Solution {
    /// By vehicle: its tours in order of time.
    pub tours: Vec<Vec<Tour>>,
    /// By request: how it is served, or `None` when it is not.
    pub served: Vec<Option<Service>>,
}

/// How one request is served.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct Service {
    /// The way chosen.
    pub way: WayIdx,
    /// For each ride of that way, the tour it is on.
    pub rides: Vec<RidePlace>,
}

/// Where one ride is to be found.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub struct RidePlace {
    /// The vehicle.
    pub vehicle: VehicleIdx,
    /// Index into that vehicle's tours.
    pub tour: usize,
    /// Index of the stop where it boards.
    pub boards: usize,
    /// Index of the stop where it leaves.
    pub leaves: usize,
}

/// One tour of a vehicle.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct Tour {
    /// The setup it runs in.
    pub setup: SetupIdx,
    /// At least two; the first at the vehicle's home, the last at its end.
    pub stops: Vec<Stop>,
    /// One fewer than stops: trip `i` goes from stop `i` to stop `i + 1`.
    pub trips: Vec<Trip>,
}

/// One stop of a tour with its clock; see the [problem](crate::problem) for what each moment means.
///
/// On the first stop `arrive` and `unload_end` equal `load_start`; on the last, `load_start`, `load_end` and
/// `depart` equal `unload_end`. Where nobody boards, `load_start` equals `load_end`.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct Stop {
    /// Where.
    pub place: PlaceIdx,
    /// Whether vehicle and crews rest here between unloading and loading.
    pub rest: bool,
    /// Whether the stock is refilled here, which takes the place's turnaround.
    pub refills: bool,
    /// Who leaves.
    pub leaves: Vec<RideRef>,
    /// Who boards.
    pub boards: Vec<RideRef>,
    /// Arrival, and start of unloading.
    pub arrive: Moment,
    /// End of unloading.
    pub unload_end: Moment,
    /// Start of loading.
    pub load_start: Moment,
    /// End of loading.
    pub load_end: Moment,
    /// Departure.
    pub depart: Moment,
}

/// One ride of a request.
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Debug)]
pub struct RideRef {
    /// The request.
    pub request: RequestIdx,
    /// 0 or 1: which ride of the chosen way.
    pub ride: u8,
}

/// How a vehicle goes from one stop to the next.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub struct Trip {
    /// Travel grade, the highest on board.
    pub grade: u8,
    /// Index into [`crate::problem::Profile::options`] for that grade and those places.
    pub option: usize,
}

impl Solution {
    /// Nothing is carried.
    pub fn empty(problem: &Problem) -> Self {
        Self {
            tours: vec![Vec::new(); problem.vehicles.len()],
            served: vec![None; problem.requests.len()],
        }
    }

    /// Number of requests served, on time or late.
    pub fn served_count(&self) -> usize {
        self.served.iter().flatten().count()
    }

    /// Number of requests in place at or before they are due.
    ///
    /// # Panics
    ///
    /// When the solution is not of this problem.
    pub fn on_time_count(&self, problem: &Problem) -> usize {
        let on_time = |index: &usize| {
            let Some(service) = &self.served[*index] else {
                return false;
            };
            let way = &problem.requests[*index].ways[service.way.get()];
            self.span(RequestIdx::new(*index))
                .is_some_and(|(_, finish)| finish + way.onward <= way.due)
        };
        (0..self.served.len()).filter(on_time).count()
    }

    /// The start of loading of the first ride and the end of the last unloading of a served request.
    pub fn span(&self, request: RequestIdx) -> Option<(Moment, Moment)> {
        let service = self.served[request.get()].as_ref()?;
        let (first, last) = (service.rides.first()?, service.rides.last()?);
        Some((
            self.stop(first, first.boards).load_start,
            self.stop(last, last.leaves).unload_end,
        ))
    }

    fn stop(&self, ride: &RidePlace, index: usize) -> &Stop {
        &self.tours[ride.vehicle.get()][ride.tour].stops[index]
    }

    /// The cost of this solution, recomputed from scratch.
    pub fn cost(&self, problem: &Problem) -> Cost {
        total_cost(problem, self)
    }
}

impl Tour {
    /// The travel option of trip `index`; its [`Travel::tag`] is the planner's own number.
    ///
    /// # Panics
    ///
    /// When there is no such trip, or `vehicle` is not the one that makes this tour.
    pub fn travel<'p>(&self, problem: &'p Problem, vehicle: VehicleIdx, index: usize) -> &'p Travel {
        let profile = &problem.profiles[problem.vehicles[vehicle.get()].profile.get()];
        let trip = self.trips[index];
        &profile.options(trip.grade, self.stops[index].place, self.stops[index + 1].place)[trip.option]
    }
}
