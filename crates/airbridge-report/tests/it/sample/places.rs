//! Real places, synthetic people and beds.

use airbridge_model::{
    Aircraft, AircraftType, Airfield, Attendants, BedOffer, CabinLimit, Classification, Configuration, Consent, Crew,
    CrewRole, CriticalCare, Dependency, Facility, FieldAccess, Hours, Isolation, Mobility, OfferStatus, Operation,
    Patient, Precedence, PrecedenceScheme, RangePoint, Runway, Specialty, Staging, Surface, TransitLimits,
};
use airbridge_units::{
    AircraftId, AircraftTypeId, AirfieldId, ConfigurationId, CrewId, FacilityId, Feet, GroupId, Kilograms, Knots,
    Metres, Minutes, NauticalMiles, OfferId, OperatorId, PatientId, Position, RuleSetId, StateCode,
};
use jiff::ToSpan;
use jiff::tz::TimeZone;

use super::policy::policy;
use super::{DIGEST, at, horizon, later};

const FIELDS: [(&str, &str, &str, &str, f64, f64); 5] = [
    ("HLLB", "Benina", "LY", "Africa/Tripoli", 32.0968, 20.2694),
    ("HECA", "Cairo", "EG", "Africa/Cairo", 30.1166, 31.4140),
    ("UUMU", "Chkalovsky", "RU", "Europe/Moscow", 55.8796, 38.0607),
    ("UUWW", "Moscow Vnukovo", "RU", "Europe/Moscow", 55.5957, 37.2659),
    ("ULLI", "St Petersburg", "RU", "Europe/Moscow", 59.8003, 30.2625),
];

/// Airfields of a hub: position of the field; the hospital stands a tenth of a degree from it.
pub(super) const CROWD: [(&str, &str, f64, f64); 21] = [
    ("EPRZ", "Rzeszow", 50.1074, 22.0361),
    ("ENGM", "Oslo", 60.1945, 11.0989),
    ("EKCH", "Copenhagen", 55.6127, 12.6415),
    ("ESSA", "Stockholm", 59.6501, 17.9436),
    ("EDDK", "Cologne/Bonn", 50.8658, 7.1389),
    ("EDDM", "Munich", 48.3538, 11.7861),
    ("EIDW", "Dublin", 53.4287, -6.2630),
    ("LPPT", "Lisbon", 38.7815, -9.1358),
    ("EHAM", "Amsterdam", 52.3149, 4.7581),
    ("LEMD", "Madrid", 40.4954, -3.5601),
    ("LIRF", "Rome Fiumicino", 41.8108, 12.2509),
    ("LIRA", "Rome Ciampino", 41.7993, 12.5949),
    ("LFPB", "Paris Le Bourget", 48.9643, 2.4356),
    ("LROP", "Bucharest Otopeni", 44.5721, 26.1022),
    ("EYVI", "Vilnius", 54.6341, 25.2858),
    ("LOWW", "Vienna", 48.1103, 16.5697),
    ("EFHK", "Helsinki", 60.3172, 24.9633),
    ("EGBB", "Birmingham", 52.4543, -1.7485),
    ("LTAC", "Ankara", 40.1289, 32.9958),
    ("EBBR", "Brussels", 50.9014, 4.4844),
    ("EDDH", "Hamburg", 53.6304, 9.9882),
];

pub(super) fn crowd(operation: &mut Operation) {
    for (id, name, lat, lon) in CROWD {
        let mut field = operation.airfields[0].clone();
        field.id = AirfieldId::new(id);
        name.clone_into(&mut field.name);
        field.position = Position::new(lat, lon).expect("on Earth");
        operation.airfields.push(field);
        let mut facility = operation.facilities[2].clone();
        facility.id = FacilityId::new(format!("{id}-H"));
        facility.name = format!("{name} University Hospital");
        facility.position = Position::new(lat + 0.1, lon - 0.1).expect("on Earth");
        facility.access[0].airfield = AirfieldId::new(id);
        operation.facilities.push(facility);
    }
}

pub(super) fn position(field: &str) -> Position {
    let field = FIELDS.iter().find(|row| row.0 == field).expect("a field of the sample");
    Position::new(field.4, field.5).expect("on Earth")
}

pub(super) fn states(from: &str, to: &str) -> Vec<StateCode> {
    let states: &[&str] = match (from, to) {
        ("HECA", "HLLB") => &["EG", "LY"],
        ("HLLB", "HECA") => &["LY", "EG"],
        ("UUMU" | "ULLI", "UUMU" | "ULLI") => &["RU"],
        ("HECA", _) => &["EG", "CY", "TR", "UA", "RU"],
        _ => &["RU", "UA", "TR", "CY", "EG"],
    };
    states.iter().map(StateCode::new).collect()
}

