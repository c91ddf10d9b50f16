//! The vehicles' places as what requests pass: so many departures with somebody on board in each stretch of time.
//!
//! Each request is counted in one dimension, the most crowded of those that it needs; each vehicle's places in each dimension by [`Rotation`].
//! Vehicles that the same requests can use are one group.

use std::collections::{BTreeMap, BTreeSet};

use airbridge_units::Moment;

use super::alone::{Fleet, handling};
use super::flow::{Entry, Gates};
use super::gates::{Gate, Gated, Spans};
use super::network::NO_LIMIT;
use super::rotation::{Carried, Rotation};
use super::{OnTime, Stakes};
use crate::problem::{PlaceIdx, Problem, Request, RequestIdx, Ride, Vehicle, VehicleIdx, Way};

/// Beyond this many groups all vehicles are one.
const MOST_GROUPS: usize = 12;
/// Loads of a dimension are told apart in at most so many steps.
const MOST_LEVELS: usize = 8;
/// Stretches of time are at least so long,
const DAY: i64 = 24 * 3600;
/// and about so many at most,
const MOST_STRETCHES: i64 = 400;
/// unless there are at most so many latest departures, which then are boundaries as well.
const FEW_MOMENTS: usize = 64;

/// Places as gates.
pub(super) struct LiftGates<'a> {
    fleet: &'a Fleet<'a>,
    /// The first ride of each way, or the last.
    which: Which,
    gates: Vec<Gate>,
    /// Begins of stretches of time, and the end of the last.
    boundaries: Vec<i64>,
    /// By request: the dimension in which it is counted.
    dimension: Vec<Option<usize>>,
    /// By dimension: least loads of the levels. Rising.
    levels: Vec<Vec<i64>>,
    groups: Groups,
    /// By dimension and group: the gate of the lowest level, which those above follow.
    first_gate: BTreeMap<(usize, usize), usize>,
}

/// Which ride of a way is counted.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub(super) enum Which {
    First,
    Last,
}

impl Which {
    fn of(self, way: &Way) -> usize {
        match self {
            Self::First => 0,
            Self::Last => way.rides.len() - 1,
        }
    }
}

impl<'a> LiftGates<'a> {
    /// `None` where it would say nothing, or nothing new.
    pub(super) fn new(fleet: &'a Fleet<'a>, stakes: &[Stakes], which: Which) -> Option<Self> {
        let problem = fleet.problem;
        let on_time = || problem.requests.iter().zip(stakes).enumerate();
        let ways = || {
            on_time().flat_map(move |(index, (request, stakes))| {
                let ways = stakes.ways.iter();
                ways.map(move |on_time| (index, request, &request.ways[on_time.way], on_time))
            })
        };
        if which == Which::Last && ways().all(|(_, _, way, _)| way.rides.len() == 1) {
            return None;
        }
        let dimension = dimensions(problem, stakes);
        let sets = ways().map(|(_, request, way, _)| fleet.vehicles(request, &way.rides[which.of(way)]).collect());
        let groups = Groups::new(problem, sets.collect());
        let latest = ways().map(|(_, _, way, on_time)| latest(problem, way, on_time, which));
        let mut gates = Self {
            fleet,
            which,
            gates: Vec::new(),
            boundaries: boundaries(problem, latest),
            levels: levels(problem, &dimension),
            dimension,
            groups,
            first_gate: BTreeMap::new(),
        };
        let mut counted: BTreeMap<(usize, usize), Counted> = BTreeMap::new();
        for (index, request, way, on_time) in ways() {
            let Some(dimension) = gates.dimension[index] else {
                continue;
            };
            let ride = &way.rides[which.of(way)];
            for &group in gates.groups.of(fleet, request, ride) {
                let counted = counted.entry((dimension, group)).or_default();
                counted.add(problem, ride, on_time.times.rides[which.of(way)].depart);
            }
        }
        for ((dimension, group), counted) in counted {
            gates.add(dimension, group, &counted);
        }
        (!gates.gates.is_empty()).then_some(gates)
    }

