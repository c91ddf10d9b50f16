//! Airfields and runways from OurAirports' `airports.csv` and `runways.csv` (public domain, key `ident`).
//!
//! What comes in: the bytes of the two files, and which airfields are wanted. What goes out: the bytes of the tables `airfields` and
//! `runways`, and a finding for each row that could not be taken and each figure that had to be guessed. OurAirports knows nothing of
//! fuel, hours, slots, parking, fire cover and crew rest: these stay empty for people to fill in.

mod surface;

use std::collections::{BTreeMap, BTreeSet};

use airbridge_model::{Finding, Severity};
use airbridge_units::Position;

use crate::findings::{Findings, cell, column_of, whole};
use crate::format::{AIRFIELDS, Limits, RUNWAYS};
use crate::nearest::hint;
use crate::tables::{CellsLeft, Grid, csv};
use crate::values::{Problem, numbers, states, zones};
use crate::write::Sheet;
use crate::write::folder::csv as to_csv;

const AIRPORTS: &str = "airports.csv";
const STRIPS: &str = "runways.csv";

/// Metres in a foot, exactly.
const FOOT_M: f64 = 0.3048;

/// Kinds of places that are taken only when they are asked for by ident.
const NOT_FIELDS: &[&str] = &["closed", "heliport", "seaplane_base", "balloonport"];

/// What an import gives.
#[derive(Clone, PartialEq, Debug)]
pub struct Import {
    /// The table `airfields` as CSV.
    pub airfields: Vec<u8>,
    /// The table `runways` as CSV.
    pub runways: Vec<u8>,
    /// How many of the wanted airfields were taken.
    pub airfield_count: Count,
    /// How many of the runways of airfields that were taken.
    pub runway_count: Count,
    /// What could not be taken, and what to look at.
    pub findings: Vec<Finding>,
}

/// Rows read = taken + refused.
#[derive(Clone, Copy, PartialEq, Eq, Debug, Default)]
pub struct Count {
    /// Rows that were wanted.
    pub read: usize,
    /// Rows in the result.
    pub taken: usize,
    /// Rows that a finding speaks of.
    pub refused: usize,
}

/// Reads OurAirports' files. `wanted` names airfields by ident (`HECA`) or states by their code of two letters (`EG`); empty, every
/// airfield that is open is wanted.
pub fn import(airports_csv: &[u8], runways_csv: &[u8], wanted: &[String]) -> Import {
    let findings = Findings::default();
    let airports = Columns::read(AIRPORTS, airports_csv, &findings);
    let strips = Columns::read(STRIPS, runways_csv, &findings);
    let (fields, airfield_count) = airports
        .as_ref()
        .map_or_else(Default::default, |table| airfields(table, wanted, &findings));
    let taken: BTreeSet<&str> = fields.iter().map(|field| field.ident.as_str()).collect();
    let (runways, runway_count) = strips
        .as_ref()
        .map_or_else(Default::default, |table| runways(table, &taken, &findings));
    let with_runway: BTreeSet<&str> = runways.iter().map(|runway| runway.ident.as_str()).collect();
    for field in fields
        .iter()
        .filter(|field| !with_runway.contains(field.ident.as_str()))
    {
        findings.warn(
            cell(AIRPORTS, field.line, Some("ident")),
            "airfield-without-runway",
            format!("no runway of {} could be taken", field.ident),
            "add its runways: an operation that uses it is refused without",
        );
    }
    if !fields.is_empty() {
        findings.warn(
            whole(AIRPORTS),
            "not-in-source",
            "OurAirports knows nothing of fuel, hours, slots, parking, fire cover and crew rest",
            "fill in these columns: empty means no fuel, no fire cover, no rest, and no limits",
        );
    }
    Import {
        airfields: to_csv(&airfields_sheet(&fields)).into_bytes(),
        runways: to_csv(&runways_sheet(&runways)).into_bytes(),
        airfield_count,
        runway_count,
        findings: findings.into_vec(),
    }
}

/// A grid with its columns by name.
struct Columns {
    file: &'static str,
    grid: Grid,
    at: BTreeMap<String, usize>,
}

/// A row of it.
#[derive(Clone, Copy)]
struct Cells<'a> {
    columns: &'a Columns,
    line: u64,
    texts: &'a [String],
}

