//! What the bound keeps of a problem: one ride a request, one kind of vehicle, windows, rides, loads, travel.
//!
//! Everything that is left out (opening of places, departures, resources, crews, endurance, grades, turnaround) only ever forbids solutions
//! or makes them dearer, so a bound without it is a bound. What cannot be left out makes the problem not plain: then there is no bound
//! from here.

use crate::problem::{PlaceIdx, Problem, Ride, Vehicle, Way};
pub(super) use crate::search::NEVER;
use crate::search::{Reach, close};

use crate::partition::MOST_REQUESTS;

/// Times and costs stay below this, so that sums over a route stay exact.
const LARGEST: i64 = 1 << 48;

/// Shortest ways between all nodes take time by the cube of their number.
const MOST_PLACES: usize = 600;

/// A plain pickup and delivery problem. Node `i` is the pickup of request `i`, node `n + i` its delivery; then come the place where tours
/// begin and the one where they end.
#[derive(Clone, Debug)]
pub(super) struct Plain {
    pub(super) requests: usize,
    /// Tours at most.
    pub(super) fleet: i64,
    pub(super) capacity: Vec<i64>,
    /// By request, by dimension.
    pub(super) demand: Vec<Vec<i64>>,
    /// By request: most from the begin of service at the pickup to the begin of service at the delivery.
    pub(super) ride: Vec<i64>,
    /// By node: earliest and latest begin of service.
    pub(super) windows: Vec<(i64, i64)>,
    /// By node: how long service takes.
    pub(super) service: Vec<i64>,
    /// First departure at the earliest, last arrival at the latest.
    pub(super) horizon: (i64, i64),
    /// Longest tour.
    pub(super) max_tour: i64,
    /// By node and node: least travel time over any stops, and least cost over any stops.
    time: Vec<i64>,
    cost: Vec<i64>,
}

impl Plain {
    /// `None` when the problem is not plain.
    pub(super) fn of(problem: &Problem) -> Option<Self> {
        let requests = problem.requests.len();
        let first = problem.vehicles.first()?;
        let places = problem.places.len();
        let alike = |vehicle: &Vehicle| {
            (vehicle.profile, vehicle.home, vehicle.end) == (first.profile, first.home, first.end)
                && vehicle.tour_cost.0[4] >= 0
                && vehicle.cost_per_second >= 0
                && vehicle.setups.iter().all(|setup| setup.cost.0[4] >= 0)
        };
        let fits = (1..=MOST_REQUESTS).contains(&requests) && places <= MOST_PLACES;
        let measured = problem.start.0.abs() < LARGEST && problem.end.0.abs() < LARGEST;
        let loading = problem.requests.iter().flat_map(|request| &request.demand);
        if !(fits && measured && problem.vehicles.iter().all(alike) && loading.min().is_none_or(|least| *least >= 0)) {
            return None;
        }
        let rides: Vec<(&Way, &Ride)> = problem
            .requests
            .iter()
            .map(|request| match request.ways.as_slice() {
                [way] if way.rides.len() == 1 && way.cost.0[4] >= 0 && way.late.0[4] >= 0 => Some((way, &way.rides[0])),
                _ => None,
            })
            .collect::<Option<_>>()?;
        let mut nodes: Vec<PlaceIdx> = rides.iter().map(|(_, ride)| ride.from).collect();
        nodes.extend(rides.iter().map(|(_, ride)| ride.to));
        // Where two board or leave at one stop they may do so at once, which nodes of their own do not know.
        let mut distinct = nodes.clone();
        distinct.extend([first.home, first.end]);
        distinct.sort_unstable();
        distinct.dedup();
        if distinct.len() != nodes.len() + 1 + usize::from(first.home != first.end) {
            return None;
        }
        nodes.extend([first.home, first.end]);
        let (time, cost) = least_travel(problem, first, &nodes)?;
        let mut plain = Self {
            requests,
            fleet: problem
                .vehicles
                .iter()
                .map(|vehicle| i64::from(vehicle.max_tours))
                .sum::<i64>()
                .min(requests as i64),
            capacity: (0..problem.dimensions)
                .map(|dimension| {
                    let setups = problem.vehicles.iter().flat_map(|vehicle| &vehicle.setups);
                    setups.map(|setup| setup.capacity[dimension]).max().unwrap_or(0)
                })
                .collect(),
            demand: problem.requests.iter().map(|request| request.demand.clone()).collect(),
            ride: Vec::new(),
            windows: Vec::new(),
            service: Vec::new(),
            horizon: (problem.start.0, problem.end.0),
            max_tour: problem.vehicles.iter().map(|vehicle| vehicle.max_tour.0).max()?,
            time,
            cost,
        };
        let (mut pickups, mut deliveries) = (Vec::new(), Vec::new());
        for (way, ride) in rides {
            let reach = Reach::of(problem, ride)?;
            let load = problem.places[ride.from.get()].load_setup.0 + ride.load.0;
            let unload = problem.places[ride.to.get()].unload_setup.0 + ride.unload.0;
            let limit = ride.max_ride.0.min(way.max_span.0);
            if !(0..LARGEST).contains(&load) || !(0..LARGEST).contains(&unload) || limit <= -LARGEST {
                return None;
            }
            pickups.push((reach.board, load));
            deliveries.push(((reach.alight.0 - unload, reach.alight.1 - unload), unload));
            plain.ride.push((limit - unload).min(LARGEST));
        }
        for (window, service) in pickups.into_iter().chain(deliveries) {
            plain.windows.push(window);
            plain.service.push(service);
        }
        Some(plain)
    }

