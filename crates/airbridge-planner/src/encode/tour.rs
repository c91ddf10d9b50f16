//! A mission as a tour of the solver, with those who ride on it.

use airbridge_model::{Mission, MissionStop, Progress};
use airbridge_solver::problem::{PlaceIdx, Ride, SetupIdx, VehicleIdx};
use airbridge_solver::solution::{RideRef, Stop, Tour, Trip};
use airbridge_units::{Moment, Seconds};
use jiff::Timestamp;

use super::Encoder;
use super::booking::Lift;
use crate::translate::Planner;
use crate::underway::Where;

/// A mission without those on it.
pub(super) struct Shell<'p> {
    pub(super) mission: &'p Mission,
    pub(super) vehicle: VehicleIdx,
    pub(super) setup: SetupIdx,
    /// By stop.
    pub(super) places: Vec<PlaceIdx>,
    pub(super) role: Role,
}

/// What of a mission lies behind.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub(super) enum Role {
    /// Nothing.
    Ahead,
    /// Some of it; it goes on as this flight.
    UnderWay(usize),
    /// All: it is no part of the problem.
    Over,
}

/// A ride on a mission.
pub(super) struct Rider<'p> {
    pub(super) of: RideRef,
    pub(super) ride: &'p Ride,
    pub(super) lift: Lift,
}

/// What a mission is to the solver, or why it is nothing.
pub(super) fn shell<'p>(planner: &Planner, mission: &'p Mission) -> Result<Shell<'p>, String> {
    let role = role(planner, mission);
    let (vehicle, setup) = match (role, &planner.underway) {
        (Role::UnderWay(flight), Some(underway)) => (underway.vehicles[flight].get(), 0),
        (Role::Over, _) => (0, 0),
        _ => {
            let aircraft = planner
                .aircraft
                .iter()
                .position(|(aircraft, _)| aircraft.id == mission.aircraft);
            let vehicle = aircraft.ok_or_else(|| format!("no aircraft {} with both crews", mission.aircraft))?;
            let setup = planner.setups[vehicle].iter().position(|setup| {
                setup.configuration.id == mission.configuration
                    && setup.flight.id == mission.flight_crew
                    && Some(&setup.medical.id) == mission.medical_crew.as_ref()
            });
            (
                vehicle,
                setup.ok_or("the aircraft does not fly in that cabin with these crews")?,
            )
        }
    };
    let fields = &planner.operation.airfields;
    let places: Vec<PlaceIdx> = mission
        .stops
        .iter()
        .filter_map(|stop| fields.iter().position(|field| field.id == stop.airfield))
        .map(PlaceIdx::new)
        .collect();
    let legs = mission.legs.iter().map(|leg| (&leg.from, &leg.to));
    let pairs = mission
        .stops
        .windows(2)
        .map(|pair| (&pair[0].airfield, &pair[1].airfield));
    let shortest = if role == Role::Ahead { 2 } else { 1 };
    if places.len() < shortest || places.len() < mission.stops.len() || !legs.eq(pairs) {
        return Err("legs and stops do not go together".to_owned());
    }
    Ok(Shell {
        mission,
        vehicle: VehicleIdx::new(vehicle),
        setup: SetupIdx::new(setup),
        places,
        role,
    })
}

fn role(planner: &Planner, mission: &Mission) -> Role {
    let Some(underway) = &planner.underway else {
        return Role::Ahead;
    };
    let flights = &underway.flights;
    if let Some(flight) = flights.iter().position(|flight| flight.mission.id == mission.id) {
        return Role::UnderWay(flight);
    }
    let now = planner.operation.planned_at;
    let begun = |known: &Mission| known.id == mission.id && known.progress(now) != Progress::NotBegun;
    if underway.so_far.stands.missions.iter().any(begun) {
        Role::Over
    } else {
        Role::Ahead
    }
}

/// From where a tour that has begun goes on as any other.
struct GoesOn {
    /// The mission's next stop.
    at: usize,
    /// Arrival there.
    arrive: Moment,
    /// That stop, if it stands there, and whether it rests there.
    here: Option<(usize, bool)>,
}

