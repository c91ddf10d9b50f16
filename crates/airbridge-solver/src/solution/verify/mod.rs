//! A whole solution recomputed from scratch: every rule of the problem, slowly and plainly.
//!
//! What comes in: a problem and a solution. What goes out: all violations, and the cost. It shares no code with schedule and
//! search, and reads the rules off the documentation of [`crate::problem`].

mod clock;
mod cost;
mod crews;
mod load;
mod rides;
mod shared;

use std::fmt;

use airbridge_units::{Moment, Seconds};

use super::{RideRef, Solution, Stop, Tour};
use crate::problem::{Problem, Ride, Vehicle, VehicleIdx, Way, WindowsIdx};

pub use cost::total_cost;

/// A rule that a solution breaks, in words, with the place.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct Violation {
    /// Where: vehicle and tour, or request.
    pub place: String,
    /// What is wrong, with the figures.
    pub what: String,
}

impl fmt::Display for Violation {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{}: {}", self.place, self.what)
    }
}

/// Every violation of the problem's rules; none for a sound solution.
pub fn verify(problem: &Problem, solution: &Solution) -> Vec<Violation> {
    let mut report = Report {
        problem,
        solution,
        found: Vec::new(),
    };
    report.shape();
    if !report.found.is_empty() {
        // The rest reads places that may not exist.
        return report.found;
    }
    for view in report.tours() {
        report.clock(&view);
        report.loads(&view);
        report.duties(&view);
    }
    report.vehicles();
    report.crews();
    report.rides();
    report.shared();
    report.found
}

struct Report<'a> {
    problem: &'a Problem,
    solution: &'a Solution,
    found: Vec<Violation>,
}

/// One tour with whose it is.
#[derive(Clone, Copy)]
struct View<'a> {
    vehicle_idx: VehicleIdx,
    number: usize,
    vehicle: &'a Vehicle,
    tour: &'a Tour,
}

impl View<'_> {
    fn name(&self) -> String {
        format!("vehicle {}, tour {}", self.vehicle_idx.0, self.number)
    }
}

impl<'a> Report<'a> {
    fn tours(&self) -> Vec<View<'a>> {
        let vehicles = self.problem.vehicles.iter().zip(&self.solution.tours).enumerate();
        vehicles
            .flat_map(|(index, (vehicle, tours))| {
                tours.iter().enumerate().map(move |(number, tour)| View {
                    vehicle_idx: VehicleIdx::new(index),
                    number,
                    vehicle,
                    tour,
                })
            })
            .collect()
    }

    fn expect(&mut self, holds: bool, place: impl Fn() -> String, what: impl Fn() -> String) {
        if !holds {
            self.found.push(Violation {
                place: place(),
                what: what(),
            });
        }
    }

    fn holds(&self, windows: WindowsIdx, from: Moment, to: Moment) -> bool {
        let intervals = self.problem.windows[windows.get()].intervals();
        intervals.iter().any(|interval| interval.0 <= from && to <= interval.1)
    }

    fn way_of(&self, ride: RideRef) -> &'a Way {
        let service = self.solution.served[ride.request.get()]
            .as_ref()
            .expect("shape: who rides is served");
        &self.problem.requests[ride.request.get()].ways[service.way.get()]
    }

    fn ride_of(&self, ride: RideRef) -> &'a Ride {
        &self.way_of(ride).rides[usize::from(ride.ride)]
    }

    fn unloading(&self, stop: &Stop) -> Seconds {
        if stop.leaves.is_empty() {
            return Seconds::ZERO;
        }
        let setup = self.problem.places[stop.place.get()].unload_setup;
        setup + stop.leaves.iter().map(|ride| self.ride_of(*ride).unload).sum()
    }

    fn loading(&self, stop: &Stop) -> Seconds {
        if stop.boards.is_empty() {
            return Seconds::ZERO;
        }
        let setup = self.problem.places[stop.place.get()].load_setup;
        setup + stop.boards.iter().map(|ride| self.ride_of(*ride).load).sum()
    }

    /// Whether services and stops speak of the same rides, at the right places, and trips exist.
    fn shape(&mut self) {
        let (problem, solution) = (self.problem, self.solution);
        let counts = solution.tours.len() == problem.vehicles.len() && solution.served.len() == problem.requests.len();
        self.expect(counts, || "solution".into(), || "it is not of this problem".into());
        if !counts {
            return;
        }
        for view in self.tours() {
            self.shape_of(&view);
        }
        if !self.found.is_empty() {
            return;
        }
        let listed: usize = self
            .tours()
            .iter()
            .flat_map(|v| &v.tour.stops)
            .map(|s| s.boards.len() + s.leaves.len())
            .sum();
        let mut served = 0;
        for (index, service) in solution.served.iter().enumerate() {
            let Some(service) = service else { continue };
            let name = || format!("request {index}");
            let way = problem.requests[index].ways.get(service.way.get());
            let agrees = way.is_some_and(|way| way.rides.len() == service.rides.len());
            self.expect(agrees, name, || {
                "its way does not exist or has another number of rides".into()
            });
            let Some(way) = way.filter(|_| agrees) else { continue };
            served += 2 * way.rides.len();
            for (number, (place, ride)) in service.rides.iter().zip(&way.rides).enumerate() {
                let me = RideRef {
                    request: crate::problem::RequestIdx::new(index),
                    ride: number as u8,
                };
                let tour = solution
                    .tours
                    .get(place.vehicle.get())
                    .and_then(|tours| tours.get(place.tour));
                let stops = tour.and_then(|tour| Some((tour.stops.get(place.boards)?, tour.stops.get(place.leaves)?)));
                let right = stops.is_some_and(|(boards, leaves)| {
                    place.boards < place.leaves
                        && boards.place == ride.from
                        && leaves.place == ride.to
                        && boards.boards.contains(&me)
                        && leaves.leaves.contains(&me)
                });
                self.expect(right, name, || format!("ride {number} is not where the service says"));
            }
        }
        self.expect(
            listed == served,
            || "solution".into(),
            || "a stop lists a ride of nobody, or one twice".into(),
        );
    }

    fn shape_of(&mut self, view: &View<'_>) {
        let stops = &view.tour.stops;
        let name = || view.name();
        let long_enough = stops.len() >= 2 && view.tour.trips.len() + 1 == stops.len();
        self.expect(long_enough, name, || "too few stops or a wrong number of trips".into());
        self.expect(view.tour.setup.get() < view.vehicle.setups.len(), name, || {
            "no such setup".into()
        });
        if !long_enough {
            return;
        }
        let (first, last) = (&stops[0], &stops[stops.len() - 1]);
        self.expect(
            first.place == view.vehicle.home && first.leaves.is_empty(),
            name,
            || "begins away from home".into(),
        );
        self.expect(last.place == view.vehicle.end && last.boards.is_empty(), name, || {
            "ends at the wrong place".into()
        });
        let profile = &self.problem.profiles[view.vehicle.profile.get()];
        for (trip, pair) in view.tour.trips.iter().zip(stops.windows(2)) {
            let exists = trip.grade < profile.grades
                && trip.option < profile.options(trip.grade, pair[0].place, pair[1].place).len();
            self.expect(exists, name, || "a travel option that does not exist".into());
        }
    }
}
