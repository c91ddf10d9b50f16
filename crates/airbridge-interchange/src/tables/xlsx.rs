//! XLSX bytes to grids, one for each sheet.
//!
//! The archive is unpacked once and counted before the parser opens it, and sheets are read cell by cell: one cell at the far corner of
//! a sheet costs no more than one cell.

use std::collections::{BTreeMap, BTreeSet};
use std::io::{Cursor, Read};
use std::panic::{AssertUnwindSafe, catch_unwind};

use airbridge_model::Severity;
use calamine::{DataRef, ExcelDateTime, Reader, Xlsx, XlsxError};

use super::{CellsLeft, Grid, GridRow, inert};
use crate::findings::{Findings, cell, whole};
use crate::format::Limits;
use crate::values::Problem;

/// The sheets of a workbook.
#[derive(Debug, Default)]
pub(crate) struct Sheets {
    /// Those that are wanted.
    pub(crate) grids: BTreeMap<String, Grid>,
    /// Those that are wanted and cannot be read; a finding says why.
    pub(crate) spoilt: BTreeSet<String>,
    /// Names of the others.
    pub(crate) others: Vec<String>,
}

/// Reads the sheets of a workbook that `wanted` accepts. `None` when it cannot be read at all, with a finding.
pub(crate) fn read(
    file: &str,
    bytes: &[u8],
    wanted: impl Fn(&str) -> bool,
    limits: &Limits,
    left: &CellsLeft,
    findings: &Findings,
) -> Option<Sheets> {
    let refuse = |problem| {
        findings.add(Severity::Error, whole(file), problem);
        None
    };
    if let Err(problem) = bounded(bytes, limits) {
        return refuse(problem);
    }
    // The parser is not ours: should it panic on a broken file, that is a finding too.
    let read = catch_unwind(AssertUnwindSafe(|| {
        sheets(file, bytes, &wanted, limits, left, findings)
    }));
    match read {
        Ok(Ok(read)) => Some(read),
        Ok(Err(problem)) => refuse(problem),
        Err(_) => refuse(broken("its parts contradict each other")),
    }
}

fn broken(why: impl std::fmt::Display) -> Problem {
    Problem::new(
        "not-a-workbook",
        format!("cannot be read as an XLSX workbook: {why}"),
        "open it in a spreadsheet program and save it as .xlsx again",
    )
}

/// Whether the archive is small enough, counted by unpacking it: what its directory says may not be true.
fn bounded(bytes: &[u8], limits: &Limits) -> Result<(), Problem> {
    let too_large = |what: String| {
        Problem::new(
            "file-too-large",
            what,
            "remove sheets, pictures and styles that do not belong to the operation",
        )
    };
    if bytes.len() > limits.file_bytes {
        return Err(too_large(format!(
            "{} bytes, at most {} are read",
            bytes.len(),
            limits.file_bytes
        )));
    }
    let mut archive = zip::ZipArchive::new(Cursor::new(bytes)).map_err(broken)?;
    if archive.len() > limits.parts {
        return Err(too_large(format!(
            "{} parts, at most {} are read",
            archive.len(),
            limits.parts
        )));
    }
    let declared: u64 = (0..archive.len())
        .filter_map(|at| archive.by_index_raw(at).ok().map(|part| part.size()))
        .fold(0, u64::saturating_add);
    let unpacked_too_large = || too_large(format!("unpacks to more than {} bytes", limits.unpacked_bytes));
    if declared > limits.unpacked_bytes {
        return Err(unpacked_too_large());
    }
    let mut left = limits.unpacked_bytes;
    for at in 0..archive.len() {
        let mut part = archive.by_index(at).map_err(broken)?;
        let unpacked = std::io::copy(&mut (&mut part).take(left + 1), &mut std::io::sink()).map_err(broken)?;
        left = left.checked_sub(unpacked).ok_or_else(unpacked_too_large)?;
    }
    Ok(())
}

fn sheets(
    file: &str,
    bytes: &[u8],
    wanted: &impl Fn(&str) -> bool,
    limits: &Limits,
    left: &CellsLeft,
    findings: &Findings,
) -> Result<Sheets, Problem> {
    let mut workbook: Xlsx<_> = Xlsx::new(Cursor::new(bytes)).map_err(broken)?;
    let names = workbook.sheet_names();
    if names.len() > limits.sheets {
        return Err(Problem::new(
            "too-many-sheets",
            format!("{} sheets, at most {} are read", names.len(), limits.sheets),
            "remove sheets that do not belong to the operation",
        ));
    }
    let mut read = Sheets::default();
    for name in names {
        let table = name.trim().to_lowercase();
        if !wanted(&table) {
            read.others.push(name);
            continue;
        }
        let place = format!("{file}#{table}");
        match sheet(&mut workbook, &name, &place, limits, left, findings) {
            Ok(grid) => {
                if read.grids.insert(table, grid).is_some() {
                    findings.error(
                        whole(&place),
                        "duplicate-sheet",
                        "two sheets have this name",
                        "keep one of them",
                    );
                }
            }
            Err(problem) => {
                findings.add(Severity::Error, whole(&place), problem);
                read.spoilt.insert(table);
            }
        }
    }
    Ok(read)
}

