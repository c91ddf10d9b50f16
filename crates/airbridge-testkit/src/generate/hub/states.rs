//! Permissions of the states of Europe, and ways around Ukraine and Belarus. Norway asks nothing of its own aircraft.

use airbridge_model::{AirRoute, ClearanceKind, ForbiddenPair, Operation, PairBasis, PairScope};
use airbridge_units::{AirfieldId, StateCode};

use crate::generate::europe::EUROPE;
use crate::{places, rows};

pub(super) fn add(operation: &mut Operation) {
    let horizon = operation.horizon;
    operation.clearances = EUROPE
        .iter()
        .map(|state| rows::clearance(state, ClearanceKind::Both, horizon.from, horizon.to))
        .collect();
    operation.forbidden_pairs = ["RU", "BY"].map(forbidden).to_vec();
    operation.routes = vec![
        route("EPRZ", "EYVI", &[(54.10, 23.10)], &["PL", "LT"]),
        route(
            "EPRZ",
            "EFHK",
            &[(54.10, 23.10), (57.50, 24.60)],
            &["PL", "LT", "LV", "EE", "FI"],
        ),
        route(
            "EPRZ",
            "EETN",
            &[(54.10, 23.10), (57.50, 24.60)],
            &["PL", "LT", "LV", "EE"],
        ),
        route(
            "EPRZ",
            "LROP",
            &[(49.00, 21.60), (47.90, 22.00)],
            &["PL", "SK", "HU", "RO"],
        ),
    ];
}

/// Since 2022 neither side's aircraft enter the other's airspace.
fn forbidden(other: &str) -> ForbiddenPair {
    ForbiddenPair {
        state: StateCode::new("NO"),
        other: StateCode::new(other),
        basis: PairBasis::Registration,
        scope: PairScope::Both,
        one_way: false,
        from: None,
        to: None,
    }
}

fn route(from: &str, to: &str, way: &[(f64, f64)], states: &[&str]) -> AirRoute {
    AirRoute {
        from: AirfieldId::new(from),
        to: AirfieldId::new(to),
        both_ways: true,
        way_points: way.iter().map(|&(lat, lon)| places::position(lat, lon)).collect(),
        states: states.iter().map(StateCode::new).collect(),
    }
}
