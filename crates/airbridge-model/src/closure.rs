//! Closed airfields and closed airspace.

use airbridge_units::{AirfieldId, ClosureId};
use jiff::Timestamp;

use crate::airspace::Area;

/// Something is closed for a time.
#[derive(Clone, PartialEq, Debug)]
pub struct Closure {
    /// Name or NOTAM number.
    pub id: ClosureId,
    /// What.
    pub what: Closed,
    /// From this instant.
    pub from: Timestamp,
    /// To this instant.
    pub to: Timestamp,
    /// Why, for people.
    pub reason: String,
}

/// What is closed.
#[derive(Clone, PartialEq, Debug)]
pub enum Closed {
    /// No landing, take-off, loading or unloading.
    Airfield(AirfieldId),
    /// No leg whose track enters may be under way.
    Airspace(Area),
}
