//! Distances, against published ones and on random positions.

use airbridge_geo::distance;
use airbridge_units::Position;
use geographiclib_rs::{Geodesic, InverseGeodesic};
use proptest::prelude::*;

use crate::fields::{at, field};

/// Great-circle distances in nautical miles, published with the positions in `fields`.
const PUBLISHED: &[(&str, &str, f64)] = &[
    ("HLLB", "HECA", 585.0),
    ("HECA", "UUWW", 1550.0),
    ("HECA", "UUMU", 1572.0),
    ("HLLB", "UUWW", 1582.0),
    ("HECA", "ULLI", 1783.0),
    ("EPRZ", "ENGM", 710.0),
    ("EPRZ", "EDDK", 570.0),
    ("EPRZ", "EDDM", 415.0),
    ("EPRZ", "LEMD", 1217.0),
    ("EPRZ", "LIRF", 643.0),
    ("EPRZ", "EIDW", 1063.0),
    ("EPRZ", "LPPT", 1484.0),
    ("EPRZ", "EHAM", 662.0),
    ("EPRZ", "EKCH", 474.0),
    ("EPRZ", "ESSA", 590.0),
    ("EPRZ", "LROP", 371.0),
    ("EPRZ", "EFHK", 621.0),
    ("EPRZ", "EYVI", 297.0),
    ("EPRZ", "LFPB", 765.0),
    ("EPRZ", "LOWW", 246.0),
    ("HEAR", "HECA", 138.0),
    ("LLER", "OMAA", 1095.0),
    ("LLER", "LROP", 987.0),
    ("LLER", "LIRA", 1305.0),
    ("LLER", "LEMD", 1984.0),
    ("HECA", "OMAA", 1283.0),
    ("HECA", "LEMD", 1809.0),
    ("HECA", "LIRA", 1148.0),
    ("HECA", "OTHH", 1110.0),
    ("HECA", "LTAC", 606.0),
    ("OJAI", "LIRA", 1272.0),
    ("OJAI", "EGBB", 2055.0),
];

#[test]
fn every_published_distance_is_met_within_a_mile() {
    for &(from, to, published) in PUBLISHED {
        let ours = distance(field(from), field(to)).get();
        assert!(
            (ours - published).abs() <= 1.0,
            "{from}-{to}: {ours:.2} NM, published {published}"
        );
    }
}

#[test]
fn the_ellipsoid_would_miss_published_distances() {
    // The reason for the sphere. If this fails, the decision record is out of date.
    let ellipsoid = Geodesic::wgs84();
    let missed = PUBLISHED
        .iter()
        .filter(|&&(from, to, published)| {
            let (a, b) = (field(from), field(to));
            let metres: f64 = ellipsoid.inverse(a.lat(), a.lon(), b.lat(), b.lon());
            (metres / 1852.0 - published).abs() > 1.0
        })
        .count();
    assert!(missed > PUBLISHED.len() / 4, "only {missed} missed");
}

#[test]
fn known_arcs_have_their_length() {
    let degree = 6371.0088 * std::f64::consts::PI / 180.0 / 1.852;
    let check = |a: Position, b: Position, degrees: f64| {
        let ours = distance(a, b).get();
        assert!((ours - degrees * degree).abs() < 1e-6, "{a:?}-{b:?}: {ours}");
    };
    check(at(0.0, 0.0), at(0.0, 0.0), 0.0);
    check(at(0.0, 0.0), at(1.0, 0.0), 1.0);
    check(at(0.0, 0.0), at(0.0, 180.0), 180.0);
    check(at(90.0, 0.0), at(-90.0, 77.0), 180.0);
    check(at(80.0, 10.0), at(80.0, -170.0), 20.0);
    check(at(10.0, 180.0), at(10.0, -180.0), 0.0);
    check(at(0.0, 179.0), at(0.0, -179.0), 2.0);
}

pub(crate) fn anywhere() -> impl Strategy<Value = Position> {
    (-90.0..=90.0, -180.0..=180.0).prop_map(|(lat, lon)| at(lat, lon))
}

proptest! {
    #[test]
    fn distance_is_symmetric_to_the_bit(a in anywhere(), b in anywhere()) {
        prop_assert_eq!(distance(a, b), distance(b, a));
    }

    #[test]
    fn no_way_round_is_shorter(a in anywhere(), b in anywhere(), c in anywhere()) {
        prop_assert!(distance(a, c).get() <= distance(a, b).get() + distance(b, c).get() + 1e-6);
    }

    #[test]
    fn sphere_and_ellipsoid_agree_to_0_6_percent(a in anywhere(), b in anywhere()) {
        let metres: f64 = Geodesic::wgs84().inverse(a.lat(), a.lon(), b.lat(), b.lon());
        let sphere = distance(a, b).get() * 1852.0;
        prop_assert!((sphere - metres).abs() <= 0.006 * metres + 1e-3, "{} against {}", sphere, metres);
    }
}
