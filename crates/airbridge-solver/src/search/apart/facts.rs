//! What never changes and is asked often, laid out for that.

use super::{are_apart, first_alike};
use crate::bound::by_partner;
use crate::partition::Stop;
use crate::problem::{Cost, PlaceIdx, Problem, ProfileIdx, Travel};
use crate::search::atlas::{Atlas, Reach};
use crate::search::surround::changeover;

/// One request and its ride.
#[derive(Clone, Debug)]
pub(crate) struct Ride {
    pub(super) from: PlaceIdx,
    pub(super) to: PlaceIdx,
    /// When loading and unloading may begin, each as the other end leaves it ([`by_partner`]).
    pub(super) board: (i64, i64),
    pub(super) leave: (i64, i64),
    /// How long they take.
    pub(super) loading: i64,
    pub(super) unloading: i64,
    /// Longest from the begin of loading to the end of unloading.
    pub(super) longest: i64,
    pub(super) demand: Vec<i64>,
    /// What serving the request changes in cost wherever it goes.
    pub(super) base: Cost,
}

/// One vehicle, which makes one tour.
#[derive(Clone, Debug)]
pub(crate) struct Vehicle {
    pub(super) profile: usize,
    pub(super) home: PlaceIdx,
    pub(super) end: PlaceIdx,
    /// First departure at least.
    pub(super) ready: i64,
    /// Longest from the first departure to the last arrival.
    pub(super) longest: i64,
    pub(super) capacity: Vec<i64>,
    /// What a tour costs besides its way.
    pub(super) fixed: Cost,
    /// The first vehicle that is like it.
    pub(super) kind: usize,
}

/// Figures of one way to travel, by place and place.
#[derive(Clone, Debug)]
struct Table {
    places: usize,
    duration: Vec<i64>,
    price: Vec<i64>,
    /// The same with the place of arrival first: from all places to one lie side by side.
    duration_back: Vec<i64>,
    price_back: Vec<i64>,
}

/// A trip's duration and price.
pub(super) type Trip = (i64, i64);

/// A problem whose tours are apart.
#[derive(Debug)]
pub(crate) struct Facts<'a> {
    pub(crate) problem: &'a Problem,
    pub(crate) atlas: &'a Atlas,
    pub(super) rides: Vec<Ride>,
    pub(super) vehicles: Vec<Vehicle>,
    tables: Vec<Table>,
}

/// Longer than anything, and yet to be added up.
pub(super) const FAR: i64 = i64::MAX / 64;

impl<'a> Facts<'a> {
    /// `None` where tours are not apart, there is more than one way between two places, or a place is used by more than one end of a ride: two
    /// riders could then be handled at one stop.
    pub(crate) fn of(problem: &'a Problem, atlas: &'a Atlas) -> Option<Self> {
        let simple = |options: &Vec<Travel>| options.len() <= 1;
        let single = problem.profiles.iter().all(|profile| profile.travel.iter().all(simple));
        if !are_apart(problem) || !single || problem.requests.len() >= usize::from(u16::MAX) || shares_places(problem) {
            return None;
        }
        let kinds = first_alike(problem);
        let vehicles = problem.vehicles.iter().zip(kinds).map(|(vehicle, kind)| {
            let setup = &vehicle.setups[0];
            let free = problem.start.0.max(vehicle.ready.0);
            Vehicle {
                profile: vehicle.profile.get(),
                home: vehicle.home,
                end: vehicle.end,
                ready: free + changeover(vehicle, vehicle.initial_kind, setup),
                longest: vehicle.max_tour.0,
                capacity: setup.capacity.clone(),
                fixed: vehicle.tour_cost + setup.cost,
                kind,
            }
        });
        let places = problem.places.len();
        let tables = problem
            .profiles
            .iter()
            .map(|profile| Table::of(&profile.travel, places));
        Some(Self {
            problem,
            atlas,
            rides: (0..problem.requests.len())
                .map(|request| Ride::of(problem, atlas, request))
                .collect(),
            vehicles: vehicles.collect(),
            tables: tables.collect(),
        })
    }

