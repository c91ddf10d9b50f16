//! Outlines of land and borders, cut to the sheet.
//!
//! `data/basemap.json` holds rings and lines as flat arrays of integers in 1/100 degree: the first point, then steps. It
//! has no countries and no names, so nothing can be tinted or read off by state.

use super::projection::View;
use crate::markup::put;

const DATA: &str = include_str!("../../../data/basemap.json");

/// Outlines are cut this far outside the sheet, so that the cut does not show.
const OVER: f64 = 8.0;
/// Points nearer to each other than this are one.
const NEAR: f64 = 0.6;

#[derive(serde::Deserialize)]
struct Outlines {
    land: Vec<Vec<i32>>,
    borders: Vec<Vec<i32>>,
    contested: Vec<Vec<i32>>,
}

type Point = (f64, f64);

pub(super) fn draw(out: &mut String, view: &View) {
    let outlines: Outlines = serde_json::from_str(DATA).expect("the file is part of the program, and a test reads it");
    out.push_str("<path class=\"land\" fill-rule=\"evenodd\" d=\"");
    for ring in &outlines.land {
        let points = degrees(ring);
        // On the far side of the globe outlines turn inside out; no sheet shows it.
        if points.iter().all(|&(lon, lat)| view.is_near(lon, lat)) {
            let projected = points
                .iter()
                .map(|&(lon, lat)| view.project_degrees(lon, lat))
                .collect();
            path(out, &thinned(&cut(projected, view)), "Z");
        }
    }
    out.push_str("\" />\n");
    graticule(out, view);
    for (class, lines) in [("border", &outlines.borders), ("contested", &outlines.contested)] {
        put!(out, "<path class=\"{class}\" d=\"");
        for line in lines {
            for piece in pieces(&degrees(line), view) {
                path(out, &thinned(&piece), "");
            }
        }
        out.push_str("\" />\n");
    }
}

fn degrees(flat: &[i32]) -> Vec<Point> {
    let (mut lon, mut lat) = (0, 0);
    flat.chunks_exact(2)
        .map(|step| {
            lon += step[0];
            lat += step[1];
            (f64::from(lon) / 100.0, f64::from(lat) / 100.0)
        })
        .collect()
}

/// Meridians and parallels every ten degrees.
fn graticule(out: &mut String, view: &View) {
    out.push_str("<path class=\"graticule\" d=\"");
    for lon in (-180..180).step_by(10) {
        let line: Vec<Point> = (-80..=80)
            .step_by(2)
            .map(|lat| (f64::from(lon), f64::from(lat)))
            .collect();
        for piece in pieces(&line, view) {
            path(out, &piece, "");
        }
    }
    for lat in (-80..=80).step_by(10) {
        let line: Vec<Point> = (-180..=180)
            .step_by(2)
            .map(|lon| (f64::from(lon), f64::from(lat)))
            .collect();
        for piece in pieces(&line, view) {
            path(out, &piece, "");
        }
    }
    out.push_str("\" />\n");
}

/// The stretches of a line that come near the sheet, projected.
fn pieces(line: &[Point], view: &View) -> Vec<Vec<Point>> {
    let inside =
        |(x, y): Point| (-60.0..view.width() + 60.0).contains(&x) && (-60.0..view.height() + 60.0).contains(&y);
    let projected: Vec<(bool, Point)> = line
        .iter()
        .map(|&(lon, lat)| {
            let point = view.project_degrees(lon, lat);
            (view.is_near(lon, lat) && inside(point), point)
        })
        .collect();
    let mut pieces = vec![Vec::new()];
    for (index, &(shown, point)) in projected.iter().enumerate() {
        // One point beyond on either side carries the line over the edge.
        let neighbour = (index > 0 && projected[index - 1].0) || projected.get(index + 1).is_some_and(|next| next.0);
        let near = view.is_near(line[index].0, line[index].1);
        if shown || (neighbour && near) {
            pieces.last_mut().expect("never empty").push(point);
        } else if !pieces.last().expect("never empty").is_empty() {
            pieces.push(Vec::new());
        }
    }
    pieces.retain(|piece| piece.len() > 1);
    pieces
}

/// Cuts a ring to the sheet, edge by edge (Sutherland and Hodgman 1974). Where the ring leaves and comes back, its cut runs
/// along the edge, out of sight.
fn cut(mut ring: Vec<Point>, view: &View) -> Vec<Point> {
    let (right, bottom) = (view.width() + OVER, view.height() + OVER);
    let edges: [fn(Point, f64) -> f64; 4] = [
        |(x, _), _| x + OVER,
        |(_, y), _| y + OVER,
        |(x, _), right| right - x,
        |(_, y), bottom| bottom - y,
    ];
    for (edge, limit) in edges.into_iter().zip([0.0, 0.0, right, bottom]) {
        let mut kept = Vec::with_capacity(ring.len());
        for (index, &to) in ring.iter().enumerate() {
            let from = ring[(index + ring.len() - 1) % ring.len()];
            let (a, b) = (edge(from, limit), edge(to, limit));
            if (a < 0.0) != (b < 0.0) {
                let share = a / (a - b);
                kept.push((from.0 + share * (to.0 - from.0), from.1 + share * (to.1 - from.1)));
            }
            if b >= 0.0 {
                kept.push(to);
            }
        }
        ring = kept;
    }
    ring
}

fn thinned(points: &[Point]) -> Vec<Point> {
    let mut kept: Vec<Point> = Vec::with_capacity(points.len());
    for (index, &(x, y)) in points.iter().enumerate() {
        let apart = kept
            .last()
            .is_none_or(|last| (last.0 - x).abs() + (last.1 - y).abs() >= NEAR);
        if apart || index + 1 == points.len() {
            kept.push((x, y));
        }
    }
    kept
}

fn path(out: &mut String, points: &[Point], end: &str) {
    if points.len() < 2 || (end == "Z" && points.len() < 3) {
        return;
    }
    for (index, (x, y)) in points.iter().enumerate() {
        put!(out, "{}{x:.1} {y:.1}", if index == 0 { 'M' } else { 'L' });
    }
    out.push_str(end);
}

#[cfg(test)]
mod tests {
    use airbridge_units::Position;

    use super::*;

    #[test]
    fn the_outlines_can_be_read() {
        let outlines: Outlines = serde_json::from_str(DATA).expect("valid");
        assert!(outlines.land.len() > 50 && outlines.borders.len() > 50 && !outlines.contested.is_empty());
        for ring in outlines.land.iter().chain(&outlines.borders).chain(&outlines.contested) {
            assert!(ring.len() >= 4 && ring.len().is_multiple_of(2));
            for (lon, lat) in degrees(ring) {
                assert!(lon.abs() <= 180.01 && lat.abs() <= 90.01, "{lon} {lat}");
            }
        }
    }

    #[test]
    fn a_ring_around_the_sheet_fills_it() {
        let view = View::fitted(&[Position::new(30.0, 31.0).expect("on Earth")]).expect("a place");
        let ring = vec![
            (-5000.0, -5000.0),
            (5000.0, -5000.0),
            (5000.0, 5000.0),
            (-5000.0, 5000.0),
        ];
        let cut = cut(ring, &view);
        assert!(cut.len() >= 4);
        assert!(
            cut.iter()
                .all(|&(x, y)| (-OVER..=view.width() + OVER).contains(&x) && y >= -OVER)
        );
        assert!(super::cut(vec![(-50.0, -50.0), (-40.0, -50.0), (-40.0, -40.0)], &view).is_empty());
    }
}
