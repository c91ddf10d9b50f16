//! What is on board on every trip: capacity, grade, consumption.

use super::{Report, View};
use crate::solution::RideRef;

impl Report<'_> {
    pub(super) fn loads(&mut self, view: &View<'_>) {
        let problem = self.problem;
        let profile = &problem.profiles[view.vehicle.profile.get()];
        let capacity = &view.vehicle.setups[view.tour.setup.get()].capacity;
        let mut aboard: Vec<RideRef> = Vec::new();
        let (mut consumed, mut heaviest) = (0, 0);
        let last = view.tour.stops.len() - 1;
        for (index, stop) in view.tour.stops.iter().enumerate() {
            let name = || format!("{}, stop {index}", view.name());
            let place = &problem.places[stop.place.get()];
            let arriving = aboard.clone();
            aboard.retain(|ride| !stop.leaves.contains(ride));
            let rests = !stop.rest || (aboard.is_empty() && place.rest && index > 0 && index < last);
            self.expect(rests, name, || "rests where it cannot".into());
            aboard.extend(&stop.boards);
            for ride in arriving.iter().chain(&aboard) {
                let grade = problem.requests[ride.request.get()].grade;
                self.expect(grade <= place.highest_grade, name, || {
                    "a grade that may not stop here".into()
                });
            }
            if index == last {
                self.expect(aboard.is_empty(), name, || "somebody stays on board".into());
                break;
            }
            let requests = || aboard.iter().map(|ride| &problem.requests[ride.request.get()]);
            for (dimension, most) in capacity.iter().enumerate() {
                let load: i64 = requests().map(|request| request.demand[dimension]).sum();
                self.expect(load <= *most, name, || {
                    format!("carries {load} of {most} in dimension {dimension}")
                });
            }
            let grade = requests().map(|request| request.grade).max().unwrap_or(0);
            self.expect(view.tour.trips[index].grade == grade, name, || {
                "travels in another grade than needed".into()
            });
            let travel = view.tour.travel(problem, view.vehicle_idx, index);
            let load = problem
                .load_dimension
                .map_or(0, |d| requests().map(|request| request.demand[d]).sum());
            self.expect(load <= travel.load_limit, name, || {
                format!("load {load} is too much for the option")
            });
            if stop.refills {
                consumed = 0;
                heaviest = 0;
            }
            heaviest = heaviest.max(load);
            let most = profile.endurance_at(heaviest);
            let reaches = if travel.refilled {
                let to_refill = consumed + travel.before_refill;
                consumed = travel.consumption;
                heaviest = load;
                most.is_some_and(|most| to_refill <= most)
                    && profile
                        .endurance_at(load)
                        .is_some_and(|most| consumed + travel.reserve <= most)
            } else {
                consumed += travel.consumption;
                most.is_some_and(|most| consumed + travel.reserve <= most)
            };
            self.expect(reaches, name, || {
                format!("consumes {consumed} of {most:?} with load {heaviest}")
            });
        }
    }
}
