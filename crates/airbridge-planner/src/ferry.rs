//! Travel options between airfields for one aircraft: direct, and through fuel stops. `docs/rules.md`, rules 4, 5, 6 and 8.
//!
//! Stricter than the rules: a fuel stop on the way is made only at fields whose slots and stands are enough for the whole fleet at once, so that
//! a travel option takes no shared resource; and at most two stops lie on one way.

use std::collections::BTreeMap;

use airbridge_model::{Aircraft, AircraftType, CabinTier, Operation, Policy};
use airbridge_solver::problem::{Profile, Travel};
use airbridge_units::{NauticalMiles, Seconds};

use crate::cabin::Grades;
use crate::calendar::Axis;
use crate::fields;
use crate::performance::{block_seconds, consumption, endurance, reserve};
use crate::permission::{LegQuery, departures};
use crate::spans::Spans;
use crate::track_table::TrackTable;
use crate::windows_pool::WindowsPool;

/// The fuel stops of each travel option, by [`Travel::tag`]; tag 0 is "none".
#[derive(Debug)]
pub(crate) struct Vias(Vec<Vec<usize>>);

impl Vias {
    pub(crate) fn new() -> Self {
        Self(vec![Vec::new()])
    }

    /// Airfield indexes on the way.
    pub(crate) fn stops(&self, tag: u32) -> &[usize] {
        &self.0[tag as usize]
    }

    fn add(&mut self, stops: Vec<usize>) -> u32 {
        self.0.push(stops);
        (self.0.len() - 1) as u32
    }
}

/// A single leg that can be flown at some time.
#[derive(Clone, Debug)]
struct Hop {
    block: i64,
    consumption: i64,
    reserve: i64,
    /// Most of patients and attendants, kg, with full tanks at the start.
    load_limit: i64,
    /// Off-block, with take-off and landing inside opening hours.
    departures: Spans,
}

/// What an aircraft's profile is built from.
pub(crate) struct FerryInput<'a> {
    pub(crate) operation: &'a Operation,
    pub(crate) axis: &'a Axis,
    pub(crate) aircraft: &'a Aircraft,
    pub(crate) kind: &'a AircraftType,
    /// Mass of the heaviest medical team that serves the aircraft, kg, rounded up.
    pub(crate) team_kg: i64,
    /// Airfields where missions stop; fuel stops may be at others.
    pub(crate) stops: &'a [bool],
    pub(crate) grades: &'a Grades,
}

/// Builds the profile of one aircraft.
pub(crate) fn profile(input: &FerryInput, tracks: &mut TrackTable, pool: &mut WindowsPool, vias: &mut Vias) -> Profile {
    let operation = input.operation;
    let count = operation.airfields.len();
    let open: Vec<Option<Spans>> = operation
        .airfields
        .iter()
        .map(|field| fields::open(operation, input.axis, input.kind, field))
        .collect();
    let endurance = endurance(input.kind, input.team_kg);
    let alternates: Vec<NauticalMiles> = (0..count)
        .map(|to| fields::alternate(operation, input.kind, to))
        .collect();
    let mut travel = Vec::with_capacity(operation.policy.cabin_tiers.len() * count * count);
    for (grade, tier) in operation.policy.cabin_tiers.iter().enumerate() {
        let held = !input.kind.pressurised || tier.limit >= input.kind.lowest_cabin;
        let hops = if held {
            hops(input, tier, &open, &endurance, &alternates, tracks)
        } else {
            BTreeMap::new()
        };
        travel.extend(options(input, grade as u8, &hops, &open, pool, vias));
    }
    Profile {
        open: open
            .into_iter()
            .map(|spans| spans.map(|spans| pool.add(spans)))
            .collect(),
        grades: operation.policy.cabin_tiers.len() as u8,
        travel,
        endurance,
    }
}

/// The legs that can be flown at some time in one cabin tier, by pair of airfields.
fn hops(
    input: &FerryInput,
    tier: &CabinTier,
    open: &[Option<Spans>],
    endurance: &[(i64, i64)],
    alternates: &[NauticalMiles],
    tracks: &mut TrackTable,
) -> BTreeMap<(usize, usize), Hop> {
    let policy = &input.operation.policy;
    let fields = &input.operation.airfields;
    let mut hops = BTreeMap::new();
    for from in 0..fields.len() {
        for to in 0..fields.len() {
            let (Some(open_from), Some(open_to)) = (&open[from], &open[to]) else {
                continue;
            };
            let useful = |at: usize| input.stops[at] || fields[at].fuel;
            if from == to || !useful(from) || !useful(to) {
                continue;
            }
            let distance = tracks.distance(from, to);
            let need = consumption(policy, tier, distance);
            let left = reserve(policy, input.kind, alternates[to]);
            let Some(load_limit) = load_within(endurance, need + left) else {
                continue;
            };
            let block = block_seconds(policy, input.kind, tier, distance);
            let query = LegQuery {
                aircraft: input.aircraft,
                from: &fields[from].state,
                to: &fields[to].state,
                facts: tracks.facts(from, to),
                duration: block,
            };
            let allowed = departures(input.operation, input.axis, &query)
                .intersect(open_from)
                .intersect(&open_to.shifted(-block));
            if !allowed.is_empty() {
                hops.insert(
                    (from, to),
                    Hop {
                        block,
                        consumption: need,
                        reserve: left,
                        load_limit,
                        departures: allowed,
                    },
                );
            }
        }
    }
    hops
}

