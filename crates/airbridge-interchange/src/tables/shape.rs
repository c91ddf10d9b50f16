//! Headers: which column of a grid is which column of the format.

use airbridge_model::{Place, Severity};

use crate::findings::{Findings, cell, column_of, item, whole};
use crate::format::{Need, Table};
use crate::nearest::nearest;
use crate::tables::Grid;
use crate::values::{Problem, quote};

/// A table whose columns are those of the format, in its order.
#[derive(Debug)]
pub(crate) struct Shaped {
    pub(crate) table: &'static Table,
    /// As findings name it.
    pub(crate) file: String,
    /// How findings name its rows.
    pub(crate) places: Places,
    /// Whether its rows are known; else nothing can be said about references to them.
    pub(crate) readable: bool,
    /// Whether the header has the column.
    pub(crate) present: Vec<bool>,
    pub(crate) rows: Vec<ShapedRow>,
}

/// What the rows of a table are in their file.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub(crate) enum Places {
    /// Lines of a text, or rows of a sheet.
    Lines,
    /// Items of a list of this name in a JSON file, the first being 0.
    Items(&'static str),
}

/// A row.
#[derive(Clone, Debug)]
pub(crate) struct ShapedRow {
    pub(crate) line: u64,
    /// In the order of the format's columns; empty where there is nothing.
    pub(crate) cells: Vec<String>,
}

impl Shaped {
    /// An optional table that is not there.
    pub(crate) fn absent(table: &'static Table) -> Self {
        Self {
            table,
            file: table.file(),
            places: Places::Lines,
            readable: true,
            present: vec![true; table.columns.len()],
            rows: Vec::new(),
        }
    }

    /// A table that is missing or cannot be read.
    pub(crate) fn unreadable(table: &'static Table) -> Self {
        Self {
            readable: false,
            ..Self::absent(table)
        }
    }

    /// A row, or a cell of it, as a place.
    pub(crate) fn place(&self, line: u64, column: Option<&str>) -> Place {
        match self.places {
            Places::Lines => cell(&self.file, line, column),
            Places::Items(list) => item(&self.file, list, line, column),
        }
    }
}

/// Units that may close a column's name.
const UNITS: &[&str] = &[
    "minutes", "hours", "seconds", "days", "ft", "m", "km", "nm", "mi", "kt", "kmh", "kg", "lb", "t", "deg", "rad",
    "years", "months", "c", "f", "min", "h", "s", "d",
];

/// The name without its unit, if it has one.
fn stem(name: &str) -> Option<&str> {
    let (stem, unit) = name.rsplit_once('_')?;
    UNITS.contains(&unit).then_some(stem)
}

/// What spreadsheet programs write for a formula that failed.
const FORMULA_ERRORS: &[&str] = &[
    "#DIV/0!",
    "#N/A",
    "#NAME?",
    "#NULL!",
    "#NUM!",
    "#REF!",
    "#VALUE!",
    "#SPILL!",
    "#CALC!",
    "#GETTING_DATA",
    "#DATA!",
];

/// Whether a text is what a formula that failed leaves.
pub(crate) fn is_formula_error(text: &str) -> bool {
    FORMULA_ERRORS.contains(&text.trim())
}

/// Puts the columns of a grid in the order of the format. Columns that are not known are left out, with a warning.
pub(crate) fn shape(table: &'static Table, grid: Grid, findings: &Findings) -> Shaped {
    shape_with(table, grid, Severity::Warning, findings)
}

/// Likewise; how bad a column is that is not known, the caller says.
pub(crate) fn shape_with(table: &'static Table, grid: Grid, unknown: Severity, findings: &Findings) -> Shaped {
    let Grid { file, rows } = grid;
    let mut shaped = Shaped {
        table,
        file: file.clone(),
        places: Places::Lines,
        readable: true,
        present: vec![false; table.columns.len()],
        rows: Vec::with_capacity(rows.len()),
    };
    let mut rows = rows.into_iter();
    let Some(header) = rows.next() else {
        findings.error(
            whole(&file),
            "missing-header",
            "the table is empty",
            format!("write the column names into the first row: {}", names(table)),
        );
        return Shaped {
            file,
            ..Shaped::unreadable(table)
        };
    };
    let targets: Vec<Option<usize>> = header
        .cells
        .iter()
        .map(|title| target(table, &file, title, &mut shaped.present, unknown, findings))
        .collect();
    for (at, column) in table.columns.iter().enumerate() {
        if column.need == Need::Required && !shaped.present[at] {
            findings.error(
                column_of(&file, column.name),
                "missing-column",
                format!("the column {:?} is missing", column.name),
                format!("add it: {}", column.doc),
            );
        }
    }
    for (at, row) in rows.enumerate() {
        let hxl = at == 0
            && row
                .cells
                .iter()
                .all(|text| text.trim().is_empty() || (text.starts_with('#') && !is_formula_error(text)));
        if hxl {
            continue;
        }
        let mut cells = vec![String::new(); table.columns.len()];
        for (position, text) in row.cells.into_iter().enumerate() {
            match targets.get(position) {
                Some(Some(target)) => cells[*target] = text,
                Some(None) => {}
                None if text.trim().is_empty() => {}
                None => findings.error(
                    cell(&file, row.line, None),
                    "extra-cell",
                    format!("cell {} stands beyond the header", position + 1),
                    "look for a stray separator or a missing quotation mark",
                ),
            }
        }
        for (column, text) in table.columns.iter().zip(&mut cells) {
            if is_formula_error(text) {
                findings.error(
                    cell(&file, row.line, Some(column.name)),
                    "formula-error",
                    format!("the formula gave {text}"),
                    "mend the formula, or write the value",
                );
                text.clear();
            }
        }
        shaped.rows.push(ShapedRow { line: row.line, cells });
    }
    shaped
}

