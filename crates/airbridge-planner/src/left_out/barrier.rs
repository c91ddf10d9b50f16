//! Why no aircraft can fly a path at all, whatever else is planned.

use std::collections::{BTreeMap, BTreeSet};

use airbridge_model::{Aircraft, AircraftType, Airfield, BedOffer, Closed, Rule};
use airbridge_solver::problem::{PlaceIdx, VehicleIdx};

use crate::ferry::may_refuel_on_the_way;
use crate::fields;
use crate::load;
use crate::party::Party;
use crate::performance::{PER_MILE, block_seconds, consumption, reserve, runway_needed};
use crate::permission::{Barrier, LegQuery, barrier, departures};
use crate::spans::Spans;
use crate::translate::Planner;
use crate::ways::takes;

/// An alternative in words, the rule that excludes it, and why.
pub(crate) type Excluded = (String, Rule, String);

/// Finds barriers, and remembers those of pairs of airfields.
pub(crate) struct Barriers<'p, 'a> {
    planner: &'p Planner<'a>,
    known: BTreeMap<(usize, usize, u8, Vec<i64>), Vec<Excluded>>,
}

impl<'p, 'a> Barriers<'p, 'a> {
    pub(crate) fn new(planner: &'p Planner<'a>) -> Self {
        Self {
            planner,
            known: BTreeMap::new(),
        }
    }

    /// What excludes each path from where the party is to the facility of an offer.
    pub(crate) fn of(&mut self, party: &Party, offer: &BedOffer) -> Vec<Excluded> {
        let planner = self.planner;
        let operation = planner.operation;
        let Some(grade) = planner.grades.of_all(party.members.iter().copied()) else {
            let text = "no cabin tier of the policy is low enough for the patient's limit".to_owned();
            return vec![("by any aircraft".to_owned(), Rule::CabinAltitude, text)];
        };
        let mut demand = vec![0; load::DIMENSIONS];
        for patient in &party.members {
            for (sum, part) in demand.iter_mut().zip(load::demand(&operation.policy, patient)) {
                *sum += part;
            }
        }
        let fields_of = |facility: usize| -> Vec<usize> {
            operation.facilities[facility]
                .access
                .iter()
                .map(|access| planner.places.airfield(&access.airfield))
                .collect()
        };
        let origins = planner.departs_from(party);
        let ends = fields_of(planner.places.facility(&offer.facility));
        let mut excluded = BTreeSet::new();
        for &from in &origins {
            for &to in &ends {
                excluded.extend(self.between(from, to, grade, &demand));
            }
        }
        for entry in &operation.staging {
            let hub = planner.places.facility(&entry.facility);
            if !planner.may_stay_in(party, hub) {
                continue;
            }
            let hub_fields = fields_of(hub);
            let name = &operation.facilities[hub].name;
            if let Err(reason) = takes(entry, party) {
                excluded.insert((format!("through {name}"), Rule::Staging, format!("{name} {reason}")));
                continue;
            }
            let onward = hub_fields
                .iter()
                .any(|&hub| ends.iter().any(|&to| self.between(hub, to, grade, &demand).is_empty()));
            let inward = hub_fields.iter().any(|&hub| {
                origins
                    .iter()
                    .any(|&from| self.between(from, hub, grade, &demand).is_empty())
            });
            let mut lifts = Vec::new();
            if !inward {
                lifts.extend(
                    origins
                        .iter()
                        .flat_map(|&from| hub_fields.iter().map(move |&hub| (from, hub))),
                );
            }
            if !onward {
                lifts.extend(hub_fields.iter().flat_map(|&hub| ends.iter().map(move |&to| (hub, to))));
            }
            for (from, to) in lifts {
                excluded.extend(
                    self.between(from, to, grade, &demand)
                        .into_iter()
                        .map(|(lift, rule, reason)| (format!("through {name}, {lift}"), rule, reason)),
                );
            }
        }
        excluded.into_iter().collect()
    }

    /// What keeps every aircraft from carrying the demand between two airfields; empty when one can.
    fn between(&mut self, from: usize, to: usize, grade: u8, demand: &[i64]) -> Vec<Excluded> {
        let planner = self.planner;
        self.known
            .entry((from, to, grade, demand.to_vec()))
            .or_insert_with(|| compute(planner, from, to, grade, demand))
            .clone()
    }
}