/// The largest load with which `need` can be flown on full tanks; `None` when not even empty.
fn load_within(endurance: &[(i64, i64)], need: i64) -> Option<i64> {
    let (first, last) = (endurance.first()?, endurance.last()?);
    if need > first.1 {
        return None;
    }
    if need <= last.1 {
        return Some(last.0);
    }
    endurance.windows(2).rev().find_map(|pair| {
        let ((l0, c0), (l1, c1)) = (pair[0], pair[1]);
        (need <= c0).then(|| {
            if c0 == c1 {
                l1
            } else {
                l0 + (l1 - l0) * (c0 - need) / (c0 - c1)
            }
        })
    })
}

/// Options for every pair of airfields, in the order of [`Profile::travel`].
fn options(
    input: &FerryInput,
    grade: u8,
    hops: &BTreeMap<(usize, usize), Hop>,
    open: &[Option<Spans>],
    pool: &mut WindowsPool,
    vias: &mut Vias,
) -> Vec<Vec<Travel>> {
    let count = input.operation.airfields.len();
    let fuel_stops: Vec<usize> = (0..count)
        .filter(|&at| may_refuel_on_the_way(input.operation, at))
        .filter(|&at| grade <= input.grades.highest_at(&input.operation.airfields[at]))
        .collect();
    let mut table = Vec::with_capacity(count * count);
    for from in 0..count {
        for to in 0..count {
            let mut options: Vec<Travel> = Vec::new();
            if from != to && input.stops[from] && input.stops[to] {
                options.extend(travel(input, hops, open, from, to, &[], pool, vias));
                let direct = hops.get(&(from, to));
                if !direct.is_some_and(|hop| carries_all(input, hop)) {
                    let search = Through {
                        input,
                        hops,
                        fuel_stops: &fuel_stops,
                        from,
                        to,
                    };
                    let mut known: Vec<Vec<usize>> = Vec::new();
                    for load in light_to_full(input) {
                        // The quickest that can be flown at some time; the next best may be open when it is not.
                        let mut found = search.by_one(load);
                        found.extend(search.by_two(load, found.is_empty()));
                        let mut kept = 0;
                        for stops in found {
                            if kept == MOST_THROUGH {
                                break;
                            }
                            if known.contains(&stops) {
                                kept += 1;
                            } else if let Some(option) = travel(input, hops, open, from, to, &stops, pool, vias) {
                                options.push(option);
                                known.push(stops);
                                kept += 1;
                            }
                        }
                    }
                }
            }
            options.sort_by_key(|option| (option.duration, option.tag));
            table.push(options);
        }
    }
    table
}

/// Options with fuel stops kept for each load between two airfields.
const MOST_THROUGH: usize = 2;

/// Loads that fuel stops are looked for with: none, half, and the most that the type carries, kg.
fn light_to_full(input: &FerryInput) -> [i64; 3] {
    let most = most_load(input).max(0);
    [0, most / 2, most]
}

/// The most of patients and attendants that the type carries, kg.
fn most_load(input: &FerryInput) -> i64 {
    let last = input.kind.range.last();
    last.map_or(0, |point| point.payload.get().floor() as i64 - input.team_kg)
}

/// Whether the direct leg is never in want of a fuel stop: at any time, with any load, wherever the tanks were last filled.
fn carries_all(input: &FerryInput, hop: &Hop) -> bool {
    let fields = input.operation.airfields.iter().zip(input.stops);
    hop.load_limit >= most_load(input)
        && fields
            .filter(|(_, stop)| **stop)
            .all(|(field, _)| field.fuel && field.fire_cover)
}

/// The search for fuel stops between two airfields.
struct Through<'s> {
    input: &'s FerryInput<'s>,
    hops: &'s BTreeMap<(usize, usize), Hop>,
    fuel_stops: &'s [usize],
    from: usize,
    to: usize,
}

