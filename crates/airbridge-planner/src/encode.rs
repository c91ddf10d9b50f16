//! From a plan back to the solver's solution: what [`Planner::sketch`] does, undone.
//!
//! What comes in: a plan for the planner's operation, made by the program or changed by hand. What goes out: the solution that decodes
//! to it; or, where the solver cannot hold all of it because a rule is broken or because the planner makes no such thing, as much of it as
//! keeps all rules, and what was dropped and why. Times are the plan's: nothing is moved to make it fit. Only on a mission from
//! which somebody was dropped, handling ends sooner and stops that nobody needs any more are left out.
//!
//! Of a plan under way what lies behind is no part of the solution, and what has begun goes on from where it is.
//!
//! Two things a plan does not say, and they are given as they are best: when loading would start where nobody boards (at departure), and which
//! of its members' due times a group aims at (the one that costs least).

use std::collections::{BTreeMap, BTreeSet};

use airbridge_model::{Journey, Plan, Step};
use airbridge_solver::problem::{Cost, PlaceIdx, Problem, RequestIdx, SetupIdx, VehicleIdx, Way, WayIdx};
use airbridge_solver::solution::{RidePlace, RideRef, Service, Solution, Stop, Tour, Trip, verify};
use airbridge_units::{MissionId, Moment, PatientId, Seconds};

use crate::encode::booking::{Booking, Lift};
use crate::encode::tour::{Rider, Role, Shell, shell};
use crate::translate::Planner;

mod booking;
mod tour;

/// A plan that the solver cannot take as it stands, and what it can take of it.
#[derive(Clone, PartialEq, Eq, Debug, thiserror::Error)]
#[error("{} parts of the plan do not fit the operation; first {}", dropped.len(), first(dropped))]
pub struct Partial {
    /// What fits; keeps all rules of the problem.
    pub solution: Solution,
    /// What does not. Never empty.
    pub dropped: Vec<Dropped>,
}

/// A part of a plan that its solution does not hold.
#[derive(Clone, PartialEq, Eq, Debug)]
pub enum Dropped {
    /// A mission, with all on it.
    Mission {
        /// Which.
        mission: MissionId,
        /// Why, in words.
        why: String,
    },
    /// The journey of a patient, or of a whole group.
    Patients {
        /// Who.
        patients: Vec<PatientId>,
        /// Why, in words.
        why: String,
    },
}

impl std::fmt::Display for Dropped {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        match self {
            Self::Mission { mission, why } => write!(f, "mission {mission}: {why}"),
            Self::Patients { patients, why } => {
                let names: Vec<&str> = patients.iter().map(PatientId::as_str).collect();
                write!(f, "{}: {why}", names.join(", "))
            }
        }
    }
}

fn first(dropped: &[Dropped]) -> String {
    dropped.first().map_or_else(String::new, ToString::to_string)
}

/// The solution that decodes to a plan.
///
/// # Errors
///
/// When a part of the plan does not fit; with a solution that holds the rest.
pub fn encode(planner: &Planner, plan: &Plan) -> Result<Solution, Partial> {
    let encoder = Encoder::new(planner, plan);
    let (bookings, mut dropped) = encoder.bookings();
    let all: Vec<usize> = (0..bookings.len()).collect();
    let mut taken = Taken {
        bookings: Vec::new(),
        solution: Solution::empty(&planner.problem),
        refused: BTreeMap::new(),
    };
    encoder.take(&bookings, &all, &mut taken);
    if !taken.refused.is_empty() {
        // Some were tried before others whom they need for their times.
        let again: Vec<usize> = taken.refused.keys().copied().collect();
        encoder.take(&bookings, &again, &mut taken);
    }
    for (booking, why) in &taken.refused {
        let booking = &bookings[*booking];
        dropped.push(match booking.flies {
            None => encoder.patients(booking.request, why.clone()),
            Some(mission) => Dropped::Mission {
                mission: plan.missions[mission].id.clone(),
                why: why.clone(),
            },
        });
    }
    dropped.extend(encoder.missions_without(&bookings, &taken.bookings));
    if dropped.is_empty() {
        Ok(taken.solution)
    } else {
        Err(Partial {
            solution: taken.solution,
            dropped,
        })
    }
}

/// A plan beside the planner of its operation.
struct Encoder<'p, 'a> {
    planner: &'p Planner<'a>,
    problem: &'p Problem,
    plan: &'p Plan,
    /// The first of each patient.
    journeys: BTreeMap<&'p PatientId, &'p Journey>,
    /// Steps of those who are left out on the way.
    waiting: BTreeMap<&'p PatientId, &'p [Step]>,
    /// The first of each name.
    by_mission: BTreeMap<&'p MissionId, usize>,
    /// By mission: what it is to the solver, or why it is nothing.
    shells: Vec<Result<Shell<'p>, String>>,
}