impl Columns {
    fn read(file: &'static str, bytes: &[u8], findings: &Findings) -> Option<Self> {
        let needed: &[&str] = if file == AIRPORTS {
            &[
                "ident",
                "type",
                "name",
                "latitude_deg",
                "longitude_deg",
                "elevation_ft",
                "iso_country",
                "iata_code",
            ]
        } else {
            &[
                "airport_ident",
                "length_ft",
                "surface",
                "lighted",
                "closed",
                "le_ident",
                "he_ident",
            ]
        };
        let grid = csv::read(
            file,
            bytes,
            &Limits::STANDARD,
            &CellsLeft::all(&Limits::STANDARD),
            findings,
        )?;
        let header = grid.rows.first().map(|row| row.cells.as_slice()).unwrap_or_default();
        let at: BTreeMap<String, usize> = header.iter().map(|title| title.to_lowercase()).zip(0..).collect();
        let mut complete = true;
        for column in needed.iter().filter(|column| !at.contains_key(**column)) {
            complete = false;
            findings.error(
                column_of(file, column),
                "missing-column",
                format!("the column {column:?} is missing"),
                "take the file as OurAirports publishes it",
            );
        }
        complete.then_some(Self { file, grid, at })
    }

    /// The rows below the header, without a second header row of HXL tags.
    fn rows(&self) -> impl Iterator<Item = Cells<'_>> {
        self.grid.rows.iter().skip(1).filter_map(|row| {
            let tags = row.cells.first().is_some_and(|text| text.starts_with('#'));
            (!tags).then_some(Cells {
                columns: self,
                line: row.line,
                texts: &row.cells,
            })
        })
    }
}

impl<'a> Cells<'a> {
    fn text(&self, column: &str) -> &'a str {
        let at = self.columns.at.get(column);
        at.and_then(|at| self.texts.get(*at)).map_or("", String::as_str)
    }

    fn report(&self, severity: Severity, column: &str, problem: Problem, findings: &Findings) {
        findings.add(severity, cell(self.columns.file, self.line, Some(column)), problem);
    }
}

struct Field {
    line: u64,
    ident: String,
    iata: String,
    name: String,
    state: String,
    position: Position,
    elevation_ft: f64,
    zone: String,
}

struct Strip {
    ident: String,
    name: String,
    length_m: f64,
    surface: airbridge_model::Surface,
    lit: bool,
    closed: bool,
}

fn airfields(table: &Columns, wanted: &[String], findings: &Findings) -> (Vec<Field>, Count) {
    let (states, idents): (BTreeSet<String>, BTreeSet<String>) = wanted
        .iter()
        .map(|text| text.trim().to_uppercase())
        .partition(|text| text.len() == 2);
    let mut count = Count::default();
    let mut taken: BTreeMap<String, Field> = BTreeMap::new();
    let mut met = BTreeSet::new();
    for row in table.rows() {
        let ident = row.text("ident");
        let by_ident = idents.contains(&ident.to_uppercase());
        let by_state = wanted.is_empty() || states.contains(row.text("iso_country"));
        if !by_ident && (!by_state || NOT_FIELDS.contains(&row.text("type"))) {
            continue;
        }
        count.read += 1;
        met.insert(ident.to_uppercase());
        let read = field(row, findings).and_then(|field| {
            if taken.contains_key(ident) {
                Err((
                    "ident",
                    Problem::new(
                        "duplicate-id",
                        format!("{ident:?} stands there already"),
                        "keep one of them",
                    ),
                ))
            } else {
                Ok(field)
            }
        });
        match read {
            Ok(field) => {
                count.taken += 1;
                taken.insert(ident.to_owned(), field);
            }
            Err((column, problem)) => {
                count.refused += 1;
                row.report(Severity::Error, column, problem, findings);
            }
        }
    }
    for ident in idents.difference(&met) {
        let known = table.rows().map(|row| row.text("ident"));
        findings.error(
            column_of(table.file, "ident"),
            "unknown-id",
            format!("{ident:?} is not in the file"),
            hint(
                ident,
                known,
                "write the ident as OurAirports has it, or a state's code of two letters",
            ),
        );
    }
    (taken.into_values().collect(), count)
}