    pub(super) fn trip(&self, profile: usize, from: PlaceIdx, to: PlaceIdx) -> Trip {
        let table = &self.tables[profile];
        let pair = from.get() * table.places + to.get();
        (table.duration[pair], table.price[pair])
    }

    /// From any place to one: durations and prices.
    pub(super) fn trips_to(&self, profile: usize, to: PlaceIdx) -> (&[i64], &[i64]) {
        let table = &self.tables[profile];
        let row = to.get() * table.places..(to.get() + 1) * table.places;
        (&table.duration_back[row.clone()], &table.price_back[row])
    }

    /// To any place from one.
    pub(super) fn trips_from(&self, profile: usize, from: PlaceIdx) -> (&[i64], &[i64]) {
        let table = &self.tables[profile];
        let row = from.get() * table.places..(from.get() + 1) * table.places;
        (&table.duration[row.clone()], &table.price[row])
    }

    /// Where somebody boards or leaves.
    pub(super) fn place(&self, (request, boards): Stop) -> PlaceIdx {
        let ride = &self.rides[request.get()];
        if boards { ride.from } else { ride.to }
    }
}

impl Ride {
    fn of(problem: &Problem, atlas: &Atlas, request: usize) -> Self {
        let request = &problem.requests[request];
        let way = &request.ways[0];
        let ride = &way.rides[0];
        let loading = problem.places[ride.from.get()].load_setup.0 + ride.load.0;
        let unloading = problem.places[ride.to.get()].unload_setup.0 + ride.unload.0;
        // Who can never board or leave has windows that nothing lies in.
        let reach = Reach::of(problem, ride).unwrap_or(Reach {
            board: (0, -1),
            alight: (0, -1),
        });
        let longest = ride.max_ride.0.min(way.max_span.0).min(FAR);
        let profiles = 0..problem.profiles.len();
        let shortest = profiles.map(|profile| atlas.shortest(ProfileIdx::new(profile), ride.from, ride.to));
        let between = loading + shortest.min().unwrap_or(0).min(FAR);
        let leave = (reach.alight.0 - unloading, reach.alight.1 - unloading);
        let (board, leave) = by_partner(reach.board, leave, (between, longest - unloading));
        Self {
            from: ride.from,
            to: ride.to,
            board,
            leave,
            loading,
            unloading,
            longest,
            demand: request.demand.clone(),
            base: way.cost - request.unserved,
        }
    }
}

impl Table {
    fn of(travel: &[Vec<Travel>], places: usize) -> Self {
        let figures: Vec<Trip> = (0..places * places)
            .map(|pair| match travel[pair].first() {
                _ if pair / places == pair % places => (0, 0),
                Some(option) => (option.duration.0, option.cost),
                None => (FAR, FAR),
            })
            .collect();
        let back = |pair: usize| pair % places * places + pair / places;
        let pairs = 0..places * places;
        Self {
            places,
            duration: figures.iter().map(|trip| trip.0).collect(),
            price: figures.iter().map(|trip| trip.1).collect(),
            duration_back: pairs.clone().map(|pair| figures[back(pair)].0).collect(),
            price_back: pairs.map(|pair| figures[back(pair)].1).collect(),
        }
    }
}

fn shares_places(problem: &Problem) -> bool {
    let mut used = vec![false; problem.places.len()];
    for vehicle in &problem.vehicles {
        used[vehicle.home.get()] = true;
        used[vehicle.end.get()] = true;
    }
    let rides = problem.requests.iter().map(|request| &request.ways[0].rides[0]);
    rides
        .flat_map(|ride| [ride.from, ride.to])
        .any(|place| std::mem::replace(&mut used[place.get()], true))
}
