//! The bundled catalogue: aircraft types with configurations, airfields with runways. Defaults that an operation may override.
//!
//! What comes in: the CSV files in `data/`, compiled in and read by the same code as an operation's tables. What goes out: the model's
//! types by id.

use std::collections::{BTreeMap, BTreeSet};
use std::sync::LazyLock;

use airbridge_model::{AircraftType, Airfield, Finding};
use airbridge_units::{AircraftTypeId, AirfieldId};

use crate::findings::Findings;
use crate::format::{AIRCRAFT_TYPES, AIRFIELDS, CONFIGURATIONS, Limits, RUNWAYS, Table};
use crate::read::references::References;
use crate::read::{fleet, places};
use crate::tables::shape::{Shaped, shape};
use crate::tables::{CellsLeft, csv};

const AIRCRAFT_TYPES_CSV: &str = include_str!("../data/aircraft_types.csv");
const CONFIGURATIONS_CSV: &str = include_str!("../data/configurations.csv");
const AIRFIELDS_CSV: &str = include_str!("../data/airfields.csv");
const RUNWAYS_CSV: &str = include_str!("../data/runways.csv");

#[derive(Debug)]
struct Catalogue {
    aircraft_types: BTreeMap<AircraftTypeId, AircraftType>,
    airfields: BTreeMap<AirfieldId, Airfield>,
    findings: Vec<Finding>,
}

static CATALOGUE: LazyLock<Catalogue> =
    LazyLock::new(|| read(AIRCRAFT_TYPES_CSV, CONFIGURATIONS_CSV, AIRFIELDS_CSV, RUNWAYS_CSV));

/// The bundled aircraft types by id. Read once.
pub fn catalogue_aircraft_types() -> &'static BTreeMap<AircraftTypeId, AircraftType> {
    &CATALOGUE.aircraft_types
}

/// The bundled airfields by id. Read once.
pub fn catalogue_airfields() -> &'static BTreeMap<AirfieldId, Airfield> {
    &CATALOGUE.airfields
}

/// Findings about the bundled files; empty, as a test sees to.
pub fn catalogue_findings() -> &'static [Finding] {
    &CATALOGUE.findings
}

fn table(spec: &'static Table, text: &str, findings: &Findings) -> Shaped {
    csv::read(
        &format!("data/{}", spec.file()),
        text.as_bytes(),
        &Limits::STANDARD,
        &CellsLeft::all(&Limits::STANDARD),
        findings,
    )
    .map_or_else(|| Shaped::absent(spec), |grid| shape(spec, grid, findings))
}

fn read(types: &str, configurations: &str, airfields: &str, runways: &str) -> Catalogue {
    let findings = Findings::default();
    let f = &findings;
    let [types, configurations, airfields, runways] = [
        table(&AIRCRAFT_TYPES, types, f),
        table(&CONFIGURATIONS, configurations, f),
        table(&AIRFIELDS, airfields, f),
        table(&RUNWAYS, runways, f),
    ];
    let mut references = References::default();
    for table in [&types, &configurations, &airfields, &runways] {
        references.declare(table, f);
    }
    let none = BTreeSet::new();
    let known_types = fleet::aircraft_types(&types, &configurations, &none, &BTreeMap::new(), &references, f);
    let known_fields = places::airfields(&airfields, &runways, &none, &BTreeMap::new(), &references, f);
    Catalogue {
        aircraft_types: known_types
            .into_iter()
            .map(|kind| (kind.value.id.clone(), kind.value))
            .collect(),
        airfields: known_fields
            .into_iter()
            .map(|field| (field.value.id.clone(), field.value))
            .collect(),
        findings: findings.into_vec(),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_bundled_catalogue_is_sound() {
        let findings: Vec<String> = catalogue_findings().iter().map(ToString::to_string).collect();
        assert_eq!(findings, Vec::<String>::new());
        assert!(!catalogue_aircraft_types().is_empty());
        assert!(!catalogue_airfields().is_empty());
    }
}
