//! Where a ride could go: spots that pass cheap tests, each with an estimate of what it would change in cost.
//!
//! The tests are necessary ones, or nearly so; the estimate reads the present clock and guesses delays. Whatever is worth it is
//! evaluated exactly afterwards, in order of the estimates.

mod outlook;
mod view;

use airbridge_units::{Moment, Seconds};

use super::atlas::{Atlas, NEVER, Reach};
use super::proposal::{At, Spot};
use super::shortlist::Shortlist;
use super::state::State;
use super::surround::changeover;
use super::tour::TourId;
use super::usage;
use crate::problem::{Cost, Problem, Request, Ride, SetupIdx, Use, Vehicle, VehicleIdx, Way, WayIdx};
use crate::schedule::sketch::RideOf;
pub(crate) use outlook::Outlook;
use view::View;

/// Which spots to list.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub(crate) enum Which {
    /// Only where both stops are there already.
    Joins,
    /// All that pass the tests.
    All,
    /// All, tested or not, for saying why.
    Untested,
}

/// A spot and what it would change in cost, as far as can be seen without evaluating.
#[derive(Clone, Copy, Debug)]
pub(crate) struct Estimated {
    pub(crate) cost: Cost,
    pub(crate) way: WayIdx,
    pub(crate) spot: Spot,
}

/// One ride that looks for a spot.
#[derive(Clone, Copy)]
pub(crate) struct Seeker<'a> {
    pub(crate) state: &'a State<'a>,
    pub(crate) atlas: &'a Atlas,
    pub(crate) ride_of: RideOf,
    pub(crate) reach: Reach,
    pub(crate) which: Which,
    /// What the way changes in any case.
    pub(crate) base: Cost,
    /// What it changes at least, time on board included.
    pub(crate) floor: Cost,
}

