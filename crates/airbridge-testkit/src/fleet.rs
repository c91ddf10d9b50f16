//! Aircraft types: those of the program's catalogue, one of them with a cabin of our own.

use airbridge_interchange::catalogue_aircraft_types;
use airbridge_model::{AircraftType, Configuration};
use airbridge_units::{AircraftTypeId, ConfigurationId, Minutes};

/// The cabin that the hub's aircraft stands in.
pub(crate) const BAY_CABIN: &str = "18L-39S-bay";

/// A type of the catalogue with all its cabins.
///
/// # Panics
///
/// When the catalogue has no such type.
pub(crate) fn aircraft_type(id: &str) -> AircraftType {
    catalogue_aircraft_types()
        .get(&AircraftTypeId::new(id))
        .unwrap_or_else(|| panic!("{id} is in the catalogue"))
        .clone()
}

/// The medical 737 with a curtained bay: two of five of the hub's patients need contact isolation.
pub(crate) fn boeing_with_bay() -> AircraftType {
    let mut boeing = aircraft_type("Boeing 737-700");
    boeing.configurations.push(Configuration {
        id: ConfigurationId::new(BAY_CABIN),
        litters: 18,
        intensive_care: 3,
        seats: 39,
        isolation_units: 1,
        isolation_bay: 20,
        changeover: Minutes(120),
        source: "litters, intensive care, seats: SAS Group, asuna; unit, bay, change-over: [SYN]".to_owned(),
    });
    boeing.configurations.sort_by(|one, other| one.id.cmp(&other.id));
    boeing
}
