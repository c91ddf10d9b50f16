//! Permissions of the states of Europe, and ways around those who have not given any.

use airbridge_model::{AirRoute, ClearanceKind, ForbiddenPair, Operation, PairBasis, PairScope};
use airbridge_units::{AirfieldId, StateCode};

use crate::generate::europe::EUROPE;
use crate::{places, rows};

/// From, to, way points, states.
type Way = (
    &'static str,
    &'static str,
    &'static [(f64, f64)],
    &'static [&'static str],
);

/// Around Ukraine, Belarus and the region of Kaliningrad.
#[rustfmt::skip]
const WAYS: [Way; 8] = [
    ("EPRZ", "EYVI", &[(54.10, 23.10)], &["PL", "LT"]),
    ("EPRZ", "EFHK", &[(54.10, 23.10), (57.50, 24.60)], &["PL", "LT", "LV", "EE", "FI"]),
    ("EPRZ", "EETN", &[(54.10, 23.10), (57.50, 24.60)], &["PL", "LT", "LV", "EE"]),
    ("EPRZ", "LROP", &[(49.00, 21.60), (47.90, 22.00)], &["PL", "SK", "HU", "RO"]),
    ("EPRZ", "ESSA", &[(54.80, 18.00)], &["PL", "SE"]),
    ("EYVI", "EKCH", &[(55.75, 20.90)], &["LT", "SE", "DK"]),
    ("EYVI", "EHAM", &[(55.75, 20.90), (55.60, 12.60)], &["LT", "SE", "DK", "DE", "NL"]),
    ("LROP", "ENGM", &[(47.90, 21.50), (54.50, 17.00)], &["RO", "HU", "SK", "PL", "SE", "NO"]),
];

pub(super) fn add(operation: &mut Operation) {
    let horizon = operation.horizon;
    operation.clearances = EUROPE
        .iter()
        .map(|state| rows::clearance(state, ClearanceKind::Both, horizon.from, horizon.to))
        .collect();
    operation.forbidden_pairs = ["RU", "BY"].map(forbidden).to_vec();
    operation.routes = WAYS.iter().map(route).collect();
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

fn route(&(from, to, way, states): &Way) -> AirRoute {
    AirRoute {
        from: AirfieldId::new(from),
        to: AirfieldId::new(to),
        both_ways: true,
        way_points: way.iter().map(|&(lat, lon)| places::position(lat, lon)).collect(),
        states: states.iter().map(StateCode::new).collect(),
    }
}
