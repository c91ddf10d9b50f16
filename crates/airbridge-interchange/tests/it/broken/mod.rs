//! A corpus of broken operations. Each is read as a folder and as a workbook; each gives the expected finding at the expected place.

mod cells;
mod connections;
mod form;
mod sense;

use airbridge_interchange::read_operation;
use airbridge_model::{Finding, Place, Severity};

use crate::draft::Draft;

/// How to break it, and what must be found: code, table (or `operation`), row (0 for none), column (empty for none).
type Case = (
    &'static str,
    fn(&mut Draft),
    (&'static str, &'static str, u64, &'static str),
);

fn is_at(finding: &Finding, file: &str, (code, table, row, column): (&str, &str, u64, &str)) -> bool {
    if finding.code != code {
        return false;
    }
    match &finding.place {
        Place::Cell {
            file: at_file,
            row: at_row,
            column: at_column,
        } => {
            let same_file = at_file == file;
            if table == "operation" {
                return same_file && (column.is_empty() || at_column.as_deref() == Some(column));
            }
            same_file && at_row.unwrap_or_default() == row && at_column.as_deref().unwrap_or_default() == column
        }
        Place::Key { file: at_file, key } => at_file == file && key == column,
        Place::Plan(_) => false,
    }
}

fn check(severity: Severity, cases: &[Case]) {
    for (name, break_it, expected) in cases {
        let mut draft = Draft::good();
        break_it(&mut draft);
        let folder_file = if expected.1 == "operation" {
            "operation.toml".to_owned()
        } else {
            format!("{}.csv", expected.1)
        };
        for (source, file) in [
            (draft.folder(), folder_file),
            (draft.workbook(), format!("made-up.xlsx#{}", expected.1)),
        ] {
            let reading = read_operation(&source);
            let found = reading.findings.iter().find(|finding| is_at(finding, &file, *expected));
            let all: Vec<String> = reading.findings.iter().map(ToString::to_string).collect();
            let found = found.unwrap_or_else(|| panic!("{name} ({file}): {expected:?} is not among {all:#?}"));
            assert_eq!(found.severity, severity, "{name}");
            assert!(!found.remedy.is_empty(), "{name}: what is to be done?");
            assert_eq!(
                reading.operation.is_none(),
                reading
                    .findings
                    .iter()
                    .any(|finding| finding.severity == Severity::Error),
                "{name}"
            );
            assert_eq!(
                reading.operation.is_none(),
                severity == Severity::Error,
                "{name}: {all:#?}"
            );
            assert!(all.len() <= 4, "{name}: one slip gives few findings: {all:#?}");
        }
    }
}

#[test]
fn every_finding_is_listed() {
    let mut draft = Draft::good();
    draft.cell("patients", 2, "specialty", "eyes");
    draft.cell("patients", 2, "origin", "nowhere");
    draft.cell("patients", 3, "age_years", "-1");
    draft.cell("bed_offers", 3, "beds", "many");
    draft.cell("crews", 2, "rules", "none");
    draft.set("to", "2029-01-01T00:00Z");
    let reading = read_operation(&draft.folder());
    let errors = reading
        .findings
        .iter()
        .filter(|finding| finding.severity == Severity::Error)
        .count();
    assert_eq!(errors, 6, "{:#?}", reading.findings);
}

#[test]
fn a_local_time_that_exists_twice_is_asked_about_with_both_readings() {
    let mut draft = Draft::good();
    draft.cell("bed_offers", 2, "expires_at", "2030-10-31 23:30");
    let reading = read_operation(&draft.folder());
    assert_eq!(
        reading.findings[0].remedy,
        "write 2030-10-31T23:30:00+03 for the first, 2030-10-31T23:30:00+02 for the second"
    );
}