/// What fits so far, and who does not.
struct Taken {
    bookings: Vec<usize>,
    solution: Solution,
    refused: BTreeMap<usize, String>,
}

/// What bookings break together.
struct Misfit {
    broken: usize,
    why: String,
}

/// A mission that cannot be laid out breaks more than any number of rules.
impl From<String> for Misfit {
    fn from(why: String) -> Self {
        Self {
            broken: usize::MAX,
            why,
        }
    }
}

impl<'p, 'a> Encoder<'p, 'a> {
    fn new(planner: &'p Planner<'a>, plan: &'p Plan) -> Self {
        let mut journeys = BTreeMap::new();
        for journey in &plan.journeys {
            journeys.entry(&journey.patient).or_insert(journey);
        }
        let left_out = plan.left_out.iter();
        let on_the_way = left_out.filter(|entry| !entry.so_far.is_empty());
        let waiting = on_the_way.map(|entry| (&entry.patient, &entry.so_far[..])).collect();
        let mut by_mission = BTreeMap::new();
        for (index, mission) in plan.missions.iter().enumerate() {
            by_mission.entry(&mission.id).or_insert(index);
        }
        Self {
            planner,
            problem: &planner.problem,
            plan,
            journeys,
            waiting,
            by_mission,
            shells: plan.missions.iter().map(|mission| shell(planner, mission)).collect(),
        }
    }

    /// Takes as many of these as keep all rules beside those taken: all of them, or mission by mission, the first first.
    ///
    /// A mission without some of its riders is another mission: stops fall away, and with them rests. So of a mission that does not fit as a whole as
    /// few are left behind as will do.
    fn take(&self, bookings: &[Booking], wanted: &[usize], taken: &mut Taken) {
        if self.try_with(bookings, wanted, taken).is_ok() {
            return;
        }
        for mission in self.by_missions(bookings, wanted) {
            if self.try_with(bookings, &mission, taken).is_err() {
                self.take_most(bookings, &mission, taken);
            }
        }
    }

    /// Takes all of these beside those taken, or says how many rules that would break, and one of them.
    fn try_with(&self, bookings: &[Booking], wanted: &[usize], taken: &mut Taken) -> Result<(), Misfit> {
        let mut with = taken.bookings.clone();
        with.extend(wanted);
        with.sort_unstable();
        let solution = self.solution(bookings, &with)?;
        (taken.bookings, taken.solution) = (with, solution);
        for booking in wanted {
            taken.refused.remove(booking);
        }
        Ok(())
    }

    /// The bookings of each mission, with those of missions that share a traveller, by the first of them.
    fn by_missions(&self, bookings: &[Booking], wanted: &[usize]) -> Vec<Vec<usize>> {
        let mut together: Vec<usize> = (0..self.plan.missions.len()).collect();
        let root = |together: &[usize], mut mission: usize| {
            while together[mission] != mission {
                mission = together[mission];
            }
            mission
        };
        for booking in wanted {
            for pair in bookings[*booking].lifts.windows(2) {
                let (one, other) = (root(&together, pair[0].mission), root(&together, pair[1].mission));
                together[one.max(other)] = one.min(other);
            }
        }
        let mut groups: BTreeMap<Option<usize>, Vec<usize>> = BTreeMap::new();
        for booking in wanted {
            let lift = bookings[*booking].lifts.first().map(|lift| lift.mission);
            // Who waits in a facility to the end is on no mission.
            let mission = lift
                .or(bookings[*booking].flies)
                .map(|mission| root(&together, mission));
            groups.entry(mission).or_default().push(*booking);
        }
        groups.into_values().collect()
    }

    /// Leaves behind one after the other whose absence mends most, the least urgent first among equals; where that leads nowhere, each half is tried
    /// for itself.
    fn take_most(&self, bookings: &[Booking], wanted: &[usize], taken: &mut Taken) {
        let mut order = wanted.to_vec();
        let weight = |booking: usize| self.problem.requests[bookings[booking].request].unserved;
        order.sort_by_key(|booking| (weight(*booking), std::cmp::Reverse(*booking)));
        let mut left: Vec<usize> = Vec::new();
        let mut broken = usize::MAX;
        while left.len() + 1 < order.len() {
            let mut best: Option<(usize, usize, String)> = None;
            for &booking in order.iter().filter(|booking| !left.contains(booking)) {
                let rest: Vec<usize> = wanted
                    .iter()
                    .copied()
                    .filter(|other| *other != booking && !left.contains(other))
                    .collect();
                match self.try_with(bookings, &rest, taken) {
                    Ok(()) => {
                        left.push(booking);
                        // Whom others were left behind for may fit again.
                        for booking in left {
                            if let Err(misfit) = self.try_with(bookings, &[booking], taken) {
                                taken.refused.insert(booking, misfit.why);
                            }
                        }
                        return;
                    }
                    Err(misfit) => {
                        if best.as_ref().is_none_or(|(fewest, ..)| misfit.broken < *fewest) {
                            best = Some((misfit.broken, booking, misfit.why));
                        }
                    }
                }
            }
            match best {
                Some((fewest, booking, _)) if fewest < broken => {
                    broken = fewest;
                    left.push(booking);
                }
                _ => break,
            }
        }
        self.take_halves(bookings, wanted, taken);
    }