impl Through<'_> {
    /// Block time of a leg with a load.
    fn leg(&self, a: usize, b: usize, load: i64) -> Option<i64> {
        self.hops
            .get(&(a, b))
            .filter(|hop| hop.load_limit >= load)
            .map(|hop| hop.block)
    }

    /// Fields where an aircraft with a load can be refuelled on the way.
    fn stops(&self, load: i64) -> impl Iterator<Item = usize> + '_ {
        self.fuel_stops
            .iter()
            .copied()
            .filter(move |&at| at != self.from && at != self.to)
            .filter(move |&at| load == 0 || self.input.operation.airfields[at].fire_cover)
    }

    /// Ways with one stop, the quickest first.
    fn by_one(&self, load: i64) -> Vec<Vec<usize>> {
        let mut found: Vec<(i64, usize)> = self
            .stops(load)
            .filter_map(|via| Some((self.leg(self.from, via, load)? + self.leg(via, self.to, load)?, via)))
            .collect();
        found.sort_unstable();
        found.into_iter().map(|(_, via)| vec![via]).collect()
    }

    /// Ways with two stops, the quickest first; none unless `wanted`.
    fn by_two(&self, load: i64, wanted: bool) -> Vec<Vec<usize>> {
        let mut found: Vec<(i64, usize, usize)> = Vec::new();
        for first in self.stops(load).filter(|_| wanted) {
            let Some(so_far) = self.leg(self.from, first, load) else {
                continue;
            };
            for second in self.stops(load).filter(|&second| second != first) {
                if let (Some(on), Some(last)) = (self.leg(first, second, load), self.leg(second, self.to, load)) {
                    found.push((so_far + on + last, first, second));
                }
            }
        }
        found.sort_unstable();
        found
            .into_iter()
            .map(|(_, first, second)| vec![first, second])
            .collect()
    }
}

/// Whether a field has fuel, and slots and stands for all aircraft of the operation at the same time.
pub(crate) fn may_refuel_on_the_way(operation: &Operation, at: usize) -> bool {
    let field = &operation.airfields[at];
    let fleet = operation.aircraft.len() as u32;
    // On-block, off-block, and both once more after the shortest of flights.
    let movements = fleet * 4;
    field.fuel
        && field.slots_per_hour.is_none_or(|slots| slots >= movements)
        && field.parking.is_none_or(|stands| stands >= fleet)
}

#[expect(
    clippy::too_many_arguments,
    reason = "the two tables and the two collectors belong together only here"
)]
fn travel(
    input: &FerryInput,
    hops: &BTreeMap<(usize, usize), Hop>,
    open: &[Option<Spans>],
    from: usize,
    to: usize,
    stops: &[usize],
    pool: &mut WindowsPool,
    vias: &mut Vias,
) -> Option<Travel> {
    let policy = &input.operation.policy;
    let turnaround = policy.handling.turnaround.get() * 60;
    let mut at: Vec<usize> = vec![from];
    at.extend(stops);
    at.push(to);
    let legs: Vec<&Hop> = at
        .windows(2)
        .map(|pair| hops.get(&(pair[0], pair[1])))
        .collect::<Option<_>>()?;
    let mut departures = Spans::always();
    let (mut elapsed, mut moving) = (0, 0);
    for (leg, &arrives) in legs.iter().zip(&at[1..]) {
        departures = departures.intersect(&leg.departures.shifted(-elapsed));
        elapsed += leg.block;
        moving += leg.block;
        if arrives != to {
            // Landing, refuelling and take-off lie within one opening of the field.
            departures = departures.intersect(&open[arrives].as_ref()?.starts_of(turnaround).shifted(-elapsed));
            elapsed += turnaround;
        }
    }
    if departures.is_empty() {
        return None;
    }
    let (first, last) = (*legs.first()?, *legs.last()?);
    let refilled = !stops.is_empty();
    let burns_loaded = stops.iter().all(|&via| input.operation.airfields[via].fire_cover);
    let load_limit = match (refilled, burns_loaded) {
        (false, _) => i64::MAX,
        (true, false) => 0,
        // The first leg is also tested against what is left in the tanks; see `before_refill`.
        (true, true) => legs.iter().map(|leg| leg.load_limit).min()?,
    };
    Some(Travel {
        duration: Seconds(elapsed),
        moving: Seconds(moving),
        legs: legs.len() as u8,
        before_refill: if refilled { first.consumption + first.reserve } else { 0 },
        consumption: last.consumption,
        reserve: last.reserve,
        load_limit,
        departures: pool.add(departures),
        cost: movement_cost(input, moving),
        refilled,
        tag: if refilled { vias.add(stops.to_vec()) } else { 0 },
    })
}

/// The share of movement that counts as burden, in 1024ths: an hour of flying is worth as many seconds as the policy says.
pub(crate) fn movement_burden(policy: &Policy) -> i64 {
    policy.burden.flying_hour.get() * 60 * 1024 / (3600 * 100)
}

/// Flying time first, then its cost: a second of block time weighs as much as 100 units, an hour's cost its own figure.
fn movement_cost(input: &FerryInput, block_seconds: i64) -> i64 {
    let hourly = input.aircraft.cost_per_hour.unwrap_or(input.kind.cost_per_hour);
    block_seconds * 100 + (hourly * block_seconds as f64 / 3600.0).round() as i64
}
