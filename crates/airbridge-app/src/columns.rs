//! Which group of fields each column of a request belongs to.

use airbridge_disclosure::FieldGroup;
use airbridge_events::Row;
use airbridge_interchange::TextTables;

use crate::error::Error;

/// Columns of a request that are no columns of the operation format: what clinicians write for clinicians.
pub const CLINICAL: [&str; 2] = ["diagnosis", "clinical_notes"];

/// The group of a column; `None` where there is no such column.
pub(crate) fn group(column: &str) -> Option<FieldGroup> {
    match column {
        "diagnosis" => return Some(FieldGroup::ClinicalSummary),
        "clinical_notes" => return Some(FieldGroup::Clinical),
        _ => {}
    }
    TextTables::table("patients")?.column(column)?;
    Some(match column {
        "patient" => return None,
        "origin" => FieldGroup::Origin,
        "destination" => FieldGroup::Destination,
        "ready_at" | "collect_by" | "precedence_scheme" | "precedence_code" | "clock_start_at" | "due_at"
        | "latest_useful_at" => FieldGroup::Administrative,
        _ => FieldGroup::Planning,
    })
}

/// Refuses columns that there are not, and those that may not be written.
///
/// # Errors
///
/// The first such column, as a field.
pub(crate) fn writable(row: &Row, shows: impl Fn(FieldGroup) -> bool) -> Result<(), Error> {
    for column in row.0.keys() {
        let field = format!("/row/{column}");
        match group(column) {
            None => return Err(Error::invalid(format!("there is no column {column}"), field)),
            Some(group) if !shows(group) => {
                return Err(Error::invalid(
                    format!("{column} is not for your role to write here"),
                    field,
                ));
            }
            Some(_) => {}
        }
    }
    Ok(())
}

/// The part of a row that is shown.
pub fn shown(row: &Row, shows: impl Fn(FieldGroup) -> bool) -> Row {
    let cells = row.0.iter().filter(|(column, _)| group(column).is_some_and(&shows));
    Row(cells.map(|(column, text)| (column.clone(), text.clone())).collect())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_column_has_a_group() {
        let table = TextTables::table("patients").expect("a table of the format");
        let without: Vec<&str> = table
            .columns
            .iter()
            .map(|column| column.name)
            .filter(|name| group(name).is_none())
            .collect();
        assert_eq!(without, ["patient"]);
        assert_eq!(group("surname"), None);
    }
}
