//! The alternative ways of a party: each open bed that fits, by each path that some aircraft can fly. `docs/rules.md`, rules 1, 9 and 10.
//!
//! Stricter than the rules: a stay in staging counts from unloading to loading, the road included; members of a group who end at
//! different facilities of one city all have the same time on the road; and a party has at most [`MOST_WAYS`] ways.

use std::collections::BTreeMap;

use airbridge_model::{BedOffer, CriticalCare, Facility, Isolation, OfferStatus, Operation, Patient, Staging, Unity};
use airbridge_solver::problem::{Cost, PlaceIdx, Request, Ride, Stay, Use, VehicleIdx, Way, WindowsIdx};
use airbridge_units::{Moment, Seconds};

use crate::calendar::Axis;
use crate::load;
use crate::party::Party;
use crate::shared::Shared;
use crate::spans::Spans;
use crate::windows_pool::WindowsPool;

/// Ways of one party beyond this are dropped, the longest roads first: memory grows with patients × ways.
pub(crate) const MOST_WAYS: usize = 96;

/// Combinations of offers tried for a group at one facility or in one city.
const MOST_COMBINATIONS: usize = 16;

/// What a way stands for.
#[derive(Clone, Debug)]
pub(crate) struct WayMeaning {
    /// Offer index for each member of the party.
    pub(crate) offers: Vec<usize>,
    /// Facility index of the staging facility, if any.
    pub(crate) staging: Option<usize>,
}

/// Beds for a whole party, reached from one airfield.
struct Target {
    offers: Vec<usize>,
    field: usize,
    onward: Seconds,
    second_choices: usize,
}

/// Whether some vehicle can carry a demand from one place to another; the answer is cached by the caller's implementation.
pub(crate) trait Reach {
    /// Vehicles that can, sorted; an empty list means none.
    fn vehicles(&mut self, from: usize, to: usize, grade: u8, demand: &[i64]) -> Vec<VehicleIdx>;
    /// How many vehicles there are.
    fn fleet(&self) -> usize;
}

/// Builds ways. Holds what all parties share.
pub(crate) struct WayBuilder<'a> {
    pub(crate) operation: &'a Operation,
    pub(crate) axis: &'a Axis,
    pub(crate) shared: &'a Shared,
    /// Airfield index by id, facility index by id.
    pub(crate) places: &'a crate::translate::Places<'a>,
    /// By offer index: the door's opening and the offer's days, as instants of arrival.
    arrivals: Vec<Spans>,
    alight: BTreeMap<(usize, usize), WindowsIdx>,
    releases: BTreeMap<usize, Spans>,
    by_facility: BTreeMap<usize, Vec<usize>>,
    cities: Vec<Vec<usize>>,
    nights: BTreeMap<usize, Vec<Moment>>,
}

