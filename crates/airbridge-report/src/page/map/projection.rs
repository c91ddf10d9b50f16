//! From the globe to the sheet: Lambert's azimuthal equal-area projection, centred on the operation.
//!
//! It has no seam near the centre, so an operation across the 180th meridian or over a pole needs no special case. Formulas:
//! Snyder, "Map Projections – A Working Manual" (1987), equations 24-2 to 24-4.

use airbridge_units::Position;

/// Width of the sheet in its own units: narrower for an operation that goes north and south.
const WIDTHS: std::ops::RangeInclusive<f64> = 680.0..=1000.0;
/// The sheet is no flatter and no taller than this.
const HEIGHTS: std::ops::RangeInclusive<f64> = 440.0..=820.0;
/// Free space at the edges, for labels.
const MARGIN: f64 = 80.0;
/// Labels run to the sides, so these need more.
const SIDES: f64 = 150.0;
/// The shorter side shows at least this much of the globe (radians; 380 km), so that one city is not all there is.
const LEAST: f64 = 0.06;

/// A projection fitted to a sheet.
pub(super) struct View {
    lat: f64,
    lon: f64,
    scale: f64,
    /// Where the centre of the projection stands on the sheet.
    origin: (f64, f64),
    width: f64,
    height: f64,
}

impl View {
    /// Fits the sheet around positions; nothing for no positions.
    pub(super) fn fitted(positions: &[Position]) -> Option<Self> {
        let (lat, lon) = middle(positions)?;
        let mut view = Self {
            lat,
            lon,
            scale: 1.0,
            origin: (0.0, 0.0),
            width: 0.0,
            height: 0.0,
        };
        let points: Vec<_> = positions.iter().map(|&position| view.project(position)).collect();
        let range = |of: fn(&(f64, f64)) -> f64| {
            points
                .iter()
                .map(of)
                .fold((f64::MAX, f64::MIN), |(least, most), value| {
                    (least.min(value), most.max(value))
                })
        };
        let ((left, right), (top, bottom)) = (range(|point| point.0), range(|point| point.1));
        let (wide, high) = ((right - left).max(LEAST), (bottom - top).max(LEAST));
        let room = *HEIGHTS.end() - 2.0 * MARGIN;
        view.width = (wide / high * room + 2.0 * SIDES)
            .clamp(*WIDTHS.start(), *WIDTHS.end())
            .round();
        let across = view.width - 2.0 * SIDES;
        view.height = (high / wide * across + 2.0 * MARGIN)
            .clamp(*HEIGHTS.start(), *HEIGHTS.end())
            .round();
        view.scale = (across / wide).min((view.height - 2.0 * MARGIN) / high);
        view.origin = (
            view.width / 2.0 - view.scale * f64::midpoint(left, right),
            view.height / 2.0 - view.scale * f64::midpoint(top, bottom),
        );
        Some(view)
    }

    pub(super) fn width(&self) -> f64 {
        self.width
    }

    pub(super) fn height(&self) -> f64 {
        self.height
    }

    /// Where a position stands on the sheet: right and down from the upper left corner.
    pub(super) fn project(&self, position: Position) -> (f64, f64) {
        self.project_degrees(position.lon(), position.lat())
    }

    /// Likewise for bare degrees. The point opposite the centre is put somewhere far away.
    pub(super) fn project_degrees(&self, lon: f64, lat: f64) -> (f64, f64) {
        let (sin, cos) = lat.to_radians().sin_cos();
        let (sin0, cos0) = self.lat.sin_cos();
        let (sin_dlon, cos_dlon) = (lon.to_radians() - self.lon).sin_cos();
        let nearness = 1.0 + sin0 * sin + cos0 * cos * cos_dlon;
        let k = (2.0 / nearness.max(1e-6)).sqrt();
        (
            self.origin.0 + self.scale * k * cos * sin_dlon,
            self.origin.1 - self.scale * k * (cos0 * sin - sin0 * cos * cos_dlon),
        )
    }

    /// Whether a position is on the near side of the globe, where outlines keep their shape.
    pub(super) fn is_near(&self, lon: f64, lat: f64) -> bool {
        let (sin, cos) = lat.to_radians().sin_cos();
        self.lat.sin() * sin + self.lat.cos() * cos * (lon.to_radians() - self.lon).cos() > -0.7
    }
}

/// The direction of the sum of all positions as unit vectors; latitude and longitude in radians.
fn middle(positions: &[Position]) -> Option<(f64, f64)> {
    if positions.is_empty() {
        return None;
    }
    let (x, y, z) = positions.iter().fold((0.0, 0.0, 0.0), |(x, y, z), position| {
        let (sin_lat, cos_lat) = position.lat().to_radians().sin_cos();
        let (sin_lon, cos_lon) = position.lon().to_radians().sin_cos();
        (x + cos_lat * cos_lon, y + cos_lat * sin_lon, z + sin_lat)
    });
    Some((z.atan2(x.hypot(y)), y.atan2(x)))
}

#[cfg(test)]
mod tests {
    use super::*;

    fn at(lat: f64, lon: f64) -> Position {
        Position::new(lat, lon).expect("on Earth")
    }

    #[test]
    fn places_stand_inside_with_north_up() {
        let (benghazi, moscow) = (at(32.1, 20.3), at(55.6, 37.3));
        let view = View::fitted(&[benghazi, moscow]).expect("two places");
        let ((x0, y0), (x1, y1)) = (view.project(benghazi), view.project(moscow));
        assert!(x0 < x1 && y0 > y1, "{x0} {y0} {x1} {y1}");
        for (x, y) in [(x0, y0), (x1, y1)] {
            assert!(x > 140.0 && x < view.width() - 140.0 && y > 70.0 && y < view.height() - 70.0);
        }
    }

    #[test]
    fn the_date_line_is_no_seam() {
        let view = View::fitted(&[at(-17.7, 177.4), at(-13.8, -172.0)]).expect("Fiji and Samoa");
        let ((x0, _), (x1, _)) = (view.project(at(-17.0, 179.9)), view.project(at(-17.0, -179.9)));
        assert!(x1 > x0 && x1 - x0 < 30.0, "{x0} {x1}");
    }

    #[test]
    fn one_place_alone_has_a_map() {
        let view = View::fitted(&[at(30.0, 31.0)]).expect("a place");
        let (x, y) = view.project(at(30.0, 31.0));
        assert!((x - view.width() / 2.0).abs() < 1.0 && (y - view.height() / 2.0).abs() < 1.0);
        assert!(View::fitted(&[]).is_none());
    }
}
