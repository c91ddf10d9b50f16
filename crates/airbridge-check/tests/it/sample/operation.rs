//! The tables of the sample: places, aircraft, crews, permissions, policy.

use airbridge_model::{
    AirRoute, Aircraft, AircraftType, Airfield, AlternatePolicy, BedOffer, BlockPolicy, CabinTier, CarePoints,
    Clearance, ClearanceKind, ClearanceScope, ClearanceStatus, Closed, Closure, Configuration, Crew, CrewRole,
    DutyRuleSet, Facility, FdpRow, FieldAccess, Group, HandlingTimes, Horizon, Hours, OfferStatus, Operation,
    PersonWeights, Policy, PrecedenceWeights, RangePoint, ReservePolicy, RestClass, Runway, RunwayPolicy,
    SearchDefaults, Specialty, Staging, Surface, Unity,
};
use airbridge_units::{
    AircraftTypeId, AirfieldId, ClosureId, ConfigurationId, Feet, Kilograms, Knots, Metres, Minutes, NauticalMiles,
    Position, StateCode,
};
use jiff::civil::{date, time};
use jiff::tz::TimeZone;

use super::{at, people};

pub(super) fn operation() -> Operation {
    Operation {
        name: "Sample, synthetic".to_owned(),
        horizon: Horizon {
            from: at("2017-02-01T00:00:00Z"),
            to: at("2017-02-15T00:00:00Z"),
        },
        planned_at: at("2017-02-01T00:00:00Z"),
        policy: policy(),
        patients: people::patients(),
        groups: vec![Group {
            id: "G-1".into(),
            unity: Unity::City,
            note: "brother and sister".to_owned(),
        }],
        facilities: facilities(),
        staging: vec![Staging {
            facility: "CAI-STAGE".into(),
            capacity: 6,
            max_stay: Minutes(48 * 60),
            min_stay: Minutes(60),
            intensive_care: true,
            isolation: true,
        }],
        offers: offers(),
        airfields: airfields(),
        aircraft_types: vec![c130(), il76()],
        aircraft: vec![
            aircraft("SU-BAM", "C-130H", "EAF", "EG", "HECA", Some("litter")),
            aircraft("SU-BAN", "C-130H", "EAF", "EG", "HECA", None),
            aircraft("RA-76841", "Il-76TD", "EMERCOM", "RU", "UUMU", None),
        ],
        crews: vec![
            crew("CREW-1", CrewRole::Flight, &["SU-BAM"], "HECA"),
            crew("CREW-2", CrewRole::Flight, &["RA-76841"], "UUMU"),
            Crew {
                extra_pilots: 1,
                rest_class: Some(RestClass::Class2),
                ..crew("CREW-3", CrewRole::Flight, &["SU-BAN", "SU-BAM"], "HECA")
            },
            crew("TEAM-1", CrewRole::Medical, &["SU-BAM"], "HECA"),
            crew("TEAM-2", CrewRole::Medical, &["RA-76841"], "UUMU"),
            crew("TEAM-3", CrewRole::Medical, &["SU-BAN"], "HECA"),
        ],
        clearances: clearances(),
        forbidden_pairs: Vec::new(),
        closures: vec![Closure {
            id: ClosureId::new("A0001/17"),
            what: Closed::Airfield("HECA".into()),
            from: at("2017-02-01T00:00:00Z"),
            to: at("2017-02-01T06:00:00Z"),
            reason: "synthetic".to_owned(),
        }],
        routes: vec![AirRoute {
            from: "LTAC".into(),
            to: "UUMU".into(),
            both_ways: true,
            way_points: vec![Position::new(45.0, 37.5).expect("in range")],
            states: ["TR", "RU"].map(StateCode::new).to_vec(),
        }],
        contested: Vec::new(),
        declined: std::collections::BTreeMap::new(),
        so_far: None,
        boundaries: None,
        digest: "synthetic".to_owned(),
    }
}

