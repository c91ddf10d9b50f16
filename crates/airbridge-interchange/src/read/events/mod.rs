//! From a file of events to events: every finding is listed, and the events are given when none is an error.
//!
//! What comes in: the bytes of a CSV or JSON file, and the operation that the events are about. What goes out: events in order of
//! time. Both forms become rows of the same columns, and each row is read through the columns of its kind by the code that reads the
//! operation's tables. What an event does to a plan is not known here.

mod happening;
mod json;
mod known;
#[cfg(test)]
mod tests;
mod together;

use std::collections::BTreeSet;

use airbridge_model::{Event, Finding, Happening, Operation, Severity};
use jiff::Timestamp;
use jiff::tz::TimeZone;

use super::row::{Located, rows};
use crate::findings::Findings;
use crate::format::events::{COMMON, EVENTS, EventKind};
use crate::format::{Limits, Need, Table};
use crate::nearest::hint;
use crate::tables::shape::{Shaped, ShapedRow, shape_with};
use crate::tables::{CellsLeft, csv};
use crate::values::{Problem, quote};
use happening::Frame;
use known::Known;

/// What reading events gives.
#[derive(Clone, PartialEq, Debug)]
pub struct EventsReading {
    /// The events by time, those of the same instant in the order of the file; unless a finding is an error.
    pub events: Option<Vec<Event>>,
    /// Everything that was found.
    pub findings: Vec<Finding>,
}

/// Reads events from a CSV or JSON file, and holds them against the operation that they are about.
///
/// `file` is the name that findings call it by. A name that ends in `.json` or `.csv` says what it is; else a brace or a bracket at
/// the beginning makes it JSON. Every finding is listed. Nothing panics on any bytes, and with one error no event is taken. Ids of
/// missions are not looked at: they belong to a plan.
pub fn read_events(file: &str, bytes: &[u8], operation: &Operation) -> EventsReading {
    let findings = Findings::default();
    let raw = if is_json(file, bytes) {
        json::read(file, bytes, &findings)
    } else {
        from_csv(file, bytes, &findings)
    };
    let events = raw.map_or_else(Vec::new, |raw| assemble(&raw, operation, &findings));
    EventsReading {
        events: (findings.errors() == 0).then_some(events),
        findings: findings.into_vec(),
    }
}

fn is_json(file: &str, bytes: &[u8]) -> bool {
    match file
        .rsplit_once('.')
        .map(|(_, ending)| ending.to_lowercase())
        .as_deref()
    {
        Some("json") => true,
        Some("csv") => false,
        _ => {
            let text = bytes.strip_prefix(b"\xEF\xBB\xBF").unwrap_or(bytes);
            matches!(text.trim_ascii_start().first(), Some(b'{' | b'['))
        }
    }
}

/// Rows that have every column of [`EVENTS`], as texts.
struct Raw {
    shaped: Shaped,
    /// Cells that were left empty because what stood there could not be read, which was reported: row and column.
    spoilt: BTreeSet<(usize, &'static str)>,
}

fn from_csv(file: &str, bytes: &[u8], findings: &Findings) -> Option<Raw> {
    let limits = Limits::STANDARD;
    let grid = csv::read(file, bytes, &limits, &CellsLeft::all(&limits), findings)?;
    Some(Raw {
        shaped: shape_with(&EVENTS, grid, Severity::Error, findings),
        spoilt: BTreeSet::new(),
    })
}

/// A row of [`Raw`].
#[derive(Clone, Copy)]
struct RawRow<'a> {
    raw: &'a Raw,
    index: usize,
}

impl<'a> RawRow<'a> {
    fn all(raw: &'a Raw) -> impl Iterator<Item = Self> {
        (0..raw.shaped.rows.len()).map(move |index| Self { raw, index })
    }

    fn line(self) -> u64 {
        self.raw.shaped.rows[self.index].line
    }

    /// The text of a column; empty where there is nothing.
    fn text(self, column: &str) -> &'a str {
        let at = EVENTS.position(column).expect("is a column of events");
        &self.raw.shaped.rows[self.index].cells[at]
    }

    fn kind(self) -> Option<EventKind> {
        EventKind::named(self.text("kind"))
    }

    fn error(self, column: &str, problem: Problem, findings: &Findings) {
        let place = self.raw.shaped.place(self.line(), Some(column));
        findings.add(Severity::Error, place, problem);
    }

    /// The row as one of another table, whose columns all are columns of events; what is spoilt, or `missing` and reported, counts as
    /// a column that is not there.
    fn seen_as(self, table: &'static Table, missing: &[&str]) -> Shaped {
        let shaped = &self.raw.shaped;
        let is_there = |column: &'static str| {
            let at = EVENTS.position(column).expect("is a column of events");
            shaped.present[at] && !missing.contains(&column) && !self.raw.spoilt.contains(&(self.index, column))
        };
        Shaped {
            table,
            file: shaped.file.clone(),
            places: shaped.places,
            readable: true,
            present: table.columns.iter().map(|column| is_there(column.name)).collect(),
            rows: vec![ShapedRow {
                line: self.line(),
                cells: table
                    .columns
                    .iter()
                    .map(|column| self.text(column.name).to_owned())
                    .collect(),
            }],
        }
    }
}