impl Encoder<'_, '_> {
    /// A mission as a tour with these riders, and the tour's stop for each stop of the mission at which somebody boards or leaves.
    pub(super) fn tour(&self, shell: &Shell, riders: &[Rider]) -> Result<(Tour, Vec<usize>), String> {
        let stops = &shell.mission.stops;
        let last = stops.len() - 1;
        let mut numbers = vec![0; stops.len()];
        let mut tour = Tour {
            setup: shell.setup,
            stops: Vec::new(),
            trips: Vec::new(),
        };
        let (mut at, mut arrive) = (0, None);
        // The stop where it stands, if anything happens there from now on.
        let mut here = None;
        if let Role::UnderWay(flight) = shell.role {
            let goes_on = self.goes_on(shell, flight, riders, &mut tour)?;
            (at, arrive, here) = (goes_on.at, Some(goes_on.arrive), goes_on.here);
        }
        loop {
            numbers[at] = tour.stops.len();
            let stands = here.filter(|(stop, _)| *stop == at);
            let mut stop = self.stop(shell, (at, arrive), stands.is_some(), riders)?;
            if let Some((_, rests)) = stands {
                stop.rest = rests;
                stop.refills = self.refills_from_now_on(shell, at);
            } else if at > 0
                && stop.unload_end != self.moment(stops[at].unloaded_at)?
                && self.all_leave(&stops[at], &stop)?
            {
                return Err(format!("unloading at {} takes another time", stops[at].airfield));
            }
            let depart = stop.depart;
            tour.stops.push(stop);
            if at == last {
                return Ok((tour, numbers));
            }
            let (next, trip, duration) = self.on(shell, (at, shell.places[at]), depart, riders)?;
            tour.trips.push(trip);
            arrive = Some(depart + duration);
            at = next;
        }
    }

    /// How a mission goes on from a stop, or from where it is there, to the next at which anything happens.
    fn on(
        &self,
        shell: &Shell,
        (at, from): (usize, PlaceIdx),
        depart: Moment,
        riders: &[Rider],
    ) -> Result<(usize, Trip, Seconds), String> {
        let stops = &shell.mission.stops;
        let last = stops.len() - 1;
        let busy = |stop: &usize| {
            let lift = |rider: &Rider| rider.lift.boards == *stop || rider.lift.leaves == *stop;
            *stop == last || riders.iter().any(lift)
        };
        let next = (at + 1..=last).find(busy).unwrap_or(last);
        let aboard = || {
            let aboard = riders.iter();
            aboard.filter(|rider| rider.lift.boards <= at && at < rider.lift.leaves)
        };
        let grades = aboard().map(|rider| self.problem.requests[rider.of.request.get()].grade);
        let grade = grades.max().unwrap_or(0);
        // Somebody who was to be on board, or to board or leave on the way, is not there.
        let boarded: usize = stops[..=at].iter().map(|stop| stop.boards.len()).sum();
        let left: usize = stops[..=at].iter().map(|stop| stop.leaves.len()).sum();
        let fewer = boarded != left + aboard().map(|rider| self.members(rider.of)).sum::<usize>()
            || stops[at + 1..next]
                .iter()
                .any(|stop| !(stop.boards.is_empty() && stop.leaves.is_empty()));
        let (next, option, duration) = self.trip(shell, (at, from), next, grade, (depart, fewer))?;
        Ok((next, Trip { grade, option }, duration))
    }

