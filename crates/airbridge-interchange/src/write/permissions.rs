//! Clearances, forbidden pairs, closures, routes, contested areas as rows.

use airbridge_model::{ClearanceScope, Closed, Operation};
use airbridge_units::Position;

use super::{Sheet, number, states};
use crate::format::{CLEARANCES, CLOSURES, CONTESTED_AREAS, FORBIDDEN_PAIRS, ROUTES};

pub(crate) fn clearances(operation: &Operation) -> Sheet {
    Sheet::of(&CLEARANCES, &operation.clearances, |row, clearance| {
        row.set("clearance", &clearance.id)
            .set("state", &clearance.state)
            .set("kind", clearance.kind.code())
            .set("status", clearance.status.code())
            .maybe("requested_at", clearance.requested_at)
            .maybe("lead_hours", clearance.lead_hours)
            .set("valid_from", clearance.valid_from)
            .set("valid_to", clearance.valid_to);
        match &clearance.scope {
            ClearanceScope::All => {}
            ClearanceScope::Operator(operator) => {
                row.set("operator", operator);
            }
            ClearanceScope::Aircraft(aircraft) => {
                row.set("aircraft", aircraft);
            }
        }
    })
}

pub(crate) fn forbidden_pairs(operation: &Operation) -> Sheet {
    Sheet::of(&FORBIDDEN_PAIRS, &operation.forbidden_pairs, |row, pair| {
        row.set("state", &pair.state)
            .set("other", &pair.other)
            .set("basis", pair.basis.code())
            .set("scope", pair.scope.code())
            .flag("one_way", pair.one_way)
            .maybe("from_on", pair.from)
            .maybe("to_on", pair.to);
    })
}

pub(crate) fn points(points: &[Position]) -> String {
    let places: Vec<String> = points
        .iter()
        .map(|place| format!("{} {}", number(place.lat()), number(place.lon())))
        .collect();
    places.join("; ")
}

pub(crate) fn closures(operation: &Operation) -> Sheet {
    Sheet::of(&CLOSURES, &operation.closures, |row, closure| {
        row.set("closure", &closure.id);
        match &closure.what {
            Closed::Airfield(airfield) => row.set("airfield", airfield),
            Closed::Airspace(area) => row.set("area", points(&area.corners)),
        };
        row.set("from_at", closure.from)
            .set("to_at", closure.to)
            .set("reason", &closure.reason);
    })
}

pub(crate) fn routes(operation: &Operation) -> Sheet {
    Sheet::of(&ROUTES, &operation.routes, |row, route| {
        row.set("from", &route.from)
            .set("to", &route.to)
            .flag("both_ways", route.both_ways)
            .set("way_points", points(&route.way_points))
            .set("states", states(&route.states));
    })
}

pub(crate) fn contested(operation: &Operation) -> Sheet {
    Sheet::of(&CONTESTED_AREAS, &operation.contested, |row, contested| {
        row.set("area", &contested.name)
            .set("corners", points(&contested.area.corners))
            .set("states", states(&contested.states));
    })
}
