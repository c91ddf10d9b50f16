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

impl Instance {
    /// The problem that the solver is given.
    pub fn problem(&self) -> Problem {
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
                let unload = up(to.service);
                Request {
                    demand: vec![from.demand],
                    grade: 0,
                    unserved: Cost::in_tier(0, 1),
                    ways: vec![Way::of_ride(Ride {
                        from: PlaceIdx::new(pickup),
                        to: PlaceIdx::new(delivery),
                        board: window(up(from.open), down(from.close)),
                        alight: window(up(to.open) + unload, down(to.close) + unload),
                        load: Seconds(up(from.service)),
                        unload: Seconds(unload),
                        max_ride: self
                            .max_ride
                            .map_or(Seconds::MAX, |most| Seconds(down(most) + up(from.service) + unload)),
                        uses: Vec::new(),
                        before: Seconds::ZERO,
                        vehicles: Vec::new(),
                    })],
                }
            })
            .collect();
        let travel = self.travel.iter().map(|&length| vec![travel(length)]).collect();
        Problem {
            start: Moment(up(depot.open)),
            end: Moment(down(depot.close)),
            dimensions: 1,
            load_dimension: None,
            movement_burden: 0,
            windows,
            calendars: Vec::new(),
            places: vec![PLACE; nodes],
            profiles: vec![Profile {
                open: vec![Some(WindowsIdx::ALWAYS); nodes],
                grades: 1,
                travel,
                endurance: Vec::new(),
            }],
            vehicles: vec![self.vehicle(); self.vehicles],
            crews: Vec::new(),
            requests,
            resources: Vec::new(),
        }
    }

    fn vehicle(&self) -> Vehicle {
        Vehicle {
            profile: ProfileIdx(0),
            home: PlaceIdx(0),
            end: PlaceIdx(0),
            available: WindowsIdx::ALWAYS,
            departures: WindowsIdx::ALWAYS,
            turnaround: Seconds::ZERO,
            ready: Moment(up(self.nodes[0].open)),
            initial_kind: 0,
            max_tour: self.max_route.map_or(Seconds::MAX, |most| Seconds(down(most))),
            max_tours: 1,
            tour_cost: match self.objective() {
                Objective::Distance => Cost::ZERO,
                Objective::VehiclesThenDistance => Cost::in_tier(2, 1),
            },
            cost_per_second: 0,
            setups: vec![Setup {
                kind: 0,
                changeover: Seconds::ZERO,
                capacity: vec![self.capacity],
                crews: Vec::new(),
                cost: Cost::ZERO,
            }],
        }
    }
}

const PLACE: Place = Place {
    unload_setup: Seconds::ZERO,
    load_setup: Seconds::ZERO,
    turnaround: Seconds::ZERO,
    refills: false,
    refills_empty_only: false,
    rest: false,
    movements: None,
    parking: None,
    highest_grade: 0,
};

fn travel(length: f64) -> Travel {
    let duration = Seconds(up(length));
    Travel {
        duration,
        moving: duration,
        legs: 1,
        consumption: 0,
        reserve: 0,
        load_limit: i64::MAX,
        departures: WindowsIdx::ALWAYS,
        cost: (length * SCALE).round() as i64,
        refilled: false,
        before_refill: 0,
        tag: 0,
    }
}

fn up(time: f64) -> i64 {
    (time * SCALE).ceil() as i64
}

fn down(time: f64) -> i64 {
    (time * SCALE).floor() as i64
}
