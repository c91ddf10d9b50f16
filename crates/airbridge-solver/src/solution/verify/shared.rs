//! Shared resources, summed up bucket by bucket and instant by instant.

use airbridge_units::Moment;

use super::Report;
use crate::problem::{ResourceIdx, ResourceKind, Use};

impl Report<'_> {
    pub(super) fn shared(&mut self) {
        let (problem, solution) = (self.problem, self.solution);
        let mut uses: Vec<(Use, Moment, String)> = Vec::new();
        let mut stays: Vec<(ResourceIdx, Moment, Moment, i64)> = Vec::new();
        for (index, service) in solution.served.iter().enumerate() {
            let Some(service) = service else { continue };
            let way = &problem.requests[index].ways[service.way.get()];
            let times: Vec<(Moment, Moment)> = service
                .rides
                .iter()
                .map(|place| {
                    let tour = &solution.tours[place.vehicle.get()][place.tour];
                    (tour.stops[place.boards].load_start, tour.stops[place.leaves].unload_end)
                })
                .collect();
            let name = format!("request {index}");
            for (ride, time) in way.rides.iter().zip(&times) {
                uses.extend(ride.uses.iter().map(|used| (*used, time.0 - ride.before, name.clone())));
            }
            let in_place = times[times.len() - 1].1 + way.onward;
            uses.extend(way.uses.iter().map(|used| (*used, in_place, name.clone())));
            if let Some((resource, amount)) = way.stay.as_ref().and_then(|stay| stay.resource) {
                stays.push((resource, times[0].1, times[1].0, amount));
            }
        }
        for view in self.tours() {
            let last = view.tour.stops.len() - 1;
            for (index, stop) in view.tour.stops.iter().enumerate() {
                let place = &problem.places[stop.place.get()];
                if let Some(resource) = place.movements {
                    let once = Use {
                        resource,
                        amount: 1,
                        buckets: 1,
                    };
                    let moves = |trip: usize| view.tour.travel(problem, view.vehicle_idx, trip).legs > 0;
                    if index > 0 && moves(index - 1) {
                        uses.push((once, stop.arrive, view.name()));
                    }
                    if index < last && moves(index) {
                        uses.push((once, stop.depart, view.name()));
                    }
                }
                if let Some(resource) = place.parking
                    && index > 0
                    && stop.place != view.vehicle.home
                {
                    stays.push((resource, stop.arrive, stop.depart, 1));
                }
            }
        }
        self.counted(&uses);
        self.instants(&stays);
    }

    fn counted(&mut self, uses: &[(Use, Moment, String)]) {
        let problem = self.problem;
        let mut sums: Vec<Vec<i64>> = problem
            .resources
            .iter()
            .map(|resource| match &resource.kind {
                ResourceKind::Bucketed { capacity, .. } => vec![0; capacity.len()],
                ResourceKind::Instant { .. } => Vec::new(),
            })
            .collect();
        for (used, at, name) in uses {
            let ResourceKind::Bucketed { calendar, .. } = &problem.resources[used.resource.get()].kind else {
                continue;
            };
            let starts = &problem.calendars[calendar.get()].starts;
            let bucket = starts.windows(2).position(|pair| pair[0] <= *at && *at < pair[1]);
            self.expect(
                bucket.is_some(),
                || name.clone(),
                || format!("uses resource {} outside its calendar", used.resource.0),
            );
            if let Some(bucket) = bucket {
                for sum in sums[used.resource.get()]
                    .iter_mut()
                    .skip(bucket)
                    .take(used.buckets as usize)
                {
                    *sum += used.amount;
                }
            }
        }
        for (index, (resource, sums)) in problem.resources.iter().zip(&sums).enumerate() {
            let ResourceKind::Bucketed { capacity, .. } = &resource.kind else {
                continue;
            };
            for (bucket, (sum, most)) in sums.iter().zip(capacity).enumerate() {
                let name = || format!("resource {index}");
                self.expect(*sum == 0 || sum <= most, name, || {
                    format!("{sum} of {most} in bucket {bucket}")
                });
            }
        }
    }

    fn instants(&mut self, stays: &[(ResourceIdx, Moment, Moment, i64)]) {
        for (index, resource) in self.problem.resources.iter().enumerate() {
            let ResourceKind::Instant { capacity } = resource.kind else {
                continue;
            };
            // Counted at every begin of an interval: the sum can only rise there.
            let of_it = || stays.iter().filter(|stay| stay.0.get() == index && stay.1 < stay.2);
            for begin in of_it().map(|stay| stay.1) {
                let sum: i64 = of_it()
                    .filter(|stay| stay.1 <= begin && begin < stay.2)
                    .map(|stay| stay.3)
                    .sum();
                let name = || format!("resource {index}");
                self.expect(sum <= capacity, name, || format!("{sum} of {capacity} at {begin:?}"));
            }
        }
    }
}