pub(super) fn operation(patients: usize, name: &str, from: &str) -> Operation {
    let mut horizon = horizon(from);
    if patients > 100 {
        horizon.to = later(horizon.from, 150 * 24 * 60);
    }
    Operation {
        name: name.to_owned(),
        horizon,
        planned_at: later(horizon.from, -14 * 60),
        policy: policy(),
        patients: (0..patients).map(|index| patient(index, from)).collect(),
        groups: Vec::new(),
        facilities: facilities(),
        staging: vec![Staging {
            facility: FacilityId::new("CAI-STAGE"),
            capacity: 40,
            max_stay: Minutes(24 * 60),
            min_stay: Minutes(60),
            intensive_care: true,
            isolation: false,
        }],
        offers: offers(from),
        airfields: FIELDS.iter().map(airfield).collect(),
        aircraft_types: vec![
            aircraft_type("C-130H", "Lockheed C-130H Hercules", 320.0, "74L", 74, 0),
            aircraft_type("IL-76", "Ilyushin Il-76 with medical modules", 410.0, "20L50S", 20, 50),
        ],
        aircraft: vec![
            aircraft("SU-BAV", "C-130H", "EG", "HECA", horizon),
            aircraft("RA-76841", "IL-76", "RU", "UUMU", horizon),
        ],
        crews: [
            ("FC-Cairo", CrewRole::Flight, "SU-BAV", "HECA"),
            ("MT-Cairo", CrewRole::Medical, "SU-BAV", "HECA"),
            ("FC-Moscow", CrewRole::Flight, "RA-76841", "UUMU"),
            ("MT-Moscow", CrewRole::Medical, "RA-76841", "UUMU"),
        ]
        .map(|(id, role, aircraft, base)| Crew {
            id: CrewId::new(id),
            role,
            aircraft: vec![AircraftId::new(aircraft)],
            base: AirfieldId::new(base),
            rules: RuleSetId::new("easa"),
            extra_pilots: 0,
            rest_class: None,
            available_from: horizon.from,
            available_to: horizon.to,
            critical_points: 12,
            nursing_points: 90,
            persons: 5,
        })
        .into(),
        clearances: Vec::new(),
        forbidden_pairs: Vec::new(),
        closures: Vec::new(),
        routes: Vec::new(),
        contested: Vec::new(),
        declined: std::collections::BTreeMap::new(),
        so_far: None,
        boundaries: None,
        digest: DIGEST.to_owned(),
    }
}

fn zone(name: &str) -> TimeZone {
    TimeZone::get(name).expect("a bundled zone")
}

fn airfield(row: &(&str, &str, &str, &str, f64, f64)) -> Airfield {
    Airfield {
        id: AirfieldId::new(row.0),
        iata: None,
        name: row.1.to_owned(),
        state: StateCode::new(row.2),
        position: position(row.0),
        elevation: Feet(433.0),
        zone: zone(row.3),
        runways: vec![Runway {
            id: "15/33".to_owned(),
            length: Metres(3_576.0),
            surface: Surface::Paved,
            lit: true,
            closed: false,
        }],
        hours: Hours::Always,
        fuel: true,
        slots_per_hour: None,
        parking: None,
        fire_cover: true,
        crew_rest: true,
        above_isa_c: None,
    }
}

fn facilities() -> Vec<Facility> {
    [
        (
            "BEN-CCP",
            "Benghazi collecting point",
            "LY",
            "Benghazi",
            "Africa/Tripoli",
            32.11,
            20.08,
            "HLLB",
            30,
        ),
        (
            "CAI-STAGE",
            "Cairo staging ward",
            "EG",
            "Cairo",
            "Africa/Cairo",
            30.05,
            31.26,
            "HECA",
            40,
        ),
        (
            "BURDENKO",
            "Burdenko Hospital",
            "RU",
            "Moscow",
            "Europe/Moscow",
            55.77,
            37.69,
            "UUMU",
            75,
        ),
        (
            "VISHNEVSKY",
            "Vishnevsky Hospital",
            "RU",
            "Krasnogorsk",
            "Europe/Moscow",
            55.83,
            37.29,
            "UUMU",
            90,
        ),
        (
            "VMA",
            "Military Medical Academy",
            "RU",
            "St Petersburg",
            "Europe/Moscow",
            59.955,
            30.353,
            "ULLI",
            50,
        ),
    ]
    .map(|(id, name, state, city, zone_name, lat, lon, field, ground)| Facility {
        id: FacilityId::new(id),
        name: name.to_owned(),
        state: StateCode::new(state),
        city: city.to_owned(),
        position: Position::new(lat, lon).expect("on Earth"),
        zone: zone(zone_name),
        access: vec![FieldAccess {
            airfield: AirfieldId::new(field),
            ground: Minutes(ground),
        }],
        receives_per_day: Some(20),
        releases_per_day: None,
        admission_hours: Hours::Always,
        release_hours: Hours::Always,
    })
    .into()
}

