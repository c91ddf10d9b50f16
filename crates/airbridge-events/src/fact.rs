//! What is recorded: something that has happened, who says so, and when.

use jiff::Timestamp;
use serde::{Deserialize, Serialize};

use crate::ids::{AccountId, OrganisationId};
use crate::mission::MissionEvent;
use crate::offer::OfferEvent;
use crate::operation::{ClearanceEvent, OperationEvent};
use crate::people::PeopleEvent;
use crate::plan::PlanEvent;
use crate::request::RequestEvent;

/// Who says so, and as what.
#[derive(Clone, PartialEq, Eq, Debug, Serialize, Deserialize)]
pub struct By {
    /// Who.
    pub account: AccountId,
    /// For whom.
    pub organisation: OrganisationId,
    /// On what authority: the role that allowed it, or another source in words.
    pub authority: String,
}

/// An event, not yet recorded: the stream that it belongs to and what has happened.
#[derive(Clone, PartialEq, Debug)]
pub struct Draft {
    /// Of the log.
    pub stream: String,
    /// What.
    pub what: What,
}

/// An event as recorded.
#[derive(Clone, PartialEq, Debug)]
pub struct Fact {
    /// Place in the whole log, from 1, without gaps.
    pub seq: u64,
    /// Place in its stream, from 1.
    pub version: u64,
    /// Of the log.
    pub stream: String,
    /// What.
    pub what: What,
    /// Who says so.
    pub by: By,
    /// When it happened, as far as is known.
    pub happened_at: Timestamp,
    /// When it was recorded, by the server's clock.
    pub recorded_at: Timestamp,
    /// The earlier fact that this one replaces.
    pub supersedes: Option<u64>,
    /// The earlier fact that this one confirms.
    pub confirms: Option<u64>,
}

/// Everything that can happen. The names in JSON are kept for ever; what no longer fits is read by an upcaster.
#[derive(Clone, PartialEq, Debug, Serialize, Deserialize)]
#[serde(tag = "of", content = "event", rename_all = "kebab-case")]
pub enum What {
    /// To a standing operation.
    Operation(OperationEvent),
    /// To a request.
    Request(RequestEvent),
    /// To an offer of beds.
    Offer(OfferEvent),
    /// To a state's permission.
    Clearance(ClearanceEvent),
    /// To a mission.
    Mission(MissionEvent),
    /// To a plan.
    Plan(PlanEvent),
    /// To organisations and accounts.
    People(PeopleEvent),
}

impl What {
    /// The event's name, such as `request-submitted`.
    pub fn kind(&self) -> String {
        let json = serde_json::to_value(self).expect("events are JSON");
        let of = json["of"].as_str().expect("tagged").to_owned();
        let name = json["event"]["what"].as_str().expect("tagged").to_owned();
        format!("{of}-{name}")
    }
}
