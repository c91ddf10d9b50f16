//! What people may write otherwise: order, local times, types of JSON, separators; what files have in common.

use airbridge_interchange::write_events;
use airbridge_model::{Event, Happening};
use jiff::Timestamp;

use super::{OPERATION, csv, json, read_csv, read_json, written};

fn at(text: &str) -> Timestamp {
    text.parse().expect("an instant")
}

fn events(text: &str) -> Vec<Event> {
    let reading = read_json(text.as_bytes());
    let found = reading.findings;
    reading.events.unwrap_or_else(|| panic!("{text}: {found:#?}"))
}

#[test]
fn events_come_by_time_and_then_by_the_order_of_the_file() {
    let event = |at: &str, mission: &str| {
        written(&[
            ("at", at),
            ("kind", "off-block"),
            ("mission", mission),
            ("airfield", "HECA"),
        ])
    };
    let file = [
        event("2030-05-02T00:00Z", "M3"),
        event("2030-05-01T12:00Z", "M2"),
        event("2030-05-01T10:00Z", "M1"),
        event("2030-05-01T12:00Z", "M0"),
    ];
    for reading in [read_csv(&csv(&file)), read_json(&json(&file))] {
        let missions: Vec<String> = reading
            .events
            .expect("nothing is wrong")
            .iter()
            .map(|event| match &event.what {
                Happening::OffBlock { mission, .. } => mission.to_string(),
                _ => unreachable!("all are of one kind"),
            })
            .collect();
        assert_eq!(missions, ["M1", "M2", "M0", "M3"]);
    }
}

#[test]
fn a_local_time_is_in_the_zone_of_the_place_that_the_row_names() {
    // In May 2030 Cairo keeps +03, Tripoli +02.
    for (cells, expected) in [
        (
            &[("kind", "off-block"), ("mission", "M1"), ("airfield", "EX01")][..],
            "05:00",
        ),
        (
            &[("kind", "on-block"), ("mission", "M1"), ("airfield", "HLLB")],
            "06:00",
        ),
        (&[("kind", "beds-withdrawn"), ("offer", "O-1"), ("left", "1")], "05:00"),
        (
            &[
                ("kind", "admitted"),
                ("patient", "P-001"),
                ("facility", "receiving-hospital"),
            ],
            "05:00",
        ),
        (
            &[
                ("kind", "delayed"),
                ("mission", "M1"),
                ("airfield", "HLLB"),
                ("until", "2030-05-01 09:00"),
            ],
            "06:00",
        ),
    ] {
        let mut event = written(&[("at", "2030-05-01 08:00")]);
        event.extend(written(cells));
        let read = read_csv(&csv(&[event]));
        let read = read.events.unwrap_or_else(|| panic!("{:#?}", read.findings));
        assert_eq!(read[0].at, at(&format!("2030-05-01T{expected}Z")), "{cells:?}");
        if let Happening::Delayed { until, .. } = read[0].what {
            assert_eq!(until, at("2030-05-01T07:00Z"));
        }
    }
}

#[test]
fn json_may_have_numbers_flags_lists_and_nulls() {
    let texts = r#"{"format": "airbridge-events/1", "events": [
        {"at": "2030-05-01T12:00Z", "kind": "beds-withdrawn", "offer": "O-2", "left": "2"},
        {"at": "2030-05-01T12:01Z", "kind": "patient-changed", "patient": "P-001", "ventilated": "no", "dependency": "2", "cabin_limit_ft": "4500.5"},
        {"at": "2030-05-01T12:02Z", "kind": "airspace-closed", "area": "1 2; 3 4; 5 6"},
        {"at": "2030-05-01T12:03Z", "kind": "beds-offered", "offer": "O-9", "facility": "receiving-hospital", "specialty": "icu", "beds": "1",
         "from_on": "2030-05-02", "to_on": "2030-05-03", "isolation": "yes"}
    ]}"#;
    let types = r#"{"events": [
        {"kind": "beds-withdrawn", "at": " 2030-05-01T12:00Z ", "left": 2, "offer": " O-2", "note": null, "until": null},
        {"at": "2030-05-01T12:01Z", "kind": "patient-changed", "patient": "P-001", "ventilated": false, "dependency": 2, "cabin_limit_ft": 4500.5},
        {"at": "2030-05-01T12:02Z", "kind": "airspace-closed", "area": ["1 2", "3 4", "5 6"], "closure": ""},
        {"at": "2030-05-01T12:03Z", "kind": "beds-offered", "offer": "O-9", "facility": "receiving-hospital", "specialty": "icu", "beds": 1.0,
         "from_on": "2030-05-02", "to_on": "2030-05-03", "isolation": true}
    ], "format": "airbridge-events/1"}"#;
    assert_eq!(events(types), events(texts));
}

