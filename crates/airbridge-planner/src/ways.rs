//! The alternative ways of a party: each open bed that fits, by each path that some aircraft can fly. `docs/rules.md`, rules 1, 9 and 10.
//!
//! Stricter than the rules: a stay in staging counts from unloading to loading, the road included; members of a group who end at
//! different facilities of one city arrive there on the same day; and a party has at most [`MOST_WAYS`] ways.
//!
//! A group is on time member by member: a path is given once for each due time among them, with those who are late by then counted as late.

use std::collections::BTreeMap;

use airbridge_model::{Aircraft, BedOffer, Facility, Operation, Staging};
use airbridge_solver::problem::{Cost, PlaceIdx, Request, Ride, Stay, Use, VehicleIdx, Way, WindowsIdx};
use airbridge_units::{Moment, PatientId, Seconds};

pub(crate) use self::fit::{fits, takes};
use self::targets::{Finder, Target};
use crate::cabin::Grades;
use crate::calendar::Axis;
use crate::commitments::{ChangeKind, PartyPromise};
use crate::load;
use crate::party::Party;
use crate::shared::Shared;
use crate::spans::Spans;
use crate::underway::{MUST, Shelter, Spent, Underway, Whereabouts};
use crate::windows_pool::WindowsPool;

mod fit;
mod onward;
mod promised;
mod targets;

/// Ways of one party beyond this are dropped, the longest roads first: memory grows with patients × ways.
pub(crate) const MOST_WAYS: usize = 96;

/// What a way stands for.
#[derive(Clone, Debug)]
pub(crate) struct WayMeaning {
    /// Offer index for each member of the party.
    pub(crate) offers: Vec<usize>,
    /// Facility index of the staging facility, if any.
    pub(crate) staging: Option<usize>,
    /// What it changes of what was promised; `None` where nothing is, or was.
    pub(crate) change: Option<ChangeKind>,
}

/// Whether some vehicle can carry a demand from one place to another; the answer is cached by the caller's implementation.
pub(crate) trait Reach {
    /// Vehicles that can, sorted; an empty list means none.
    fn vehicles(&mut self, from: usize, to: usize, grade: u8, demand: &[i64]) -> Vec<VehicleIdx>;
    /// How many vehicles there are.
    fn fleet(&self) -> usize;
    /// The shortest travel from a place to any other, by any vehicle; `None` when there is none.
    fn shortest_from(&mut self, from: usize) -> Option<Seconds>;
}

/// Builds ways. Holds what all parties share.
pub(crate) struct WayBuilder<'a> {
    pub(crate) operation: &'a Operation,
    pub(crate) axis: &'a Axis,
    pub(crate) shared: &'a Shared,
    /// Airfield index by id, facility index by id.
    pub(crate) places: &'a crate::translate::Places<'a>,
    grades: &'a Grades,
    /// By offer index: the door's opening and the offer's days, as instants of arrival.
    arrivals: Vec<Spans>,
    alight: BTreeMap<(usize, usize), WindowsIdx>,
    releases: BTreeMap<usize, Spans>,
    finder: Finder<'a>,
    nights: BTreeMap<usize, Vec<Moment>>,
    /// A weight of one in the first tier.
    pub(crate) unit: i64,
    /// By vehicle.
    pub(crate) aircraft: Vec<&'a Aircraft>,
    /// Where the party is from which ways are built now.
    here: Here,
    promise: Option<PartyPromise>,
    spent: Spent,
    /// Missions under way that the party does not get on.
    closed: Vec<VehicleIdx>,
    /// Facilities where those may wait for good who are on the way.
    rests: Vec<(usize, Shelter)>,
}

/// Where a party is, in the solver's terms.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
enum Here {
    Origin,
    Field {
        field: usize,
        ready: i64,
    },
    Aboard {
        from: PlaceIdx,
        vehicle: VehicleIdx,
        /// Who is getting on here does not get off here.
        not_at: Option<usize>,
        /// The facility that they were to be taken to where they get off.
        told: Option<usize>,
    },
    Inside {
        facility: usize,
        since: i64,
        shelter: Shelter,
    },
}

