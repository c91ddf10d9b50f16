//! An operation as one XLSX workbook.

use airbridge_model::Operation;
use rust_xlsxwriter::{DocProperties, ExcelDateTime, Format, Workbook, Worksheet, XlsxError};

use super::{Detail, sheets};
use crate::format::{Kind, SETTINGS_SHEET, Table};
use crate::tables::inert;

/// Writes an operation as one XLSX workbook: a sheet for the settings and one for each table. The same operation gives the same bytes.
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
    }
    for table in &sheets.tables {
        if table.rows.is_empty() && !table.table.required {
            continue;
        }
        let sheet = workbook.add_worksheet();
        sheet.set_name(table.table.name)?.set_freeze_panes(1, 1)?;
        for (column, at) in table.table.columns.iter().zip(0..) {
            sheet.write_string_with_format(0, at, column.name, &head)?;
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
