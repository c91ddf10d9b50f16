//! Broken files as such: not text, not a workbook, cut, too large; and cells that only a workbook can have.

use std::collections::BTreeMap;
use std::io::{Cursor, Read, Write};

use airbridge_interchange::{Reading, Source, read_operation, write_workbook};
use airbridge_model::{Place, Severity};
use rust_xlsxwriter::{ExcelDateTime, Format, Formula, Workbook, Worksheet};

use crate::draft::Draft;
use crate::forms::good;

fn codes(reading: &Reading) -> Vec<&str> {
    reading.findings.iter().map(|finding| finding.code.as_str()).collect()
}

fn file(name: &str, bytes: &[u8]) -> Reading {
    let mut files = Draft::good().files(b',');
    files.insert(name.to_owned(), bytes.to_vec());
    read_operation(&Source::folder(files))
}

#[test]
fn files_that_are_no_text() {
    let large = vec![b'a'; 49 * 1024 * 1024];
    let huge_cell = format!("group,unity,note\nG-1,facility,{}\n", "x".repeat(40_000));
    let wide = format!("group,unity{}\nG-1,facility\n", ",x".repeat(300));
    for (name, bytes, expected) in [
        ("groups.csv", &b"group,unity\nG-1,facilit\xE9\n"[..], "not-utf8"),
        ("groups.csv", b"\xFF\xFEg\0r", "not-utf16"),
        ("groups.csv", b"g\0r\0o\0u\0p\0", "not-text"),
        ("groups.csv", b"PK\x03\x04\x14\x00\x00\x00", "not-text"),
        ("groups.csv", b"", "missing-header"),
        ("groups.csv", &large, "file-too-large"),
        ("groups.csv", huge_cell.as_bytes(), "huge-cell"),
        ("groups.csv", wide.as_bytes(), "too-many-cells"),
        (
            "groups.csv",
            b"group,unity,note\nG-1,facility,\"mother\nand child\n",
            "quote-not-closed",
        ),
        ("operation.toml", b"name = \"x\"\nfrom = \n", "not-toml"),
        ("operation.toml", b"name = \"\xE9\"", "not-utf8"),
        (
            "operation.toml",
            b"from = 2030-05-01T00:00:00Z\nto = 2030-05-04T00:00:00Z\nname = [[1]]\n",
            "bad-setting",
        ),
        (
            "operation.toml",
            b"from = 2030-05-01T00:00:00Z\nfrom = 2030-05-04T00:00:00Z\n",
            "not-toml",
        ),
    ] {
        let reading = file(name, bytes);
        assert!(reading.operation.is_none(), "{expected}");
        let found = reading.findings.iter().find(|finding| finding.code == expected);
        let found = found.unwrap_or_else(|| panic!("{expected} is not among {:#?}", reading.findings));
        assert_eq!(found.severity, Severity::Error);
        assert!(found.place.to_string().starts_with(name), "{}", found.place);
        assert!(reading.findings.len() <= 3, "{expected}: {:#?}", reading.findings);
    }
    let deep = format!("a = {}{}", "[".repeat(20_000), "]".repeat(20_000));
    assert!(file("operation.toml", deep.as_bytes()).operation.is_none());
    let dotted = format!("{} = 1", vec!["a"; 20_000].join("."));
    assert!(file("operation.toml", dotted.as_bytes()).operation.is_none());
}

#[test]
fn toml_errors_name_the_line() {
    let reading = file("operation.toml", b"name = \"x\"\nfrom = \n");
    let place = Place::Cell {
        file: "operation.toml".into(),
        row: Some(2),
        column: None,
    };
    assert_eq!(reading.findings[0].place, place);
}

#[test]
fn an_empty_folder_lists_what_is_missing() {
    let reading = read_operation(&Source::folder(BTreeMap::new()));
    assert_eq!(codes(&reading), vec!["missing-table"; 7]);
    assert!(reading.operation.is_none());
}

