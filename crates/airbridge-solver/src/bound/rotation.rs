//! How often one place on a vehicle can be taken in a stretch of time.
//!
//! Whoever takes a place, a litter say, gives it back before the next one takes it. So the rides on one place follow each other: after a ride
//! come unloading, the way to where the next one boards, and loading. Where everybody's load is at least `d` and a vehicle holds `C`, it has at
//! most `C / d` such places: rides are intervals, and as many colours suffice as overlap at any time.
//!
//! Rides are counted by the moment at which the vehicle departs with them from where they boarded. Kept: the least way between two such
//! departures; that crews need rest after a duty, that no duty is longer than the longest, and that nobody is on board during a rest; when
//! the vehicle can be on tour, and how often. Dropped: everything that belongs to particular requests.

use std::collections::BTreeSet;

use super::alone::Fleet;
use super::network::NO_LIMIT;
use crate::problem::{Crew, CrewIdx, PlaceIdx, Vehicle, VehicleIdx};
use crate::search::NEVER;

/// Rides between two places: the least that loading and unloading take.
#[derive(Clone, Copy, Debug)]
pub(super) struct Carried {
    pub(super) from: PlaceIdx,
    pub(super) to: PlaceIdx,
    pub(super) loading: i64,
    pub(super) unloading: i64,
}

/// How often one place on a vehicle can be taken.
pub(super) struct Rotation {
    /// Least time from departure to departure; 0 says nothing.
    cycle: i64,
    /// Alternatives, each valid by itself: by crew, how long after its first departure with somebody on board each further one is at
    /// least. Whoever rides does so in a duty of one of these crews.
    crews: Vec<Vec<Vec<i64>>>,
    /// When the vehicle can depart with somebody on board. Sorted and disjoint.
    spans: Vec<(i64, i64)>,
    /// Most rides in all.
    in_all: i64,
}

/// Beyond so many cycles in the horizon duties are not counted: it would take long, and bind little.
const MOST_CYCLES: i64 = 20_000;

impl Rotation {
    /// For a vehicle and the rides that are counted, which should be neither none nor impossible for it.
    pub(super) fn of(fleet: &Fleet<'_>, index: VehicleIdx, carried: &[Carried]) -> Self {
        let vehicle = &fleet.problem.vehicles[index.get()];
        let least = Least::of(fleet, vehicle, carried);
        let spans = fleet.tours[index.get()].joined().into_iter();
        let spans = spans
            .map(|(opens, over)| (opens + least.lead, over - least.tail))
            .filter(|(from, to)| from <= to);
        let mut rotation = Self {
            cycle: least.cycle,
            crews: alternatives(fleet, vehicle, &least),
            spans: spans.collect(),
            in_all: NO_LIMIT,
        };
        let in_tour = rotation.within(vehicle.max_tour.0 - least.lead - least.tail + 1);
        rotation.in_all = in_tour.saturating_mul(i64::from(vehicle.max_tours));
        rotation
    }

    /// The most rides that depart in `[from, to)`.
    pub(super) fn departures(&self, from: i64, to: i64) -> i64 {
        let first = self.spans.partition_point(|span| span.1 < from);
        let spans = self.spans[first..].iter().take_while(|span| span.0 < to);
        let cut = spans.map(|span| (span.0.max(from), (span.1 + 1).min(to)));
        let (mut sum, mut hull) = (0_i64, None);
        for (begin, end) in cut {
            sum = sum.saturating_add(self.within(end - begin));
            hull = Some((hull.map_or(begin, |(begin, _)| begin), end));
        }
        let together = hull.map_or(0, |(begin, end)| self.within(end - begin));
        sum.min(together).min(self.in_all)
    }

    /// The most rides that depart within so many seconds.
    fn within(&self, seconds: i64) -> i64 {
        if seconds <= 0 {
            return 0;
        }
        let by_cycle = match self.cycle {
            0 => NO_LIMIT,
            cycle => (seconds - 1) / cycle + 1,
        };
        let by_crews = |crews: &Vec<Vec<i64>>| {
            let counts = crews.iter().map(|after| after.partition_point(|&at| at < seconds));
            counts.sum::<usize>() as i64
        };
        self.crews.iter().map(by_crews).fold(by_cycle, i64::min)
    }
}

/// The least times of a vehicle's rides.
struct Least {
    /// From departure to departure on one place.
    cycle: i64,
    /// On the way with somebody on board.
    travel: i64,
    /// Likewise, and on to where the next one boards.
    there_and_back: i64,
    /// From a tour's begin to the departure.
    lead: i64,
    /// From the departure to the tour's end.
    tail: i64,
    /// Whether somebody can board where another one leaves.
    chains: bool,
}

