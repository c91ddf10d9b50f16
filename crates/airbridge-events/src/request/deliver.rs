//! A patient is brought to a facility, the planned one or another.

use super::step::{Step, two};
use super::{Destination, RequestEvent};
use crate::fact::{Draft, What};
use crate::offer::OfferEvent;
use crate::refusal::{Refusal, said};

pub(super) fn deliver(step: &Step<'_>, facility: &str, identifiers: &str) -> Result<Vec<Draft>, Refusal> {
    step.from(
        &["enplaned", "in-transit", "staged", "collected", "diverted"],
        "be delivered",
    )?;
    said(facility, "/facility", "the facility")?;
    two(identifiers)?;
    let offer = match &step.request.destination {
        Some(Destination::Offer(offer)) => Some(offer),
        _ => None,
    };
    let planned = offer.and_then(|offer| step.record.offers.get(offer));
    let as_planned = match (&step.request.destination, planned) {
        (_, Some(offer)) => offer.row.text("facility") == facility,
        (Some(Destination::Outside(place)), None) => place == facility,
        _ => false,
    };
    let delivered = RequestEvent::Delivered {
        facility: facility.to_owned(),
        identifiers: identifiers.to_owned(),
        as_planned,
    };
    let mut drafts = vec![step.draft(delivered)];
    if let Some(offer) = offer {
        let request = step.id.clone();
        if as_planned {
            drafts.push(Draft {
                stream: offer.stream(),
                what: What::Offer(OfferEvent::Consumed { request }),
            });
        } else {
            drafts.extend(step.release("delivered elsewhere"));
        }
    }
    Ok(drafts)
}
