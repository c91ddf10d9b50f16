//! Vehicles of missions under way, of shelters, and what binds an aircraft's later missions to its present one.

use std::collections::BTreeMap;

use airbridge_model::{Operation, Progress};
use airbridge_solver::problem::{
    Cost, Crew, CrewIdx, DutyEnd, DutyLimit, DutySoFar, PlaceIdx, Problem, Profile, ProfileIdx, Request, RequestIdx,
    Ride, Setup, Travel, Underway as Begun, Vehicle, VehicleIdx, Way, WindowsIdx,
};
use airbridge_units::{CrewId, Moment, Seconds};

use super::flights::{Flight, Where};
use super::places::{self, Ends};
use super::routes::{Routes, lead, nowhere, widened};
use super::{Shelter, Spent, Underway, Whereabouts};
use crate::calendar::Axis;
use crate::load;
use crate::spans::Spans;
use crate::track_table::TrackTable;
use crate::translate::Places;
use crate::vehicles::SetupMeaning;
use crate::windows_pool::WindowsPool;

/// Everything that makes a problem one of an operation under way.
pub(crate) struct Fleet<'f, 'a> {
    pub(crate) operation: &'a Operation,
    pub(crate) axis: &'f Axis,
    pub(crate) places: &'f Places<'a>,
    pub(crate) stops: &'f [bool],
    pub(crate) tracks: &'f TrackTable<'a>,
    pub(crate) known: &'f BTreeMap<&'a CrewId, CrewIdx>,
    pub(crate) pool: &'f mut WindowsPool,
    pub(crate) problem: &'f mut Problem,
    /// By vehicle, as in the planner; each vehicle that is added gets an entry.
    pub(crate) aircraft: &'f mut Vec<(&'a airbridge_model::Aircraft, &'a airbridge_model::AircraftType)>,
    pub(crate) setups: &'f mut Vec<Vec<SetupMeaning<'a>>>,
    /// By the solver's crew; who flies stands for the airframe.
    pub(crate) crews: &'f mut Vec<&'a airbridge_model::Crew>,
}

/// The weight of a mission that is to come home, and of a patient on board who is to be somewhere: far beyond any other.
pub(crate) const MUST: i64 = 1_000_000_000_000;

