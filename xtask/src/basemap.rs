//! `cargo xtask basemap`: the outlines that the report's map is drawn on.
//!
//! What comes in: `world/50m.json` (or `110m.json`) of npm's world-atlas **1.1.4**, public-domain Natural Earth 2.0
//! data as TopoJSON. Fetch it outside the repository with `npm pack world-atlas@1.1.4`; later major versions draw
//! Crimea as Russia and are refused here by a point in Crimea's border. What goes out: one JSON object,
//!
//! ```text
//! { "source": "…", "note": "…", "unit": "…",
//!   "land":      [[lon, lat, dlon, dlat, …], …],   rings, to be filled together by the even-odd rule (lakes are holes)
//!   "borders":   [[…], …],                         lines, to be drawn solid
//!   "contested": [[…], …] }                        lines, to be drawn dashed
//! ```
//!
//! Each ring or line is a flat array of integers in 1/100 degree, east and north positive: the first point, then the
//! step to each next one. Rings do not repeat their first point at the end. There are no names and no polygons of
//! countries, so that nothing can be tinted by country or read off as a code.

mod antimeridian;
mod contested;
mod simplify;
mod topology;

use std::collections::BTreeMap;
use std::fs;
use std::ops::RangeInclusive;
use std::path::PathBuf;

use anyhow::{Context, bail, ensure};
use contested::{Contested, Drawn};
use serde_json::json;
use topology::{Point, Topology};

/// The file may not be larger, because every report carries it.
const MOST_BYTES: usize = 150_000;

/// South of this nothing is drawn but ice.
const SOUTH_END: f64 = -60.0;

/// Derive the outlines of the report's map from Natural Earth data.
#[derive(clap::Args)]
pub(crate) struct Arguments {
    /// `world/50m.json` or `world/110m.json` of npm's world-atlas 1.1.4.
    #[arg(long, value_name = "FILE")]
    from: PathBuf,
    /// Where to write the outlines.
    #[arg(long, value_name = "FILE")]
    out: PathBuf,
    /// Detail that may be lost around Europe and the Middle East, in degrees of latitude; three times that elsewhere.
    #[arg(long, default_value_t = 0.02)]
    tolerance: f64,
    /// Islands and lakes smaller than this are left out, in square degrees at the equator; ten times that elsewhere.
    #[arg(long, default_value_t = 0.01)]
    smallest: f64,
}

/// Longitudes and latitudes where detail is worth its bytes.
const IN_DETAIL: (RangeInclusive<f64>, RangeInclusive<f64>) = (-25.0..=65.0, 10.0..=72.0);

/// Reads the atlas, simplifies it and writes the outlines.
pub(crate) fn run(arguments: &Arguments) -> anyhow::Result<()> {
    let text = fs::read_to_string(&arguments.from)
        .with_context(|| format!("cannot read the atlas {}", arguments.from.display()))?;
    let atlas = topology::read(&text).context("this is not world-atlas 1.1.4")?;
    refuse_other_atlases(&atlas)?;
    let outlines = outlines(&atlas, &Contested::read()?, arguments.tolerance, arguments.smallest);
    ensure!(
        outlines.len() <= MOST_BYTES,
        "{} bytes of outlines, {MOST_BYTES} at most: raise --tolerance",
        outlines.len()
    );
    fs::write(&arguments.out, &outlines).with_context(|| format!("cannot write {}", arguments.out.display()))?;
    eprintln!("{}: {} bytes", arguments.out.display(), outlines.len());
    Ok(())
}

/// Crimea must be drawn as Ukraine's: no border along the isthmus, and no Russian arc around the peninsula.
fn refuse_other_atlases(atlas: &Topology) -> anyhow::Result<()> {
    const RUSSIA: &str = "643";
    let in_crimea = |&(lon, lat): &Point| (33.0..35.5).contains(&lon) && (44.4..45.4).contains(&lat);
    for (arc, owners) in &atlas.owners {
        if owners.iter().any(|owner| owner == RUSSIA) && atlas.arcs[*arc].iter().any(in_crimea) {
            bail!("this atlas draws Crimea as Russia: take world-atlas 1.1.4");
        }
    }
    Ok(())
}

fn outlines(atlas: &Topology, contested: &Contested, tolerance: f64, smallest: f64) -> String {
    let coarser = |points: &[Point], factor: f64| if in_detail(points) { 1.0 } else { factor };
    let arcs: Vec<_> = atlas
        .arcs
        .iter()
        .map(|arc| simplify::line(arc, tolerance * coarser(arc, 3.0)))
        .collect();
    let land: Vec<_> = atlas
        .land
        .iter()
        .map(|ring| topology::join(&arcs, ring))
        .filter(|ring| ring.iter().any(|point| point.1 > SOUTH_END))
        .flat_map(|ring| antimeridian::cut(&ring))
        .filter(|ring| simplify::area(ring) >= smallest * coarser(ring, 10.0))
        .filter_map(|ring| packed_ring(&ring))
        .collect();
    let mut lines: BTreeMap<Drawn, Vec<Vec<i64>>> = BTreeMap::new();
    for (&arc, owners) in &atlas.owners {
        if let [a, b] = &owners[..] {
            lines
                .entry(contested.drawn(a, b))
                .or_default()
                .extend(packed(&arcs[arc]));
        }
    }
    let mut dashed = lines.remove(&Drawn::Dashed).unwrap_or_default();
    dashed.extend(contested.lines.iter().filter_map(|line| packed(line)));
    let file = json!({
        "source": "Natural Earth 2.0 (public domain), by way of world-atlas 1.1.4, simplified by `cargo xtask basemap`; contested lines: own approximations",
        "note": "The boundaries shown do not imply the expression of any opinion on the legal status of any territory.",
        "unit": "1/100 degree: longitude, latitude of the first point, then the steps to the next ones",
        "land": land,
        "borders": lines.remove(&Drawn::Solid).unwrap_or_default(),
        "contested": dashed,
    });
    let mut text = file.to_string();
    text.push('\n');
    text
}

