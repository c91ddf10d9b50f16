//! An operation under way as a problem: missions go on from where they are, and people too.
//!
//! What has happened is no part of the problem; what it leaves is. A mission under way is a vehicle of its own that begins at a place of
//! its own, with the duty of its crews and the fuel of its tanks behind it, and shares its airframe with the aircraft's later missions.
//! A patient on board boards there once more, and one in a staging facility comes from there, as from a first lift that is over.
//! Beds, admissions, collections and slots that are taken are taken off.
//!
//! | the field | the solver |
//! |---|---|
//! | mission under way | vehicle with one tour, from [`Ends::start`] through [`Ends::goes_on`] to the base |
//! | its aircraft's airframe | crew of all tours of both vehicles, which needs no rest but the turnaround |
//! | in staging now | first ride of a [`Shelter`]'s vehicle, which is over at the start |
//! | waiting on in staging, without a bed | second ride of a [`Shelter`]'s vehicle, at the end of the horizon |
//! | admitted, at once, to a bed of the facility where they are | first ride of a [`Shelter`]'s vehicle, and no other |

mod decode;
mod first;
mod flights;
mod people;
mod places;
mod routes;
#[cfg(test)]
pub(crate) mod running;
mod taken;
mod vehicles;

use std::collections::BTreeMap;

use airbridge_model::SoFar;
use airbridge_solver::problem::{PlaceIdx, RequestIdx, VehicleIdx};

pub use self::decode::count_changes;
pub(crate) use self::decode::{behind_of, boarded, continued, ids, over, settled, tell, with_steps};
pub(crate) use self::first::{Begun, begun, begun_anew, lands, waiting};
pub(crate) use self::flights::{Flight, Where, flights};
pub(crate) use self::people::{Spent, Whereabouts, behind, closed, inside, spent, told, whereabouts};
pub(crate) use self::places::Ends;
pub(crate) use self::taken::take_off;
pub(crate) use self::vehicles::{Fleet, MUST};

/// What lies behind an operation, in the solver's terms.
#[derive(Debug)]
pub(crate) struct Underway<'a> {
    pub(crate) so_far: &'a SoFar,
    /// Missions that go on.
    pub(crate) flights: Vec<Flight<'a>>,
    /// By flight.
    pub(crate) ends: Vec<Ends>,
    /// By flight.
    pub(crate) vehicles: Vec<VehicleIdx>,
    /// By flight: fields by which it may go home.
    by: Vec<Vec<usize>>,
    /// Flights that take nobody on any more.
    overtaxed: Vec<VehicleIdx>,
    /// By party.
    pub(crate) whereabouts: Vec<Whereabouts>,
    /// By party.
    pub(crate) spent: Vec<Spent>,
    /// By facility index: where somebody waits, or may have to.
    pub(crate) shelters: BTreeMap<usize, Shelter>,
    /// From here on requests are of missions, not of parties.
    pub(crate) first_of_missions: RequestIdx,
}

/// A facility where patients wait for their next lift.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub(crate) struct Shelter {
    /// Inside.
    pub(crate) inside: PlaceIdx,
    /// Where its vehicles come from and go to.
    pub(crate) away: PlaceIdx,
    /// Has brought those who are there.
    pub(crate) brought: VehicleIdx,
    /// Takes out, at the end, those who have no bed by then.
    pub(crate) takes: VehicleIdx,
}
