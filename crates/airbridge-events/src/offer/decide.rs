//! What may be done with offers, and what follows.

use jiff::Timestamp;

use super::{Offer, OfferEvent, OfferState};
use crate::command::Context;
use crate::fact::{Draft, What};
use crate::ids::{OfferId, OperationId, OrganisationId, RequestId};
use crate::record::Record;
use crate::refusal::{Code, Refusal, said};
use crate::row::Row;

/// What may be asked.
#[derive(Clone, PartialEq, Debug)]
pub enum OfferCommand {
    /// Promise beds.
    Make {
        /// In which operation.
        operation: OperationId,
        /// Whose.
        organisation: OrganisationId,
        /// Of table `bed_offers`.
        row: Row,
    },
    /// Change what was promised.
    Amend {
        /// Columns that are new.
        row: Row,
    },
    /// Take the offer back.
    Withdraw {
        /// Why.
        reason: String,
    },
}

pub(crate) fn decide(
    record: &Record,
    id: &OfferId,
    command: &OfferCommand,
    context: &Context<'_>,
) -> Result<Vec<Draft>, Refusal> {
    let event = match command {
        OfferCommand::Make {
            operation,
            organisation,
            row,
        } => {
            if record.offers.contains_key(id) {
                return Err(Refusal::new(Code::Exists, format!("there is an offer {id} already")).field("/id"));
            }
            // What is said first: a question that makes no sense tells nobody whether there is such an operation.
            beds(row)?;
            record.operation(operation)?;
            OfferEvent::Made {
                operation: operation.clone(),
                organisation: organisation.clone(),
                row: row.clone(),
            }
        }
        OfferCommand::Amend { row } => {
            let offer = open(record, id, context.now)?;
            let after = Offer {
                row: offer.row.with(row),
                ..offer.clone()
            };
            let taken = offer.beds() - offer.free(context.now);
            if beds(&after.row)? < taken {
                let what = format!("{taken} of its beds are taken");
                let remedy = "decline the patients first, or withdraw the rest";
                return Err(Refusal::new(Code::Full, what).remedy(remedy).field("/row/beds"));
            }
            OfferEvent::Amended { row: row.clone() }
        }
        OfferCommand::Withdraw { reason } => {
            said(reason, "/reason", "the reason")?;
            open(record, id, context.now)?;
            OfferEvent::Withdrawn { reason: reason.clone() }
        }
    };
    Ok(vec![draft(id, event)])
}

/// Keeps a bed for a request.
pub(crate) fn hold(
    record: &Record,
    id: &OfferId,
    request: &RequestId,
    until: Timestamp,
    now: Timestamp,
) -> Result<Draft, Refusal> {
    can_hold(record, id, now)?;
    let request = request.clone();
    Ok(draft(id, OfferEvent::Held { request, until }))
}

/// Refuses where no bed is free.
pub(crate) fn can_hold(record: &Record, id: &OfferId, now: Timestamp) -> Result<(), Refusal> {
    if open(record, id, now)?.free(now) > 0 {
        return Ok(());
    }
    let what = format!("no bed of offer {id} is free");
    Err(Refusal::new(Code::Full, what)
        .remedy("choose another offer")
        .field("/offer"))
}

pub(crate) fn draft(id: &OfferId, event: OfferEvent) -> Draft {
    Draft {
        stream: id.stream(),
        what: What::Offer(event),
    }
}

fn open<'r>(record: &'r Record, id: &OfferId, now: Timestamp) -> Result<&'r Offer, Refusal> {
    let offer = record.offer(id)?;
    match offer.state(now) {
        OfferState::Withdrawn | OfferState::Expired => {
            let what = format!("offer {id} is not open any more");
            Err(Refusal::new(Code::State, what).remedy("make a new offer"))
        }
        _ => Ok(offer),
    }
}

fn beds(row: &Row) -> Result<u32, Refusal> {
    row.count("beds").filter(|beds| *beds > 0).ok_or_else(|| {
        Refusal::new(Code::Invalid, "the number of beds is not a whole number above 0").field("/row/beds")
    })
}
