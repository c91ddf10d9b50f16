//! A corpus of broken events. Each is read as CSV and as JSON; each gives the expected finding at the expected place.

use airbridge_interchange::EventsReading;
use airbridge_model::{Place, Severity};

use super::{Written, csv, json, read_csv, read_json, written};

type Cells = &'static [(&'static str, &'static str)];

/// Events, and what must be found: code, number of the event (the first is 1), column (empty for none).
type Case = (&'static [Cells], (&'static str, usize, &'static str));

const NOW: (&str, &str) = ("at", "2030-05-01T12:00Z");
const OUT: (&str, &str) = ("kind", "aircraft-out");
const CLOSED: (&str, &str) = ("kind", "airfield-closed");
const FIELD: (&str, &str) = ("airfield", "EX01");
const CHANGED: (&str, &str) = ("kind", "patient-changed");
const DIED: Cells = &[NOW, ("kind", "patient-died"), ("patient", "P-001")];
const REQUESTED: Cells = &[
    NOW,
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
    ("specialty", "burns"),
];
const OFFERED: Cells = &[
    NOW,
    ("kind", "beds-offered"),
    ("offer", "O-9"),
    ("facility", "receiving-hospital"),
    ("specialty", "icu"),
    ("beds", "5"),
    ("from_on", "2030-05-02"),
    ("to_on", "2030-05-03"),
];

fn check(severity: Severity, cases: &[Case]) {
    for (events, expected) in cases {
        let events: Vec<Written> = events.iter().map(|cells| written(cells)).collect();
        check_written(severity, &events, *expected);
    }
}

fn check_written(severity: Severity, events: &[Written], (code, number, column): (&str, usize, &str)) {
    let in_csv = Place::Cell {
        file: "events.csv".into(),
        row: Some(number as u64 + 1),
        column: (!column.is_empty()).then(|| column.to_owned()),
    };
    let key = format!("events[{}].{column}", number - 1);
    let in_json = Place::Key {
        file: "events.json".into(),
        key: key.trim_end_matches('.').to_owned(),
    };
    for (reading, place) in [(read_csv(&csv(events)), in_csv), (read_json(&json(events)), in_json)] {
        sound(&reading);
        let all = &reading.findings;
        let mut found = all.iter();
        let found = found.find(|finding| finding.code == code && finding.place == place);
        let found = found.unwrap_or_else(|| panic!("{code} at {place} is not among {all:#?}"));
        assert_eq!(found.severity, severity, "{found}");
        assert!(!found.remedy.is_empty(), "{found}: what is to be done?");
        assert_eq!(reading.events.is_none(), severity == Severity::Error, "{all:#?}");
        assert!(all.len() <= 3, "one slip gives few findings: {all:#?}");
    }
}

/// Events are given when no finding is an error.
pub(super) fn sound(reading: &EventsReading) {
    let mut findings = reading.findings.iter();
    let errors = findings.any(|finding| finding.severity == Severity::Error);
    assert_eq!(reading.events.is_none(), errors, "{:#?}", reading.findings);
    for finding in &reading.findings {
        assert!(!finding.what.is_empty() && !finding.remedy.is_empty(), "{finding:?}");
    }
}

/// An event that is changed in some cells; an empty text takes the cell away.
fn changed(cells: Cells, changes: &[(&'static str, &str)]) -> Written {
    let mut event = written(cells);
    event.retain(|(name, _)| changes.iter().all(|(other, _)| other != name));
    event.extend(written(changes).into_iter().filter(|(_, text)| !text.is_empty()));
    event
}

#[test]
fn kinds_and_columns() {
    check(
        Severity::Error,
        &[
            (&[&[NOW, ("kind", "aircraft-lost")]], ("unknown-kind", 1, "kind")),
            (&[DIED, &[NOW, ("kind", "aircraft_out")]], ("unknown-kind", 2, "kind")),
            (&[&[NOW, ("aircraft", "SU-EX1")]], ("missing-value", 1, "kind")),
            (&[&[OUT, ("aircraft", "SU-EX1")]], ("missing-value", 1, "at")),
            (&[&[NOW, OUT]], ("missing-value", 1, "aircraft")),
            (
                &[DIED, &[NOW, ("kind", "off-block"), ("mission", "M1")]],
                ("missing-value", 2, "airfield"),
            ),
            (
                &[&[NOW, ("kind", "delayed"), ("mission", "M1")]],
                ("missing-value", 1, "until"),
            ),
            (
                &[&[NOW, ("kind", "clearance-late"), ("clearance", "LY-EX-1")]],
                ("missing-value", 1, "from"),
            ),
            (
                &[&[NOW, ("kind", "beds-withdrawn"), ("offer", "O-1")]],
                ("missing-value", 1, "left"),
            ),
            (
                &[&[NOW, OUT, ("aircraft", "SU-EX1"), ("patient", "P-001")]],
                ("column-not-for-this-kind", 1, "patient"),
            ),
            (
                &[&[
                    NOW,
                    ("kind", "state-closed"),
                    ("state", "LY"),
                    ("until", "2030-05-02T00:00Z"),
                ]],
                ("column-not-for-this-kind", 1, "until"),
            ),
            (
                &[&[NOW, CHANGED, ("patient", "P-001"), ("specialty", "burns")]],
                ("column-not-for-this-kind", 1, "specialty"),
            ),
            (&[&[NOW, CHANGED, ("patient", "P-001")]], ("no-change", 1, "")),
        ],
    );
}

#[test]
fn references() {
    check(
        Severity::Error,
        &[
            (&[&[NOW, OUT, ("aircraft", "SU-EX2")]], ("unknown-id", 1, "aircraft")),
            (
                &[&[NOW, ("kind", "crew-out"), ("crew", "flight-2")]],
                ("unknown-id", 1, "crew"),
            ),
            (
                &[&[NOW, ("kind", "on-block"), ("mission", "anything"), ("airfield", "HLLX")]],
                ("unknown-id", 1, "airfield"),
            ),
            (
                &[&[
                    NOW,
                    ("kind", "delayed"),
                    ("mission", "M1"),
                    ("airfield", "HLL"),
                    ("until", "2030-05-02T00:00Z"),
                ]],
                ("unknown-id", 1, "airfield"),
            ),
            (
                &[
                    DIED,
                    &[NOW, ("kind", "boarded"), ("mission", "M1"), ("patient", "P-01")],
                ],
                ("unknown-id", 2, "patient"),
            ),
            (
                &[&[
                    NOW,
                    ("kind", "admitted"),
                    ("patient", "P-001"),
                    ("facility", "hospital"),
                ]],
                ("unknown-id", 1, "facility"),
            ),
            (
                &[&[NOW, ("kind", "beds-withdrawn"), ("offer", "O-3"), ("left", "0")]],
                ("unknown-id", 1, "offer"),
            ),
            (
                &[&[NOW, ("kind", "clearance-denied"), ("clearance", "LY-EX-3")]],
                ("unknown-id", 1, "clearance"),
            ),
            (
                &[&[NOW, CLOSED, FIELD, ("closure", "EX-NOTAM-1")]],
                ("duplicate-id", 1, "closure"),
            ),
            (
                &[
                    &[NOW, CLOSED, FIELD, ("closure", "N1")],
                    &[
                        NOW,
                        ("kind", "airspace-closed"),
                        ("area", "1 2; 3 4; 5 6"),
                        ("closure", "N1"),
                    ],
                ],
                ("duplicate-id", 2, "closure"),
            ),
            (&[REQUESTED, REQUESTED], ("duplicate-id", 2, "patient")),
            (
                &[
                    &[
                        ("at", "2030-05-01T11:59Z"),
                        ("kind", "patient-died"),
                        ("patient", "P-009"),
                    ],
                    REQUESTED,
                ],
                ("not-there-yet", 1, "patient"),
            ),
            (
                &[&[NOW, ("kind", "patient-unfit"), ("patient", "P-009")], REQUESTED],
                ("not-there-yet", 1, "patient"),
            ),
            (
                &[
                    OFFERED,
                    &[
                        ("at", "2030-05-01T10:00Z"),
                        ("kind", "beds-withdrawn"),
                        ("offer", "O-9"),
                        ("left", "1"),
                    ],
                ],
                ("not-there-yet", 2, "offer"),
            ),
        ],
    );
    let in_operation = changed(REQUESTED, &[("patient", "P-001")]);
    check_written(Severity::Error, &[in_operation], ("duplicate-id", 1, "patient"));
    let somewhere = changed(OFFERED, &[("facility", "receiving-hopsital")]);
    check_written(Severity::Error, &[somewhere], ("unknown-id", 1, "facility"));
    let group = changed(REQUESTED, &[("group", "G-2")]);
    check_written(Severity::Error, &[group], ("unknown-id", 1, "group"));
}

#[test]
fn values() {
    check(
        Severity::Error,
        &[
            (
                &[&[("at", "2030-05-01"), OUT, ("aircraft", "SU-EX1")]],
                ("not-an-instant", 1, "at"),
            ),
            (
                &[&[("at", "2030-05-01 08:00"), OUT, ("aircraft", "SU-EX1")]],
                ("no-offset", 1, "at"),
            ),
            (
                &[&[NOW, OUT, ("aircraft", "SU-EX1"), ("until", "2030-05-02 08:00")]],
                ("no-offset", 1, "until"),
            ),
            (
                &[&[
                    NOW,
                    ("kind", "delayed"),
                    ("mission", "M1"),
                    ("until", "2030-05-02 08:00"),
                ]],
                ("no-offset", 1, "until"),
            ),
            (
                &[&[NOW, CLOSED, FIELD, ("to", "2030-05-02 08:00")]],
                ("no-offset", 1, "to"),
            ),
            (
                &[&[
                    ("at", "2030-04-26 00:30"),
                    ("kind", "off-block"),
                    ("mission", "M1"),
                    ("airfield", "HECA"),
                ]],
                ("time-does-not-exist", 1, "at"),
            ),
            (
                &[&[
                    ("at", "2930-05-01T12:00Z"),
                    ("kind", "patient-died"),
                    ("patient", "P-001"),
                ]],
                ("out-of-range", 1, "at"),
            ),
            (
                &[&[NOW, ("kind", "beds-withdrawn"), ("offer", "O-1"), ("left", "-1")]],
                ("out-of-range", 1, "left"),
            ),
            (
                &[&[NOW, ("kind", "beds-withdrawn"), ("offer", "O-1"), ("left", "half")]],
                ("not-a-number", 1, "left"),
            ),
            (
                &[&[NOW, ("kind", "state-closed"), ("state", "UK")]],
                ("unknown-state", 1, "state"),
            ),
            (
                &[&[NOW, ("kind", "airspace-closed"), ("area", "1 2; 3 4")]],
                ("bad-points", 1, "area"),
            ),
            (
                &[&[NOW, CHANGED, ("patient", "P-001"), ("critical_care", "iccu")]],
                ("unknown-code", 1, "critical_care"),
            ),
            (
                &[&[NOW, CHANGED, ("patient", "P-001"), ("ventilated", "perhaps")]],
                ("not-a-flag", 1, "ventilated"),
            ),
            (
                &[&[NOW, CHANGED, ("patient", "P-001"), ("cabin_limit_ft", "8,000")]],
                ("not-a-number", 1, "cabin_limit_ft"),
            ),
            (&[&[NOW, CLOSED, FIELD, ("closure", "a;b")]], ("bad-id", 1, "closure")),
            (
                &[&[NOW, ("kind", "boarded"), ("mission", "a;b"), ("patient", "P-001")]],
                ("bad-id", 1, "mission"),
            ),
        ],
    );
    for (column, text, code) in [
        ("specialty", "burn", "unknown-code"),
        ("specialty", "", "missing-value"),
        ("precedence_code", "P1", "unknown-code"),
        ("refused_states", "EGY", "unknown-state"),
        ("age_years", "200", "out-of-range"),
        ("collect_by", "2030-05-01 08:00", "ends-before-it-begins"),
        ("due_at", "2030-05-01T00:00Z", "due-before-clock-start"),
    ] {
        let event = changed(REQUESTED, &[(column, text)]);
        check_written(Severity::Error, &[event], (code, 1, column));
    }
    for (column, text, code) in [
        ("beds", "many", "not-a-number"),
        ("to_on", "2030-05-01", "ends-before-it-begins"),
        ("from_on", "02/05/2030", "not-a-date"),
        ("status", "closed", "unknown-code"),
        ("isolation", "contact", "not-a-flag"),
    ] {
        let event = changed(OFFERED, &[(column, text)]);
        check_written(Severity::Error, &[event], (code, 1, column));
    }
}

#[test]
fn sense() {
    const BEFORE: &str = "2030-05-01T11:00Z";
    const SAME: &str = "2030-05-01T12:00Z";
    check(
        Severity::Error,
        &[
            (
                &[&[NOW, OUT, ("aircraft", "SU-EX1"), ("until", BEFORE)]],
                ("ends-before-it-begins", 1, "until"),
            ),
            (
                &[&[NOW, ("kind", "crew-out"), ("crew", "flight-1"), ("until", SAME)]],
                ("ends-before-it-begins", 1, "until"),
            ),
            (
                &[&[
                    NOW,
                    ("kind", "delayed"),
                    ("mission", "M1"),
                    ("until", "2030-05-01T06:00Z"),
                ]],
                ("ends-before-it-begins", 1, "until"),
            ),
            (
                &[&[NOW, ("kind", "patient-unfit"), ("patient", "P-001"), ("until", BEFORE)]],
                ("ends-before-it-begins", 1, "until"),
            ),
            (
                &[&[NOW, CLOSED, FIELD, ("to", BEFORE)]],
                ("ends-before-it-begins", 1, "to"),
            ),
            (
                &[&[NOW, CLOSED, FIELD, ("from", SAME), ("to", SAME)]],
                ("ends-before-it-begins", 1, "to"),
            ),
            (
                &[&[
                    NOW,
                    ("kind", "state-closed"),
                    ("state", "LY"),
                    ("from", "2030-06-01T00:00Z"),
                ]],
                ("ends-before-it-begins", 1, "to"),
            ),
            (
                &[&[
                    NOW,
                    ("kind", "clearance-granted"),
                    ("clearance", "LY-EX-1"),
                    ("from", SAME),
                    ("to", BEFORE),
                ]],
                ("ends-before-it-begins", 1, "to"),
            ),
            (
                &[&[
                    NOW,
                    ("kind", "clearance-granted"),
                    ("clearance", "LY-EX-1"),
                    ("from", SAME),
                ]],
                ("missing-value", 1, "to"),
            ),
            (
                &[&[
                    NOW,
                    ("kind", "clearance-granted"),
                    ("clearance", "LY-EX-1"),
                    ("to", SAME),
                ]],
                ("missing-value", 1, "from"),
            ),
            (
                &[&[
                    NOW,
                    CHANGED,
                    ("patient", "P-001"),
                    ("precedence_scheme", "UK-STANAG3204"),
                    ("precedence_code", "P1"),
                ]],
                ("missing-value", 1, "clock_start_at"),
            ),
            (
                &[&[
                    NOW,
                    CHANGED,
                    ("patient", "P-001"),
                    ("precedence_code", "P1"),
                    ("clock_start_at", SAME),
                ]],
                ("missing-value", 1, "precedence_scheme"),
            ),
            (
                &[&[NOW, ("kind", "beds-withdrawn"), ("offer", "O-1"), ("left", "3")]],
                ("more-left-than-offered", 1, "left"),
            ),
        ],
    );
    let elsewhere = changed(OFFERED, &[("offer", "O-1"), ("facility", "staging-ward")]);
    check_written(Severity::Error, &[elsewhere], ("another-offer", 1, "facility"));
    let otherwise = changed(OFFERED, &[("offer", "O-1")]);
    check_written(Severity::Error, &[otherwise], ("another-offer", 1, "specialty"));
    let apart = changed(REQUESTED, &[("group", "G-1"), ("origin", "staging-ward")]);
    check_written(Severity::Error, &[apart], ("group-apart", 1, "origin"));
}

#[test]
fn doubts() {
    check(
        Severity::Warning,
        &[
            (
                &[&[
                    ("at", "2031-05-01T12:00Z"),
                    ("kind", "patient-died"),
                    ("patient", "P-001"),
                ]],
                ("outside-the-operation", 1, "at"),
            ),
            (
                &[
                    &[
                        ("at", "2030-05-01T13:00Z"),
                        ("kind", "boarded"),
                        ("mission", "M1"),
                        ("patient", "P-001"),
                    ],
                    DIED,
                ],
                ("patient-gone", 1, "patient"),
            ),
            (
                &[&[
                    NOW,
                    ("kind", "clearance-late"),
                    ("clearance", "LY-EX-1"),
                    ("from", "2030-05-04T00:00Z"),
                ]],
                ("clearance-over-before-it-holds", 1, "from"),
            ),
            (
                &[&[
                    NOW,
                    CHANGED,
                    ("patient", "P-001"),
                    ("ventilated", "yes"),
                    ("critical_care", "none"),
                ]],
                ("ventilated-without-intensive-care", 1, "critical_care"),
            ),
        ],
    );
    let withdrawn = changed(OFFERED, &[("status", "withdrawn")]);
    check_written(Severity::Warning, &[withdrawn], ("offered-and-withdrawn", 1, "status"));
    let child = changed(REQUESTED, &[("age_years", "9")]);
    check_written(
        Severity::Warning,
        &[child],
        ("unaccompanied-minor", 1, "other_attendants"),
    );
    let no_bed = changed(REQUESTED, &[("specialty", "bmt")]);
    check_written(Severity::Warning, &[no_bed], ("specialty-not-offered", 1, "specialty"));
}

#[test]
fn hints_name_what_is_meant() {
    let remedy = |cells: Cells| read_csv(&csv(&[written(cells)])).findings[0].remedy.clone();
    assert_eq!(remedy(&[NOW, ("kind", "aircraftout")]), "is \"aircraft-out\" meant?");
    assert_eq!(remedy(&[NOW, OUT, ("aircraft", "SU-EXI")]), "is \"SU-EX1\" meant?");
    assert_eq!(remedy(&[NOW, OUT]), "fill it in: The aircraft.");
    assert!(remedy(&[NOW, ("kind", "zzz")]).starts_with("write one of: off-block, on-block"));
    let reading = read_csv(&csv(&[written(REQUESTED), written(REQUESTED)]));
    assert_eq!(reading.findings[0].what, "\"P-009\" is in events.csv, row 2 already");
    let reading = read_json(&json(&[written(REQUESTED), written(REQUESTED)]));
    assert_eq!(
        reading.findings[0].what,
        "\"P-009\" is in events.json, events[0] already"
    );
    assert_eq!(reading.findings[0].place.to_string(), "events.json, events[1].patient");
}

#[test]
fn every_finding_is_listed() {
    let events = [
        written(&[
            NOW,
            OUT,
            ("aircraft", "SU-EX9"),
            ("until", "soon"),
            ("crew", "flight-1"),
        ]),
        written(&[("at", "now"), ("kind", "patient-died"), ("patient", "P-999999")]),
        written(&[NOW, ("kind", "nothing")]),
        written(DIED),
    ];
    for reading in [read_csv(&csv(&events)), read_json(&json(&events))] {
        let codes: Vec<&str> = reading.findings.iter().map(|finding| finding.code.as_str()).collect();
        assert_eq!(
            codes,
            [
                "column-not-for-this-kind",
                "unknown-id",
                "not-an-instant",
                "not-an-instant",
                "unknown-id",
                "unknown-kind",
            ]
        );
        assert_eq!(reading.events, None);
    }
}

#[test]
fn files_that_are_no_csv_of_events() {
    for (text, code, place) in [
        (&b""[..], "missing-header", "events.csv"),
        (
            b"at,kind,aircraft\n2030-05-01T12:00Z,aircraft-out,SU-EX1,x\n",
            "extra-cell",
            "events.csv, row 2",
        ),
        (
            b"kind,aircraft\naircraft-out,SU-EX1\n",
            "missing-column",
            "events.csv, column at",
        ),
        (
            b"at,aircraft\n2030-05-01T12:00Z,SU-EX1\n",
            "missing-column",
            "events.csv, column kind",
        ),
        (
            b"at,kind,aircraft,untill\n",
            "unknown-column",
            "events.csv, column untill",
        ),
        (b"at,kind,at\n", "duplicate-column", "events.csv, column at"),
        (
            b"at,kind,cabin_limit_m\n",
            "wrong-unit",
            "events.csv, column cabin_limit_m",
        ),
        (
            b"at,kind,left\n#REF!,beds-withdrawn,1\n",
            "formula-error",
            "events.csv, row 2, column at",
        ),
        (
            b"at,kind\n2030-05-01T12:00Z,\"aircraft-out\nx",
            "quote-not-closed",
            "events.csv, row 2",
        ),
        (b"at,kind\n\xE9", "not-utf8", "events.csv"),
        (b"a\0t\0", "not-text", "events.csv"),
    ] {
        let reading = read_csv(text);
        sound(&reading);
        let mut found = reading.findings.iter();
        let is_there = found.any(|finding| finding.code == code && finding.place.to_string() == place);
        assert!(is_there && reading.events.is_none(), "{code}: {:#?}", reading.findings);
        assert!(reading.findings.len() <= 5, "{code}: {:#?}", reading.findings);
    }
}

#[test]
fn files_that_are_no_json_of_events() {
    let event = |members: &str| {
        format!("{{\"format\": \"airbridge-events/1\", \"events\": [{{\"at\": \"2030-05-01T12:00Z\", {members}}}]}}")
    };
    let head = "{\"format\": \"airbridge-events/1\"";
    let deep = format!("{head}, \"events\": {}{}}}", "[".repeat(20_000), "]".repeat(20_000));
    let huge = event(&format!(
        "\"kind\": \"aircraft-out\", \"aircraft\": \"{}\"",
        "x".repeat(40_000)
    ));
    for (text, code, place) in [
        ("", "not-json", "events.json, row 1"),
        ("[]", "not-json", "events.json, row 1"),
        (
            "{\n\"format\": \"airbridge-events/1\",\n\"events\": [,]}",
            "not-json",
            "events.json, row 3",
        ),
        (
            "{\"format\": \"x\", \"format\": \"y\"}",
            "not-json",
            "events.json, row 1",
        ),
        ("{\"events\": []}", "wrong-format", "events.json, format"),
        (
            "{\"format\": \"airbridge-plan/1\", \"events\": []}",
            "wrong-format",
            "events.json, format",
        ),
        ("{\"format\": 1, \"events\": []}", "wrong-format", "events.json, format"),
        (&format!("{head}}}"), "missing-member", "events.json, events"),
        (
            &format!("{head}, \"events\": {{}}}}"),
            "not-a-list",
            "events.json, events",
        ),
        (
            &format!("{head}, \"events\": [], \"evnts\": []}}"),
            "unknown-member",
            "events.json, evnts",
        ),
        (
            &format!("{head}, \"events\": [7]}}"),
            "not-an-event",
            "events.json, events[0]",
        ),
        (&deep, "not-an-event", "events.json, events[0]"),
        (
            &event("\"kind\": \"patient-died\", \"patient\": \"P-001\", \"patient\": \"P-002\""),
            "duplicate-column",
            "events.json, events[0]",
        ),
        (
            &event("\"kind\": \"aircraft-out\", \"aircraft\": \"SU-EX1\", \"untill\": \"\""),
            "unknown-column",
            "events.json, events[0].untill",
        ),
        (
            &event("\"kind\": [\"aircraft-out\"]"),
            "wrong-json-type",
            "events.json, events[0].kind",
        ),
        (
            &event("\"kind\": \"aircraft-out\", \"aircraft\": 7"),
            "wrong-json-type",
            "events.json, events[0].aircraft",
        ),
        (
            &event("\"kind\": \"aircraft-out\", \"aircraft\": {\"id\": \"SU-EX1\"}"),
            "wrong-json-type",
            "events.json, events[0].aircraft",
        ),
        (
            &event("\"kind\": \"beds-withdrawn\", \"offer\": \"O-1\", \"left\": true"),
            "wrong-json-type",
            "events.json, events[0].left",
        ),
        (
            &event("\"kind\": \"beds-withdrawn\", \"offer\": \"O-1\", \"left\": 1.5"),
            "not-a-whole-number",
            "events.json, events[0].left",
        ),
        (
            &event("\"kind\": \"airspace-closed\", \"area\": [[31.5, 29.9], [32, 30], [31, 31]]"),
            "wrong-json-type",
            "events.json, events[0].area",
        ),
        (
            &event("\"kind\": \"aircraft-out\", \"aircraft\": \"\\ud800\""),
            "wrong-json-type",
            "events.json, events[0].aircraft",
        ),
        (
            &event("\"kind\": \"aircraft-out\", \"aircraft\": \"SU-EX1\", \"patient\": 5"),
            "column-not-for-this-kind",
            "events.json, events[0].patient",
        ),
        (&huge, "huge-cell", "events.json, events[0].aircraft"),
    ] {
        let reading = read_json(text.as_bytes());
        sound(&reading);
        let codes: Vec<String> = reading.findings.iter().map(ToString::to_string).collect();
        let mut found = reading.findings.iter();
        let is_there = found.any(|finding| finding.code == code && finding.place.to_string() == place);
        assert!(is_there && reading.events.is_none(), "{code} at {place}: {codes:#?}");
        assert_eq!(codes.len(), 1, "{code}: {codes:#?}");
    }
    let large = vec![b' '; 49 * 1024 * 1024];
    assert_eq!(read_json(&large).findings[0].code, "file-too-large");
    assert_eq!(read_json(b"{\"format\": \"\xE9\"}").findings[0].code, "not-utf8");
}
