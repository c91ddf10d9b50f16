//! Fewer points on a line, and the size of a ring.

use super::topology::Point;

/// Drops points that lie within `tolerance` (degrees of latitude) of the line without them; the ends stay.
///
/// D. H. Douglas and T. K. Peucker, "Algorithms for the reduction of the number of points required to represent a
/// digitized line or its caricature", Cartographica 10 (2), 1973. Longitudes are shortened by the cosine of the
/// latitude, so that the north is not drawn in more detail than the rest. A closed line is first cut at the point
/// farthest from its end.
pub(crate) fn line(points: &[Point], tolerance: f64) -> Vec<Point> {
    if points.len() < 3 {
        return points.to_vec();
    }
    let mut keep = vec![false; points.len()];
    let last = points.len() - 1;
    keep[0] = true;
    keep[last] = true;
    let mut pieces = vec![(0, last)];
    while let Some((from, to)) = pieces.pop() {
        let farthest = (from + 1..to)
            .map(|i| (i, off(points[i], points[from], points[to])))
            .max_by(|a, b| a.1.total_cmp(&b.1));
        if let Some((at, distance)) = farthest
            && distance > tolerance
        {
            keep[at] = true;
            pieces.extend([(from, at), (at, to)]);
        }
    }
    points
        .iter()
        .zip(keep)
        .filter(|(_, keep)| *keep)
        .map(|(&point, _)| point)
        .collect()
}

/// Distance of `p` from the segment a–b.
fn off(p: Point, a: Point, b: Point) -> f64 {
    let shrink = p.1.to_radians().cos();
    let (px, py) = ((p.0 - a.0) * shrink, p.1 - a.1);
    let (bx, by) = ((b.0 - a.0) * shrink, b.1 - a.1);
    let length = bx * bx + by * by;
    let along = if length > 0.0 {
        ((px * bx + py * by) / length).clamp(0.0, 1.0)
    } else {
        0.0
    };
    (px - along * bx).hypot(py - along * by)
}

/// Area of a ring in square degrees at the equator.
pub(crate) fn area(ring: &[Point]) -> f64 {
    let Some(&(_, lat)) = ring.first() else {
        return 0.0;
    };
    let twice: f64 = ring
        .windows(2)
        .map(|pair| pair[0].0 * pair[1].1 - pair[1].0 * pair[0].1)
        .sum();
    (twice / 2.0).abs() * lat.to_radians().cos()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn small_bends_go_and_large_ones_stay() {
        let bent = [(0.0, 0.0), (1.0, 0.01), (2.0, 0.0), (3.0, 1.0), (4.0, 0.0)];
        assert_eq!(line(&bent, 0.1), [(0.0, 0.0), (2.0, 0.0), (3.0, 1.0), (4.0, 0.0)]);
        assert_eq!(line(&bent, 0.001), bent);
        assert_eq!(line(&bent[..2], 9.0), bent[..2]);
    }

    #[test]
    fn a_closed_line_keeps_its_shape() {
        let square = [(0.0, 0.0), (1.0, 0.0), (2.0, 0.0), (2.0, 2.0), (0.0, 2.0), (0.0, 0.0)];
        assert_eq!(
            line(&square, 0.1),
            [(0.0, 0.0), (2.0, 0.0), (2.0, 2.0), (0.0, 2.0), (0.0, 0.0)]
        );
        assert!((area(&square) - 4.0).abs() < 1e-12);
    }

    #[test]
    fn the_north_is_shown_in_no_more_detail_than_the_equator() {
        let east = |lat: f64| [(0.0, lat - 1.0), (0.15, lat), (0.0, lat + 1.0)];
        assert_eq!(line(&east(0.0), 0.1).len(), 3);
        assert_eq!(line(&east(70.0), 0.1).len(), 2);
    }
}
