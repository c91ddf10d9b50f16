//! Permissions, the forbidden pair, and the way around Ukraine.

use airbridge_model::{
    AirRoute, Clearance, ClearanceKind, ClearanceScope, ForbiddenPair, Operation, PairBasis, PairScope,
};
use airbridge_units::{AirfieldId, OperatorId, Position, StateCode};

use crate::{places, rows};

/// West of Cyprus, over Anatolia, over the Black Sea east of Crimea, past Rostov and Voronezh.
const WAY: [(f64, f64); 8] = [
    (34.8, 32.6),
    (39.0, 36.0),
    (41.2, 38.6),
    (43.2, 38.8),
    (44.9, 38.9),
    (47.2, 40.5),
    (50.0, 40.9),
    (51.7, 39.4),
];
const STATES_ON_THE_WAY: [&str; 4] = ["EG", "CY", "TR", "RU"];
const RUSSIAN_FIELDS: [&str; 4] = ["UUMU", "UUWW", "UUBW", "ULLI"];

pub(super) fn add(operation: &mut Operation) {
    operation.clearances = clearances(operation);
    operation.forbidden_pairs = vec![ForbiddenPair {
        state: StateCode::new("LY"),
        other: StateCode::new("RU"),
        basis: PairBasis::Departure,
        scope: PairScope::Both,
        one_way: false,
        from: None,
        to: None,
    }];
    operation.routes = RUSSIAN_FIELDS.map(route).to_vec();
}

/// Egypt takes 72 hours, Russia five days; both were asked in time. The overflown states ask the operator only.
fn clearances(operation: &Operation) -> Vec<Clearance> {
    let to = operation.horizon.to;
    let asked = |state: &str, kind: ClearanceKind, asked_at: &str, lead_hours: u32| {
        let requested_at = rows::instant(asked_at);
        let from = rows::hours_after(requested_at, i64::from(lead_hours));
        Clearance {
            requested_at: Some(requested_at),
            lead_hours: Some(lead_hours),
            ..rows::clearance(state, kind, from, to)
        }
    };
    let over = |state: &str| Clearance {
        scope: ClearanceScope::Operator(OperatorId::new("RU-RESCUE")),
        ..asked(state, ClearanceKind::Overfly, "2017-01-26T08:00:00Z", 96)
    };
    vec![
        asked("EG", ClearanceKind::Both, "2017-01-27T12:00:00Z", 72),
        asked("RU", ClearanceKind::Both, "2017-01-25T12:00:00Z", 120),
        over("CY"),
        over("TR"),
    ]
}

fn route(to: &str) -> AirRoute {
    AirRoute {
        from: AirfieldId::new("HECA"),
        to: AirfieldId::new(to),
        both_ways: true,
        way_points: way_points(),
        states: STATES_ON_THE_WAY.map(StateCode::new).to_vec(),
    }
}

fn way_points() -> Vec<Position> {
    WAY.iter().map(|&(lat, lon)| places::position(lat, lon)).collect()
}
