//! Facilities: where patients are, stay, and are treated.

use airbridge_units::{AirfieldId, FacilityId, Minutes, Position, StateCode};
use jiff::tz::TimeZone;

use crate::hours::Hours;

/// A hospital, a staging facility or a collecting point.
#[derive(Clone, PartialEq, Debug)]
pub struct Facility {
    /// Name used in the tables.
    pub id: FacilityId,
    /// Name for people.
    pub name: String,
    /// The state it lies in.
    pub state: StateCode,
    /// The city it serves; groups may be kept together by it.
    pub city: String,
    /// Where it lies.
    pub position: Position,
    /// Its days and hours are in this zone.
    pub zone: TimeZone,
    /// The airfields that serve it, with the time on the ground. Arrivals and departures alike.
    pub access: Vec<FieldAccess>,
    /// Most arrivals (patients, not attendants) in a local day, over all its offers.
    pub receives_per_day: Option<u32>,
    /// Most patients collected here in a local day.
    pub releases_per_day: Option<u32>,
    /// Patients arrive at the door within these hours.
    pub admission_hours: Hours,
    /// Patients are collected at the door within these hours (a border crossing's opening, say).
    pub release_hours: Hours,
}

/// An airfield that serves a facility.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct FieldAccess {
    /// Which.
    pub airfield: AirfieldId,
    /// Door to aircraft side or back, loading of the ambulance included.
    pub ground: Minutes,
}

impl Facility {
    /// The ground time to an airfield that serves it.
    pub fn ground_to(&self, airfield: &AirfieldId) -> Option<Minutes> {
        self.access
            .iter()
            .find(|access| access.airfield == *airfield)
            .map(|access| access.ground)
    }
}
