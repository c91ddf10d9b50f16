//! Cuts rings at the 180th meridian, so that each piece can be filled on a flat map.

use super::topology::Point;

/// The pieces of a ring (last point repeats the first) between 180° W and 180° E. Each piece is closed likewise; cut
/// edges run along the meridian.
///
/// A ring around a pole does not close when it is unrolled; it comes back as it is.
pub(crate) fn cut(ring: &[Point]) -> Vec<Vec<Point>> {
    let unrolled = unroll(ring);
    let closed = unrolled
        .first()
        .zip(unrolled.last())
        .is_some_and(|(a, b)| (a.0 - b.0).abs() < 1.0);
    let within = unrolled.iter().all(|point| (-180.0..=180.0).contains(&point.0));
    if within || !closed {
        return vec![ring.to_vec()];
    }
    [-360.0, 0.0, 360.0]
        .into_iter()
        .map(|shift| {
            let moved: Vec<Point> = unrolled.iter().map(|&(lon, lat)| (lon + shift, lat)).collect();
            clip(&clip(&moved, 180.0, 1.0), -180.0, -1.0)
        })
        .filter(|piece| piece.len() > 3)
        .collect()
}

/// Longitudes that go on beyond ±180° instead of jumping.
fn unroll(ring: &[Point]) -> Vec<Point> {
    let mut turns = 0.0;
    let mut unrolled: Vec<Point> = Vec::with_capacity(ring.len());
    for (i, &(lon, lat)) in ring.iter().enumerate() {
        if i > 0 {
            let step = lon - ring[i - 1].0;
            if step > 180.0 {
                turns -= 360.0;
            } else if step < -180.0 {
                turns += 360.0;
            }
        }
        unrolled.push((lon + turns, lat));
    }
    unrolled
}

/// The part of a closed ring on the side of a meridian where `side · lon ≤ side · edge`.
///
/// I. E. Sutherland and G. W. Hodgman, "Reentrant polygon clipping", Communications of the ACM 17 (1), 1974.
fn clip(ring: &[Point], edge: f64, side: f64) -> Vec<Point> {
    let inside = |point: Point| side * point.0 <= side * edge;
    let mut kept = Vec::with_capacity(ring.len());
    for pair in ring.windows(2) {
        let (a, b) = (pair[0], pair[1]);
        if inside(a) != inside(b) {
            let along = (edge - a.0) / (b.0 - a.0);
            kept.push((edge, a.1 + along * (b.1 - a.1)));
        }
        if inside(b) {
            kept.push(b);
        }
    }
    if let Some(&first) = kept.first() {
        kept.push(first);
    }
    kept
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_ring_over_the_180th_meridian_becomes_two() {
        let ring = [(170.0, 0.0), (-170.0, 0.0), (-170.0, 10.0), (170.0, 10.0), (170.0, 0.0)];
        let pieces = cut(&ring);
        assert_eq!(pieces.len(), 2);
        for (piece, west, east) in [(&pieces[0], -180.0, -170.0), (&pieces[1], 170.0, 180.0)] {
            assert!(piece.iter().all(|point| (west..=east).contains(&point.0)), "{piece:?}");
            assert_eq!(piece.first(), piece.last());
            assert_eq!(piece.len(), 5);
        }
    }

    #[test]
    fn other_rings_stay_whole() {
        let ring = vec![(0.0, 0.0), (10.0, 0.0), (10.0, 10.0), (0.0, 0.0)];
        assert_eq!(cut(&ring), [ring]);
        let polar = vec![
            (-170.0, -70.0),
            (-60.0, -70.0),
            (60.0, -70.0),
            (170.0, -70.0),
            (-170.0, -70.0),
        ];
        assert_eq!(cut(&polar), [polar]);
    }
}
