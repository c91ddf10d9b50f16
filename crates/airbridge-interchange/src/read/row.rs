//! A row while it is read: typed values by column name, with a finding for each that is bad.
//!
//! A getter always gives a value; where the cell is bad the row is marked and [`Row::done`] gives nothing.

use std::cell::Cell;

use airbridge_model::{Hours, Severity};
use airbridge_units::{Feet, Kilograms, Minutes, Position, StateCode};
use jiff::Timestamp;
use jiff::civil::Date;
use jiff::tz::TimeZone;

use super::settings;
use crate::findings::Findings;
use crate::format::kind::Code;
use crate::format::{Column, Need};
use crate::tables::shape::{Shaped, ShapedRow};
use crate::values::{Problem, codes, numbers, quote, shapes, states, times, zones};

/// A value and the line that it was read from.
#[derive(Clone, Debug)]
pub(crate) struct Located<T> {
    pub(crate) value: T,
    pub(crate) line: u64,
}

/// A row while it is read.
pub(crate) struct Row<'a> {
    shaped: &'a Shaped,
    source: &'a ShapedRow,
    findings: &'a Findings,
    bad: Cell<bool>,
}

/// Reads each row of a table through `read`, leaving out the bad ones.
pub(crate) fn rows<'a, T>(
    shaped: &'a Shaped,
    findings: &'a Findings,
    mut read: impl FnMut(&Row<'a>) -> T,
) -> Vec<Located<T>> {
    shaped
        .rows
        .iter()
        .filter_map(|row| {
            let row = Row {
                shaped,
                source: row,
                findings,
                bad: Cell::new(false),
            };
            let value = read(&row);
            row.done(value)
        })
        .collect()
}

impl<'a> Row<'a> {
    fn done<T>(self, value: T) -> Option<Located<T>> {
        (!self.bad.get()).then_some(Located {
            value,
            line: self.source.line,
        })
    }

    fn spec(&self, column: &str) -> (usize, &'static Column) {
        let at = self.shaped.table.position(column);
        let at = at.unwrap_or_else(|| panic!("{column} is a column of {}", self.shaped.table.name));
        (at, &self.shaped.table.columns[at])
    }

    /// Reports something bad about a cell.
    pub(crate) fn error(&self, column: &str, problem: Problem) {
        self.bad.set(true);
        self.report(Severity::Error, column, problem);
    }

    /// Reports something doubtful about a cell.
    pub(crate) fn warn(&self, column: &str, problem: Problem) {
        self.report(Severity::Warning, column, problem);
    }

    fn report(&self, severity: Severity, column: &str, problem: Problem) {
        let place = self.shaped.place(self.source.line, Some(column));
        self.findings.add(severity, place, problem);
    }

    /// Reports something bad about the row as a whole.
    pub(crate) fn error_of_row(&self, problem: Problem) {
        self.bad.set(true);
        let place = self.shaped.place(self.source.line, None);
        self.findings.add(Severity::Error, place, problem);
    }