fn sheet(
    workbook: &mut Xlsx<Cursor<&[u8]>>,
    name: &str,
    place: &str,
    limits: &Limits,
    left: &CellsLeft,
    findings: &Findings,
) -> Result<Grid, Problem> {
    let mut reader = workbook.worksheet_cells_reader(name).map_err(|error| match error {
        XlsxError::NotAWorksheet(_) => Problem::new("not-a-sheet", "is a chart, not a sheet of cells", "remove it"),
        error => broken(error),
    })?;
    let mut rows: BTreeMap<u32, Vec<String>> = BTreeMap::new();
    let mut bytes_left = limits.table_bytes;
    while let Some(found) = reader.next_cell().map_err(broken)? {
        let (row, column) = found.get_position();
        let line = u64::from(row) + 1;
        let at = column as usize;
        let Some(text) = text_of(found.get_value(), limits).unwrap_or_else(|problem| {
            findings.add(Severity::Error, cell(place, line, Some(&letters(column))), problem);
            None
        }) else {
            continue;
        };
        if at >= limits.columns {
            findings.error(
                cell(place, line, Some(&letters(column))),
                "too-many-cells",
                format!("a cell beyond column {}", limits.columns),
                "remove what does not belong to the table",
            );
            continue;
        }
        bytes_left = bytes_left.checked_sub(text.len()).ok_or_else(|| {
            Problem::new(
                "file-too-large",
                format!("holds more than {} bytes of text", limits.table_bytes),
                "look whether this is the right file",
            )
        })?;
        let cells = rows.entry(row).or_default();
        if cells.len() <= at {
            left.take(at + 1 - cells.len())?;
            cells.resize(at + 1, String::new());
        }
        cells[at] = text;
        if rows.len() > limits.rows + 1 {
            return Err(Problem::new(
                "too-many-rows",
                format!("more than {} rows", limits.rows),
                "look whether this is the right file",
            ));
        }
    }
    Ok(Grid {
        file: place.to_owned(),
        rows: rows
            .into_iter()
            .map(|(row, cells)| GridRow {
                line: u64::from(row) + 1,
                cells,
            })
            .collect(),
    })
}

/// The text of a cell, as it would stand in a CSV file; `None` for an empty one.
fn text_of(value: &DataRef<'_>, limits: &Limits) -> Result<Option<String>, Problem> {
    let bounded = |text: &str| {
        let chars = text.chars().count();
        if chars > limits.cell_chars {
            return Err(Problem::new(
                "huge-cell",
                format!("{chars} characters, at most {} are read", limits.cell_chars),
                "shorten it",
            ));
        }
        let text = inert::original(text.trim());
        Ok((!text.trim().is_empty()).then(|| text.to_owned()))
    };
    match value {
        DataRef::Int(number) => Ok(Some(number.to_string())),
        DataRef::Float(number) => Ok(Some(number.to_string())),
        DataRef::String(text) | DataRef::DateTimeIso(text) | DataRef::DurationIso(text) => bounded(text),
        DataRef::SharedString(text) => bounded(text),
        DataRef::Bool(flag) => Ok(Some(if *flag { "yes" } else { "no" }.to_owned())),
        DataRef::DateTime(at) => date_time(at).map(Some),
        // Reported under its column's name, once that is known.
        DataRef::Error(error) => Ok(Some(error.to_string())),
        DataRef::Empty => Ok(None),
    }
}

/// A date cell in ISO 8601 to the second (spreadsheets' fractions of days are not exact); a time of day alone as `HH:MM`.
fn date_time(at: &ExcelDateTime) -> Result<String, Problem> {
    let value = at.as_f64();
    if at.is_duration() || !(0.0..2_958_466.0).contains(&value) {
        return Err(Problem::new(
            "not-a-date",
            "the cell holds a duration or a date that cannot be",
            "format the cell as text, number or date",
        ));
    }
    let seconds = (value.fract() * 86_400.0).round();
    if value < 1.0 {
        let minutes = (seconds / 60.0).round() as u32;
        return Ok(format!("{:02}:{:02}", minutes / 60 % 24, minutes % 60));
    }
    let (year, month, day, ..) = ExcelDateTime::to_ymd_hms_milli(at);
    if seconds >= 86_400.0 {
        // Rounded up to midnight: half a second before it means midnight.
        return Err(Problem::new(
            "not-a-date",
            "the cell holds a time within half a second of midnight",
            "write the time as text",
        ));
    }
    let seconds = seconds as u32;
    Ok(format!(
        "{year:04}-{month:02}-{day:02}T{:02}:{:02}:{:02}",
        seconds / 3600,
        seconds / 60 % 60,
        seconds % 60
    ))
}

/// The letters of a column.
fn letters(column: u32) -> String {
    let mut rest = column + 1;
    let mut text = Vec::new();
    while rest > 0 {
        rest -= 1;
        text.push(char::from(b'A' + (rest % 26) as u8));
        rest /= 26;
    }
    text.into_iter().rev().collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn columns_have_letters() {
        assert_eq!(letters(0), "A");
        assert_eq!(letters(25), "Z");
        assert_eq!(letters(26), "AA");
        assert_eq!(letters(16_383), "XFD");
    }

    #[test]
    fn an_archive_that_unpacks_too_far_is_refused() {
        use std::io::Write;
        let mut zip = zip::ZipWriter::new(Cursor::new(Vec::new()));
        let options = zip::write::SimpleFileOptions::default().compression_method(zip::CompressionMethod::Deflated);
        zip.start_file("xl/worksheets/sheet1.xml", options).expect("in memory");
        zip.write_all(&vec![b' '; 2_000_000]).expect("in memory");
        let bytes = zip.finish().expect("in memory").into_inner();
        assert!(bytes.len() < 10_000);
        let limits = Limits {
            unpacked_bytes: 1_000_000,
            ..Limits::STANDARD
        };
        assert_eq!(bounded(&bytes, &limits).expect_err("too far").code, "file-too-large");
        assert_eq!(bounded(&bytes, &Limits::STANDARD), Ok(()));
        assert_eq!(
            bounded(&bytes[..bytes.len() / 2], &limits).expect_err("cut").code,
            "not-a-workbook"
        );
    }
}
