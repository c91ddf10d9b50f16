//! Which ids there are, and whether references point to one.

use std::collections::{BTreeMap, BTreeSet};

use super::row::Row;
use crate::findings::{Findings, cell};
use crate::nearest::hint;
use crate::tables::shape::Shaped;
use crate::values::{Problem, quote};

/// The ids of each table, taken from the rows as they stand: a row that is bad for another reason is still there to be referred to.
#[derive(Debug, Default)]
pub(crate) struct References {
    known: BTreeMap<&'static str, BTreeSet<String>>,
    /// Tables whose rows could not be read: they may hold any id.
    unreadable: BTreeSet<&'static str>,
}

impl References {
    /// Notes the ids of a table (the first column of its key), and reports rows that repeat a key.
    pub(crate) fn declare(&mut self, shaped: &Shaped, findings: &Findings) {
        let key: Vec<usize> = shaped
            .table
            .key
            .iter()
            .map(|column| shaped.table.position(column).expect("keys are columns"))
            .collect();
        if !shaped.readable {
            self.unreadable.insert(shaped.table.name);
        }
        let ids = self.known.entry(shaped.table.name).or_default();
        let mut seen: BTreeMap<Vec<&str>, u64> = BTreeMap::new();
        for row in &shaped.rows {
            let parts: Vec<&str> = key.iter().map(|at| row.cells[*at].as_str()).collect();
            let Some(first) = parts.first().filter(|first| !first.is_empty()) else {
                continue;
            };
            ids.insert((*first).to_owned());
            if let Some(line) = seen.get(&parts) {
                findings.error(
                    cell(&shaped.file, row.line, shaped.table.key.last().copied()),
                    "duplicate-id",
                    format!("{} stands in row {line} already", quote(&parts.join(", "))),
                    "give one of them another id, or remove it",
                );
            } else {
                seen.insert(parts, row.line);
            }
        }
    }

    /// Notes further ids of a table.
    pub(crate) fn add(&mut self, table: &'static str, ids: impl IntoIterator<Item = String>) {
        self.known.entry(table).or_default().extend(ids);
    }

    /// Notes that a table could not be read.
    pub(crate) fn unreadable(&mut self, table: &'static str) {
        self.unreadable.insert(table);
    }

    /// Whether an id is known, or may be.
    pub(crate) fn has(&self, table: &str, id: &str) -> bool {
        self.unreadable.contains(table) || self.known.get(table).is_some_and(|ids| ids.contains(id))
    }

    /// Reports a reference that points nowhere. An empty one is another matter.
    pub(crate) fn check(&self, row: &Row<'_>, column: &str, table: &str, id: &str) {
        if !id.is_empty() && !self.has(table, id) {
            let known = self.known.get(table);
            row.error(
                column,
                Problem::new(
                    "unknown-id",
                    format!("{} is not in {table}", quote(id)),
                    hint(
                        id,
                        known.into_iter().flatten().map(String::as_str),
                        &format!("add it to {table}, or write an id that is there"),
                    ),
                ),
            );
        }
    }

    /// A reference in a cell.
    pub(crate) fn one<'a>(&self, row: &Row<'a>, column: &str, table: &str) -> &'a str {
        let id = row.text(column);
        self.check(row, column, table, id);
        id
    }

    /// References in a cell.
    pub(crate) fn many<'a>(&self, row: &Row<'a>, column: &str, table: &str) -> Vec<&'a str> {
        let ids = row.ids(column);
        for id in &ids {
            self.check(row, column, table, id);
        }
        ids
    }
}