    /// The text of a cell; empty where there is none.
    pub(crate) fn raw(&self, column: &str) -> &'a str {
        &self.source.cells[self.spec(column).0]
    }

    /// Whether a cell holds something.
    pub(crate) fn has(&self, column: &str) -> bool {
        !self.raw(column).is_empty()
    }

    /// Whether no cell but this one holds something.
    pub(crate) fn is_empty_but_for(&self, column: &str) -> bool {
        let at = self.spec(column).0;
        let mut cells = self.source.cells.iter().enumerate();
        cells.all(|(other, text)| other == at || text.is_empty())
    }

    /// The value of a cell through `parse`; `None` where it is empty or bad. An empty cell of a required column is reported, unless the
    /// whole column is missing, which was.
    pub(crate) fn parsed<T>(&self, column: &str, parse: impl FnOnce(&'a str) -> Result<T, Problem>) -> Option<T> {
        let (at, spec) = self.spec(column);
        let text = self.source.cells[at].as_str();
        if text.is_empty() {
            if spec.need == Need::Required {
                if self.shaped.present[at] {
                    self.missing(column);
                }
                self.bad.set(true);
            }
            return None;
        }
        match parse(text) {
            Ok(value) => Some(value),
            Err(problem) => {
                self.error(column, problem);
                None
            }
        }
    }

    /// Reports that a cell may not be empty here.
    pub(crate) fn missing(&self, column: &str) {
        let doc = self.spec(column).1.doc;
        self.error(
            column,
            Problem::new("missing-value", "the cell is empty", format!("fill it in: {doc}")),
        );
    }

    pub(crate) fn text(&self, column: &str) -> &'a str {
        self.parsed(column, Ok).unwrap_or_default()
    }

    /// An id of this row's own.
    pub(crate) fn id(&self, column: &str) -> &'a str {
        self.parsed(column, codes::id).unwrap_or_default()
    }

    /// Ids of rows of another table; each once.
    pub(crate) fn ids(&self, column: &str) -> Vec<&'a str> {
        let mut found = Vec::new();
        for id in codes::ids(self.text(column)) {
            if !found.contains(&id) {
                found.push(id);
            }
        }
        found
    }

    pub(crate) fn words(&self, column: &str) -> Vec<String> {
        codes::words(self.text(column)).map(str::to_owned).collect()
    }

    pub(crate) fn code<T: Code>(&self, column: &str) -> T {
        self.maybe_code(column).unwrap_or(T::members()[0])
    }

    pub(crate) fn maybe_code<T: Code>(&self, column: &str) -> Option<T> {
        self.parsed(column, codes::code)
    }

    pub(crate) fn codes<T: Code + PartialEq>(&self, column: &str) -> Vec<T> {
        self.parsed(column, codes::codes).unwrap_or_default()
    }

    pub(crate) fn state(&self, column: &str) -> StateCode {
        self.maybe_state(column).unwrap_or_else(|| StateCode::new(""))
    }

    pub(crate) fn maybe_state(&self, column: &str) -> Option<StateCode> {
        self.parsed(column, states::state)
    }

    pub(crate) fn states(&self, column: &str) -> Vec<StateCode> {
        self.parsed(column, states::states).unwrap_or_default()
    }

    pub(crate) fn integer(&self, column: &str) -> Option<i64> {
        let kind = self.spec(column).1.kind;
        self.parsed(column, |text| settings::integer(text, kind))
    }

    pub(crate) fn maybe_count(&self, column: &str) -> Option<u32> {
        self.integer(column).map(|count| count as u32)
    }

    /// A count; 0 where the cell is empty.
    pub(crate) fn count(&self, column: &str) -> u32 {
        self.maybe_count(column).unwrap_or_default()
    }

    pub(crate) fn maybe_minutes(&self, column: &str) -> Option<Minutes> {
        self.integer(column).map(Minutes)
    }

    pub(crate) fn minutes(&self, column: &str) -> Minutes {
        self.maybe_minutes(column).unwrap_or_default()
    }

    pub(crate) fn maybe_number(&self, column: &str) -> Option<f64> {
        let kind = self.spec(column).1.kind;
        self.parsed(column, |text| settings::number(text, kind))
    }

    pub(crate) fn number(&self, column: &str) -> f64 {
        self.maybe_number(column).unwrap_or_default()
    }

    pub(crate) fn maybe_feet(&self, column: &str) -> Option<Feet> {
        self.maybe_number(column).map(Feet)
    }

    pub(crate) fn maybe_kilograms(&self, column: &str) -> Option<Kilograms> {
        self.maybe_number(column).map(Kilograms)
    }

    pub(crate) fn maybe_flag(&self, column: &str) -> Option<bool> {
        self.parsed(column, numbers::flag)
    }

    /// A flag; no where the cell is empty.
    pub(crate) fn flag(&self, column: &str) -> bool {
        self.maybe_flag(column).unwrap_or_default()
    }

    pub(crate) fn maybe_hours(&self, column: &str) -> Option<Hours> {
        self.parsed(column, |text| {
            text.parse().map_err(|_| {
                Problem::new(
                    "bad-hours",
                    format!("{} are not hours", quote(text)),
                    "write 24h, or like Mon-Fri 06:00-22:00; Sat,Sun 08:00-12:00",
                )
            })
        })
    }

    /// Hours; day and night where the cell is empty.
    pub(crate) fn hours(&self, column: &str) -> Hours {
        self.maybe_hours(column).unwrap_or(Hours::Always)
    }

    /// An instant; local in `zone` without an offset.
    pub(crate) fn maybe_instant(&self, column: &str, zone: &TimeZone) -> Option<Timestamp> {
        self.parsed(column, |text| times::instant(text, zone))
    }

    /// An instant; local in `zone` without an offset, which is asked for where there is no zone.
    pub(crate) fn instant_in(&self, column: &str, zone: Option<&TimeZone>) -> Option<Timestamp> {
        match zone {
            Some(zone) => self.maybe_instant(column, zone),
            None => self.parsed(column, times::absolute),
        }
    }

    pub(crate) fn instant(&self, column: &str, zone: &TimeZone) -> Timestamp {
        self.maybe_instant(column, zone).unwrap_or(Timestamp::UNIX_EPOCH)
    }

    pub(crate) fn maybe_date(&self, column: &str) -> Option<Date> {
        self.parsed(column, times::date)
    }

    pub(crate) fn date(&self, column: &str) -> Date {
        self.maybe_date(column).unwrap_or(Date::ZERO)
    }

    /// The place of `lat_deg` and `lon_deg`, where both are given and good.
    pub(crate) fn maybe_position(&self) -> Option<Position> {
        let (lat, lon) = (self.maybe_number("lat_deg"), self.maybe_number("lon_deg"));
        Position::new(lat?, lon?)
    }

    /// Points on the map, at least `least`; none where the cell is empty.
    pub(crate) fn points(&self, column: &str, least: usize) -> Vec<Position> {
        self.parsed(column, |text| shapes::points(text, least))
            .unwrap_or_default()
    }

    /// The zone of the column `zone`, else that of the coordinates, else `otherwise`, else UTC.
    pub(crate) fn zone(&self, position: Option<Position>, otherwise: Option<&TimeZone>) -> TimeZone {
        if self.has("zone") {
            return self.parsed("zone", zones::zone).unwrap_or(TimeZone::UTC);
        }
        match (otherwise, position) {
            (Some(zone), _) => zone.clone(),
            (None, Some(position)) => zones::zone_at(position).unwrap_or_else(|problem| {
                self.error("zone", problem);
                TimeZone::UTC
            }),
            (None, None) => TimeZone::UTC,
        }
    }

    /// Checks that an availability that is given here, at least in part, does not end before it begins.
    pub(crate) fn available(&self, from: Timestamp, to: Timestamp) {
        if self.has("available_from") || self.has("available_to") {
            self.ordered(&from, &to, "available_to", "the availability");
        }
    }

    /// Checks that a span of time does not end before it begins.
    pub(crate) fn ordered<T: PartialOrd>(&self, from: &T, to: &T, column: &str, what: &str) {
        if !self.bad.get() && to < from {
            self.error(
                column,
                Problem::new(
                    "ends-before-it-begins",
                    format!("{what} ends before it begins"),
                    "look which of the two is wrong",
                ),
            );
        }
    }
}
