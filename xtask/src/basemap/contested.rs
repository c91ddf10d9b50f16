//! Lines that are not agreed between those on either side, and how they are drawn.
//!
//! The map takes no side: these lines are dashed or left out, and the report says so. Which they are stands in
//! `web/src/map/contested.json`, which the map of the web application is made with too.

use std::collections::BTreeMap;

use anyhow::Context;
use serde_json::Value;

use super::topology::Point;

/// How the arc between two countries of the atlas is drawn.
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Debug)]
pub(crate) enum Drawn {
    /// As a border.
    Solid,
    /// As a contested line.
    Dashed,
    /// Not at all.
    Omitted,
}

/// What is contested.
#[derive(Debug)]
pub(crate) struct Contested {
    /// By ISO 3166-1 numeric codes, in the order of their text; -99 is the atlas's mark for places without a code.
    borders: BTreeMap<(String, String), Drawn>,
    /// Dashed lines that the atlas lacks, drawn by us to a few kilometres.
    pub(crate) lines: Vec<Vec<Point>>,
}

impl Contested {
    /// As it is committed.
    pub(crate) fn read() -> anyhow::Result<Self> {
        let file: Value = serde_json::from_str(include_str!("../../../web/src/map/contested.json"))?;
        read(&file).context("web/src/map/contested.json is not as it should be")
    }

    /// How the line between two countries is drawn.
    pub(crate) fn drawn(&self, a: &str, b: &str) -> Drawn {
        self.borders.get(&pair(a, b)).copied().unwrap_or(Drawn::Solid)
    }
}

fn read(file: &Value) -> Option<Contested> {
    let border = |row: &Value| {
        let drawn = match row["drawn"].as_str()? {
            "dashed" => Drawn::Dashed,
            "omitted" => Drawn::Omitted,
            _ => return None,
        };
        Some((pair(row["between"][0].as_str()?, row["between"][1].as_str()?), drawn))
    };
    let point = |point: &Value| Some((point[0].as_f64()?, point[1].as_f64()?));
    let line = |row: &Value| row["line"].as_array()?.iter().map(point).collect();
    Some(Contested {
        borders: file["borders"].as_array()?.iter().map(border).collect::<Option<_>>()?,
        lines: file["lines"].as_array()?.iter().map(line).collect::<Option<_>>()?,
    })
}

fn pair(a: &str, b: &str) -> (String, String) {
    let (first, second) = if a < b { (a, b) } else { (b, a) };
    (first.to_owned(), second.to_owned())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_order_of_the_countries_does_not_matter() {
        let contested = Contested::read().expect("it is committed");
        assert_eq!(contested.drawn("760", "376"), Drawn::Dashed);
        assert_eq!(contested.drawn("376", "760"), Drawn::Dashed);
        assert_eq!(contested.drawn("732", "504"), Drawn::Omitted);
        assert_eq!(contested.drawn("-99", "196"), Drawn::Dashed);
        assert_eq!(contested.drawn("250", "276"), Drawn::Solid);
    }
}