#[test]
fn a_made_up_name_of_a_closure_keeps_clear_of_others() {
    let closed = |cells: &[(&'static str, &str)]| {
        let mut event = written(&[
            ("at", "2030-05-01T12:00Z"),
            ("kind", "airfield-closed"),
            ("airfield", "EX01"),
        ]);
        event.extend(written(cells));
        event
    };
    let file = [
        closed(&[]),
        closed(&[("closure", "EVENT-3")]),
        closed(&[]),
        closed(&[("closure", "EVENT-3-2")]),
    ];
    let read = read_json(&json(&file)).events.expect("nothing is wrong");
    let names: Vec<String> = read
        .iter()
        .map(|event| match &event.what {
            Happening::AirfieldClosed { closure, .. } => closure.to_string(),
            _ => unreachable!("all are of one kind"),
        })
        .collect();
    assert_eq!(names, ["EVENT-1", "EVENT-3", "EVENT-3-3", "EVENT-3-2"]);
}

#[test]
fn a_patient_and_an_offer_may_come_with_the_events() {
    let request = |cells: &[(&'static str, &str)]| {
        let mut event = written(&[
            ("kind", "requested"),
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
            ("isolation", "none"),
            ("overnight", "no"),
            ("medical_attendants", "0"),
            ("other_attendants", "0"),
            ("specialty", "icu"),
        ]);
        event.extend(written(cells));
        event
    };
    let offer = written(&[
        ("at", "2030-05-01T13:00Z"),
        ("kind", "beds-offered"),
        ("offer", "O-9"),
        ("facility", "receiving-hospital"),
        ("specialty", "icu"),
        ("beds", "5"),
        ("from_on", "2030-05-02"),
        ("to_on", "2030-05-03"),
    ]);
    let file = [
        written(&[
            ("at", "2030-05-01T14:00Z"),
            ("kind", "patient-unfit"),
            ("patient", "P-009"),
        ]),
        written(&[
            ("at", "2030-05-01T14:00Z"),
            ("kind", "beds-withdrawn"),
            ("offer", "O-9"),
            ("left", "4"),
        ]),
        offer,
        request(&[("at", "2030-05-01T12:00Z")]),
    ];
    for reading in [read_csv(&csv(&file)), read_json(&json(&file))] {
        assert_eq!(reading.findings, vec![]);
        assert_eq!(reading.events.expect("nothing was found").len(), 4);
    }
}

#[test]
fn csv_is_read_as_tables_are() {
    let plain = "at,kind,mission,airfield\n2030-05-01T06:00Z,off-block,M1,HECA\n";
    let expected = read_csv(plain.as_bytes());
    assert_eq!(
        expected.events.as_ref().map(Vec::len),
        Some(1),
        "{:#?}",
        expected.findings
    );
    for text in [
        "\u{feff}Airfield;Mission;At;Kind\r\n\r\n#x;#y;#z;#w\r\nHECA;M1;2030-05-01T06:00Z;Off-Block\r\n",
        "kind\tat\tmission\tairfield\tuntil\noff-block\t2030-05-01 09:00\tM1\tHECA\t\n",
    ] {
        assert_eq!(read_csv(text.as_bytes()), expected, "{text}");
    }
    let utf16: Vec<u8> = std::iter::once(0xFEFF)
        .chain(plain.encode_utf16())
        .flat_map(u16::to_le_bytes)
        .collect();
    assert_eq!(read_csv(&utf16), expected);
}

#[test]
fn no_events_are_no_mistake() {
    assert_eq!(read_csv(b"at,kind\n").events, Some(vec![]));
    let written = write_events(&[]);
    assert_eq!(
        written,
        "{\n  \"format\": \"airbridge-events/1\",\n  \"events\": []\n}\n"
    );
    assert_eq!(read_json(written.as_bytes()).events, Some(vec![]));
}

#[test]
fn what_is_written_is_one_line_an_event() {
    let event = Event {
        at: at("2030-05-01T12:00Z"),
        source: "Ops \"A\"".into(),
        note: String::new(),
        what: Happening::ClearanceGranted {
            clearance: "LY-EX-2".into(),
            window: Some((at("2030-05-03T00:00Z"), at("2030-05-04T00:00Z"))),
        },
    };
    assert_eq!(
        write_events(&[event]),
        "{\n  \"format\": \"airbridge-events/1\",\n  \"events\": [\n    \
         {\"at\": \"2030-05-01T12:00:00Z\", \"kind\": \"clearance-granted\", \"source\": \"Ops \\\"A\\\"\", \"clearance\": \"LY-EX-2\", \
         \"from\": \"2030-05-03T00:00:00Z\", \"to\": \"2030-05-04T00:00:00Z\"}\n  ]\n}\n"
    );
    assert!(!OPERATION.clearances.is_empty());
}
