//! What never changes during a search and is asked often: quickest travel, who can stop where, order of setups.

use airbridge_units::Moment;

use crate::problem::{
    Crew, CrewIdx, PlaceIdx, Problem, ProfileIdx, Ride, SetupIdx, Travel, Vehicle, VehicleIdx, WindowsIdx,
};
use crate::schedule::duty;

/// Longer than anything: there is no way.
pub(crate) const NEVER: i64 = i64::MAX / 8;

/// Facts about a problem, read once.
#[derive(Clone, Debug)]
pub(crate) struct Atlas {
    places: usize,
    /// By profile, from, to: the least duration of any option in any grade.
    quickest: Vec<Vec<i64>>,
    /// By profile, grade, from, to: movement cost and duration of the quickest option.
    first: Vec<Vec<(i64, i64)>>,
    /// As `quickest`, with any number of stops in between.
    shortest: Vec<Vec<i64>>,
    /// By place and place: the least of both directions over all profiles.
    between: Vec<i64>,
    /// By vehicle: setups, cheapest first.
    pub(crate) setups: Vec<Vec<SetupIdx>>,
    /// By crew: the longest duty at any begin, with legs that cost nothing.
    longest_duty: Vec<i64>,
}

/// Places between which nobody travels are about so far apart.
const FAR: i64 = i64::MAX / 64;

/// Beyond this many places, ways with stops in between are bounded by zero rather than computed.
const MOST_PLACES: usize = 400;

impl Atlas {
    pub(crate) fn new(problem: &Problem) -> Self {
        let places = problem.places.len();
        let quickest: Vec<Vec<i64>> = problem
            .profiles
            .iter()
            .map(|profile| {
                (0..places * places)
                    .map(|pair| {
                        let cells = (0..usize::from(profile.grades)).map(|grade| grade * places * places + pair);
                        let options = cells.flat_map(|cell| &profile.travel[cell]);
                        options.map(|option| option.duration.0).min().unwrap_or(NEVER)
                    })
                    .collect()
            })
            .collect();
        let first = problem
            .profiles
            .iter()
            .map(|profile| {
                let first = |options: &Vec<Travel>| {
                    let option = options.first();
                    option.map_or((NEVER, 0), |option| (option.cost, option.duration.0))
                };
                profile.travel.iter().map(first).collect()
            })
            .collect();
        let shortest = quickest.iter().map(|table| with_stops(table, places)).collect();
        let between = (0..places * places)
            .map(|pair| {
                let back = pair % places * places + pair / places;
                let both = quickest.iter().flat_map(|table| [table[pair], table[back]]);
                if pair / places == pair % places {
                    0
                } else {
                    both.min().unwrap_or(NEVER).min(FAR)
                }
            })
            .collect();
        let longest = |crew: &Crew| crew.limit.longest.0;
        let longest_duty = problem.crews.iter().map(longest).collect();
        let setups = problem.vehicles.iter().map(setups_by_cost).collect();
        Self {
            places,
            quickest,
            first,
            shortest,
            between,
            setups,
            longest_duty,
        }
    }

    pub(crate) fn quickest(&self, profile: ProfileIdx, from: PlaceIdx, to: PlaceIdx) -> i64 {
        self.quickest[profile.get()][from.get() * self.places + to.get()]
    }

    /// Movement cost of a trip by the quickest option, the vehicle's time included; [`NEVER`] where there is no way.
    pub(crate) fn price(&self, vehicle: &Vehicle, grade: u8, from: PlaceIdx, to: PlaceIdx) -> i64 {
        if from == to {
            return 0;
        }
        let cell = (usize::from(grade) * self.places + from.get()) * self.places + to.get();
        let (cost, duration) = self.first[vehicle.profile.get()]
            .get(cell)
            .copied()
            .unwrap_or((NEVER, 0));
        cost + vehicle.cost_per_second * duration
    }

    /// The longest duty that a crew may have with so many legs.
    pub(crate) fn longest_duty(&self, problem: &Problem, crew: CrewIdx, legs: u32) -> i64 {
        let limit = &problem.crews[crew.get()].limit;
        duty::shortened(limit, self.longest_duty[crew.get()], legs)
    }

    /// Travel from one place to another or back, whichever is less, by the quickest vehicle.
    pub(crate) fn between(&self, a: PlaceIdx, b: PlaceIdx) -> i64 {
        self.between[a.get() * self.places + b.get()]
    }

    /// A lower bound on travel by any number of stops.
    pub(crate) fn shortest(&self, profile: ProfileIdx, from: PlaceIdx, to: PlaceIdx) -> i64 {
        self.shortest[profile.get()][from.get() * self.places + to.get()]
    }
}

fn with_stops(table: &[i64], places: usize) -> Vec<i64> {
    if places > MOST_PLACES {
        return vec![0; places * places];
    }
    let mut best = table.to_vec();
    close(&mut best, places);
    best
}

/// Makes a table by from and to, [`NEVER`] where there is no way, that of the least ways with any number of stops in between (Floyd 1962,
/// Warshall 1962). Takes time by the cube of the places.
pub(crate) fn close(table: &mut [i64], places: usize) {
    for place in 0..places {
        table[place * places + place] = 0;
    }
    for via in 0..places {
        let onward = table[via * places..(via + 1) * places].to_vec();
        for row in table.chunks_exact_mut(places) {
            let first = row[via];
            if first < NEVER {
                for (cell, second) in row.iter_mut().zip(&onward) {
                    *cell = (*cell).min(first + second);
                }
            }
        }
    }
}

fn setups_by_cost(vehicle: &Vehicle) -> Vec<SetupIdx> {
    let mut order: Vec<SetupIdx> = (0..vehicle.setups.len()).map(SetupIdx::new).collect();
    order.sort_by_key(|setup| {
        let setup = &vehicle.setups[setup.get()];
        (setup.cost, setup.kind != vehicle.initial_kind, setup.changeover)
    });
    order
}

/// First and last moments at which a ride can board and leave.
#[derive(Clone, Copy, Debug)]
pub(crate) struct Reach {
    pub(crate) board: (i64, i64),
    pub(crate) alight: (i64, i64),
}

impl Reach {
    /// `None` when there is no such moment.
    pub(crate) fn of(problem: &Problem, ride: &Ride) -> Option<Self> {
        Some(Self {
            board: hull(problem, ride.board)?,
            alight: hull(problem, ride.alight)?,
        })
    }
}

fn hull(problem: &Problem, windows: WindowsIdx) -> Option<(i64, i64)> {
    let (from, to) = problem.windows[windows.get()].hull()?;
    let (from, to): (Moment, Moment) = (from.max(problem.start), to.min(problem.end));
    (from <= to).then_some((from.0, to.0))
}

/// Whether this kind of vehicle can ever be handled at both ends.
pub(crate) fn open_at_both(problem: &Problem, vehicle: VehicleIdx, ride: &Ride) -> bool {
    let profile = &problem.profiles[problem.vehicles[vehicle.get()].profile.get()];
    profile.open[ride.from.get()].is_some() && profile.open[ride.to.get()].is_some()
}
