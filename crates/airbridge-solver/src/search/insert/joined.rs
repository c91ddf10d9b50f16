//! Ways with two rides on tours that exist already and stop at all four places.
//!
//! That is how all but the first of many who go the same way are put in, so it is worth looking before anything is opened.

use smallvec::SmallVec;

use super::{Best, Inserter};
use crate::Rejection;
use crate::problem::{Cost, RequestIdx, WayIdx, WindowsIdx};
use crate::schedule::sketch::RideOf;
use crate::search::atlas::Reach;
use crate::search::proposal::{At, Spot};
use crate::search::shortlist::Shortlist;
use crate::search::spots::{Seeker, Which};
use crate::search::state::{State, vehicles_of};

/// Joins looked at for one ride.
const MOST: usize = 32;
/// A second ride may board this much earlier than the present clocks allow, since both tours are scheduled anew.
const SLACK: i64 = 3 * 3600;

/// Two spots at which a request cannot join, whichever bed it goes to.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub(super) struct FailedJoin {
    first: Spot,
    second: Spot,
    alight: WindowsIdx,
}

pub(super) type FailedJoins = SmallVec<[FailedJoin; 8]>;

/// A ride on a tour as the clock stands.
#[derive(Clone, Copy)]
struct Joined {
    spot: Spot,
    start: i64,
    finish: i64,
}

impl Inserter<'_> {
    /// Tries the most promising combinations of joins.
    ///
    /// `failed` are the pairs that other ways of the same request were tried on in vain; those are not tried again.
    pub(super) fn join_pairs(
        &mut self,
        state: &mut State<'_>,
        request: RequestIdx,
        way: WayIdx,
        best: &mut Best,
        failed: &mut FailedJoins,
    ) {
        let problem = state.problem;
        let rides = [0, 1].map(|ride| RideOf { request, way, ride });
        let firsts = self.joins(state, rides[0]);
        if firsts.is_empty() {
            return;
        }
        let seconds = self.joins(state, rides[1]);
        let the_way = rides[0].way(problem);
        let stay = the_way.stay.as_ref().expect("two rides have a stay");
        let mut pairs: Vec<(Cost, Joined, Joined)> = Vec::new();
        for first in &firsts {
            for second in &seconds {
                let between = second.start - first.finish;
                let fits = between + SLACK >= stay.min.0 && between <= stay.max.0.saturating_add(SLACK);
                let span = second.finish - first.start;
                if !fits || tour_of(first.spot) == tour_of(second.spot) {
                    continue;
                }
                let mut cost = Cost::in_tier(3, span * the_way.burden_weight / 1024);
                if second.finish + the_way.onward.0 > the_way.due.0 {
                    cost += the_way.late;
                }
                pairs.push((cost, *first, *second));
            }
        }
        pairs.sort_by_key(|pair| pair.0);
        let base = the_way.cost - problem.requests[request.get()].unserved;
        let tries = self.effort.first_rides * self.effort.second_rides;
        for (cost, first, second) in pairs.into_iter().take(tries) {
            if best.is_full_below(base + cost) {
                return;
            }
            let join = FailedJoin {
                first: first.spot,
                second: second.spot,
                alight: rides[1].ride(problem).alight,
            };
            if failed.contains(&join) {
                continue;
            }
            let tried = self.try_pair(state, (rides[0], first.spot), (rides[1], second.spot), best);
            if tried.is_err_and(|why| !matches!(why, Rejection::Resource { .. })) {
                failed.push(join);
            }
        }
    }

    /// Where a ride could join, at present times.
    fn joins(&self, state: &State<'_>, ride_of: RideOf) -> SmallVec<[Joined; 8]> {
        let problem = state.problem;
        let ride = ride_of.ride(problem);
        let Some(reach) = Reach::of(problem, ride) else {
            return SmallVec::new();
        };
        let seeker = Seeker {
            state,
            atlas: self.atlas,
            ride_of,
            reach,
            which: Which::Joins,
            base: Cost::ZERO,
            floor: Cost::ZERO,
        };
        let mut list = Shortlist::default();
        list.begin(MOST);
        for vehicle in vehicles_of(problem, ride) {
            let tours = &state.by_vehicle[vehicle.get()];
            let first = tours.partition_point(|id| state.tour(*id).draft.end() < reach.board.0);
            for &id in &tours[first..] {
                if state.tour(id).draft.ready(0) > reach.alight.1 {
                    break;
                }
                seeker.on_tour(id, &mut list);
            }
        }
        let at_present = |spot: Spot| match spot {
            Spot::On {
                tour,
                pick: At::Stop(pick),
                drop: At::Stop(drop),
                ..
            } => {
                let draft = &state.tour(tour).draft;
                Some(Joined {
                    spot,
                    start: draft.clock.start[pick],
                    finish: draft.unload_end(drop),
                })
            }
            _ => None,
        };
        list.finish().iter().filter_map(|join| at_present(join.spot)).collect()
    }
}

fn tour_of(spot: Spot) -> Option<u32> {
    match spot {
        Spot::On { tour, .. } => Some(tour),
        Spot::New { .. } => None,
    }
}
