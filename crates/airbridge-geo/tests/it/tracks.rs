//! Tracks: length, points, the 180th meridian.

use airbridge_geo::{Track, distance};
use airbridge_units::Position;
use proptest::prelude::*;

use crate::distances::anywhere;
use crate::fields::{at, field};

#[test]
fn a_track_over_way_points_is_the_sum_of_its_parts() {
    let (benina, cairo, moscow) = (field("HLLB"), field("HECA"), field("UUWW"));
    let track = Track::new(&[benina, cairo, moscow]);
    assert_eq!(track.length(), distance(benina, cairo) + distance(cairo, moscow));
    assert!(track.samples(5.0).contains(&cairo), "way points are among the samples");
    assert_eq!(Track::new(&[benina]).length().get(), 0.0);
    assert_eq!(Track::new(&[benina, benina]).samples(5.0), [benina, benina]);
}

#[test]
fn a_track_over_the_pole_stays_on_its_meridians() {
    let track = Track::new(&[at(80.0, 30.0), at(80.0, -150.0)]);
    for sample in track.samples(5.0) {
        let off = (sample.lon() - 30.0).abs().min((sample.lon() + 150.0).abs());
        assert!(off < 1e-6 || sample.lat() > 89.99, "{sample:?}");
    }
}

#[test]
fn antipodes_are_joined_the_same_way_each_time() {
    let samples = Track::new(&[at(0.0, 20.0), at(0.0, -160.0)]).samples(50.0);
    let top = samples.iter().map(|s| s.lat()).fold(f64::MIN, f64::max);
    assert!(top > 89.0, "over the north pole: {top}");
}

#[test]
fn lines_are_split_at_the_180th_meridian() {
    // Anchorage to Tokyo.
    let track = Track::new(&[at(61.17, -150.0), at(35.77, 140.39)]);
    let lines = track.legs_split_at_antimeridian();
    assert_eq!(lines.len(), 2);
    let (end, begin) = (lines[0].last().expect("points"), lines[1].first().expect("points"));
    assert_eq!((end.lon(), begin.lon()), (-180.0, 180.0));
    assert_eq!(end.lat(), begin.lat());
    // The crossing lies on the great circle: the way over it is no longer.
    let over = distance(at(61.17, -150.0), *end) + distance(*begin, at(35.77, 140.39));
    assert!((over.get() - track.length().get()).abs() < 1e-6);
}

#[test]
fn a_line_that_ends_on_the_180th_meridian_is_whole() {
    let check = |from: Position, to: Position| {
        let lines = Track::new(&[from, to]).legs_split_at_antimeridian();
        assert_eq!(lines.len(), 1, "{lines:?}");
        assert!(lines[0].len() >= 2);
    };
    check(at(10.0, 170.0), at(12.0, 180.0));
    check(at(10.0, 170.0), at(12.0, -180.0));
    check(at(10.0, -180.0), at(12.0, 170.0));
    check(at(10.0, 180.0), at(12.0, -170.0));
    check(at(5.0, 5.0), at(5.0, 5.0));
}

proptest! {
    #[test]
    fn samples_are_dense_and_on_the_way(a in anywhere(), b in anywhere(), step in 5.0..200.0f64) {
        let track = Track::new(&[a, b]);
        let samples = track.samples(step);
        prop_assert_eq!(samples[0], a);
        prop_assert_eq!(samples[samples.len() - 1], b);
        let mut sum = 0.0;
        for pair in samples.windows(2) {
            let km = distance(pair[0], pair[1]).get() * 1.852;
            prop_assert!(km <= step * 1.000_001, "{} km", km);
            sum += km;
        }
        // Near antipodes the haversine loses digits.
        prop_assert!((sum / 1.852 - track.length().get()).abs() < 1e-3, "{} {}", sum / 1.852, track.length());
    }

    #[test]
    fn the_way_back_has_the_same_samples(a in anywhere(), b in anywhere(), c in anywhere()) {
        let mut back = Track::new(&[c, b, a]).samples(50.0);
        back.reverse();
        prop_assert_eq!(Track::new(&[a, b, c]).samples(50.0), back);
    }

    #[test]
    fn no_line_jumps_over_the_180th_meridian(a in anywhere(), b in anywhere()) {
        let lines = Track::new(&[a, b]).legs_split_at_antimeridian();
        for line in &lines {
            prop_assert!(line.len() >= 2);
            for pair in line.windows(2) {
                prop_assert!((pair[0].lon() - pair[1].lon()).abs() <= 180.0);
            }
        }
        prop_assert_eq!(lines[0][0], a);
        prop_assert_eq!(*lines[lines.len() - 1].last().expect("points"), b);
    }
}
