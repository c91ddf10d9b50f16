//! Tracks: great circles through two or more points, and points along them.

use airbridge_units::{NauticalMiles, Position};

use crate::distance::{EARTH_RADIUS_KM, distance};
use crate::sphere::Direction;

/// Points of a drawn line are at most this far apart, so that the curve shows on a map.
const DRAWING_STEP_KM: f64 = 100.0;

/// The way over the ground of one leg: great circles from point to point.
#[derive(Clone, PartialEq, Debug)]
pub struct Track {
    points: Vec<Position>,
}

impl Track {
    /// The track from the first point through the others to the last: both ends and the way points between.
    ///
    /// A single point is a track of no length.
    ///
    /// # Panics
    /// When there is no point.
    pub fn new(points: &[Position]) -> Self {
        assert!(!points.is_empty(), "a track has at least one point");
        Self {
            points: points.to_vec(),
        }
    }

    /// The points given.
    pub fn points(&self) -> &[Position] {
        &self.points
    }

    /// The sum of the great circles, see [`distance`].
    pub fn length(&self) -> NauticalMiles {
        self.points
            .windows(2)
            .map(|pair| distance(pair[0], pair[1]))
            .fold(NauticalMiles(0.0), |sum, leg| sum + leg)
    }

    /// The point at a part of the way, 0 at its begin and 1 at its end; parts beyond are the ends.
    pub fn point_at(&self, part: f64) -> Position {
        let mut left = self.length().get() * part.clamp(0.0, 1.0);
        for pair in self.points.windows(2) {
            let length = distance(pair[0], pair[1]).get();
            if left < length {
                let from = Direction::of(pair[0]);
                let (heading, angle) = from.heading_to(Direction::of(pair[1]));
                let (sin, cos) = (angle * left / length).sin_cos();
                return from.mix(cos, heading, sin).position();
            }
            left -= length;
        }
        self.points[self.points.len() - 1]
    }

    /// Points along the track, at most `step_km` kilometres apart, evenly between each two points given.
    ///
    /// The points given are all included, unchanged. The reverse track has exactly the same points in reverse.
    ///
    /// # Panics
    /// When `step_km` is not above zero.
    pub fn samples(&self, step_km: f64) -> Vec<Position> {
        assert!(step_km > 0.0, "samples need a step above zero, not {step_km}");
        let mut samples = vec![self.points[0]];
        for pair in self.points.windows(2) {
            // Always computed from the same end, so that both ways give the same bits.
            let forward = (pair[0].lat(), pair[0].lon()) <= (pair[1].lat(), pair[1].lon());
            let (a, b) = if forward {
                (pair[0], pair[1])
            } else {
                (pair[1], pair[0])
            };
            let mut between = between(a, b, step_km);
            if !forward {
                between.reverse();
            }
            samples.append(&mut between);
            samples.push(pair[1]);
        }
        samples
    }

    /// The track as lines for GeoJSON (RFC 7946, section 3.1.9): wherever it crosses the 180th meridian one line
    /// ends at ±180° and the next begins at the same latitude at ∓180°.
    ///
    /// Points are close enough (100 km) for the great circle to show. Each line has at least two points.
    pub fn legs_split_at_antimeridian(&self) -> Vec<Vec<Position>> {
        let samples = self.samples(DRAWING_STEP_KM);
        let mut lines = Vec::new();
        let mut line = vec![samples[0]];
        for pair in samples.windows(2) {
            if (pair[1].lon() - pair[0].lon()).abs() > 180.0 {
                let (end, begin) = crossing(pair[0], pair[1]);
                push_distinct(&mut line, end);
                lines.push(std::mem::replace(&mut line, vec![begin]));
            }
            push_distinct(&mut line, pair[1]);
        }
        lines.push(line);
        // A track that begins or ends on the meridian itself leaves a line of one point there.
        lines.retain(|line| line.len() > 1);
        if lines.is_empty() {
            lines.push(vec![samples[0], samples[samples.len() - 1]]);
        }
        lines
    }
}

/// Evenly spaced points strictly between `a` and `b`.
fn between(a: Position, b: Position, step_km: f64) -> Vec<Position> {
    let (from, to) = (Direction::of(a), Direction::of(b));
    let (heading, angle) = from.heading_to(to);
    let steps = (angle * EARTH_RADIUS_KM / step_km).ceil().max(1.0);
    (1..steps as u32)
        .map(|i| {
            let (sin, cos) = (angle * f64::from(i) / steps).sin_cos();
            from.mix(cos, heading, sin).position()
        })
        .collect()
}

/// Where the great circle from `a` to `b` meets the 180th meridian: the same point as seen from either side.
fn crossing(a: Position, b: Position) -> (Position, Position) {
    // The plane of the great circle and the plane of the meridian meet in a line; on it x is negative.
    let normal = Direction::of(a).cross(Direction::of(b));
    let lat = if normal.z.abs() > 1e-15 {
        (normal.x / normal.z).atan().to_degrees()
    } else {
        f64::midpoint(a.lat(), b.lat())
    };
    let side = if a.lon() < 0.0 { -180.0 } else { 180.0 };
    let at = |lon| Position::new(lat, lon).expect("an arc tangent and ±180 are in range");
    (at(side), at(-side))
}

fn push_distinct(line: &mut Vec<Position>, at: Position) {
    let same = line
        .last()
        .is_some_and(|last| last.lon() == at.lon() && (last.lat() - at.lat()).abs() < 1e-9);
    if !same {
        line.push(at);
    }
}
