//! Rows that repeat an id or refer to nothing.

use airbridge_model::Severity;

use super::check;

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
