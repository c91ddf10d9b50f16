//! Clearances, forbidden pairs, closures, routes, contested areas.

use airbridge_model::{AirRoute, Area, Clearance, ClearanceScope, Closed, Closure, ContestedArea, ForbiddenPair};
use airbridge_units::{AircraftId, AirfieldId, ClearanceId, ClosureId, OperatorId};
use jiff::tz::TimeZone;

use super::references::References;
use super::row::{Located, rows};
use crate::findings::Findings;
use crate::tables::shape::Shaped;
use crate::values::Problem;

/// Clearances by id.
pub(crate) fn clearances(table: &Shaped, references: &References, findings: &Findings) -> Vec<Located<Clearance>> {
    let mut found = rows(table, findings, |row| {
        let operator = row.text("operator");
        let aircraft = references.one(row, "aircraft", "aircraft");
        if !operator.is_empty() && !references.has("operators", operator) {
            references.check(row, "operator", "operators", operator);
        }
        let scope = match (operator, aircraft) {
            ("", "") => ClearanceScope::All,
            (operator, "") => ClearanceScope::Operator(OperatorId::new(operator)),
            ("", aircraft) => ClearanceScope::Aircraft(AircraftId::new(aircraft)),
            _ => {
                row.error(
                    "aircraft",
                    Problem::new(
                        "two-scopes",
                        "both an operator and an aircraft",
                        "leave one of the two empty: a clearance is for an operator, for an aircraft, or for all",
                    ),
                );
                ClearanceScope::All
            }
        };
        let clearance = Clearance {
            id: ClearanceId::new(row.id("clearance")),
            state: row.state("state"),
            kind: row.code("kind"),
            scope,
            status: row.code("status"),
            requested_at: row.maybe_instant("requested_at", &TimeZone::UTC),
            lead_hours: row.maybe_count("lead_hours"),
            valid_from: row.instant("valid_from", &TimeZone::UTC),
            valid_to: row.instant("valid_to", &TimeZone::UTC),
        };
        row.ordered(&clearance.valid_from, &clearance.valid_to, "valid_to", "the clearance");
        clearance
    });
    found.sort_by(|a, b| a.value.id.cmp(&b.value.id));
    found
}

/// Forbidden pairs, by states.
pub(crate) fn forbidden_pairs(table: &Shaped, findings: &Findings) -> Vec<Located<ForbiddenPair>> {
    let mut found = rows(table, findings, |row| {
        let pair = ForbiddenPair {
            state: row.state("state"),
            other: row.state("other"),
            basis: row.code("basis"),
            scope: row.code("scope"),
            one_way: row.flag("one_way"),
            from: row.maybe_date("from_on"),
            to: row.maybe_date("to_on"),
        };
        if let (Some(from), Some(to)) = (pair.from, pair.to) {
            row.ordered(&from, &to, "to_on", "the ban");
        }
        if row.has("state") && pair.state == pair.other {
            row.error(
                "other",
                Problem::new("same-state", "a state and itself", "write the other state"),
            );
        }
        pair
    });
    found.sort_by_key(|pair| pair_key(&pair.value));
    found
}

/// What forbidden pairs are ordered by.
pub(crate) fn pair_key(pair: &ForbiddenPair) -> (String, String, usize, usize, bool, Option<jiff::civil::Date>) {
    (
        pair.state.as_str().to_owned(),
        pair.other.as_str().to_owned(),
        pair.basis as usize,
        pair.scope as usize,
        pair.one_way,
        pair.from,
    )
}

/// Closures by id.
pub(crate) fn closures(table: &Shaped, references: &References, findings: &Findings) -> Vec<Located<Closure>> {
    let mut found = rows(table, findings, |row| {
        let what = match (row.has("airfield"), row.has("area")) {
            (false, true) => Closed::Airspace(Area {
                corners: row.points("area", 3),
            }),
            (true, false) => Closed::Airfield(AirfieldId::new(references.one(row, "airfield", "airfields"))),
            (both, _) => {
                row.error(
                    "airfield",
                    Problem::new(
                        "closure-of-what",
                        if both {
                            "both an airfield and an area"
                        } else {
                            "neither an airfield nor an area"
                        },
                        "fill in exactly one of the two",
                    ),
                );
                Closed::Airspace(Area { corners: Vec::new() })
            }
        };
        let closure = Closure {
            id: ClosureId::new(row.id("closure")),
            what,
            from: row.instant("from_at", &TimeZone::UTC),
            to: row.instant("to_at", &TimeZone::UTC),
            reason: row.text("reason").to_owned(),
        };
        row.ordered(&closure.from, &closure.to, "to_at", "the closure");
        closure
    });
    found.sort_by(|a, b| a.value.id.cmp(&b.value.id));
    found
}

/// Routes, by airfields.
pub(crate) fn routes(table: &Shaped, references: &References, findings: &Findings) -> Vec<Located<AirRoute>> {
    let mut found = rows(table, findings, |row| {
        let route = AirRoute {
            from: AirfieldId::new(references.one(row, "from", "airfields")),
            to: AirfieldId::new(references.one(row, "to", "airfields")),
            both_ways: row.flag("both_ways"),
            way_points: row.points("way_points", 1),
            states: row.states("states"),
        };
        if row.has("from") && route.from == route.to {
            row.error(
                "to",
                Problem::new("same-airfield", "a route from a field to itself", "write another field"),
            );
        }
        route
    });
    found.sort_by(|a, b| (&a.value.from, &a.value.to).cmp(&(&b.value.from, &b.value.to)));
    found
}

/// Contested areas, by name.
pub(crate) fn contested(table: &Shaped, findings: &Findings) -> Vec<Located<ContestedArea>> {
    let mut found = rows(table, findings, |row| ContestedArea {
        name: row.id("area").to_owned(),
        area: Area {
            corners: row.points("corners", 3),
        },
        states: row.states("states"),
    });
    found.sort_by(|a, b| a.value.name.cmp(&b.value.name));
    found
}
