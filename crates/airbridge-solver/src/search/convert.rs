//! Between the search's state and the public solution.

use airbridge_units::Moment;

use std::sync::Arc;

use smallvec::SmallVec;

use super::evaluate::{Context, evaluate};
use super::proposal::Proposal;
use super::state::{Assigned, State, request_cost};
use super::tour::{Rider, Tour, TourId};
use crate::problem::{Cost, Problem, RequestIdx, VehicleIdx};
use crate::schedule::draft::Draft;
use crate::schedule::sketch::{RideOf, Sketch};
use crate::solution::{RidePlace, RideRef, Service, Solution, Stop, Trip};

/// The public form of a state.
pub(crate) fn solution_of(state: &State<'_>) -> Solution {
    let problem = state.problem;
    let mut solution = Solution::empty(problem);
    for (request, assigned) in state.assigned.iter().enumerate() {
        solution.served[request] = assigned.as_ref().map(|assigned| Service {
            way: assigned.way,
            rides: Vec::with_capacity(problem.requests[request].ways[assigned.way.get()].rides.len()),
        });
    }
    // First rides of all before second rides, so that each request's come in order.
    let mut places: Vec<(RequestIdx, u8, RidePlace)> = Vec::new();
    for (vehicle, list) in state.by_vehicle.iter().enumerate() {
        for (number, id) in list.iter().enumerate() {
            let tour = state.tour(*id);
            solution.tours[vehicle].push(tour_of(tour));
            places.extend(tour.riders.iter().map(|rider| {
                let place = RidePlace {
                    vehicle: VehicleIdx::new(vehicle),
                    tour: number,
                    boards: usize::from(rider.pick),
                    leaves: usize::from(rider.drop),
                };
                (rider.request, rider.ride, place)
            }));
        }
    }
    places.sort_unstable_by_key(|place| (place.0, place.1));
    for (request, _, place) in places {
        let service = solution.served[request.get()].as_mut();
        service.expect("who rides is served").rides.push(place);
    }
    solution
}

fn tour_of(tour: &Tour) -> crate::solution::Tour {
    let draft = &tour.draft;
    let mut stops: Vec<Stop> = (0..draft.len())
        .map(|stop| Stop {
            place: draft.sketch.stops[stop].place,
            rest: draft.sketch.stops[stop].rest,
            refills: draft.refills[stop],
            leaves: Vec::new(),
            boards: Vec::new(),
            arrive: Moment(draft.clock.arrive[stop]),
            unload_end: Moment(draft.unload_end(stop)),
            load_start: Moment(draft.clock.start[stop]),
            load_end: Moment(draft.clock.start[stop] + draft.lengths.loading[stop]),
            depart: Moment(draft.clock.depart[stop]),
        })
        .collect();
    let mut riders = tour.riders.clone();
    riders.sort_unstable_by_key(|rider| rider.request);
    for rider in riders {
        let ride = RideRef {
            request: rider.request,
            ride: rider.ride,
        };
        stops[usize::from(rider.pick)].boards.push(ride);
        stops[usize::from(rider.drop)].leaves.push(ride);
    }
    let trips = draft
        .options
        .iter()
        .zip(&draft.sketch.stops)
        .map(|(option, stop)| Trip {
            grade: stop.grade,
            option: usize::from(*option),
        })
        .collect();
    crate::solution::Tour {
        setup: draft.setup,
        stops,
        trips,
    }
}