impl<'a> WayBuilder<'a> {
    pub(crate) fn new(
        operation: &'a Operation,
        axis: &'a Axis,
        shared: &'a Shared,
        places: &'a crate::translate::Places<'a>,
        grades: &'a Grades,
    ) -> Self {
        let arrivals = operation.offers.iter().map(|offer| {
            let facility = &operation.facilities[places.facility(&offer.facility)];
            arrival_times(axis, facility, offer)
        });
        Self {
            operation,
            axis,
            shared,
            places,
            grades,
            arrivals: arrivals.collect(),
            alight: BTreeMap::new(),
            releases: BTreeMap::new(),
            finder: Finder::new(operation, places),
            nights: BTreeMap::new(),
            unit: 1,
            aircraft: Vec::new(),
            here: Here::Origin,
            promise: None,
            spent: Spent::default(),
            closed: Vec::new(),
            rests: Vec::new(),
        }
    }

    /// Ways are of this party from now on.
    pub(crate) fn begin(
        &mut self,
        underway: Option<&Underway<'_>>,
        (party, member): (usize, &PatientId),
        promise: Option<PartyPromise>,
    ) {
        self.promise = promise;
        self.here = match underway.map(|underway| (underway, underway.whereabouts[party])) {
            None | Some((_, Whereabouts::Origin)) => Here::Origin,
            Some((_, Whereabouts::Field { field, ready })) => Here::Field { field, ready },
            Some((underway, Whereabouts::Aboard { flight })) => Here::Aboard {
                from: underway.ends[flight].goes_on,
                vehicle: underway.vehicles[flight],
                not_at: underway.flights[flight].boarding_at(member),
                told: crate::underway::told(self.operation, self.places, (underway, flight), member),
            },
            Some((underway, Whereabouts::Inside { facility, since })) => Here::Inside {
                facility,
                since,
                shelter: underway.shelters[&facility],
            },
        };
        self.closed = underway.map_or_else(Vec::new, |underway| {
            crate::underway::closed(self.operation, underway, member)
        });
        self.spent = underway.map_or_else(Spent::default, |underway| underway.spent[party]);
        self.rests = underway.map_or_else(Vec::new, |underway| {
            underway
                .shelters
                .iter()
                .map(|(facility, shelter)| (*facility, *shelter))
                .collect()
        });
    }

    /// The request of a party, and what its ways stand for.
    pub(crate) fn request(
        &mut self,
        party: &Party,
        reach: &mut dyn Reach,
        pool: &mut WindowsPool,
    ) -> (Request, Vec<WayMeaning>) {
        let policy = &self.operation.policy;
        let mut demand = vec![0; load::DIMENSIONS];
        for patient in &party.members {
            for (sum, part) in demand.iter_mut().zip(load::demand(policy, patient)) {
                *sum += part;
            }
        }
        let weight = self.unit * party.sum(|patient| weight_of(self.operation, patient));
        let due = party
            .members
            .iter()
            .map(|patient| self.axis.not_after(patient.precedence.due_at))
            .min();
        let overdue = (-due.expect("a party is never empty")).max(0);
        // Being late by the whole horizon still costs half of not being moved at all.
        let lateness = weight / self.unit * (2 * self.axis.end.max(1) + overdue);
        let dropped = self
            .promise
            .as_ref()
            .map_or(0, |promise| promise.price(ChangeKind::LeftOut));
        let mut unserved = Cost([weight + dropped, lateness, 0, 0, 0]);
        if dropped > 0 {
            unserved.0[2] = party.members.len() as i64;
        }
        if matches!(self.here, Here::Aboard { .. } | Here::Inside { .. }) {
            unserved.0[0] += MUST;
        }
        let mut grade = self.grades.of_all(party.members.iter().copied());
        let flies = grade.is_some() || matches!(self.here, Here::Aboard { .. });
        if matches!(self.here, Here::Aboard { .. } | Here::Inside { .. }) && grade.is_none() {
            // On board the lowest cabin is all that can be done; who is inside stays there.
            grade = Some((policy.cabin_tiers.len().max(1) - 1) as u8);
        }
        let (mut ways, mut meanings) = (Vec::new(), Vec::new());
        if let Some(grade) = grade {
            let draft = Draft {
                party,
                demand: &demand,
                grade,
                flies,
            };
            for target in self.finder.targets(party) {
                if self.here == Here::Origin {
                    self.paths(&draft, &target, reach, pool, &mut ways, &mut meanings);
                } else {
                    self.onward(&draft, &target, reach, pool, &mut ways, &mut meanings);
                }
            }
            cut(&mut ways, &mut meanings);
            self.rest(&draft, unserved, reach, pool, &mut ways, &mut meanings);
        }
        (
            Request {
                demand,
                grade: grade.unwrap_or(0),
                unserved,
                ways,
            },
            meanings,
        )
    }

