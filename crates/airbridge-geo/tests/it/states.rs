//! States overflown, on the boundaries that come with the program.

use std::collections::BTreeSet;
use std::time::Instant;

use airbridge_geo::{Boundaries, Track};
use airbridge_model::{Area, ContestedArea};
use airbridge_units::{Position, StateCode};
use country_boundaries::BOUNDARIES_ODBL_360X180;
use proptest::prelude::*;

use crate::distances::anywhere;
use crate::fields::{at, field};

fn codes(states: &[StateCode]) -> String {
    states.iter().map(StateCode::as_str).collect::<Vec<_>>().join(" ")
}

fn along(points: &[Position]) -> String {
    codes(&Boundaries::bundled().states_along(&Track::new(points), &[]))
}

fn contested(name: &str, (south, north): (f64, f64), (west, east): (f64, f64), states: &[&str]) -> ContestedArea {
    ContestedArea {
        name: name.to_owned(),
        area: Area {
            corners: vec![at(south, west), at(south, east), at(north, east), at(north, west)],
        },
        states: states.iter().map(|&code| StateCode::new(code)).collect(),
    }
}

#[test]
fn known_legs_cross_known_states_in_order() {
    assert_eq!(along(&[field("HLLB"), field("UUWW")]), "LY GR BG RO MD UA RU");
    assert_eq!(along(&[field("HECA"), field("UUMU")]), "EG CY TR UA RU");
    assert_eq!(along(&[field("HLLB"), field("HECA")]), "LY EG");
}

#[test]
fn way_points_lead_round_a_state() {
    let over_the_sea = along(&[field("HLLB"), at(33.0, 22.0), at(32.5, 29.0), field("HECA")]);
    assert_eq!(over_the_sea, "LY EG");
    let round_ukraine = along(&[
        field("HECA"),
        at(40.0, 33.0),
        at(43.0, 39.0),
        at(47.5, 41.0),
        field("UUMU"),
    ]);
    assert!(!round_ukraine.contains("UA"), "{round_ukraine}");
}

#[test]
fn places_answer_with_their_states() {
    let boundaries = Boundaries::bundled();
    let at_place = |lat, lon| codes(&boundaries.states_at(at(lat, lon), &[]));
    assert_eq!(
        at_place(32.78, -96.8),
        "US",
        "Dallas: a subdivision counts as its state"
    );
    assert_eq!(at_place(44.95, 34.10), "UA RU", "Simferopol: both claimants");
    assert_eq!(at_place(35.0, 18.0), "", "the high seas");
    assert_eq!(at_place(90.0, 0.0), "");
    assert_eq!(at_place(-17.8, 178.0), "FJ");
    for corner in [
        (-90.0, -180.0),
        (-90.0, 180.0),
        (90.0, 180.0),
        (0.0, 180.0),
        (0.0, -180.0),
    ] {
        at_place(corner.0, corner.1);
    }
}

#[test]
fn in_a_contested_area_the_table_decides() {
    let boundaries = Boundaries::bundled();
    let simferopol = at(44.95, 34.10);
    let crimea = |states: &[&str]| contested("Crimea", (44.3, 46.1), (32.4, 36.7), states);
    assert_eq!(codes(&boundaries.states_at(simferopol, &[crimea(&["UA"])])), "UA");
    assert_eq!(codes(&boundaries.states_at(simferopol, &[crimea(&[])])), "");
    assert_eq!(
        codes(&boundaries.states_at(simferopol, &[crimea(&["UA"]), crimea(&["RU", "UA"])])),
        "UA RU"
    );
    assert_eq!(
        codes(&boundaries.states_at(field("HECA"), &[crimea(&["UA"])])),
        "EG",
        "elsewhere nothing changes"
    );
    let golan = contested("Golan", (32.6, 33.4), (35.6, 36.0), &["SY", "IL"]);
    assert_eq!(codes(&boundaries.states_at(at(33.0, 35.8), &[golan])), "SY IL");
    let track = Track::new(&[field("HECA"), field("UUMU")]);
    let egypt_closed = contested("nobody's", (29.0, 32.5), (30.0, 33.0), &[]);
    assert_eq!(codes(&boundaries.states_along(&track, &[egypt_closed])), "CY TR UA RU");
}

#[test]
#[expect(clippy::print_stdout, reason = "a measurement to read, not a limit to fail on")]
fn looking_up_takes_this_long() {
    let begin = Instant::now();
    let boundaries = Boundaries::from_bytes(BOUNDARIES_ODBL_360X180).expect("whole");
    println!("boundaries read in {:?}", begin.elapsed());
    let track = Track::new(&[field("HLLB"), field("UUWW")]);
    let rounds = 100;
    let begin = Instant::now();
    for _ in 0..rounds {
        assert_eq!(boundaries.states_along(&track, &[]).len(), 7);
    }
    println!(
        "states along {:.0} looked up in {:?} each",
        track.length().get(),
        begin.elapsed() / rounds
    );
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(64))]

    #[test]
    fn the_way_back_crosses_the_same_states(a in anywhere(), b in anywhere()) {
        let boundaries = Boundaries::bundled();
        let set = |points: &[Position]| {
            boundaries.states_along(&Track::new(points), &[]).into_iter().collect::<BTreeSet<_>>()
        };
        prop_assert_eq!(set(&[a, b]), set(&[b, a]));
    }

    #[test]
    fn each_state_is_named_once_in_capitals(a in anywhere(), b in anywhere()) {
        let states = Boundaries::bundled().states_along(&Track::new(&[a, b]), &[]);
        let distinct: BTreeSet<_> = states.iter().collect();
        prop_assert_eq!(distinct.len(), states.len());
        for state in &states {
            prop_assert!(state.as_str().len() == 2 && state.as_str().bytes().all(|b| b.is_ascii_uppercase()), "{}", state);
        }
    }
}
