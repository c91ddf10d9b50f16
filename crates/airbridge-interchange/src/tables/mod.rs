//! From bytes to tables of texts: encodings, CSV, XLSX, headers.
//!
//! What comes in: the bytes of files. What goes out: for each table its rows, as trimmed texts in the order of the described columns,
//! and findings about whatever is no table. What the texts mean is not known here.

pub(crate) mod csv;
pub(crate) mod inert;
pub(crate) mod shape;
pub(crate) mod text;
pub(crate) mod xlsx;

use std::cell::Cell;

use crate::format::Limits;
use crate::values::Problem;

/// How many cells may still be read, over all tables of an operation.
#[derive(Debug)]
pub(crate) struct CellsLeft(Cell<usize>);

impl CellsLeft {
    /// All that the limits allow.
    pub(crate) fn all(limits: &Limits) -> Self {
        Self(Cell::new(limits.cells))
    }

    /// Takes some.
    pub(crate) fn take(&self, count: usize) -> Result<(), Problem> {
        match self.0.get().checked_sub(count) {
            Some(left) => {
                self.0.set(left);
                Ok(())
            }
            None => Err(Problem::new(
                "file-too-large",
                "more cells than are read of all tables together",
                "look whether this is the right file, and for stray separators",
            )),
        }
    }
}

/// A file or sheet as rows of texts, before its header is understood.
#[derive(Debug)]
pub(crate) struct Grid {
    /// File name, or workbook and sheet, as findings name it.
    pub(crate) file: String,
    /// Rows that are not blank, the header first.
    pub(crate) rows: Vec<GridRow>,
}

/// A row of a grid.
#[derive(Debug)]
pub(crate) struct GridRow {
    /// Line of the file where it begins, or row of the sheet; the first is 1.
    pub(crate) line: u64,
    /// Its texts.
    pub(crate) cells: Vec<String>,
}
