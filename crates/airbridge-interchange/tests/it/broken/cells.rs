//! Cells that cannot be read as what they should be.

use airbridge_model::Severity;

use super::check;

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