    /// Every path from the party's origin to a target.
    fn paths(
        &mut self,
        draft: &Draft,
        target: &Target,
        reach: &mut dyn Reach,
        pool: &mut WindowsPool,
        ways: &mut Vec<Way>,
        meanings: &mut Vec<WayMeaning>,
    ) {
        let operation = self.operation;
        let origin = self.places.facility(&draft.party.members[0].origin);
        for access in &operation.facilities[origin].access {
            let start = Start {
                facility: origin,
                field: self.places.airfield(&access.airfield),
                ground: access.ground.get() * 60,
            };
            if start.field != target.field
                && let Some(ride) = self.ride(draft, &start, target.field, reach)
            {
                let alight = self.alight(draft, target, pool);
                let ride = Ride {
                    board: self.board(draft.party, &start, pool),
                    alight,
                    ..ride
                };
                let way = self.way(draft, target, &start, vec![ride], None);
                self.push(draft, target, way, None, reach, pool, ways, meanings);
            }
            for entry in operation
                .staging
                .iter()
                .filter(|entry| takes(entry, draft.party).is_ok())
            {
                let hub = self.places.facility(&entry.facility);
                if hub == origin {
                    continue;
                }
                self.through(draft, target, &start, (hub, entry), reach, pool, ways, meanings);
            }
        }
    }

