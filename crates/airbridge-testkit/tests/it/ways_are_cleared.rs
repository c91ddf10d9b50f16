//! The permissions of a generated operation leave a way to every hospital.

use std::collections::BTreeSet;

use airbridge_geo::{Boundaries, Track};
use airbridge_model::{ClearanceKind, ClearanceStatus, Operation};
use airbridge_testkit::generate::{benghazi, hub, waiting_list};
use airbridge_units::{AirfieldId, StateCode};

/// The states whose permission is missing on a leg of an aircraft of a state.
fn missing(operation: &Operation, own: &StateCode, from: &AirfieldId, to: &AirfieldId) -> Vec<StateCode> {
    let route = operation.routes.iter().find(|route| {
        (&route.from, &route.to) == (from, to) || (route.both_ways && (&route.to, &route.from) == (from, to))
    });
    let field = |id: &AirfieldId| {
        operation
            .airfields
            .iter()
            .find(|field| field.id == *id)
            .expect("a field")
    };
    let (one, other) = (field(from), field(to));
    let mut states = route.map_or_else(
        || Boundaries::bundled().states_along(&Track::new(&[one.position, other.position]), &operation.contested),
        |route| route.states.clone(),
    );
    let ends = [one.state.clone(), other.state.clone()];
    states.extend(ends.clone());
    states.retain(|state| {
        let wanted = |kind| kind == ClearanceKind::Both || (kind == ClearanceKind::Overfly && !ends.contains(state));
        state != own
            && !operation.clearances.iter().any(|clearance| {
                clearance.state == *state && clearance.status == ClearanceStatus::Granted && wanted(clearance.kind)
            })
    });
    states
}

/// Airfields that serve any hospital with an offer.
fn receiving(operation: &Operation) -> BTreeSet<AirfieldId> {
    let offers = operation.offers.iter();
    let served = offers.flat_map(|offer| {
        let facility = operation
            .facilities
            .iter()
            .find(|facility| facility.id == offer.facility);
        &facility.expect("a facility").access
    });
    served.map(|access| access.airfield.clone()).collect()
}

fn check(operation: &Operation, origins: &[&str]) {
    for to in receiving(operation) {
        let ways: Vec<_> = operation
            .aircraft
            .iter()
            .flat_map(|aircraft| {
                origins.iter().map(|from| {
                    let lacking = missing(operation, &aircraft.state, &AirfieldId::new(from), &to);
                    let home = missing(operation, &aircraft.state, &to, &aircraft.base);
                    (aircraft.id.clone(), *from, lacking, home)
                })
            })
            .collect();
        let open = ways
            .iter()
            .any(|(_, from, lacking, home)| *from != to.as_str() && lacking.is_empty() && home.is_empty());
        assert!(open, "{}: no way to {to}: {ways:?}", operation.name);
    }
}

#[test]
fn from_cairo_to_each_hospital_in_russia() {
    check(&benghazi(70, 1), &["HECA"]);
}

#[test]
fn from_the_hub_to_each_of_eighteen_states() {
    check(&hub(1000, 1), &["EPRZ"]);
}

#[test]
fn from_a_crossing_to_each_of_twenty_states() {
    check(&waiting_list(3000, 1), &["HEAR", "HECA", "LLER", "OJAI"]);
    // Each field of departure alone reaches Cairo or Amman, the Gulf, and Europe.
    let operation = waiting_list(3000, 1);
    let own = StateCode::new("XX");
    for from in ["HEAR", "LLER"] {
        for to in ["OMAA", "OTHH", "LTAC", "LIRA", "LEMD", "LROP", "EGBB"] {
            let lacking = missing(&operation, &own, &AirfieldId::new(from), &AirfieldId::new(to));
            assert!(lacking.is_empty(), "{from} to {to} lacks {lacking:?}");
        }
    }
}