#[test]
fn files_that_are_no_workbook() {
    let whole = Draft::good().workbook_bytes();
    let mut cases: Vec<(String, Vec<u8>)> = vec![
        ("empty".into(), Vec::new()),
        ("text".into(), b"patient,origin\n".to_vec()),
        (
            "old format".into(),
            b"\xD0\xCF\x11\xE0\xA1\xB1\x1A\xE1 and so on".to_vec(),
        ),
        ("empty archive".into(), archive(&BTreeMap::new())),
        (
            "archive of something".into(),
            archive(&BTreeMap::from([("readme.txt".into(), b"hello".to_vec())])),
        ),
    ];
    for tenth in 0..10 {
        cases.push((
            format!("cut at {tenth} tenths"),
            whole[..whole.len() * tenth / 10].to_vec(),
        ));
    }
    for (name, bytes) in cases {
        let reading = read_operation(&Source::workbook("cut.xlsx", bytes));
        assert!(reading.operation.is_none(), "{name}");
        assert_eq!(codes(&reading), ["not-a-workbook"], "{name}");
        assert_eq!(reading.findings[0].place.to_string(), "cut.xlsx");
    }
}

fn parts(workbook: &[u8]) -> BTreeMap<String, Vec<u8>> {
    let mut archive = zip::ZipArchive::new(Cursor::new(workbook)).expect("a workbook");
    (0..archive.len())
        .map(|at| {
            let mut part = archive.by_index(at).expect("a part");
            let mut bytes = Vec::new();
            part.read_to_end(&mut bytes).expect("in memory");
            (part.name().expect("a name").into_owned(), bytes)
        })
        .collect()
}

pub(crate) fn archive(parts: &BTreeMap<String, Vec<u8>>) -> Vec<u8> {
    let mut zip = zip::ZipWriter::new(Cursor::new(Vec::new()));
    let options = zip::write::SimpleFileOptions::default();
    for (name, bytes) in parts {
        zip.start_file(name.as_str(), options).expect("in memory");
        zip.write_all(bytes).expect("in memory");
    }
    zip.finish().expect("in memory").into_inner()
}

/// Each part of a good workbook, spoilt in a few ways, gives findings or still reads; nothing panics.
#[test]
fn spoilt_parts_of_a_workbook() {
    let whole = parts(&Draft::good().workbook_bytes());
    let mut refused = 0;
    for name in whole.keys() {
        let spoilers: [fn(&mut Vec<u8>); 5] = [
            |bytes| bytes.clear(),
            |bytes| bytes.truncate(bytes.len() / 2),
            |bytes| bytes.iter_mut().for_each(|byte| *byte = byte.wrapping_add(128)),
            |bytes| *bytes = b"<a>".repeat(100_000),
            |bytes| {
                let text = String::from_utf8_lossy(bytes)
                    .replace("r=\"A1\"", "r=\"XFD1048576\"")
                    .replace("<v>1</v>", "<v>999999999999</v>");
                *bytes = text.into_bytes();
            },
        ];
        for spoil in spoilers {
            let mut parts = whole.clone();
            spoil(parts.get_mut(name).expect("is there"));
            let reading = read_operation(&Source::workbook("spoilt.xlsx", archive(&parts)));
            let errors = reading
                .findings
                .iter()
                .any(|finding| finding.severity == Severity::Error);
            assert_eq!(reading.operation.is_none(), errors, "{name}");
            refused += usize::from(errors);
        }
        let mut parts = whole.clone();
        parts.remove(name);
        refused += usize::from(
            read_operation(&Source::workbook("less.xlsx", archive(&parts)))
                .operation
                .is_none(),
        );
    }
    assert!(refused > 60, "{refused}");
}