    #[expect(
        clippy::too_many_arguments,
        reason = "one path, its collectors, and what it passes through"
    )]
    fn through(
        &mut self,
        draft: &Draft,
        target: &Target,
        start: &Start,
        (hub, entry): (usize, &Staging),
        reach: &mut dyn Reach,
        pool: &mut WindowsPool,
        ways: &mut Vec<Way>,
        meanings: &mut Vec<WayMeaning>,
    ) {
        let operation = self.operation;
        for arrive in &operation.facilities[hub].access {
            let arrive_field = self.places.airfield(&arrive.airfield);
            if arrive_field == start.field {
                continue;
            }
            let Some(first) = self.ride(draft, start, arrive_field, reach) else {
                continue;
            };
            let first = Ride {
                board: self.board(draft.party, start, pool),
                ..first
            };
            for leave in &operation.facilities[hub].access {
                let onwards = Start {
                    facility: hub,
                    field: self.places.airfield(&leave.airfield),
                    ground: leave.ground.get() * 60,
                };
                if onwards.field == target.field {
                    continue;
                }
                let Some(second) = self.ride(draft, &onwards, target.field, reach) else {
                    continue;
                };
                let second = Ride {
                    alight: self.alight(draft, target, pool),
                    ..second
                };
                let roads = Seconds::from_minutes(arrive.ground.get() + leave.ground.get());
                let stay = Stay {
                    resource: self.shared.staging[hub].map(|resource| (resource, draft.party.members.len() as i64)),
                    min: Seconds::from_minutes(entry.min_stay.get()) + roads,
                    max: Seconds::from_minutes(entry.max_stay.get()) + roads,
                    not_across: self.nights(draft.party, hub),
                };
                let way = self.way(draft, target, start, vec![first.clone(), second], Some(stay));
                self.push(draft, target, way, Some(hub), reach, pool, ways, meanings);
            }
        }
    }

    /// A ride without its windows; `None` when no vehicle can.
    fn ride(&self, draft: &Draft, start: &Start, to: usize, reach: &mut dyn Reach) -> Option<Ride> {
        let mut vehicles = reach.vehicles(start.field, to, draft.grade, draft.demand);
        vehicles.retain(|vehicle| !self.closed.contains(vehicle));
        if vehicles.is_empty() {
            return None;
        }
        if vehicles.len() == reach.fleet() {
            vehicles.clear();
        }
        let times = &self.operation.policy.handling;
        let (mut load, mut unload) = (Seconds::ZERO, Seconds::ZERO);
        for patient in &draft.party.members {
            let (loads, unloads) = load::handling_minutes(times, patient);
            load += load::part(loads);
            unload += load::part(unloads);
        }
        // Collections are counted where the patient comes from, not at a staging facility; and once, when they first leave.
        let from_origin =
            matches!(self.here, Here::Origin) && start.facility == self.places.facility(&draft.party.members[0].origin);
        let release = self.shared.releases.get(start.facility).filter(|_| from_origin);
        let release = release.copied().flatten();
        Some(Ride {
            from: PlaceIdx::new(start.field),
            to: PlaceIdx::new(to),
            board: WindowsIdx::ALWAYS,
            alight: WindowsIdx::ALWAYS,
            load,
            unload,
            max_ride: Seconds::MAX,
            uses: release
                .map(|resource| Use {
                    resource,
                    amount: draft.party.members.len() as i64,
                    buckets: 1,
                })
                .into_iter()
                .collect(),
            before: Seconds(start.ground),
            vehicles,
        })
    }

    fn way(&self, draft: &Draft, target: &Target, start: &Start, rides: Vec<Ride>, stay: Option<Stay>) -> Way {
        let members = &draft.party.members;
        let transfers = rides.len() - 1;
        let limits = || members.iter().map(|patient| patient.limits);
        let max_span = members
            .iter()
            .zip(&target.onward)
            .filter_map(|(patient, onward)| Some(patient.limits.max_transit?.get() * 60 - start.ground - onward))
            .min()
            .map_or(Seconds::MAX, Seconds);
        Way {
            rides,
            stay,
            onward: Seconds(target.longest_road()),
            due: Moment(i64::MAX),
            late: Cost::ZERO,
            late_weight: 0,
            cost: Cost::in_tier(3, self.burden(draft.party, target, transfers)),
            burden_weight: members.len() as i64 * 1024,
            uses: self.uses(draft.party, target),
            max_span,
            max_moving: limits()
                .filter_map(|limit| limit.max_flight)
                .min()
                .map_or(Seconds::MAX, |limit| Seconds::from_minutes(limit.get())),
            max_legs: limits()
                .filter_map(|limit| limit.max_stops)
                .min()
                .map_or(u32::MAX, |stops| stops.saturating_add(1)),
        }
    }

    /// Adds a path, once for each due time in the party, unless it could never arrive at an open door.
    #[expect(
        clippy::too_many_arguments,
        reason = "one path, its collectors, and what it is tested with"
    )]
    fn push(
        &self,
        draft: &Draft,
        target: &Target,
        path: Way,
        staging: Option<usize>,
        reach: &mut dyn Reach,
        pool: &mut WindowsPool,
        ways: &mut Vec<Way>,
        meanings: &mut Vec<WayMeaning>,
    ) {
        if !could_arrive(&path, reach, pool) {
            return;
        }
        for (path, change) in self.promised(target, path, pool) {
            for due in dues(self.operation, self.axis, draft.party, target) {
                let in_first = |cost: Cost| Cost([cost.0[0] * self.unit, cost.0[1], cost.0[2], cost.0[3], cost.0[4]]);
                ways.push(Way {
                    due: Moment(due.at),
                    late: Cost::in_tier(0, due.weight * self.unit),
                    late_weight: due.late_weight,
                    cost: path.cost + in_first(due.cost),
                    ..path.clone()
                });
                meanings.push(WayMeaning {
                    offers: target.offers.clone(),
                    staging,
                    change,
                });
            }
        }
    }

    /// Burden that does not depend on the schedule, as seconds of one patient in transit.
    fn burden(&self, party: &Party, target: &Target, transfers: usize) -> i64 {
        let policy = &self.operation.policy.burden;
        let second_choices = policy.second_choice.get() * target.second_choices as i64;
        60 * (second_choices + policy.transfer.get() * (transfers * party.members.len()) as i64)
    }

    /// Beds for each member's stay, and admissions on the day.
    fn uses(&self, party: &Party, target: &Target) -> Vec<Use> {
        let mut uses: Vec<Use> = Vec::new();
        let mut admitted: BTreeMap<usize, i64> = BTreeMap::new();
        for (patient, &index) in party.members.iter().zip(&target.offers) {
            let offer = &self.operation.offers[index];
            let stay = self.operation.stay_days(Some(patient), offer);
            add(
                &mut uses,
                Use {
                    resource: self.shared.beds[index],
                    amount: 1,
                    buckets: stay.max(1),
                },
            );
            *admitted.entry(self.places.facility(&offer.facility)).or_default() += 1;
        }
        for (facility, amount) in admitted {
            if let Some(resource) = self.shared.admissions[facility] {
                add(
                    &mut uses,
                    Use {
                        resource,
                        amount,
                        buckets: 1,
                    },
                );
            }
        }
        uses
    }

    fn nights(&mut self, party: &Party, hub: usize) -> Vec<Moment> {
        if party.members.iter().all(|patient| patient.limits.overnight) {
            return Vec::new();
        }
        let (axis, operation) = (self.axis, self.operation);
        self.nights
            .entry(hub)
            .or_insert_with(|| axis.instants_of(operation.policy.overnight_at, &operation.facilities[hub].zone))
            .clone()
    }

    /// When loading may start: the patient can be collected in time, at an hour when the door is open.
    fn board(&mut self, party: &Party, start: &Start, pool: &mut WindowsPool) -> WindowsIdx {
        let (axis, facility) = (self.axis, &self.operation.facilities[start.facility]);
        let ready = party
            .members
            .iter()
            .map(|patient| axis.not_before(patient.ready_at))
            .max()
            .unwrap_or(0)
            .max(axis.not_before(self.operation.planned_at));
        let latest = party
            .members
            .iter()
            .filter_map(|patient| patient.collect_by)
            .map(|by| axis.not_after(by))
            .min();
        let release = self
            .releases
            .entry(start.facility)
            .or_insert_with(|| axis.open(&facility.release_hours, &facility.zone));
        let collected = Spans::one(ready, latest.unwrap_or(axis.end)).intersect(release);
        pool.add(collected.shifted(start.ground))
    }

    /// When unloading may end: every member is at the door of an open bed within its hours, in time to be of use, and all on one day.
    fn alight(&mut self, draft: &Draft, target: &Target, pool: &mut WindowsPool) -> WindowsIdx {
        let members = &draft.party.members;
        let unbounded = |patient: &&airbridge_model::Patient| patient.precedence.latest_useful_at.is_none();
        if let ([offer], true) = (&target.offers[..], members.iter().all(unbounded)) {
            let arrivals = &self.arrivals[*offer];
            return *self
                .alight
                .entry((*offer, target.field))
                .or_insert_with(|| pool.add(arrivals.shifted(-target.onward[0])));
        }
        let longest = target.longest_road();
        let mut unloaded = Spans::always();
        for ((patient, &offer), &road) in members.iter().zip(&target.offers).zip(&target.onward) {
            unloaded = unloaded.intersect(&self.arrivals[offer].shifted(-road));
            if let Some(latest) = patient.precedence.latest_useful_at {
                unloaded = unloaded.intersect(&Spans::one(i64::MIN / 16, self.axis.not_after(latest) - road));
            }
            if road < longest {
                // Beds and admissions are counted on the day of the last arrival.
                let facility = self.places.facility(&self.operation.offers[offer].facility);
                let zone = &self.operation.facilities[facility].zone;
                let (first, last) = self.axis.local_days(zone);
                let midnights = self.axis.day_starts(first, last, zone);
                let holes: Vec<_> = midnights
                    .iter()
                    .map(|midnight| (midnight.0 - longest - 1, midnight.0 - road))
                    .collect();
                unloaded = unloaded.without(&holes);
            }
        }
        pool.add(unloaded)
    }
}