fn policy() -> Policy {
    Policy {
        commitments: airbridge_model::CommitmentPolicy {
            frozen: Minutes(720),
            firm: Minutes(4320),
            left_out: 200,
            country: 100,
            hospital: 60,
            day: 40,
            mission: 10,
            leg: 5,
            frozen_factor: 1000,
            soft_factor: 10,
            imminence: 100,
            earlier: 50,
        },
        burden: airbridge_model::BurdenPolicy {
            second_choice: Minutes(1_440),
            transfer: Minutes(240),
            flying_hour: Minutes(600),
        },
        longest_mission: Minutes(4_320),
        weights: PrecedenceWeights {
            urgent: 100,
            priority: 10,
            routine: 1,
        },
        care: CarePoints {
            ventilated: 4,
            intensive_care: 3,
            intermediate: 1,
            nursing: [4, 3, 2, 1],
        },
        persons: PersonWeights {
            litter_equipment: Kilograms(30.0),
            intensive_care_equipment: Kilograms(80.0),
            patient: Kilograms(80.0),
            baggage: Kilograms(10.0),
            attendant: Kilograms(95.0),
        },
        cabin_tiers: [(8000.0, 1.0, 1.0), (6000.0, 1.05, 0.97), (4000.0, 1.12, 0.93)]
            .map(|(limit, fuel_factor, speed_factor)| CabinTier {
                limit: Feet(limit),
                fuel_factor,
                speed_factor,
            })
            .to_vec(),
        field_tolerance: Feet(5000.0),
        reserves: ReservePolicy {
            contingency: 0.05,
            final_reserve: Minutes(30),
        },
        alternates: AlternatePolicy {
            least: NauticalMiles(20.0),
            fallback: NauticalMiles(200.0),
        },
        block: BlockPolicy {
            route_factor: 1.05,
            overhead: Minutes(20),
        },
        handling: HandlingTimes {
            load_base: Minutes(10),
            load_litter: 2.5,
            load_intensive_care: 7.25,
            load_seat: 0.34,
            unload_base: Minutes(5),
            unload_litter: 2.0,
            unload_intensive_care: 5.0,
            unload_seat: 0.25,
            turnaround: Minutes(60),
            base_turnaround: Minutes(90),
        },
        runways: RunwayPolicy {
            per_300_m: 0.07,
            per_degree: 0.01,
            above_isa_c: 15.0,
            wet_factor: 1.15,
            least: Metres(900.0),
        },
        duty: vec![duty()],
        default_stay_days: 21,
        default_receives_per_day: Some(20),
        dusk_margin: Minutes(30),
        dawn_margin: Minutes(30),
        overnight_at: time(2, 0, 0, 0),
        search: SearchDefaults { seconds: 1.0, seed: 1 },
    }
}

fn duty() -> DutyRuleSet {
    let row = |from: (i8, i8), to: (i8, i8), minutes| FdpRow {
        from: time(from.0, from.1, 0, 0),
        to: time(to.0, to.1, 0, 0),
        limit: Minutes(minutes),
    };
    DutyRuleSet {
        id: "synthetic".into(),
        rows: vec![
            row((6, 0), (13, 29), 780),
            row((13, 30), (16, 59), 720),
            row((17, 0), (5, 59), 720),
        ],
        free_sectors: 2,
        per_sector: Minutes(30),
        floor: Minutes(540),
        max_sectors: Some(6),
        augmented: vec![(1, RestClass::Class2, Minutes(900))],
        report: Minutes(60),
        debrief: Minutes(30),
        rest_home: Minutes(720),
        rest_away: Minutes(600),
        source: "synthetic".to_owned(),
    }
}

fn facility(id: &str, state: &str, city: &str, place: (f64, f64), zone: &str, field: &str, ground: i64) -> Facility {
    Facility {
        id: id.into(),
        name: id.to_owned(),
        state: state.into(),
        city: city.to_owned(),
        position: Position::new(place.0, place.1).expect("in range"),
        zone: TimeZone::get(zone).expect("a known zone"),
        access: vec![FieldAccess {
            airfield: field.into(),
            ground: Minutes(ground),
        }],
        receives_per_day: Some(8),
        releases_per_day: Some(8),
        admission_hours: Hours::Always,
        release_hours: Hours::Always,
    }
}

