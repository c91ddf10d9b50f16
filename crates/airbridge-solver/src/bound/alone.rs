//! Whether a request could be carried if nobody else were, with most rules dropped.

use airbridge_units::{Moment, Seconds};

use crate::problem::{Problem, Request, ResourceKind, Ride, Vehicle, Way};
use crate::search::{Atlas, NEVER, Reach, open_at_both, vehicles_of};

/// A moment before which the request cannot be in place by this way, or `None` when it never can.
///
/// Kept: vehicles, capacity, grade, opening at all, windows, least travel over any stops, ride time, least stay, span, calendars with any capacity.
/// Dropped: endurance, duty, other tours, everything that another stop might change.
pub(super) fn earliest_in_place(problem: &Problem, atlas: &Atlas, request: &Request, way: &Way) -> Option<i64> {
    let mut ready = problem.start.0;
    for (number, ride) in way.rides.iter().enumerate() {
        if number > 0 {
            ready += way.stay.as_ref().map_or(0, |stay| stay.min.0);
        }
        ready = finish_ride(problem, atlas, request, ride, ready)?;
    }
    let in_place = ready + way.onward.0;
    let room = way
        .uses
        .iter()
        .all(|used| match &problem.resources[used.resource.get()].kind {
            ResourceKind::Bucketed { calendar, capacity } => {
                let starts = &problem.calendars[calendar.get()].starts;

                capacity
                    .iter()
                    .enumerate()
                    .any(|(bucket, most)| *most >= used.amount && starts[bucket + 1].0 > in_place)
            }
            ResourceKind::Instant { .. } => true,
        });
    room.then_some(in_place)
}

fn finish_ride(problem: &Problem, atlas: &Atlas, request: &Request, ride: &Ride, ready: i64) -> Option<i64> {
    let reach = Reach::of(problem, ride)?;
    vehicles_of(problem, ride)
        .filter(|&vehicle| open_at_both(problem, vehicle, ride))
        .filter_map(|vehicle| {
            let vehicle = &problem.vehicles[vehicle.get()];
            if !could_carry(problem, vehicle, request) {
                return None;
            }
            let travel = atlas.shortest(vehicle.profile, ride.from, ride.to);
            let from_home = atlas.shortest(vehicle.profile, vehicle.home, ride.from);
            if travel >= NEVER || from_home >= NEVER || travel > ride.max_ride.0 {
                return None;
            }
            let start = ready
                .max(problem.start.max(vehicle.ready).0 + from_home)
                .max(reach.board.0);
            let start = round(problem, ride.board, start)?;
            let finish = round(problem, ride.alight, start + ride.load.0 + travel + ride.unload.0)?;
            (start <= reach.board.1 && finish <= reach.alight.1).then_some(finish)
        })
        .min()
}

fn could_carry(problem: &Problem, vehicle: &Vehicle, request: &Request) -> bool {
    let grades = problem.profiles[vehicle.profile.get()].grades;
    request.grade < grades
        && vehicle.max_tours > 0
        && vehicle.setups.iter().any(|setup| {
            request
                .demand
                .iter()
                .zip(&setup.capacity)
                .all(|(demand, most)| demand <= most)
        })
}

fn round(problem: &Problem, windows: crate::problem::WindowsIdx, at: i64) -> Option<i64> {
    problem.windows[windows.get()]
        .earliest_block(Moment(at), Seconds::ZERO)
        .map(|moment| moment.0)
}
