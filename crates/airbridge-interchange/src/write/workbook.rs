//! An operation as one XLSX workbook.

use airbridge_model::Operation;
use rust_xlsxwriter::{DocProperties, ExcelDateTime, Format, Note, Workbook, Worksheet, XlsxError};

use super::{Detail, sheets};
use crate::format::{Column, Kind, Need, SETTINGS, SETTINGS_SHEET, Table};
use crate::tables::inert;

/// Writes an operation as one XLSX workbook: a sheet for the settings and one for each table. Notes on the head cells and on the settings
/// say what they mean; readers pass over them. The same operation gives the same bytes.
///
/// Boundaries of the operation's own are no table: they go beside the workbook, see [`crate::Source::with_file`].
///
/// # Panics
///
/// If a text is longer than a spreadsheet's cell holds (32,767 characters), which readers refuse, or the workbook is too large for the
/// format.
pub fn write_workbook(operation: &Operation) -> Vec<u8> {
    build(operation).expect("tables of an operation fit into a workbook")
}

fn build(operation: &Operation) -> Result<Vec<u8>, XlsxError> {
    let mut sheets = sheets(operation, Detail::ByReference);
    if operation.boundaries.is_some() {
        sheets
            .settings
            .push(("boundaries".into(), super::BOUNDARIES_FILE.into()));
    }
    let mut workbook = Workbook::new();
    // No clock here, and equal operations give equal bytes.
    let created = ExcelDateTime::from_ymd(2000, 1, 1)?;
    workbook.set_properties(&DocProperties::new().set_creation_datetime(&created));
    let head = Format::new().set_bold();
    let day = Format::new().set_num_format("yyyy-mm-dd");

    let sheet = workbook.add_worksheet();
    sheet.set_name(SETTINGS_SHEET)?;
    sheet.write_string_with_format(0, 0, "key", &head)?;
    sheet.write_string_with_format(0, 1, "value", &head)?;
    sheet
        .set_column_width(0, 46)?
        .set_column_width(1, 60)?
        .set_freeze_panes(1, 0)?;
    for ((key, value), row) in sheets.settings.iter().zip(1..) {
        sheet.write_string(row, 0, key)?;
        sheet.write_string(row, 1, inert::neutral(value))?;
        if let Some(setting) = SETTINGS.iter().find(|setting| setting.key == key) {
            let text = format!("{}\n\nValue: {}.", setting.doc, setting.kind.describe());
            sheet.insert_note(row, 0, &note(&text))?;
        }
    }
    for table in &sheets.tables {
        if table.rows.is_empty() && !table.table.required {
            continue;
        }
        let sheet = workbook.add_worksheet();
        sheet.set_name(table.table.name)?.set_freeze_panes(1, 1)?;
        for (column, at) in table.table.columns.iter().zip(0..) {
            sheet.write_string_with_format(0, at, column.name, &head)?;
            sheet.insert_note(0, at, &note(&meaning(column)))?;
            sheet.set_column_width(at, (column.name.len() + 2).max(12) as f64)?;
        }
        for (cells, row) in table.rows.iter().zip(1..) {
            for (at, text) in cells.iter().enumerate() {
                write(sheet, row, at, text, table.table, &day)?;
            }
        }
    }
    workbook.save_to_buffer()
}

/// What a column means, what is written in it, and whether it may be empty.
fn meaning(column: &Column) -> String {
    let need = match column.need {
        Need::Required => "Required.",
        Need::Optional => "May be empty.",
        Need::UnlessInCatalogue => "Required unless the catalogue knows the row.",
    };
    match column.kind {
        Kind::Text => format!("{}\n\n{need}", column.doc),
        kind => format!("{}\n\nValue: {}. {need}", column.doc, kind.describe()),
    }
}

fn note(text: &str) -> Note {
    // The usual size of a note holds some forty characters on each of its four lines.
    let lines = text.lines().map(|line| line.len() / 40 + 1).sum::<usize>();
    Note::new(text)
        .add_author_prefix(false)
        .set_width(280)
        .set_height(20 * (lines.max(3) as u32 + 1))
}

/// Numbers as numbers, days as days, all else as neutral text.
fn write(sheet: &mut Worksheet, row: u32, at: usize, text: &str, table: &Table, day: &Format) -> Result<(), XlsxError> {
    let column = u16::try_from(at).expect("tables have few columns");
    if text.is_empty() {
        return Ok(());
    }
    match (
        table.columns[at].kind,
        text.parse::<f64>(),
        text.parse::<jiff::civil::Date>(),
    ) {
        (Kind::Integer(..) | Kind::Number(..), Ok(number), _) => sheet.write_number(row, column, number)?,
        (Kind::Date, _, Ok(date)) => {
            let date = ExcelDateTime::from_ymd(
                date.year().unsigned_abs(),
                date.month().unsigned_abs(),
                date.day().unsigned_abs(),
            )?;
            sheet.write_datetime_with_format(row, column, date, day)?
        }
        _ => sheet.write_string(row, column, inert::neutral(text))?,
    };
    Ok(())
}

#[cfg(test)]
mod tests {
    use std::io::Read;

    use super::*;
    use crate::format::TABLES;
    use crate::{Source, read_operation, template};

    #[test]
    fn every_column_and_setting_of_the_template_is_explained() {
        let reading = read_operation(&Source::folder(template()));
        let bytes = write_workbook(&reading.operation.expect("the template is sound"));
        let mut archive = zip::ZipArchive::new(std::io::Cursor::new(bytes)).expect("a workbook is a zip archive");
        let mut notes = String::new();
        for at in 0..archive.len() {
            let mut part = archive.by_index(at).expect("a part");
            if part.name().is_ok_and(|name| name.starts_with("xl/comments")) {
                part.read_to_string(&mut notes).expect("parts are UTF-8");
            }
        }
        let columns: usize = TABLES.iter().map(|table| table.columns.len()).sum();
        let count = notes.matches("<comment ").count();
        assert!(count >= columns, "{count} notes for {columns} columns");
        assert!(notes.contains("What the patient rides on."));
        assert!(notes.contains("Weight of an urgent patient in a right bed on time"));
    }
}
