//! Quantities, solver time and typed ids.
//!
//! What comes in: plain numbers and texts that a reader has already checked. What goes out: types that
//! keep nautical miles from being added to feet, and a patient's id from being used as a hospital's.
//! This crate holds no rule of the field and does no input or output.

mod ids;
mod position;
mod quantities;
mod solver_time;

pub use ids::{
    AircraftId, AircraftTypeId, AirfieldId, ClearanceId, ClosureId, ConfigurationId, CrewId, FacilityId, GroupId,
    MissionId, OfferId, OperatorId, PatientId, RuleSetId, StateCode,
};
pub use position::Position;
pub use quantities::{Feet, Kilograms, Knots, Metres, Minutes, NauticalMiles};
pub use solver_time::{Moment, Seconds};
