//! Places and how vehicles get from one to another.

use airbridge_units::Seconds;

use super::{PlaceIdx, ResourceIdx, WindowsIdx};

/// Where a vehicle can stop.
#[derive(Clone, Debug)]
pub struct Place {
    /// Time that unloading takes before the first leaver is counted; only when somebody leaves.
    pub unload_setup: Seconds,
    /// Time that loading takes before the first boarder is counted; only when somebody boards.
    pub load_setup: Seconds,
    /// Least time between arrival and the start of loading (or departure) at a stop that refills; it counts from the end
    /// of unloading where `refills_empty_only`.
    pub turnaround: Seconds,
    /// The stock of consumption can be filled again at a stop here ([`Profile::endurance`]).
    pub refills: bool,
    /// Refilling is done with nothing on board: not at a stop where something stays on board, and loading begins no sooner than the end of
    /// unloading + `turnaround`.
    pub refills_empty_only: bool,
    /// Crews can rest here away from home.
    pub rest: bool,
    /// Each arrival and each departure of a tour's stop here takes one unit of this bucketed resource, but for those of a trip without legs.
    pub movements: Option<ResourceIdx>,
    /// From arrival to departure a vehicle takes one unit of this instant resource, except at its own home.
    pub parking: Option<ResourceIdx>,
    /// Highest travel grade that may be on board at this place (a request of a higher grade may not stop here).
    pub highest_grade: u8,
}

impl Place {
    /// One where nothing takes time and nothing is had.
    pub const PLAIN: Self = Self {
        unload_setup: Seconds::ZERO,
        load_setup: Seconds::ZERO,
        turnaround: Seconds::ZERO,
        refills: false,
        refills_empty_only: false,
        rest: false,
        movements: None,
        parking: None,
        highest_grade: 0,
    };
}

/// How one kind of vehicle travels.
#[derive(Clone, Debug)]
pub struct Profile {
    /// By place: when this kind of vehicle can be handled there, or `None` when it can never.
    pub open: Vec<Option<WindowsIdx>>,
    /// Number of travel grades; grade 0 is the ordinary way. A trip goes in the highest grade on board.
    pub grades: u8,
    /// Options by `(grade × places + from) × places + to`, quickest first; empty when there is no way.
    /// A trip takes the first option that its load allows.
    pub travel: Vec<Vec<Travel>>,
    /// Most that can be consumed between two refills, by load on board: points `(load, consumption)` with loads
    /// rising and consumption falling, linear between, nothing allowed above the last load. Empty: no limit.
    /// The load that counts is the largest on board since the last refill.
    pub endurance: Vec<(i64, i64)>,
}

/// One way to travel between two places.
#[derive(Clone, Debug)]
pub struct Travel {
    /// From departure to arrival, stops on the way included.
    pub duration: Seconds,
    /// Part of `duration` that counts towards a request's [`super::Way::max_moving`].
    pub moving: Seconds,
    /// Sectors flown: 1, and one more for each stop on the way.
    pub legs: u8,
    /// Consumption from departure (or the last refill on the way) to arrival.
    pub consumption: i64,
    /// Consumption that must be left on arrival at the end.
    pub reserve: i64,
    /// Largest load that this option carries, counting stops on the way; `i64::MAX` when endurance alone decides.
    pub load_limit: i64,
    /// When it may depart, with everything on the way and the arrival counted in.
    pub departures: WindowsIdx,
    /// Movement cost, added in tier 4.
    pub cost: i64,
    /// Whether the stock is refilled on the way.
    pub refilled: bool,
    /// When refilled on the way: consumption from departure to the first refill, with what must be left there. Counted on top of
    /// what was consumed before departure; not read otherwise.
    pub before_refill: i64,
    /// The planner's own number for this option; the solver only hands it back.
    pub tag: u32,
}

impl Travel {
    /// Straight there, at any time and with any load, at a cost in tier 4.
    pub fn direct(duration: Seconds, cost: i64) -> Self {
        Self {
            duration,
            moving: duration,
            legs: 1,
            consumption: 0,
            reserve: 0,
            load_limit: i64::MAX,
            departures: WindowsIdx::ALWAYS,
            cost,
            refilled: false,
            before_refill: 0,
            tag: 0,
        }
    }
}

impl Profile {
    /// The options from one place to another in a grade.
    pub fn options(&self, grade: u8, from: PlaceIdx, to: PlaceIdx) -> &[Travel] {
        let places = self.open.len();
        &self.travel[(usize::from(grade) * places + from.get()) * places + to.get()]
    }

    /// The most that can be consumed with `load` on board, or `None` when that load is too much.
    pub fn endurance_at(&self, load: i64) -> Option<i64> {
        let Some(&(first, most)) = self.endurance.first() else {
            return Some(i64::MAX);
        };
        if load <= first {
            return Some(most);
        }
        self.endurance.windows(2).find_map(|pair| {
            let ((l0, c0), (l1, c1)) = (pair[0], pair[1]);
            (load <= l1).then(|| c0 - (c0 - c1) * (load - l0) / (l1 - l0).max(1))
        })
    }
}