fn compute(planner: &Planner, from: usize, to: usize, grade: u8, demand: &[i64]) -> Vec<Excluded> {
    let fields = &planner.operation.airfields;
    if from == to {
        let text = format!("{} serves both ends: no flight goes there", fields[from].id);
        return vec![("by air".to_owned(), Rule::Journey, text)];
    }
    let lift = format!("{}–{}", fields[from].id, fields[to].id);
    let mut by_reason: BTreeMap<(Rule, String), Vec<&str>> = BTreeMap::new();
    // Missions under way are of the same aircraft, and shelters of none.
    let fleet = planner.ordinary();
    for (vehicle, &(aircraft, kind)) in planner.aircraft.iter().enumerate().take(fleet) {
        let index = VehicleIdx::new(vehicle);
        if crate::translate::can_carry(&planner.problem, index, from, to, grade, demand) {
            return Vec::new();
        }
        let reason = for_aircraft(planner, vehicle, aircraft, kind, (from, to), grade, demand);
        by_reason.entry(reason).or_default().push(aircraft.id.as_str());
    }
    if by_reason.is_empty() {
        let text = "no aircraft has both a flight crew and a medical team".to_owned();
        return vec![(format!("{lift} by any aircraft"), Rule::Duty, text)];
    }
    by_reason
        .into_iter()
        .map(|((rule, reason), tails)| {
            let by = if tails.len() == fleet {
                "any aircraft".to_owned()
            } else {
                tails.join(", ")
            };
            (format!("{lift} by {by}"), rule, reason)
        })
        .collect()
}

/// The first thing that keeps one aircraft from carrying the demand.
pub(crate) fn for_aircraft(
    planner: &Planner,
    vehicle: usize,
    aircraft: &Aircraft,
    kind: &AircraftType,
    (from, to): (usize, usize),
    grade: u8,
    demand: &[i64],
) -> (Rule, String) {
    let operation = planner.operation;
    let setups = &planner.problem.vehicles[vehicle].setups;
    let room = |dimension: usize| {
        setups
            .iter()
            .any(|setup| demand[dimension] <= setup.capacity[dimension])
    };
    if let Some(dimension) = (0..demand.len()).find(|&dimension| !room(dimension)) {
        return no_room(dimension);
    }
    let tier = &operation.policy.cabin_tiers[usize::from(grade)];
    if kind.pressurised && tier.limit < kind.lowest_cabin {
        let text = format!("{} holds no cabin below {:.0}", kind.id, kind.lowest_cabin);
        return (Rule::CabinAltitude, text);
    }
    let base = planner.places.airfield(&aircraft.base);
    let parts = [(from, to, grade), (base, from, 0), (to, base, 0)];
    for (a, b, tier_grade) in parts {
        if a != b
            && let Some(reason) = leg(planner, vehicle, aircraft, kind, (a, b), tier_grade)
        {
            return reason;
        }
    }
    if let Some(place) = [from, to]
        .into_iter()
        .find(|&at| grade > planner.problem.places[at].highest_grade)
    {
        let field = &operation.airfields[place];
        let text = format!(
            "{} lies at {:.0}, above the patient's cabin limit",
            field.id, field.elevation
        );
        return (Rule::CabinAltitude, text);
    }
    (
        Rule::Places,
        "no single cabin and team has room for all that is needed together".to_owned(),
    )
}

fn no_room(dimension: usize) -> (Rule, String) {
    match dimension {
        load::INTENSIVE => (Rule::Places, "no cabin has an intensive-care station".to_owned()),
        load::LYING => (Rule::Places, "no cabin has litter places enough".to_owned()),
        load::SEATS => (
            Rule::Places,
            "no cabin has seats enough for all who travel together".to_owned(),
        ),
        load::UNITS => (Rule::Places, "no cabin has an isolation unit".to_owned()),
        load::ISOLATION => (Rule::Places, "no cabin has an isolation place".to_owned()),
        load::CRITICAL => (Rule::Care, "no medical team can give that critical care".to_owned()),
        load::NURSING => (Rule::Care, "no medical team can give that nursing".to_owned()),
        _ => (Rule::RangeAndRunway, "more payload than the aircraft lifts".to_owned()),
    }
}

