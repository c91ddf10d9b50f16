//! CSV bytes to a grid: comma, semicolon or tab, quotes, any line ending.

use airbridge_model::Severity;
use csv::ReaderBuilder;

use super::text::decode;
use super::{CellsLeft, Grid, GridRow, inert};
use crate::findings::{Findings, cell, whole};
use crate::format::Limits;
use crate::values::Problem;

/// Reads a file; `None` when it cannot be read at all, with a finding.
pub(crate) fn read(file: &str, bytes: &[u8], limits: &Limits, left: &CellsLeft, findings: &Findings) -> Option<Grid> {
    let refuse = |problem: Problem| {
        findings.add(Severity::Error, whole(file), problem);
        None
    };
    if bytes.len() > limits.file_bytes {
        return refuse(Problem::new(
            "file-too-large",
            format!("{} bytes, at most {} are read", bytes.len(), limits.file_bytes),
            "split the operation, or look whether this is the right file",
        ));
    }
    let text = match decode(bytes) {
        Ok(text) => text,
        Err(problem) => return refuse(problem),
    };
    let mut reader = ReaderBuilder::new()
        .has_headers(false)
        .flexible(true)
        .delimiter(delimiter(&text))
        .from_reader(text.as_bytes());
    let mut rows = Vec::new();
    let mut record = csv::StringRecord::new();
    loop {
        match reader.read_record(&mut record) {
            Ok(false) => break,
            Ok(true) => {}
            Err(error) => {
                return refuse(Problem::new("not-csv", error.to_string(), "save it as CSV again"));
            }
        }
        let line = record.position().map_or(0, |position| line_at(&text, position));
        let filled = (0..record.len())
            .rev()
            .find(|at| !record[*at].trim().is_empty())
            .map_or(0, |at| at + 1);
        if filled > limits.columns {
            let problem = Problem::new(
                "too-many-cells",
                format!("{filled} cells, at most {} are read", limits.columns),
                "look for stray separators",
            );
            findings.add(Severity::Error, cell(file, line, None), problem);
            if rows.is_empty() {
                // Without its header nothing can be said of the rest.
                return None;
            }
            continue;
        }
        if let Some(huge) = record.iter().position(|text| text.chars().count() > limits.cell_chars) {
            findings.error(
                cell(file, line, None),
                "huge-cell",
                format!(
                    "cell {} has {} characters, at most {} are read",
                    huge + 1,
                    record[huge].chars().count(),
                    limits.cell_chars
                ),
                "look for a quotation mark that is not closed",
            );
            continue;
        }
        let cells: Vec<String> = record
            .iter()
            .take(filled)
            .map(|text| inert::original(text.trim()).to_owned())
            .collect();
        if filled == 0 {
            continue;
        }
        if let Err(problem) = left.take(filled) {
            return refuse(problem);
        }
        if rows.len() > limits.rows {
            return refuse(Problem::new(
                "too-many-rows",
                format!("more than {} rows", limits.rows),
                "look whether this is the right file",
            ));
        }
        rows.push(GridRow { line, cells });
    }
    if let Some(last) = rows.last()
        && text.matches('"').count() % 2 == 1
        && last.cells.iter().any(|text| text.contains('\n'))
    {
        findings.error(
            cell(file, last.line, None),
            "quote-not-closed",
            "a quotation mark is opened and not closed",
            "close it, or double it where it belongs to the text",
        );
    }
    Some(Grid {
        file: file.to_owned(),
        rows,
    })
}

/// The line where a record begins: its position is taken before the blank lines that are skipped.
fn line_at(text: &str, position: &csv::Position) -> u64 {
    let rest = text.as_bytes().get(position.byte() as usize..).unwrap_or_default();
    let blank = rest.iter().take_while(|byte| matches!(byte, b'\n' | b'\r'));
    position.line() + blank.filter(|byte| **byte == b'\n').count() as u64
}

/// The separator that the header uses most; no known header holds one.
fn delimiter(text: &str) -> u8 {
    let header = text.lines().find(|line| !line.trim().is_empty()).unwrap_or_default();
    let count = |separator: u8| header.bytes().filter(|byte| *byte == separator).count();
    [b',', b';', b'\t']
        .into_iter()
        .rev()
        .max_by_key(|separator| count(*separator))
        .expect("there are three")
}

#[cfg(test)]
mod tests {
    use super::*;

    fn cells(bytes: &[u8]) -> (Vec<(u64, Vec<String>)>, Vec<String>) {
        let findings = Findings::default();
        let limits = Limits {
            rows: 4,
            columns: 4,
            cell_chars: 20,
            cells: 12,
            ..Limits::STANDARD
        };
        let rows = read("t.csv", bytes, &limits, &CellsLeft::all(&limits), &findings).map_or_else(Vec::new, |grid| {
            grid.rows.into_iter().map(|row| (row.line, row.cells)).collect()
        });
        (
            rows,
            findings.into_vec().into_iter().map(|finding| finding.code).collect(),
        )
    }

    #[test]
    fn separators_and_line_endings_do_not_matter() {
        let expected = vec![
            (1, vec!["a".to_owned(), "b".to_owned()]),
            (3, vec!["1, 2".to_owned(), "=x".to_owned()]),
        ];
        for text in [
            "a,b\n\n\"1, 2\",'=x\n",
            "\u{feff}a;b\r\n\r\n1, 2;'=x",
            "a\tb\n\t\n1, 2\t =x \n",
        ] {
            assert_eq!(cells(text.as_bytes()), (expected.clone(), vec![]), "{text:?}");
        }
    }

    #[test]
    fn bounds_are_kept() {
        assert_eq!(cells(b"a,b\n1,2,3,4,5\n").1, ["too-many-cells"]);
        assert_eq!(cells(b"a,b\n1,xxxxxxxxxxxxxxxxxxxxxxx\n").1, ["huge-cell"]);
        assert_eq!(cells(b"a\n1\n2\n3\n4\n5\n6\n").1, ["too-many-rows"]);
        assert_eq!(cells(b"a,b,c,d\n1,2,3,4\n1,2,3,4\n1\n").1, ["file-too-large"]);
        assert_eq!(cells(b"a,b\n1,\"x\n2,y\n").1, ["quote-not-closed"]);
    }
}
