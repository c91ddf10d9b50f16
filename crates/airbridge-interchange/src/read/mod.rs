//! From files to an operation: every finding is listed, and the operation is given when none is an error.

pub(crate) mod events;
pub(crate) mod fleet;
mod people;
pub(crate) mod permissions;
pub(crate) mod places;
pub(crate) mod policy;
pub(crate) mod references;
mod row;
pub(crate) mod settings;
mod together;

use std::collections::{BTreeMap, BTreeSet};

use airbridge_model::{Finding, Horizon, Operation, Severity};
use airbridge_units::{AircraftTypeId, AirfieldId};
use jiff::Timestamp;
use jiff::tz::TimeZone;

use crate::catalogue::{catalogue_aircraft_types, catalogue_airfields};
use crate::digest::digest;
use crate::findings::{Findings, whole};
use crate::format::{self, Limits, SETTINGS_FILE, SETTINGS_SHEET, TABLES, Table};
use crate::nearest::hint;
use crate::source::{Source, is_bare_name};
use crate::tables::shape::{Shaped, shape};
use crate::tables::{CellsLeft, csv, xlsx};
use crate::values::times;
use references::References;
use row::Located;
use settings::Settings;

/// What reading gives.
#[derive(Clone, Debug)]
pub struct Reading {
    /// The operation, unless a finding is an error.
    pub operation: Option<Operation>,
    /// Everything that was found, by file and row.
    pub findings: Vec<Finding>,
}

/// Settings and tables, understood as far as their headers.
#[derive(Debug)]
struct Raw {
    settings: Settings,
    tables: BTreeMap<&'static str, Shaped>,
}

impl Raw {
    fn table(&self, spec: &Table) -> &Shaped {
        &self.tables[spec.name]
    }

    /// Whether all rows of a table were there and good. What seems to be missing elsewhere may be in a row that was left out.
    fn is_complete<T>(&self, spec: &Table, good: &[Located<T>]) -> bool {
        let shaped = self.table(spec);
        shaped.readable && shaped.rows.len() == good.len()
    }
}

/// Reads an operation from a folder's files or a workbook.
///
/// Every finding is listed. Nothing panics on any bytes. Rows that are bad are left out while the rest is looked at, so that one slip
/// does not hide others.
pub fn read_operation(source: &Source) -> Reading {
    let findings = Findings::default();
    let raw = raw(source, &Limits::STANDARD, &findings);
    let operation = assemble(source, &raw, &findings);
    let sound = findings.errors() == 0;
    let operation = sound.then(|| {
        let mut operation = operation;
        operation.digest = digest(&operation);
        operation
    });
    Reading {
        operation,
        findings: findings.into_vec(),
    }
}

/// How many rows the tables of a source have, good or bad.
pub fn rows_read(source: &Source) -> usize {
    let raw = raw(source, &Limits::STANDARD, &Findings::default());
    raw.tables.values().map(|table| table.rows.len()).sum()
}

/// Only the settings, findings aside.
pub(crate) fn settings_of(source: &Source) -> Settings {
    let findings = Findings::default();
    let limits = Limits::STANDARD;
    match &source.workbook {
        Some((name, bytes)) => xlsx::read(
            name,
            bytes,
            |sheet| sheet == SETTINGS_SHEET,
            &limits,
            &CellsLeft::all(&limits),
            &findings,
        )
        .and_then(|mut sheets| sheets.grids.remove(SETTINGS_SHEET))
        .map_or_else(Settings::default, |grid| Settings::from_grid(grid, &findings)),
        None => source.files.get(SETTINGS_FILE).map_or_else(Settings::default, |bytes| {
            Settings::from_toml(SETTINGS_FILE, bytes, &limits, &findings)
        }),
    }
}

fn raw(source: &Source, limits: &Limits, findings: &Findings) -> Raw {
    match &source.workbook {
        Some((name, bytes)) => raw_workbook(name, bytes, limits, findings),
        None => raw_folder(&source.files, limits, findings),
    }
}

fn raw_folder(files: &BTreeMap<String, Vec<u8>>, limits: &Limits, findings: &Findings) -> Raw {
    let settings = if let Some(bytes) = files.get(SETTINGS_FILE) {
        Settings::from_toml(SETTINGS_FILE, bytes, limits, findings)
    } else {
        missing(SETTINGS_FILE, "the file", findings);
        Settings::absent(SETTINGS_FILE)
    };
    let left = CellsLeft::all(limits);
    let tables = TABLES
        .iter()
        .map(|spec| {
            let file = spec.file();
            let shaped = match files.get(&file) {
                Some(bytes) => csv::read(&file, bytes, limits, &left, findings)
                    .map_or_else(|| Shaped::unreadable(spec), |grid| shape(spec, grid, findings)),
                None if spec.required => {
                    missing(&file, "the file", findings);
                    Shaped::unreadable(spec)
                }
                None => Shaped::absent(spec),
            };
            (spec.name, shaped)
        })
        .collect();
    let known = format::file_names();
    for name in files.keys().filter(|name| !known.contains(name)) {
        if name.to_lowercase().ends_with(".csv") {
            unknown_table(name, name, known.iter().map(String::as_str), findings);
        }
    }
    Raw { settings, tables }
}

