//! Vehicles, their setups, and the crews that go with them.

use airbridge_units::{Moment, Seconds};

use super::{Cost, CrewIdx, PlaceIdx, ProfileIdx, WindowsIdx};

/// A vehicle that makes tours from its home.
#[derive(Clone, Debug)]
pub struct Vehicle {
    /// How it travels.
    pub profile: ProfileIdx,
    /// Where each tour begins.
    pub home: PlaceIdx,
    /// Where each tour ends; the same place for most.
    pub end: PlaceIdx,
    /// Each tour lies within one interval of these windows, from first departure to last arrival.
    pub available: WindowsIdx,
    /// The first departure of each tour lies within these windows.
    pub departures: WindowsIdx,
    /// Least time between the end of a tour and the first departure of the next.
    pub turnaround: Seconds,
    /// It stands at home from this moment; a changeover before its first tour begins then, or at the problem's start if that is later.
    pub ready: Moment,
    /// The kind ([`Setup::kind`]) that it stands in at first.
    pub initial_kind: u32,
    /// Longest time from a tour's first departure to its last arrival.
    pub max_tour: Seconds,
    /// Most tours in the horizon.
    pub max_tours: u32,
    /// Cost of each tour.
    pub tour_cost: Cost,
    /// Cost of each second from a tour's first departure to its last arrival, in tier 4.
    pub cost_per_second: i64,
    /// Alternatives, of which each tour uses one. Never empty.
    pub setups: Vec<Setup>,
    /// Its only tour ([`Vehicle::max_tours`] is 1) began before the problem did, and goes on from home.
    pub underway: Option<Underway>,
}

/// A tour that had begun before the problem's start. What lies behind it is no part of the problem, but its crews are with it from before the start,
/// wherever their next departure is, and what they have done of a duty counts.
#[derive(Clone, Copy, PartialEq, Eq, Debug, Default)]
pub struct Underway {
    /// The duty under way; `None` where a new one begins with the first departure.
    pub duty: Option<DutySoFar>,
}

/// What of a duty lies before the problem's start.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub struct DutySoFar {
    /// The first departure of that duty; it may lie before the problem's start.
    pub departed: Moment,
    /// Legs of that duty so far.
    pub legs: u8,
    /// The duty may last until this moment whatever its limit says: a landing that cannot be put off.
    pub lands: Moment,
}

impl Vehicle {
    /// One that makes a single tour from its home and back, at any time and at no cost but the way's, with this setup.
    pub fn of(profile: ProfileIdx, home: PlaceIdx, setup: Setup) -> Self {
        Self {
            profile,
            home,
            end: home,
            available: WindowsIdx::ALWAYS,
            departures: WindowsIdx::ALWAYS,
            turnaround: Seconds::ZERO,
            ready: Moment::MIN,
            initial_kind: setup.kind,
            max_tour: Seconds::MAX,
            max_tours: 1,
            tour_cost: Cost::ZERO,
            cost_per_second: 0,
            setups: vec![setup],
            underway: None,
        }
    }
}

/// One way to equip and crew a vehicle.
#[derive(Clone, Debug)]
pub struct Setup {
    /// Setups of one vehicle with the same kind change into each other without [`Setup::changeover`].
    pub kind: u32,
    /// Time to change into this kind from another, between tours at home, on top of the turnaround.
    pub changeover: Seconds,
    /// Most on board, by dimension.
    pub capacity: Vec<i64>,
    /// All of these go along on the whole tour.
    pub crews: Vec<CrewIdx>,
    /// Cost of each tour in this setup.
    pub cost: Cost,
}

impl Setup {
    /// One of a capacity by dimension that needs no crew.
    pub fn of(capacity: Vec<i64>) -> Self {
        Self {
            kind: 0,
            changeover: Seconds::ZERO,
            capacity,
            crews: Vec::new(),
            cost: Cost::ZERO,
        }
    }
}

/// Somebody who must be with a vehicle, is with one at a time, and needs rest.
#[derive(Clone, Debug)]
pub struct Crew {
    /// Each tour lies within one interval of these windows, from first departure to last arrival.
    pub available: WindowsIdx,
    /// A duty begins this long before its first departure.
    pub report: Seconds,
    /// What ends a duty.
    pub end: DutyEnd,
    /// This much is added after a duty's end before rest begins.
    pub debrief: Seconds,
    /// Limit on the time from the duty's begin (report included) to its end (debrief not included).
    pub limit: DutyLimit,
    /// Least rest after a tour at home: the larger of this and the duty (with debrief) before it ([`Crew::rest_as_long`]).
    pub rest_home: Seconds,
    /// Least rest within a tour away from home, likewise.
    pub rest_away: Seconds,
    /// Whether a rest is at least as long as the duty before it. Otherwise the least rests are all, and it is with the vehicle from the first loading
    /// on: no person, but something that tours of several vehicles share.
    pub rest_as_long: bool,
}

/// What ends a duty.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub enum DutyEnd {
    /// The last arrival before the rest or the end of the tour.
    LastArrival,
    /// The end of the last unloading before the rest or the end of the tour; the last departure's crew
    /// that carries nobody home is off duty from then on for this purpose.
    LastUnload,
}

/// Longest duty by its begin and its number of legs.
#[derive(Clone, Debug)]
pub struct DutyLimit {
    /// Steps `(from, limit)`: the limit holds for duties that begin at or after `from`, until the next step. Sorted; the first
    /// is at or before the problem's start. Never empty.
    pub by_begin: Vec<(Moment, Seconds)>,
    /// The longest of these limits; kept beside them because tables laid over months are long.
    pub longest: Seconds,
    /// This many legs cost nothing.
    pub free_legs: u8,
    /// Each further leg shortens the limit by this.
    pub per_leg: Seconds,
    /// But never below this.
    pub floor: Seconds,
    /// Most legs in one duty.
    pub max_legs: u8,
}

impl DutyLimit {
    /// The same limit at any hour and for any number of legs.
    pub fn constant(limit: Seconds) -> Self {
        Self::stepped(vec![(Moment::MIN, limit)])
    }

    /// Limits by begin, for any number of legs.
    ///
    /// # Panics
    ///
    /// When there is no step.
    pub fn stepped(by_begin: Vec<(Moment, Seconds)>) -> Self {
        let longest = by_begin.iter().map(|step| step.1).max().expect("at least one step");
        Self {
            by_begin,
            longest,
            free_legs: u8::MAX,
            per_leg: Seconds::ZERO,
            floor: Seconds::ZERO,
            max_legs: u8::MAX,
        }
    }
}