    /// From its parts; nodes as in [`Plain`], demand by request with the capacity, time and cost by node and node.
    #[cfg(test)]
    pub(super) fn for_tests(
        ride: Vec<i64>,
        windows: Vec<(i64, i64)>,
        service: Vec<i64>,
        (demand, capacity): (Vec<Vec<i64>>, Vec<i64>),
        horizon: (i64, i64),
        max_tour: i64,
        (time, cost): (Vec<i64>, Vec<i64>),
    ) -> Self {
        Self {
            requests: ride.len(),
            fleet: ride.len() as i64,
            capacity,
            demand,
            ride,
            windows,
            service,
            horizon,
            max_tour,
            time,
            cost,
        }
    }

    pub(super) fn delivery(&self, request: usize) -> usize {
        self.requests + request
    }

    pub(super) fn home(&self) -> usize {
        2 * self.requests
    }

    pub(super) fn end(&self) -> usize {
        2 * self.requests + 1
    }

    pub(super) fn time(&self, from: usize, to: usize) -> i64 {
        self.time[from * (2 * self.requests + 2) + to]
    }

    pub(super) fn cost(&self, from: usize, to: usize) -> i64 {
        self.cost[from * (2 * self.requests + 2) + to]
    }

    /// Least time from the begin of service at one node to the begin of service at another.
    pub(super) fn step(&self, from: usize, to: usize) -> i64 {
        self.service[from] + self.time(from, to)
    }
}

/// Least time and least cost between nodes. Stops without service in between are allowed, so both keep the triangle inequality.
fn least_travel(problem: &Problem, vehicle: &Vehicle, nodes: &[PlaceIdx]) -> Option<(Vec<i64>, Vec<i64>)> {
    let places = problem.places.len();
    let profile = &problem.profiles[vehicle.profile.get()];
    let mut time = vec![NEVER; places * places];
    let mut cost = vec![NEVER; places * places];
    for (cell, options) in profile.travel.iter().enumerate() {
        for option in options {
            if !(0..LARGEST).contains(&option.duration.0) || !(0..LARGEST).contains(&option.cost) {
                return None;
            }
            let pair = cell % (places * places);
            time[pair] = time[pair].min(option.duration.0);
            cost[pair] = cost[pair].min(option.cost);
        }
    }
    let chosen = |mut table: Vec<i64>| -> Vec<i64> {
        close(&mut table, places);
        let cells = nodes.iter().flat_map(|from| nodes.iter().map(move |to| (from, to)));
        cells.map(|(from, to)| table[from.get() * places + to.get()]).collect()
    };
    Some((chosen(time), chosen(cost)))
}
