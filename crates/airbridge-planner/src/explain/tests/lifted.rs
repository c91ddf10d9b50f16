//! Operations in which one rule, or every rule, asks next to nothing. Plans that keep the rules keep them still.

use std::collections::BTreeSet;

use airbridge_model::{
    Clearance, ClearanceKind, ClearanceScope, ClearanceStatus, Closed, Consent, Hours, OfferStatus, Operation,
    RangePoint, Rule, Surface,
};
use airbridge_units::{Kilograms, Metres, Minutes, NauticalMiles, PatientId, StateCode};
use jiff::SignedDuration;

/// Lifts a rule, for one party as far as it is about patients.
pub(super) fn lift(rule: Rule, operation: &mut Operation, party: &BTreeSet<PatientId>) {
    match rule {
        Rule::Journey => journey(operation, party),
        Rule::Places => places(operation, party),
        Rule::Care => operation.crews.iter_mut().for_each(|crew| {
            (crew.critical_points, crew.nursing_points) = (10_000, 10_000);
        }),
        Rule::CabinAltitude => each(operation, party, |patient| patient.cabin_limit = None),
        Rule::RangeAndRunway => range(operation),
        Rule::Airfield => airfields(operation),
        Rule::Duty => duty(operation),
        Rule::Clearance => clearances(operation),
        Rule::Destination => destination(operation, party),
        Rule::Staging => operation.staging.iter_mut().for_each(|entry| {
            (entry.capacity, entry.max_stay) = (10_000, Minutes(60 * 24 * 60));
            (entry.intensive_care, entry.isolation) = (true, true);
        }),
        Rule::Past => {}
    }
}

pub(super) fn lift_all(operation: &mut Operation, party: &BTreeSet<PatientId>) {
    for rule in Rule::ALL {
        lift(*rule, operation, party);
    }
}

fn each(operation: &mut Operation, party: &BTreeSet<PatientId>, change: impl Fn(&mut airbridge_model::Patient)) {
    operation
        .patients
        .iter_mut()
        .filter(|patient| party.contains(&patient.id))
        .for_each(change);
}

fn journey(operation: &mut Operation, party: &BTreeSet<PatientId>) {
    let planned_at = operation.planned_at;
    each(operation, party, |patient| {
        patient.ready_at = patient.ready_at.min(planned_at);
        (patient.collect_by, patient.precedence.latest_useful_at) = (None, None);
        let limits = &mut patient.limits;
        (limits.max_stops, limits.max_flight, limits.max_transit) = (None, None, None);
        limits.overnight = true;
    });
    for facility in &mut operation.facilities {
        (facility.release_hours, facility.releases_per_day) = (Hours::Always, None);
    }
}

fn places(operation: &mut Operation, party: &BTreeSet<PatientId>) {
    each(operation, party, |patient| patient.group = None);
    for cabin in operation
        .aircraft_types
        .iter_mut()
        .flat_map(|kind| &mut kind.configurations)
    {
        let more = |places: &mut u32| *places += 20;
        more(&mut cabin.litters);
        more(&mut cabin.intensive_care);
        more(&mut cabin.seats);
        more(&mut cabin.isolation_units);
    }
}

fn range(operation: &mut Operation) {
    for kind in &mut operation.aircraft_types {
        let point = |payload| RangePoint {
            payload: Kilograms(payload),
            range: NauticalMiles(20_000.0),
        };
        (kind.range, kind.runway) = (vec![point(0.0), point(200_000.0)], Metres(1.0));
        kind.surfaces = Surface::ALL.to_vec();
    }
}

fn airfields(operation: &mut Operation) {
    operation
        .closures
        .retain(|closure| !matches!(closure.what, Closed::Airfield(_)));
    for field in &mut operation.airfields {
        (field.hours, field.slots_per_hour, field.parking) = (Hours::Always, None, None);
        field.runways.iter_mut().for_each(|runway| runway.lit = true);
    }
}

fn duty(operation: &mut Operation) {
    let month = SignedDuration::from_hours(31 * 24);
    operation.horizon.to += month;
    operation.policy.longest_mission = Minutes(60 * 24 * 30);
    for rules in &mut operation.policy.duty {
        let long = Minutes(60 * 24 * 30);
        rules.rows.iter_mut().for_each(|row| row.limit = long);
        rules.augmented.iter_mut().for_each(|row| row.2 = long);
        rules.max_sectors = None;
    }
    for crew in &mut operation.crews {
        (crew.available_from, crew.available_to) = (crew.available_from - month, crew.available_to + month);
    }
    for aircraft in &mut operation.aircraft {
        (aircraft.available_from, aircraft.available_to) =
            (aircraft.available_from - month, aircraft.available_to + month);
        (aircraft.departure_hours, aircraft.max_missions) = (Hours::Always, None);
    }
}

fn clearances(operation: &mut Operation) {
    operation.forbidden_pairs.clear();
    operation
        .closures
        .retain(|closure| !matches!(closure.what, Closed::Airspace(_)));
    let month = SignedDuration::from_hours(31 * 24);
    let asked = operation.clearances.iter().map(|clearance| &clearance.state);
    let states: BTreeSet<StateCode> = asked
        .chain(operation.airfields.iter().map(|field| &field.state))
        .cloned()
        .collect();
    for state in states {
        operation.clearances.push(Clearance {
            id: format!("lifted {state}").as_str().into(),
            state,
            kind: ClearanceKind::Both,
            scope: ClearanceScope::All,
            status: ClearanceStatus::Granted,
            requested_at: None,
            lead_hours: None,
            valid_from: operation.horizon.from - month,
            valid_to: operation.horizon.to + month,
        });
    }
}

fn destination(operation: &mut Operation, party: &BTreeSet<PatientId>) {
    operation.policy.default_receives_per_day = None;
    for facility in &mut operation.facilities {
        (facility.receives_per_day, facility.admission_hours) = (None, Hours::Always);
    }
    let wide = jiff::Span::new().days(60);
    for offer in &mut operation.offers {
        offer.beds += 1_000;
        (offer.from, offer.to) = (offer.from.saturating_sub(wide), offer.to.saturating_add(wide));
        (offer.status, offer.expires_at) = (OfferStatus::Open, None);
        (offer.age_from, offer.age_to, offer.sex) = (None, None, None);
        (offer.isolation, offer.companions) = (true, None);
    }
    let specialties: BTreeSet<_> = operation.offers.iter().map(|offer| offer.specialty).collect();
    each(operation, party, |patient| {
        patient.acceptable = specialties.iter().copied().collect();
        patient.consent = Consent::default();
    });
}
