//! How little the first tier could cost at best, by relaxation; and how little movement could, where problems are plain ([`movement_bound`]).
//!
//! For the first tier:
//!
//! What comes in: a problem. What goes out: a [`Bound`] that no solution can beat. Four things are kept of the problem, everything else is
//! dropped: whether a request could be in place on time if it were alone (`alone`), how much the resources at the end of a way hold for
//! as long as they are taken (`ends`), how much those at boarding hold in each bucket (`boarding`), and how many rides the places on
//! vehicles allow in each stretch of time (`lift`, `rotation`).
//!
//! Boarding with ends, lift alone, and lift with ends are relaxations of their own; the closest counts.
//!
//! Sets of requests that can be linked to resources within their capacities (`flow`) are the independent sets of a gammoid (Perfect 1968;
//! Schrijver 2003, section 39.3), so taking requests by falling weight and augmenting is optimal (Rado 1957, Edmonds 1971).

mod alone;
mod boarding;
mod capacity;
mod ends;
mod flow;
mod fragments;
mod gates;
mod lift;
mod network;
mod rotation;
mod tours;

pub(crate) use fragments::{Budget, Partition, by_partner, partition};
pub use fragments::{Effort, MovementBound, movement_bound};

use airbridge_units::Moment;

use self::alone::{Fleet, Times};
use crate::problem::{Problem, RequestIdx, ResourceIdx};
use crate::search::Atlas;

/// A lower bound on the first tier of any solution's cost.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct Bound {
    /// No solution costs less in tier 0.
    pub tier0: i64,
    /// No solution has more requests in place on time than this.
    pub on_time_at_most: usize,
    /// Requests that could not be in place on time even if they were alone.
    pub impossible: Vec<RequestIdx>,
    /// What turned most requests away in the relaxation that gives `tier0`, if anything did.
    pub binding: Option<Binding>,
}

/// What keeps the bound where it is.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct Binding {
    /// What there is too little of.
    pub scarce: Scarce,
    /// Requests that could be in place on time if they were alone, need what is scarce, and find none left, in one best selection. By index.
    pub turned_away: Vec<RequestIdx>,
}

/// Something that binds.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub enum Scarce {
    /// A shared resource.
    Resource(ResourceIdx),
    /// The vehicles' places.
    Lift {
        /// Of this capacity dimension.
        dimension: usize,
        /// Those of departures before this moment are all needed.
        until: Moment,
    },
}

/// What a request costs in tier 0, at least, on time and otherwise.
struct Stakes {
    /// When not in place on time.
    otherwise: i64,
    /// What is gained by being on time, at most; never negative.
    gain: i64,
    /// Ways by which it could be on time.
    ways: Vec<OnTime>,
}

/// A way by which a request could be on time if it were alone.
struct OnTime {
    /// Its index.
    way: usize,
    times: Times,
}

/// Beyond so many ways lift and ends are not counted together: it takes seconds.
const MOST_WAYS: usize = 200_000;

/// Computes the bound.
pub(crate) fn bound(problem: &Problem, atlas: &Atlas) -> Bound {
    let fleet = Fleet::new(problem, atlas);
    let stakes: Vec<Stakes> = (0..problem.requests.len()).map(|index| stakes(&fleet, index)).collect();
    let impossible = stakes
        .iter()
        .enumerate()
        .filter(|(_, stakes)| stakes.ways.is_empty())
        .map(|(index, _)| RequestIdx::new(index))
        .collect();
    let base: i64 = stakes.iter().map(|stakes| stakes.otherwise).sum();
    let ends = ends::Ends::new(problem, &stakes);
    let mut best = flow::link(&stakes, &ends, &boarding::BoardingGates::new(problem, &stakes));
    let ways: usize = stakes.iter().map(|stakes| stakes.ways.len()).sum();
    for which in [lift::Which::First, lift::Which::Last] {
        let Some(gates) = lift::LiftGates::new(&fleet, &stakes, which) else {
            continue;
        };
        let alone = flow::link_gates(&stakes, &gates);
        let binds = alone.binding.is_some();
        best = best.closer(alone);
        if binds && ways <= MOST_WAYS {
            best = best.closer(flow::link(&stakes, &ends, &gates));
        }
    }
    Bound {
        tier0: base - best.gain,
        on_time_at_most: best.count,
        impossible,
        binding: best.binding,
    }
}

fn stakes(fleet: &Fleet<'_>, index: usize) -> Stakes {
    let request = &fleet.problem.requests[index];
    let mut otherwise = request.unserved.0[0];
    let mut best = i64::MAX;
    let mut ways = Vec::new();
    for (way_index, way) in request.ways.iter().enumerate() {
        let Some(times) = fleet.times(request, way) else {
            continue;
        };
        otherwise = otherwise.min(way.cost.0[0] + way.late.0[0]);
        if times.in_place <= way.due.0 {
            best = best.min(way.cost.0[0]);
            ways.push(OnTime { way: way_index, times });
        }
    }
    let gain = if ways.is_empty() { 0 } else { (otherwise - best).max(0) };
    Stakes { otherwise, gain, ways }
}