    /// The begin of the tour of a mission under way: from where it is to its next stop, or to the one where it stands.
    fn goes_on(&self, shell: &Shell, flight: usize, riders: &[Rider], tour: &mut Tour) -> Result<GoesOn, String> {
        let underway = self
            .planner
            .underway
            .as_ref()
            .expect("there is a flight where an operation is under way");
        let (flight, ends) = (&underway.flights[flight], underway.ends[flight]);
        let aboard = || riders.iter().filter(|rider| rider.lift.aboard);
        // Who does not rest where it is, is there only in name until it goes on.
        let begin = |rest_from: Option<Moment>, depart: Moment| {
            let there = rest_from.unwrap_or(depart);
            let stop = |place: PlaceIdx, boards: Vec<RideRef>, rest: bool, depart: Moment| Stop {
                place,
                rest,
                refills: false,
                leaves: Vec::new(),
                boards,
                arrive: there,
                unload_end: there,
                load_start: depart,
                load_end: depart,
                depart,
            };
            let boards = aboard().map(|rider| rider.of).collect();
            [
                stop(ends.start, Vec::new(), false, there),
                stop(ends.goes_on, boards, rest_from.is_some(), depart),
            ]
        };
        let step = Trip { grade: 0, option: 0 };
        let grades = aboard().map(|rider| self.problem.requests[rider.of.request.get()].grade);
        let grade = grades.max().unwrap_or(0);
        let stops = &shell.mission.stops;
        let (stop, ready) = match flight.position {
            Where::Ground { stop, .. } => (stop, Moment(flight.ready.max(0))),
            Where::Air { leg, .. } => {
                let to = leg + 1;
                let said = stops.get(to).ok_or("it ends in the air")?;
                let on = self.moment(said.on_block_at)?;
                tour.stops.extend(begin(None, Moment(0)));
                let vehicle = &self.problem.vehicles[shell.vehicle.get()];
                let profile = &self.problem.profiles[vehicle.profile.get()];
                let options = profile.options(grade, ends.goes_on, shell.places[to]);
                let option = options.iter().position(|option| Moment(0) + option.duration == on);
                let option = option.ok_or("it cannot land there then")?;
                tour.trips.extend([step, Trip { grade, option }]);
                return Ok(GoesOn {
                    at: to,
                    arrive: on,
                    here: None,
                });
            }
        };
        let said = stops.get(stop).ok_or("it ends before where it stands")?;
        let was = &flight.mission.stops[stop];
        let leaving = || riders.iter().filter(|rider| rider.lift.leaves == stop);
        let boarding = || {
            let boarding = riders.iter();
            boarding.filter(|rider| rider.lift.boards == stop && !rider.lift.aboard)
        };
        let refuels = said.refuel && !was.refuel;
        let rests = said.rest && flight.duty.is_some();
        let stays = leaving().chain(boarding()).next().is_some() || stop + 1 == stops.len() || refuels;
        if !stays {
            let depart = self.moment(said.off_block_at)?;
            tour.stops.extend(begin(rests.then_some(ready), depart));
            let (at, trip, duration) = self.on(shell, (stop, ends.goes_on), depart, riders)?;
            tour.trips.extend([step, trip]);
            return Ok(GoesOn {
                at,
                arrive: depart + duration,
                here: None,
            });
        }
        // With somebody on board, it rests before it takes them over, as it were.
        let rests_before = rests && aboard().any(|rider| rider.lift.leaves != stop);
        let place = &self.problem.places[shell.places[stop].get()];
        let unloaded = leaving().map(|rider| self.planner.axis.not_before(rider.lift.to)).max();
        let unloading: Seconds = leaving().map(|rider| rider.ride.unload).sum();
        let arrive = match unloaded {
            Some(at) => Moment(at) - place.unload_setup - unloading,
            None if (rests && !rests_before) || refuels => ready,
            None => match boarding()
                .map(|rider| self.planner.axis.not_before(rider.lift.from))
                .min()
            {
                Some(at) => Moment(at),
                None => said.off_block_at.map_or(Ok(ready), |at| self.moment(Some(at)))?,
            },
        };
        tour.stops.extend(begin(rests_before.then_some(ready), arrive));
        let vehicle = &self.problem.vehicles[shell.vehicle.get()];
        let profile = &self.problem.profiles[vehicle.profile.get()];
        let options = profile.options(grade, ends.goes_on, shell.places[stop]);
        let option = options.iter().position(|option| option.duration == Seconds::ZERO);
        let option = option.ok_or("nothing more happens where it stands")?;
        tour.trips.extend([step, Trip { grade, option }]);
        Ok(GoesOn {
            at: stop,
            arrive,
            here: Some((stop, rests && !rests_before)),
        })
    }

    /// Whether it refuels where it stands, and had not yet.
    fn refills_from_now_on(&self, shell: &Shell, at: usize) -> bool {
        let (Role::UnderWay(flight), Some(underway)) = (shell.role, &self.planner.underway) else {
            return false;
        };
        let was = &underway.flights[flight].mission.stops[at];
        shell.mission.stops[at].refuel && !was.refuel && at + 1 < shell.places.len()
    }