impl<'a> Fleet<'_, 'a> {
    /// Adds places, vehicles and crews for what is under way; requests of missions come later, by [`Fleet::missions`].
    pub(crate) fn extend(
        mut self,
        flights: Vec<Flight<'a>>,
        whereabouts: Vec<Whereabouts>,
        spent: Vec<Spent>,
    ) -> Option<Underway<'a>> {
        let so_far = self.operation.so_far.as_deref()?;
        let ends = places::of_flights(self.operation, &flights, &mut self.problem.places);
        let nowhere = places::plain(self.operation, &mut self.problem.places);
        let sheltered = self.sheltered(&flights, &whereabouts);
        let inside: Vec<(usize, PlaceIdx)> = sheltered
            .into_iter()
            .map(|facility| (facility, places::plain(self.operation, &mut self.problem.places)))
            .collect();
        let ordinary: Vec<Profile> = self.problem.profiles.clone();
        let count = self.problem.places.len();
        self.problem.profiles = ordinary.iter().map(|profile| widened(profile, count)).collect();
        self.settle_aircraft();
        let mut flown = Vec::new();
        for (flight, ends) in flights.into_iter().zip(ends) {
            if let Some(flight) = self.flight(flight, ends, &ordinary) {
                flown.push(flight);
            }
        }
        let shelters = inside
            .into_iter()
            .map(|(facility, inside)| (facility, self.shelter(nowhere, inside)))
            .collect();
        Some(Underway {
            so_far,
            flights: flown.iter().map(|(flight, _, _)| flight.clone()).collect(),
            ends: flown.iter().map(|(_, ends, _)| *ends).collect(),
            vehicles: flown.iter().map(|(_, _, vehicle)| *vehicle).collect(),
            by: flown.iter().map(|(flight, _, _)| self.by(flight)).collect(),
            overtaxed: flown
                .iter()
                .filter(|(flight, _, _)| self.is_overtaxed(flight))
                .map(|(_, _, vehicle)| *vehicle)
                .collect(),
            spent,
            whereabouts,
            shelters,
            first_of_missions: RequestIdx(0),
        })
    }

    /// Facilities where somebody waits, or may have to: staging facilities, and where people are.
    fn sheltered(&self, flights: &[Flight<'_>], whereabouts: &[Whereabouts]) -> Vec<usize> {
        let under_way = whereabouts.iter().any(|at| *at != Whereabouts::Origin);
        if !under_way {
            return Vec::new();
        }
        let staging = self
            .operation
            .staging
            .iter()
            .map(|entry| self.places.facility(&entry.facility));
        let present = whereabouts.iter().filter_map(|at| match at {
            Whereabouts::Inside { facility, .. } => Some(*facility),
            _ => None,
        });
        // Whoever is on board may have to go back.
        let patients = self.operation.patients.iter();
        let aboard = patients.filter(|patient| flights.iter().any(|flight| flight.aboard.contains(&patient.id)));
        let origins = aboard.map(|patient| self.places.facility(&patient.origin));
        let mut all: Vec<usize> = staging.chain(present).chain(origins).collect();
        all.sort_unstable();
        all.dedup();
        all
    }

    /// Fields by which a flight may go home: where it is, and where it was to stop.
    fn by(&self, flight: &Flight<'_>) -> Vec<usize> {
        let here = match flight.position {
            Where::Ground { field, .. } => field,
            Where::Air { to, .. } => to,
        };
        let ahead = &flight.mission.stops[flight.behind().0.min(flight.mission.stops.len())..];
        let mut by = vec![here];
        for stop in ahead {
            let field = self.places.airfield(&stop.airfield);
            if !by.contains(&field) && stop.airfield != flight.aircraft.base {
                by.push(field);
            }
        }
        by
    }

    /// What missions that are over leave to later ones: turnaround, cabin, rest of crews.
    fn settle_aircraft(&mut self) {
        let Some(so_far) = self.operation.so_far.as_deref() else {
            return;
        };
        let (operation, axis, now) = (self.operation, self.axis, self.operation.planned_at);
        let turnaround = operation.policy.handling.base_turnaround.get() * 60;
        let mut rested: BTreeMap<CrewIdx, i64> = BTreeMap::new();
        for mission in &so_far.stands.missions {
            let progress = mission.progress(now);
            if progress == Progress::NotBegun {
                continue;
            }
            // Nothing is left to decide of it; it may still be about to land.
            let over = progress == Progress::Over || so_far.grounded.contains(&mission.id);
            for (index, vehicle) in self.problem.vehicles.iter_mut().enumerate() {
                let (aircraft, kind) = self.aircraft[index];
                if aircraft.id != mission.aircraft {
                    continue;
                }
                vehicle.max_tours = vehicle.max_tours.saturating_sub(1);
                let cabin = kind
                    .configurations
                    .iter()
                    .position(|cabin| cabin.id == mission.configuration);
                vehicle.initial_kind = cabin.unwrap_or(0) as u32;
                let Some(last) = mission.stops.last() else { continue };
                let away = last.airfield != aircraft.base;
                let stays = away && so_far.grounded.contains(&mission.id);
                if vehicle.max_tours == 0 || stays {
                    vehicle.available = self.pool.add(Spans::new(Vec::new()));
                    vehicle.max_tours = vehicle.max_tours.max(1);
                } else if over && !away {
                    let on = last.on_block_at.map_or(0, |at| axis.not_before(at));
                    let unloaded = last.unloaded_at.map_or(on, |at| axis.not_before(at));
                    let free = (on + turnaround).max(unloaded);
                    vehicle.ready = vehicle.ready.max(Moment(free));
                    let available = self
                        .pool
                        .spans(vehicle.available)
                        .intersect(&Spans::one(free, i64::MAX / 16));
                    vehicle.available = self.pool.add(available);
                }
            }
            for id in [Some(&mission.flight_crew), mission.medical_crew.as_ref()]
                .into_iter()
                .flatten()
            {
                if let (Some(&index), true) = (self.known.get(id), over) {
                    let until = rest_over(operation, axis, mission, id);
                    let known = rested.entry(index).or_insert(i64::MIN);
                    *known = (*known).max(until);
                }
            }
        }
        for (index, until) in rested {
            let crew = &mut self.problem.crews[index.get()];
            let from = until + crew.report.0;
            let available = self
                .pool
                .spans(crew.available)
                .intersect(&Spans::one(from, i64::MAX / 16));
            crew.available = self.pool.add(available);
        }
    }

    fn flight(
        &mut self,
        flight: Flight<'a>,
        ends: Ends,
        ordinary: &[Profile],
    ) -> Option<(Flight<'a>, Ends, VehicleIdx)> {
        let real = self
            .aircraft
            .iter()
            .position(|(aircraft, _)| aircraft.id == flight.aircraft.id)?;
        let base = self.places.airfield(&flight.aircraft.base);
        let (profile, lands) = self.profile(&flight, ends, &ordinary[self.problem.vehicles[real].profile.get()]);
        let mut crews = vec![*self.known.get(&flight.pilots.id)?];
        if let Some(team) = flight.team {
            crews.push(*self.known.get(&team.id)?);
        }
        for &crew in &crews {
            // The duty under way is brought to its end, whatever was said of its time since; a further one is not begun.
            let crew = &mut self.problem.crews[crew.get()];
            let until = self.pool.last(crew.available).unwrap_or(0);
            let until = until.max(flight.duty_ends.unwrap_or(0)).max(flight.lands);
            crew.available = self.pool.add(Spans::one(-i64::MAX / 16, until));
        }
        crews.extend(self.airframe(real, &flight));
        let policy = &self.operation.policy;
        let cabin = flight
            .kind
            .configurations
            .iter()
            .position(|cabin| cabin.id == flight.configuration.id);
        let departures = match flight.position {
            Where::Ground { .. } => Spans::one(flight.ready, i64::MAX / 16),
            Where::Air { .. } => Spans::one(0, 0),
        };
        let longest = policy.longest_mission.get() * 60 - flight.elapsed;
        let vehicle = Vehicle {
            end: PlaceIdx::new(base),
            departures: self.pool.add(departures),
            max_tour: Seconds(longest.max(flight.ends).max(flight.lands) + DAY),
            initial_kind: cabin.unwrap_or(0) as u32,
            underway: Some(Begun {
                duty: flight.duty.map(|(departed, legs)| DutySoFar {
                    departed: Moment(departed),
                    legs,
                    lands: Moment(lands.unwrap_or(0)),
                }),
            }),
            ..Vehicle::of(
                profile,
                ends.start,
                Setup {
                    kind: cabin.unwrap_or(0) as u32,
                    changeover: Seconds::ZERO,
                    capacity: self.capacity(&flight),
                    crews,
                    cost: Cost::ZERO,
                },
            )
        };
        self.problem.vehicles.push(vehicle);
        self.aircraft.push((flight.aircraft, flight.kind));
        let meaning = self.setups[real]
            .iter()
            .find(|setup| flight.team.is_none_or(|team| team.id == setup.medical.id))
            .copied()?;
        self.setups.push(vec![SetupMeaning {
            configuration: flight.configuration,
            flight: flight.pilots,
            medical: flight.team.unwrap_or(meaning.medical),
        }]);
        Some((flight, ends, VehicleIdx::new(self.problem.vehicles.len() - 1)))
    }

    /// What the cabin and the team hold, and at least who is on board whatever has become of them.
    fn capacity(&self, flight: &Flight<'_>) -> Vec<i64> {
        let both = self.room(flight).into_iter().zip(self.aboard(flight));
        both.map(|(room, aboard)| room.max(aboard)).collect()
    }

    /// Whether those on board need more than there is, as when one of them has got worse: then nobody else is taken on.
    fn is_overtaxed(&self, flight: &Flight<'_>) -> bool {
        let mut both = self.room(flight).into_iter().zip(self.aboard(flight));
        both.any(|(room, aboard)| aboard > room)
    }

    /// What the cabin and the team hold.
    fn room(&self, flight: &Flight<'_>) -> Vec<i64> {
        let most = flight
            .kind
            .range
            .last()
            .map_or(0, |point| point.payload.get().floor() as i64);
        match flight.team {
            Some(team) => {
                let most = (most - load::team_kg(&self.operation.policy, team)).max(0);
                load::capacity(flight.configuration, team, most)
            }
            None => vec![0; load::DIMENSIONS],
        }
    }

    /// What those on board need.
    fn aboard(&self, flight: &Flight<'_>) -> Vec<i64> {
        let patients = self.operation.patients.iter();
        let mut aboard = vec![0; load::DIMENSIONS];
        for patient in patients.filter(|patient| flight.aboard.contains(&patient.id)) {
            for (sum, part) in aboard.iter_mut().zip(load::demand(&self.operation.policy, patient)) {
                *sum += part;
            }
        }
        aboard
    }

    /// Its profile, and the soonest that it can land, where it is in the air.
    fn profile(&mut self, flight: &Flight<'_>, ends: Ends, ordinary: &Profile) -> (ProfileIdx, Option<i64>) {
        let mut lands: Option<i64> = None;
        let mut profile = widened(ordinary, self.problem.places.len());
        let routes = Routes {
            operation: self.operation,
            axis: self.axis,
            stops: self.stops,
            profile: ordinary,
        };
        for grade in 0..profile.grades {
            for to in 0..self.operation.airfields.len() {
                let options = routes.options(flight, grade, to, self.tracks, self.pool);
                if !options.is_empty() {
                    let soonest = options.iter().map(|option| option.duration.0).min();
                    if matches!(flight.position, Where::Air { .. }) {
                        lands = lands.into_iter().chain(soonest).min();
                    }
                    let open = profile.open[to];
                    lead(&mut profile, grade, ends.goes_on, PlaceIdx::new(to), options);
                    profile.open[to] = open.or(Some(WindowsIdx::ALWAYS));
                }
            }
            let step = Travel {
                legs: 0,
                ..Travel::direct(Seconds::ZERO, 0)
            };
            lead(&mut profile, grade, ends.start, ends.goes_on, vec![step]);
        }
        self.hold(&mut profile, flight, ends);
        self.problem.profiles.push(profile);
        (ProfileIdx::new(self.problem.profiles.len() - 1), lands)
    }

    /// Lets nothing depart from a field before the flight may go on, but for where it lands next.
    fn hold(&mut self, profile: &mut Profile, flight: &Flight<'_>, ends: Ends) {
        if flight.held <= 0 {
            return;
        }
        let fields = self.operation.airfields.len();
        let in_the_air = matches!(flight.position, Where::Air { .. });
        let from = (0..fields).chain((!in_the_air).then(|| ends.goes_on.get()));
        let places = profile.open.len();
        let mut known: BTreeMap<WindowsIdx, WindowsIdx> = BTreeMap::new();
        for from in from {
            for grade in 0..usize::from(profile.grades) {
                for to in 0..fields {
                    let options = &mut profile.travel[(grade * places + from) * places + to];
                    for option in options.iter_mut().filter(|option| option.legs > 0) {
                        let before = option.departures;
                        option.departures = *known.entry(before).or_insert_with(|| {
                            let later = self
                                .pool
                                .spans(before)
                                .intersect(&Spans::one(flight.held, i64::MAX / 16));
                            self.pool.add(later)
                        });
                    }
                }
            }
        }
    }

    /// Who holds the airframe: on the present mission, and then on each later one of the same aircraft; and who, besides, changes the cabin for those that
    /// need another one. The latter are stricter than the rules between two later missions of one such cabin.
    fn airframe(&mut self, real: usize, flight: &Flight<'a>) -> Vec<CrewIdx> {
        let turnaround = self.operation.policy.handling.base_turnaround.get() * 60;
        let mut cabins: Vec<_> = self.setups[real].iter().map(|setup| setup.configuration).collect();
        cabins.sort_by(|one, other| one.id.cmp(&other.id));
        cabins.dedup_by(|one, other| one.id == other.id);
        let others = cabins.into_iter().filter(|cabin| cabin.id != flight.configuration.id);
        let mut all = Vec::new();
        for other in std::iter::once(None).chain(others.map(Some)) {
            let change = other.map_or(0, |cabin| cabin.changeover.get() * 60);
            self.problem.crews.push(Crew {
                available: WindowsIdx::ALWAYS,
                // So long before a departure the mission before is over.
                report: Seconds(turnaround + change),
                end: DutyEnd::LastUnload,
                debrief: Seconds::ZERO,
                limit: DutyLimit::constant(Seconds(i64::MAX / 64)),
                rest_home: Seconds::ZERO,
                rest_away: Seconds::ZERO,
                rest_as_long: false,
            });
            self.crews.push(flight.pilots);
            let crew = CrewIdx::new(self.problem.crews.len() - 1);
            let setups = self.problem.vehicles[real].setups.iter_mut();
            for (setup, meaning) in setups.zip(&self.setups[real]) {
                if other.is_none_or(|cabin| cabin.id == meaning.configuration.id) {
                    setup.crews.push(crew);
                }
            }
            all.push(crew);
        }
        all
    }

    /// The vehicles that have brought those who are inside, and that take out, at the end, those who wait in vain.
    fn shelter(&mut self, away: PlaceIdx, inside: PlaceIdx) -> Shelter {
        let end = self.problem.end.0;
        let mut vehicle = |from: PlaceIdx, to: PlaceIdx, at: i64| {
            let mut profile = nowhere(
                self.operation.policy.cabin_tiers.len().max(1) as u8,
                self.problem.places.len(),
            );
            let departures = self.pool.add(Spans::one(at, at));
            for grade in 0..profile.grades {
                let step = Travel {
                    legs: 0,
                    departures,
                    ..Travel::direct(Seconds::ZERO, 0)
                };
                lead(&mut profile, grade, from, to, vec![step]);
            }
            self.problem.profiles.push(profile);
            let room = vec![i64::MAX / (1 << 20); load::DIMENSIONS];
            let vehicle = Vehicle {
                end: to,
                ..Vehicle::of(ProfileIdx::new(self.problem.profiles.len() - 1), from, Setup::of(room))
            };
            self.problem.vehicles.push(vehicle);
            let stand_in = (self.aircraft[0], self.setups[0][0]);
            self.aircraft.push(stand_in.0);
            self.setups.push(vec![stand_in.1]);
            VehicleIdx::new(self.problem.vehicles.len() - 1)
        };
        Shelter {
            inside,
            away,
            brought: vehicle(away, inside, 0),
            takes: vehicle(inside, away, end),
        }
    }
}