/// A party on its way into a request.
struct Draft<'d> {
    party: &'d Party<'d>,
    demand: &'d [i64],
    grade: u8,
    /// Whether some cabin is low enough, or they are on board anyhow.
    flies: bool,
}

/// Where a ride starts: the door, the field, and the seconds between.
struct Start {
    facility: usize,
    field: usize,
    ground: i64,
}

fn add(uses: &mut Vec<Use>, new: Use) {
    match uses
        .iter_mut()
        .find(|known| known.resource == new.resource && known.buckets == new.buckets)
    {
        Some(known) => known.amount += new.amount,
        None => uses.push(new),
    }
}

/// When a patient may arrive at the door: within the offer's days and the facility's hours.
pub(crate) fn arrival_times(axis: &Axis, facility: &Facility, offer: &BedOffer) -> Spans {
    let (first, after) = (
        axis.day_start(offer.from, &facility.zone),
        axis.day_start(offer.to.saturating_add(jiff::Span::new().days(1)), &facility.zone),
    );
    axis.open(&facility.admission_hours, &facility.zone)
        .intersect(&Spans::one(first, after - 1))
}

fn weight_of(operation: &Operation, patient: &airbridge_model::Patient) -> i64 {
    i64::from(operation.policy.weights.of(patient.precedence.level))
}

