//! Polygons on the map: whether a place lies in one, and whether a track enters it.

use airbridge_model::Area;
use airbridge_units::Position;

use crate::track::Track;

/// Step of the points that [`enters`] looks at. Between two of them a great circle is straight in longitude and
/// latitude to within some metres, except within a few kilometres of a pole.
const STEP_KM: f64 = 5.0;

/// Corners nearer to a line than this many degrees (0.1 mm) lie on it.
const ON_EDGE: f64 = 1e-9;

/// Whether a place lies within an area; its edge counts as within.
pub fn contains(area: &Area, at: Position) -> bool {
    Bounds::of(area).holds(at) && contains_in_bounds(area, at)
}

/// Whether a track touches an area anywhere, even where it only cuts a corner.
pub fn enters(track: &Track, area: &Area) -> bool {
    let bounds = Bounds::of(area);
    let samples = track.samples(STEP_KM);
    if samples
        .iter()
        .any(|&at| bounds.holds(at) && contains_in_bounds(area, at))
    {
        return true;
    }
    samples.windows(2).any(|pair| {
        segments(pair[0], pair[1])
            .into_iter()
            .flatten()
            .any(|(a, b)| bounds.may_meet(a, b) && edges(area).any(|(c, d)| meet(a, b, c, d)))
    })
}

/// Longitude and latitude in degrees.
type Point = (f64, f64);

fn point(at: Position) -> Point {
    (at.lon(), at.lat())
}

fn edges(area: &Area) -> impl Iterator<Item = (Point, Point)> {
    let corners = &area.corners;
    corners
        .iter()
        .zip(corners.iter().cycle().skip(1))
        .map(|(&a, &b)| (point(a), point(b)))
}

/// The straight piece from `a` to `b`; where it crosses the 180th meridian, the piece as seen from both sides.
fn segments(a: Position, b: Position) -> [Option<(Point, Point)>; 2] {
    let turn = b.lon() - a.lon();
    if turn.abs() <= 180.0 {
        return [Some((point(a), point(b))), None];
    }
    let shift = if turn > 0.0 { -360.0 } else { 360.0 };
    [
        Some((point(a), (b.lon() + shift, b.lat()))),
        Some(((a.lon() - shift, a.lat()), point(b))),
    ]
}

/// The smallest rectangle around an area, to settle most questions at once.
pub(crate) struct Bounds {
    min: Point,
    max: Point,
}

impl Bounds {
    pub(crate) fn of(area: &Area) -> Self {
        let mut bounds = Self {
            min: (f64::INFINITY, f64::INFINITY),
            max: (f64::NEG_INFINITY, f64::NEG_INFINITY),
        };
        for &corner in &area.corners {
            let (lon, lat) = point(corner);
            bounds.min = (bounds.min.0.min(lon), bounds.min.1.min(lat));
            bounds.max = (bounds.max.0.max(lon), bounds.max.1.max(lat));
        }
        bounds
    }

    pub(crate) fn holds(&self, at: Position) -> bool {
        let (lon, lat) = point(at);
        self.min.0 <= lon && lon <= self.max.0 && self.min.1 <= lat && lat <= self.max.1
    }

    fn may_meet(&self, a: Point, b: Point) -> bool {
        a.0.min(b.0) <= self.max.0
            && self.min.0 <= a.0.max(b.0)
            && a.1.min(b.1) <= self.max.1
            && self.min.1 <= a.1.max(b.1)
    }
}

/// [`contains`] for a place already known to be within the bounds: even–odd rule, with the edges.
pub(crate) fn contains_in_bounds(area: &Area, at: Position) -> bool {
    let p = point(at);
    let mut inside = false;
    for (a, b) in edges(area) {
        if on_segment(a, b, p) {
            return true;
        }
        if (a.1 > p.1) != (b.1 > p.1) && p.0 < a.0 + (b.0 - a.0) * (p.1 - a.1) / (b.1 - a.1) {
            inside = !inside;
        }
    }
    inside
}

/// Twice the area of the triangle a, b, p: positive when p lies to the left of the line from a to b.
fn turn(a: Point, b: Point, p: Point) -> f64 {
    (b.0 - a.0) * (p.1 - a.1) - (b.1 - a.1) * (p.0 - a.0)
}

fn on_segment(a: Point, b: Point, p: Point) -> bool {
    let length = (b.0 - a.0).hypot(b.1 - a.1);
    turn(a, b, p).abs() <= ON_EDGE * length.max(ON_EDGE)
        && a.0.min(b.0) - ON_EDGE <= p.0
        && p.0 <= a.0.max(b.0) + ON_EDGE
        && a.1.min(b.1) - ON_EDGE <= p.1
        && p.1 <= a.1.max(b.1) + ON_EDGE
}

/// Whether the segments a–b and c–d have a point in common.
fn meet(a: Point, b: Point, c: Point, d: Point) -> bool {
    let apart = |p: f64, q: f64| (p > 0.0 && q < 0.0) || (p < 0.0 && q > 0.0);
    (apart(turn(a, b, c), turn(a, b, d)) && apart(turn(c, d, a), turn(c, d, b)))
        || on_segment(a, b, c)
        || on_segment(a, b, d)
        || on_segment(c, d, a)
        || on_segment(c, d, b)
}