fn in_detail(points: &[Point]) -> bool {
    points
        .iter()
        .any(|(lon, lat)| IN_DETAIL.0.contains(lon) && IN_DETAIL.1.contains(lat))
}

/// Whole hundredths of a degree: the first point, then steps; `None` when nothing is left of the line.
fn packed(line: &[Point]) -> Option<Vec<i64>> {
    let hundredths = |degrees: f64| (degrees * 100.0).round() as i64;
    let mut points: Vec<_> = line
        .iter()
        .map(|&(lon, lat)| (hundredths(lon), hundredths(lat)))
        .collect();
    points.dedup();
    if points.len() < 2 {
        return None;
    }
    let mut numbers = vec![points[0].0, points[0].1];
    for pair in points.windows(2) {
        numbers.extend([pair[1].0 - pair[0].0, pair[1].1 - pair[0].1]);
    }
    Some(numbers)
}

/// The same for a ring whose last point repeats its first.
fn packed_ring(ring: &[Point]) -> Option<Vec<i64>> {
    let mut numbers = packed(ring)?;
    // The steps of a closed ring add up to nothing; the last one goes without saying.
    numbers.truncate(numbers.len() - 2);
    (numbers.len() >= 6).then_some(numbers)
}

#[cfg(test)]
mod tests {
    use super::*;

    /// Two square countries side by side, an island too small to draw, and a bit of Antarctica.
    fn small_atlas() -> Topology {
        let text = json!({
            "type": "Topology",
            "transform": { "scale": [0.5, 0.5], "translate": [10.0, 20.0] },
            "arcs": [
                [[4, 0], [0, 4]],
                [[4, 4], [-4, 0], [0, -4], [4, 0]],
                [[4, 0], [4, 0], [0, 4], [-4, 0]],
                [[20, 20], [0, 1], [1, 0], [-1, -1]],
                [[0, -200], [9, 0], [0, 9], [-9, -9]]
            ],
            "objects": {
                "countries": { "type": "GeometryCollection", "geometries": [
                    { "type": "Polygon", "id": "504", "arcs": [[0, 1]] },
                    { "type": "MultiPolygon", "id": "012", "arcs": [[[2, -1]], [[3]]] },
                    { "type": "Polygon", "id": "010", "arcs": [[4]] }
                ]},
                "land": { "type": "GeometryCollection", "geometries": [
                    { "type": "MultiPolygon", "arcs": [[[1, 2]], [[3]], [[4]]] }
                ]}
            }
        });
        topology::read(&text.to_string()).expect("a topology")
    }

    #[test]
    fn land_is_rings_and_shared_arcs_are_borders() {
        let contested = Contested::read().expect("it is committed");
        let text = outlines(&small_atlas(), &contested, 0.01, 0.2);
        let file: serde_json::Value = serde_json::from_str(&text).expect("JSON");
        // Round both countries from their common border, whose end on the straight south coast is a corner that
        // arcs keep.
        let ring = [1200, 2200, -200, 0, 0, -200, 200, 0, 200, 0, 0, 200];
        assert_eq!(file["land"], json!([ring]));
        assert_eq!(file["borders"], json!([[1200, 2000, 0, 200]]));
        assert_eq!(
            file["contested"].as_array().expect("lines").len(),
            contested.lines.len()
        );
    }

    #[test]
    fn the_report_draws_every_line_that_we_know_to_be_contested() {
        let committed = include_str!("../../crates/airbridge-report/data/basemap.json");
        let file: serde_json::Value = serde_json::from_str(committed).expect("JSON");
        let drawn = file["contested"].as_array().expect("lines");
        for line in &Contested::read().expect("it is committed").lines {
            let line = json!(packed(line));
            assert!(drawn.contains(&line), "derive the outlines anew: {line} is missing");
        }
    }

    #[test]
    fn an_atlas_that_gives_crimea_to_russia_is_refused() {
        let mut atlas = small_atlas();
        assert!(refuse_other_atlases(&atlas).is_ok());
        atlas.arcs.push(vec![(34.0, 45.0), (35.0, 45.0)]);
        atlas.owners.insert(5, vec!["643".to_owned()]);
        assert!(refuse_other_atlases(&atlas).is_err());
    }

    #[test]
    fn lines_that_shrink_to_a_point_vanish() {
        assert_eq!(packed(&[(1.0, 1.0), (1.001, 1.0)]), None);
        assert_eq!(
            packed(&[(1.0, 1.0), (1.0, 1.0), (1.5, 0.75)]),
            Some(vec![100, 100, 50, -25])
        );
        assert_eq!(packed_ring(&[(0.0, 0.0), (1.0, 0.0), (0.0, 0.0)]), None);
    }
}
