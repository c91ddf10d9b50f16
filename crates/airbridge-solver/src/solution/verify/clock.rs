//! The clock at every stop, and tours of one vehicle after each other.

use airbridge_units::{Moment, Seconds};

use super::{Report, View};
use crate::problem::Vehicle;

impl Report<'_> {
    pub(super) fn clock(&mut self, view: &View<'_>) {
        let (problem, stops) = (self.problem, &view.tour.stops);
        let profile = &problem.profiles[view.vehicle.profile.get()];
        let last = stops.len() - 1;
        for (index, stop) in stops.iter().enumerate() {
            let name = || format!("{}, stop {index}", view.name());
            let place = &problem.places[stop.place.get()];
            let middle = index > 0 && index < last;
            self.expect(stop.arrive + self.unloading(stop) == stop.unload_end, name, || {
                "unloading takes another time".into()
            });
            self.expect(stop.load_start + self.loading(stop) == stop.load_end, name, || {
                "loading takes another time".into()
            });
            self.expect(stop.unload_end <= stop.load_start, name, || {
                "loads before all are unloaded".into()
            });
            self.expect(stop.load_end <= stop.depart, name, || {
                "departs before all are loaded".into()
            });
            if stop.refills {
                let allowed = middle && place.refills && !(place.refills_empty_only && somebody_stays(view, index));
                self.expect(allowed, name, || "refills where it cannot".into());
                let from = if place.refills_empty_only {
                    stop.unload_end
                } else {
                    stop.arrive
                };
                let turned = from + place.turnaround <= stop.load_start;
                self.expect(turned, name, || "loads within the turnaround".into());
            }
            match profile.open[stop.place.get()] {
                None => self.expect(false, name, || "a place closed to this vehicle".into()),
                Some(open) => {
                    let unloads = index == 0 || self.holds(open, stop.arrive, stop.unload_end);
                    self.expect(unloads, name, || "unloads outside opening hours".into());
                    let loads = index == last || self.holds(open, stop.load_start, stop.load_end);
                    self.expect(loads, name, || "loads outside opening hours".into());
                    let departs = index == last || self.holds(open, stop.depart, stop.depart);
                    self.expect(departs, name, || "departs outside opening hours".into());
                }
            }
            if index < last {
                let travel = view.tour.travel(problem, view.vehicle_idx, index);
                let arrives = stop.depart + travel.duration == stops[index + 1].arrive;
                self.expect(arrives, name, || "the next arrival is not departure plus travel".into());
                let departs = self.holds(travel.departures, stop.depart, stop.depart);
                self.expect(departs, name, || "departs outside the option's windows".into());
            }
            for ride in &stop.leaves {
                let alights = self.holds(self.ride_of(*ride).alight, stop.unload_end, stop.unload_end);
                self.expect(alights, name, || {
                    format!("request {} leaves outside its windows", ride.request.0)
                });
            }
            for ride in &stop.boards {
                let boards = self.holds(self.ride_of(*ride).board, stop.load_start, stop.load_start);
                self.expect(boards, name, || {
                    format!("request {} boards outside its windows", ride.request.0)
                });
            }
        }
        let name = || view.name();
        let (begin, arrival) = (stops[0].depart, stops[last].arrive);
        self.expect(stops[0].load_start >= problem.start, name, || {
            "begins before the horizon".into()
        });
        self.expect(stops[last].unload_end <= problem.end, name, || {
            "ends after the horizon".into()
        });
        self.expect(self.holds(view.vehicle.available, begin, arrival), name, || {
            "the vehicle is not available".into()
        });
        self.expect(self.holds(view.vehicle.departures, begin, begin), name, || {
            "may not depart then".into()
        });
    }

    /// Tours of one vehicle, in order, with time to turn round and to change over.
    pub(super) fn vehicles(&mut self) {
        let (problem, solution) = (self.problem, self.solution);
        for (index, (vehicle, tours)) in problem.vehicles.iter().zip(&solution.tours).enumerate() {
            let name = || format!("vehicle {index}");
            self.expect(tours.len() <= vehicle.max_tours as usize, name, || {
                "too many tours".into()
            });
            let mut kind = vehicle.initial_kind;
            let mut free = (problem.start.max(vehicle.ready), Seconds::ZERO);
            for tour in tours {
                let setup = &vehicle.setups[tour.setup.get()];
                let change = if setup.kind == kind {
                    Seconds::ZERO
                } else {
                    changeover(vehicle, setup.kind)
                };
                let first = &tour.stops[0];
                let length = tour.stops[tour.stops.len() - 1].arrive - first.depart;
                self.expect(length <= vehicle.max_tour, name, || format!("a tour of {length}"));
                let in_time = first.load_start >= free.0 + change && first.depart >= free.0 + change + free.1;
                self.expect(in_time, name, || {
                    format!("leaves at {:?} before it is ready", first.depart)
                });
                kind = setup.kind;
                let end: Moment = tour.stops[tour.stops.len() - 1].unload_end;
                free = (end, vehicle.turnaround);
            }
        }
    }
}

fn changeover(vehicle: &Vehicle, kind: u32) -> Seconds {
    let of_kind = vehicle.setups.iter().filter(|setup| setup.kind == kind);
    of_kind.map(|setup| setup.changeover).max().unwrap_or(Seconds::ZERO)
}

/// Whether somebody is on board during a stop: boarded before it and leaves after it.
fn somebody_stays(view: &View<'_>, index: usize) -> bool {
    let stops = &view.tour.stops;
    let boarded: usize = stops[..index].iter().map(|stop| stop.boards.len()).sum();
    let left: usize = stops[..=index].iter().map(|stop| stop.leaves.len()).sum();
    boarded > left
}