impl<'a> WayBuilder<'a> {
    pub(crate) fn new(
        operation: &'a Operation,
        axis: &'a Axis,
        shared: &'a Shared,
        places: &'a crate::translate::Places<'a>,
    ) -> Self {
        let mut by_facility: BTreeMap<usize, Vec<usize>> = BTreeMap::new();
        let mut arrivals = Vec::with_capacity(operation.offers.len());
        for (index, offer) in operation.offers.iter().enumerate() {
            let facility = places.facility(&offer.facility);
            by_facility.entry(facility).or_default().push(index);
            arrivals.push(arrival_times(axis, &operation.facilities[facility], offer));
        }
        let mut cities: BTreeMap<(&str, &str), Vec<usize>> = BTreeMap::new();
        for (index, facility) in operation.facilities.iter().enumerate() {
            cities
                .entry((facility.state.as_str(), facility.city.as_str()))
                .or_default()
                .push(index);
        }
        Self {
            operation,
            axis,
            shared,
            places,
            arrivals,
            alight: BTreeMap::new(),
            releases: BTreeMap::new(),
            by_facility,
            cities: cities.into_values().collect(),
            nights: BTreeMap::new(),
        }
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
        let weight = party.sum(|patient| i64::from(policy.weights.of(patient.precedence.level)));
        let due = party
            .members
            .iter()
            .map(|patient| self.axis.not_after(patient.precedence.due_at))
            .min();
        let due = due.expect("a party is never empty");
        let overdue = (-due).max(0);
        // Being late by the whole horizon still costs half of not being moved at all.
        let unserved = Cost([weight, weight * (2 * self.axis.end.max(1) + overdue), 0, 0, 0]);
        let grade = party
            .members
            .iter()
            .filter_map(|patient| grade(self.operation, patient))
            .max();
        let (mut ways, mut meanings) = (Vec::new(), Vec::new());
        let all_can_fly = party
            .members
            .iter()
            .all(|patient| grade_possible(self.operation, patient));
        if let (Some(grade), true) = (grade, all_can_fly) {
            let draft = Draft {
                party,
                demand: &demand,
                grade,
                weight,
                due,
            };
            for target in self.targets(party) {
                self.paths(&draft, &target, reach, pool, &mut ways, &mut meanings);
            }
        }
        cut(&mut ways, &mut meanings);
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

    /// Beds that fit the whole party, by the airfield that they are reached from.
    fn targets(&self, party: &Party) -> Vec<Target> {
        let clusters: Vec<Vec<usize>> = match (party.members.len(), party.unity) {
            (1, _) | (_, Unity::Facility) => self.by_facility.keys().map(|&facility| vec![facility]).collect(),
            (_, Unity::City) => self.cities.clone(),
        };
        let mut targets = Vec::new();
        for cluster in clusters {
            // By airfield and time on the road: the facilities of the cluster.
            let mut doors: BTreeMap<(usize, i64), Vec<usize>> = BTreeMap::new();
            for facility in cluster {
                for access in &self.operation.facilities[facility].access {
                    let field = self.places.airfield(&access.airfield);
                    doors.entry((field, access.ground.get())).or_default().push(facility);
                }
            }
            for ((field, ground), facilities) in doors {
                for offers in self.combinations(party, &facilities) {
                    let second_choices = (party.members.iter().zip(&offers))
                        .filter(|(patient, offer)| self.operation.offers[**offer].specialty != patient.specialty)
                        .count();
                    targets.push(Target {
                        offers,
                        field,
                        onward: Seconds::from_minutes(ground),
                        second_choices,
                    });
                }
            }
        }
        targets
    }

    /// Offers for each member at these facilities, wanted specialties first.
    fn combinations(&self, party: &Party, facilities: &[usize]) -> Vec<Vec<usize>> {
        let mut combinations: Vec<Vec<usize>> = vec![Vec::new()];
        for patient in &party.members {
            let mut fitting: Vec<usize> = facilities
                .iter()
                .filter_map(|facility| self.by_facility.get(facility))
                .flatten()
                .copied()
                .filter(|&offer| fits(self.operation, self.places, patient, &self.operation.offers[offer]).is_ok())
                .collect();
            fitting.sort_by_key(|&offer| (self.operation.offers[offer].specialty != patient.specialty, offer));
            combinations = combinations
                .into_iter()
                .flat_map(|chosen| {
                    fitting.iter().map(move |&offer| {
                        let mut chosen = chosen.clone();
                        chosen.push(offer);
                        chosen
                    })
                })
                .collect();
            if party.members.len() > 1 {
                combinations.truncate(MOST_COMBINATIONS);
            }
        }
        combinations
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
                ways.push(self.way(draft, target, &start, vec![ride], None));
                meanings.push(WayMeaning {
                    offers: target.offers.clone(),
                    staging: None,
                });
            }
            for entry in operation.staging.iter().filter(|entry| takes(entry, draft.party)) {
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
                ways.push(self.way(draft, target, start, vec![first.clone(), second], Some(stay)));
                meanings.push(WayMeaning {
                    offers: target.offers.clone(),
                    staging: Some(hub),
                });
            }
        }
    }

    /// A ride without its windows; `None` when no vehicle can.
    fn ride(&self, draft: &Draft, start: &Start, to: usize, reach: &mut dyn Reach) -> Option<Ride> {
        let mut vehicles = reach.vehicles(start.field, to, draft.grade, draft.demand);
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
        // Collections are counted where the patient comes from, not at a staging facility.
        let release = (start.facility == self.places.facility(&draft.party.members[0].origin))
            .then_some(self.shared.releases[start.facility])
            .flatten();
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
        let roads = Seconds(start.ground) + target.onward;
        let max_span = limits()
            .filter_map(|limit| limit.max_transit)
            .min()
            .map_or(Seconds::MAX, |limit| Seconds::from_minutes(limit.get()) - roads);
        Way {
            rides,
            stay,
            onward: target.onward,
            due: Moment(draft.due),
            late: Cost::in_tier(0, draft.weight),
            late_weight: draft.weight * 1024,
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
            let stay = patient
                .expected_stay_days
                .or(offer.stay_days)
                .unwrap_or(self.operation.policy.default_stay_days);
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
            .unwrap_or(0);
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

    /// When unloading may end: every member is at the door of an open bed within its hours.
    fn alight(&mut self, draft: &Draft, target: &Target, pool: &mut WindowsPool) -> WindowsIdx {
        let latest = draft
            .party
            .members
            .iter()
            .filter_map(|patient| patient.precedence.latest_useful_at)
            .map(|at| self.axis.not_after(at))
            .min();
        if let (None, [offer]) = (latest, &target.offers[..]) {
            let arrivals = &self.arrivals[*offer];
            return *self
                .alight
                .entry((*offer, target.field))
                .or_insert_with(|| pool.add(arrivals.shifted(-target.onward.0)));
        }
        let mut arrivals = Spans::one(0, latest.unwrap_or(i64::MAX / 16));
        for &offer in &target.offers {
            arrivals = arrivals.intersect(&self.arrivals[offer]);
        }
        pool.add(arrivals.shifted(-target.onward.0))
    }
}

/// A party on its way into a request.
struct Draft<'d> {
    party: &'d Party<'d>,
    demand: &'d [i64],
    grade: u8,
    weight: i64,
    due: i64,
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

fn arrival_times(axis: &Axis, facility: &Facility, offer: &BedOffer) -> Spans {
    let (first, after) = (
        axis.day_start(offer.from, &facility.zone),
        axis.day_start(offer.to.saturating_add(jiff::Span::new().days(1)), &facility.zone),
    );
    axis.open(&facility.admission_hours, &facility.zone)
        .intersect(&Spans::one(first, after - 1))
}

/// The travel grade of a patient: the loosest cabin tier that is tight enough.
pub(crate) fn grade(operation: &Operation, patient: &Patient) -> Option<u8> {
    let tiers = &operation.policy.cabin_tiers;
    match patient.cabin_limit {
        None => Some(0),
        Some(limit) => tiers
            .iter()
            .position(|tier| tier.limit <= limit.0)
            .map(|index| index as u8),
    }
}

fn grade_possible(operation: &Operation, patient: &Patient) -> bool {
    grade(operation, patient).is_some()
}

fn takes(entry: &Staging, party: &Party) -> bool {
    party.members.iter().all(|patient| {
        (entry.intensive_care || patient.critical_care != CriticalCare::Icu)
            && (entry.isolation || patient.isolation == Isolation::None)
    })
}

/// Why an offer is not for a patient, in words; `docs/rules.md`, rules 9.1 and 9.2.
pub(crate) fn fits(
    operation: &Operation,
    places: &crate::translate::Places,
    patient: &Patient,
    offer: &BedOffer,
) -> Result<(), String> {
    if offer.status != OfferStatus::Open {
        return Err("the offer was withdrawn".to_owned());
    }
    if let Some(expired) = offer.expires_at.filter(|at| *at < operation.planned_at) {
        return Err(format!("the offer ran out at {expired}"));
    }
    if offer.specialty != patient.specialty && !patient.acceptable.contains(&offer.specialty) {
        return Err(format!("beds for {}, {} is needed", offer.specialty, patient.specialty));
    }
    if offer.age_from.is_some() || offer.age_to.is_some() {
        let Some(age) = patient.age_years else {
            return Err("the offer has age limits, the age is unknown".to_owned());
        };
        if offer.age_from.is_some_and(|least| age < least) || offer.age_to.is_some_and(|most| age > most) {
            return Err(format!("age {age} is outside the offer's limits"));
        }
    }
    if offer.sex.is_some() && offer.sex != patient.sex {
        return Err("the offer is for the other sex".to_owned());
    }
    if patient.isolation != Isolation::None && !offer.isolation {
        return Err("the offer takes no isolation".to_owned());
    }
    if let Some(most) = offer.companions.filter(|most| patient.attendants.other > *most) {
        return Err(format!(
            "{} companions, the offer houses {most}",
            patient.attendants.other
        ));
    }
    let state = &operation.facilities[places.facility(&offer.facility)].state;
    if !patient.consent.allows(state) {
        return Err(format!("no consent to {state}"));
    }
    Ok(())
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