fn raw_workbook(name: &str, bytes: &[u8], limits: &Limits, findings: &Findings) -> Raw {
    let is_table = |sheet: &str| sheet == SETTINGS_SHEET || TABLES.iter().any(|table| table.name == sheet);
    let read = xlsx::read(name, bytes, is_table, limits, &CellsLeft::all(limits), findings);
    let readable = read.is_some();
    let xlsx::Sheets {
        mut grids,
        spoilt,
        others,
    } = read.unwrap_or_default();
    let settings = if let Some(grid) = grids.remove(SETTINGS_SHEET) {
        Settings::from_grid(grid, findings)
    } else {
        let place = format!("{name}#{SETTINGS_SHEET}");
        if readable && !spoilt.contains(SETTINGS_SHEET) {
            missing(&place, "the sheet", findings);
        }
        Settings::absent(&place)
    };
    let tables = TABLES
        .iter()
        .map(|spec| {
            let mut shaped = if let Some(grid) = grids.remove(spec.name) {
                shape(spec, grid, findings)
            } else {
                if spec.required && readable && !spoilt.contains(spec.name) {
                    missing(&format!("{name}#{}", spec.name), "the sheet", findings);
                }
                if spec.required || !readable || spoilt.contains(spec.name) {
                    Shaped::unreadable(spec)
                } else {
                    Shaped::absent(spec)
                }
            };
            shaped.file = format!("{name}#{}", spec.name);
            (spec.name, shaped)
        })
        .collect();
    let known: Vec<&str> = TABLES.iter().map(|table| table.name).collect();
    for sheet in &others {
        unknown_table(&format!("{name}#{sheet}"), sheet, known.iter().copied(), findings);
    }
    Raw { settings, tables }
}

fn missing(file: &str, what: &str, findings: &Findings) {
    findings.error(
        whole(file),
        "missing-table",
        format!("{what} is missing"),
        "add it; `airbridge new` writes a template of each",
    );
}

fn unknown_table<'a>(place: &str, name: &str, known: impl Iterator<Item = &'a str>, findings: &Findings) {
    findings.warn(
        whole(place),
        "unknown-table",
        format!("{name:?} is no table of an operation; it is not read"),
        hint(name, known, "remove it, or leave it: it does no harm"),
    );
}

fn assemble(source: &Source, raw: &Raw, findings: &Findings) -> Operation {
    let f = findings;
    let settings = &raw.settings;
    settings.report_unknown(f);
    let (name, horizon, planned_at) = frame(settings, f);
    let references = references(raw, f);
    let adult_age = settings.count("policy.protection.adult_age_years", f);
    let policy = policy::read(settings, &column(raw, &format::CREWS, "rules"), f);

    let airfields = places::airfields(
        raw.table(&format::AIRFIELDS),
        raw.table(&format::RUNWAYS),
        &referred_airfields(raw),
        catalogue_airfields(),
        &references,
        f,
    );
    let types = fleet::aircraft_types(
        raw.table(&format::AIRCRAFT_TYPES),
        raw.table(&format::CONFIGURATIONS),
        &column(raw, &format::AIRCRAFT, "type").into_iter().collect(),
        catalogue_aircraft_types(),
        &references,
        f,
    );
    let facilities = places::facilities(
        raw.table(&format::FACILITIES),
        raw.table(&format::FACILITY_AIRFIELDS),
        &references,
        f,
    );
    let staging = places::staging(raw.table(&format::STAGING), &references, f);

    let zones = places::zones(&facilities, |facility| (facility.id.as_str(), &facility.zone));
    let (groups, roots) = people::groups(raw.table(&format::GROUPS), &references, f);
    let patients = people::patients(raw.table(&format::PATIENTS), &zones, &roots, &references, f);
    let offers = people::offers(raw.table(&format::BED_OFFERS), &zones, &references, f);

    let bases = fleet::Bases {
        zones: places::zones(&airfields, |field| (field.id.as_str(), &field.zone)),
        horizon,
    };
    let aircraft = fleet::aircraft(raw.table(&format::AIRCRAFT), &types, &bases, &references, f);
    let crews = fleet::crews(raw.table(&format::CREWS), &bases, &references, f);

    let clearances = permissions::clearances(raw.table(&format::CLEARANCES), &references, f);
    let forbidden_pairs = permissions::forbidden_pairs(raw.table(&format::FORBIDDEN_PAIRS), f);
    let closures = permissions::closures(raw.table(&format::CLOSURES), &references, f);
    let routes = permissions::routes(raw.table(&format::ROUTES), &references, f);
    let contested = permissions::contested(raw.table(&format::CONTESTED_AREAS), f);

    let all_patients = raw.is_complete(&format::PATIENTS, &patients);
    let patients_file = &raw.table(&format::PATIENTS).file;
    together::groups(
        &patients,
        all_patients,
        patients_file,
        &groups,
        &raw.table(&format::GROUPS).file,
        f,
    );
    if all_patients {
        together::minors(&patients, patients_file, adult_age, f);
    }
    if raw.is_complete(&format::BED_OFFERS, &offers) {
        together::specialties(&patients, patients_file, &offers, f);
    }
    if raw.is_complete(&format::CREWS, &crews) {
        together::crews(&aircraft, &raw.table(&format::AIRCRAFT).file, &crews, f);
    }

    Operation {
        name,
        horizon,
        planned_at,
        policy,
        patients: values(patients),
        groups: values(groups),
        facilities: values(facilities),
        staging: values(staging),
        offers: values(offers),
        airfields: values(airfields),
        aircraft_types: values(types),
        aircraft: values(aircraft),
        crews: values(crews),
        clearances: values(clearances),
        forbidden_pairs: values(forbidden_pairs),
        closures: values(closures),
        routes: values(routes),
        contested: values(contested),
        boundaries: boundaries(source, settings, f),
        declined: std::collections::BTreeMap::new(),
        so_far: None,
        digest: String::new(),
    }
}

