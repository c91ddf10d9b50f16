//! Missing and wrong tables, columns and settings.

use airbridge_model::Severity;

use super::check;

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
