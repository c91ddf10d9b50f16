//! Travel options between airfields for one aircraft: direct, and through fuel stops. `docs/rules.md`, rules 4, 5, 6 and 8.
//!
//! Stricter than the rules: a fuel stop on the way is made only at fields without slot or parking limits, so that a
//! travel option takes no shared resource; and at most two stops lie on one way.

use std::collections::BTreeMap;

use airbridge_model::{Aircraft, AircraftType, CabinTier, Operation, Policy};
use airbridge_solver::problem::{Profile, Travel};
use airbridge_units::{NauticalMiles, Seconds};

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
    for tier in &operation.policy.cabin_tiers {
        let held = !input.kind.pressurised || tier.limit >= input.kind.lowest_cabin;
        let hops = if held {
            hops(input, tier, &open, &endurance, &alternates, tracks)
        } else {
            BTreeMap::new()
        };
        travel.extend(options(input, &hops, &open, pool, vias));
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
    hops: &BTreeMap<(usize, usize), Hop>,
    open: &[Option<Spans>],
    pool: &mut WindowsPool,
    vias: &mut Vias,
) -> Vec<Vec<Travel>> {
    let count = input.operation.airfields.len();
    let mut table = Vec::with_capacity(count * count);
    for from in 0..count {
        for to in 0..count {
            let mut ways: Vec<Vec<usize>> = Vec::new();
            if from != to && input.stops[from] && input.stops[to] {
                let direct = hops.get(&(from, to));
                if direct.is_some() {
                    ways.push(Vec::new());
                }
                if !direct.is_some_and(|hop| carries_all(input, hop)) {
                    ways.extend(through(input, hops, from, to));
                }
            }
            let mut options: Vec<Travel> = ways
                .into_iter()
                .filter_map(|stops| travel(input, hops, open, from, to, stops, pool, vias))
                .collect();
            options.sort_by_key(|option| (option.duration, option.tag));
            table.push(options);
        }
    }
    table
}

/// Whether the direct leg is never in want of a fuel stop: at any time, with any load.
fn carries_all(input: &FerryInput, hop: &Hop) -> bool {
    let most = input
        .kind
        .range
        .last()
        .map_or(0, |point| point.payload.get().floor() as i64 - input.team_kg);
    hop.load_limit >= most && input.operation.airfields.iter().all(|field| field.fuel)
}

/// The quickest way with one stop and with two, light and loaded.
fn through(input: &FerryInput, hops: &BTreeMap<(usize, usize), Hop>, from: usize, to: usize) -> Vec<Vec<usize>> {
    let stops: Vec<usize> = (0..input.operation.airfields.len())
        .filter(|&at| at != from && at != to && fuel_stop(input.operation, at))
        .collect();
    let most = input
        .kind
        .range
        .last()
        .map_or(0, |point| point.payload.get().floor() as i64 - input.team_kg)
        .max(0);
    let mut found: Vec<Vec<usize>> = Vec::new();
    for load in [0, most / 2, most] {
        let leg = |a: usize, b: usize| {
            hops.get(&(a, b))
                .filter(|hop| hop.load_limit >= load)
                .map(|hop| hop.block)
        };
        let boards = |at: usize| load == 0 || input.operation.airfields[at].fire_cover;
        let one = stops
            .iter()
            .filter(|&&via| boards(via))
            .filter_map(|&via| Some((leg(from, via)? + leg(via, to)?, via)))
            .min();
        if let Some((_, via)) = one {
            found.push(vec![via]);
            continue;
        }
        let two = stops
            .iter()
            .filter(|&&via| boards(via))
            .filter_map(|&first| Some((leg(from, first)?, first)))
            .flat_map(|(so_far, first)| {
                stops
                    .iter()
                    .filter(move |&&second| second != first && boards(second))
                    .filter_map(move |&second| Some((so_far + leg(first, second)? + leg(second, to)?, first, second)))
            })
            .min();
        if let Some((_, first, second)) = two {
            found.push(vec![first, second]);
        }
    }
    found.sort();
    found.dedup();
    found
}

fn fuel_stop(operation: &Operation, at: usize) -> bool {
    let field = &operation.airfields[at];
    field.fuel && field.slots_per_hour.is_none() && field.parking.is_none()
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
    stops: Vec<usize>,
    pool: &mut WindowsPool,
    vias: &mut Vias,
) -> Option<Travel> {
    let policy = &input.operation.policy;
    let turnaround = policy.handling.turnaround.get() * 60;
    let mut at: Vec<usize> = vec![from];
    at.extend(&stops);
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
        tag: if refilled { vias.add(stops) } else { 0 },
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
