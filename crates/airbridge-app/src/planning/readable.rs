//! Tables as far as they can be read: one bad row of a request, an offer or a clearance stops no other.
//!
//! What comes in: tables. What goes out: the operation that they mean without the rows that cannot be read, and the findings about these. Tables that somebody
//! imported were read then; rows that the record keeps one by one are written by many hands.

use std::collections::BTreeSet;

use airbridge_interchange::{TextTables, read_operation};
use airbridge_model::{Finding, Operation, Place, Severity};

use super::tables::{RECORDED, keep_members};

/// What could be read.
#[derive(Debug)]
pub struct Readable {
    /// The tables without the rows that cannot be read.
    pub tables: TextTables,
    /// What they mean.
    pub operation: Operation,
    /// The rows that are left out, by table and id, with what is wrong.
    pub left_out: Vec<Unreadable>,
}

/// A row that cannot be read.
#[derive(Clone, PartialEq, Debug)]
pub struct Unreadable {
    /// The table.
    pub table: &'static str,
    /// The row's id.
    pub id: String,
    /// What is wrong with it.
    pub finding: Finding,
}

/// Reads tables; rows of the record that cannot be read are left out.
///
/// # Errors
///
/// What is wrong with the rest.
pub fn readable(tables: TextTables) -> Result<Readable, Vec<Finding>> {
    let mut tables = tables;
    let mut left_out = Vec::new();
    loop {
        let reading = read_operation(&tables.source());
        if let Some(operation) = reading.operation {
            return Ok(Readable {
                tables,
                operation,
                left_out,
            });
        }
        let errors = reading.findings.into_iter();
        let errors: Vec<Finding> = errors.filter(|finding| finding.severity == Severity::Error).collect();
        let before = left_out.len();
        for table in RECORDED {
            take_out(&mut tables, table, &errors, &mut left_out);
        }
        if left_out.len() == before {
            return Err(errors);
        }
        keep_members(&mut tables);
    }
}

/// Takes out the rows of a table that errors name.
fn take_out(tables: &mut TextTables, name: &'static str, errors: &[Finding], left_out: &mut Vec<Unreadable>) {
    let table = TextTables::table(name).expect("a table of the format");
    let file = table.file();
    let Some(rows) = tables.rows.get_mut(name) else { return };
    let mut bad: BTreeSet<usize> = BTreeSet::new();
    for error in errors {
        let Place::Cell {
            file: of,
            row: Some(row),
            ..
        } = &error.place
        else {
            continue;
        };
        // The header is row 1.
        let index = usize::try_from(*row).ok().and_then(|row| row.checked_sub(2));
        let Some(index) = index.filter(|index| *of == file && *index < rows.len()) else {
            continue;
        };
        if bad.insert(index) {
            let id = rows[index].get(id_of(name)).cloned().unwrap_or_default();
            left_out.push(Unreadable {
                table: name,
                id,
                finding: error.clone(),
            });
        }
    }
    let mut index = 0;
    rows.retain(|_| {
        index += 1;
        !bad.contains(&(index - 1))
    });
}

/// The column that names a row of the record.
pub(crate) fn id_of(table: &str) -> &'static str {
    match table {
        "patients" => "patient",
        "bed_offers" => "offer",
        _ => "clearance",
    }
}

#[cfg(test)]
mod tests {
    use airbridge_testkit::generate::benghazi;

    use super::*;

    #[test]
    fn a_bad_row_stops_no_other() {
        let mut tables = TextTables::of(&benghazi(12, 3));
        let whole = read_operation(&tables.source())
            .operation
            .expect("sound")
            .patients
            .len();
        let rows = tables.rows.get_mut("patients").expect("patients");
        rows[3].insert("ready_at".to_owned(), "soon".to_owned());
        let id = rows[3]["patient"].clone();
        rows[5].remove("mobility");
        let read = readable(tables).expect("the others can be read");
        assert_eq!(read.operation.patients.len(), whole - 2);
        let named: Vec<(&str, &str)> = read.left_out.iter().map(|row| (row.table, row.id.as_str())).collect();
        assert!(
            named.len() == 2 && named.contains(&("patients", id.as_str())),
            "{named:?}"
        );
    }

    #[test]
    fn what_somebody_imported_has_to_be_sound() {
        let mut tables = TextTables::of(&benghazi(12, 3));
        tables.rows.get_mut("aircraft").expect("aircraft")[0].insert("base".to_owned(), "NONE".to_owned());
        assert!(!readable(tables).expect_err("no such field").is_empty());
    }
}
