//! An operation as rows of texts: for those who keep single rows, and put them together when they need the whole.

use std::collections::BTreeMap;

use airbridge_model::Operation;

use crate::format::{SETTINGS_FILE, TABLES, Table};
use crate::source::Source;
use crate::write::folder::{csv, settings_toml};
use crate::write::{BOUNDARIES_FILE, Detail, Sheet, sheets};

/// Texts by column; `docs/operation-format.md` says what each means.
pub type TextRow = BTreeMap<String, String>;

/// Settings and tables, not yet understood.
#[derive(Clone, PartialEq, Eq, Debug, Default)]
pub struct TextTables {
    /// `operation.toml`.
    pub settings: String,
    /// The boundaries file that the settings name.
    pub boundaries: Option<Vec<u8>>,
    /// By the name of the table, in their order.
    pub rows: BTreeMap<String, Vec<TextRow>>,
}

impl TextTables {
    /// The rows of an operation, in canonical form.
    pub fn of(operation: &Operation) -> Self {
        let mut written = sheets(operation, Detail::ByReference);
        if operation.boundaries.is_some() {
            written.settings.push(("boundaries".into(), BOUNDARIES_FILE.into()));
        }
        let rows = written.tables.iter().map(|sheet| {
            let names = sheet.table.columns.iter().map(|column| column.name);
            let row = |cells: &Vec<String>| {
                let told = names.clone().zip(cells).filter(|(_, cell)| !cell.is_empty());
                told.map(|(name, cell)| (name.to_owned(), cell.clone())).collect()
            };
            (sheet.table.name.to_owned(), sheet.rows.iter().map(row).collect())
        });
        Self {
            rows: rows.collect(),
            settings: settings_toml(&written.settings),
            boundaries: operation.boundaries.clone(),
        }
    }

    /// What [`crate::read_operation`] reads them from. Columns that no table has are left out: who takes rows in has to refuse them before.
    pub fn source(&self) -> Source {
        let mut files = BTreeMap::from([(SETTINGS_FILE.to_owned(), self.settings.clone().into_bytes())]);
        if let Some(bytes) = &self.boundaries {
            files.insert(BOUNDARIES_FILE.to_owned(), bytes.clone());
        }
        for table in TABLES {
            let rows = self.rows.get(table.name).map_or(&[][..], Vec::as_slice);
            if !rows.is_empty() || table.required {
                files.insert(table.file(), csv(&sheet(table, rows)).into_bytes());
            }
        }
        Source::folder(files)
    }

    /// A table of the format by its name.
    pub fn table(name: &str) -> Option<&'static Table> {
        TABLES.iter().copied().find(|table| table.name == name)
    }
}

fn sheet(table: &'static Table, rows: &[TextRow]) -> Sheet {
    let cells = |row: &TextRow| {
        let cell = |name: &str| row.get(name).cloned().unwrap_or_default();
        table.columns.iter().map(|column| cell(column.name)).collect()
    };
    Sheet {
        table,
        rows: rows.iter().map(cells).collect(),
    }
}