fn assemble(raw: &Raw, operation: &Operation, findings: &Findings) -> Vec<Event> {
    let known = Known::of(operation, raw, findings);
    let mut events: Vec<Located<Event>> = RawRow::all(raw)
        .filter_map(|row| event(row, &known, findings))
        .collect();
    events.sort_by_key(|event| event.value.at);
    let complete = events.len() == raw.shaped.rows.len();
    together::check(&events, complete, operation, &raw.shaped, findings);
    events.into_iter().map(|event| event.value).collect()
}

/// An event, unless something about it is bad.
fn event(row: RawRow<'_>, known: &Known<'_>, findings: &Findings) -> Option<Located<Event>> {
    let kind = row.kind();
    let zone = match kind {
        Some(kind) => known.zone(kind, row),
        // Of an event of no kind only the form of its time can be looked at.
        None => Some(TimeZone::UTC),
    };
    let common = rows(&row.seen_as(&COMMON, &[]), findings, |cells| {
        // Reported here where it is empty.
        cells.text("kind");
        (
            cells.instant_in("at", zone.as_ref()),
            cells.text("source").to_owned(),
            cells.text("note").to_owned(),
        )
    })
    .pop();
    let Some(kind) = kind else {
        unknown_kind(row, findings);
        return None;
    };
    let at = common.as_ref().and_then(|common| common.value.0);
    let frame = Frame {
        at,
        zone,
        number: row.index + 1,
    };
    let what = happening(row, kind, &frame, known, findings);
    let (at, source, note) = common?.value;
    Some(Located {
        value: Event {
            at: at?,
            source,
            note,
            what: what?,
        },
        line: row.line(),
    })
}

fn unknown_kind(row: RawRow<'_>, findings: &Findings) {
    let text = row.text("kind");
    if !text.is_empty() {
        let names: Vec<&str> = EventKind::ALL.iter().map(|kind| kind.name()).collect();
        let known = format!("write one of: {}", names.join(", "));
        let problem = Problem::new(
            "unknown-kind",
            format!("{} is no kind of event", quote(text)),
            hint(text, names.iter().copied(), &known),
        );
        row.error("kind", problem, findings);
    }
}

/// What an event says. Cells that the kind does not have, and that it needs and are not there, are reported here.
fn happening(
    row: RawRow<'_>,
    kind: EventKind,
    frame: &Frame,
    known: &Known<'_>,
    findings: &Findings,
) -> Option<Happening> {
    let mut stray = false;
    let cells = &row.raw.shaped.rows[row.index].cells;
    for (column, text) in EVENTS.columns.iter().zip(cells) {
        if !text.is_empty() && kind.column(column.name).is_none() {
            stray = true;
            row.error(column.name, stray_column(kind, column.name), findings);
        }
    }
    let mut missing = Vec::new();
    for column in kind.table().columns {
        let spoilt = row.raw.spoilt.contains(&(row.index, column.name));
        if column.need == Need::Required && row.text(column.name).is_empty() && !spoilt {
            missing.push(column.name);
            let problem = Problem::new(
                "missing-value",
                format!("{} needs {:?}, which is empty", kind.name(), column.name),
                format!("fill it in: {}", column.doc),
            );
            row.error(column.name, problem, findings);
        }
    }
    let view = row.seen_as(kind.table(), &missing);
    let read = rows(&view, findings, |cells| happening::read(kind, cells, frame, known)).pop();
    read.filter(|_| !stray).map(|read| read.value)
}

fn stray_column(kind: EventKind, column: &str) -> Problem {
    let own: Vec<&str> = kind.table().columns.iter().map(|column| column.name).collect();
    Problem::new(
        "column-not-for-this-kind",
        format!("{:?} is filled in, which {} does not have", column, kind.name()),
        format!(
            "leave it empty, or look whether the kind is right; {} has {}",
            kind.name(),
            own.join(", ")
        ),
    )
}

/// The time of an event, or a moment of no meaning where it is bad, which was reported.
fn or_epoch(at: Option<Timestamp>) -> Timestamp {
    at.unwrap_or(Timestamp::UNIX_EPOCH)
}