impl Least {
    fn of(fleet: &Fleet<'_>, vehicle: &Vehicle, carried: &[Carried]) -> Self {
        let shortest = |from, to| fleet.atlas.shortest(vehicle.profile, from, to);
        let mut loading: Vec<(PlaceIdx, i64)> = carried.iter().map(|ride| (ride.from, ride.loading)).collect();
        loading.sort_unstable();
        loading.dedup_by_key(|(place, _)| *place);
        let ends: BTreeSet<PlaceIdx> = carried.iter().map(|ride| ride.to).collect();
        // The next tour begins at home wherever this one ended.
        let between = |from, to| {
            let anew = shortest(from, vehicle.end) + vehicle.turnaround.0 + shortest(vehicle.home, to);
            shortest(from, to).min(anew)
        };
        let next = |from| loading.iter().map(|&(to, loading)| between(from, to) + loading).min();
        let next: std::collections::BTreeMap<PlaceIdx, i64> =
            ends.iter().map(|&from| (from, next(from).unwrap_or(0))).collect();
        let back = |from| {
            let anew = |to| shortest(from, vehicle.end) + shortest(vehicle.home, to);
            let ways = loading.iter().map(|&(to, _)| shortest(from, to).min(anew(to)));
            ways.min().unwrap_or(0)
        };
        let least = |of: &dyn Fn(&Carried) -> i64| carried.iter().map(of).min().unwrap_or(0);
        Self {
            cycle: least(&|ride| shortest(ride.from, ride.to) + ride.unloading + next[&ride.to]).min(NEVER),
            travel: least(&|ride| shortest(ride.from, ride.to)),
            there_and_back: least(&|ride| shortest(ride.from, ride.to) + back(ride.to)).min(NEVER),
            lead: least(&|ride| {
                let away = ride.from != vehicle.home;
                i64::from(away) * (shortest(vehicle.home, ride.from) + ride.loading)
            }),
            tail: least(&|ride| shortest(ride.from, ride.to) + shortest(ride.to, vehicle.end)),
            chains: loading.iter().any(|(place, _)| ends.contains(place)),
        }
    }
}

/// Sets of crews of which each setup has one.
fn alternatives(fleet: &Fleet<'_>, vehicle: &Vehicle, least: &Least) -> Vec<Vec<Vec<i64>>> {
    let horizon = (fleet.problem.end - fleet.problem.start).0;
    if vehicle.underway.is_some() || least.cycle <= 0 || horizon / least.cycle > MOST_CYCLES {
        return Vec::new();
    }
    let positions = vehicle.setups.iter().map(|setup| setup.crews.len()).min().unwrap_or(0);
    (0..positions)
        .map(|position| {
            vehicle
                .setups
                .iter()
                .map(|setup| setup.crews[position])
                .collect::<BTreeSet<CrewIdx>>()
        })
        // Who needs no rest by the length of a duty binds nothing that the cycle does not.
        .filter(|crews| crews.iter().all(|crew| fleet.problem.crews[crew.get()].rest_as_long))
        .map(|crews| {
            let each = crews.into_iter();
            each.map(|crew| after_first(fleet, crew, least, horizon)).collect()
        })
        .collect()
}

/// For a crew: how long after its first departure with somebody on board the first, second, … is at least, as far as the horizon goes.
///
/// Departures of one duty are a cycle apart. After the last of them come the way there and back, debrief, a rest as long as the duty or the least
/// rest, and the report of the next duty. The crew itself is on the way back: within a tour it is with the vehicle, and other
/// tours of other crews begin at home again.
fn after_first(fleet: &Fleet<'_>, index: CrewIdx, least: &Least, horizon: i64) -> Vec<i64> {
    let crew = &fleet.problem.crews[index.get()];
    let most = most_in_duty(fleet, index, least);
    let spread = |rides: usize| (rides as i64 - 1) * least.cycle;
    let period = |rides: usize| {
        let duty = crew.report.0 + spread(rides) + least.travel + crew.debrief.0;
        spread(rides) + least.there_and_back + crew.debrief.0 + least_rest(crew).max(duty) + crew.report.0
    };
    // When the duty after so many rides can depart at the soonest.
    let mut rested = vec![0_i64];
    let mut after = Vec::new();
    if most == 0 {
        return after;
    }
    loop {
        let rides = rested.len();
        let duties = || (1..=most.min(rides)).map(|of_last| (rested[rides - of_last], of_last));
        let at = duties().map(|(begin, of_last)| begin + spread(of_last)).min();
        let at = at.expect("a duty has a ride");
        if at > horizon {
            return after;
        }
        let next = duties().map(|(begin, of_last)| begin + period(of_last)).min();
        after.push(at);
        rested.push(next.expect("a duty has a ride"));
    }
}

fn least_rest(crew: &Crew) -> i64 {
    crew.rest_home.0.min(crew.rest_away.0)
}

/// The most rides on one place in a duty.
fn most_in_duty(fleet: &Fleet<'_>, index: CrewIdx, least: &Least) -> usize {
    let crew = &fleet.problem.crews[index.get()];
    let fits = |rides: &u32| {
        // Between two rides somebody has to get from one place to another, unless the second begins where the first ends.
        let legs = if least.chains { *rides } else { 2 * rides - 1 };
        let length = crew.report.0 + i64::from(rides - 1) * least.cycle + least.travel;
        legs <= u32::from(crew.limit.max_legs) && length <= fleet.atlas.longest_duty(fleet.problem, index, legs)
    };
    (1..=u32::from(u8::MAX)).take_while(fits).count()
}
