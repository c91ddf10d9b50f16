//! What is to be solved: immutable, indexed densely.
//!
//! # The problem in words
//!
//! *Requests* are to be carried by *vehicles* between *places*. A request has alternative *ways*; a way is
//! one *ride*, or two rides on different tours with a *stay* between them. A vehicle makes *tours*: each
//! leaves its home, visits stops, and comes home; between stops the vehicle may rest where it is empty.
//! Each tour runs in one *setup* of the vehicle (a capacity vector and the crews that go with it).
//! Places, requests and resources have *windows* (unions of intervals) and resources have capacities by
//! bucket of time or at every instant.
//!
//! # The clock at a stop
//!
//! At stop `i` of a tour the vehicle arrives at `a_i`, unloads during `[a_i, a_i + U_i]`, loads during
//! `[s_i, s_i + V_i]` and departs at `d_i`, where
//!
//! * `a_{i+1} = d_i + travel.duration`: nobody waits on the way, waiting is done before departure;
//! * `U_i = 0` if nobody leaves, else the place's `unload_setup` + the sum of the leavers' `unload`; likewise `V_i`;
//! * `s_i ≥ a_i + U_i`; at a stop that refills also `≥ a_i + place.turnaround` (`≥ a_i + U_i + place.turnaround` where
//!   [`Place::refills_empty_only`]); and `≥ a_i + U_i + rest` when the vehicle rests at the stop. Tours choose at which of the stops
//!   between others they refill, of those that can ([`Place::refills`]). On the first stop of a tour `a_i` is
//!   free: there is only `s_i` and `d_i`; on the last there is only `a_i` and `U_i`;
//! * `d_i ≥ s_i + V_i`;
//! * `[a_i, a_i + U_i]` and `[s_i, s_i + V_i]` and the instant `d_i` each lie within one interval of the place's windows for the
//!   vehicle's profile ([`Profile::open`]); `d_i` lies in the departure windows of the travel option taken;
//! * a leaver's `alight` windows contain `a_i + U_i`; a boarder's `board` windows contain `s_i`.
//!
//! # References
//!
//! The terms are those of Cordeau & Laporte (2003) for dial-a-ride and Parragh, Doerner & Hartl (2008)
//! for pickup and delivery; alternative ends as in "generalised" pickup and delivery.

mod cost;
mod demand;
mod network;
mod resource;
mod validate;
mod vehicle;
mod windows;

pub use cost::{Cost, TIERS};
pub use demand::{Request, Ride, Stay, Use, Way};
pub use network::{Place, Profile, Travel};
pub use resource::{Calendar, Resource, ResourceKind};
pub use vehicle::{Crew, DutyEnd, DutyLimit, DutySoFar, Setup, Underway, Vehicle};
pub use windows::Windows;

use airbridge_units::Moment;

macro_rules! indexes {
    ($($(#[$doc:meta])* $name:ident;)*) => {$(
        $(#[$doc])*
        #[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Debug)]
        pub struct $name(pub u32);

        impl $name {
            /// The index for slices.
            pub const fn get(self) -> usize {
                self.0 as usize
            }

            /// From a slice index; the problem holds far fewer than 2³² of anything.
            pub const fn new(index: usize) -> Self {
                Self(index as u32)
            }
        }
    )*};
}

indexes! {
    /// Index into [`Problem::places`].
    PlaceIdx;
    /// Index into [`Problem::profiles`].
    ProfileIdx;
    /// Index into [`Problem::vehicles`].
    VehicleIdx;
    /// Index into a vehicle's [`Vehicle::setups`].
    SetupIdx;
    /// Index into [`Problem::crews`].
    CrewIdx;
    /// Index into [`Problem::requests`].
    RequestIdx;
    /// Index into a request's [`Request::ways`].
    WayIdx;
    /// Index into [`Problem::resources`].
    ResourceIdx;
    /// Index into [`Problem::calendars`].
    CalendarIdx;
    /// Index into [`Problem::windows`].
    WindowsIdx;
}

/// A whole problem. Indexes must point inside its vectors; [`Problem::validate`] says so or not.
#[derive(Clone, Debug)]
pub struct Problem {
    /// No tour begins before this.
    pub start: Moment,
    /// No tour ends after this.
    pub end: Moment,
    /// Number of capacity dimensions; every demand and capacity vector has this length.
    pub dimensions: usize,
    /// The dimension that [`Profile::endurance`] reads as load on board (mass, say), if any.
    pub load_dimension: Option<usize>,
    /// So much of movement cost is counted in tier 3 as well, in 1024ths; see [`Problem::movement_cost`].
    pub movement_burden: i64,
    /// Shared sets of intervals. Index 0 is always "at any time" ([`Windows::always`]).
    pub windows: Vec<Windows>,
    /// Bucket boundaries for counted resources.
    pub calendars: Vec<Calendar>,
    /// Where vehicles stop.
    pub places: Vec<Place>,
    /// How each kind of vehicle travels.
    pub profiles: Vec<Profile>,
    /// The fleet.
    pub vehicles: Vec<Vehicle>,
    /// People who must be with a vehicle and need rest.
    pub crews: Vec<Crew>,
    /// What is to be carried.
    pub requests: Vec<Request>,
    /// Shared beds, slots, stands, staging places.
    pub resources: Vec<Resource>,
}

impl WindowsIdx {
    /// The windows that hold every moment: index 0 of every problem.
    pub const ALWAYS: Self = Self(0);
}

/// What is wrong with a problem's indexes or shapes: a bug of the one who built it.
#[derive(Clone, PartialEq, Eq, Debug, thiserror::Error)]
#[error("malformed problem: {what}")]
pub struct MalformedProblem {
    /// Which index or shape, in words.
    pub what: String,
}
