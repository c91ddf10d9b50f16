//! Every kind, read from CSV and from JSON.

use airbridge_interchange::EventKind;
use airbridge_model::{
    Area, Attendants, BedOffer, CabinLimit, Classification, Consent, CriticalCare, Dependency, Happening, Isolation,
    Mobility, OfferStatus, Patient, PatientChange, Precedence, PrecedenceLevel, PrecedenceScheme, Sex, Specialty,
    TransitLimits,
};
use airbridge_units::{Feet, Kilograms, Minutes, Position, StateCode};
use jiff::Timestamp;

use super::{OPERATION, csv, json, read_csv, read_json, written};

fn at(text: &str) -> Timestamp {
    text.parse().expect("an instant")
}

const NOW: &str = "2030-05-01T12:00Z";

/// The cells of a kind beside time and kind say what is expected, in both forms.
fn check(kind: &str, cells: &[(&'static str, &str)], expected: &Happening) {
    let mut event = written(&[("at", NOW), ("kind", kind), ("source", "somebody"), ("note", " as is ")]);
    event.extend(written(cells));
    assert_eq!(expected.kind(), kind);
    for (reading, note) in [
        (read_csv(&csv(&[event.clone()])), "as is"),
        (read_json(&json(&[event])), " as is "),
    ] {
        let events = reading.events;
        let [read] = &events.unwrap_or_else(|| panic!("{kind}: {:#?}", reading.findings))[..] else {
            panic!("{kind}: one event is one event");
        };
        assert_eq!(&read.what, expected);
        assert_eq!(
            (read.at, read.source.as_str(), read.note.as_str()),
            (at(NOW), "somebody", note)
        );
    }
}

#[test]
fn missions_and_who_is_on_board() {
    let mission = ("mission", "M001");
    check(
        "off-block",
        &[mission, ("airfield", "HECA")],
        &Happening::OffBlock {
            mission: "M001".into(),
            airfield: "HECA".into(),
        },
    );
    check(
        "on-block",
        &[mission, ("airfield", "EX01")],
        &Happening::OnBlock {
            mission: "M001".into(),
            airfield: "EX01".into(),
        },
    );
    check(
        "boarded",
        &[mission, ("patient", "P-001")],
        &Happening::Boarded {
            patient: "P-001".into(),
            mission: "M001".into(),
        },
    );
    check(
        "not-boarded",
        &[mission, ("patient", "P-003")],
        &Happening::NotBoarded {
            patient: "P-003".into(),
            mission: "M001".into(),
        },
    );
    check(
        "admitted",
        &[("patient", "P-001"), ("facility", "receiving-hospital")],
        &Happening::Admitted {
            patient: "P-001".into(),
            facility: "receiving-hospital".into(),
        },
    );
    for (airfield, expected) in [("", None), ("HLLB", Some("HLLB".into()))] {
        check(
            "delayed",
            &[mission, ("airfield", airfield), ("until", "2030-05-01T14:00+01:00")],
            &Happening::Delayed {
                mission: "M001".into(),
                airfield: expected,
                until: at("2030-05-01T13:00Z"),
            },
        );
    }
}

#[test]
fn what_is_out_and_closed() {
    for (text, until) in [("", None), ("2030-05-02T06:00Z", Some(at("2030-05-02T06:00Z")))] {
        check(
            "mission-cancelled",
            &[("mission", "M003")],
            &Happening::MissionCancelled { mission: "M003".into() },
        );
        check(
            "aircraft-out",
            &[("aircraft", "SU-EX1"), ("until", text)],
            &Happening::AircraftOut {
                aircraft: "SU-EX1".into(),
                until,
            },
        );
        check(
            "crew-out",
            &[("crew", "flight-1"), ("until", text)],
            &Happening::CrewOut {
                crew: "flight-1".into(),
                until,
            },
        );
    }
    check(
        "airfield-closed",
        &[
            ("airfield", "EX01"),
            ("closure", "A0001/30"),
            ("from", "2030-05-02T00:00Z"),
            ("to", "2030-05-02T06:00Z"),
        ],
        &Happening::AirfieldClosed {
            closure: "A0001/30".into(),
            airfield: "EX01".into(),
            from: at("2030-05-02T00:00Z"),
            to: at("2030-05-02T06:00Z"),
        },
    );
    // From now, to the end of the operation, under a name that is made up.
    check(
        "airspace-closed",
        &[("area", "33 22; 33 23; 34 23.5")],
        &Happening::AirspaceClosed {
            closure: "EVENT-1".into(),
            area: Area {
                corners: [(33.0, 22.0), (33.0, 23.0), (34.0, 23.5)]
                    .map(|(lat, lon)| Position::new(lat, lon).expect("on Earth"))
                    .into(),
            },
            from: at(NOW),
            to: OPERATION.horizon.to,
        },
    );
    check(
        "state-closed",
        &[("state", "ly"), ("to", "2030-05-02T06:00Z")],
        &Happening::StateClosed {
            state: StateCode::new("LY"),
            from: at(NOW),
            to: at("2030-05-02T06:00Z"),
        },
    );
}

#[test]
fn beds_and_clearances() {
    check(
        "beds-withdrawn",
        &[("offer", "O-2"), ("left", "0")],
        &Happening::BedsWithdrawn {
            offer: "O-2".into(),
            left: 0,
        },
    );
    check(
        "beds-offered",
        &[
            ("offer", "O-9"),
            ("facility", "receiving-hospital"),
            ("specialty", "icu"),
            ("beds", "3"),
            ("from_on", "2030-05-02"),
            ("to_on", "2030-05-09"),
            ("expires_at", "2030-05-03 18:00"),
            ("age_from_years", "16"),
            ("isolation", "yes"),
            ("companions", "0"),
            ("conditions", "by day"),
        ],
        &Happening::BedsOffered {
            offer: Box::new(BedOffer {
                id: "O-9".into(),
                facility: "receiving-hospital".into(),
                specialty: Specialty::Icu,
                beds: 3,
                from: "2030-05-02".parse().expect("a day"),
                to: "2030-05-09".parse().expect("a day"),
                // Cairo keeps +03 in May 2030.
                expires_at: Some(at("2030-05-03T15:00Z")),
                status: OfferStatus::Open,
                age_from: Some(16),
                age_to: None,
                sex: None,
                isolation: true,
                companions: Some(0),
                stay_days: None,
                conditions: "by day".into(),
            }),
        },
    );
    let clearance = ("clearance", "LY-EX-2");
    check(
        "clearance-granted",
        &[clearance],
        &Happening::ClearanceGranted {
            clearance: "LY-EX-2".into(),
            window: None,
        },
    );
    let (from, to) = ("2030-05-03T00:00Z", "2030-05-06T00:00Z");
    check(
        "clearance-granted",
        &[clearance, ("from", from), ("to", to)],
        &Happening::ClearanceGranted {
            clearance: "LY-EX-2".into(),
            window: Some((at(from), at(to))),
        },
    );
    check(
        "clearance-denied",
        &[clearance],
        &Happening::ClearanceDenied {
            clearance: "LY-EX-2".into(),
        },
    );
    check(
        "clearance-late",
        &[clearance, ("from", from)],
        &Happening::ClearanceLate {
            clearance: "LY-EX-2".into(),
            valid_from: at(from),
        },
    );
}

#[test]
fn what_befalls_patients() {
    let patient = ("patient", "P-002");
    check(
        "patient-changed",
        &[patient, ("isolation", "contact")],
        &Happening::PatientChanged {
            patient: "P-002".into(),
            change: Box::new(PatientChange {
                isolation: Some(Isolation::Contact),
                ..PatientChange::default()
            }),
        },
    );
    check(
        "patient-changed",
        &[
            patient,
            // Local in the zone of the origin, as in the table; Tripoli keeps +02.
            ("ready_at", "2030-05-02 08:00"),
            ("precedence_scheme", "UK-STANAG3204"),
            ("precedence_code", "P1"),
            ("clock_start_at", "2030-05-01 14:00"),
            ("latest_useful_at", "2030-05-03T00:00Z"),
            ("mobility", "litter"),
            ("critical_care", "icu"),
            ("dependency", "1"),
            ("ventilated", "yes"),
            ("isolation", "none"),
            ("cabin_limit_ft", "5000"),
            ("other_attendants", "0"),
        ],
        &Happening::PatientChanged {
            patient: "P-002".into(),
            change: Box::new(PatientChange {
                precedence: Some(Precedence {
                    scheme: PrecedenceScheme::UkStanag3204,
                    code: "P1".into(),
                    level: PrecedenceLevel::Urgent,
                    clock_start_at: at(NOW),
                    due_at: at("2030-05-02T12:00Z"),
                    latest_useful_at: Some(at("2030-05-03T00:00Z")),
                }),
                critical_care: Some(CriticalCare::Icu),
                dependency: Some(Dependency::High),
                mobility: Some(Mobility::Litter),
                ventilated: Some(true),
                isolation: Some(Isolation::None),
                cabin_limit: Some(Feet(5000.0)),
                ready_at: Some(at("2030-05-02T06:00Z")),
                other_attendants: Some(0),
            }),
        },
    );
    check(
        "patient-unfit",
        &[patient],
        &Happening::PatientUnfit {
            patient: "P-002".into(),
            until: None,
        },
    );
    check(
        "patient-died",
        &[patient],
        &Happening::PatientDied {
            patient: "P-002".into(),
        },
    );
    check(
        "declined",
        &[patient, ("facility", "receiving-hospital")],
        &Happening::Declined {
            patient: "P-002".into(),
            facility: "receiving-hospital".into(),
        },
    );
    check(
        "patient-withdrawn",
        &[patient],
        &Happening::PatientWithdrawn {
            patient: "P-002".into(),
        },
    );
}

#[test]
fn a_new_request() {
    check(
        "requested",
        &[
            ("patient", "P-009"),
            ("origin", "collecting-point"),
            ("ready_at", "2030-05-02 08:00"),
            ("precedence_scheme", "US-TRANSCOM"),
            ("precedence_code", "urgent"),
            ("clock_start_at", "2030-05-01T12:00Z"),
            ("classification", "2A"),
            ("mobility", "litter"),
            ("critical_care", "none"),
            ("dependency", "2"),
            ("ventilated", "no"),
            ("oxygen_l_per_min", "2.5"),
            ("isolation", "droplet"),
            ("cabin_limit_ft", "6000"),
            ("max_stops", "1"),
            ("max_transit_minutes", "600"),
            ("overnight", "no"),
            ("medical_attendants", "1"),
            ("other_attendants", "0"),
            ("group", "G-1"),
            ("specialty", "burns"),
            ("acceptable_specialties", "plastics icu"),
            ("age_years", "40"),
            ("sex", "female"),
            ("weight_kg", "61.5"),
            ("consent_states", "EG RU"),
            ("destination", "receiving-hospital"),
            ("languages", "ar en"),
        ],
        &Happening::Requested {
            patient: Box::new(Patient {
                id: "P-009".into(),
                origin: "collecting-point".into(),
                ready_at: at("2030-05-02T06:00Z"),
                collect_by: None,
                precedence: Precedence {
                    scheme: PrecedenceScheme::UsTranscom,
                    code: "urgent".into(),
                    level: PrecedenceLevel::Urgent,
                    clock_start_at: at(NOW),
                    due_at: at("2030-05-02T00:00Z"),
                    latest_useful_at: None,
                },
                classification: Classification::C2A,
                mobility: Mobility::Litter,
                critical_care: CriticalCare::None,
                dependency: Dependency::Medium,
                ventilated: false,
                oxygen_l_per_min: 2.5,
                isolation: Isolation::Droplet,
                cabin_limit: Some(CabinLimit(Feet(6000.0))),
                limits: TransitLimits {
                    max_stops: Some(1),
                    max_flight: None,
                    max_transit: Some(Minutes(600)),
                    overnight: false,
                },
                attendants: Attendants { medical: 1, other: 0 },
                group: Some("G-1".into()),
                specialty: Specialty::Burns,
                acceptable: vec![Specialty::Plastics, Specialty::Icu],
                age_years: Some(40),
                sex: Some(Sex::Female),
                weight: Some(Kilograms(61.5)),
                bariatric: false,
                consent: Consent {
                    only: vec![StateCode::new("EG"), StateCode::new("RU")],
                    refused: vec![],
                },
                destination: Some("receiving-hospital".into()),
                expected_stay_days: None,
                languages: vec!["ar".into(), "en".into()],
            }),
        },
    );
}

#[test]
fn kinds_are_those_of_the_model() {
    assert_eq!(EventKind::ALL.len(), 23);
    assert!(
        EventKind::ALL
            .iter()
            .all(|kind| EventKind::named(kind.name()) == Some(*kind))
    );
}
