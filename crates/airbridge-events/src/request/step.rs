//! A step of one request: what it needs, and what stands in its way.

use jiff::Timestamp;

use super::{Request, RequestEvent, draft};
use crate::fact::{Draft, What};
use crate::ids::RequestId;
use crate::offer::OfferEvent;
use crate::record::Record;
use crate::refusal::{Code, Refusal};

/// A step of one request.
pub(super) struct Step<'s> {
    pub(super) record: &'s Record,
    pub(super) id: &'s RequestId,
    pub(super) request: &'s Request,
    pub(super) now: Timestamp,
    /// When what is asked for happened.
    pub(super) happened_at: Timestamp,
}

impl Step<'_> {
    pub(super) fn draft(&self, event: RequestEvent) -> Draft {
        draft(self.id, event)
    }

    pub(super) fn wrong(&self, what: &str) -> Refusal {
        let state = self.request.state.word();
        Refusal::new(Code::State, format!("a request that is {state} cannot {what}"))
    }

    pub(super) fn from(&self, states: &[&str], what: &str) -> Result<(), Refusal> {
        if states.contains(&self.request.state.word()) {
            return Ok(());
        }
        Err(self.wrong(what).remedy(format!("it has to be {}", states.join(" or "))))
    }

    pub(super) fn not_from(&self, states: &[&str], what: &str) -> Result<(), Refusal> {
        if states.contains(&self.request.state.word()) {
            return Err(self.wrong(what));
        }
        Ok(())
    }

    /// Refuses what the authority has not asked for, or that is over: nobody decides on it before, or after.
    pub(super) fn asked_for(&self, what: &str) -> Result<(), Refusal> {
        self.not_from(
            &[
                "draft",
                "submitted",
                "returned",
                "handed-over",
                "closed",
                "withdrawn",
                "died",
            ],
            what,
        )
    }

    /// Refuses where no clearance of a flight surgeon held when it happened.
    pub(super) fn fit(&self) -> Result<(), Refusal> {
        if self
            .request
            .fitness
            .as_ref()
            .is_some_and(|fitness| fitness.valid_until > self.happened_at)
        {
            return Ok(());
        }
        let what = "the flight surgeon's clearance has run out";
        Err(Refusal::new(Code::Guard, what).remedy("let the flight surgeon see the patient again"))
    }

    /// The bed is free again, if there is one that nobody lies in.
    pub(super) fn release(&self, reason: &str) -> Option<Draft> {
        let offer = self.request.bed()?.clone();
        let known = self.record.offers.get(&offer)?;
        if !known.held.contains_key(self.id) && !known.confirmed.contains(self.id) {
            return None;
        }
        let released = OfferEvent::Released {
            request: self.id.clone(),
            reason: reason.to_owned(),
        };
        Some(Draft {
            stream: offer.stream(),
            what: What::Offer(released),
        })
    }
}

/// Two identifiers, separated by a comma or a semicolon, and not the same.
pub(super) fn two(identifiers: &str) -> Result<(), Refusal> {
    let mut parts: Vec<&str> = identifiers
        .split([',', ';'])
        .map(str::trim)
        .filter(|part| !part.is_empty())
        .collect();
    parts.sort_unstable();
    parts.dedup();
    if parts.len() >= 2 {
        return Ok(());
    }
    Err(
        Refusal::new(Code::Guard, "two identifiers have to be compared with the record")
            .remedy("name which two, such as `pseudonym, date of birth`")
            .field("/identifiers"),
    )
}
