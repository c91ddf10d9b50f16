//! Rows of an operation with quiet defaults, for generators to fill in what matters to them.

use airbridge_model::{
    Aircraft, Airfield, Attendants, BedOffer, Classification, Clearance, ClearanceKind, ClearanceScope,
    ClearanceStatus, Consent, Crew, CrewRole, CriticalCare, Dependency, Facility, FieldAccess, Horizon, Hours,
    Isolation, Mobility, OfferStatus, Operation, Patient, Precedence, PrecedenceScheme, Specialty, TransitLimits,
};
use airbridge_units::{
    AircraftId, AircraftTypeId, AirfieldId, ClearanceId, CrewId, FacilityId, Minutes, OfferId, OperatorId, PatientId,
    RuleSetId, StateCode,
};
use jiff::civil::Date;
use jiff::{SignedDuration, Timestamp};

use crate::places;

/// An operation with nothing in it but the standard policy.
pub(crate) fn operation(name: String, horizon: Horizon) -> Operation {
    Operation {
        name,
        horizon,
        planned_at: horizon.from,
        policy: crate::policy::standard(),
        patients: Vec::new(),
        groups: Vec::new(),
        facilities: Vec::new(),
        staging: Vec::new(),
        offers: Vec::new(),
        airfields: Vec::new(),
        aircraft_types: Vec::new(),
        aircraft: Vec::new(),
        crews: Vec::new(),
        clearances: Vec::new(),
        forbidden_pairs: Vec::new(),
        closures: Vec::new(),
        routes: Vec::new(),
        contested: Vec::new(),
        declined: std::collections::BTreeMap::new(),
        so_far: None,
        boundaries: None,
        digest: String::new(),
    }
}

/// Brings an operation into the order in which it is read from files, leaves out duty rules that nobody flies by, and sets the digest.
pub(crate) fn finish(mut operation: Operation) -> Operation {
    let crews = &operation.crews;
    operation
        .policy
        .duty
        .retain(|set| crews.iter().any(|crew| crew.rules == set.id));
    operation.policy.duty.sort_by(|one, other| one.id.cmp(&other.id));
    operation.patients.sort_by(|one, other| one.id.cmp(&other.id));
    operation.groups.sort_by(|one, other| one.id.cmp(&other.id));
    operation.facilities.sort_by(|one, other| one.id.cmp(&other.id));
    for facility in &mut operation.facilities {
        facility.access.sort_by(|one, other| one.airfield.cmp(&other.airfield));
    }
    operation
        .staging
        .sort_by(|one, other| one.facility.cmp(&other.facility));
    operation.offers.sort_by(|one, other| one.id.cmp(&other.id));
    operation.airfields.sort_by(|one, other| one.id.cmp(&other.id));
    operation.aircraft_types.sort_by(|one, other| one.id.cmp(&other.id));
    operation.aircraft.sort_by(|one, other| one.id.cmp(&other.id));
    operation.crews.sort_by(|one, other| one.id.cmp(&other.id));
    operation.clearances.sort_by(|one, other| one.id.cmp(&other.id));
    operation.closures.sort_by(|one, other| one.id.cmp(&other.id));
    operation
        .routes
        .sort_by(|one, other| (&one.from, &one.to).cmp(&(&other.from, &other.to)));
    operation.digest = airbridge_interchange::digest(&operation);
    operation
}

/// An instant, written as in RFC 3339.
pub(crate) fn instant(text: &str) -> Timestamp {
    text.parse().expect("an instant")
}

/// So many hours later.
pub(crate) fn hours_after(at: Timestamp, hours: i64) -> Timestamp {
    minutes_after(at, hours * 60)
}

/// So many minutes later.
pub(crate) fn minutes_after(at: Timestamp, minutes: i64) -> Timestamp {
    at.checked_add(SignedDuration::from_mins(minutes))
        .expect("far from the end of time")
}

/// The UTC day of an instant.
pub(crate) fn day_of(at: Timestamp) -> Date {
    at.to_zoned(jiff::tz::TimeZone::UTC).date()
}

/// How urgent, with the due time that the scheme gives.
pub(crate) fn precedence(scheme: PrecedenceScheme, code: &str, clock_start_at: Timestamp) -> Precedence {
    let (code, level, target) = scheme
        .codes()
        .iter()
        .copied()
        .find(|entry| entry.0 == code)
        .expect("a code of the scheme");
    Precedence {
        scheme,
        code: code.to_owned(),
        level,
        clock_start_at,
        due_at: hours_after(clock_start_at, target),
        latest_useful_at: None,
    }
}

/// A walking patient without special needs.
pub(crate) fn patient(id: String, origin: &str, ready_at: Timestamp, precedence: Precedence) -> Patient {
    Patient {
        id: PatientId::new(id),
        origin: FacilityId::new(origin),
        ready_at,
        collect_by: None,
        precedence,
        classification: Classification::C3A,
        mobility: Mobility::Ambulatory,
        critical_care: CriticalCare::None,
        dependency: Dependency::Minimal,
        ventilated: false,
        oxygen_l_per_min: 0.0,
        isolation: Isolation::None,
        cabin_limit: None,
        limits: TransitLimits {
            max_stops: None,
            max_flight: None,
            max_transit: None,
            overnight: true,
        },
        attendants: Attendants::default(),
        group: None,
        specialty: Specialty::GeneralSurgery,
        acceptable: Vec::new(),
        age_years: None,
        sex: None,
        weight: None,
        bariatric: false,
        consent: Consent::default(),
        destination: None,
        expected_stay_days: None,
        languages: Vec::new(),
    }
}

