//! Aircraft types of the catalogue, their cabin configurations, and the tails of an operation.

use airbridge_units::{
    AircraftId, AircraftTypeId, AirfieldId, ConfigurationId, Feet, Kilograms, Knots, Metres, Minutes, NauticalMiles,
    OperatorId, StateCode,
};
use jiff::Timestamp;

use crate::airfield::Surface;
use crate::hours::Hours;

/// A type of aircraft.
#[derive(Clone, PartialEq, Debug)]
pub struct AircraftType {
    /// Name used in the tables, such as "C-130H".
    pub id: AircraftTypeId,
    /// Name for people.
    pub name: String,
    /// True airspeed in cruise.
    pub cruise: Knots,
    /// Payload–range curve: payload rising, range falling; straight lines between. Still air, tanks dry at the end,
    /// no reserve. A payload above the last point cannot be carried.
    pub range: Vec<RangePoint>,
    /// Fuel burnt in an hour of block time.
    pub fuel_per_hour: Kilograms,
    /// Runway needed at sea level in the standard atmosphere, dry.
    pub runway: Metres,
    /// Surfaces it can use.
    pub surfaces: Vec<Surface>,
    /// Whether the cabin can be held at a pressure; without, the aircraft flies as low as the cabin has to be.
    pub pressurised: bool,
    /// The lowest cabin altitude that it can hold in cruise; 0 for a sea-level cabin.
    pub lowest_cabin: Feet,
    /// Cost of an hour of block time, in the operation's currency.
    pub cost_per_hour: f64,
    /// Alternative cabins. Never empty.
    pub configurations: Vec<Configuration>,
    /// Where the figures come from, or "synthetic".
    pub source: String,
}

/// A point of the payload–range curve.
#[derive(Clone, Copy, PartialEq, Debug)]
pub struct RangePoint {
    /// Everybody and everything on board that is not fuel, beyond the equipped aircraft.
    pub payload: Kilograms,
    /// How far.
    pub range: NauticalMiles,
}

/// One way to fit the cabin.
///
/// The medical team's own seats are apart from `seats`.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct Configuration {
    /// Unique within the type.
    pub id: ConfigurationId,
    /// Litters, the intensive-care stations included.
    pub litters: u32,
    /// Intensive-care stations; an ordinary litter patient may lie on one.
    pub intensive_care: u32,
    /// Seats for walking patients and attendants.
    pub seats: u32,
    /// Closed isolation units, one patient each; the patient's litter or seat is counted as well.
    pub isolation_units: u32,
    /// Places of the isolation bay, for contact isolation only; the litter or seat is counted as well.
    pub isolation_bay: u32,
    /// Time to fit this cabin when the aircraft stands in another one.
    pub changeover: Minutes,
    /// Where the figures come from, or "synthetic".
    pub source: String,
}

/// One aircraft.
#[derive(Clone, PartialEq, Debug)]
pub struct Aircraft {
    /// Registration.
    pub id: AircraftId,
    /// Its type.
    pub aircraft_type: AircraftTypeId,
    /// Who flies it.
    pub operator: OperatorId,
    /// State of registration; its own state asks no clearance of it.
    pub state: StateCode,
    /// Each mission begins and ends here.
    pub base: AirfieldId,
    /// First off-block not before this.
    pub available_from: Timestamp,
    /// Last on-block not after this.
    pub available_to: Timestamp,
    /// Missions begin (first off-block) within these hours, in the base's zone: "Tue,Fri".
    pub departure_hours: Hours,
    /// Configurations it can take; empty means all of its type.
    pub configurations: Vec<ConfigurationId>,
    /// The one it stands in at the start; the first of its type's otherwise.
    pub standing: Option<ConfigurationId>,
    /// Most missions in the operation, if limited.
    pub max_missions: Option<u32>,
    /// Cost of an hour, where it differs from the type's.
    pub cost_per_hour: Option<f64>,
}

impl AircraftType {
    /// A configuration by name.
    pub fn configuration(&self, id: &ConfigurationId) -> Option<&Configuration> {
        self.configurations.iter().find(|configuration| configuration.id == *id)
    }
}