impl Underway<'_> {
    /// Adds a request for each mission, to be brought home, behind those of the parties.
    pub(crate) fn missions(&mut self, problem: &mut Problem) {
        self.first_of_missions = RequestIdx::new(problem.requests.len());
        for ((ends, &vehicle), by) in self.ends.iter().zip(&self.vehicles).zip(&self.by) {
            // Straight home, or by one of the fields where it was to stop: the way home may be too far, or not permitted.
            let home = (ends.start, ends.goes_on);
            let others = by.iter().map(|&field| (ends.goes_on, PlaceIdx::new(field)));
            let ride = |(from, to)| Ride {
                vehicles: vec![vehicle],
                ..Ride::between(from, to)
            };
            let ways = std::iter::once(home).chain(others).map(|ends| Way::of_ride(ride(ends)));
            problem.requests.push(Request {
                demand: vec![0; load::DIMENSIONS],
                grade: 0,
                unserved: Cost::in_tier(0, MUST),
                ways: ways.collect(),
            });
        }
    }
}

const DAY: i64 = 86_400;

/// When a crew has rested at home after a mission. `docs/rules.md`, rule 7.
fn rest_over(operation: &Operation, axis: &Axis, mission: &airbridge_model::Mission, id: &CrewId) -> i64 {
    let crew = operation.crews.iter().find(|crew| crew.id == *id);
    let rules = crew.and_then(|crew| operation.policy.duty.iter().find(|rules| rules.id == crew.rules));
    let (Some(rules), Some(last), Some(stop)) = (rules, mission.legs.last(), mission.stops.last()) else {
        return i64::MIN;
    };
    let first = (1..mission.legs.len())
        .rev()
        .find(|&stop| mission.stops[stop].rest)
        .unwrap_or(0);
    let begin = axis.not_before(mission.legs[first].off_block_at) - rules.report.get() * 60;
    let landed = axis.not_before(last.on_block_at);
    let unloaded = stop.unloaded_at.map_or(landed, |at| axis.not_before(at));
    let end = landed.max(unloaded) + rules.debrief.get() * 60;
    end + (rules.rest_home.get() * 60).max(end - begin)
}
