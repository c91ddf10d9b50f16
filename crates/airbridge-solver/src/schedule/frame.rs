//! What surrounds a group of drafts: bounds from tours that stay as they are, and couplings within the group.

use std::cell::Cell;

use airbridge_units::Moment;
use smallvec::SmallVec;

use crate::Rejection;
use crate::problem::CrewIdx;

/// Bounds on one stop from outside its own tour.
#[derive(Clone, Copy, Debug)]
pub(crate) struct StopBounds {
    /// On the start of loading.
    pub(crate) start: (i64, i64),
    /// On the end of unloading.
    pub(crate) finish: (i64, i64),
}

impl StopBounds {
    pub(crate) const NONE: Self = Self {
        start: (i64::MIN, i64::MAX),
        finish: (i64::MIN, i64::MAX),
    };
}

/// When a crew is taken: from the begin of duty to the end of rest, and by which tour; sorted, disjoint.
#[derive(Clone, Copy, Debug)]
pub(crate) struct CrewBusy<'p> {
    pub(crate) crew: CrewIdx,
    pub(crate) taken: &'p [(i64, i64, u32)],
}

impl CrewBusy<'_> {
    /// The stretches that end after `at`, those of the group's own tours left out.
    pub(crate) fn after<'a>(&'a self, at: i64, group: &'a [u32]) -> impl Iterator<Item = (i64, i64)> + 'a {
        let first = self.taken.partition_point(|taken| taken.1 <= at);
        self.taken[first..]
            .iter()
            .filter(|taken| !group.contains(&taken.2))
            .map(|taken| (taken.0, taken.1))
    }
}

/// What surrounds one draft.
#[derive(Clone, Debug)]
pub(crate) struct Frame<'p> {
    /// The first loading starts no earlier.
    pub(crate) start_from: i64,
    /// The first departure is no earlier.
    pub(crate) depart_from: i64,
    /// The last unloading ends no later, and what to say if it would.
    pub(crate) end_by: (i64, Rejection),
    /// By stop.
    pub(crate) bounds: SmallVec<[StopBounds; 12]>,
    /// By crew of the setup.
    pub(crate) crews: SmallVec<[CrewBusy<'p>; 3]>,
}

/// A request with both rides in the group.
#[derive(Clone, Copy, Debug)]
pub(crate) struct Coupling<'p> {
    /// Draft, boarding stop, leaving stop of the first ride.
    pub(crate) first: (usize, usize, usize),
    /// The same of the second.
    pub(crate) second: (usize, usize, usize),
    pub(crate) min: i64,
    pub(crate) max: i64,
    pub(crate) not_across: &'p [Moment],
    pub(crate) max_span: i64,
}

/// One draft comes after another, on the same vehicle or with the same crew.
#[derive(Clone, Copy, Debug)]
pub(crate) enum Sequence {
    /// On the same vehicle: least time from end to first departure, of which so much before loading.
    Vehicle {
        first: usize,
        second: usize,
        gap: i64,
        changeover: i64,
    },
    /// With the same crew.
    Crew { first: usize, second: usize, crew: CrewIdx },
}

/// What surrounds a group of drafts.
#[derive(Clone, Debug, Default)]
pub(crate) struct Surroundings<'p> {
    /// By draft.
    pub(crate) frames: SmallVec<[Frame<'p>; 2]>,
    pub(crate) couplings: Vec<Coupling<'p>>,
    pub(crate) sequences: SmallVec<[Sequence; 2]>,
    /// The tours that the drafts replace.
    pub(crate) group: SmallVec<[u32; 2]>,
    /// Set when a duty limit pushed anything: then a rest might help.
    pub(crate) duty_pushed: Cell<bool>,
}