/// A state from a solution that [`crate::solution::verify`] passes.
pub(crate) fn state_of<'p>(problem: &'p Problem, solution: &Solution) -> State<'p> {
    let mut state = State::new(problem);
    let mut ids: Vec<Vec<u32>> = Vec::new();
    for (vehicle, tours) in solution.tours.iter().enumerate() {
        ids.push(Vec::new());
        for (number, tour) in tours.iter().enumerate() {
            let id = state.new_id();
            let built = tour_from(problem, solution, (VehicleIdx::new(vehicle), number), tour);
            state.replace_tour(id, Some(built));
            ids[vehicle].push(id);
        }
    }
    for (index, service) in solution.served.iter().enumerate() {
        let Some(service) = service else { continue };
        let request = RequestIdx::new(index);
        let mut assigned = Assigned {
            way: service.way,
            tours: [0; 2],
            start: [0; 2],
            finish: [0; 2],
            moving: [0; 2],
            legs: [0; 2],
            cost: Cost::ZERO,
        };
        let two = service.rides.len() > 1;
        for slot in 0..2 {
            let ride = &service.rides[if two { slot } else { 0 }];
            let id = ids[ride.vehicle.get()][ride.tour];
            let draft = &state.tour(id).draft;
            assigned.tours[slot] = id;
            assigned.start[slot] = draft.clock.start[ride.boards];
            assigned.finish[slot] = draft.unload_end(ride.leaves);
            if two {
                (assigned.moving[slot], assigned.legs[slot]) = draft.motion(problem, ride.boards, ride.leaves);
            }
        }
        assigned.cost = request_cost(problem, request, service.way, assigned.start[0], assigned.finish[1]);
        state.assign(request, Some(assigned));
    }
    find_earliest(&mut state);
    state
}

/// Schedules each tour once more where it is, and notes how early it could be.
fn find_earliest(state: &mut State<'_>) {
    let ids: Vec<TourId> = state.tour_ids().collect();
    for id in ids {
        let setup = state.tour(id).draft.setup;
        let context = Context {
            given: None,
            later_may_move: true,
        };
        let again = Proposal::again(state, id, setup)
            .and_then(|proposal| evaluate(state, SmallVec::from_iter([proposal]), context));
        if let Ok(mut found) = again {
            let earliest = found.proposals.remove(0).draft.earliest;
            let mut tour = Tour::clone(state.tour(id));
            // A schedule that another duty or refill made later is no bound.
            let below = |found: &[i64], known: &[i64]| found.iter().zip(known).all(|(found, known)| found <= known);
            let clock = &tour.draft.clock;
            if below(&earliest.start, &clock.start) && below(&earliest.depart, &clock.depart) {
                tour.draft.earliest = earliest;
                state.replace_tour(id, Some(Arc::new(tour)));
            }
        }
    }
}

fn tour_from(
    problem: &Problem,
    solution: &Solution,
    (vehicle, number): (VehicleIdx, usize),
    tour: &crate::solution::Tour,
) -> std::sync::Arc<Tour> {
    let mut sketch = Sketch::of_places(problem, tour.stops.iter().map(|stop| stop.place));
    let mut riders = Vec::new();
    for (pick, stop) in tour.stops.iter().enumerate() {
        for ride in &stop.boards {
            let service = solution.served[ride.request.get()]
                .as_ref()
                .expect("who rides is served");
            let place = &service.rides[usize::from(ride.ride)];
            debug_assert!(
                place.vehicle == vehicle && place.tour == number && place.boards == pick,
                "places agree"
            );
            sketch.add_ride(
                problem,
                RideOf {
                    request: ride.request,
                    way: service.way,
                    ride: ride.ride,
                },
                pick,
                place.leaves,
            );
            let (pick, drop) = (pick as u16, place.leaves as u16);
            riders.push(Rider {
                request: ride.request,
                ride: ride.ride,
                pick,
                drop,
            });
        }
    }
    for (sketched, stop) in sketch.stops.iter_mut().zip(&tour.stops) {
        sketched.rest = stop.rest;
    }
    // The search takes the first option allowed; whoever made the solution by hand may have taken another.
    let options = tour.trips.iter().map(|trip| trip.option as u16).collect();
    let mut draft = Draft::with_options(problem, vehicle, tour.setup, sketch, options);
    draft.refill_at(problem, tour.stops.iter().map(|stop| stop.refills).collect());
    draft.clock.arrive = tour.stops.iter().map(|stop| stop.arrive.0).collect();
    draft.clock.start = tour.stops.iter().map(|stop| stop.load_start.0).collect();
    draft.clock.depart = tour.stops.iter().map(|stop| stop.depart.0).collect();
    // The clock of a solution starts as late as it may; what is earliest is found by [`find_earliest`].
    draft.earliest = draft.clock.clone();
    Tour::new(problem, draft, riders)
}
