//! Whether a request could be carried if nobody else were, with most rules dropped.

use airbridge_units::{Moment, Seconds};

use super::tours::Tours;
use crate::problem::{Problem, Request, ResourceKind, Ride, Vehicle, VehicleIdx, Way, WindowsIdx};
use crate::search::{Atlas, NEVER, Reach, open_at_both, vehicles_of};

/// What no solution can beat for one way of a request. Moments are seconds on the problem's axis.
#[derive(Clone, Copy, Debug)]
pub(super) struct Times {
    /// By ride, as many as the way has.
    pub(super) rides: [RideTimes; 2],
    /// Of being in place.
    pub(super) in_place: i64,
}

/// What no solution can beat for one ride.
#[derive(Clone, Copy, Default, Debug)]
pub(super) struct RideTimes {
    /// Earliest start of loading.
    pub(super) load: i64,
    /// Earliest departure with it on board.
    pub(super) depart: i64,
    /// Earliest end of unloading.
    pub(super) unloaded: i64,
    /// Least time from the start of loading to being in place.
    pub(super) from_load: i64,
    /// Least time from the departure to being in place.
    pub(super) from_departure: i64,
}

/// A problem with what is asked of each vehicle again and again.
pub(super) struct Fleet<'p> {
    pub(super) problem: &'p Problem,
    pub(super) atlas: &'p Atlas,
    pub(super) tours: Vec<Tours>,
}

impl<'p> Fleet<'p> {
    pub(super) fn new(problem: &'p Problem, atlas: &'p Atlas) -> Self {
        let tours = problem.vehicles.iter().map(|vehicle| Tours::of(problem, vehicle));
        Self {
            problem,
            atlas,
            tours: tours.collect(),
        }
    }

    /// Lower bounds on the times of this way, or `None` when it cannot be used.
    ///
    /// Kept: vehicles, when they can be on tour, capacity, grade, opening at both ends, windows, least travel over any stops, ride time, least stay,
    /// calendars with any capacity.
    /// Dropped: endurance, duty, other tours, everything that another stop might change.
    pub(super) fn times(&self, request: &Request, way: &Way) -> Option<Times> {
        let mut rides = [RideTimes::default(); 2];
        let mut ready = self.problem.start.0;
        let stay = way.stay.as_ref().map_or(0, |stay| stay.min.0);
        for (number, ride) in way.rides.iter().enumerate() {
            if number > 0 {
                ready += stay;
            }
            rides[number] = self.ride(request, ride, ready)?;
            ready = rides[number].unloaded;
        }
        let mut after = way.onward.0;
        for ride in rides[..way.rides.len()].iter_mut().rev() {
            ride.from_load += after;
            ride.from_departure += after;
            after = ride.from_load + stay;
        }
        let in_place = ready + way.onward.0;
        self.has_room(way, in_place).then_some(Times { rides, in_place })
    }

    fn has_room(&self, way: &Way, in_place: i64) -> bool {
        let problem = self.problem;
        way.uses
            .iter()
            .all(|used| match &problem.resources[used.resource.get()].kind {
                ResourceKind::Bucketed { calendar, capacity } => {
                    let starts = &problem.calendars[calendar.get()].starts;
                    capacity
                        .iter()
                        .enumerate()
                        .any(|(bucket, most)| *most >= used.amount && starts[bucket + 1].0 > in_place)
                }
                ResourceKind::Instant { .. } => true,
            })
    }

    /// The least of each time over all vehicles.
    fn ride(&self, request: &Request, ride: &Ride, ready: i64) -> Option<RideTimes> {
        let reach = Reach::of(self.problem, ride)?;
        self.vehicles(request, ride)
            .filter_map(|vehicle| self.ride_with(ride, ready, &reach, vehicle))
            .reduce(|a, b| RideTimes {
                load: a.load.min(b.load),
                depart: a.depart.min(b.depart),
                unloaded: a.unloaded.min(b.unloaded),
                from_load: a.from_load.min(b.from_load),
                from_departure: a.from_departure.min(b.from_departure),
            })
    }

