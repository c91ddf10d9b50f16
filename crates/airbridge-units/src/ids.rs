//! Typed ids: short texts taken from the tables, one type for each kind of thing.

use std::fmt;
use std::sync::Arc;

macro_rules! ids {
    ($($(#[$doc:meta])* $name:ident;)*) => {$(
        $(#[$doc])*
        #[derive(Clone, PartialEq, Eq, PartialOrd, Ord, Hash)]
        pub struct $name(Arc<str>);

        impl $name {
            /// Makes an id from a text that a reader has already trimmed.
            pub fn new(text: impl AsRef<str>) -> Self {
                Self(Arc::from(text.as_ref()))
            }

            /// The id as it stands in the tables.
            pub fn as_str(&self) -> &str {
                &self.0
            }
        }

        impl fmt::Display for $name {
            fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
                f.pad(&self.0)
            }
        }

        impl fmt::Debug for $name {
            fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
                write!(f, "{}({:?})", stringify!($name), &*self.0)
            }
        }

        impl From<&str> for $name {
            fn from(text: &str) -> Self {
                Self::new(text)
            }
        }
    )*};
}

ids! {
    /// A patient movement request, by its pseudonym; never a name.
    PatientId;
    /// Patients who travel together.
    GroupId;
    /// A hospital, staging facility or collecting point.
    FacilityId;
    /// A promise of beds.
    OfferId;
    /// An airfield, by its ICAO location indicator where it has one.
    AirfieldId;
    /// An aircraft type of the catalogue.
    AircraftTypeId;
    /// A cabin configuration, unique within its aircraft type.
    ConfigurationId;
    /// One aircraft, by its registration.
    AircraftId;
    /// A flight crew or a medical team.
    CrewId;
    /// A company or air force that flies.
    OperatorId;
    /// A state's permission.
    ClearanceId;
    /// A closed airfield or piece of airspace.
    ClosureId;
    /// A flown or planned mission.
    MissionId;
    /// A set of crew duty rules.
    RuleSetId;
    /// A state, by ISO 3166-1 alpha-2 code in capitals.
    StateCode;
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn ids_show_their_text() {
        let id = PatientId::new("P-001");
        assert_eq!(id.to_string(), "P-001");
        assert_eq!(format!("{id:?}"), "PatientId(\"P-001\")");
    }
}
