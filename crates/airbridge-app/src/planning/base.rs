//! The tables that a plan which replaces another is made from.
//!
//! What comes in: the tables of the plan that runs, and the record as it is now. What goes out: the same patients, offers and clearances, with what is
//! recorded of these patients by now, and the clearances that were asked for since, not yet given; the other tables as they stand. What has happened
//! since comes on top as events ([`super::happened`]).

use std::collections::BTreeMap;

use airbridge_events::{ClearanceEvent, Fact, OperationId, Record, RequestId, What};
use airbridge_interchange::{TextRow, TextTables, read_operation};

use super::readable::{Readable, readable};
use super::tables::{RECORDED, columns_of, patient_row};

/// The tables for a plan that replaces the one that runs. `replaced` are the operation's tables where they were replaced since that plan's were written; `facts` those that are
/// not in the plan's tables.
pub fn base(
    record: &Record,
    id: &OperationId,
    of_plan: &TextTables,
    replaced: Option<&TextTables>,
    facts: &[Fact],
) -> TextTables {
    let mut tables = replaced.unwrap_or(of_plan).clone();
    for table in RECORDED {
        let rows = of_plan.rows.get(table).cloned().unwrap_or_default();
        tables.rows.insert(table.to_owned(), rows);
    }
    let clearances = tables.rows.entry("clearances".to_owned()).or_default();
    clearances.extend(asked_since(id, facts));
    let before: BTreeMap<String, TextRow> = rows_by_id(&tables);
    let patients = tables.rows.entry("patients".to_owned()).or_default();
    for row in patients.iter_mut() {
        let name = RequestId::new(row["patient"].as_str());
        if let Some(request) = record.requests.get(&name).filter(|request| request.operation == *id) {
            let mut now = patient_row(name.as_str(), &request.row);
            // A hospital that had accepted the patient still has.
            if let Some(destination) = row.get("destination")
                && accepted_at(record, &name).is_some_and(|facility| facility == *destination)
            {
                now.insert("destination".to_owned(), destination.clone());
            }
            *row = now;
        }
    }
    // What somebody has written since and nobody can read does not take a patient out of the plan who is in it.
    if read_operation(&tables.source()).operation.is_none()
        && let Ok(Readable { left_out, .. }) = readable(tables.clone())
    {
        let patients = tables.rows.entry("patients".to_owned()).or_default();
        for row in patients.iter_mut() {
            let unreadable = left_out
                .iter()
                .any(|out| out.table == "patients" && out.id == row["patient"]);
            if let Some(known) = before.get(&row["patient"]).filter(|_| unreadable) {
                row.clone_from(known);
            }
        }
    }
    tables
}

fn rows_by_id(tables: &TextTables) -> BTreeMap<String, TextRow> {
    let rows = tables.rows.get("patients").map_or(&[][..], Vec::as_slice);
    rows.iter().map(|row| (row["patient"].clone(), row.clone())).collect()
}

/// The facility that has agreed to a patient.
fn accepted_at(record: &Record, id: &RequestId) -> Option<String> {
    let offer = record.offers.get(record.requests.get(id)?.bed()?)?;
    let agreed = offer.confirmed.contains(id) || offer.consumed.contains(id);
    agreed.then(|| offer.row.text("facility").to_owned())
}

/// Clearances that were asked for since, as they were asked for: that one was given is an event.
fn asked_since<'f>(id: &'f OperationId, facts: &'f [Fact]) -> impl Iterator<Item = TextRow> + 'f {
    facts.iter().filter_map(move |fact| {
        let What::Clearance(ClearanceEvent::Requested { operation, row, .. }) = &fact.what else {
            return None;
        };
        let name = fact.stream.split_once('/')?.1;
        let mut row: TextRow = columns_of("clearances", &row.0);
        row.entry("status".to_owned()).or_insert_with(|| "requested".to_owned());
        row.insert("clearance".to_owned(), name.to_owned());
        (operation == id).then_some(row)
    })
}
