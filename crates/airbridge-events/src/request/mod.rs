//! Requests for movement: one patient, from the first draft to the signed handover, in exactly one state at any time.

mod alike;
mod answer;
mod create;
mod decide;
mod deliver;
mod evolve;
mod state;
mod step;

use jiff::Timestamp;
use serde::{Deserialize, Serialize};

pub(crate) use self::alike::{Alike, LooksLike};
pub use self::answer::DECLINE_REASONS;
pub(crate) use self::answer::HOLD;
pub use self::decide::RequestCommand;
pub(crate) use self::decide::{decide, draft};
pub use self::state::{Destination, State};
use crate::ids::{MissionId, OfferId, OperationId, OrganisationId, PlanId, RequestId};
use crate::row::Row;

/// What can happen to a request.
#[derive(Clone, PartialEq, Debug, Serialize, Deserialize)]
#[serde(tag = "what", rename_all = "kebab-case")]
pub enum RequestEvent {
    /// A clinician has begun it.
    Created {
        /// In which operation.
        operation: OperationId,
        /// Whose patient.
        organisation: OrganisationId,
        /// Of table `patients`.
        row: Row,
        /// The request whose way home this is.
        return_of: Option<RequestId>,
    },
    /// What is said of the patient has changed.
    Amended {
        /// Columns that are new.
        row: Row,
    },
    /// It was handed to the requesting authority.
    Submitted {
        /// Consent, or another lawful basis.
        basis: String,
    },
    /// The authority wants more, or something else.
    Returned {
        /// Why.
        reason: String,
    },
    /// The authority agrees.
    Endorsed {
        /// Which criteria are met.
        criteria: String,
    },
    /// A flight surgeon says: fit to fly.
    Cleared {
        /// In-flight conditions.
        conditions: String,
        /// It is worth nothing after this.
        valid_until: Timestamp,
    },
    /// A flight surgeon says: not now.
    Deferred {
        /// To be seen again by then.
        until: Timestamp,
        /// Why.
        reason: String,
    },
    /// A hospital was asked.
    Offered {
        /// For a bed of which offer.
        offer: OfferId,
        /// It answers by then.
        until: Timestamp,
    },
    /// Several hospitals were asked at once: the first to agree takes the patient. No bed is kept for it.
    Broadcast {
        /// For a bed of which offers.
        offers: Vec<OfferId>,
        /// They answer by then.
        until: Timestamp,
    },
    /// A hospital has agreed, or one outside the network.
    Accepted {
        /// Where to.
        destination: Destination,
    },
    /// A hospital has not agreed; the place in the queue is kept.
    Declined {
        /// Whose offer.
        offer: OfferId,
        /// A code.
        reason: String,
        /// In words.
        note: String,
    },
    /// A hospital has not answered in time, its bed is gone, or a person has taken the question or the bed back.
    Unplaced {
        /// Why.
        reason: String,
    },
    /// Worse or better.
    Assessed {
        /// Columns that are new.
        row: Row,
    },
    /// Part of a plan that was adopted.
    Planned {
        /// Which.
        plan: PlanId,
        /// The missions of the way.
        missions: Vec<MissionId>,
        /// To this hospital, where the plan chose it.
        offer: Option<OfferId>,
        /// When they arrive there.
        arrives_at: Timestamp,
    },
    /// No part of the plan any more.
    Unplanned {
        /// Of which plan.
        plan: PlanId,
        /// Whether a hospital has agreed, and keeps the bed.
        keeps_bed: bool,
        /// Why.
        reason: String,
    },
    /// On a manifest that is frozen.
    Manifested,
    /// Fetched from the ward.
    Collected {
        /// Two identifiers were compared with the record.
        identifiers: String,
    },
    /// In a staging facility.
    Staged {
        /// Which.
        facility: String,
    },
    /// On board.
    Enplaned {
        /// Of which mission.
        mission: MissionId,
        /// Two identifiers were compared with the record.
        identifiers: String,
    },
    /// Off the aircraft, not there yet.
    Deplaned {
        /// Where.
        airfield: String,
    },
    /// The origin confirms that the patient has left.
    DepartureConfirmed,
    /// At a facility.
    Delivered {
        /// Which, in words where it is none of the operation's.
        facility: String,
        /// Two identifiers were compared with the record.
        identifiers: String,
        /// Whether it is where the plan said.
        as_planned: bool,
    },
    /// Clinical responsibility has passed on.
    HandedOver {
        /// To whom.
        signatory: String,
        /// How the patient is.
        condition: String,
        /// What papers came along.
        documents: String,
    },
    /// Nothing is left to do.
    Closed,
    /// Withdrawn.
    Withdrawn {
        /// Why.
        reason: String,
    },
    /// The patient has died.
    Died,
    /// The way home is asked for, by another request.
    ReturnRequested {
        /// Which.
        request: RequestId,
    },
}

/// Fitness to fly.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct Fitness {
    /// In-flight conditions.
    pub conditions: String,
    /// It is worth nothing after this.
    pub valid_until: Timestamp,
}

/// A request as it stands.
#[derive(Clone, PartialEq, Debug)]
pub struct Request {
    /// In which operation.
    pub operation: OperationId,
    /// Whose patient.
    pub organisation: OrganisationId,
    /// Of table `patients`.
    pub row: Row,
    /// Where it is.
    pub state: State,
    /// In that state since.
    pub since: Timestamp,
    /// Its place in the queue: when it was first endorsed.
    pub queued_at: Option<Timestamp>,
    /// Who wrote it.
    pub author: crate::ids::AccountId,
    /// What the flight surgeon said last.
    pub fitness: Option<Fitness>,
    /// Where to, once somebody has agreed.
    pub destination: Option<Destination>,
    /// Plan and missions, once there are.
    pub planned: Option<(PlanId, Vec<MissionId>)>,
    /// When the plan says that they arrive.
    pub arrives_at: Option<Timestamp>,
    /// Offers that have declined it.
    pub declined: Vec<OfferId>,
    /// Where the patient was brought.
    pub delivered_to: Option<String>,
    /// The origin confirms that the patient has left.
    pub departure_confirmed: bool,
    /// The request whose way home this is.
    pub return_of: Option<RequestId>,
    /// The request for the way home.
    pub returned_by: Option<RequestId>,
    /// Of its stream.
    pub version: u64,
}

impl Request {
    /// Whether an offer's hospital is asked to take the patient, and has not answered.
    pub fn is_asked(&self, offer: &OfferId) -> bool {
        match &self.state {
            State::Offered { offer: asked, .. } => asked == offer,
            State::Broadcast { offers, .. } => offers.contains(offer),
            _ => false,
        }
    }

    /// The offer of which a bed is kept for the patient, or which has agreed to take them.
    pub fn bed(&self) -> Option<&OfferId> {
        match (&self.state, &self.destination) {
            (State::Offered { offer, .. }, _) | (_, Some(Destination::Offer(offer))) => Some(offer),
            _ => None,
        }
    }
}
