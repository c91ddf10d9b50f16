//! Which requests ride at other times than before, if a group of proposals is carried out.

use smallvec::SmallVec;

use super::evaluate::{Given, inserted};
use super::proposal::Proposal;
use super::state::{Assigned, State, request_cost};
use crate::Rejection;
use crate::problem::RequestIdx;

/// Requests whose assignment changes, sorted by request.
#[derive(Clone, Debug, Default)]
pub(crate) struct Moved {
    pub(crate) requests: Vec<(RequestIdx, Assigned)>,
}

impl Moved {
    /// The new assignment of a request, if it changes.
    pub(crate) fn get(&self, request: RequestIdx) -> Option<&Assigned> {
        let index = self.requests.binary_search_by_key(&request, |known| known.0).ok()?;
        Some(&self.requests[index].1)
    }
}

/// One ride with its new times.
#[derive(Clone, Copy, Debug)]
struct RideTimes {
    request: RequestIdx,
    ride: usize,
    start: i64,
    finish: i64,
    moving: i64,
    legs: u32,
}

/// Id of a tour that has none yet.
pub(crate) const NO_TOUR: u32 = u32::MAX;

/// Reads the riders' new times off the drafts, and tests what concerns a request over both of its rides.
///
/// A request of which only the first ride is proposed, with nothing given about the other, is left out.
pub(crate) fn moved_riders(
    state: &State<'_>,
    proposals: &[Proposal],
    given: Option<&Given>,
) -> Result<Moved, Rejection> {
    let problem = state.problem;
    let new = inserted(proposals);
    let mut rides: SmallVec<[RideTimes; 16]> = SmallVec::new();
    for proposal in proposals {
        collect(state, proposal, &mut rides);
    }
    if let (Some(given), Some((request, _))) = (given, new) {
        rides.push(RideTimes {
            request,
            ride: usize::from(given.ride),
            start: given.start,
            finish: given.finish,
            moving: given.moving,
            legs: given.legs,
        });
    }
    rides.sort_unstable_by_key(|ride| (ride.request, ride.ride));
    let mut moved = Moved::default();
    for of_one in rides.chunk_by(|a, b| a.request == b.request) {
        let request = of_one[0].request;
        let way_idx = match (new, &state.assigned[request.get()]) {
            (Some((inserted, way)), _) if inserted == request => way,
            (_, Some(assigned)) => assigned.way,
            _ => unreachable!("a rider is assigned or being inserted"),
        };
        let way = &problem.requests[request.get()].ways[way_idx.get()];
        let mut assigned = match &state.assigned[request.get()] {
            Some(assigned) => *assigned,
            None if of_one.len() < way.rides.len() => continue,
            None => Assigned {
                way: way_idx,
                tours: [NO_TOUR; 2],
                start: [0; 2],
                finish: [0; 2],
                moving: [0; 2],
                legs: [0; 2],
                cost: crate::problem::Cost::ZERO,
            },
        };
        for ride in of_one {
            assigned.start[ride.ride] = ride.start;
            assigned.finish[ride.ride] = ride.finish;
            assigned.moving[ride.ride] = ride.moving;
            assigned.legs[ride.ride] = ride.legs;
        }
        let last = way.rides.len() - 1;
        if last == 0 {
            assigned.start[1] = assigned.start[0];
            assigned.finish[1] = assigned.finish[0];
        } else {
            if assigned.moving[0] + assigned.moving[1] > way.max_moving.0 {
                return Err(Rejection::Moving);
            }
            if assigned.legs[0] + assigned.legs[1] > way.max_legs {
                return Err(Rejection::Legs);
            }
        }
        assigned.cost = request_cost(problem, request, way_idx, assigned.start[0], assigned.finish[last]);
        moved.requests.push((request, assigned));
    }
    Ok(moved)
}

/// Rides of one proposal whose times differ from what is assigned.
fn collect(state: &State<'_>, proposal: &Proposal, rides: &mut SmallVec<[RideTimes; 16]>) {
    let draft = &proposal.draft;
    let problem = state.problem;
    for rider in proposal.riders() {
        let (pick, drop) = (usize::from(rider.pick), usize::from(rider.drop));
        let ride = usize::from(rider.ride);
        let mut times = RideTimes {
            request: rider.request,
            ride,
            start: draft.clock.start[pick],
            finish: draft.unload_end(drop),
            moving: 0,
            legs: 0,
        };
        let known = state.assigned[rider.request.get()].as_ref();
        let way = known
            .map(|assigned| assigned.way)
            .or_else(|| proposal.added.map(|added| added.0.way));
        let way = way.expect("a rider is assigned or being inserted");
        if problem.requests[rider.request.get()].ways[way.get()].rides.len() > 1 {
            (times.moving, times.legs) = draft.motion(problem, pick, drop);
        }
        let same = known.is_some_and(|assigned| {
            assigned.start[ride] == times.start
                && assigned.finish[ride] == times.finish
                && assigned.moving[ride] == times.moving
                && assigned.legs[ride] == times.legs
        });
        if !same {
            rides.push(times);
        }
    }
}
