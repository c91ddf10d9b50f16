//! Requests, and the alternative ways to serve them.

use airbridge_units::{Moment, Seconds};

use super::{Cost, PlaceIdx, ResourceIdx, VehicleIdx, WindowsIdx};

/// Something to be carried, whole, at most once.
#[derive(Clone, Debug)]
pub struct Request {
    /// Taken from each capacity dimension while on board.
    pub demand: Vec<i64>,
    /// Travel grade that trips with it on board need at least.
    pub grade: u8,
    /// Cost when it is not served at all.
    pub unserved: Cost,
    /// Alternatives, of which at most one is used. May be empty.
    pub ways: Vec<Way>,
}

/// One way to serve a request: one ride, or two with a stay between.
#[derive(Clone, Debug)]
pub struct Way {
    /// One or two, in order. Two rides are on two different tours.
    pub rides: Vec<Ride>,
    /// Between two rides; `None` with one.
    pub stay: Option<Stay>,
    /// Time from the end of the last unloading to being in place.
    pub onward: Seconds,
    /// In place at or before this is on time; the "when" of lateness is the end of the last unloading + `onward`.
    pub due: Moment,
    /// Cost when served after `due`.
    pub late: Cost,
    /// Further cost for each second after `due`, in tier 1, counted in units of one per 2¹⁰ seconds·weight:
    /// `late_seconds × late_weight / 1024`.
    pub late_weight: i64,
    /// Cost of this way whenever it is used.
    pub cost: Cost,
    /// Burden for each second from start of the first loading to the end of the last unloading, in tier 3, per 1024 seconds.
    pub burden_weight: i64,
    /// Resources taken, counted from being in place.
    pub uses: Vec<Use>,
    /// Limit from the start of the first loading to the end of the last unloading.
    pub max_span: Seconds,
    /// Limit on the sum of [`super::Travel::moving`] over all trips on board.
    pub max_moving: Seconds,
    /// Limit on the sum of [`super::Travel::legs`] over all trips on board.
    pub max_legs: u32,
}

impl Way {
    /// Whether it costs the same however late and long it is.
    pub(crate) fn is_timeless(&self) -> bool {
        self.late == Cost::ZERO && self.late_weight == 0 && self.burden_weight == 0
    }

    /// One ride with no limit, cost or due time beyond its own.
    pub fn of_ride(ride: Ride) -> Self {
        Self {
            rides: vec![ride],
            stay: None,
            onward: Seconds::ZERO,
            due: Moment::MAX,
            late: Cost::ZERO,
            late_weight: 0,
            cost: Cost::ZERO,
            burden_weight: 0,
            uses: Vec::new(),
            max_span: Seconds::MAX,
            max_moving: Seconds::MAX,
            max_legs: u32::MAX,
        }
    }
}

/// One ride on a tour.
#[derive(Clone, Debug)]
pub struct Ride {
    /// Where it boards.
    pub from: PlaceIdx,
    /// Where it leaves.
    pub to: PlaceIdx,
    /// The start of loading lies in these.
    pub board: WindowsIdx,
    /// The end of unloading lies in these.
    pub alight: WindowsIdx,
    /// Its share of the loading time.
    pub load: Seconds,
    /// Its share of the unloading time.
    pub unload: Seconds,
    /// Longest time from the start of its loading to the end of its unloading.
    pub max_ride: Seconds,
    /// Resources taken when boarding, counted at (start of loading − `before`).
    pub uses: Vec<Use>,
    /// See `uses`: time between leaving where it came from and the start of loading.
    pub before: Seconds,
    /// Vehicles that may carry it, sorted; empty means any.
    pub vehicles: Vec<VehicleIdx>,
}

impl Ride {
    /// One that may board and leave at any time, on any vehicle, and takes no time to load and unload.
    pub fn between(from: PlaceIdx, to: PlaceIdx) -> Self {
        Self {
            from,
            to,
            board: WindowsIdx::ALWAYS,
            alight: WindowsIdx::ALWAYS,
            load: Seconds::ZERO,
            unload: Seconds::ZERO,
            max_ride: Seconds::MAX,
            uses: Vec::new(),
            before: Seconds::ZERO,
            vehicles: Vec::new(),
        }
    }
}

/// The time between two rides.
#[derive(Clone, Debug)]
pub struct Stay {
    /// Instant resource taken from the end of the first unloading to the start of the second loading, and how much.
    pub resource: Option<(ResourceIdx, i64)>,
    /// Least time from the end of the first unloading to the start of the second loading.
    pub min: Seconds,
    /// Longest such time.
    pub max: Seconds,
    /// The start of the second loading may not come after one of these instants that lies after the end of the first
    /// unloading ("no night in between"); sorted; empty when nights are allowed.
    pub not_across: Vec<Moment>,
}

/// An amount of a bucketed resource.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub struct Use {
    /// Which.
    pub resource: ResourceIdx,
    /// How much.
    pub amount: i64,
    /// From the bucket of the instant, this many buckets (cut at the end of the calendar). At least 1.
    pub buckets: u32,
}
