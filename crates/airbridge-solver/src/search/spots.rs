//! Where a ride could go: a list of spots that pass cheap tests, with an estimate of the movement cost that each adds.
//!
//! The tests here are necessary only: whatever passes is evaluated exactly. Times are compared with the earliest clock of a
//! tour, which further riders only push later.

use super::atlas::{Atlas, NEVER, Reach};
use super::proposal::{At, Spot};
use super::state::State;
use super::tour::{Tour, TourId};
use crate::problem::{PlaceIdx, Problem, Request, SetupIdx, Vehicle, VehicleIdx};
use crate::schedule::sketch::{Loads, RideOf};

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

/// A spot and the movement cost that it would add, as far as can be seen without evaluating.
pub(crate) type Estimated = (i64, Spot);

/// Lists spots on an existing tour.
pub(crate) fn on_tour(
    state: &State<'_>,
    atlas: &Atlas,
    ride_of: RideOf,
    reach: Reach,
    tour_id: TourId,
    which: Which,
    out: &mut Vec<Estimated>,
) {
    let problem = state.problem;
    let tour = state.tour(tour_id);
    let ride = ride_of.ride(problem);
    let request = &problem.requests[ride_of.request.get()];
    let stops = &tour.draft.sketch.stops;
    if which == Which::Joins
        && !(stops.iter().any(|stop| stop.place == ride.from) && stops.iter().any(|stop| stop.place == ride.to))
    {
        return;
    }
    let view = View {
        problem,
        atlas,
        tour,
        request,
        reach,
        tested: which != Which::Untested,
    };
    let last = stops.len() - 1;
    for (index, stop) in stops[..last].iter().enumerate() {
        if stop.place == ride.from && view.may_board(tour.draft.earliest.arrive[index]) {
            view.drops(tour_id, ride.from, ride.to, At::Stop(index), which, out);
        }
        if which == Which::Joins || stop.place == ride.from || stops[index + 1].place == ride.from {
            continue;
        }
        let arrival = tour.draft.earliest.depart[index].saturating_add(view.quickest(stop.place, ride.from));
        if view.may_board(arrival) {
            view.drops(tour_id, ride.from, ride.to, At::After(index), which, out);
        }
    }
}

struct View<'a> {
    problem: &'a Problem,
    atlas: &'a Atlas,
    tour: &'a Tour,
    request: &'a Request,
    reach: Reach,
    tested: bool,
}

impl View<'_> {
    fn quickest(&self, from: PlaceIdx, to: PlaceIdx) -> i64 {
        self.atlas.quickest(self.vehicle().profile, from, to)
    }

    fn vehicle(&self) -> &Vehicle {
        self.tour.draft.vehicle(self.problem)
    }

    fn may_board(&self, arrival: i64) -> bool {
        !self.tested || arrival <= self.reach.board.1
    }

    fn drops(&self, tour_id: TourId, from: PlaceIdx, to: PlaceIdx, pick: At, which: Which, out: &mut Vec<Estimated>) {
        let stops = &self.tour.draft.sketch.stops;
        let last = stops.len() - 1;
        let (first, is_new) = match pick {
            At::Stop(stop) => (stop, false),
            At::After(stop) => (stop, true),
        };
        let pick_cost = if is_new { self.detour(first, first + 1, from) } else { 0 };
        let mut peak: Loads = Loads::from_elem(0, self.problem.dimensions);
        let mut push = |pick: At, drop: At, estimate: i64, peak: &Loads| {
            if let Some(setup) = self.setup_for(peak) {
                out.push((
                    estimate,
                    Spot::On {
                        tour: tour_id,
                        setup,
                        pick,
                        drop,
                    },
                ));
            }
        };
        for index in first..=last {
            // Here the ride is on board on trips `first..index`.
            if index > first {
                let arrival = self.tour.draft.earliest.arrive[index];
                if self.tested && arrival > self.reach.alight.1 {
                    return;
                }
                if stops[index].place == to {
                    push(pick, At::Stop(index), pick_cost, &peak);
                }
            }
            if index == last {
                return;
            }
            for (most, (load, demand)) in peak.iter_mut().zip(stops[index].loads.iter().zip(&self.request.demand)) {
                *most = (*most).max(load + demand);
            }
            if self.tested && self.setup_for(&peak).is_none() {
                return;
            }
            let beside = stops[index + 1].place == to || (stops[index].place == to && (index > first || !is_new));
            if which == Which::Joins || (beside && !(is_new && index == first)) {
                continue;
            }
            let estimate = if is_new && index == first {
                if stops[index + 1].place == to {
                    continue;
                }
                self.detour_of_both(index, from, to)
            } else {
                pick_cost.saturating_add(self.detour(index, index + 1, to))
            };
            if self.tested && estimate >= NEVER {
                continue;
            }
            push(pick, At::After(index), estimate, &peak);
        }
    }

    /// The tour's own setup if it carries these loads, or else the cheapest other one that carries these and all others.
    fn setup_for(&self, peak: &Loads) -> Option<SetupIdx> {
        let vehicle = self.vehicle();
        let own = self.tour.draft.setup;
        let carries = |setup: SetupIdx, loads: &Loads| {
            loads
                .iter()
                .zip(&vehicle.setups[setup.get()].capacity)
                .all(|(load, most)| load <= most)
        };
        if !self.tested || carries(own, peak) {
            return Some(own);
        }
        self.atlas.setups[self.tour.vehicle().get()]
            .iter()
            .copied()
            .find(|&setup| {
                setup != own
                    && carries(setup, peak)
                    && self
                        .tour
                        .draft
                        .sketch
                        .stops
                        .iter()
                        .all(|stop| carries(setup, &stop.loads))
            })
    }

    /// Movement cost of a stop between two others.
    fn detour(&self, before: usize, after: usize, place: PlaceIdx) -> i64 {
        let stops = &self.tour.draft.sketch.stops;
        let (a, b) = (stops[before].place, stops[after].place);
        let grade = stops[before].grade.max(self.request.grade);
        self.price(grade, a, place)
            .saturating_add(self.price(grade, place, b))
            .saturating_sub(self.price(stops[before].grade, a, b))
    }

    fn detour_of_both(&self, before: usize, from: PlaceIdx, to: PlaceIdx) -> i64 {
        let stops = &self.tour.draft.sketch.stops;
        let (a, b) = (stops[before].place, stops[before + 1].place);
        let grade = stops[before].grade;
        self.price(grade, a, from)
            .saturating_add(self.price(grade.max(self.request.grade), from, to))
            .saturating_add(self.price(grade, to, b))
            .saturating_sub(self.price(grade, a, b))
    }

    fn price(&self, grade: u8, from: PlaceIdx, to: PlaceIdx) -> i64 {
        price(self.problem, self.vehicle(), grade, from, to)
    }
}

