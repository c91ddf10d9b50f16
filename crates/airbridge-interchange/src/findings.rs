//! Where findings are gathered while reading.

use std::cell::RefCell;

use airbridge_model::{Finding, Place, Severity};

use crate::values::Problem;

/// Most findings that are kept one by one; garbage of millions of cells is counted beyond.
const MOST: usize = 20_000;

/// Gathers findings.
#[derive(Debug, Default)]
pub(crate) struct Findings {
    inner: RefCell<Inner>,
}

#[derive(Debug, Default)]
struct Inner {
    kept: Vec<Finding>,
    errors: usize,
    beyond: usize,
}

impl Findings {
    /// Adds a finding.
    pub(crate) fn add(&self, severity: Severity, place: Place, problem: Problem) {
        let mut inner = self.inner.borrow_mut();
        inner.errors += usize::from(severity == Severity::Error);
        if inner.kept.len() < MOST {
            inner.kept.push(Finding {
                severity,
                code: problem.code.to_owned(),
                place,
                what: problem.what,
                remedy: problem.remedy,
            });
        } else {
            inner.beyond += 1;
        }
    }

    /// Adds an error.
    pub(crate) fn error(&self, place: Place, code: &'static str, what: impl Into<String>, remedy: impl Into<String>) {
        self.add(Severity::Error, place, Problem::new(code, what, remedy));
    }

    /// Adds a warning.
    pub(crate) fn warn(&self, place: Place, code: &'static str, what: impl Into<String>, remedy: impl Into<String>) {
        self.add(Severity::Warning, place, Problem::new(code, what, remedy));
    }

    /// How many errors there are so far.
    pub(crate) fn errors(&self) -> usize {
        self.inner.borrow().errors
    }

    /// All findings, in the order in which they were met.
    pub(crate) fn into_vec(self) -> Vec<Finding> {
        let mut inner = self.inner.into_inner();
        if inner.beyond > 0 {
            inner.kept.push(Finding {
                severity: Severity::Error,
                code: "too-many-findings".into(),
                place: Place::Cell {
                    file: "all files".into(),
                    row: None,
                    column: None,
                },
                what: format!("{} more findings", inner.beyond),
                remedy: "mend those that are listed and read again".into(),
            });
        }
        inner.kept
    }
}

/// A whole file or sheet as a place.
pub(crate) fn whole(file: &str) -> Place {
    Place::Cell {
        file: file.to_owned(),
        row: None,
        column: None,
    }
}

/// A column of a file as a place.
pub(crate) fn column_of(file: &str, column: &str) -> Place {
    Place::Cell {
        file: file.to_owned(),
        row: None,
        column: Some(column.to_owned()),
    }
}

/// An item of a list in a JSON file, or a member of it, as a place; the first item is 0.
pub(crate) fn item(file: &str, list: &str, index: u64, member: Option<&str>) -> Place {
    Place::Key {
        file: file.to_owned(),
        key: member.map_or_else(
            || format!("{list}[{index}]"),
            |member| format!("{list}[{index}].{member}"),
        ),
    }
}

/// A row, or a cell of it, as a place.
pub(crate) fn cell(file: &str, row: u64, column: Option<&str>) -> Place {
    Place::Cell {
        file: file.to_owned(),
        row: Some(row),
        column: column.map(str::to_owned),
    }
}
