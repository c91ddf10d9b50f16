//! From an instance to the solver's problem.
//!
//! | instance | problem |
//! |---|---|
//! | node | place, since service times and windows belong to nodes |
//! | begin of service at a pickup | start of loading, in the ride's `board` windows |
//! | end of service at a delivery | end of unloading, in the ride's `alight` windows |
//! | longest ride, from end of service to begin of service | `max_ride`, with both service times added |
//! | longest route | `max_tour` |
//! | a request that nobody takes | one in tier 0 |
//! | a vehicle used, where that counts | one in tier 2 |
//! | distance | tier 4 |

use airbridge_solver::problem::{
    Cost, Place, PlaceIdx, Problem, Profile, ProfileIdx, Request, Ride, Setup, Travel, Vehicle, Way, Windows,
    WindowsIdx,
};
use airbridge_units::{Moment, Seconds};

use crate::instance::{Instance, Objective};

/// So many of the problem's seconds, and of its cost, are one unit of the instance. Durations and earliest times are rounded up, latest
/// times and limits down, so that what the solver finds feasible is feasible.
pub const SCALE: f64 = 1e6;

/// Cost of the problem that bounds are computed from is counted in so many parts of a unit: what rounding takes from each way stays far below
/// what two solutions differ in.
pub(crate) const FINE_SCALE: f64 = 1e9;

/// Which way times and costs are rounded to whole numbers.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Rounding {
    /// What is feasible in whole numbers is feasible in the instance.
    Against,
    /// What is feasible in the instance is feasible in whole numbers, at no greater cost: for bounds. One unit is given away on top,
    /// as much as checks of routes tolerate.
    InFavour,
}

impl Rounding {
    /// A duration, or how long something takes at least.
    fn least(self, time: f64) -> i64 {
        match self {
            Self::Against => (time * SCALE).ceil() as i64,
            Self::InFavour => ((time * SCALE).floor() as i64 - 1).max(0),
        }
    }

    /// The begin of a window.
    fn open(self, time: f64) -> i64 {
        match self {
            Self::Against => (time * SCALE).ceil() as i64,
            Self::InFavour => (time * SCALE).floor() as i64 - 1,
        }
    }

    /// The end of a window, or a limit.
    fn most(self, time: f64) -> i64 {
        match self {
            Self::Against => (time * SCALE).floor() as i64,
            Self::InFavour => (time * SCALE).ceil() as i64 + 1,
        }
    }

    /// The longest time from the begin of service at a pickup to the begin of service at its delivery.
    fn ride(self, most: f64, service: f64) -> i64 {
        match self {
            Self::Against => self.most(most) + self.least(service),
            Self::InFavour => self.most(most) + self.most(service),
        }
    }

    fn cost(self, length: f64) -> i64 {
        match self {
            Self::Against => (length * SCALE).round() as i64,
            Self::InFavour => (length * FINE_SCALE).floor() as i64,
        }
    }

    fn travel(self, length: f64) -> Travel {
        Travel::direct(Seconds(self.least(length)), self.cost(length))
    }
}

impl Instance {
    /// The problem that the solver is given.
    pub fn problem(&self) -> Problem {
        self.rounded(Rounding::Against)
    }

    /// A problem whose solutions include all routes that [`crate::Routes::check`] accepts, at no greater cost (in `FINE_SCALE`).
    pub(crate) fn relaxed(&self) -> Problem {
        self.rounded(Rounding::InFavour)
    }

    fn rounded(&self, rounding: Rounding) -> Problem {
        let depot = &self.nodes[0];
        let nodes = self.nodes.len();
        let mut windows = vec![Windows::always()];
        let mut window = |open: i64, close: i64| {
            windows.push(Windows::new(vec![(Moment(open), Moment(close))]));
            WindowsIdx::new(windows.len() - 1)
        };
        let requests = self
            .requests
            .iter()
            .map(|&(pickup, delivery)| {
                let (from, to) = (&self.nodes[pickup], &self.nodes[delivery]);
                let (load, unload) = (rounding.least(from.service), rounding.least(to.service));
                Request {
                    demand: vec![from.demand],
                    grade: 0,
                    unserved: Cost::in_tier(0, 1),
                    ways: vec![Way::of_ride(Ride {
                        board: window(rounding.open(from.open), rounding.most(from.close)),
                        alight: window(rounding.open(to.open) + unload, rounding.most(to.close) + unload),
                        load: Seconds(load),
                        unload: Seconds(unload),
                        max_ride: self
                            .max_ride
                            .map_or(Seconds::MAX, |most| Seconds(rounding.ride(most, from.service) + unload)),
                        ..Ride::between(PlaceIdx::new(pickup), PlaceIdx::new(delivery))
                    })],
                }
            })
            .collect();
        let travel = self
            .travel
            .iter()
            .map(|&length| vec![rounding.travel(length)])
            .collect();
        Problem {
            start: Moment(rounding.open(depot.open)),
            end: Moment(rounding.most(depot.close)),
            dimensions: 1,
            load_dimension: None,
            movement_burden: 0,
            windows,
            calendars: Vec::new(),
            places: vec![Place::PLAIN; nodes],
            profiles: vec![Profile {
                open: vec![Some(WindowsIdx::ALWAYS); nodes],
                grades: 1,
                travel,
                endurance: Vec::new(),
            }],
            vehicles: vec![self.vehicle(rounding); self.vehicles],
            crews: Vec::new(),
            requests,
            resources: Vec::new(),
        }
    }

    fn vehicle(&self, rounding: Rounding) -> Vehicle {
        Vehicle {
            ready: Moment(rounding.open(self.nodes[0].open)),
            max_tour: self.max_route.map_or(Seconds::MAX, |most| Seconds(rounding.most(most))),
            tour_cost: match self.objective() {
                Objective::Distance => Cost::ZERO,
                Objective::VehiclesThenDistance => Cost::in_tier(2, 1),
            },
            ..Vehicle::of(ProfileIdx(0), PlaceIdx(0), Setup::of(vec![self.capacity]))
        }
    }
}