/// Movement cost of the quickest option.
pub(crate) fn price(problem: &Problem, vehicle: &Vehicle, grade: u8, from: PlaceIdx, to: PlaceIdx) -> i64 {
    let profile = &problem.profiles[vehicle.profile.get()];
    if grade >= profile.grades {
        return NEVER;
    }
    profile.options(grade, from, to).first().map_or(NEVER, |option| {
        option.cost + vehicle.cost_per_second * option.duration.0
    })
}

/// Lists new tours of a vehicle, in order of time. The estimate counts the tour's fixed cost in tier 4.
pub(crate) fn new_tours(
    state: &State<'_>,
    atlas: &Atlas,
    ride_of: RideOf,
    reach: Reach,
    vehicle_idx: VehicleIdx,
    which: Which,
    out: &mut Vec<Estimated>,
) {
    let problem = state.problem;
    let vehicle = &problem.vehicles[vehicle_idx.get()];
    let tested = which != Which::Untested;
    let list = &state.by_vehicle[vehicle_idx.get()];
    if tested && list.len() >= vehicle.max_tours as usize {
        return;
    }
    let ride = ride_of.ride(problem);
    let request = &problem.requests[ride_of.request.get()];
    let quickest = |from, to| {
        if from == to {
            0
        } else {
            atlas.quickest(vehicle.profile, from, to)
        }
    };
    let to_first = quickest(vehicle.home, ride.from);
    let between = quickest(ride.from, ride.to);
    let to_end = quickest(ride.to, vehicle.end);
    if tested && (to_first >= NEVER || between >= NEVER || to_end >= NEVER) {
        return;
    }
    let price = |grade: u8, from: PlaceIdx, to: PlaceIdx| {
        if from == to {
            0
        } else {
            price(problem, vehicle, grade, from, to)
        }
    };
    let movement = price(0, vehicle.home, ride.from)
        .saturating_add(price(request.grade, ride.from, ride.to))
        .saturating_add(price(0, ride.to, vehicle.end));
    let fits = |setup: &SetupIdx| {
        let capacity = &vehicle.setups[setup.get()].capacity;
        !tested || request.demand.iter().zip(capacity).all(|(demand, most)| demand <= most)
    };
    let gaps = 0..=list.len();
    for slot in gaps {
        let opens = slot
            .checked_sub(1)
            .map_or(problem.start.0, |at| state.tour(list[at]).draft.end());
        let closes = list.get(slot).map_or(problem.end.0, |id| state.tour(*id).draft.begin());
        if tested {
            if opens.saturating_add(to_first) > reach.board.1 {
                break;
            }
            let leaves = (opens + to_first).max(reach.board.0) + ride.load.0;
            if leaves.saturating_add(between).saturating_add(to_end) > closes {
                continue;
            }
        }
        for &setup in atlas.setups[vehicle_idx.get()].iter().filter(|setup| fits(setup)) {
            let fixed = vehicle.tour_cost.0[4] + vehicle.setups[setup.get()].cost.0[4];
            out.push((
                movement.saturating_add(fixed),
                Spot::New {
                    vehicle: vehicle_idx,
                    slot,
                    setup,
                },
            ));
        }
    }
}