    /// The gates of a group's places in a dimension, one for each level of load.
    fn add(&mut self, dimension: usize, group: usize, counted: &Counted) {
        let carried = counted.carried();
        let vehicles = self.groups.vehicles[group].iter();
        let rotations: Vec<(i64, Rotation)> = vehicles
            .map(|&vehicle| {
                let most = capacity(&self.fleet.problem.vehicles[vehicle.get()], dimension);
                (most, Rotation::of(self.fleet, vehicle, &carried))
            })
            .collect();
        let sum = |level: i64, from: i64, to: i64| {
            let places = rotations.iter().map(|(most, rotation)| {
                let departures = rotation.departures(from.max(counted.earliest), to);
                (most / level).saturating_mul(departures)
            });
            places.fold(0, i64::saturating_add).min(NO_LIMIT)
        };
        let start = self.boundaries[0];
        let stretches: Vec<(i64, i64)> = self.boundaries.windows(2).map(|pair| (pair[0], pair[1])).collect();
        self.first_gate.insert((dimension, group), self.gates.len());
        for (number, &level) in self.levels[dimension].iter().enumerate() {
            let mut gate = Gate::of(
                Gated::Lift(dimension),
                stretches.iter().map(|&(from, to)| sum(level, from, to)).collect(),
            );
            if number == 0 {
                gate.most_until = stretches.iter().map(|&(_, to)| sum(level, start, to)).collect();
            } else {
                gate.within = Some(self.gates.len() - 1);
            }
            self.gates.push(gate);
        }
    }
}

impl Gates for LiftGates<'_> {
    fn gates(&self) -> &[Gate] {
        &self.gates
    }

    fn bucket_end(&self, bucket: usize) -> Moment {
        Moment(self.boundaries[bucket + 1]).min(self.fleet.problem.end)
    }

    fn entries(&self, index: RequestIdx, on_time: &OnTime, spans: &mut Spans, found: &mut Vec<Option<Entry>>) {
        let Some(dimension) = self.dimension[index.get()] else {
            found.push(None);
            return;
        };
        let request = &self.fleet.problem.requests[index.get()];
        let way = &request.ways[on_time.way];
        let number = self.which.of(way);
        let bucket = |at: i64| {
            let after = self.boundaries.partition_point(|&begin| begin <= at);
            (after.clamp(1, self.boundaries.len() - 1) - 1) as u32
        };
        let earliest = on_time.times.rides[number].depart;
        let range = (
            bucket(earliest),
            bucket(latest(self.fleet.problem, way, on_time, self.which)),
        );
        let span = spans.number(vec![range]);
        let load = request.demand[dimension];
        let level = self.levels[dimension].partition_point(|&least| least <= load) - 1;
        let groups = self.groups.of(self.fleet, request, &way.rides[number]).iter();
        let gates = groups.map(|&group| self.first_gate[&(dimension, group)] + level);
        found.extend(gates.map(|gate| Some((gate as u32, span))));
    }
}

/// The last moment at which the counted ride can depart for the way to be on time.
fn latest(problem: &Problem, way: &Way, on_time: &OnTime, which: Which) -> i64 {
    let after = on_time.times.rides[which.of(way)].from_departure;
    (way.due.0 - after).min(problem.end.0)
}

fn boundaries(problem: &Problem, latest: impl Iterator<Item = i64>) -> Vec<i64> {
    let (start, end) = (problem.start.0, problem.end.0 + 1);
    let step = ((end - start) / MOST_STRETCHES).max(DAY);
    let mut all: BTreeSet<i64> = (start..end).step_by(step as usize).chain([end]).collect();
    let mut few = BTreeSet::new();
    for at in latest {
        few.insert((at + 1).clamp(start + 1, end));
        if few.len() > FEW_MOMENTS {
            few.clear();
            break;
        }
    }
    all.extend(few);
    all.into_iter().collect()
}

/// The most that a vehicle holds in a dimension, in any setup.
fn capacity(vehicle: &Vehicle, dimension: usize) -> i64 {
    let most = vehicle.setups.iter().map(|setup| setup.capacity[dimension]);
    most.max().unwrap_or(0).max(0)
}