fn values<T>(located: Vec<Located<T>>) -> Vec<T> {
    located.into_iter().map(|located| located.value).collect()
}

/// Name, horizon and planning time.
fn frame(settings: &Settings, findings: &Findings) -> (String, Horizon, Timestamp) {
    let instant = |key: &str| settings.parsed(key, findings, |text, _| times::instant(text, &TimeZone::UTC));
    let name = settings.parsed("name", findings, |text, _| Ok(text.to_owned()));
    let (from, to, planned_at) = (instant("from"), instant("to"), instant("planned_at"));
    if let (Some(from), Some(to)) = (from, to)
        && to <= from
    {
        findings.error(
            settings.place("to"),
            "horizon-reversed",
            format!("the horizon ends at {to}, and begins at {from}"),
            "look which of the two is wrong",
        );
    }
    let horizon = Horizon {
        from: from.unwrap_or(Timestamp::UNIX_EPOCH),
        to: to.unwrap_or(Timestamp::UNIX_EPOCH),
    };
    (name.unwrap_or_default(), horizon, planned_at.unwrap_or(horizon.from))
}

/// The non-empty texts of a column.
fn column(raw: &Raw, spec: &Table, column: &str) -> Vec<String> {
    let at = spec.position(column).expect("is a column of the table");
    raw.table(spec)
        .rows
        .iter()
        .map(|row| row.cells[at].clone())
        .filter(|text| !text.is_empty())
        .collect()
}

/// Airfields that another table names.
fn referred_airfields(raw: &Raw) -> BTreeSet<String> {
    [
        (&format::FACILITY_AIRFIELDS, "airfield"),
        (&format::AIRCRAFT, "base"),
        (&format::CREWS, "base"),
        (&format::CLOSURES, "airfield"),
        (&format::ROUTES, "from"),
        (&format::ROUTES, "to"),
    ]
    .into_iter()
    .flat_map(|(spec, name)| column(raw, spec, name))
    .collect()
}

fn references(raw: &Raw, findings: &Findings) -> References {
    let mut references = References::default();
    for spec in TABLES {
        references.declare(raw.table(spec), findings);
    }
    references.add(
        "airfields",
        catalogue_airfields().keys().map(AirfieldId::as_str).map(str::to_owned),
    );
    references.add(
        "aircraft_types",
        catalogue_aircraft_types()
            .keys()
            .map(AircraftTypeId::as_str)
            .map(str::to_owned),
    );
    references.add("policy.duty", raw.settings.duty_names());
    references.add("policy.duty", policy::bundled_duty_names().map(str::to_owned));
    if raw.settings.unreadable {
        references.unreadable("policy.duty");
    }
    references.add("operators", column(raw, &format::AIRCRAFT, "operator"));
    references
}

fn boundaries(source: &Source, settings: &Settings, findings: &Findings) -> Option<Vec<u8>> {
    let name = &settings.get("boundaries")?.text;
    let place = || settings.place("boundaries");
    if !is_bare_name(name) {
        findings.error(
            place(),
            "not-a-file-name",
            format!("{name:?} is a path"),
            "put the file into the folder and write its name",
        );
        return None;
    }
    match source.files.get(name) {
        None => {
            findings.error(
                place(),
                "missing-file",
                format!("the file {name:?} is missing"),
                "add it, or remove the key",
            );
            None
        }
        Some(bytes) if bytes.len() > Limits::STANDARD.file_bytes => {
            findings.add(
                Severity::Error,
                place(),
                crate::values::Problem::new(
                    "file-too-large",
                    format!("{} bytes", bytes.len()),
                    "look whether this is the right file",
                ),
            );
            None
        }
        Some(bytes) => Some(bytes.clone()),
    }
}
