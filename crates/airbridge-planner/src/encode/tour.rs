//! A mission as a tour of the solver, with those who ride on it.

use airbridge_model::{Mission, MissionStop};
use airbridge_solver::problem::{PlaceIdx, Ride, SetupIdx, VehicleIdx};
use airbridge_solver::solution::{RideRef, Stop, Tour, Trip};
use airbridge_units::{Moment, Seconds};
use jiff::Timestamp;

use super::Encoder;
use super::booking::Lift;
use crate::translate::Planner;

/// A mission without those on it.
pub(super) struct Shell<'p> {
    pub(super) mission: &'p Mission,
    pub(super) vehicle: VehicleIdx,
    pub(super) setup: SetupIdx,
    /// By stop.
    pub(super) places: Vec<PlaceIdx>,
}

/// A ride on a mission.
pub(super) struct Rider<'p> {
    pub(super) of: RideRef,
    pub(super) ride: &'p Ride,
    pub(super) lift: Lift,
}

/// What a mission is to the solver, or why it is nothing.
pub(super) fn shell<'p>(planner: &Planner, mission: &'p Mission) -> Result<Shell<'p>, String> {
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
    let setup = setup.ok_or("the aircraft does not fly in that cabin with these crews")?;
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
    if places.len() < 2 || places.len() < mission.stops.len() || !legs.eq(pairs) {
        return Err("legs and stops do not go together".to_owned());
    }
    Ok(Shell {
        mission,
        vehicle: VehicleIdx::new(vehicle),
        setup: SetupIdx::new(setup),
        places,
    })
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
        loop {
            numbers[at] = tour.stops.len();
            let stop = self.stop(shell, at, arrive, riders)?;
            if at > 0 && stop.unload_end != self.moment(stops[at].unloaded_at)? && self.all_leave(&stops[at], &stop)? {
                return Err(format!("unloading at {} takes another time", stops[at].airfield));
            }
            let depart = stop.depart;
            tour.stops.push(stop);
            if at == last {
                return Ok((tour, numbers));
            }
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
            let (next, option, duration) = self.trip(shell, (at, next), grade, (depart, fewer))?;
            tour.trips.push(Trip { grade, option });
            arrive = Some(depart + duration);
            at = next;
        }
    }

    /// The stop with its clock.
    fn stop(&self, shell: &Shell, at: usize, arrive: Option<Moment>, riders: &[Rider]) -> Result<Stop, String> {
        let said: &MissionStop = &shell.mission.stops[at];
        let is_last = at + 1 == shell.places.len();
        let place = &self.problem.places[shell.places[at].get()];
        let boarding = || riders.iter().filter(|rider| rider.lift.boards == at);
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
        (at, busy): (usize, usize),
        grade: u8,
        (depart, fewer): (Moment, bool),
    ) -> Result<(usize, usize, Seconds), String> {
        let stops = &shell.mission.stops;
        let vehicle = &self.problem.vehicles[shell.vehicle.get()];
        let profile = &self.problem.profiles[vehicle.profile.get()];
        let options = |to: usize| {
            profile
                .options(grade, shell.places[at], shell.places[to])
                .iter()
                .enumerate()
        };
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
