//! Plans: proposed by the planner, adopted or rejected by a person.

mod decide;

use jiff::Timestamp;
use serde::{Deserialize, Serialize};

pub use self::decide::PlanCommand;
pub(crate) use self::decide::decide;
use crate::ids::{MissionId, OfferId, OperationId, PlanId, RequestId};
use crate::mission::Flight;

/// A patient's way, as a plan has it.
#[derive(Clone, PartialEq, Debug, Serialize, Deserialize)]
pub struct Way {
    /// Who.
    pub request: RequestId,
    /// To which bed.
    pub offer: OfferId,
    /// When they are there.
    pub arrives_at: Timestamp,
    /// Numbers of the missions, in order.
    pub missions: Vec<String>,
}

/// What of a plan the record needs; the whole of it is kept as a blob.
#[derive(Clone, PartialEq, Debug, Serialize, Deserialize)]
pub struct Outline {
    /// For which operation.
    pub operation: OperationId,
    /// The plan that it replaces.
    pub parent: Option<PlanId>,
    /// Its file.
    pub blob: String,
    /// The tables that it was made from, whole, by the name of a blob: those of the first plan, for plans that replace another.
    pub tables: String,
    /// The last fact that is in those tables; what has happened since came in as events.
    pub tables_seq: u64,
    /// The events that it was made with, on top of those tables, by the name of a blob; `None` where it was made before they were kept.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub events: Option<String>,
    /// The last fact that was known when it was made; 0 where it was made before that was kept.
    #[serde(default)]
    pub known_seq: u64,
    /// Measures, tiers and bound, for people to compare.
    pub measures: serde_json::Value,
    /// Its missions.
    pub flights: Vec<Flight>,
    /// Who is moved.
    pub ways: Vec<Way>,
    /// Who is not, by request: why.
    pub left_out: Vec<(RequestId, String)>,
    /// What lay behind when it was made.
    #[serde(default, skip_serializing_if = "Behind::is_empty")]
    pub behind: Behind,
}

/// What of a plan should have happened when it was made, whether or not it has been reported: nothing of it is planned anew, and nothing undone.
#[derive(Clone, PartialEq, Debug, Default, Serialize, Deserialize)]
pub struct Behind {
    /// Numbers of missions that should be over.
    pub missions: Vec<String>,
    /// Who should have arrived.
    pub requests: Vec<RequestId>,
}

impl Behind {
    fn is_empty(&self) -> bool {
        self.missions.is_empty() && self.requests.is_empty()
    }
}

/// What can happen to a plan.
#[derive(Clone, PartialEq, Debug, Serialize, Deserialize)]
#[serde(tag = "what", rename_all = "kebab-case")]
pub enum PlanEvent {
    /// The planner has made it, and the checker has passed it.
    Proposed {
        /// What it is.
        outline: Box<Outline>,
    },
    /// A person has adopted it.
    Adopted {
        /// The file of what was adopted: the plan itself, or what is left of it.
        blob: String,
        /// Which missions.
        missions: Vec<MissionId>,
        /// Who is moved by them.
        requests: Vec<RequestId>,
        /// Whether that is the whole of it.
        whole: bool,
    },
    /// A person does not want it.
    Rejected {
        /// Why.
        reason: String,
    },
}

/// Where a plan is.
#[derive(Clone, Copy, PartialEq, Eq, Debug, Serialize)]
#[serde(rename_all = "kebab-case")]
pub enum PlanState {
    /// Nobody has decided.
    Proposed,
    /// It runs, or has run.
    Adopted,
    /// Nobody wants it.
    Rejected,
}

/// A plan as it stands. Its contents never change.
#[derive(Clone, PartialEq, Debug)]
pub struct Plan {
    /// What it is.
    pub outline: Outline,
    /// The file of what was adopted.
    pub adopted: Option<String>,
    /// Where it is.
    pub state: PlanState,
    /// When it was made.
    pub proposed_at: Timestamp,
    /// Of its stream.
    pub version: u64,
}

impl Plan {
    pub(crate) fn evolve(&mut self, event: &PlanEvent) {
        match event {
            PlanEvent::Proposed { .. } => {}
            PlanEvent::Adopted { blob, .. } => {
                self.adopted = Some(blob.clone());
                self.state = PlanState::Adopted;
            }
            PlanEvent::Rejected { .. } => self.state = PlanState::Rejected,
        }
    }
}
