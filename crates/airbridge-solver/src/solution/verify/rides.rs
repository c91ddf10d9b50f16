//! What a request allows over its whole way.

use airbridge_units::Seconds;

use super::Report;
use crate::solution::Service;

impl Report<'_> {
    pub(super) fn rides(&mut self) {
        for (index, service) in self.solution.served.iter().enumerate() {
            if let Some(service) = service {
                self.rides_of(index, service);
            }
        }
    }

    fn rides_of(&mut self, index: usize, service: &Service) {
        let (problem, solution) = (self.problem, self.solution);
        let way = &problem.requests[index].ways[service.way.get()];
        let name = || format!("request {index}");
        let (mut moving, mut legs) = (Seconds::ZERO, 0);
        let mut times = Vec::new();
        for (ride, place) in way.rides.iter().zip(&service.rides) {
            let tour = &solution.tours[place.vehicle.get()][place.tour];
            let start = tour.stops[place.boards].load_start;
            let finish = tour.stops[place.leaves].unload_end;
            self.expect(finish - start <= ride.max_ride, name, || {
                format!("rides for {}", finish - start)
            });
            let allowed = ride.vehicles.is_empty() || ride.vehicles.contains(&place.vehicle);
            self.expect(allowed, name, || {
                format!("vehicle {} may not carry it", place.vehicle.0)
            });
            for trip in place.boards..place.leaves {
                let travel = tour.travel(problem, place.vehicle, trip);
                moving += travel.moving;
                legs += u32::from(travel.legs);
            }
            times.push((start, finish));
        }
        self.expect(moving <= way.max_moving, name, || format!("moves for {moving}"));
        self.expect(legs <= way.max_legs, name, || format!("{legs} legs"));
        let span = times[times.len() - 1].1 - times[0].0;
        self.expect(span <= way.max_span, name, || format!("is under way for {span}"));
        if let Some(stay) = &way.stay {
            let (from, to) = (times[0].1, times[1].0);
            self.expect(stay.min <= to - from && to - from <= stay.max, name, || {
                format!("stays for {}", to - from)
            });
            let night = stay.not_across.iter().any(|instant| from < *instant && *instant < to);
            self.expect(!night, name, || "stays across a forbidden instant".into());
            let (a, b) = (&service.rides[0], &service.rides[1]);
            let apart = (a.vehicle, a.tour) != (b.vehicle, b.tour);
            self.expect(apart, name, || "both rides are on one tour".into());
        }
    }
}