/// A due time of a party, and what it costs to aim at it.
struct Due {
    at: i64,
    /// Weight of those who are late after it; the others are late before.
    weight: i64,
    late_weight: i64,
    /// For those who are late when the rest is just on time.
    cost: Cost,
}

/// Due times of one party beyond this are not aimed at.
const MOST_DUES: usize = 4;

/// The due times among the members, as instants at which the last of them arrives, with those who are late before counted in.
fn dues(operation: &Operation, axis: &Axis, party: &Party, target: &Target) -> Vec<Due> {
    let longest = target.longest_road();
    let mut weights: BTreeMap<i64, i64> = BTreeMap::new();
    for (patient, road) in party.members.iter().zip(&target.onward) {
        let due = axis.not_after(patient.precedence.due_at) + longest - road;
        *weights.entry(due).or_default() += weight_of(operation, patient);
    }
    let all: i64 = weights.values().sum();
    weights
        .keys()
        .take(MOST_DUES)
        .map(|&at| {
            let missed = || weights.range(..at);
            let late: i64 = missed().map(|(_, weight)| weight).sum();
            let lateness = missed().map(|(due, weight)| weight * (at - due)).sum();
            Due {
                at,
                weight: all - late,
                late_weight: all * 1024,
                cost: Cost([late, lateness, 0, 0, 0]),
            }
        })
        .collect()
}

/// Whether the quickest thinkable journey ends while the door is open: least travel to anywhere, nobody else on board.
fn could_arrive(way: &Way, reach: &mut dyn Reach, pool: &WindowsPool) -> bool {
    let Some(first) = pool.first(way.rides[0].board) else {
        return false;
    };
    let mut at = first.max(0) + way.stay.as_ref().map_or(0, |stay| stay.min.0);
    for ride in &way.rides {
        let travel = reach.shortest_from(ride.from.get()).unwrap_or(Seconds::ZERO);
        at += ride.load.0 + travel.0 + ride.unload.0;
    }
    way.rides
        .last()
        .and_then(|ride| pool.last(ride.alight))
        .is_some_and(|last| at <= last)
}

/// Keeps the first choices with the shortest roads.
fn cut(ways: &mut Vec<Way>, meanings: &mut Vec<WayMeaning>) {
    if ways.len() <= MOST_WAYS {
        return;
    }
    let mut order: Vec<usize> = (0..ways.len()).collect();
    order.sort_by_key(|&index| (ways[index].cost, ways[index].rides.len(), ways[index].onward, index));
    order.truncate(MOST_WAYS);
    order.sort_unstable();
    *ways = order.iter().map(|&index| ways[index].clone()).collect();
    *meanings = order.iter().map(|&index| meanings[index].clone()).collect();
}

#[cfg(test)]
mod tests;