fn facilities() -> Vec<Facility> {
    let mut benghazi = facility("BEN", "LY", "Benghazi", (32.11, 20.10), "Africa/Tripoli", "HLLB", 35);
    benghazi.release_hours = "06:00-20:00".parse().expect("hours");
    let mut moscow = facility("MOW-1", "RU", "Moscow", (55.75, 37.60), "Europe/Moscow", "UUMU", 75);
    moscow.admission_hours = "06:00-24:00".parse().expect("hours");
    vec![
        benghazi,
        facility("CAI-STAGE", "EG", "Cairo", (30.08, 31.30), "Africa/Cairo", "HECA", 40),
        facility("CAI-1", "EG", "Cairo", (30.05, 31.24), "Africa/Cairo", "HECA", 50),
        moscow,
        facility("MOW-2", "RU", "Moscow", (55.70, 37.50), "Europe/Moscow", "UUMU", 90),
    ]
}

fn offers() -> Vec<BedOffer> {
    [
        ("MOW-BURNS", "MOW-1", Specialty::Burns, 2),
        ("MOW-ORTHO", "MOW-1", Specialty::Orthopaedics, 1),
        ("MOW-ICU", "MOW-1", Specialty::Icu, 1),
        ("MOW-ORTHO-2", "MOW-2", Specialty::Orthopaedics, 4),
        ("CAI-EYES", "CAI-1", Specialty::Ophthalmology, 2),
    ]
    .map(|(id, facility, specialty, beds)| BedOffer {
        id: id.into(),
        facility: facility.into(),
        specialty,
        beds,
        from: date(2017, 2, 1),
        to: date(2017, 2, 14),
        expires_at: Some(at("2017-02-05T00:00:00Z")),
        status: OfferStatus::Open,
        age_from: Some(14),
        age_to: Some(80),
        sex: None,
        isolation: true,
        companions: Some(1),
        stay_days: None,
        conditions: "synthetic".to_owned(),
    })
    .to_vec()
}

fn airfield(id: &str, state: &str, place: (f64, f64), elevation: f64, zone: &str, runway: f64) -> Airfield {
    Airfield {
        id: id.into(),
        iata: None,
        name: id.to_owned(),
        state: state.into(),
        position: Position::new(place.0, place.1).expect("in range"),
        elevation: Feet(elevation),
        zone: TimeZone::get(zone).expect("a known zone"),
        runways: vec![Runway {
            id: "09/27".to_owned(),
            length: Metres(runway),
            surface: Surface::Paved,
            lit: true,
            closed: false,
        }],
        hours: Hours::Always,
        fuel: true,
        slots_per_hour: Some(4),
        parking: Some(3),
        fire_cover: true,
        crew_rest: true,
        above_isa_c: None,
    }
}

fn airfields() -> Vec<Airfield> {
    let mut benina = airfield("HLLB", "LY", (32.0968, 20.2694), 433.0, "Africa/Tripoli", 3576.0);
    benina.runways[0].lit = false;
    benina.runways.push(Runway {
        id: "15/33".to_owned(),
        length: Metres(600.0),
        surface: Surface::Unpaved,
        lit: true,
        closed: false,
    });
    benina.fuel = false;
    benina.fire_cover = false;
    benina.crew_rest = false;
    benina.parking = Some(1);
    let mut moscow = airfield("UUMU", "RU", (55.5533, 38.1500), 472.0, "Europe/Moscow", 4550.0);
    moscow.hours = "04:00-02:00".parse().expect("hours");
    vec![
        benina,
        airfield("HECA", "EG", (30.1219, 31.4056), 382.0, "Africa/Cairo", 3999.0),
        airfield("LTAC", "TR", (40.1281, 32.9951), 3125.0, "Europe/Istanbul", 3750.0),
        moscow,
        // Alternates only.
        airfield("HEAX", "EG", (30.9177, 29.6964), 177.0, "Africa/Cairo", 3000.0),
        airfield("UUEE", "RU", (55.9726, 37.4146), 622.0, "Europe/Moscow", 3700.0),
    ]
}

fn configuration(id: &str, places: [u32; 5], changeover: i64) -> Configuration {
    let [litters, intensive_care, seats, isolation_units, isolation_bay] = places;
    Configuration {
        id: ConfigurationId::new(id),
        litters,
        intensive_care,
        seats,
        isolation_units,
        isolation_bay,
        changeover: Minutes(changeover),
        source: "synthetic".to_owned(),
    }
}

fn curve(points: &[(f64, f64)]) -> Vec<RangePoint> {
    let point = |&(payload, range): &(f64, f64)| RangePoint {
        payload: Kilograms(payload),
        range: NauticalMiles(range),
    };
    points.iter().map(point).collect()
}

