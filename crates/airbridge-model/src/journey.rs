//! Journeys: a patient's whole way from facility to bed.

use airbridge_units::{AirfieldId, FacilityId, MissionId, OfferId, PatientId};
use jiff::Timestamp;

/// A patient's way, step by step.
#[derive(Clone, PartialEq, Debug)]
pub struct Journey {
    /// Whose.
    pub patient: PatientId,
    /// The bed at the end.
    pub offer: OfferId,
    /// Steps in order: ground, lift, ground, and with staging: ground, lift, ground, stay, ground, lift, ground. Of a plan under way a stay may be the last: who
    /// waits in a facility is admitted there when it is made.
    pub steps: Vec<Step>,
    /// At the door of the receiving facility; where a stay is the last step, when it ends.
    pub arrives_at: Timestamp,
    /// Whether that is at or before the due time.
    pub on_time: bool,
}

/// A step of a journey.
#[derive(Clone, PartialEq, Debug)]
pub enum Step {
    /// By road from a facility to an airfield; ends when loading starts.
    ToField {
        /// From this door.
        facility: FacilityId,
        /// To this airfield.
        airfield: AirfieldId,
        /// Leaves the door.
        from: Timestamp,
        /// At aircraft side.
        to: Timestamp,
    },
    /// On board a mission.
    Lift {
        /// Which.
        mission: MissionId,
        /// Index of the stop where they board.
        boards_at_stop: usize,
        /// Index of the stop where they leave.
        leaves_at_stop: usize,
        /// Start of loading there.
        from: Timestamp,
        /// End of unloading there.
        to: Timestamp,
    },
    /// By road from an airfield to a facility; begins when unloading ends.
    FromField {
        /// From this airfield.
        airfield: AirfieldId,
        /// To this door.
        facility: FacilityId,
        /// At aircraft side.
        from: Timestamp,
        /// At the door.
        to: Timestamp,
    },
    /// In a staging facility, or where they were set down.
    Stay {
        /// Which.
        facility: FacilityId,
        /// In.
        from: Timestamp,
        /// Out.
        to: Timestamp,
    },
}

impl Step {
    /// When the step begins and ends.
    pub const fn span(&self) -> (Timestamp, Timestamp) {
        match self {
            Self::ToField { from, to, .. }
            | Self::Lift { from, to, .. }
            | Self::FromField { from, to, .. }
            | Self::Stay { from, to, .. } => (*from, *to),
        }
    }
}
