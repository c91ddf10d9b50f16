//! Taking a whole operation in: from its tables to requests, offers and clearances of the record.

use jiff::Timestamp;

use super::{ClearanceEvent, OperationEvent};
use crate::fact::{Draft, What};
use crate::ids::{ClearanceId, OfferId, OperationId, OrganisationId, RequestId};
use crate::offer::OfferEvent;
use crate::record::Record;
use crate::refusal::{Code, Refusal, said};
use crate::request::RequestEvent;
use crate::row::Row;

/// An operation as its tables have it.
#[derive(Clone, PartialEq, Debug)]
pub struct Import {
    /// Whose mandate it is.
    pub organisation: OrganisationId,
    /// What people call it.
    pub name: String,
    /// Blob of the tables that the record does not keep row by row.
    pub tables: String,
    /// Of table `patients`, by id.
    pub patients: Vec<(RequestId, Row)>,
    /// Of table `bed_offers`, by id.
    pub offers: Vec<(OfferId, Row)>,
    /// Of table `clearances`, by id.
    pub clearances: Vec<(ClearanceId, Row)>,
    /// On what basis the patients are moved: consent, or another lawful one.
    pub basis: String,
    /// Until when they are cleared to fly, where whoever imports them says so; else they come in as submitted.
    pub cleared_until: Option<Timestamp>,
}

pub(super) fn import(record: &Record, id: &OperationId, import: &Import) -> Result<Vec<Draft>, Refusal> {
    if record.operations.contains_key(id) {
        return Err(Refusal::new(Code::Exists, format!("there is an operation {id} already")).field("/id"));
    }
    said(&import.name, "/name", "the name")?;
    said(&import.basis, "/basis", "consent or another lawful basis")?;
    record.organisation(&import.organisation)?;
    let opened = OperationEvent::Opened {
        organisation: import.organisation.clone(),
        name: import.name.clone(),
        tables: import.tables.clone(),
    };
    let mut drafts = vec![Draft {
        stream: id.stream(),
        what: What::Operation(opened),
    }];
    for (request, row) in &import.patients {
        if record.requests.contains_key(request) {
            return Err(taken("request", request.as_str()));
        }
        drafts.extend(patient(record, id, import, request, row));
    }
    for (offer, row) in &import.offers {
        if record.offers.contains_key(offer) {
            return Err(taken("offer", offer.as_str()));
        }
        let made = OfferEvent::Made {
            operation: id.clone(),
            organisation: owner(record, row.text("facility")).unwrap_or_else(|| import.organisation.clone()),
            row: without(row, "offer"),
        };
        drafts.push(crate::offer::draft(offer, made));
    }
    for (clearance, row) in &import.clearances {
        if record.clearances.contains_key(clearance) {
            return Err(taken("clearance", clearance.as_str()));
        }
        let requested = ClearanceEvent::Requested {
            operation: id.clone(),
            organisation: import.organisation.clone(),
            row: without(row, "clearance"),
        };
        drafts.push(Draft {
            stream: clearance.stream(),
            what: What::Clearance(requested),
        });
    }
    Ok(drafts)
}

fn patient(record: &Record, id: &OperationId, import: &Import, request: &RequestId, row: &Row) -> Vec<Draft> {
    let created = RequestEvent::Created {
        operation: id.clone(),
        organisation: owner(record, row.text("origin")).unwrap_or_else(|| import.organisation.clone()),
        row: without(row, "patient"),
        return_of: None,
    };
    let submitted = RequestEvent::Submitted {
        basis: import.basis.clone(),
    };
    let mut events = vec![created, submitted];
    if let Some(valid_until) = import.cleared_until {
        events.push(RequestEvent::Endorsed {
            criteria: "as in the imported tables".to_owned(),
        });
        events.push(RequestEvent::Cleared {
            conditions: "as in the imported tables".to_owned(),
            valid_until,
        });
    }
    let draft = |event| crate::request::draft(request, event);
    events.into_iter().map(draft).collect()
}

/// The organisation to which a facility belongs.
fn owner(record: &Record, facility: &str) -> Option<OrganisationId> {
    let mut all = record.organisations.iter();
    let owns = |known: &crate::people::Organisation| known.facilities.iter().any(|own| own == facility);
    all.find(|(_, known)| owns(known)).map(|(id, _)| id.clone())
}

fn without(row: &Row, column: &str) -> Row {
    let mut row = row.clone();
    row.0.remove(column);
    row
}

fn taken(what: &str, id: &str) -> Refusal {
    Refusal::new(Code::Exists, format!("there is a {what} {id} already"))
        .remedy("ids are unique over all operations of the record: choose others")
}