    /// The vehicles that could carry a ride.
    pub(super) fn vehicles<'a>(
        &'a self,
        request: &'a Request,
        ride: &'a Ride,
    ) -> impl Iterator<Item = VehicleIdx> + 'a {
        let problem = self.problem;
        vehicles_of(problem, ride).filter(move |&index| {
            let vehicle = &problem.vehicles[index.get()];
            open_at_both(problem, index, ride)
                && could_carry(problem, vehicle, request)
                && self.atlas.shortest(vehicle.profile, ride.from, ride.to) < NEVER
                && self.atlas.shortest(vehicle.profile, vehicle.home, ride.from) < NEVER
        })
    }

    fn ride_with(&self, ride: &Ride, ready: i64, reach: &Reach, index: VehicleIdx) -> Option<RideTimes> {
        let (problem, atlas) = (self.problem, self.atlas);
        let vehicle = &problem.vehicles[index.get()];
        let profile = &problem.profiles[vehicle.profile.get()];
        let travel = atlas.shortest(vehicle.profile, ride.from, ride.to);
        let lead = atlas.shortest(vehicle.profile, vehicle.home, ride.from);
        let home = atlas.shortest(vehicle.profile, ride.to, vehicle.end);
        let (loading, unloading) = handling(problem, ride);
        if loading + travel + unloading > ride.max_ride.0 || home >= NEVER {
            return None;
        }
        let tours = &self.tours[index.get()];
        let first = tours.earliest(problem.start.0.max(vehicle.ready.0), 0, 0)?;
        // At home loading may come before the tour's departure.
        let from = if ride.from == vehicle.home {
            problem.start.0.max(vehicle.ready.0)
        } else {
            first + lead
        };
        let opens = profile.open[ride.from.get()].expect("open at both ends");
        let load = settle(ready.max(from).max(reach.board.0), |at| {
            self.block(opens, self.block(ride.board, at, 0)?, loading)
        })?;
        let lead = if ride.from == vehicle.home { 0 } else { lead + loading };
        let depart = tours.earliest(load + loading, lead, travel + home)?;
        let receives = profile.open[ride.to.get()].expect("open at both ends");
        let unloaded = settle(depart + travel + unloading, |at| {
            let at = self.block(ride.alight, at, 0)?;
            Some(self.block(receives, at - unloading, unloading)? + unloading)
        })?;
        (load <= reach.board.1 && unloaded <= reach.alight.1).then_some(RideTimes {
            load,
            depart,
            unloaded,
            from_load: loading + travel + unloading,
            from_departure: travel + unloading,
        })
    }

    fn block(&self, windows: WindowsIdx, from: i64, length: i64) -> Option<i64> {
        let windows = &self.problem.windows[windows.get()];
        windows
            .earliest_block(Moment(from), Seconds(length))
            .map(|moment| moment.0)
    }
}

/// Least time that loading and unloading of a ride take at its ends.
pub(super) fn handling(problem: &Problem, ride: &Ride) -> (i64, i64) {
    (
        problem.places[ride.from.get()].load_setup.0 + ride.load.0,
        problem.places[ride.to.get()].unload_setup.0 + ride.unload.0,
    )
}

/// The first moment that a rounding up leaves where it is.
fn settle(mut at: i64, round: impl Fn(i64) -> Option<i64>) -> Option<i64> {
    loop {
        let next = round(at)?;
        if next == at {
            return Some(at);
        }
        at = next;
    }
}

fn could_carry(problem: &Problem, vehicle: &Vehicle, request: &Request) -> bool {
    let grades = problem.profiles[vehicle.profile.get()].grades;
    request.grade < grades
        && vehicle.max_tours > 0
        && vehicle.setups.iter().any(|setup| {
            request
                .demand
                .iter()
                .zip(&setup.capacity)
                .all(|(demand, most)| demand <= most)
        })
}