    /// The stop with its clock.
    fn stop(
        &self,
        shell: &Shell,
        (at, arrive): (usize, Option<Moment>),
        here: bool,
        riders: &[Rider],
    ) -> Result<Stop, String> {
        let said: &MissionStop = &shell.mission.stops[at];
        let is_last = at + 1 == shell.places.len();
        let place = &self.problem.places[shell.places[at].get()];
        let boarding = || {
            riders
                .iter()
                .filter(|rider| rider.lift.boards == at && !rider.lift.aboard)
        };
        let leaving = || riders.iter().filter(|rider| rider.lift.leaves == at);
        let boards: Vec<RideRef> = boarding().map(|rider| rider.of).collect();
        let leaves: Vec<RideRef> = leaving().map(|rider| rider.of).collect();
        let together = |nobody: bool, setup: Seconds, shares: Seconds| {
            if nobody { Seconds::ZERO } else { setup + shares }
        };
        let loading = boarding().map(|rider| rider.ride.load).sum();
        let loading = together(boards.is_empty(), place.load_setup, loading);
        let unloading = leaving().map(|rider| rider.ride.unload).sum();
        let unloading = together(leaves.is_empty(), place.unload_setup, unloading);
        let unload_end = arrive.map(|arrive| arrive + unloading);
        let depart = match unload_end {
            Some(unload_end) if is_last => unload_end,
            _ => self.moment(said.off_block_at)?,
        };
        let load_start = match (boards.is_empty(), said.loading_from) {
            (true, _) => depart,
            // Others may have begun to board before.
            (false, _) if here => self.moment(boarding().map(|rider| rider.lift.from).min())?,
            (false, from) => self.moment(from)?,
        };
        Ok(Stop {
            place: shell.places[at],
            rest: said.rest,
            refills: said.refuel && at > 0 && !is_last,
            leaves,
            boards,
            arrive: arrive.unwrap_or(load_start),
            unload_end: unload_end.unwrap_or(load_start),
            load_start,
            load_end: load_start + loading,
            depart,
        })
    }

    /// How the mission goes on from a stop to the next at which anything happens: that stop, the option, and how long it takes.
    /// Stops between at which nothing happens are fuel stops of the option, or else stops of their own.
    fn trip(
        &self,
        shell: &Shell,
        (at, from): (usize, PlaceIdx),
        busy: usize,
        grade: u8,
        (depart, fewer): (Moment, bool),
    ) -> Result<(usize, usize, Seconds), String> {
        let stops = &shell.mission.stops;
        let vehicle = &self.problem.vehicles[shell.vehicle.get()];
        let profile = &self.problem.profiles[vehicle.profile.get()];
        let options = |to: usize| profile.options(grade, from, shell.places[to]).iter().enumerate();
        for next in (at + 1..=busy).rev() {
            let flown = self.moment(stops[next].on_block_at)? - depart;
            let between = shell.places[at + 1..next].iter().map(|place| place.get());
            let same = options(next).find(|(_, option)| {
                let vias = self.planner.vias.stops(option.tag);
                option.duration == flown && vias.iter().copied().eq(between.clone())
            });
            if let Some((option, travel)) = same {
                return Ok((next, option, travel.duration));
            }
        }
        if fewer {
            // What somebody needed who is not on board any more is not flown.
            let by = self.moment(stops[busy].on_block_at)?;
            let sooner = options(busy).find(|(_, option)| {
                let windows = &self.problem.windows[option.departures.get()];
                depart + option.duration <= by && windows.hold(depart, depart)
            });
            if let Some((option, travel)) = sooner {
                return Ok((busy, option, travel.duration));
            }
        }
        let (from, to) = (&stops[at].airfield, &stops[busy].airfield);
        Err(format!(
            "no flight {from}–{to} of the planner takes that long by these stops"
        ))
    }

    /// Whether everybody leaves who was to leave at a stop, at the time that was said.
    fn all_leave(&self, said: &MissionStop, stop: &Stop) -> Result<bool, String> {
        let leaving: usize = stop.leaves.iter().map(|ride| self.members(*ride)).sum();
        Ok(leaving == said.leaves.len() && stop.arrive == self.moment(said.on_block_at)?)
    }

    fn members(&self, of: RideRef) -> usize {
        self.planner.parties[of.request.get()].members.len()
    }

    fn moment(&self, at: Option<Timestamp>) -> Result<Moment, String> {
        let at = at.ok_or("a time is missing")?;
        Ok(Moment(self.planner.axis.not_before(at)))
    }
}