    /// Takes all, or else each half for itself.
    fn take_halves(&self, bookings: &[Booking], wanted: &[usize], taken: &mut Taken) {
        let Err(misfit) = self.try_with(bookings, wanted, taken) else {
            return;
        };
        if let [booking] = wanted {
            taken.refused.insert(*booking, misfit.why);
        } else {
            let (before, after) = wanted.split_at(wanted.len() / 2);
            self.take_halves(bookings, before, taken);
            self.take_halves(bookings, after, taken);
        }
    }

    /// The solution that holds these bookings and no other, or what it breaks.
    fn solution(&self, bookings: &[Booking], held: &[usize]) -> Result<Solution, Misfit> {
        let mut riders: Vec<Vec<Rider>> = self.shells.iter().map(|_| Vec::new()).collect();
        let mut flies = BTreeSet::new();
        let mut sheltered: BTreeMap<VehicleIdx, Vec<RideRef>> = BTreeMap::new();
        for booking in held.iter().map(|index| &bookings[*index]) {
            flies.extend(booking.flies);
            let way = &self.problem.requests[booking.request].ways[booking.ways[0]];
            let of = |number: usize| RideRef {
                request: RequestIdx::new(booking.request),
                ride: number as u8,
            };
            let over = usize::from(booking.inside.is_some());
            if let Some(shelter) = booking.inside {
                sheltered.entry(shelter.brought).or_default().push(of(0));
            }
            if let Some(shelter) = booking.waits {
                sheltered
                    .entry(shelter.takes)
                    .or_default()
                    .push(of(way.rides.len() - 1));
            }
            for (number, &lift) in booking.lifts.iter().enumerate() {
                let (of, ride) = (of(over + number), &way.rides[over + number]);
                riders[lift.mission].push(Rider { of, ride, lift });
            }
        }
        let mut solution = Solution::empty(self.problem);
        let mut laid = Vec::new();
        for (mission, (shell, riders)) in self.shells.iter().zip(&mut riders).enumerate() {
            if let (Ok(shell), false) = (shell, riders.is_empty() && !flies.contains(&mission)) {
                riders.sort_by_key(|rider| rider.of);
                let (tour, stops) = self.tour(shell, riders)?;
                laid.push((shell.vehicle, tour.stops[0].depart, mission, tour, stops));
            }
        }
        laid.sort_by_key(|&(vehicle, depart, mission, ..)| (vehicle, depart, mission));
        let mut places = BTreeMap::new();
        for (vehicle, _, mission, tour, stops) in laid {
            let tours = &mut solution.tours[vehicle.get()];
            places.insert(mission, (vehicle, tours.len(), stops));
            tours.push(tour);
        }
        for (vehicle, riders) in sheltered {
            solution.tours[vehicle.get()].push(self.shelter(vehicle, riders));
        }
        for booking in held.iter().map(|index| &bookings[*index]) {
            let place = |lift: &Lift| {
                let (vehicle, tour, stops) = &places[&lift.mission];
                RidePlace {
                    vehicle: *vehicle,
                    tour: *tour,
                    boards: if lift.aboard { 1 } else { stops[lift.boards] },
                    leaves: stops[lift.leaves],
                }
            };
            let in_shelter = |vehicle: VehicleIdx| RidePlace {
                vehicle,
                tour: 0,
                boards: 0,
                leaves: 1,
            };
            let inside = booking.inside.map(|shelter| in_shelter(shelter.brought));
            let waits = booking.waits.map(|shelter| in_shelter(shelter.takes));
            let service = match booking.flies {
                Some(mission) => self.home(&mut solution, booking.request, places[&mission].0),
                None => Service {
                    way: WayIdx::new(booking.ways[0]),
                    rides: inside
                        .into_iter()
                        .chain(booking.lifts.iter().map(place))
                        .chain(waits)
                        .collect(),
                },
            };
            solution.served[booking.request] = Some(service);
            self.aim(&mut solution, booking);
        }
        let violations = verify(self.problem, &solution);
        let broken = violations.len();
        match violations.into_iter().next() {
            None => Ok(solution),
            Some(violation) => Err(Misfit {
                broken,
                why: violation.what,
            }),
        }
    }

