//! Problems whose tours have nothing in common but the requests.
//!
//! Where no crew, bed, slot or stand is shared, where every request has one ride at a cost that does not depend on time, and where
//! every vehicle makes one tour, the best spot for a request on a tour depends on that tour alone. There the search works on bare tours
//! ([`tour`], [`tours`]), lists spots by one walk ([`detours`]), remembers the best for as long as the tour lives ([`known`]), puts requests in by
//! regret as well as in turn ([`recreate`]), saves tours ([`fleet`]), and puts those that it met together anew ([`recombine`]). What it finds is made
//! again by the tests of the general search before it is an answer.
//! Public instances of dial-a-ride are such problems. Operations are not: their crews and beds are shared, and time on board counts.

mod detours;
mod facts;
mod fleet;
mod known;
mod recombine;
mod recreate;
mod ruin;
mod stream;
mod tour;
mod tours;

pub(crate) use facts::Facts;
pub(crate) use stream::{Start, Stream};

use airbridge_units::Seconds;

use crate::problem::{Cost, Problem, Profile, Request, Vehicle, WindowsIdx};

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
        && way.is_timeless()
        && way.max_moving == Seconds::MAX
        && way.max_legs == u32::MAX
        && single(ride.board)
        && single(ride.alight)
}

/// Whether tours cost nothing before movement, so that it does not matter by itself how many there are.
pub(crate) fn only_movement_counts(problem: &Problem) -> bool {
    let free = |cost: Cost| cost.0[..4].iter().all(|tier| *tier == 0);
    problem.vehicles.iter().all(|vehicle| {
        let setups = &vehicle.setups;
        free(vehicle.tour_cost) && setups.iter().all(|setup| free(setup.cost))
    })
}

/// Vehicles of which it does not matter which is taken: for each the first that is like it.
pub(super) fn first_alike(problem: &Problem) -> Vec<usize> {
    let same = |a: &Vehicle, b: &Vehicle| {
        let whole = |of: &Vehicle| {
            (
                of.profile,
                of.home,
                of.end,
                of.ready,
                of.max_tour,
                of.tour_cost,
                of.initial_kind,
            )
        };
        let (one, other) = (&a.setups[0], &b.setups[0]);
        whole(a) == whole(b)
            && one.capacity == other.capacity
            && (one.kind, one.cost, one.changeover) == (other.kind, other.cost, other.changeover)
    };
    let vehicles = &problem.vehicles;
    vehicles
        .iter()
        .map(|vehicle| vehicles.iter().position(|other| same(vehicle, other)))
        .map(|first| first.expect("a vehicle is like itself"))
        .collect()
}

#[cfg(test)]
pub(super) mod tests;
