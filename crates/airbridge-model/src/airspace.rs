//! Pieces of the map: areas, routes with way points, contested places.

use airbridge_units::{AirfieldId, Position, StateCode};

/// A polygon on the map: at least three corners, edges straight in longitude and latitude, closed by itself,
/// not across the 180th meridian.
#[derive(Clone, PartialEq, Debug)]
pub struct Area {
    /// Corners in order.
    pub corners: Vec<Position>,
}

/// A route between two airfields that overrides the great circle.
#[derive(Clone, PartialEq, Debug)]
pub struct AirRoute {
    /// From here.
    pub from: AirfieldId,
    /// To there.
    pub to: AirfieldId,
    /// Also back.
    pub both_ways: bool,
    /// Over these points; great circles between them.
    pub way_points: Vec<Position>,
    /// The states that it crosses, those of both ends included or not; what is listed here is all that counts.
    pub states: Vec<StateCode>,
}

/// A contested area: which states' permission counts there, whatever the boundaries say.
#[derive(Clone, PartialEq, Debug)]
pub struct ContestedArea {
    /// Name for people.
    pub name: String,
    /// Where.
    pub area: Area,
    /// These states, all of them. Empty: nobody's permission is needed.
    pub states: Vec<StateCode>,
}