fn c130() -> AircraftType {
    AircraftType {
        id: AircraftTypeId::new("C-130H"),
        name: "Hercules".to_owned(),
        cruise: Knots(290.0),
        range: curve(&[(0.0, 2100.0), (5_000.0, 1900.0), (16_000.0, 1400.0)]),
        fuel_per_hour: Kilograms(2100.0),
        runway: Metres(1100.0),
        surfaces: vec![Surface::Paved, Surface::Gravel, Surface::Unpaved],
        pressurised: true,
        lowest_cabin: Feet(2000.0),
        cost_per_hour: 6000.0,
        configurations: vec![
            configuration("mixed", [20, 2, 20, 0, 2], 120),
            configuration("litter", [40, 2, 8, 1, 1], 120),
        ],
        source: "synthetic".to_owned(),
    }
}

fn il76() -> AircraftType {
    AircraftType {
        id: AircraftTypeId::new("Il-76TD"),
        name: "Ilyushin".to_owned(),
        cruise: Knots(410.0),
        range: curve(&[(0.0, 4200.0), (40_000.0, 2300.0)]),
        fuel_per_hour: Kilograms(8500.0),
        runway: Metres(1800.0),
        surfaces: vec![Surface::Paved],
        pressurised: true,
        lowest_cabin: Feet(4000.0),
        cost_per_hour: 12_000.0,
        configurations: vec![configuration("standard", [20, 4, 60, 1, 2], 180)],
        source: "synthetic".to_owned(),
    }
}

fn aircraft(id: &str, kind: &str, operator: &str, state: &str, base: &str, standing: Option<&str>) -> Aircraft {
    Aircraft {
        id: id.into(),
        aircraft_type: kind.into(),
        operator: operator.into(),
        state: state.into(),
        base: base.into(),
        available_from: at("2017-02-01T00:00:00Z"),
        available_to: at("2017-02-14T00:00:00Z"),
        departure_hours: "Mon-Sat".parse().expect("hours"),
        configurations: Vec::new(),
        standing: standing.map(ConfigurationId::new),
        max_missions: Some(2),
        cost_per_hour: None,
    }
}

fn crew(id: &str, role: CrewRole, aircraft: &[&str], base: &str) -> Crew {
    let medical = role == CrewRole::Medical;
    Crew {
        id: id.into(),
        role,
        aircraft: aircraft.iter().map(|&id| id.into()).collect(),
        base: AirfieldId::new(base),
        rules: "synthetic".into(),
        extra_pilots: 0,
        rest_class: None,
        available_from: at("2017-02-01T00:00:00Z"),
        available_to: at("2017-02-14T00:00:00Z"),
        critical_points: if medical { 6 } else { 0 },
        nursing_points: if medical { 25 } else { 0 },
        persons: 5,
    }
}

/// Libya for the Egyptian operator in two pieces that touch, everybody else for all.
fn clearances() -> Vec<Clearance> {
    let clearance = |id: &str, state: &str, kind, scope, from: &str, to: &str| Clearance {
        id: id.into(),
        state: state.into(),
        kind,
        scope,
        status: ClearanceStatus::Granted,
        requested_at: None,
        lead_hours: None,
        valid_from: at(from),
        valid_to: at(to),
    };
    let (begin, end) = ("2017-02-01T00:00:00Z", "2017-02-14T00:00:00Z");
    let middle = "2017-02-02T06:00:00Z";
    let eaf = || ClearanceScope::Operator("EAF".into());
    let il76 = || ClearanceScope::Aircraft("RA-76841".into());
    let mut clearances = vec![
        clearance("LY-1", "LY", ClearanceKind::Both, eaf(), begin, middle),
        clearance("LY-2", "LY", ClearanceKind::Land, eaf(), middle, end),
        clearance("EG-1", "EG", ClearanceKind::Land, il76(), begin, end),
        clearance("RU-1", "RU", ClearanceKind::Both, eaf(), begin, end),
    ];
    for state in ["TR", "CY", "UA", "GE", "GR", "SY", "LB"] {
        clearances.push(clearance(
            &format!("{state}-1"),
            state,
            ClearanceKind::Both,
            ClearanceScope::All,
            begin,
            end,
        ));
    }
    clearances
}