/// A column, or a member, that is not known.
pub(crate) fn unknown_column(table: &Table, title: &str, name: &str) -> Problem {
    Problem::new(
        "unknown-column",
        format!("{} is not a column of {:?}; it is not read", quote(title), table.name),
        nearest(name, table.columns.iter().map(|column| column.name)).map_or_else(
            || format!("columns are {}", names(table)),
            |near| format!("is {near:?} meant?"),
        ),
    )
}

fn names(table: &Table) -> String {
    table
        .columns
        .iter()
        .map(|column| column.name)
        .collect::<Vec<_>>()
        .join(", ")
}

fn target(
    table: &Table,
    file: &str,
    title: &str,
    present: &mut [bool],
    unknown: Severity,
    findings: &Findings,
) -> Option<usize> {
    let name = title.trim().to_lowercase().replace([' ', '-'], "_");
    if name.is_empty() {
        return None;
    }
    let Some(at) = table.position(&name) else {
        let known = || table.columns.iter().map(|column| column.name);
        let other_unit = known().find(|known| {
            let bare = stem(known);
            bare.is_some() && (bare == stem(&name) || bare == Some(name.as_str()))
        });
        if let Some(other) = other_unit {
            findings.error(
                column_of(file, title),
                "wrong-unit",
                format!("{title:?} is not a column; the unit of {other:?} stands in its name"),
                format!("convert the figures and call the column {other:?}"),
            );
        } else {
            findings.add(unknown, column_of(file, title), unknown_column(table, title, &name));
        }
        return None;
    };
    if std::mem::replace(&mut present[at], true) {
        findings.error(
            column_of(file, &name),
            "duplicate-column",
            format!("the column {name:?} stands there twice"),
            "keep one of them",
        );
        return None;
    }
    Some(at)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::format::FACILITY_AIRFIELDS;
    use crate::tables::GridRow;

    fn codes(rows: &[&[&str]]) -> (Vec<String>, usize) {
        let findings = Findings::default();
        let grid = Grid {
            file: "t.csv".into(),
            rows: rows
                .iter()
                .zip(1..)
                .map(|(row, line)| GridRow {
                    line,
                    cells: row.iter().map(|text| (*text).to_owned()).collect(),
                })
                .collect(),
        };
        let rows = shape(&FACILITY_AIRFIELDS, grid, &findings).rows.len();
        (
            findings.into_vec().into_iter().map(|finding| finding.code).collect(),
            rows,
        )
    }

    #[test]
    fn headers_are_understood() {
        let header: &[&str] = &["Airfield", "facility", "Ground Minutes"];
        assert_eq!(
            codes(&[header, &["#loc", "#x", ""], &["HECA", "Cairo", "20"]]),
            (vec![], 1)
        );
        assert_eq!(
            codes(&[header, &["#N/A", "", ""]]),
            (vec!["formula-error".to_owned()], 1)
        );
        assert_eq!(codes(&[]).0, ["missing-header"]);
        assert_eq!(
            codes(&[&["airfield", "facility", "ground_hours"]]).0,
            ["wrong-unit", "missing-column"]
        );
        assert_eq!(
            codes(&[&["airfield", "facility", "ground"]]).0,
            ["wrong-unit", "missing-column"]
        );
        assert_eq!(
            codes(&[&["airfield", "facilty", "ground_minutes"]]).0,
            ["unknown-column", "missing-column"]
        );
        assert_eq!(
            codes(&[&["airfield", "facility", "ground_minutes", "facility"]]).0,
            ["duplicate-column"]
        );
        assert_eq!(codes(&[header, &["HECA", "Cairo", "20", "?"]]).0, ["extra-cell"]);
    }
}
