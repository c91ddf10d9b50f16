//! Missions: one aircraft's legs between stops, and who boards and leaves where.

use airbridge_units::{
    AircraftId, AirfieldId, ConfigurationId, CrewId, Feet, Kilograms, MissionId, NauticalMiles, PatientId, StateCode,
};
use jiff::Timestamp;

use crate::so_far::Turn;

/// One aircraft from its base and back, in one configuration, with one flight crew and (when it carries patients) one medical
/// team. Crews rest away from base at stops marked `rest`; a rest parts the mission into duties.
#[derive(Clone, PartialEq, Debug)]
pub struct Mission {
    /// Unique in the plan.
    pub id: MissionId,
    /// Which aircraft.
    pub aircraft: AircraftId,
    /// The cabin, unchanged on the whole mission.
    pub configuration: ConfigurationId,
    /// Who flies.
    pub flight_crew: CrewId,
    /// Who cares; `None` only when nobody is carried.
    pub medical_crew: Option<CrewId>,
    /// Stops in order, one more than legs; the first and the last are at the base.
    pub stops: Vec<MissionStop>,
    /// Leg `k` goes from stop `k` to stop `k + 1`.
    pub legs: Vec<Leg>,
}

/// A stop of a mission.
#[derive(Clone, PartialEq, Debug)]
pub struct MissionStop {
    /// Where.
    pub airfield: AirfieldId,
    /// On-block; `None` at the first stop.
    pub on_block_at: Option<Timestamp>,
    /// End of unloading; equal to `on_block_at` when nobody leaves, `None` at the first stop.
    pub unloaded_at: Option<Timestamp>,
    /// Start of loading; `None` when nobody boards.
    pub loading_from: Option<Timestamp>,
    /// Off-block; `None` at the last stop.
    pub off_block_at: Option<Timestamp>,
    /// Who leaves, in the order of ids.
    pub leaves: Vec<PatientId>,
    /// Who boards, in the order of ids.
    pub boards: Vec<PatientId>,
    /// Tanks are filled here.
    pub refuel: bool,
    /// Crews rest here, between unloading and loading.
    pub rest: bool,
}

/// A take-off and a landing.
#[derive(Clone, PartialEq, Debug)]
pub struct Leg {
    /// From here.
    pub from: AirfieldId,
    /// To there.
    pub to: AirfieldId,
    /// Leaves its stand.
    pub off_block_at: Timestamp,
    /// Comes to its stand.
    pub on_block_at: Timestamp,
    /// Along the great circle, or along the route's way points; without the route factor. Reckoned from the block time, as `fuel` is, where it was
    /// reported to have ended at a field that it was not going to: which way it went is not known, and `states` are those planned, with that of the field.
    pub distance: NauticalMiles,
    /// Fuel burnt, without reserve.
    pub fuel: Kilograms,
    /// Highest cabin altitude on the leg.
    pub cabin_altitude: Feet,
    /// Where it turned away from where it was going, if it did; the track goes on from there straight to `to`.
    pub turn: Option<Turn>,
    /// States overflown, those of both ends included, in the order of the track, each once.
    pub states: Vec<StateCode>,
}
