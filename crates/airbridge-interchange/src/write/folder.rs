//! An operation as the files of a folder.

use std::collections::BTreeMap;
use std::fmt::Write as _;

use airbridge_model::Operation;

use super::{BOUNDARIES_FILE, Detail, Sheet, sheets};
use crate::format::{Kind, SETTINGS, SETTINGS_FILE, Table};
use crate::tables::inert;

/// Writes an operation as the files of a folder, by name: canonical, so that the same operation gives the same bytes. Reading them gives
/// the same operation, in the order of ids.
///
/// Airfields and aircraft types that are as the catalogue has them are written by reference.
pub fn write_folder(operation: &Operation) -> BTreeMap<String, Vec<u8>> {
    let mut sheets = sheets(operation, Detail::ByReference);
    let mut files = BTreeMap::new();
    if let Some(bytes) = &operation.boundaries {
        sheets.settings.push(("boundaries".into(), BOUNDARIES_FILE.into()));
        files.insert(BOUNDARIES_FILE.to_owned(), bytes.clone());
    }
    files.insert(SETTINGS_FILE.to_owned(), settings_toml(&sheets.settings).into_bytes());
    for sheet in &sheets.tables {
        if !sheet.rows.is_empty() || sheet.table.required {
            files.insert(sheet.table.file(), csv(sheet).into_bytes());
        }
    }
    files
}

/// A table as CSV: UTF-8 with the byte-order mark that spreadsheet programs want, commas, line feeds; texts are neutral.
pub(crate) fn csv(sheet: &Sheet) -> String {
    let mut text = String::from("\u{feff}");
    let header = sheet.table.columns.iter().map(|column| column.name.to_owned());
    line(&mut text, header);
    for row in &sheet.rows {
        line(
            &mut text,
            row.iter().enumerate().map(|(at, cell)| written(sheet.table, at, cell)),
        );
    }
    text
}

/// The text of a cell as it is written: numbers as they are, all else neutral.
pub(crate) fn written(table: &Table, column: usize, cell: &str) -> String {
    match table.columns[column].kind {
        Kind::Integer(..) | Kind::Number(..) => cell.to_owned(),
        _ => inert::neutral(cell),
    }
}

fn line(text: &mut String, cells: impl Iterator<Item = String>) {
    for (at, cell) in cells.enumerate() {
        if at > 0 {
            text.push(',');
        }
        if cell.contains([',', '"', '\n', '\r', ';', '\t']) {
            text.push('"');
            text.push_str(&cell.replace('"', "\"\""));
            text.push('"');
        } else {
            text.push_str(&cell);
        }
    }
    text.push('\n');
}

/// Settings as TOML: top-level keys first, then a table for each path, in order of appearance.
pub(crate) fn settings_toml(settings: &[(String, String)]) -> String {
    let mut text = String::new();
    let mut tables: Vec<(&str, Vec<(&str, &str)>)> = Vec::new();
    for (path, value) in settings {
        let (table, key) = path.rsplit_once('.').unwrap_or(("", path));
        match tables.iter_mut().find(|(known, _)| *known == table) {
            Some((_, keys)) => keys.push((key, value)),
            None => tables.push((table, vec![(key, value)])),
        }
    }
    tables.sort_by_key(|(table, _)| !table.is_empty());
    for (table, keys) in tables {
        if !table.is_empty() {
            let _ = writeln!(text, "\n[{}]", table_name(table));
        }
        for (key, value) in keys {
            let _ = writeln!(text, "{key} = {}", toml_value(table, key, value));
        }
    }
    text
}

/// The path of a table, the name of a duty rule set quoted.
fn table_name(path: &str) -> String {
    match path.strip_prefix("policy.duty.") {
        Some(name) => format!("policy.duty.{}", toml::Value::String(name.to_owned())),
        None => path.to_owned(),
    }
}

/// A value in TOML's notation: numbers and times bare where their kind says so, all else quoted.
pub(crate) fn toml_value(table: &str, key: &str, value: &str) -> String {
    let kind = if table.starts_with("policy.duty.") {
        crate::format::DUTY_SETTINGS.iter().find(|setting| setting.key == key)
    } else {
        SETTINGS.iter().find(|setting| {
            setting
                .key
                .strip_suffix(key)
                .is_some_and(|rest| rest.trim_end_matches('.') == table)
        })
    };
    match kind.map(|setting| setting.kind) {
        Some(Kind::Integer(..)) if value.parse::<i64>().is_ok() => value.to_owned(),
        Some(Kind::Number(..)) if value.parse::<f64>().is_ok() => value.to_owned(),
        Some(Kind::Instant) => value.to_owned(),
        _ => toml::Value::String(value.to_owned()).to_string(),
    }
}
