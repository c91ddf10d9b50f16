//! Flight crews and medical teams.

use airbridge_units::{AircraftId, AirfieldId, CrewId, RuleSetId};
use jiff::Timestamp;

use crate::code::code_list;
use crate::duty::RestClass;

/// A flight crew or a medical team. Every mission has one flight crew, and one medical team when it carries patients.
#[derive(Clone, PartialEq, Debug)]
pub struct Crew {
    /// Name of the crew.
    pub id: CrewId,
    /// What it does.
    pub role: CrewRole,
    /// The aircraft it may serve. Never empty.
    pub aircraft: Vec<AircraftId>,
    /// Home; duty tables are read in this airfield's zone.
    pub base: AirfieldId,
    /// Which duty rules bind it.
    pub rules: RuleSetId,
    /// Pilots beyond the basic crew: 0, 1 or 2. Flight crews only.
    pub extra_pilots: u32,
    /// Where the extra pilots rest on board. Only with extra pilots.
    pub rest_class: Option<RestClass>,
    /// On duty not before this.
    pub available_from: Timestamp,
    /// Off duty not after this.
    pub available_to: Timestamp,
    /// Most critical-care points on board ([`crate::CarePoints`]). Medical teams only.
    pub critical_points: u32,
    /// Most nursing points on board ([`crate::CarePoints`]). Medical teams only.
    pub nursing_points: u32,
    /// Persons in the crew, for payload.
    pub persons: u32,
}

code_list! {
    /// What a crew does.
    CrewRole, "crew role" {
        /// Flies.
        Flight = "flight",
        /// Cares.
        Medical = "medical",
    }
}
