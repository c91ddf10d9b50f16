//! A small, readable operation that a test changes in one place: Rzeszów to Cologne by a jet from Munich. Synthetic people and beds.

use airbridge_interchange::{catalogue_aircraft_types, catalogue_airfields, default_policy};
use airbridge_model::{
    Aircraft, Airfield, Attendants, BedOffer, Classification, Clearance, ClearanceKind, ClearanceScope,
    ClearanceStatus, Consent, Crew, CrewRole, CriticalCare, Dependency, Facility, FieldAccess, Horizon, Hours,
    Isolation, LeftOut, Mobility, OfferStatus, Operation, Patient, Plan, Precedence, PrecedenceLevel, PrecedenceScheme,
    Specialty, Staging, TransitLimits,
};
use airbridge_units::{AircraftTypeId, AirfieldId, FacilityId, Minutes, PatientId, StateCode};
use jiff::Timestamp;

use crate::generated::plan;

/// Work that settles operations of this size.
const WORK: u64 = 1_500;

/// One patient in Rzeszów, two beds in Cologne, one jet in Munich with its crews, three days.
pub(crate) fn operation() -> Operation {
    let horizon = Horizon {
        from: at("2024-04-08T00:00:00Z"),
        to: at("2024-04-11T00:00:00Z"),
    };
    let aircraft = aircraft("D-SYN1", "EDDM", horizon);
    Operation {
        name: "small (synthetic)".to_owned(),
        horizon,
        planned_at: horizon.from,
        policy: default_policy(&["easa"]),
        patients: vec![patient("P1")],
        groups: Vec::new(),
        facilities: vec![facility("RZE", "EPRZ", 30), facility("CGN", "EDDK", 45)],
        staging: Vec::new(),
        offers: vec![offer("O1", "CGN", 2)],
        airfields: ["EPRZ", "EDDM", "EDDK"].map(airfield).to_vec(),
        aircraft_types: vec![catalogue_aircraft_types()[&AircraftTypeId::new("Challenger 650")].clone()],
        crews: vec![
            crew("FLT", CrewRole::Flight, &aircraft),
            crew("MED", CrewRole::Medical, &aircraft),
        ],
        aircraft: vec![aircraft],
        clearances: ["PL", "CZ", "AT", "SK", "GB", "NL", "BE", "DK"]
            .map(|state| clearance(state, horizon))
            .to_vec(),
        forbidden_pairs: Vec::new(),
        closures: Vec::new(),
        routes: Vec::new(),
        contested: Vec::new(),
        declined: std::collections::BTreeMap::new(),
        so_far: None,
        boundaries: None,
        digest: "synthetic".to_owned(),
    }
}

pub(crate) fn at(text: &str) -> Timestamp {
    text.parse().expect("an instant")
}

pub(crate) fn airfield(icao: &str) -> Airfield {
    catalogue_airfields()[&AirfieldId::new(icao)].clone()
}

/// A facility at an airfield, in its state and city.
pub(crate) fn facility(id: &str, icao: &str, minutes: i64) -> Facility {
    let field = airfield(icao);
    Facility {
        id: FacilityId::new(id),
        name: format!("Synthetic hospital {id}"),
        state: field.state,
        city: field.name,
        position: field.position,
        zone: field.zone,
        access: vec![FieldAccess {
            airfield: field.id,
            ground: Minutes(minutes),
        }],
        receives_per_day: None,
        releases_per_day: None,
        admission_hours: Hours::Always,
        release_hours: Hours::Always,
    }
}

