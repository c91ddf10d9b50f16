//! States' permissions, and pairs of states that forbid each other's traffic.

use airbridge_units::{AircraftId, ClearanceId, OperatorId, StateCode};
use jiff::Timestamp;
use jiff::civil::Date;

use crate::code::code_list;

/// A state's permission to overfly or land.
///
/// A leg needs, over its whole time from off-block to on-block: for every state that it overflies (other than the aircraft's
/// own, and other than those it takes off from and lands in) a granted clearance that covers overflight; and for the states that it takes
/// off from and lands in (other than the aircraft's own) one that covers landing. Not granted means not flown.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct Clearance {
    /// Name or number.
    pub id: ClearanceId,
    /// Whose permission.
    pub state: StateCode,
    /// For what.
    pub kind: ClearanceKind,
    /// For whom.
    pub scope: ClearanceScope,
    /// How it stands.
    pub status: ClearanceStatus,
    /// When it was asked for, if known.
    pub requested_at: Option<Timestamp>,
    /// How long the state takes, hours, if known.
    pub lead_hours: Option<u32>,
    /// Holds from this instant.
    pub valid_from: Timestamp,
    /// Holds to this instant.
    pub valid_to: Timestamp,
}

code_list! {
    /// What a clearance is for.
    ClearanceKind, "clearance kind" {
        /// Overflight only.
        Overfly = "overfly",
        /// Landing (and take-off) only.
        Land = "land",
        /// Both.
        Both = "both",
    }
}

code_list! {
    /// How a clearance stands.
    ClearanceStatus, "clearance status" {
        /// Asked for.
        Requested = "requested",
        /// Given.
        Granted = "granted",
        /// Refused.
        Denied = "denied",
        /// Run out or taken back.
        Expired = "expired",
    }
}

/// For whom a clearance holds.
#[derive(Clone, PartialEq, Eq, Debug)]
pub enum ClearanceScope {
    /// For every aircraft of the operation.
    All,
    /// For the aircraft of one operator.
    Operator(OperatorId),
    /// For one aircraft.
    Aircraft(AircraftId),
}

/// Two states between which there is no traffic.
///
/// Forbids any leg that takes off from `state` (basis departure), or is flown by an aircraft registered there (basis
/// registration), and overflies or lands in `other`, on the given days (UTC). Both ways unless `one_way`.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct ForbiddenPair {
    /// One state.
    pub state: StateCode,
    /// The other.
    pub other: StateCode,
    /// How a leg belongs to `state`.
    pub basis: PairBasis,
    /// What it may not do in `other`.
    pub scope: PairScope,
    /// Only from `state` to `other`, not back.
    pub one_way: bool,
    /// First day, if limited.
    pub from: Option<Date>,
    /// Last day, inclusive, if limited.
    pub to: Option<Date>,
}

code_list! {
    /// How a leg belongs to the first state of a pair.
    PairBasis, "basis" {
        /// It takes off there.
        Departure = "departure",
        /// The aircraft is registered there.
        Registration = "registration",
    }
}

code_list! {
    /// What a pair forbids.
    PairScope, "scope" {
        /// Landing in the other state.
        Land = "land",
        /// Overflying or landing in the other state.
        Both = "both",
    }
}
