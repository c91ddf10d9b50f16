//! Rows that can be read and make no sense, or make one wonder.

use airbridge_model::Severity;

use super::check;

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