/// A workbook that is good but for what `write` puts on the sheet of bed offers.
fn with_offers(write: impl FnOnce(&mut Worksheet)) -> Source {
    let draft = Draft::good();
    let mut workbook = Workbook::new();
    let sheet = workbook.add_worksheet();
    sheet.set_name("operation").expect("a name");
    for ((key, value), row) in [("key".to_owned(), "value".to_owned())]
        .into_iter()
        .chain(draft.settings)
        .zip(0..)
    {
        sheet.write_string(row, 0, key).expect("fits");
        sheet.write_string(row, 1, value).expect("fits");
    }
    for (name, rows) in &draft.tables {
        let sheet = workbook.add_worksheet();
        sheet.set_name(name).expect("a name");
        for (cells, row) in rows.iter().zip(0..) {
            for (text, column) in cells.iter().zip(0..) {
                sheet.write_string(row, column, text).expect("fits");
            }
        }
    }
    write(workbook.worksheet_from_name("bed_offers").expect("is there"));
    Source::workbook("offers.xlsx", workbook.save_to_buffer().expect("in memory"))
}

#[test]
fn dates_numbers_and_flags_may_be_typed_cells() {
    let expected = good(&Draft::good().folder());
    let source = with_offers(|sheet| {
        let day = Format::new().set_num_format("dd/mm/yyyy");
        let instant = Format::new().set_num_format("dd/mm/yyyy hh:mm");
        sheet.write_number(1, 3, 2.0).expect("fits");
        let date = ExcelDateTime::from_ymd(2030, 5, 1).expect("a day");
        sheet.write_datetime_with_format(1, 4, date, &day).expect("fits");
        let date = ExcelDateTime::from_ymd(2030, 5, 2)
            .and_then(|date| date.and_hms(18, 0, 0))
            .expect("an instant");
        sheet.write_datetime_with_format(1, 6, date, &instant).expect("fits");
        sheet.write_boolean(1, 11, false).expect("fits");
        sheet
            .write_formula(1, 13, Formula::new("=15*2").set_result("30"))
            .expect("fits");
    });
    assert_eq!(good(&source), expected);
}

#[test]
fn cells_that_only_a_workbook_can_have() {
    let check = |write: fn(&mut Worksheet), expected: &str, column: &str| {
        let reading = read_operation(&with_offers(write));
        let found = reading.findings.iter().find(|finding| finding.code == expected);
        let found = found.unwrap_or_else(|| panic!("{expected} is not among {:#?}", reading.findings));
        assert!(
            found.place.to_string().starts_with("offers.xlsx#bed_offers, row "),
            "{}",
            found.place
        );
        assert!(found.place.to_string().ends_with(column), "{}", found.place);
    };
    check(
        |sheet| {
            sheet
                .write_formula(1, 3, Formula::new("=1/0").set_result("#DIV/0!"))
                .expect("fits");
        },
        "formula-error",
        "row 2, column beds",
    );
    check(
        |sheet| {
            sheet.write_string(5_000, 200, "stray").expect("fits");
        },
        "too-many-cells",
        "row 5001, column GS",
    );
    check(
        |sheet| {
            sheet.write_string(9, 20, "stray").expect("fits");
        },
        "extra-cell",
        "row 10",
    );
    check(
        |sheet| {
            let date = ExcelDateTime::from_ymd(2030, 5, 1)
                .and_then(|date| date.and_hms(6, 0, 0))
                .expect("an instant");
            let format = Format::new().set_num_format("dd/mm/yyyy hh:mm");
            sheet.write_datetime_with_format(1, 4, date, &format).expect("fits");
        },
        "not-a-date",
        "row 2, column from_on",
    );
}

#[test]
fn too_many_sheets_are_refused() {
    let mut workbook = Workbook::new();
    for at in 0..70 {
        workbook
            .add_worksheet()
            .set_name(format!("sheet {at}"))
            .expect("a name");
    }
    let bytes = workbook.save_to_buffer().expect("in memory");
    assert_eq!(
        codes(&read_operation(&Source::workbook("many.xlsx", bytes))),
        ["too-many-sheets"]
    );
}

#[test]
fn a_key_stands_once_on_the_sheet_of_settings() {
    let mut draft = Draft::good();
    draft.set(" name", "again");
    let reading = read_operation(&draft.workbook());
    assert_eq!(codes(&reading), ["duplicate-key"]);
}

#[test]
fn the_same_operation_gives_the_same_workbook() {
    let operation = good(&Draft::good().folder());
    assert_eq!(write_workbook(&operation), write_workbook(&operation));
}