    /// The tour of those who are inside a facility, or wait there to the end.
    fn shelter(&self, vehicle: VehicleIdx, mut riders: Vec<RideRef>) -> Tour {
        riders.sort_unstable();
        let known = &self.problem.vehicles[vehicle.get()];
        let grades = riders
            .iter()
            .map(|ride| self.problem.requests[ride.request.get()].grade);
        let grade = grades.max().unwrap_or(0);
        let profile = &self.problem.profiles[known.profile.get()];
        let step = &profile.options(grade, known.home, known.end)[0];
        let windows = &self.problem.windows[step.departures.get()];
        let at = windows.intervals().first().map_or(self.problem.start, |first| first.0);
        let stop = |place: PlaceIdx, leaves: Vec<RideRef>, boards: Vec<RideRef>| Stop {
            place,
            rest: false,
            refills: false,
            leaves,
            boards,
            arrive: at,
            unload_end: at,
            load_start: at,
            load_end: at,
            depart: at,
        };
        Tour {
            setup: SetupIdx::new(0),
            stops: vec![
                stop(known.home, Vec::new(), riders.clone()),
                stop(known.end, riders, Vec::new()),
            ],
            trips: vec![Trip { grade, option: 0 }],
        }
    }

    /// Brings a mission under way home: by the stop at which nothing else happens, if there is one, else anyhow.
    fn home(&self, solution: &mut Solution, request: usize, vehicle: VehicleIdx) -> Service {
        let tour = &mut solution.tours[vehicle.get()][0];
        let of = RideRef {
            request: RequestIdx::new(request),
            ride: 0,
        };
        let last = tour.stops.len() - 1;
        let unloaded = |stop: &Stop| stop.arrive + self.problem.places[stop.place.get()].unload_setup;
        let empty = |stop: &usize| {
            let stop = &tour.stops[*stop];
            stop.boards.is_empty() && stop.leaves.is_empty() && unloaded(stop) <= stop.load_start
        };
        let by = (2..last).filter(empty).find_map(|stop| {
            let mut ways = self.problem.requests[request].ways.iter().skip(1);
            let way = ways.position(|way| way.rides[0].to == tour.stops[stop].place)?;
            Some((way + 1, 1, stop))
        });
        let (way, boards, leaves) = by.unwrap_or((0, 0, 1));
        tour.stops[boards].boards.push(of);
        tour.stops[leaves].leaves.push(of);
        if leaves > 1 {
            tour.stops[leaves].unload_end = unloaded(&tour.stops[leaves]);
        }
        Service {
            way: WayIdx::new(way),
            rides: vec![RidePlace {
                vehicle,
                tour: 0,
                boards,
                leaves,
            }],
        }
    }

    /// Chooses the due time that costs least.
    fn aim(&self, solution: &mut Solution, booking: &Booking) {
        if booking.ways.len() < 2 {
            return;
        }
        let Some((_, finish)) = solution.span(RequestIdx::new(booking.request)) else {
            return;
        };
        let ways = &self.problem.requests[booking.request].ways;
        let best = booking.ways.iter().min_by_key(|way| cost_by(&ways[**way], finish));
        if let (Some(best), Some(service)) = (best, &mut solution.served[booking.request]) {
            service.way = WayIdx::new(*best);
        }
    }

    fn patients(&self, request: usize, why: String) -> Dropped {
        let members = self.planner.parties[request].members.iter();
        Dropped::Patients {
            patients: members.map(|patient| patient.id.clone()).collect(),
            why,
        }
    }

    /// Missions on which nobody is held.
    fn missions_without(&self, bookings: &[Booking], held: &[usize]) -> Vec<Dropped> {
        let held = || held.iter().map(|booking| &bookings[*booking]);
        let lifts = held().flat_map(|booking| &booking.lifts).map(|lift| lift.mission);
        let flown: BTreeSet<usize> = lifts.chain(held().filter_map(|booking| booking.flies)).collect();
        // Who is not on a mission under way makes it no less one; if it does not fit itself, that was said.
        let has_begun = |shell: &Result<Shell<'_>, String>| shell.as_ref().is_ok_and(|shell| shell.role != Role::Ahead);
        let empty = self
            .shells
            .iter()
            .enumerate()
            .filter(|(mission, shell)| !flown.contains(mission) && !has_begun(shell));
        empty
            .map(|(mission, shell)| Dropped::Mission {
                mission: self.plan.missions[mission].id.clone(),
                why: match shell {
                    Ok(_) => "it carries nobody whose journey fits".to_owned(),
                    Err(why) => why.clone(),
                },
            })
            .collect()
    }
}

/// What a way costs besides the time on it, with the end of unloading at this moment.
fn cost_by(way: &Way, finish: Moment) -> Cost {
    let late = finish + way.onward - way.due;
    if late > Seconds::ZERO {
        way.cost + way.late + Cost::in_tier(1, late.0 * way.late_weight / 1024)
    } else {
        way.cost
    }
}
