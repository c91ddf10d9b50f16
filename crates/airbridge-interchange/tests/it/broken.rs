//! A corpus of broken operations. Each is read as a folder and as a workbook; each gives the expected finding at the expected place.

use airbridge_interchange::read_operation;
use airbridge_model::{Finding, Place, Severity};

use crate::draft::Draft;

/// How to break it, and what must be found: code, table (or `operation`), row (0 for none), column (empty for none).
type Case = (
    &'static str,
    fn(&mut Draft),
    (&'static str, &'static str, u64, &'static str),
);

fn is_at(finding: &Finding, file: &str, (code, table, row, column): (&str, &str, u64, &str)) -> bool {
    if finding.code != code {
        return false;
    }
    match &finding.place {
        Place::Cell {
            file: at_file,
            row: at_row,
            column: at_column,
        } => {
            let same_file = at_file == file;
            if table == "operation" {
                return same_file && (column.is_empty() || at_column.as_deref() == Some(column));
            }
            same_file && at_row.unwrap_or_default() == row && at_column.as_deref().unwrap_or_default() == column
        }
        Place::Key { file: at_file, key } => at_file == file && key == column,
        Place::Plan(_) => false,
    }
}

fn check(severity: Severity, cases: &[Case]) {
    for (name, break_it, expected) in cases {
        let mut draft = Draft::good();
        break_it(&mut draft);
        let folder_file = if expected.1 == "operation" {
            "operation.toml".to_owned()
        } else {
            format!("{}.csv", expected.1)
        };
        for (source, file) in [
            (draft.folder(), folder_file),
            (draft.workbook(), format!("made-up.xlsx#{}", expected.1)),
        ] {
            let reading = read_operation(&source);
            let found = reading.findings.iter().find(|finding| is_at(finding, &file, *expected));
            let all: Vec<String> = reading.findings.iter().map(ToString::to_string).collect();
            let found = found.unwrap_or_else(|| panic!("{name} ({file}): {expected:?} is not among {all:#?}"));
            assert_eq!(found.severity, severity, "{name}");
            assert!(!found.remedy.is_empty(), "{name}: what is to be done?");
            assert_eq!(
                reading.operation.is_none(),
                reading
                    .findings
                    .iter()
                    .any(|finding| finding.severity == Severity::Error),
                "{name}"
            );
            assert_eq!(
                reading.operation.is_none(),
                severity == Severity::Error,
                "{name}: {all:#?}"
            );
            assert!(all.len() <= 4, "{name}: one slip gives few findings: {all:#?}");
        }
    }
}

#[test]
fn tables_and_columns() {
    check(
        Severity::Error,
        &[
            (
                "no patients",
                |d| drop(d.tables.remove("patients")),
                ("missing-table", "patients", 0, ""),
            ),
            (
                "no facilities",
                |d| drop(d.tables.remove("facilities")),
                ("missing-table", "facilities", 0, ""),
            ),
            (
                "no access",
                |d| drop(d.tables.remove("facility_airfields")),
                ("missing-table", "facility_airfields", 0, ""),
            ),
            (
                "no offers",
                |d| drop(d.tables.remove("bed_offers")),
                ("missing-table", "bed_offers", 0, ""),
            ),
            (
                "no aircraft",
                |d| drop(d.tables.remove("aircraft")),
                ("missing-table", "aircraft", 0, ""),
            ),
            (
                "no crews",
                |d| drop(d.tables.remove("crews")),
                ("missing-table", "crews", 0, ""),
            ),
            (
                "empty table",
                |d| d.rows("closures").clear(),
                ("missing-header", "closures", 0, ""),
            ),
            (
                "no column origin",
                |d| d.drop_column("patients", "origin"),
                ("missing-column", "patients", 0, "origin"),
            ),
            (
                "no column beds",
                |d| d.drop_column("bed_offers", "beds"),
                ("missing-column", "bed_offers", 0, "beds"),
            ),
            (
                "ground in hours",
                |d| d.rename("facility_airfields", "ground_minutes", "ground_hours"),
                ("wrong-unit", "facility_airfields", 0, "ground_hours"),
            ),
            (
                "elevation in metres",
                |d| d.rename("airfields", "elevation_ft", "elevation_m"),
                ("wrong-unit", "airfields", 0, "elevation_m"),
            ),
            (
                "weight in pounds",
                |d| d.rename("patients", "weight_kg", "weight_lb"),
                ("wrong-unit", "patients", 0, "weight_lb"),
            ),
            (
                "a column twice",
                |d| d.rename("patients", "languages", "sex"),
                ("duplicate-column", "patients", 0, "sex"),
            ),
            (
                "a cell beyond the header",
                |d| d.rows("groups")[1].push("stray".into()),
                ("extra-cell", "groups", 2, ""),
            ),
        ],
    );
}

#[test]
fn values() {
    check(
        Severity::Error,
        &[
            (
                "empty cell",
                |d| d.cell("patients", 2, "specialty", ""),
                ("missing-value", "patients", 2, "specialty"),
            ),
            (
                "unknown code",
                |d| d.cell("patients", 2, "specialty", "orthopedics"),
                ("unknown-code", "patients", 2, "specialty"),
            ),
            (
                "unknown classification",
                |d| d.cell("patients", 3, "classification", "2C"),
                ("unknown-code", "patients", 3, "classification"),
            ),
            (
                "code of another scheme",
                |d| d.cell("patients", 2, "precedence_code", "urgent"),
                ("unknown-code", "patients", 2, "precedence_code"),
            ),
            (
                "unknown in a list",
                |d| d.cell("patients", 2, "acceptable_specialties", "icu eyes"),
                ("unknown-code", "patients", 2, "acceptable_specialties"),
            ),
            (
                "unknown surface",
                |d| d.cell("runways", 2, "surface", "ice"),
                ("unknown-code", "runways", 2, "surface"),
            ),
            (
                "unknown state",
                |d| d.cell("facilities", 2, "state", "UK"),
                ("unknown-state", "facilities", 2, "state"),
            ),
            (
                "three letters",
                |d| d.cell("patients", 3, "consent_states", "EGY"),
                ("unknown-state", "patients", 3, "consent_states"),
            ),
            (
                "negative beds",
                |d| d.cell("bed_offers", 2, "beds", "-3"),
                ("out-of-range", "bed_offers", 2, "beds"),
            ),
            (
                "half a bed",
                |d| d.cell("bed_offers", 2, "beds", "2.5"),
                ("not-a-whole-number", "bed_offers", 2, "beds"),
            ),
            (
                "latitude 95",
                |d| d.cell("facilities", 2, "lat_deg", "95"),
                ("out-of-range", "facilities", 2, "lat_deg"),
            ),
            (
                "decimal comma",
                |d| d.cell("facilities", 2, "lat_deg", "32,1"),
                ("not-a-number", "facilities", 2, "lat_deg"),
            ),
            (
                "not a number",
                |d| d.cell("facilities", 2, "lon_deg", "NaN"),
                ("not-a-number", "facilities", 2, "lon_deg"),
            ),
            (
                "a unit in the cell",
                |d| d.cell("facility_airfields", 2, "ground_minutes", "30 min"),
                ("not-a-number", "facility_airfields", 2, "ground_minutes"),
            ),
            (
                "neither yes nor no",
                |d| d.cell("patients", 2, "ventilated", "maybe"),
                ("not-a-flag", "patients", 2, "ventilated"),
            ),
            (
                "age 200",
                |d| d.cell("patients", 2, "age_years", "200"),
                ("out-of-range", "patients", 2, "age_years"),
            ),
            (
                "bad hours",
                |d| d.cell("facilities", 2, "release_hours", "8 to 5"),
                ("bad-hours", "facilities", 2, "release_hours"),
            ),
            (
                "unknown zone",
                |d| d.cell("facilities", 2, "zone", "Africa/Atlantis"),
                ("unknown-zone", "facilities", 2, "zone"),
            ),
            (
                "range rises",
                |d| d.cell("aircraft_types", 2, "range_points", "0:1000; 2500:1600"),
                ("range-curve-not-falling", "aircraft_types", 2, "range_points"),
            ),
            (
                "no curve",
                |d| d.cell("aircraft_types", 2, "range_points", "1600"),
                ("bad-range-curve", "aircraft_types", 2, "range_points"),
            ),
            (
                "two corners",
                |d| d.cell("contested_areas", 2, "corners", "1 2; 3 4"),
                ("bad-points", "contested_areas", 2, "corners"),
            ),
            (
                "id with semicolon",
                |d| d.cell("clearances", 2, "clearance", "a;b"),
                ("bad-id", "clearances", 2, "clearance"),
            ),
            (
                "long id",
                |d| d.cell("closures", 2, "closure", &"x".repeat(100)),
                ("id-too-long", "closures", 2, "closure"),
            ),
            (
                "formula error",
                |d| d.cell("bed_offers", 2, "beds", "#REF!"),
                ("formula-error", "bed_offers", 2, "beds"),
            ),
        ],
    );
}

#[test]
fn times() {
    check(
        Severity::Error,
        &[
            (
                "no time",
                |d| d.cell("patients", 2, "ready_at", "2030-05-01"),
                ("not-an-instant", "patients", 2, "ready_at"),
            ),
            (
                "30 February",
                |d| d.cell("patients", 2, "ready_at", "2030-02-30T06:00Z"),
                ("not-an-instant", "patients", 2, "ready_at"),
            ),
            (
                "year 20300",
                |d| d.cell("patients", 2, "clock_start_at", "2930-02-01T06:00Z"),
                ("out-of-range", "patients", 2, "clock_start_at"),
            ),
            (
                "day by month",
                |d| d.cell("bed_offers", 2, "from_on", "01/05/2030"),
                ("not-a-date", "bed_offers", 2, "from_on"),
            ),
            (
                "left out in Cairo",
                |d| d.cell("bed_offers", 2, "expires_at", "2030-04-26 00:30"),
                ("time-does-not-exist", "bed_offers", 2, "expires_at"),
            ),
            (
                "twice in Cairo",
                |d| d.cell("bed_offers", 2, "expires_at", "2030-10-31 23:30"),
                ("time-exists-twice", "bed_offers", 2, "expires_at"),
            ),
            (
                "horizon reversed",
                |d| d.set("to", "2030-04-30T00:00:00Z"),
                ("horizon-reversed", "operation", 0, "to"),
            ),
            (
                "no horizon",
                |d| drop(d.settings.remove("from")),
                ("missing-key", "operation", 0, "from"),
            ),
            (
                "horizon in words",
                |d| d.set("from", "May Day"),
                ("not-an-instant", "operation", 0, "from"),
            ),
            (
                "due before the clock",
                |d| d.cell("patients", 2, "due_at", "2030-04-30T04:00Z"),
                ("due-before-clock-start", "patients", 2, "due_at"),
            ),
            (
                "collected before ready",
                |d| d.cell("patients", 2, "collect_by", "2030-05-01T04:00Z"),
                ("ends-before-it-begins", "patients", 2, "collect_by"),
            ),
            (
                "offer reversed",
                |d| d.cell("bed_offers", 2, "to_on", "2030-04-01"),
                ("ends-before-it-begins", "bed_offers", 2, "to_on"),
            ),
            (
                "clearance reversed",
                |d| d.cell("clearances", 2, "valid_to", "2030-04-01T00:00Z"),
                ("ends-before-it-begins", "clearances", 2, "valid_to"),
            ),
            (
                "closure reversed",
                |d| d.cell("closures", 2, "to_at", "2030-04-01T00:00Z"),
                ("ends-before-it-begins", "closures", 2, "to_at"),
            ),
            (
                "availability reversed",
                |d| d.cell("aircraft", 2, "available_to", "2030-04-01T00:00Z"),
                ("ends-before-it-begins", "aircraft", 2, "available_to"),
            ),
            (
                "ban reversed",
                |d| d.cell("forbidden_pairs", 2, "to_on", "2029-04-01"),
                ("ends-before-it-begins", "forbidden_pairs", 2, "to_on"),
            ),
        ],
    );
}

#[test]
fn references() {
    check(
        Severity::Error,
        &[
            (
                "patient twice",
                |d| d.again("patients", 2, &[]),
                ("duplicate-id", "patients", 5, "patient"),
            ),
            (
                "offer twice",
                |d| d.again("bed_offers", 3, &[]),
                ("duplicate-id", "bed_offers", 4, "offer"),
            ),
            (
                "runway twice",
                |d| d.again("runways", 2, &[]),
                ("duplicate-id", "runways", 3, "runway"),
            ),
            (
                "access twice",
                |d| d.again("facility_airfields", 2, &[]),
                ("duplicate-id", "facility_airfields", 5, "airfield"),
            ),
            (
                "unknown origin",
                |d| d.cell("patients", 2, "origin", "collecting-piont"),
                ("unknown-id", "patients", 2, "origin"),
            ),
            (
                "unknown group",
                |d| d.cell("patients", 2, "group", "G-9"),
                ("unknown-id", "patients", 2, "group"),
            ),
            (
                "unknown facility",
                |d| d.cell("bed_offers", 2, "facility", "hospital"),
                ("unknown-id", "bed_offers", 2, "facility"),
            ),
            (
                "unknown airfield",
                |d| d.cell("facility_airfields", 2, "airfield", "HLLX"),
                ("unknown-id", "facility_airfields", 2, "airfield"),
            ),
            (
                "unknown type",
                |d| d.cell("aircraft", 2, "type", "C-131H"),
                ("unknown-id", "aircraft", 2, "type"),
            ),
            (
                "unknown base",
                |d| d.cell("aircraft", 2, "base", "ZZZZ"),
                ("unknown-id", "aircraft", 2, "base"),
            ),
            (
                "unknown configuration",
                |d| d.cell("aircraft", 2, "configurations", "12L"),
                ("unknown-id", "aircraft", 2, "configurations"),
            ),
            (
                "unknown standing",
                |d| d.cell("aircraft", 2, "standing_configuration", "12L"),
                ("unknown-id", "aircraft", 2, "standing_configuration"),
            ),
            (
                "unknown aircraft",
                |d| d.cell("crews", 3, "aircraft", "SU-EX1; SU-EX9"),
                ("unknown-id", "crews", 3, "aircraft"),
            ),
            (
                "unknown rules",
                |d| d.cell("crews", 2, "rules", "easy"),
                ("unknown-id", "crews", 2, "rules"),
            ),
            (
                "unknown operator",
                |d| d.cell("clearances", 2, "operator", "Nobody"),
                ("unknown-id", "clearances", 2, "operator"),
            ),
            (
                "unknown closed field",
                |d| d.cell("closures", 2, "airfield", "EX02"),
                ("unknown-id", "closures", 2, "airfield"),
            ),
            (
                "unknown staging",
                |d| d.cell("staging", 2, "facility", "ward"),
                ("unknown-id", "staging", 2, "facility"),
            ),
            (
                "unknown type of a cabin",
                |d| d.cell("configurations", 2, "type", "EXAMPLE-TWINN"),
                ("unknown-id", "configurations", 2, "type"),
            ),
            (
                "missing boundaries",
                |d| d.set("boundaries", "own.ser"),
                ("missing-file", "operation", 0, "boundaries"),
            ),
            (
                "boundaries elsewhere",
                |d| d.set("boundaries", "../own.ser"),
                ("not-a-file-name", "operation", 0, "boundaries"),
            ),
        ],
    );
}

#[test]
fn sense() {
    check(
        Severity::Error,
        &[
            (
                "own parent",
                |d| d.cell("groups", 2, "parent", "G-1"),
                ("cycle-in-groups", "groups", 2, "parent"),
            ),
            (
                "circle of parents",
                |d| {
                    d.cell("groups", 2, "parent", "G-2");
                    d.again("groups", 2, &[("group", "G-2"), ("parent", "G-1")]);
                },
                ("cycle-in-groups", "groups", 3, "parent"),
            ),
            (
                "group apart",
                |d| d.cell("patients", 4, "origin", "staging-ward"),
                ("group-apart", "patients", 4, "origin"),
            ),
            (
                "more stations than litters",
                |d| d.cell("configurations", 2, "intensive_care", "3"),
                ("more-stations-than-litters", "configurations", 2, "intensive_care"),
            ),
            (
                "more isolation than places",
                |d| d.cell("configurations", 2, "isolation_bay", "7"),
                ("more-isolation-than-places", "configurations", 2, "isolation_units"),
            ),
            (
                "facility without airfield",
                |d| d.again("facilities", 2, &[("facility", "far-away")]),
                ("facility-without-airfield", "facilities", 5, "facility"),
            ),
            (
                "staging without airfield",
                |d| {
                    d.again("facilities", 4, &[("facility", "ward-2")]);
                    d.cell("staging", 2, "facility", "ward-2");
                },
                ("facility-without-airfield", "facilities", 5, "facility"),
            ),
            (
                "stay reversed",
                |d| d.cell("staging", 2, "min_stay_minutes", "2000"),
                ("limits-reversed", "staging", 2, "min_stay_minutes"),
            ),
            (
                "ages reversed",
                |d| d.cell("bed_offers", 2, "age_to_years", "10"),
                ("limits-reversed", "bed_offers", 2, "age_to_years"),
            ),
            (
                "aircraft without flight crew",
                |d| d.again("aircraft", 2, &[("aircraft", "SU-EX2")]),
                ("aircraft-without-crew", "aircraft", 3, "aircraft"),
            ),
            (
                "airfield without runway",
                |d| d.rows("runways").truncate(1),
                ("airfield-without-runway", "airfields", 3, "airfield"),
            ),
            (
                "type without cabin",
                |d| d.rows("configurations").truncate(1),
                ("type-without-configuration", "aircraft_types", 2, "type"),
            ),
            (
                "new field, half filled",
                |d| d.cell("airfields", 3, "elevation_ft", ""),
                ("missing-value", "airfields", 3, "elevation_ft"),
            ),
            (
                "new type, half filled",
                |d| d.cell("aircraft_types", 2, "cruise_kt", ""),
                ("missing-value", "aircraft_types", 2, "cruise_kt"),
            ),
            (
                "medical team without points",
                |d| d.cell("crews", 3, "nursing_points", ""),
                ("missing-value", "crews", 3, "nursing_points"),
            ),
            (
                "pilots who care",
                |d| d.cell("crews", 2, "critical_points", "3"),
                ("wrong-role", "crews", 2, "critical_points"),
            ),
            (
                "extra pilots without rest",
                |d| d.cell("crews", 2, "extra_pilots", "1"),
                ("pilots-without-rest", "crews", 2, "rest_class"),
            ),
            (
                "rest without pilots",
                |d| d.cell("crews", 2, "rest_class", "1"),
                ("rest-without-pilots", "crews", 2, "rest_class"),
            ),
            (
                "two scopes",
                |d| d.cell("clearances", 2, "aircraft", "SU-EX1"),
                ("two-scopes", "clearances", 2, "aircraft"),
            ),
            (
                "closure of nothing",
                |d| d.cell("closures", 2, "airfield", ""),
                ("closure-of-what", "closures", 2, "airfield"),
            ),
            (
                "closure of both",
                |d| d.cell("closures", 2, "area", "1 1; 2 2; 3 1"),
                ("closure-of-what", "closures", 2, "airfield"),
            ),
            (
                "pair with itself",
                |d| d.cell("forbidden_pairs", 2, "other", "XA"),
                ("same-state", "forbidden_pairs", 2, "other"),
            ),
            (
                "route to itself",
                |d| d.cell("routes", 2, "to", "EX01"),
                ("same-airfield", "routes", 2, "to"),
            ),
            (
                "consent contradicts",
                |d| d.cell("patients", 3, "refused_states", "RU"),
                ("consent-contradicts", "patients", 3, "refused_states"),
            ),
        ],
    );
}

#[test]
fn settings() {
    check(
        Severity::Error,
        &[
            (
                "no name",
                |d| drop(d.settings.remove("name")),
                ("missing-key", "operation", 0, "name"),
            ),
            (
                "negative weight",
                |d| d.set("policy.weights.urgent", "-1"),
                ("out-of-range", "operation", 0, "policy.weights.urgent"),
            ),
            (
                "route factor below 1",
                |d| d.set("policy.block.route_factor", "0.9"),
                ("out-of-range", "operation", 0, "policy.block.route_factor"),
            ),
            (
                "tiers loosen",
                |d| d.set("policy.cabin.tiers", "0 1 1; 8000 1 1"),
                ("bad-cabin-tiers", "operation", 0, "policy.cabin.tiers"),
            ),
            (
                "25 o'clock",
                |d| d.set("policy.staging.overnight_at", "25:00"),
                ("not-a-time", "operation", 0, "policy.staging.overnight_at"),
            ),
            (
                "duty gap",
                |d| d.set("policy.duty.easa.rows", "06:00-13:29 780"),
                ("duty-rows-gap", "operation", 0, "policy.duty.easa.rows"),
            ),
            (
                "duty overlap",
                |d| d.set("policy.duty.easa.rows", "00:00-23:59 780; 06:00-07:00 1"),
                ("duty-rows-overlap", "operation", 0, "policy.duty.easa.rows"),
            ),
            (
                "duty in words",
                |d| d.set("policy.duty.easa.rows", "thirteen hours"),
                ("bad-duty-rows", "operation", 0, "policy.duty.easa.rows"),
            ),
            (
                "augmented in words",
                |d| d.set("policy.duty.easa.augmented", "bunks"),
                ("bad-augmented", "operation", 0, "policy.duty.easa.augmented"),
            ),
            (
                "own rules, half",
                |d| d.set("policy.duty.own.rows", "00:00-23:59 780"),
                ("missing-key", "operation", 0, "policy.duty.own.report_minutes"),
            ),
        ],
    );
}

#[test]
fn doubts() {
    check(
        Severity::Warning,
        &[
            (
                "unknown table",
                |d| drop(d.tables.insert("patient".into(), vec![vec!["x".into()]])),
                ("unknown-table", "patient", 0, ""),
            ),
            (
                "unknown column",
                |d| d.rename("patients", "languages", "langauges"),
                ("unknown-column", "patients", 0, "langauges"),
            ),
            (
                "unknown key",
                |d| d.set("policy.weights.urgnt", "5"),
                ("unknown-key", "operation", 0, "policy.weights.urgnt"),
            ),
            (
                "group of one",
                |d| d.cell("patients", 3, "group", ""),
                ("group-of-one", "groups", 2, "group"),
            ),
            (
                "empty group",
                |d| d.again("groups", 2, &[("group", "G-2")]),
                ("group-without-members", "groups", 3, "group"),
            ),
            (
                "unaccompanied minor",
                |d| {
                    d.cell("patients", 2, "age_years", "17");
                },
                ("unaccompanied-minor", "patients", 2, "other_attendants"),
            ),
            (
                "no bed",
                |d| d.cell("patients", 2, "specialty", "bmt"),
                ("specialty-not-offered", "patients", 2, "specialty"),
            ),
            (
                "no open bed",
                |d| d.cell("bed_offers", 2, "status", "withdrawn"),
                ("specialty-not-offered", "patients", 2, "specialty"),
            ),
            (
                "no medical team",
                |d| drop(d.rows("crews").remove(2)),
                ("aircraft-without-medical-team", "aircraft", 2, "aircraft"),
            ),
            (
                "ventilated, not intensive",
                |d| d.cell("patients", 2, "critical_care", "none"),
                ("ventilated-without-intensive-care", "patients", 2, "critical_care"),
            ),
            (
                "attendant as patient",
                |d| d.cell("patients", 3, "classification", "6A"),
                ("attendant-as-patient", "patients", 3, "classification"),
            ),
            (
                "empty cabin",
                |d| {
                    for column in ["litters", "seats", "intensive_care"] {
                        d.cell("configurations", 2, column, "0");
                    }
                },
                ("empty-configuration", "configurations", 2, "litters"),
            ),
        ],
    );
}

#[test]
fn every_finding_is_listed() {
    let mut draft = Draft::good();
    draft.cell("patients", 2, "specialty", "eyes");
    draft.cell("patients", 2, "origin", "nowhere");
    draft.cell("patients", 3, "age_years", "-1");
    draft.cell("bed_offers", 3, "beds", "many");
    draft.cell("crews", 2, "rules", "none");
    draft.set("to", "2029-01-01T00:00Z");
    let reading = read_operation(&draft.folder());
    let errors = reading
        .findings
        .iter()
        .filter(|finding| finding.severity == Severity::Error)
        .count();
    assert_eq!(errors, 6, "{:#?}", reading.findings);
}

#[test]
fn a_local_time_that_exists_twice_is_asked_about_with_both_readings() {
    let mut draft = Draft::good();
    draft.cell("bed_offers", 2, "expires_at", "2030-10-31 23:30");
    let reading = read_operation(&draft.folder());
    assert_eq!(
        reading.findings[0].remedy,
        "write 2030-10-31T23:30:00+03 for the first, 2030-10-31T23:30:00+02 for the second"
    );
}
