//! Travel options between airfields for one aircraft: direct, and through fuel stops. `docs/rules.md`, rules 4, 5, 6 and 8.
//!
//! Stricter than the rules: a fuel stop on the way is made only at fields whose slots and stands are enough for the whole fleet at once, so that
//! a travel option takes no shared resource; and at most two stops lie on one way.

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

/// The legs that can be flown at some time in one cabin tier, by pair of airfields.
struct Hops {
    fields: usize,
    table: Vec<Option<Hop>>,
}

impl Hops {
    fn none(fields: usize) -> Self {
        Self {
            fields,
            table: vec![None; fields * fields],
        }
    }

    fn get(&self, from: usize, to: usize) -> Option<&Hop> {
        self.table[from * self.fields + to].as_ref()
    }
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
            Hops::none(count)
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

/// Looks at every pair of airfields.
fn hops(
    input: &FerryInput,
    tier: &CabinTier,
    open: &[Option<Spans>],
    endurance: &[(i64, i64)],
    alternates: &[NauticalMiles],
    tracks: &mut TrackTable,
) -> Hops {
    let policy = &input.operation.policy;
    let fields = &input.operation.airfields;
    let mut hops = Hops::none(fields.len());
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
                hops.table[from * fields.len() + to] = Some(Hop {
                    block,
                    consumption: need,
                    reserve: left,
                    load_limit,
                    departures: allowed,
                });
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
    hops: &Hops,
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
                let direct = hops.get(from, to);
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
    hops: &'s Hops,
    fuel_stops: &'s [usize],
    from: usize,
    to: usize,
}

impl Through<'_> {
    /// Block time of a leg with a load.
    fn leg(&self, a: usize, b: usize, load: i64) -> Option<i64> {
        self.hops
            .get(a, b)
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
    hops: &Hops,
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
        .map(|pair| hops.get(pair[0], pair[1]))
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

fn movement_cost(input: &FerryInput, block_seconds: i64) -> i64 {
    movement_cost_of(input.aircraft, input.kind, block_seconds)
}

/// Flying time first, then its cost: a second of block time weighs as much as 100 units, an hour's cost its own figure.
pub(crate) fn movement_cost_of(aircraft: &Aircraft, kind: &AircraftType, block_seconds: i64) -> i64 {
    let hourly = aircraft.cost_per_hour.unwrap_or(kind.cost_per_hour);
    block_seconds * 100 + (hourly * block_seconds as f64 / 3600.0).round() as i64
}

#[cfg(test)]
mod tests {
    use airbridge_solver::problem::PlaceIdx;
    use airbridge_testkit::generate::hub;
    use airbridge_units::AirfieldId;

    use super::*;
    use crate::Planner;

    /// The hub with one type whose range is cut to a flat figure, empty or loaded.
    fn with_range(miles: &[f64]) -> Operation {
        let mut operation = hub(4, 1);
        for kind in &mut operation.aircraft_types {
            let points = kind.range.len() - 1;
            for (index, point) in kind.range.iter_mut().enumerate() {
                point.range = NauticalMiles(miles[index * (miles.len() - 1) / points]);
            }
        }
        operation
    }

    /// Options in grade 0 of the first vehicle between two airfields, with the names of their fuel stops.
    fn options(operation: &Operation, from: &str, to: &str) -> Vec<(Travel, Vec<AirfieldId>)> {
        let planner = Planner::new(operation).expect("a sound operation");
        let place = |id: &str| PlaceIdx::new(planner.places.airfield(&AirfieldId::new(id)));
        let problem = planner.problem();
        let profile = &problem.profiles[problem.vehicles[0].profile.get()];
        let named = |option: &Travel| {
            let stops = planner.vias.stops(option.tag).iter();
            stops.map(|&at| operation.airfields[at].id.clone()).collect()
        };
        profile
            .options(0, place(from), place(to))
            .iter()
            .map(|option| (option.clone(), named(option)))
            .collect()
    }

    /// Two fields of the hub that missions stop at, far from each other.
    fn far_apart(operation: &Operation) -> (String, String) {
        let origin = &operation
            .facilities
            .iter()
            .find(|facility| facility.id == operation.patients[0].origin);
        let from = origin.expect("an origin").access[0].airfield.clone();
        let position = |id: &AirfieldId| {
            operation
                .airfields
                .iter()
                .find(|field| field.id == *id)
                .expect("known")
                .position
        };
        let away = |id: &AirfieldId| airbridge_geo::distance(position(&from), position(id)).get();
        let served = operation.facilities.iter().flat_map(|facility| &facility.access);
        let to = served
            .map(|access| &access.airfield)
            .max_by(|a, b| away(a).total_cmp(&away(b)));
        (from.to_string(), to.expect("a receiver").to_string())
    }

    #[test]
    fn a_stop_is_made_where_the_range_demands_it_and_only_where_there_is_fuel() {
        let far = with_range(&[9000.0]);
        let (from, to) = far_apart(&far);
        let direct = options(&far, &from, &to);
        assert!(
            direct
                .iter()
                .any(|(option, stops)| stops.is_empty() && !option.refilled)
        );
        let near = with_range(&[1400.0]);
        let through = options(&near, &from, &to);
        assert!(!through.is_empty(), "{from}–{to}");
        for (option, stops) in &through {
            assert!(option.refilled && !stops.is_empty() && stops.len() <= 2, "{stops:?}");
            assert_eq!(usize::from(option.legs), stops.len() + 1);
            assert!(option.before_refill > 0 && option.duration > option.moving);
        }
        let mut dry = near.clone();
        for field in dry
            .airfields
            .iter_mut()
            .filter(|field| through.iter().any(|(_, stops)| stops.contains(&field.id)))
        {
            field.fuel = false;
        }
        let other = options(&dry, &from, &to);
        let used = |stop: &AirfieldId| through.iter().any(|(_, stops)| stops.contains(stop));
        assert!(other.iter().flat_map(|(_, stops)| stops).all(|stop| !used(stop)));
    }

    #[test]
    fn without_fire_cover_only_the_empty_are_refuelled_on_the_way() {
        let mut operation = with_range(&[1400.0]);
        let (from, to) = far_apart(&operation);
        assert!(
            options(&operation, &from, &to)
                .iter()
                .any(|(option, _)| option.load_limit > 0)
        );
        operation
            .airfields
            .iter_mut()
            .for_each(|field| field.fire_cover = false);
        let all = options(&operation, &from, &to);
        assert!(!all.is_empty() && all.iter().all(|(option, _)| option.load_limit == 0));
    }

    #[test]
    fn few_slots_or_stands_make_no_fuel_stop_and_many_do() {
        let mut operation = with_range(&[1400.0]);
        let (from, to) = far_apart(&operation);
        let before = options(&operation, &from, &to).len();
        let fleet = operation.aircraft.len() as u32;
        for field in &mut operation.airfields {
            (field.slots_per_hour, field.parking) = (Some(4 * fleet), Some(fleet));
        }
        assert_eq!(options(&operation, &from, &to).len(), before);
        operation
            .airfields
            .iter_mut()
            .for_each(|field| field.parking = Some(fleet - 1));
        assert!(options(&operation, &from, &to).is_empty());
    }

    #[test]
    fn the_largest_load_for_a_need_lies_on_the_curve() {
        let curve = [(0, 3000), (1000, 2000), (2000, 2000), (3000, 500)];
        assert_eq!(load_within(&curve, 3001), None);
        assert_eq!(load_within(&curve, 2500), Some(500));
        assert_eq!(load_within(&curve, 2000), Some(2000));
        assert_eq!(load_within(&curve, 1250), Some(2500));
        assert_eq!(load_within(&curve, 500), Some(3000));
        assert_eq!(load_within(&curve, 0), Some(3000));
    }
}