/// By request that could be on time: the dimension of those it needs in which most requests come on one place.
fn dimensions(problem: &Problem, stakes: &[Stakes]) -> Vec<Option<usize>> {
    let possible = || {
        let requests = problem.requests.iter().zip(stakes);
        requests
            .filter(|(_, stakes)| !stakes.ways.is_empty())
            .map(|(request, _)| request)
    };
    let crowded: Vec<(i64, i64)> = (0..problem.dimensions)
        .map(|dimension| {
            let loads = possible()
                .map(|request| request.demand[dimension])
                .filter(|load| *load > 0);
            let (count, least) = loads.fold((0, i64::MAX), |(count, least), load| (count + 1, least.min(load)));
            let places = problem
                .vehicles
                .iter()
                .map(|vehicle| capacity(vehicle, dimension) / least);
            (count, places.fold(0, i64::saturating_add).max(1))
        })
        .collect();
    let more = |a: &usize, b: &usize| {
        let ((people, places), (other_people, other_places)) = (crowded[*a], crowded[*b]);
        let left = i128::from(people) * i128::from(other_places);
        left.cmp(&(i128::from(other_people) * i128::from(places)))
    };
    let of = |request: &Request| {
        (0..problem.dimensions)
            .filter(|&at| request.demand[at] > 0)
            .max_by(more)
    };
    problem.requests.iter().map(of).collect()
}

/// By dimension: the loads that are told apart, the least first.
fn levels(problem: &Problem, dimension: &[Option<usize>]) -> Vec<Vec<i64>> {
    let mut loads = vec![BTreeSet::new(); problem.dimensions];
    for (request, dimension) in problem.requests.iter().zip(dimension) {
        if let Some(dimension) = *dimension {
            loads[dimension].insert(request.demand[dimension]);
        }
    }
    let thinned = |loads: BTreeSet<i64>| {
        let step = loads.len().div_ceil(MOST_LEVELS).max(1);
        loads.into_iter().step_by(step).collect()
    };
    loads.into_iter().map(thinned).collect()
}

/// The rides of one dimension and group.
#[derive(Default)]
struct Counted {
    /// By ends: least loading and unloading.
    pairs: BTreeMap<(PlaceIdx, PlaceIdx), (i64, i64)>,
    earliest: i64,
}

impl Counted {
    fn add(&mut self, problem: &Problem, ride: &Ride, earliest: i64) {
        if self.pairs.is_empty() || earliest < self.earliest {
            self.earliest = earliest;
        }
        let (loading, unloading) = handling(problem, ride);
        let least = self.pairs.entry((ride.from, ride.to)).or_insert((loading, unloading));
        *least = (least.0.min(loading), least.1.min(unloading));
    }

    fn carried(&self) -> Vec<Carried> {
        let ride = |(&(from, to), &(loading, unloading))| Carried {
            from,
            to,
            loading,
            unloading,
        };
        self.pairs.iter().map(ride).collect()
    }
}

/// Vehicles that nothing tells apart.
struct Groups {
    /// By group.
    vehicles: Vec<Vec<VehicleIdx>>,
    /// By set of vehicles that some ride can use: the groups in it.
    sets: BTreeMap<Vec<VehicleIdx>, Vec<usize>>,
}

impl Groups {
    fn new(problem: &Problem, sets: BTreeSet<Vec<VehicleIdx>>) -> Self {
        let mut members: BTreeMap<Vec<usize>, Vec<VehicleIdx>> = BTreeMap::new();
        let mut of_vehicle = vec![Vec::new(); problem.vehicles.len()];
        for (number, set) in sets.iter().enumerate() {
            for vehicle in set {
                of_vehicle[vehicle.get()].push(number);
            }
        }
        for (vehicle, numbers) in of_vehicle.into_iter().enumerate() {
            if !numbers.is_empty() {
                members.entry(numbers).or_default().push(VehicleIdx::new(vehicle));
            }
        }
        let mut vehicles: Vec<Vec<VehicleIdx>> = members.into_values().collect();
        if vehicles.len() > MOST_GROUPS {
            vehicles = vec![vehicles.concat()];
        }
        let groups_of = |set: &Vec<VehicleIdx>| {
            let inside = |group: &Vec<VehicleIdx>| group.iter().any(|vehicle| set.contains(vehicle));
            (0..vehicles.len()).filter(|&group| inside(&vehicles[group])).collect()
        };
        let sets = sets
            .into_iter()
            .map(|set| (groups_of(&set), set))
            .map(|(groups, set)| (set, groups));
        let sets = sets.collect();
        Self { vehicles, sets }
    }

    fn of(&self, fleet: &Fleet<'_>, request: &Request, ride: &Ride) -> &[usize] {
        let set: Vec<VehicleIdx> = fleet.vehicles(request, ride).collect();
        self.sets.get(&set).map_or(&[], Vec::as_slice)
    }
}
