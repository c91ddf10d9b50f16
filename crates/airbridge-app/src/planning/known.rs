//! What the record knows by name: the operation of some tables, with the requests and offers that have come since.

use std::collections::BTreeMap;

use airbridge_events::{Fact, OperationId, Record};
use airbridge_interchange::{EVENTS_FORMAT, TextRow, TextTables, read_events};
use airbridge_model::{BedOffer, Event, Finding, Happening, Operation, Patient};
use serde_json::{Value, json};

use super::readable::{Unreadable, readable};
use super::tables::{patient_row, row_of};

/// The record's requests and offers, understood.
pub(crate) struct Known {
    pub(crate) patients: BTreeMap<String, Patient>,
    pub(crate) offers: BTreeMap<String, BedOffer>,
    /// Rows that cannot be read.
    pub(crate) unreadable: Vec<Unreadable>,
}

impl Known {
    /// All of an operation's, as they are written now.
    pub(crate) fn new(record: &Record, operation: &OperationId, tables: &TextTables) -> Self {
        let mut all = tables.clone();
        let requests = record.requests_of(operation);
        let rows: Vec<TextRow> = requests
            .map(|(id, request)| patient_row(id.as_str(), &request.row))
            .collect();
        all.rows.insert("patients".to_owned(), rows);
        let offers = record.offers.iter().filter(|(_, offer)| offer.operation == *operation);
        let rows: Vec<TextRow> = offers
            .map(|(id, offer)| {
                let mut row = row_of("bed_offers", &offer.row);
                row.insert("offer".to_owned(), id.to_string());
                row
            })
            .collect();
        all.rows.insert("bed_offers".to_owned(), rows);
        let (operation, unreadable) = match readable(all) {
            Ok(read) => (Some(read.operation), read.left_out),
            Err(_) => (None, Vec::new()),
        };
        let (patients, offers) = operation.map(|all| (all.patients, all.offers)).unwrap_or_default();
        Self {
            patients: patients.into_iter().map(|one| (one.id.to_string(), one)).collect(),
            offers: offers.into_iter().map(|one| (one.id.to_string(), one)).collect(),
            unreadable,
        }
    }

    /// An operation with everybody and every offer that the record knows: what events may name.
    pub(crate) fn with(&self, operation: &Operation) -> Operation {
        let mut all = operation.clone();
        for patient in self.patients.values() {
            add_patient(&mut all, patient);
        }
        for offer in self.offers.values() {
            add_offer(&mut all, offer);
        }
        all
    }
}

/// What people have reported, understood.
pub(crate) struct Reported {
    pub(crate) events: Vec<Event>,
    /// Why the others cannot be read.
    pub(crate) passed_over: Vec<Finding>,
    /// The operation with everybody and every offer that was reported.
    pub(crate) operation: Operation,
}

/// Reads what was reported of an operation and not replaced since. Reports are read together, as one may name what another has brought; where that fails, each by
/// itself, so that one that cannot be read takes no other with it.
pub(crate) fn reported(record: &Record, id: &OperationId, operation: Operation) -> Reported {
    let reports = record.operations.get(id).map_or(&[][..], |known| &known.reported);
    let reports: Vec<Value> = reports.iter().map(|report| report.event.clone()).collect();
    let mut all = Reported {
        events: Vec::new(),
        passed_over: Vec::new(),
        operation,
    };
    if let Ok(events) = read_reported(&reports, &all.operation) {
        all.take(events);
        return all;
    }
    for report in &reports {
        match read_reported(std::slice::from_ref(report), &all.operation) {
            Ok(events) => all.take(events),
            Err(findings) => all.passed_over.extend(findings),
        }
    }
    all
}

impl Reported {
    fn take(&mut self, events: Vec<Event>) {
        for event in &events {
            match &event.what {
                Happening::Requested { patient } => add_patient(&mut self.operation, patient),
                Happening::BedsOffered { offer } => add_offer(&mut self.operation, offer),
                _ => {}
            }
        }
        self.events.extend(events);
    }
}

fn add_patient(operation: &mut Operation, patient: &Patient) {
    let patients = &mut operation.patients;
    if let Err(at) = patients.binary_search_by(|known| known.id.cmp(&patient.id)) {
        patients.insert(at, patient.clone());
    }
}

fn add_offer(operation: &mut Operation, offer: &BedOffer) {
    let offers = &mut operation.offers;
    if let Err(at) = offers.binary_search_by(|known| known.id.cmp(&offer.id)) {
        offers.insert(at, offer.clone());
    }
}

/// What people have reported, read against an operation.
///
/// # Errors
///
/// Why it cannot be read.
pub fn read_reported(events: &[Value], operation: &Operation) -> Result<Vec<Event>, Vec<Finding>> {
    if events.is_empty() {
        return Ok(Vec::new());
    }
    let file = json!({ "format": EVENTS_FORMAT, "events": events });
    let reading = read_events("events.json", file.to_string().as_bytes(), operation);
    reading.events.ok_or(reading.findings)
}

/// The operation of some tables with everybody and every offer that the record knows by now.
///
/// # Errors
///
/// The tables cannot be read.
pub fn known(record: &Record, id: &OperationId, tables: &TextTables) -> Result<Operation, Vec<Finding>> {
    let read = readable(tables.clone())?;
    let known = Known::new(record, id, &read.tables).with(&read.operation);
    Ok(reported(record, id, known).operation)
}

/// The facts that others replace are not told again.
pub(crate) fn superseded(facts: &[Fact]) -> std::collections::BTreeSet<u64> {
    facts.iter().filter_map(|fact| fact.supersedes).collect()
}
