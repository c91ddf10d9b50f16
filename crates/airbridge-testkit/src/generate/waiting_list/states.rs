//! Permissions: Europe, North Africa, and the Levant to the Gulf; none of Syria, Iraq, Iran, Libya, Yemen or Sudan. Ways around those who have not
//! given any.

use airbridge_model::{AirRoute, ClearanceKind, Operation};
use airbridge_units::{AirfieldId, StateCode};

use crate::generate::europe::EUROPE;
use crate::{places, rows};

const REGION: [&str; 13] = [
    "EG", "IL", "PS", "JO", "LB", "SA", "AE", "QA", "BH", "KW", "TR", "TN", "DZ",
];

/// Far north by Bulgaria, Romania and Poland, west of Ukraine.
const NORTH: [(f64, f64); 4] = [(42.5, 27.5), (46.5, 23.5), (49.0, 20.5), (54.5, 17.0)];
const NORTH_STATES: [&str; 10] = ["CY", "TR", "BG", "RO", "HU", "SK", "PL", "SE", "DK", "NO"];
/// Between Europe and the Gulf by Egypt and Arabia.
const GULF: [(f64, f64); 3] = [(33.0, 28.0), (29.0, 33.5), (26.5, 40.0)];
const GULF_STATES: [&str; 12] = ["DE", "AT", "SI", "HR", "BA", "ME", "AL", "IT", "GR", "EG", "SA", "QA"];

pub(super) fn add(operation: &mut Operation) {
    let horizon = operation.horizon;
    operation.clearances = REGION
        .iter()
        .chain(EUROPE.iter())
        .map(|state| rows::clearance(state, ClearanceKind::Both, horizon.from, horizon.to))
        .collect();
    for to in ["ENGM", "ESSA", "EKCH"] {
        for from in ["HEAR", "HECA", "LLER", "OJAI", "LTAC"] {
            add_route(operation, from, to, &NORTH, &NORTH_STATES);
        }
        add_route(operation, "LROP", to, &NORTH[1..], &NORTH_STATES[3..]);
    }
    for from in ["LIRA", "LEMD", "EDDK"] {
        for to in ["OMAA", "OTHH"] {
            add_route(operation, from, to, &GULF, &GULF_STATES);
        }
    }
}

/// Both ways; the states of both ends are added.
fn add_route(operation: &mut Operation, from: &str, to: &str, way: &[(f64, f64)], states: &[&str]) {
    let state_of = |icao: &str| places::airfield(icao).state;
    let mut all: Vec<StateCode> = states.iter().map(StateCode::new).collect();
    for end in [state_of(from), state_of(to)] {
        if !all.contains(&end) {
            all.push(end);
        }
    }
    operation.routes.push(AirRoute {
        from: AirfieldId::new(from),
        to: AirfieldId::new(to),
        both_ways: true,
        way_points: way.iter().map(|&(lat, lon)| places::position(lat, lon)).collect(),
        states: all,
    });
}
