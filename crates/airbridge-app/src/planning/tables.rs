//! An operation's tables as the record has them now.
//!
//! What was imported stays as it is; patients, offers and clearances are those of the record.

use airbridge_events::{Destination, OfferState, OperationId, Record, Request, State};
use airbridge_interchange::{TextRow, TextTables};
use jiff::Timestamp;

/// Tables whose rows the record keeps one by one.
pub const RECORDED: [&str; 3] = ["patients", "bed_offers", "clearances"];

/// The tables that a first plan is made from: everybody who is cleared to fly, beds that are free for them, clearances as they stand.
pub fn tables_now(record: &Record, id: &OperationId, imported: &TextTables, now: Timestamp) -> TextTables {
    let mut tables = imported.clone();
    let patients = record.requests_of(id).filter(|(_, request)| request.state.is_to_plan());
    let patients: Vec<TextRow> = patients
        .map(|(id, request)| patient(record, id.as_str(), request))
        .collect();
    keep_members(&mut tables, &patients);
    tables.rows.insert("patients".to_owned(), patients);
    let offers = record.offers.iter().filter(|(_, offer)| offer.operation == *id);
    let offers = offers.filter_map(|(id, offer)| {
        let beyond = [OfferState::Withdrawn, OfferState::Expired].contains(&offer.state(now));
        let of_planned = |request: &airbridge_events::RequestId| {
            let request = record.requests.get(request);
            request.is_some_and(|request| request.state.is_to_plan())
        };
        let confirmed = offer.confirmed.iter().filter(|request| of_planned(request)).count();
        let held = offer.held.keys().filter(|request| of_planned(request)).count();
        // What is taken back is not offered, but for those who have been accepted.
        let beds = if beyond {
            confirmed
        } else {
            offer.free(now) as usize + confirmed + held
        };
        let mut row = offer.row.0.clone();
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
        let mut row = clearance.row.0.clone();
        row.insert("clearance".to_owned(), id.to_string());
        row
    });
    tables.rows.insert("clearances".to_owned(), clearances.collect());
    tables
}

/// A patient's row, with the hospital that has accepted them.
pub fn patient(record: &Record, id: &str, request: &Request) -> TextRow {
    let mut row = request.row.0.clone();
    row.insert("patient".to_owned(), id.to_owned());
    if let (State::Accepted | State::Planned | State::Manifested, Some(Destination::Offer(offer))) =
        (&request.state, &request.destination)
        && let Some(offer) = record.offers.get(offer)
    {
        row.insert("destination".to_owned(), offer.row.text("facility").to_owned());
    }
    row
}

/// Groups without anybody say nothing.
fn keep_members(tables: &mut TextTables, patients: &[TextRow]) {
    if let Some(groups) = tables.rows.get_mut("groups") {
        groups.retain(|group| patients.iter().any(|row| row.get("group") == group.get("group")));
    }
}