type Refused = (&'static str, Problem);

fn field(row: Cells<'_>, findings: &Findings) -> Result<Field, Refused> {
    let of = |column: &'static str| move |problem| (column, problem);
    let ident = crate::values::codes::id(row.text("ident")).map_err(of("ident"))?;
    if ident.is_empty() {
        return Err((
            "ident",
            Problem::new("missing-value", "the cell is empty", "add the ident"),
        ));
    }
    let state = states::state(row.text("iso_country")).map_err(of("iso_country"))?;
    let lat = numbers::number(row.text("latitude_deg"), -90.0, 90.0).map_err(of("latitude_deg"))?;
    let lon = numbers::number(row.text("longitude_deg"), -180.0, 180.0).map_err(of("longitude_deg"))?;
    let position = Position::new(lat, lon).expect("both are within their bounds");
    let elevation_ft = match row.text("elevation_ft") {
        "" => {
            let problem = Problem::new(
                "elevation-unknown",
                format!("the elevation of {ident} is not given; taken as 0 ft"),
                "fill it in: runway length and cabin altitude depend on it",
            );
            row.report(Severity::Warning, "elevation_ft", problem, findings);
            0.0
        }
        text => numbers::number(text, -1_500.0, 20_000.0).map_err(of("elevation_ft"))?,
    };
    let zone = zones::zone_at(position).map_err(of("latitude_deg"))?;
    Ok(Field {
        line: row.line,
        ident: ident.to_owned(),
        iata: row.text("iata_code").to_owned(),
        name: row.text("name").to_owned(),
        state: state.as_str().to_owned(),
        position,
        elevation_ft,
        zone: zone.iana_name().unwrap_or("UTC").to_owned(),
    })
}

fn runways(table: &Columns, fields: &BTreeSet<&str>, findings: &Findings) -> (Vec<Strip>, Count) {
    let mut count = Count::default();
    let mut taken: BTreeMap<(String, String), Strip> = BTreeMap::new();
    for row in table.rows().filter(|row| fields.contains(row.text("airport_ident"))) {
        count.read += 1;
        let read = strip(row, findings).and_then(|strip| {
            let key = (strip.ident.clone(), strip.name.clone());
            if taken.contains_key(&key) {
                let what = format!("runway {} of {} stands there already", key.1, key.0);
                Err(("le_ident", Problem::new("duplicate-id", what, "keep one of them")))
            } else {
                Ok((key, strip))
            }
        });
        match read {
            Ok((key, strip)) => {
                count.taken += 1;
                taken.insert(key, strip);
            }
            Err((column, problem)) => {
                count.refused += 1;
                row.report(Severity::Error, column, problem, findings);
            }
        }
    }
    (taken.into_values().collect(), count)
}

fn strip(row: Cells<'_>, findings: &Findings) -> Result<Strip, Refused> {
    let of = |column: &'static str| move |problem| (column, problem);
    let ident = row.text("airport_ident");
    let ends: Vec<&str> = [row.text("le_ident"), row.text("he_ident")]
        .into_iter()
        .filter(|end| !end.is_empty())
        .collect();
    let name = if ends.is_empty() {
        "unnamed".to_owned()
    } else {
        ends.join("/")
    };
    let length = match row.text("length_ft") {
        "" => Err(Problem::new(
            "missing-value",
            format!("the length of runway {name} of {ident} is not given"),
            "add it",
        )),
        text => numbers::number(text, 330.0, 22_900.0),
    };
    let surface = surface::surface(row.text("surface")).unwrap_or_else(|| {
        let problem = Problem::new(
            "unknown-surface",
            format!(
                "surface {:?} of runway {name} of {ident} is not known; taken as unpaved",
                row.text("surface")
            ),
            "write paved, gravel or unpaved",
        );
        row.report(Severity::Warning, "surface", problem, findings);
        airbridge_model::Surface::Unpaved
    });
    let flag = |column: &'static str| match row.text(column) {
        "" => Ok(false),
        text => numbers::flag(text).map_err(of(column)),
    };
    Ok(Strip {
        ident: ident.to_owned(),
        name,
        // Down to the whole metre: against us.
        length_m: (length.map_err(of("length_ft"))? * FOOT_M).floor(),
        surface,
        lit: flag("lighted")?,
        closed: flag("closed")?,
    })
}

fn airfields_sheet(fields: &[Field]) -> Sheet {
    Sheet::of(&AIRFIELDS, fields, |row, field| {
        row.set("airfield", &field.ident)
            .set("iata", &field.iata)
            .set("name", &field.name)
            .set("state", &field.state)
            .set("lat_deg", field.position.lat())
            .set("lon_deg", field.position.lon())
            .set("elevation_ft", field.elevation_ft)
            .set("zone", &field.zone)
            .set("source", "OurAirports (public domain)");
    })
}