/// Puts a patient on a litter.
pub(crate) fn lay_down(patient: &mut Patient) {
    patient.classification = Classification::C2A;
    patient.mobility = Mobility::Litter;
    patient.dependency = Dependency::Low;
}

/// Makes a patient one for intensive care.
pub(crate) fn make_critical(patient: &mut Patient, ventilated: bool) {
    lay_down(patient);
    patient.critical_care = CriticalCare::Icu;
    patient.ventilated = ventilated;
    patient.dependency = if ventilated {
        Dependency::High
    } else {
        Dependency::Medium
    };
    patient.oxygen_l_per_min = if ventilated { 6.0 } else { 3.0 };
}

/// A facility: id, name, state, city, position, zone.
pub(crate) type FacilityRow = (
    &'static str,
    &'static str,
    &'static str,
    &'static str,
    f64,
    f64,
    &'static str,
);

/// A facility with the airfields that serve it (minutes by road), open day and night.
pub(crate) fn facility(row: FacilityRow, access: &[(&str, i64)]) -> Facility {
    Facility {
        id: FacilityId::new(row.0),
        name: row.1.to_owned(),
        state: StateCode::new(row.2),
        city: row.3.to_owned(),
        position: places::position(row.4, row.5),
        zone: places::zone(row.6),
        access: access
            .iter()
            .map(|&(icao, minutes)| FieldAccess {
                airfield: AirfieldId::new(icao),
                ground: Minutes(minutes),
            })
            .collect(),
        receives_per_day: None,
        releases_per_day: None,
        admission_hours: Hours::Always,
        release_hours: Hours::Always,
    }
}

/// A made-up hospital at an airfield, so many minutes away by road.
pub(crate) fn hospital_at(number: usize, field: &Airfield, minutes: i64) -> Facility {
    Facility {
        id: FacilityId::new(format!("F{number}")),
        name: format!("Synthetic hospital {number}"),
        state: field.state.clone(),
        city: field.name.clone(),
        position: field.position,
        zone: field.zone.clone(),
        access: vec![FieldAccess {
            airfield: field.id.clone(),
            ground: Minutes(minutes),
        }],
        receives_per_day: None,
        releases_per_day: None,
        admission_hours: Hours::Always,
        release_hours: Hours::Always,
    }
}

/// An open offer that takes isolated patients.
pub(crate) fn offer(id: String, facility: &str, specialty: Specialty, beds: u32, from: Date, to: Date) -> BedOffer {
    BedOffer {
        id: OfferId::new(id),
        facility: FacilityId::new(facility),
        specialty,
        beds,
        from,
        to,
        expires_at: None,
        status: OfferStatus::Open,
        age_from: None,
        age_to: None,
        sex: None,
        isolation: true,
        companions: None,
        stay_days: None,
        conditions: "synthetic beds".to_owned(),
    }
}

/// A granted clearance for every aircraft.
pub(crate) fn clearance(state: &str, kind: ClearanceKind, from: Timestamp, to: Timestamp) -> Clearance {
    Clearance {
        id: ClearanceId::new(format!("{state}-{kind}")),
        state: StateCode::new(state),
        kind,
        scope: ClearanceScope::All,
        status: ClearanceStatus::Granted,
        requested_at: None,
        lead_hours: None,
        valid_from: from,
        valid_to: to,
    }
}

/// An aircraft at its base for the whole horizon.
pub(crate) fn aircraft(id: &str, type_id: &str, operator: &str, state: &str, base: &str, horizon: Horizon) -> Aircraft {
    Aircraft {
        id: AircraftId::new(id),
        aircraft_type: AircraftTypeId::new(type_id),
        operator: OperatorId::new(operator),
        state: StateCode::new(state),
        base: AirfieldId::new(base),
        available_from: horizon.from,
        available_to: horizon.to,
        departure_hours: Hours::Always,
        configurations: Vec::new(),
        standing: None,
        max_missions: None,
        cost_per_hour: None,
    }
}

/// A flight crew of one aircraft.
pub(crate) fn flight_crew(id: String, aircraft: &Aircraft, rules: &str) -> Crew {
    Crew {
        id: CrewId::new(id),
        role: CrewRole::Flight,
        aircraft: vec![aircraft.id.clone()],
        base: aircraft.base.clone(),
        rules: RuleSetId::new(rules),
        extra_pilots: 0,
        rest_class: None,
        available_from: aircraft.available_from,
        available_to: aircraft.available_to,
        critical_points: 0,
        nursing_points: 0,
        persons: 4,
    }
}

/// A medical team of one aircraft.
pub(crate) fn medical_team(id: String, aircraft: &Aircraft, rules: &str, points: (u32, u32), persons: u32) -> Crew {
    Crew {
        role: CrewRole::Medical,
        critical_points: points.0,
        nursing_points: points.1,
        persons,
        ..flight_crew(id, aircraft, rules)
    }
}