impl<'a> Seeker<'a> {
    fn problem(&self) -> &'a Problem {
        self.state.problem
    }

    fn ride(&self) -> &'a Ride {
        self.ride_of.ride(self.problem())
    }

    fn way(&self) -> &'a Way {
        self.ride_of.way(self.problem())
    }

    fn request(&self) -> &'a Request {
        &self.problem().requests[self.ride_of.request.get()]
    }

    fn is_last(&self) -> bool {
        usize::from(self.ride_of.ride) + 1 == self.way().rides.len()
    }

    fn tested(&self) -> bool {
        self.which != Which::Untested
    }

    /// Cost with the ride between these moments and such an increase in movement, and in the time of others on board.
    fn estimate(&self, start: i64, finish: i64, movement: i64, others: i64) -> Cost {
        // Where there is no way, lengths are beyond all measure: they are cut so that sums stay sums.
        const FAR: i64 = 4_000_000_000;
        let (start, finish, others) = (start.clamp(-FAR, FAR), finish.clamp(-FAR, FAR), others.clamp(-FAR, FAR));
        let way = self.way();
        let mut cost = self.base;
        if self.is_last() {
            let in_place = finish + way.onward.0;
            if in_place > way.due.0 {
                cost += way.late;
                cost.0[1] += (in_place - way.due.0) * way.late_weight / 1024;
            }
        }
        cost.0[3] += (finish - start + others) * way.burden_weight / 1024;
        let moved = self.problem().movement_cost(movement);
        cost.0[3] = cost.0[3].saturating_add(moved.0[3]);
        cost.0[4] = cost.0[4].saturating_add(moved.0[4]);
        cost
    }

    /// Whether the resources at boarding and in the end have room about then.
    fn has_room(&self, start: i64, finish: i64) -> bool {
        if !self.tested() {
            return true;
        }
        let ride = self.ride();
        let boarding = ride.uses.iter().all(|used| self.room_near(used, start - ride.before.0));
        let way = self.way();
        boarding && (!self.is_last() || way.uses.iter().all(|used| self.room_near(used, finish + way.onward.0)))
    }

    fn room_near(&self, used: &Use, at: i64) -> bool {
        const NEAR: i64 = 6 * 3600;
        let (calendar, _) = usage::bucketed(self.problem(), used.resource);
        let Some(last) = calendar
            .bucket(Moment(at + NEAR))
            .or_else(|| calendar.len().checked_sub(1))
        else {
            return false;
        };
        let first = calendar.bucket(Moment(at)).unwrap_or(0);
        let room = self
            .state
            .usage
            .next_room(self.problem(), used.resource, first, used.buckets, used.amount);
        room.is_some_and(|room| room <= last)
    }

    /// Lists spots on an existing tour.
    pub(crate) fn on_tour(&self, tour_id: TourId, out: &mut Shortlist) {
        let tour = self.state.tour(tour_id);
        let ride = self.ride();
        let stops = &tour.draft.sketch.stops;
        if self.which == Which::Joins
            && !(stops.iter().any(|stop| stop.place == ride.from) && stops.iter().any(|stop| stop.place == ride.to))
        {
            return;
        }
        let view = View {
            seeker: *self,
            tour,
            id: tour_id,
        };
        let last = stops.len() - 1;
        for (index, stop) in stops[..last].iter().enumerate() {
            if stop.place == ride.from && view.may_board(tour.draft.earliest.start[index]) {
                view.drops(At::Stop(index), out);
            }
            // Nobody boards at the last stop: who is to be loaded at home once more needs a stop there before it.
            let boards_next = stops[index + 1].place == ride.from && index + 1 < last;
            if self.which == Which::Joins || stop.place == ride.from || boards_next {
                continue;
            }
            let arrival = tour
                .draft
                .ready(index)
                .saturating_add(view.quickest(stop.place, ride.from));
            if view.may_board(arrival)
                && view.reaches_next(index, ride.from, self.reach.board.0, ride.load.0)
                && view.has_slack(index, ride.from, ride.load.0)
            {
                view.drops(At::After(index), out);
            }
        }
    }

    /// Lists new tours of a vehicle, in order of time.
    pub(crate) fn new_tours(&self, vehicle_idx: VehicleIdx, out: &mut Shortlist) {
        let (state, problem, ride) = (self.state, self.problem(), self.ride());
        let vehicle = &problem.vehicles[vehicle_idx.get()];
        let list = &state.by_vehicle[vehicle_idx.get()];
        if self.tested() && list.len() >= vehicle.max_tours as usize {
            return;
        }
        let quickest = |from, to| {
            if from == to {
                0
            } else {
                self.atlas.quickest(vehicle.profile, from, to)
            }
        };
        let to_first = quickest(vehicle.home, ride.from);
        let between = quickest(ride.from, ride.to);
        let to_end = quickest(ride.to, vehicle.end);
        if self.tested() && (to_first >= NEVER || between >= NEVER || to_end >= NEVER) {
            return;
        }
        let grade = self.request().grade;
        let price = |grade, from, to| self.atlas.price(vehicle, grade, from, to);
        let movement = price(0, vehicle.home, ride.from)
            .saturating_add(price(grade, ride.from, ride.to))
            .saturating_add(price(0, ride.to, vehicle.end));
        let (from, to) = (&problem.places[ride.from.get()], &problem.places[ride.to.get()]);
        let unloading = to.unload_setup.0 + ride.unload.0;
        let riding = (from.load_setup.0 + ride.load.0 + between + unloading).min(NEVER);
        // From the first departure to the start of loading, and from the end of unloading to the last arrival.
        let (before, back) = (to_first, to_end);
        // Tours are in order: slots that close before the ride can board are at one end, those that open too late at the other.
        let begins = |id: &u32| state.tour(*id).draft.begin() < self.reach.board.0;
        let first = if self.tested() { list.partition_point(begins) } else { 0 };
        for slot in first..=list.len() {
            if self.tested() {
                let opens = slot
                    .checked_sub(1)
                    .map_or(problem.start.0, |at| state.tour(list[at]).draft.end());
                let closes = list.get(slot).map_or(problem.end.0, |id| state.tour(*id).draft.begin());
                let leaves = opens.max(self.reach.board.0.saturating_sub(before));
                if opens > self.reach.board.1 {
                    break;
                }
                if leaves
                    .saturating_add(before)
                    .saturating_add(riding)
                    .saturating_add(back)
                    > closes
                {
                    continue;
                }
            }
            for &setup in &self.atlas.setups[vehicle_idx.get()] {
                if self.tested() && !self.fits(vehicle, setup) {
                    continue;
                }
                let (opens, closes) = self.gap(vehicle_idx, slot, setup);
                let leaves = opens.max(self.reach.board.0.saturating_sub(before));
                let Some(opens) = self.may_leave(vehicle, leaves) else {
                    break;
                };
                let ready = opens.saturating_add(before).max(self.reach.board.0);
                let ends = ready.saturating_add(riding).saturating_add(back);
                let out_of_reach = ready > self.reach.board.1 || ready.saturating_add(riding) > self.reach.alight.1;
                if self.tested() && (out_of_reach || ends > closes) {
                    continue;
                }
                let Some(start) = self.first_quota(ready) else {
                    out.no_room = true;
                    continue;
                };
                if self.tested() && start.saturating_add(riding).saturating_add(back) > closes {
                    out.no_room = true;
                    continue;
                }
                let fixed = vehicle.tour_cost + vehicle.setups[setup.get()].cost;
                let cost = self.estimate(start, start.saturating_add(riding), movement, 0) + fixed;
                let spot = Spot::New {
                    vehicle: vehicle_idx,
                    slot,
                    setup,
                };
                out.offer(Estimated {
                    cost,
                    way: self.ride_of.way,
                    spot,
                });
            }
        }
    }

    /// The first moment at which a tour may begin.
    fn may_leave(&self, vehicle: &Vehicle, from: i64) -> Option<i64> {
        let mut at = Moment(from);
        for windows in [vehicle.departures, vehicle.available] {
            at = self.problem().windows[windows.get()].earliest_block(at, Seconds::ZERO)?;
        }
        Some(at.0)
    }

    fn fits(&self, vehicle: &Vehicle, setup: SetupIdx) -> bool {
        let capacity = &vehicle.setups[setup.get()].capacity;
        self.request()
            .demand
            .iter()
            .zip(capacity)
            .all(|(demand, most)| demand <= most)
    }

    /// From when the vehicle could depart in a gap between its tours, and by when it must be back, with changeovers and its crews'
    /// least rest.
    fn gap(&self, vehicle_idx: VehicleIdx, slot: usize, setup: SetupIdx) -> (i64, i64) {
        let (state, problem) = (self.state, self.problem());
        let vehicle = &problem.vehicles[vehicle_idx.get()];
        let own = &vehicle.setups[setup.get()];
        let list = &state.by_vehicle[vehicle_idx.get()];
        let turnaround = vehicle.turnaround.0;
        let before = slot.checked_sub(1).map(|at| &state.tour(list[at]).draft);
        let mut opens = before.map_or_else(
            || problem.start.0.max(vehicle.ready.0) + changeover(vehicle, vehicle.initial_kind, own),
            |draft| draft.end() + turnaround + changeover(vehicle, draft.setup(problem).kind, own),
        );
        let after = list.get(slot).map(|id| &state.tour(*id).draft);
        let mut closes = after.map_or(problem.end.0, |draft| {
            draft.begin() - turnaround - changeover(vehicle, own.kind, draft.setup(problem))
        });
        for crew_idx in &own.crews {
            let crew = &problem.crews[crew_idx.get()];
            let taken = &state.by_crew[crew_idx.get()];
            let next = taken.partition_point(|taken| taken.0 + crew.report.0 < opens);
            if let Some(before) = next.checked_sub(1) {
                opens = opens.max(taken[before].1 + crew.report.0);
            }
            // Tours with other vehicles within the gap are left to the evaluation.
            if let Some(next) = taken[next..].iter().find(|next| next.0 + crew.report.0 >= closes) {
                closes = closes.min(next.0 - crew.debrief.0 - crew.rest_home.0);
            }
        }
        (opens, closes)
    }

    /// The first moment from `start` at which the resources taken at boarding have room.
    fn first_quota(&self, start: i64) -> Option<i64> {
        let ride = self.ride();
        if !self.tested() {
            return Some(start);
        }
        let mut at = start;
        for used in &ride.uses {
            let (calendar, _) = usage::bucketed(self.problem(), used.resource);
            let bucket = calendar.bucket(Moment(at - ride.before.0)).unwrap_or(0);
            let room = self
                .state
                .usage
                .next_room(self.problem(), used.resource, bucket, used.buckets, used.amount)?;
            at = at.max(calendar.starts[room].0 + ride.before.0);
        }
        (at <= self.reach.board.1).then_some(at)
    }
}
