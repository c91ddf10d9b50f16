//! Areas: within, at the edge, and tracks that enter.

use airbridge_geo::{Track, contains, distance, enters};
use airbridge_model::Area;
use airbridge_units::Position;
use proptest::prelude::*;

use crate::distances::anywhere;
use crate::fields::{at, field};

fn rectangle(south: f64, north: f64, west: f64, east: f64) -> Area {
    Area {
        corners: vec![at(south, west), at(south, east), at(north, east), at(north, west)],
    }
}

#[test]
fn places_within_without_and_on_the_edge() {
    let area = Area {
        // A U, open to the north.
        corners: vec![
            at(0.0, 0.0),
            at(0.0, 6.0),
            at(6.0, 6.0),
            at(6.0, 4.0),
            at(2.0, 4.0),
            at(2.0, 2.0),
            at(6.0, 2.0),
            at(6.0, 0.0),
        ],
    };
    for (lat, lon, within) in [
        (1.0, 3.0, true),
        (5.0, 1.0, true),
        (5.0, 5.0, true),
        (4.0, 3.0, false),
        (7.0, 1.0, false),
        (1.0, -1.0, false),
        (0.0, 0.0, true),
        (0.0, 3.0, true),
        (2.0, 3.0, true),
        (6.0, 5.0, true),
        (6.0, 3.0, false),
        (2.0, 7.0, false),
    ] {
        assert_eq!(contains(&area, at(lat, lon)), within, "{lat} {lon}");
    }
}

#[test]
fn the_direction_of_the_corners_does_not_matter() {
    let mut area = rectangle(10.0, 20.0, 10.0, 20.0);
    area.corners.reverse();
    assert!(contains(&area, at(15.0, 15.0)));
    assert!(!contains(&area, at(15.0, 25.0)));
}

#[test]
fn a_sliver_between_two_samples_is_entered() {
    // 100 m wide, across the way from Benina to Cairo.
    let sliver = rectangle(28.0, 34.0, 25.0, 25.001);
    let track = Track::new(&[field("HLLB"), field("HECA")]);
    assert!(enters(&track, &sliver));
    assert!(
        !enters(&track, &rectangle(33.0, 34.0, 25.0, 25.001)),
        "north of the way"
    );
    // A corner cut by some hundred metres only.
    let samples = track.samples(0.5);
    let middle = samples[samples.len() / 2];
    let corner = Area {
        corners: vec![
            at(middle.lat() - 0.001, middle.lon()),
            at(middle.lat() + 3.0, middle.lon() - 0.5),
            at(middle.lat() + 3.0, middle.lon() + 0.5),
        ],
    };
    assert!(enters(&track, &corner));
}

#[test]
fn areas_at_both_sides_of_the_180th_meridian_are_entered() {
    let track = Track::new(&[at(50.0, 175.0), at(50.0, -175.0)]);
    assert!(enters(&track, &rectangle(45.0, 55.0, 179.99, 180.0)));
    assert!(enters(&track, &rectangle(45.0, 55.0, -180.0, -179.99)));
    assert!(
        !enters(&track, &rectangle(45.0, 55.0, -170.0, 170.0)),
        "the long way round"
    );
}

#[test]
fn the_track_is_the_great_circle_and_not_the_straight_line_of_the_map() {
    // London to Los Angeles passes over Greenland, not over the Azores.
    let track = Track::new(&[at(51.5, -0.5), at(33.9, -118.4)]);
    assert!(enters(&track, &rectangle(60.0, 64.0, -50.0, -42.0)));
    assert!(!enters(&track, &rectangle(42.0, 48.0, -60.0, -40.0)));
}

/// A triangle around a place, some degrees across.
fn triangle() -> impl Strategy<Value = Area> {
    (-80.0..80.0f64, -170.0..170.0f64, prop::array::uniform6(-9.0..9.0f64)).prop_map(|(lat, lon, d)| Area {
        corners: vec![
            at(lat + d[0], lon + d[1]),
            at(lat + d[2], lon + d[3]),
            at(lat + d[4], lon + d[5]),
        ],
    })
}

proptest! {
    #[test]
    fn whatever_contains_a_fine_sample_is_entered(area in triangle(), a in anywhere(), through in 0usize..3, mix in 0.0..1.0f64) {
        // Aim at a point of the area, so that many tracks do enter.
        let (p, q) = (area.corners[through], area.corners[(through + 1) % 3]);
        let aim = at(p.lat() * mix + q.lat() * (1.0 - mix), p.lon() * mix + q.lon() * (1.0 - mix));
        let track = Track::new(&[a, aim]);
        let inside = track.samples(25.0).into_iter().any(|sample| contains(&area, sample));
        prop_assert!(!inside || enters(&track, &area));
        prop_assert_eq!(enters(&track, &area), enters(&Track::new(&[aim, a]), &area));
    }

    #[test]
    fn far_areas_are_not_entered(area in triangle(), a in anywhere(), b in anywhere()) {
        let track = Track::new(&[a, b]);
        let near = |sample: &Position| area.corners.iter().any(|&corner| distance(*sample, corner).get() < 1_200.0);
        let far = !track.samples(50.0).iter().any(near);
        prop_assert!(!(far && enters(&track, &area)));
    }
}
