//! Offers of beds: open, held for one request at a time, confirmed, consumed.

mod decide;

use std::collections::{BTreeMap, BTreeSet};

use jiff::Timestamp;
use serde::{Deserialize, Serialize};

pub use self::decide::OfferCommand;
pub(crate) use self::decide::{can_hold, decide, draft, hold};
use crate::ids::{OperationId, OrganisationId, RequestId};
use crate::row::Row;

/// What can happen to an offer.
#[derive(Clone, PartialEq, Debug, Serialize, Deserialize)]
#[serde(tag = "what", rename_all = "kebab-case")]
pub enum OfferEvent {
    /// A hospital promises beds.
    Made {
        /// In which operation.
        operation: OperationId,
        /// Whose.
        organisation: OrganisationId,
        /// Of table `bed_offers`.
        row: Row,
    },
    /// Some of what was promised has changed.
    Amended {
        /// Columns that are new.
        row: Row,
    },
    /// A bed is kept for a request.
    Held {
        /// Whose.
        request: RequestId,
        /// So long.
        until: Timestamp,
    },
    /// A bed is free again.
    Released {
        /// Whose it was.
        request: RequestId,
        /// Why.
        reason: String,
    },
    /// The hospital has accepted a patient.
    Confirmed {
        /// Whose.
        request: RequestId,
    },
    /// The patient is in the bed.
    Consumed {
        /// Whose.
        request: RequestId,
    },
    /// The hospital takes its offer back. Who has been accepted stays accepted.
    Withdrawn {
        /// Why.
        reason: String,
    },
}

/// An offer as it stands.
#[derive(Clone, PartialEq, Debug)]
pub struct Offer {
    /// In which operation.
    pub operation: OperationId,
    /// Whose.
    pub organisation: OrganisationId,
    /// Of table `bed_offers`.
    pub row: Row,
    /// Beds kept, and so long.
    pub held: BTreeMap<RequestId, Timestamp>,
    /// Patients accepted.
    pub confirmed: BTreeSet<RequestId>,
    /// Patients in a bed.
    pub consumed: BTreeSet<RequestId>,
    /// Why it was taken back.
    pub withdrawn: Option<String>,
    /// Of its stream.
    pub version: u64,
}

/// The state that the domain's words give an offer.
#[derive(Clone, Copy, PartialEq, Eq, Debug, Serialize)]
#[serde(rename_all = "kebab-case")]
pub enum OfferState {
    /// No bed is taken.
    Open,
    /// Some are.
    PartlyHeld,
    /// All are, some not confirmed.
    Held,
    /// All are confirmed.
    Confirmed,
    /// A patient is in each.
    Consumed,
    /// Its time is over.
    Expired,
    /// It was taken back.
    Withdrawn,
}

impl Offer {
    /// How many beds it has.
    pub fn beds(&self) -> u32 {
        self.row.count("beds").unwrap_or(0)
    }

    /// Beds that nobody has.
    pub fn free(&self, now: Timestamp) -> u32 {
        let held = self.held.values().filter(|until| **until > now).count();
        let taken = held + self.confirmed.len() + self.consumed.len();
        self.beds().saturating_sub(u32::try_from(taken).unwrap_or(u32::MAX))
    }

    /// Until when it stands, where it says so with an instant.
    pub fn expires_at(&self) -> Option<Timestamp> {
        self.row.text("expires_at").parse().ok()
    }

    /// Its state at an instant.
    pub fn state(&self, now: Timestamp) -> OfferState {
        let beds = self.beds() as usize;
        if self.withdrawn.is_some() {
            OfferState::Withdrawn
        } else if beds > 0 && self.consumed.len() >= beds {
            OfferState::Consumed
        } else if beds > 0 && self.consumed.len() + self.confirmed.len() >= beds {
            OfferState::Confirmed
        } else if self.expires_at().is_some_and(|at| at <= now) {
            OfferState::Expired
        } else if self.free(now) == 0 {
            OfferState::Held
        } else if self.free(now) < self.beds() {
            OfferState::PartlyHeld
        } else {
            OfferState::Open
        }
    }

    pub(crate) fn evolve(&mut self, event: &OfferEvent) {
        match event {
            OfferEvent::Made { .. } => {}
            OfferEvent::Amended { row } => self.row = self.row.with(row),
            OfferEvent::Held { request, until } => {
                self.held.insert(request.clone(), *until);
            }
            OfferEvent::Released { request, .. } => {
                self.held.remove(request);
                self.confirmed.remove(request);
            }
            OfferEvent::Confirmed { request } => {
                self.held.remove(request);
                self.confirmed.insert(request.clone());
            }
            OfferEvent::Consumed { request } => {
                self.held.remove(request);
                self.confirmed.remove(request);
                self.consumed.insert(request.clone());
            }
            OfferEvent::Withdrawn { reason } => self.withdrawn = Some(reason.clone()),
        }
    }
}