fn runways_sheet(strips: &[Strip]) -> Sheet {
    Sheet::of(&RUNWAYS, strips, |row, strip| {
        row.set("airfield", &strip.ident)
            .set("runway", &strip.name)
            .set("length_m", strip.length_m)
            .set("surface", strip.surface.code())
            .flag("lit", strip.lit)
            .flag("closed", strip.closed);
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    const AIRPORTS_CSV: &str = "\
id,ident,type,name,latitude_deg,longitude_deg,elevation_ft,continent,iso_country,iso_region,municipality,scheduled_service,icao_code,iata_code,gps_code,local_code
#meta+id,#loc,#x,#x,#x,#x,#x,#x,#x,#x,#x,#x,#x,#x,#x,#x
1,XA01,medium_airport,\"Made-up, north\",30.1,31.4,382,AF,EG,EG-C,Town,yes,XA01,ZZZ,XA01,
2,XA02,small_airport,Made-up south,24.0,32.8,,AF,EG,EG-ASN,Town,no,,,XA02,
3,XA03,heliport,Made-up pad,30.0,31.2,100,AF,EG,EG-C,Town,no,,,XA03,
4,XA04,small_airport,Nowhere,95.0,31.2,100,AF,EG,EG-C,Town,no,,,XA04,
5,XB01,large_airport,Elsewhere,55.6,37.3,685,EU,RU,RU-MOS,Town,yes,,,XB01,
";
    const RUNWAYS_CSV: &str = "\
\"id\",\"airport_ref\",\"airport_ident\",\"length_ft\",\"width_ft\",\"surface\",\"lighted\",\"closed\",\"le_ident\",\"he_ident\"
1,1,\"XA01\",10000,148,\"ASPH\",1,0,\"05\",\"23\"
2,1,\"XA01\",3000,60,\"moss\",0,1,\"09\",\"27\"
3,1,\"XA01\",,60,\"GVL\",0,0,\"18\",\"36\"
4,2,\"XA02\",5000,60,\"GRE\",0,0,\"18\",\"36\"
5,5,\"XB01\",9000,60,\"CON\",1,0,\"06\",\"24\"
";

    fn run(wanted: &[&str]) -> (Import, Vec<String>) {
        let wanted: Vec<String> = wanted.iter().map(|text| (*text).to_owned()).collect();
        let import = import(AIRPORTS_CSV.as_bytes(), RUNWAYS_CSV.as_bytes(), &wanted);
        let codes = import.findings.iter().map(|finding| finding.code.clone()).collect();
        (import, codes)
    }

    #[test]
    fn a_state_is_taken_and_counted() {
        let (import, codes) = run(&["EG"]);
        assert_eq!(
            codes,
            [
                "elevation-unknown",
                "out-of-range",
                "unknown-surface",
                "missing-value",
                "not-in-source"
            ]
        );
        let count = |read, taken, refused| Count { read, taken, refused };
        assert_eq!(import.airfield_count, count(3, 2, 1));
        assert_eq!(import.runway_count, count(4, 3, 1));
        let runways = String::from_utf8(import.runways).expect("UTF-8");
        assert_eq!(
            runways,
            "\u{feff}airfield,runway,length_m,surface,lit,closed\nXA01,05/23,3048,paved,yes,no\nXA01,09/27,914,unpaved,no,yes\n\
             XA02,18/36,1524,gravel,no,no\n"
        );
        let airfields = String::from_utf8(import.airfields).expect("UTF-8");
        assert!(
            airfields.contains("XA01,ZZZ,\"Made-up, north\",EG,30.1,31.4,382,Africa/Cairo"),
            "{airfields}"
        );
    }

    #[test]
    fn an_ident_takes_even_a_heliport_and_a_wrong_one_is_reported() {
        let (import, codes) = run(&["xa03", "XB1"]);
        assert_eq!(import.airfield_count.taken, 1);
        assert_eq!(codes, ["unknown-id", "airfield-without-runway", "not-in-source"]);
        assert_eq!(import.findings[0].remedy, "is \"XB01\" meant?");
    }

    #[test]
    fn other_files_are_refused() {
        let import = import(b"a,b\n1,2\n", b"\xFF", &[]);
        assert_eq!(import.findings.len(), 8 + 1);
        assert_eq!(import.airfield_count, Count::default());
    }
}
