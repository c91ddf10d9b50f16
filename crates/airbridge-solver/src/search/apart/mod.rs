//! Problems whose tours have nothing in common but the requests.
//!
//! Where no crew, bed, slot or stand is shared, where every request has one ride at a cost that does not depend on time, and where
//! every vehicle makes one tour, the best spot for a request on a tour depends on that tour alone. It is remembered for as long as the tour
//! lives ([`known`]), a spot is tested on bare clocks ([`fits`]), and requests are put in by regret as well as in turn ([`recreate`]).
//! Public instances of dial-a-ride are such problems; so is an operation of one-day missions without shared beds.

mod fits;
mod known;
mod recreate;

pub(crate) use known::Apart;
pub(crate) use recreate::{How, Turn, recreate};

use crate::problem::{Cost, Problem, Profile, Request, Vehicle, Way, WindowsIdx};

/// Whether what is said above holds.
pub(crate) fn are_apart(problem: &Problem) -> bool {
    problem.crews.is_empty()
        && problem.resources.is_empty()
        && problem.profiles.iter().all(travels_simply)
        && problem.vehicles.iter().all(tours_simply)
        && problem.requests.iter().all(|request| rides_simply(problem, request))
}

fn travels_simply(profile: &Profile) -> bool {
    let always = |windows: &Option<WindowsIdx>| *windows == Some(WindowsIdx::ALWAYS);
    let simple = profile
        .travel
        .iter()
        .flatten()
        .all(|option| option.load_limit == i64::MAX && option.departures == WindowsIdx::ALWAYS && !option.refilled);
    profile.grades == 1 && profile.endurance.is_empty() && profile.open.iter().all(always) && simple
}

fn tours_simply(vehicle: &Vehicle) -> bool {
    vehicle.max_tours == 1
        && vehicle.setups.len() == 1
        && vehicle.cost_per_second == 0
        && vehicle.available == WindowsIdx::ALWAYS
        && vehicle.departures == WindowsIdx::ALWAYS
}

fn rides_simply(problem: &Problem, request: &Request) -> bool {
    let [way] = &request.ways[..] else { return false };
    let [ride] = &way.rides[..] else { return false };
    let single = |windows: WindowsIdx| problem.windows[windows.get()].intervals().len() == 1;
    request.grade == 0
        && ride.vehicles.is_empty()
        && ride.uses.is_empty()
        && way.uses.is_empty()
        && is_unlimited(way)
        && single(ride.board)
        && single(ride.alight)
}

/// Whether only the ride itself is limited, and nothing costs more for being later or longer.
fn is_unlimited(way: &Way) -> bool {
    let timeless = way.late == Cost::ZERO && way.late_weight == 0 && way.burden_weight == 0;
    timeless && way.max_moving == airbridge_units::Seconds::MAX && way.max_legs == u32::MAX
}

/// Vehicles of which it does not matter which is taken: for each the first that is like it.
fn first_alike(problem: &Problem) -> Vec<usize> {
    let same = |a: &Vehicle, b: &Vehicle| {
        (
            a.profile,
            a.home,
            a.end,
            a.ready,
            a.max_tour,
            a.tour_cost,
            a.initial_kind,
        ) == (
            b.profile,
            b.home,
            b.end,
            b.ready,
            b.max_tour,
            b.tour_cost,
            b.initial_kind,
        ) && (
            a.setups[0].kind,
            &a.setups[0].capacity,
            a.setups[0].cost,
            a.setups[0].changeover,
        ) == (
            b.setups[0].kind,
            &b.setups[0].capacity,
            b.setups[0].cost,
            b.setups[0].changeover,
        )
    };
    let vehicles = &problem.vehicles;
    vehicles
        .iter()
        .map(|vehicle| vehicles.iter().position(|other| same(vehicle, other)))
        .map(|first| first.expect("a vehicle is like itself"))
        .collect()
}

#[cfg(test)]
mod tests;