/// A seated patient in Rzeszów, ready on the first morning, due a day later.
pub(crate) fn patient(id: &str) -> Patient {
    Patient {
        id: PatientId::new(id),
        origin: FacilityId::new("RZE"),
        ready_at: at("2024-04-08T06:00:00Z"),
        collect_by: None,
        precedence: Precedence {
            scheme: PrecedenceScheme::UkStanag3204,
            code: "P2".to_owned(),
            level: PrecedenceLevel::Priority,
            clock_start_at: at("2024-04-08T06:00:00Z"),
            due_at: at("2024-04-10T06:00:00Z"),
            latest_useful_at: None,
        },
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
        specialty: Specialty::Orthopaedics,
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

pub(crate) fn offer(id: &str, facility: &str, beds: u32) -> BedOffer {
    BedOffer {
        id: id.into(),
        facility: FacilityId::new(facility),
        specialty: Specialty::Orthopaedics,
        beds,
        from: jiff::civil::date(2024, 4, 8),
        to: jiff::civil::date(2024, 4, 12),
        expires_at: None,
        status: OfferStatus::Open,
        age_from: None,
        age_to: None,
        sex: None,
        isolation: true,
        companions: None,
        stay_days: None,
        conditions: "synthetic".to_owned(),
    }
}

pub(crate) fn aircraft(tail: &str, base: &str, horizon: Horizon) -> Aircraft {
    Aircraft {
        id: tail.into(),
        aircraft_type: AircraftTypeId::new("Challenger 650"),
        operator: "SYN-AIR".into(),
        state: StateCode::new("DE"),
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

pub(crate) fn crew(id: &str, role: CrewRole, aircraft: &Aircraft) -> Crew {
    Crew {
        id: id.into(),
        role,
        aircraft: vec![aircraft.id.clone()],
        base: aircraft.base.clone(),
        rules: "easa".into(),
        extra_pilots: 0,
        rest_class: None,
        available_from: aircraft.available_from,
        available_to: aircraft.available_to,
        critical_points: 6,
        nursing_points: 12,
        persons: 3,
    }
}

pub(crate) fn clearance(state: &str, horizon: Horizon) -> Clearance {
    Clearance {
        id: format!("CLR-{state}").as_str().into(),
        state: StateCode::new(state),
        kind: ClearanceKind::Both,
        scope: ClearanceScope::All,
        status: ClearanceStatus::Granted,
        requested_at: None,
        lead_hours: None,
        valid_from: horizon.from,
        valid_to: horizon.to,
    }
}

/// A staging ward in Vienna, reached from its airfield in twenty minutes.
pub(crate) fn add_vienna(operation: &mut Operation) {
    operation.airfields.push(airfield("LOWW"));
    operation.facilities.push(facility("VIE", "LOWW", 20));
    operation.staging.push(Staging {
        facility: FacilityId::new("VIE"),
        capacity: 2,
        max_stay: Minutes(24 * 60),
        min_stay: Minutes(0),
        intensive_care: true,
        isolation: true,
    });
}

pub(crate) fn field<'o>(operation: &'o mut Operation, icao: &str) -> &'o mut Airfield {
    let id = AirfieldId::new(icao);
    operation
        .airfields
        .iter_mut()
        .find(|field| field.id == id)
        .expect("a field of the operation")
}

pub(crate) fn lie(patient: &mut Patient) {
    patient.mobility = Mobility::Litter;
    patient.classification = Classification::C2A;
    patient.dependency = Dependency::Low;
}

pub(crate) fn make_critical(patient: &mut Patient) {
    lie(patient);
    patient.critical_care = CriticalCare::Icu;
}

/// A plan that the checker passes.
pub(crate) fn sound(operation: &Operation) -> Plan {
    let plan = plan(operation, 1, WORK);
    let findings = airbridge_check::check(operation, &plan);
    assert!(
        findings.is_empty(),
        "{} violations, first: {}",
        findings.len(),
        findings[0]
    );
    plan
}

/// The entry of a patient who is left out.
pub(crate) fn left_out<'p>(plan: &'p Plan, patient: &str) -> &'p LeftOut {
    plan.left_out
        .iter()
        .find(|entry| entry.patient.as_str() == patient)
        .unwrap_or_else(|| panic!("{patient} is left out"))
}
