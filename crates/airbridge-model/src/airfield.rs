//! Airfields and their runways.

use airbridge_units::{AirfieldId, Feet, Metres, Position, StateCode};
use jiff::tz::TimeZone;

use crate::code::code_list;
use crate::hours::Hours;

/// Where aircraft land.
#[derive(Clone, PartialEq, Debug)]
pub struct Airfield {
    /// ICAO location indicator, or another unique text where there is none.
    pub id: AirfieldId,
    /// IATA code, if any.
    pub iata: Option<String>,
    /// Name for people.
    pub name: String,
    /// The state it lies in.
    pub state: StateCode,
    /// Where it lies.
    pub position: Position,
    /// Height above sea level.
    pub elevation: Feet,
    /// Its days and hours are in this zone.
    pub zone: TimeZone,
    /// Its runways. One that suits a type is enough.
    pub runways: Vec<Runway>,
    /// Landing, unloading, loading and take-off happen within these hours.
    pub hours: Hours,
    /// Whether aircraft can be refuelled (with what their type burns).
    pub fuel: bool,
    /// Most landings and take-offs together in one clock hour (UTC hours).
    pub slots_per_hour: Option<u32>,
    /// Most aircraft of the plan on the ground at once, those at their own base not counted.
    pub parking: Option<u32>,
    /// Fire cover, so that refuelling with patients on board is allowed.
    pub fire_cover: bool,
    /// Crews can rest here.
    pub crew_rest: bool,
    /// Degrees Celsius above the standard atmosphere to reckon with; [`crate::RunwayPolicy`] otherwise.
    pub above_isa_c: Option<f64>,
}

/// One runway.
#[derive(Clone, PartialEq, Debug)]
pub struct Runway {
    /// Designator, such as "09/27".
    pub id: String,
    /// Length that can be used.
    pub length: Metres,
    /// What it is made of.
    pub surface: Surface,
    /// Lit for use at night.
    pub lit: bool,
    /// Closed for good.
    pub closed: bool,
}

code_list! {
    /// What a runway is made of.
    Surface, "surface" {
        /// Asphalt or concrete.
        Paved = "paved",
        /// Gravel.
        Gravel = "gravel",
        /// Earth, grass, sand, ice.
        Unpaved = "unpaved",
    }
}