/// What keeps one aircraft from a leg: runway, hours, range, permission.
fn leg(
    planner: &Planner,
    vehicle: usize,
    aircraft: &Aircraft,
    kind: &AircraftType,
    (from, to): (usize, usize),
    grade: u8,
) -> Option<(Rule, String)> {
    let operation = planner.operation;
    let policy = &operation.policy;
    let fields = &operation.airfields;
    let profile = &planner.problem.profiles[planner.problem.vehicles[vehicle].profile.get()];
    if !profile
        .options(grade, PlaceIdx::new(from), PlaceIdx::new(to))
        .is_empty()
    {
        return None;
    }
    let mut open = Vec::new();
    for at in [from, to] {
        match opening(planner, kind, &fields[at]) {
            Ok(spans) => open.push(spans),
            Err(reason) => return Some(reason),
        }
    }
    let tier = &policy.cabin_tiers[usize::from(grade)];
    let mut tracks = planner
        .tracks
        .lock()
        .expect("no other thread panics while it holds the tracks");
    let distance = tracks.distance(from, to);
    let need = consumption(policy, tier, distance) + reserve(policy, kind, fields::alternate(operation, kind, to));
    let most = profile.endurance.first().map_or(0, |point| point.1);
    if need > most {
        let text = format!(
            "{:.0} with reserve needs a range of {:.0} NM, {} has {:.0} NM, and no fuel stop helps{}",
            distance,
            need as f64 / PER_MILE,
            kind.id,
            most as f64 / PER_MILE,
            fuel_elsewhere(planner)
        );
        return Some((Rule::RangeAndRunway, text));
    }
    let duration = block_seconds(policy, kind, tier, distance);
    let query = LegQuery {
        aircraft,
        from: &fields[from].state,
        to: &fields[to].state,
        facts: tracks.facts(from, to),
        duration,
    };
    let allowed = departures(operation, &planner.axis, &query);
    if allowed.is_empty() {
        return Some((
            Rule::Clearance,
            permission_words(&barrier(operation, &planner.axis, &query)),
        ));
    }
    let (off, on) = (
        allowed.intersect(&open[0]),
        allowed.intersect(&open[1].shifted(-duration)),
    );
    let lift = format!("{}–{}", fields[from].id, fields[to].id);
    if off.intersect(&on).is_empty() {
        let text = match (off.is_empty(), on.is_empty()) {
            (true, _) => format!(
                "{} is closed at every time at which {lift} may be flown",
                fields[from].id
            ),
            (_, true) => format!("{} is closed at every time at which {lift} may be flown", fields[to].id),
            _ => format!("the opening hours of both ends never suit a flight {lift}"),
        };
        return Some((Rule::Airfield, text));
    }
    None
}

/// When a field is open to a type, or why it never is.
fn opening(planner: &Planner, kind: &AircraftType, field: &Airfield) -> Result<Spans, (Rule, String)> {
    let (operation, axis) = (planner.operation, &planner.axis);
    let policy = &operation.policy;
    let Some(spans) = fields::open(operation, axis, kind, field) else {
        let needed = runway_needed(policy, kind, field);
        let text = format!(
            "no runway of {} suits {}, which needs {needed:.0} there",
            field.id, kind.id
        );
        return Err((Rule::RangeAndRunway, text));
    };
    let horizon = Spans::one(0, axis.end);
    if !spans.intersect(&horizon).lasting(1).is_empty() {
        return Ok(spans);
    }
    let id = &field.id;
    let dark = !fields::lit(policy, kind, field)
        && !axis
            .open(&field.hours, &field.zone)
            .intersect(&horizon)
            .lasting(1)
            .is_empty();
    let closures: Vec<&str> = operation
        .closures
        .iter()
        .filter(|closure| matches!(&closure.what, Closed::Airfield(closed) if closed == id))
        .map(|closure| closure.reason.as_str())
        .filter(|reason| !reason.is_empty())
        .collect();
    let text = match (dark, closures.is_empty()) {
        (_, false) => format!("{id} is closed for the whole operation: {}", closures.join(", ")),
        (true, true) => format!("{id} has no lit runway, and is not open in daylight"),
        (false, true) => format!("{id} is closed for the whole operation"),
    };
    Err((Rule::Airfield, text))
}

/// Fields with fuel where no fuel stop is planned on the way, in words.
fn fuel_elsewhere(planner: &Planner) -> String {
    let operation = planner.operation;
    let few: Vec<&str> = (operation.airfields.iter().enumerate())
        .filter(|(at, field)| field.fuel && !may_refuel_on_the_way(operation, *at))
        .map(|(_, field)| field.id.as_str())
        .collect();
    if few.is_empty() {
        String::new()
    } else {
        format!(
            " (none is planned at {}, where slots or stands are few)",
            few.join(", ")
        )
    }
}

fn permission_words(barrier: &Barrier) -> String {
    match barrier {
        Barrier::NoClearance { state, kind, instead } => {
            let purpose = if *kind == "land" { "landing" } else { "overflight" };
            format!("a clearance of {state} for {purpose} is needed: {instead}")
        }
        Barrier::Forbidden { state, other } => format!("traffic between {state} and {other} is forbidden"),
        Barrier::Airspace { reason } => format!("the track enters closed airspace: {reason}"),
        Barrier::NeverTogether => "the permissions of the states on the way never hold at the same time".to_owned(),
    }
}
