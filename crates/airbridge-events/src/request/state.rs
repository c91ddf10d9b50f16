//! States of a request. `docs/record.md` draws them.

use jiff::Timestamp;
use serde::{Deserialize, Serialize};

use crate::ids::{MissionId, OfferId};

/// Where a patient is to go.
#[derive(Clone, PartialEq, Eq, Debug, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum Destination {
    /// A bed of an offer.
    Offer(OfferId),
    /// Somewhere outside the network, in words.
    Outside(String),
}

/// Where a request is.
#[derive(Clone, PartialEq, Eq, Debug)]
pub enum State {
    /// Being written.
    Draft,
    /// With the requesting authority.
    Submitted,
    /// Back with the clinician.
    Returned(String),
    /// With the flight surgeon.
    Endorsed,
    /// Fit to fly, with nowhere to go yet.
    Cleared,
    /// Not fit for the time being.
    Deferred {
        /// To be seen again by then.
        until: Timestamp,
        /// Why.
        reason: String,
    },
    /// A hospital is asked.
    Offered {
        /// For a bed of which offer.
        offer: OfferId,
        /// It answers by then.
        until: Timestamp,
    },
    /// Several hospitals are asked at once; no bed is kept.
    Broadcast {
        /// For a bed of which offers.
        offers: Vec<OfferId>,
        /// They answer by then.
        until: Timestamp,
    },
    /// A hospital has agreed.
    Accepted,
    /// In a plan.
    Planned,
    /// On a frozen manifest.
    Manifested,
    /// Fetched.
    Collected,
    /// In a staging facility.
    Staged(String),
    /// On board.
    Enplaned(MissionId),
    /// Off the aircraft, not there yet.
    InTransit(String),
    /// There.
    Delivered(String),
    /// Somewhere else than planned.
    Diverted(String),
    /// Signed for.
    HandedOver,
    /// Done.
    Closed,
    /// Withdrawn.
    Withdrawn,
    /// Dead.
    Died,
}

impl State {
    /// A word for programs and filters.
    pub const fn word(&self) -> &'static str {
        match self {
            Self::Draft => "draft",
            Self::Submitted => "submitted",
            Self::Returned(_) => "returned",
            Self::Endorsed => "endorsed",
            Self::Cleared => "cleared",
            Self::Deferred { .. } => "deferred",
            Self::Offered { .. } | Self::Broadcast { .. } => "offered",
            Self::Accepted => "accepted",
            Self::Planned => "planned",
            Self::Manifested => "manifested",
            Self::Collected => "collected",
            Self::Staged(_) => "staged",
            Self::Enplaned(_) => "enplaned",
            Self::InTransit(_) => "in-transit",
            Self::Delivered(_) => "delivered",
            Self::Diverted(_) => "diverted",
            Self::HandedOver => "handed-over",
            Self::Closed => "closed",
            Self::Withdrawn => "withdrawn",
            Self::Died => "died",
        }
    }

    /// All words, in the order of the way.
    pub const WORDS: [&'static str; 20] = [
        "draft",
        "submitted",
        "returned",
        "endorsed",
        "cleared",
        "deferred",
        "offered",
        "accepted",
        "planned",
        "manifested",
        "collected",
        "staged",
        "enplaned",
        "in-transit",
        "delivered",
        "diverted",
        "handed-over",
        "closed",
        "withdrawn",
        "died",
    ];

    /// Whether nothing follows any more.
    pub const fn is_over(&self) -> bool {
        matches!(self, Self::Closed | Self::Withdrawn | Self::Died)
    }

    /// Whether the patient has left the ward and is not signed for.
    pub const fn is_under_way(&self) -> bool {
        matches!(
            self,
            Self::Collected
                | Self::Staged(_)
                | Self::Enplaned(_)
                | Self::InTransit(_)
                | Self::Delivered(_)
                | Self::Diverted(_)
        )
    }

    /// Whether a plan may move the patient: endorsed and fit, and not under way.
    pub const fn is_to_plan(&self) -> bool {
        matches!(
            self,
            Self::Cleared
                | Self::Offered { .. }
                | Self::Broadcast { .. }
                | Self::Accepted
                | Self::Planned
                | Self::Manifested
        )
    }
}
