//! A good operation as tables of texts, to be broken on purpose.

use std::collections::BTreeMap;
use std::fmt::Write as _;

use airbridge_interchange::{Source, TABLES, template};
use rust_xlsxwriter::Workbook;

/// A table: the header first.
pub(crate) type Rows = Vec<Vec<String>>;

/// An operation before it is written.
#[derive(Clone)]
pub(crate) struct Draft {
    /// Keys and values, as texts.
    pub(crate) settings: BTreeMap<String, String>,
    pub(crate) tables: BTreeMap<String, Rows>,
}

impl Draft {
    /// The template's operation.
    pub(crate) fn good() -> Self {
        let files = template();
        let tables = TABLES
            .iter()
            .map(|table| (table.name.to_owned(), rows(&files[&table.file()])))
            .collect();
        let settings = [
            ("name", "Made up"),
            ("from", "2030-05-01T00:00:00Z"),
            ("to", "2030-05-04T00:00:00Z"),
        ];
        Self {
            settings: settings.map(|(key, value)| (key.to_owned(), value.to_owned())).into(),
            tables,
        }
    }

    pub(crate) fn set(&mut self, key: &str, value: &str) {
        self.settings.insert(key.to_owned(), value.to_owned());
    }

    pub(crate) fn rows(&mut self, table: &str) -> &mut Rows {
        self.tables.get_mut(table).expect("a table")
    }

    /// Sets a cell; `row` as findings count: the header is 1.
    pub(crate) fn cell(&mut self, table: &str, row: usize, column: &str, text: &str) {
        let rows = self.rows(table);
        let at = rows[0].iter().position(|title| title == column).expect("a column");
        text.clone_into(&mut rows[row - 1][at]);
    }

    pub(crate) fn rename(&mut self, table: &str, column: &str, title: &str) {
        let header = &mut self.rows(table)[0];
        let at = header.iter().position(|known| known == column).expect("a column");
        title.clone_into(&mut header[at]);
    }

    pub(crate) fn drop_column(&mut self, table: &str, column: &str) {
        let rows = self.rows(table);
        let at = rows[0].iter().position(|known| known == column).expect("a column");
        for row in rows {
            row.remove(at);
        }
    }

    /// Repeats a row at the end, changed.
    pub(crate) fn again(&mut self, table: &str, row: usize, changes: &[(&str, &str)]) {
        let rows = self.rows(table);
        let copy = rows[row - 1].clone();
        rows.push(copy);
        let last = rows.len();
        for (column, text) in changes {
            self.cell(table, last, column, text);
        }
    }

    /// As the files of a folder, with a separator between cells.
    pub(crate) fn files(&self, separator: u8) -> BTreeMap<String, Vec<u8>> {
        let mut files = BTreeMap::new();
        let mut settings = String::new();
        for (key, value) in &self.settings {
            let _ = writeln!(settings, "{key} = {}", toml::Value::String(value.clone()));
        }
        files.insert("operation.toml".to_owned(), settings.into_bytes());
        for (name, rows) in &self.tables {
            let mut writer = csv::WriterBuilder::new()
                .flexible(true)
                .delimiter(separator)
                .from_writer(Vec::new());
            for row in rows {
                writer.write_record(row).expect("in memory");
            }
            files.insert(format!("{name}.csv"), writer.into_inner().expect("in memory"));
        }
        files
    }

    pub(crate) fn folder(&self) -> Source {
        Source::folder(self.files(b','))
    }

    /// As a workbook, every cell a text.
    pub(crate) fn workbook_bytes(&self) -> Vec<u8> {
        let mut workbook = Workbook::new();
        let sheet = workbook.add_worksheet();
        sheet.set_name("operation").expect("a name");
        let head = [("key".to_owned(), "value".to_owned())];
        for ((key, value), row) in head
            .iter()
            .map(|(key, value)| (key, value))
            .chain(&self.settings)
            .zip(0..)
        {
            sheet.write_string(row, 0, key).expect("fits");
            sheet.write_string(row, 1, value).expect("fits");
        }
        for (name, rows) in &self.tables {
            let sheet = workbook.add_worksheet();
            sheet.set_name(name).expect("a name");
            for (cells, row) in rows.iter().zip(0..) {
                for (text, column) in cells.iter().zip(0..) {
                    sheet.write_string(row, column, text).expect("fits");
                }
            }
        }
        workbook.save_to_buffer().expect("in memory")
    }

    pub(crate) fn workbook(&self) -> Source {
        Source::workbook("made-up.xlsx", self.workbook_bytes())
    }
}

fn rows(bytes: &[u8]) -> Rows {
    let text = std::str::from_utf8(bytes)
        .expect("UTF-8")
        .trim_start_matches('\u{feff}');
    csv::ReaderBuilder::new()
        .has_headers(false)
        .from_reader(text.as_bytes())
        .records()
        .map(|record| record.expect("CSV").iter().map(str::to_owned).collect())
        .collect()
}
