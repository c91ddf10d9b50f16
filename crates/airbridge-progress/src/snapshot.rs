//! An operation under way at one instant, in figures.

use std::collections::BTreeMap;

use jiff::Timestamp;

use crate::promises::ChangeKind;
use crate::state::RequestState;

/// An operation at the instant of a plan, and what that plan changed.
#[derive(Clone, PartialEq, Debug)]
pub struct Snapshot {
    /// When it was planned.
    pub at: Timestamp,
    /// Events since the plan before, by kind.
    pub events: BTreeMap<&'static str, u32>,
    /// Requests known by then, by state, in the order of [`RequestState::ALL`]: those to a hospital.
    pub states: [u32; RequestState::ALL.len()],
    /// The same of those who go home.
    pub returns: [u32; RequestState::ALL.len()],
    /// Promises that ran until then.
    pub promised: u32,
    /// Of these, changed by this plan, by the gravest kind of change.
    pub changed: BTreeMap<ChangeKind, u32>,
    /// Missions that could not go on by any rule.
    pub stranded: u32,
    /// Open beds of today without anybody in them.
    pub idle_beds: u64,
    /// Work done by the search.
    pub work: u64,
}
