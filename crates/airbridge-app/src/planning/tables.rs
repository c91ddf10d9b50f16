//! An operation's tables as the record has them now.
//!
//! What was imported stays as it is; patients, offers and clearances are those of the record.

use std::collections::{BTreeMap, BTreeSet};

use airbridge_events::{Destination, OfferState, OperationId, Record, Request, Row, State};
use airbridge_interchange::{TextRow, TextTables};
use jiff::Timestamp;

/// Tables whose rows the record keeps one by one.
pub const RECORDED: [&str; 3] = ["patients", "bed_offers", "clearances"];

/// The tables that a first plan is made from: everybody who is cleared to fly, beds that are free for them, clearances as they stand.
pub fn tables_now(record: &Record, id: &OperationId, imported: &TextTables, now: Timestamp) -> TextTables {
    let mut tables = imported.clone();
    // Whoever goes to a place outside the network is taken there without the planner, which does not know the place.
    let outside = |request: &Request| matches!(request.destination, Some(Destination::Outside(_)));
    let patients = record.requests_of(id);
    let patients = patients.filter(|(_, request)| request.state.is_to_plan() && !outside(request));
    let patients: Vec<TextRow> = patients
        .map(|(id, request)| patient(record, id.as_str(), request))
        .collect();
    tables.rows.insert("patients".to_owned(), patients);
    keep_members(&mut tables);
    let offers = record.offers.iter().filter(|(_, offer)| offer.operation == *id);
    let offers = offers.filter_map(|(id, offer)| {
        let beyond = [OfferState::Withdrawn, OfferState::Expired].contains(&offer.state(now));
        let of_planned = |request: &airbridge_events::RequestId| {
            let request = record.requests.get(request);
            request.is_some_and(|request| request.state.is_to_plan())
        };
        let confirmed = offer.confirmed.iter().filter(|request| of_planned(request)).count();
        // A hold that has ended keeps nothing: its bed is among the free ones.
        let held = offer.held.iter().filter(|(_, until)| **until > now);
        let held = held.filter(|(request, _)| of_planned(request)).count();
        // What is taken back is not offered, but for those who have been accepted.
        let beds = if beyond {
            confirmed
        } else {
            offer.free(now) as usize + confirmed + held
        };
        let mut row = row_of("bed_offers", &offer.row);
        row.insert("offer".to_owned(), id.to_string());
        row.insert("beds".to_owned(), beds.to_string());
        (beds > 0).then_some(row)
    });
    tables.rows.insert("bed_offers".to_owned(), offers.collect());
    let clearances = record
        .clearances
        .iter()
        .filter(|(_, clearance)| clearance.operation == *id);
    let clearances = clearances.map(|(id, clearance)| {
        let mut row = row_of("clearances", &clearance.row);
        row.insert("clearance".to_owned(), id.to_string());
        row
    });
    tables.rows.insert("clearances".to_owned(), clearances.collect());
    tables
}

/// A patient's row, with the hospital that has accepted them.
pub fn patient(record: &Record, id: &str, request: &Request) -> TextRow {
    let mut row = patient_row(id, &request.row);
    if let (State::Accepted | State::Planned | State::Manifested, Some(Destination::Offer(offer))) =
        (&request.state, &request.destination)
        && let Some(offer) = record.offers.get(offer)
    {
        row.insert("destination".to_owned(), offer.row.text("facility").to_owned());
    }
    row
}

/// The columns of a patient's row, whoever has accepted them.
pub(super) fn patient_row(id: &str, row: &Row) -> TextRow {
    let mut row = row_of("patients", row);
    row.insert("patient".to_owned(), id.to_owned());
    row
}

/// A row of the record as one of a table. What clinicians write for clinicians is no column of it, and stays where it is.
pub(crate) fn row_of(table: &str, row: &Row) -> TextRow {
    columns_of(table, &row.0)
}

/// The cells of a row that a table has.
pub(crate) fn columns_of(table: &str, cells: &BTreeMap<String, String>) -> TextRow {
    let table = TextTables::table(table).expect("a table of the format");
    let known = cells.iter().filter(|(column, _)| table.column(column).is_some());
    known.map(|(column, text)| (column.clone(), text.clone())).collect()
}

/// Groups without anybody say nothing.
pub(crate) fn keep_members(tables: &mut TextTables) {
    let rows = tables.rows.get("patients").map_or(&[][..], Vec::as_slice);
    let members: BTreeSet<String> = rows.iter().filter_map(|row| row.get("group").cloned()).collect();
    if let Some(groups) = tables.rows.get_mut("groups") {
        groups.retain(|group| group.get("group").is_some_and(|group| members.contains(group)));
    }
}
