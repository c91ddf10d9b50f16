//! Missions of adopted plans, from approval to the last landing.

mod decide;

use jiff::Timestamp;
use serde::{Deserialize, Serialize};

pub use self::decide::MissionCommand;
pub(crate) use self::decide::{decide, draft, empty};
use crate::ids::{AccountId, OperationId, PlanId};

/// One leg, as planned.
#[derive(Clone, PartialEq, Debug, Serialize, Deserialize)]
pub struct Leg {
    /// From this airfield.
    pub from: String,
    /// To this airfield.
    pub to: String,
    /// Leaves its stand.
    pub off_block_at: Timestamp,
    /// Comes to its stand.
    pub on_block_at: Timestamp,
}

/// A mission as a plan has it.
#[derive(Clone, PartialEq, Debug, Serialize, Deserialize)]
pub struct Flight {
    /// The plan's number, such as `M003`. A plan that replaces another keeps the numbers of what goes on.
    pub number: String,
    /// Which aircraft.
    pub aircraft: String,
    /// Whose it is.
    pub operator: String,
    /// Who flies.
    pub flight_crew: String,
    /// Who cares.
    pub medical_crew: Option<String>,
    /// In order.
    pub legs: Vec<Leg>,
}

/// What can happen to a mission.
#[derive(Clone, PartialEq, Debug, Serialize, Deserialize)]
#[serde(tag = "what", rename_all = "kebab-case")]
pub enum MissionEvent {
    /// Part of a plan that was adopted.
    Approved {
        /// In which operation.
        operation: OperationId,
        /// Which plan.
        plan: PlanId,
        /// As planned.
        flight: Flight,
    },
    /// A plan that replaces the first has it otherwise.
    Revised {
        /// Which plan.
        plan: PlanId,
        /// As planned now.
        flight: Flight,
    },
    /// People of the crews, by account.
    Assigned {
        /// All of them.
        accounts: Vec<AccountId>,
    },
    /// The operator accepts.
    Tasked,
    /// Something that it needs is pending.
    ClearancesPending {
        /// What.
        waits_for: String,
    },
    /// Permits, crew, fuel and slots are there.
    Readied,
    /// A leg is being boarded.
    BoardingBegun,
    /// It has left a stand.
    Departed,
    /// It has come to a stand.
    Landed {
        /// Where.
        airfield: String,
    },
    /// It will be late.
    Delayed {
        /// Not before this.
        until: Timestamp,
    },
    /// It goes somewhere else.
    Diverted {
        /// Where to.
        airfield: String,
        /// Why.
        reason: String,
    },
    /// It does not take place.
    Cancelled {
        /// Why.
        reason: String,
    },
    /// It ends before its time.
    Aborted {
        /// Why.
        reason: String,
    },
    /// It has come to its end.
    Completed,
}

/// Where a mission is.
#[derive(Clone, Copy, PartialEq, Eq, Debug, Serialize)]
#[serde(rename_all = "kebab-case")]
pub enum MissionState {
    /// Adopted.
    Approved,
    /// Accepted by the operator.
    Tasked,
    /// Waiting for something.
    ClearancesPending,
    /// Nothing is missing.
    Ready,
    /// Being boarded.
    Boarding,
    /// In the air.
    Airborne,
    /// On the ground between legs.
    Landed,
    /// Done.
    Complete,
    /// Does not take place.
    Cancelled,
    /// Ended before its time.
    Aborted,
}

impl MissionState {
    /// A word for programs and filters.
    pub const fn word(self) -> &'static str {
        match self {
            Self::Approved => "approved",
            Self::Tasked => "tasked",
            Self::ClearancesPending => "clearances-pending",
            Self::Ready => "ready",
            Self::Boarding => "boarding",
            Self::Airborne => "airborne",
            Self::Landed => "landed",
            Self::Complete => "complete",
            Self::Cancelled => "cancelled",
            Self::Aborted => "aborted",
        }
    }
}

/// A mission as it stands.
#[derive(Clone, PartialEq, Debug)]
pub struct Mission {
    /// In which operation.
    pub operation: OperationId,
    /// The plan that has it now.
    pub plan: PlanId,
    /// As planned now.
    pub flight: Flight,
    /// People of the crews.
    pub accounts: Vec<AccountId>,
    /// Where it is.
    pub state: MissionState,
    /// Late until.
    pub delayed_until: Option<Timestamp>,
    /// Going elsewhere.
    pub diverted_to: Option<String>,
    /// Legs flown.
    pub flown: usize,
    /// When it left a stand, leg by leg, as reported.
    pub departed_at: Vec<Timestamp>,
    /// When it came to a stand, leg by leg, as reported.
    pub landed_at: Vec<Timestamp>,
    /// When the last fact about it happened.
    pub reported_at: Timestamp,
    /// When it was over.
    pub ended_at: Option<Timestamp>,
    /// Of its stream.
    pub version: u64,
}

impl Mission {
    /// Whether nothing follows any more.
    pub fn is_over(&self) -> bool {
        self.ended_at.is_some()
    }

    /// Whether it has left its first stand.
    pub fn has_departed(&self) -> bool {
        self.flown > 0 || matches!(self.state, MissionState::Airborne | MissionState::Landed)
    }

    pub(crate) fn evolve(&mut self, event: &MissionEvent, at: Timestamp) {
        self.reported_at = at;
        match event {
            MissionEvent::Approved { .. } => {}
            MissionEvent::Revised { plan, flight } => {
                self.plan = plan.clone();
                self.flight = flight.clone();
                self.delayed_until = None;
            }
            MissionEvent::Assigned { accounts } => self.accounts.clone_from(accounts),
            MissionEvent::Tasked => self.state = MissionState::Tasked,
            MissionEvent::ClearancesPending { .. } => self.state = MissionState::ClearancesPending,
            MissionEvent::Readied => self.state = MissionState::Ready,
            MissionEvent::BoardingBegun => self.state = MissionState::Boarding,
            MissionEvent::Departed => {
                self.state = MissionState::Airborne;
                self.departed_at.push(at);
                self.delayed_until = None;
            }
            MissionEvent::Landed { .. } => {
                self.state = MissionState::Landed;
                self.flown += 1;
                self.landed_at.push(at);
                self.diverted_to = None;
            }
            MissionEvent::Delayed { until } => self.delayed_until = Some(*until),
            MissionEvent::Diverted { airfield, .. } => self.diverted_to = Some(airfield.clone()),
            MissionEvent::Cancelled { .. } => self.end(MissionState::Cancelled, at),
            MissionEvent::Aborted { .. } => self.end(MissionState::Aborted, at),
            MissionEvent::Completed => self.end(MissionState::Complete, at),
        }
    }

    fn end(&mut self, state: MissionState, at: Timestamp) {
        self.state = state;
        self.ended_at = Some(at);
    }
}