fn offers(from: &str) -> Vec<BedOffer> {
    let first = at(from).to_zoned(TimeZone::UTC).date();
    let large = first.year() != 2017;
    [
        ("B-1", "BURDENKO", Specialty::Orthopaedics, 10),
        ("B-2", "VISHNEVSKY", Specialty::GeneralSurgery, 8),
        ("B-3", "VMA", Specialty::Burns, 7),
    ]
    .map(|(id, facility, specialty, beds)| BedOffer {
        id: OfferId::new(id),
        facility: FacilityId::new(facility),
        specialty,
        beds: if large { beds * 5 } else { beds },
        from: first,
        to: first.saturating_add(if large { 150 } else { 20 }.days()),
        expires_at: None,
        status: OfferStatus::Open,
        age_from: None,
        age_to: None,
        sex: None,
        isolation: true,
        companions: None,
        stay_days: Some(14),
        conditions: "Papers in English".to_owned(),
    })
    .into()
}

fn aircraft_type(id: &str, name: &str, cruise: f64, cabin: &str, litters: u32, seats: u32) -> AircraftType {
    AircraftType {
        id: AircraftTypeId::new(id),
        name: name.to_owned(),
        cruise: Knots(cruise),
        range: vec![RangePoint {
            payload: Kilograms(10_000.0),
            range: NauticalMiles(2_400.0),
        }],
        fuel_per_hour: Kilograms(2_300.0),
        runway: Metres(1_200.0),
        surfaces: vec![Surface::Paved],
        pressurised: true,
        lowest_cabin: Feet(1_500.0),
        cost_per_hour: 6_000.0,
        configurations: vec![Configuration {
            id: ConfigurationId::new(cabin),
            litters,
            intensive_care: 4,
            seats,
            isolation_units: 0,
            isolation_bay: 2,
            changeover: Minutes(120),
            source: "synthetic".to_owned(),
        }],
        source: "synthetic".to_owned(),
    }
}

fn aircraft(id: &str, of_type: &str, state: &str, base: &str, horizon: airbridge_model::Horizon) -> Aircraft {
    Aircraft {
        id: AircraftId::new(id),
        aircraft_type: AircraftTypeId::new(of_type),
        operator: OperatorId::new("Synthetic Air"),
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

/// Needs vary with the number, so that every kind appears.
fn patient(index: usize, from: &str) -> Patient {
    let codes = PrecedenceScheme::UkStanag3204.codes();
    let (code, level, hours) = codes[[0, 1, 2, 2][index % 4]];
    let start = at(from);
    Patient {
        id: PatientId::new(format!("P-{:03}", index + 1)),
        origin: FacilityId::new("BEN-CCP"),
        ready_at: start,
        collect_by: None,
        precedence: Precedence {
            scheme: PrecedenceScheme::UkStanag3204,
            code: code.to_owned(),
            level,
            clock_start_at: start,
            due_at: later(start, (hours + 48) * 60),
            latest_useful_at: None,
        },
        classification: if index.is_multiple_of(3) {
            Classification::C2A
        } else {
            Classification::C4
        },
        mobility: if index.is_multiple_of(3) {
            Mobility::Litter
        } else if index % 11 == 4 {
            Mobility::Wheelchair
        } else {
            Mobility::Ambulatory
        },
        critical_care: match index % 8 {
            0 => CriticalCare::Icu,
            3 => CriticalCare::Intermediate,
            _ => CriticalCare::None,
        },
        dependency: Dependency::ALL[index % 4],
        ventilated: index.is_multiple_of(16),
        oxygen_l_per_min: if index.is_multiple_of(5) { 4.0 } else { 0.0 },
        isolation: if index % 7 == 6 {
            Isolation::Contact
        } else {
            Isolation::None
        },
        cabin_limit: (index.is_multiple_of(6)).then_some(CabinLimit(Feet(5_000.0))),
        limits: TransitLimits {
            max_stops: None,
            max_flight: None,
            max_transit: None,
            overnight: true,
        },
        attendants: Attendants {
            medical: u32::from(index % 9 == 4),
            other: u32::from(index % 3 == 1),
        },
        group: (index == 1 || index == 4).then(|| GroupId::new("G-1")),
        specialty: [Specialty::Orthopaedics, Specialty::GeneralSurgery, Specialty::Burns][index % 3],
        acceptable: Vec::new(),
        age_years: Some(30),
        sex: None,
        weight: None,
        bariatric: index == 9,
        consent: Consent::default(),
        destination: None,
        expected_stay_days: None,
        languages: vec!["ar".to_owned()],
    }
}
