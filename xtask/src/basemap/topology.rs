//! Reads the part of TopoJSON that the atlas uses: quantised arcs, countries and land as lists of arcs.

use std::collections::BTreeMap;

use anyhow::{Context, ensure};
use serde_json::Value;

/// Longitude and latitude in degrees.
pub(crate) type Point = (f64, f64);

/// The atlas, decoded.
pub(crate) struct Topology {
    /// Lines from which everything is put together.
    pub(crate) arcs: Vec<Vec<Point>>,
    /// Rings of the land: indexes of arcs; `!i` is arc `i` backwards.
    pub(crate) land: Vec<Vec<i64>>,
    /// The countries, by ISO 3166-1 numeric code, on either side of each arc: two of them along a border.
    pub(crate) owners: BTreeMap<usize, Vec<String>>,
}

/// Reads a TopoJSON text with the objects `countries` and `land`.
pub(crate) fn read(text: &str) -> anyhow::Result<Topology> {
    let file: Value = serde_json::from_str(text).context("not JSON")?;
    let pair = |name: &str| -> anyhow::Result<Point> {
        let pair = &file["transform"][name];
        pair[0]
            .as_f64()
            .zip(pair[1].as_f64())
            .with_context(|| format!("no transform.{name}"))
    };
    let (scale, translate) = (pair("scale")?, pair("translate")?);
    let arcs = list(&file["arcs"], "arcs")?
        .iter()
        .map(|arc| decode(arc, scale, translate))
        .collect::<anyhow::Result<Vec<_>>>()?;
    let mut owners: BTreeMap<usize, Vec<String>> = BTreeMap::new();
    for country in list(&file["objects"]["countries"]["geometries"], "countries")? {
        let id = country["id"].as_str().context("a country without id")?;
        for arc in rings(country)?.into_iter().flatten() {
            owners.entry(index(arc)).or_default().push(id.to_owned());
        }
    }
    let mut land = Vec::new();
    for geometry in list(&file["objects"]["land"]["geometries"], "land")? {
        land.extend(rings(geometry)?);
    }
    let known = |&arc: &i64| index(arc) < arcs.len();
    ensure!(land.iter().flatten().all(known), "land of arcs that do not exist");
    ensure!(
        owners.keys().all(|&arc| arc < arcs.len()),
        "countries of arcs that do not exist"
    );
    Ok(Topology { arcs, land, owners })
}

/// Puts a ring together from its arcs; its last point repeats the first.
pub(crate) fn join(arcs: &[Vec<Point>], ring: &[i64]) -> Vec<Point> {
    let mut points: Vec<Point> = Vec::new();
    for &arc in ring {
        // The first point of an arc is the last one of the arc before.
        points.pop();
        if arc >= 0 {
            points.extend(&arcs[index(arc)]);
        } else {
            points.extend(arcs[index(arc)].iter().rev());
        }
    }
    points
}

fn index(arc: i64) -> usize {
    let forward = if arc < 0 { !arc } else { arc };
    usize::try_from(forward).expect("not negative")
}

fn list<'a>(value: &'a Value, what: &str) -> anyhow::Result<&'a Vec<Value>> {
    value.as_array().with_context(|| format!("no list of {what}"))
}

fn decode(arc: &Value, scale: Point, translate: Point) -> anyhow::Result<Vec<Point>> {
    let (mut x, mut y) = (0.0, 0.0);
    list(arc, "points")?
        .iter()
        .map(|step| {
            let (dx, dy) = step[0]
                .as_f64()
                .zip(step[1].as_f64())
                .context("a point that is no pair of numbers")?;
            x += dx;
            y += dy;
            Ok((x * scale.0 + translate.0, y * scale.1 + translate.1))
        })
        .collect()
}

/// The rings of a polygon or of several.
fn rings(geometry: &Value) -> anyhow::Result<Vec<Vec<i64>>> {
    let ring = |ring: &Value| -> anyhow::Result<Vec<i64>> {
        list(ring, "arcs in a ring")?
            .iter()
            .map(|arc| arc.as_i64().context("an arc that is no number"))
            .collect()
    };
    let polygon =
        |polygon: &Value| -> anyhow::Result<Vec<Vec<i64>>> { list(polygon, "rings")?.iter().map(ring).collect() };
    let arcs = &geometry["arcs"];
    match geometry["type"].as_str() {
        Some("Polygon") => polygon(arcs),
        Some("MultiPolygon") => {
            let polygons = list(arcs, "polygons")?
                .iter()
                .map(polygon)
                .collect::<anyhow::Result<Vec<_>>>()?;
            Ok(polygons.into_iter().flatten().collect())
        }
        other => anyhow::bail!("geometry of type {other:?}"),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn rings_are_joined_forwards_and_backwards() {
        let arcs = vec![vec![(0.0, 0.0), (1.0, 0.0)], vec![(0.0, 0.0), (0.5, 1.0), (1.0, 0.0)]];
        assert_eq!(join(&arcs, &[0, !1]), [(0.0, 0.0), (1.0, 0.0), (0.5, 1.0), (0.0, 0.0)]);
    }

    #[test]
    fn other_files_are_refused() {
        for text in [
            "",
            "{}",
            r#"{"transform":{"scale":[1,1],"translate":[0,0]},"arcs":[[["a","b"]]]}"#,
        ] {
            assert!(read(text).is_err(), "{text}");
        }
    }
}
