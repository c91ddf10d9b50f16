//! The whole translation: an operation to a problem with a dictionary, and the planner around the solver.

use std::collections::BTreeMap;
use std::sync::Mutex;

use airbridge_geo::{Boundaries, BoundariesError};
use airbridge_model::{Aircraft, AircraftType, Crew, Operation, Plan};
use airbridge_solver::problem::{MalformedProblem, Place, PlaceIdx, Problem, ProfileIdx, Ride, Vehicle, VehicleIdx};
use airbridge_solver::search::{Limits, Outcome, StopSignal};
use airbridge_solver::solution::Solution;
use airbridge_units::{AirfieldId, FacilityId, Moment, Seconds};

use crate::cabin::Grades;
use crate::calendar::Axis;
use crate::commitments::{self, PartyPromise};
use crate::ferry::{FerryInput, Vias, profile};
use crate::load;
use crate::party::Party;
use crate::shared::Shared;
use crate::track_table::TrackTable;
use crate::underway::{self, Flight, Underway, Where, Whereabouts};
use crate::vehicles::{SetupMeaning, VehicleInput, heaviest_team, setups};
use crate::ways::{Reach, WayBuilder, WayMeaning};
use crate::windows_pool::WindowsPool;

/// How a plan is to be searched for.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub struct Settings {
    /// Random seed.
    pub seed: u64,
    /// Limit in the solver's unit of work; `None` leaves it to the [`StopSignal`].
    pub work: Option<u64>,
    /// Threads; the answer does not depend on them.
    pub threads: usize,
}

/// No plan could be made.
#[derive(Debug, thiserror::Error)]
pub enum PlanError {
    /// The operation's own boundaries file cannot be read.
    #[error("the operation's boundaries cannot be read")]
    Boundaries(#[source] BoundariesError),
    /// The planner built a problem that the solver refuses: a bug.
    #[error("the planner built a problem that the solver refuses; this is a bug, please report it")]
    Malformed(#[source] MalformedProblem),
    /// Something in the operation refers to what is not there; readers do not let such operations through.
    #[error("{0}")]
    Dangling(String),
}

/// Index by id of what the tables refer to.
#[derive(Debug)]
pub(crate) struct Places<'a> {
    airfields: BTreeMap<&'a AirfieldId, usize>,
    facilities: BTreeMap<&'a FacilityId, usize>,
}

impl<'a> Places<'a> {
    fn new(operation: &'a Operation) -> Self {
        Self {
            airfields: operation
                .airfields
                .iter()
                .enumerate()
                .map(|(index, field)| (&field.id, index))
                .collect(),
            facilities: operation
                .facilities
                .iter()
                .enumerate()
                .map(|(index, item)| (&item.id, index))
                .collect(),
        }
    }

    pub(crate) fn airfield(&self, id: &AirfieldId) -> usize {
        self.airfields[id]
    }

    pub(crate) fn facility(&self, id: &FacilityId) -> usize {
        self.facilities[id]
    }
}

/// An operation, translated: plans it, and decodes answers.
pub struct Planner<'a> {
    pub(crate) operation: &'a Operation,
    pub(crate) axis: Axis,
    pub(crate) places: Places<'a>,
    pub(crate) problem: Problem,
    pub(crate) parties: Vec<Party<'a>>,
    /// By party, by way.
    pub(crate) ways: Vec<Vec<WayMeaning>>,
    /// By the solver's crew.
    pub(crate) crews: Vec<&'a Crew>,
    /// By vehicle.
    pub(crate) aircraft: Vec<(&'a Aircraft, &'a AircraftType)>,
    /// By vehicle, by setup.
    pub(crate) setups: Vec<Vec<SetupMeaning<'a>>>,
    pub(crate) grades: Grades,
    pub(crate) shared: Shared,
    pub(crate) vias: Vias,
    pub(crate) tracks: Mutex<TrackTable<'a>>,
    /// What lies behind, where the operation is under way.
    pub(crate) underway: Option<Underway<'a>>,
}

impl std::fmt::Debug for Planner<'_> {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        write!(f, "Planner({:?})", self.operation.name)
    }
}

impl<'a> Planner<'a> {
    /// Translates an operation.
    ///
    /// # Errors
    ///
    /// When ids point nowhere or the boundaries file cannot be read; readers give findings for both before.
    pub fn new(operation: &'a Operation) -> Result<Self, PlanError> {
        let boundaries = match &operation.boundaries {
            Some(bytes) => Boundaries::from_bytes(bytes).map_err(PlanError::Boundaries)?,
            None => Boundaries::bundled(),
        };
        Self::with_tracks(operation, TrackTable::new(operation, boundaries))
    }

    /// Translates an operation that is much like another; where both are on the same map, what is known of tracks is taken over.
    ///
    /// # Errors
    ///
    /// As [`Planner::new`].
    pub(crate) fn beside<'b>(&self, operation: &'b Operation) -> Result<Planner<'b>, PlanError> {
        let known = self
            .tracks
            .lock()
            .expect("no other thread panics while it holds the tracks");
        let tracks = known.beside(operation);
        drop(known);
        Planner::with_tracks(operation, tracks)
    }

    fn with_tracks(operation: &'a Operation, mut tracks: TrackTable<'a>) -> Result<Self, PlanError> {
        dangling(operation)?;
        let places = Places::new(operation);
        let axis = Axis::new(operation.horizon.from.max(operation.planned_at), operation.horizon.to);
        let mut pool = WindowsPool::new();
        let shared = Shared::new(operation, &axis, |offer| places.facility(&offer.facility));

        let (mut crews, mut crew_names) = (Vec::new(), Vec::new());
        let mut known_crews = BTreeMap::new();
        for crew in &operation.crews {
            if let Some(translated) = crate::crews::translate(operation, &axis, crew, &mut pool) {
                known_crews.insert(&crew.id, airbridge_solver::problem::CrewIdx::new(crews.len()));
                crews.push(translated);
                crew_names.push(crew);
            }
        }

        let grades = Grades::new(operation);
        let mut vias = Vias::new();
        let parties = Party::all(operation);
        let flights = underway::flights(operation, &axis, |id| places.airfield(id), &tracks);
        let whereabouts = underway::whereabouts(operation, &axis, &places, &flights, &parties);
        let stops = stops(operation, &places, &flights, &whereabouts);
        let (mut vehicles, mut profiles, mut fleet, mut all_setups) = (Vec::new(), Vec::new(), Vec::new(), Vec::new());
        for aircraft in &operation.aircraft {
            let kind = operation
                .aircraft_types
                .iter()
                .find(|kind| kind.id == aircraft.aircraft_type);
            let kind = kind.expect("dangling references were refused above");
            let setups = setups(operation, aircraft, kind, &known_crews);
            if setups.is_empty() {
                // Without both crews it cannot carry anybody.
                continue;
            }
            let input = FerryInput {
                operation,
                axis: &axis,
                aircraft,
                kind,
                team_kg: heaviest_team(operation, &setups),
                stops: &stops,
                grades: &grades,
            };
            profiles.push(profile(&input, &mut tracks, &mut pool, &mut vias));
            vehicles.push(crate::vehicles::translate(
                &VehicleInput {
                    operation,
                    axis: &axis,
                    aircraft,
                    kind,
                    base: places.airfield(&aircraft.base),
                    profile: ProfileIdx::new(profiles.len() - 1),
                    setups: &setups,
                    known: &known_crews,
                },
                &mut pool,
            ));
            fleet.push((aircraft, kind));
            all_setups.push(setups);
        }

        let mut problem = Problem {
            start: Moment(0),
            end: Moment(axis.end),
            dimensions: load::DIMENSIONS,
            load_dimension: Some(load::MASS),
            movement_burden: crate::ferry::movement_burden(&operation.policy),
            windows: Vec::new(),
            calendars: shared.calendars.clone(),
            places: operation
                .airfields
                .iter()
                .enumerate()
                .map(|(index, _)| place(operation, &shared, &grades, index))
                .collect(),
            profiles,
            vehicles,
            crews,
            requests: Vec::new(),
            resources: shared.resources.clone(),
        };
        let inside = underway::inside(&parties, &whereabouts);
        underway::take_off(operation, &axis, &places, &shared, (&flights, &inside), &mut problem);
        let mut underway = underway::Fleet {
            operation,
            axis: &axis,
            places: &places,
            stops: &stops,
            tracks: &tracks,
            known: &known_crews,
            pool: &mut pool,
            problem: &mut problem,
            aircraft: &mut fleet,
            setups: &mut all_setups,
            crews: &mut crew_names,
        }
        .extend(flights, whereabouts, underway::spent(operation, &axis, &parties));
        let unit = if underway.is_some() { commitments::UNIT } else { 1 };
        let (mut requests, mut ways) = (Vec::new(), Vec::new());
        {
            let promises = commitments::promises(operation);
            let mut builder = WayBuilder::new(operation, &axis, &shared, &places, &grades);
            builder.unit = unit;
            let shelters = underway.as_ref().map_or(0, |underway| 2 * underway.shelters.len());
            let flying = fleet.len() - shelters;
            builder.aircraft = fleet[..flying].iter().map(|(aircraft, _)| *aircraft).collect();
            let mut reach = FleetReach {
                problem: &problem,
                shelters,
                known: BTreeMap::new(),
                shortest: BTreeMap::new(),
            };
            for (index, party) in parties.iter().enumerate() {
                let party_is = (index, &party.members[0].id);
                builder.begin(underway.as_ref(), party_is, PartyPromise::of(&promises, party));
                let (request, meanings) = builder.request(party, &mut reach, &mut pool);
                requests.push(request);
                ways.push(meanings);
            }
        }
        problem.requests = requests;
        if let Some(underway) = &mut underway {
            underway.missions(&mut problem);
        }
        problem.windows = pool.into_windows();
        Ok(Self {
            operation,
            axis,
            places,
            problem,
            parties,
            ways,
            crews: crew_names,
            aircraft: fleet,
            setups: all_setups,
            grades,
            shared,
            vias,
            tracks: Mutex::new(tracks),
            underway,
        })
    }

    /// How many vehicles fly; those behind them are of shelters.
    pub(crate) fn flying(&self) -> usize {
        let shelters = self.underway.as_ref().map_or(0, |underway| underway.shelters.len());
        self.problem.vehicles.len() - 2 * shelters
    }

    /// Whether a ride is by an aircraft: not a stay's begin or end, which is a ride on a vehicle of a shelter.
    pub(crate) fn is_flight(&self, ride: &Ride) -> bool {
        ride.vehicles.iter().all(|vehicle| vehicle.get() < self.flying())
    }

    /// How many vehicles make missions of their own; those behind them are of missions under way, or none.
    pub(crate) fn ordinary(&self) -> usize {
        let flights = self.underway.as_ref().map_or(0, |underway| underway.flights.len());
        self.flying() - flights
    }

    /// Where a party is, the plan being under way; at the origin otherwise.
    pub(crate) fn whereabouts(&self, party: &Party<'_>) -> Whereabouts {
        let same = |other: &Party<'_>| other.members[0].id == party.members[0].id;
        let number = self.parties.iter().position(same);
        let all = self.underway.as_ref().map(|underway| &underway.whereabouts);
        number
            .and_then(|number| all?.get(number).copied())
            .unwrap_or(Whereabouts::Origin)
    }

    /// The airfields from which a party goes on: those of the facility where they are, or the one where they stand or land next.
    pub(crate) fn departs_from(&self, party: &Party<'_>) -> Vec<usize> {
        let of_facility = |facility: usize| {
            let access = self.operation.facilities[facility].access.iter();
            access.map(|access| self.places.airfield(&access.airfield)).collect()
        };
        let flights = self.underway.as_ref().map_or(&[][..], |underway| &underway.flights);
        match self.whereabouts(party) {
            Whereabouts::Origin => of_facility(self.places.facility(&party.members[0].origin)),
            Whereabouts::Inside { facility, .. } => of_facility(facility),
            Whereabouts::Field { field, .. } => vec![field],
            Whereabouts::Aboard { flight } => match flights[flight].position {
                underway::Where::Ground { field, .. } | underway::Where::Air { to: field, .. } => vec![field],
            },
        }
    }

    /// Whether a party may still have two lifts, with a stay in a staging facility between; not from inside another.
    pub(crate) fn may_stay_in(&self, party: &Party<'_>, hub: usize) -> bool {
        match self.whereabouts(party) {
            Whereabouts::Inside { facility, .. } => facility != hub && !self.shared.counts_places(facility),
            _ => true,
        }
    }

    /// The operation.
    pub fn operation(&self) -> &'a Operation {
        self.operation
    }

    /// The problem that the solver is given.
    pub fn problem(&self) -> &Problem {
        &self.problem
    }

    /// Searches for a plan until the limit or the stop.
    ///
    /// # Errors
    ///
    /// When the solver refuses the problem: a bug.
    pub fn solve(&self, settings: &Settings, stop: &StopSignal) -> Result<Outcome, PlanError> {
        if self.underway.is_some() {
            let first = crate::underway::begun(self).with_promised(self);
            return self.solve_from(&first, settings, stop);
        }
        airbridge_solver::search::solve(&self.problem, &limits(settings), stop).map_err(PlanError::Malformed)
    }

    /// Searches on from a solution.
    pub(crate) fn solve_from(
        &self,
        first: &Solution,
        settings: &Settings,
        stop: &StopSignal,
    ) -> Result<Outcome, PlanError> {
        airbridge_solver::search::solve_from(&self.problem, first, &limits(settings), stop)
            .map_err(PlanError::Malformed)
    }

    /// A plan from the solver's outcome: missions, journeys, reasons, measures, bound.
    pub fn plan(&self, outcome: &Outcome, settings: &Settings) -> Plan {
        crate::decode::plan(self, outcome, settings)
    }

    /// The same without reasons for those left out, for plans that nobody reads.
    pub fn plan_bare(&self, outcome: &Outcome, settings: &Settings) -> Plan {
        crate::decode::plan_bare(self, outcome, settings)
    }

    /// Missions and journeys alone, for an early look: no reasons for those left out, no bound.
    pub fn sketch(&self, solution: &Solution, settings: &Settings) -> Plan {
        crate::decode::sketch(self, solution, settings)
    }
}

pub(crate) fn limits(settings: &Settings) -> Limits {
    Limits {
        work: settings.work,
        seed: settings.seed,
        threads: settings.threads,
    }
}

/// The airfields where missions may stop: those that serve a facility, and bases.
fn stops(operation: &Operation, places: &Places, flights: &[Flight<'_>], whereabouts: &[Whereabouts]) -> Vec<bool> {
    let mut stops = vec![false; operation.airfields.len()];
    for access in operation.facilities.iter().flat_map(|facility| &facility.access) {
        stops[places.airfield(&access.airfield)] = true;
    }
    for aircraft in &operation.aircraft {
        stops[places.airfield(&aircraft.base)] = true;
    }
    for flight in flights {
        match flight.position {
            Where::Ground { field, .. } => stops[field] = true,
            Where::Air { to, .. } => stops[to] = true,
        }
    }
    for at in whereabouts {
        if let Whereabouts::Field { field, .. } = at {
            stops[*field] = true;
        }
    }
    stops
}

fn place(operation: &Operation, shared: &Shared, grades: &Grades, index: usize) -> Place {
    let field = &operation.airfields[index];
    let times = &operation.policy.handling;
    Place {
        unload_setup: Seconds::from_minutes(times.unload_base.get()),
        load_setup: Seconds::from_minutes(times.load_base.get()),
        turnaround: if field.fuel {
            Seconds::from_minutes(times.turnaround.get())
        } else {
            Seconds::ZERO
        },
        refills: field.fuel,
        refills_empty_only: field.fuel && !field.fire_cover,
        rest: field.crew_rest,
        movements: shared.slots[index],
        parking: shared.stands[index],
        highest_grade: grades.highest_at(field),
    }
}

/// Which vehicles can carry what between two places, remembered.
struct FleetReach<'p> {
    problem: &'p Problem,
    /// Vehicles at the end of the fleet that are none.
    shelters: usize,
    known: BTreeMap<(usize, usize, u8, Vec<i64>), Vec<VehicleIdx>>,
    shortest: BTreeMap<usize, Option<Seconds>>,
}

impl Reach for FleetReach<'_> {
    fn vehicles(&mut self, from: usize, to: usize, grade: u8, demand: &[i64]) -> Vec<VehicleIdx> {
        let problem = self.problem;
        let compute = || {
            (0..problem.vehicles.len())
                .map(VehicleIdx::new)
                .filter(|&vehicle| can_carry(problem, vehicle, from, to, grade, demand))
                .collect::<Vec<_>>()
        };
        self.known
            .entry((from, to, grade, demand.to_vec()))
            .or_insert_with(compute)
            .clone()
    }

    fn fleet(&self) -> usize {
        self.problem.vehicles.len() - self.shelters
    }

    fn shortest_from(&mut self, from: usize) -> Option<Seconds> {
        let problem = self.problem;
        *self.shortest.entry(from).or_insert_with(|| {
            let places = (0..problem.places.len()).map(PlaceIdx::new);
            let options = |to| {
                problem.profiles.iter().flat_map(move |profile| {
                    (0..profile.grades).flat_map(move |grade| profile.options(grade, PlaceIdx::new(from), to))
                })
            };
            places.flat_map(options).map(|option| option.duration).min()
        })
    }
}

/// Necessary, not sufficient: a way there, across and home, and room in some setup.
pub(crate) fn can_carry(
    problem: &Problem,
    vehicle: VehicleIdx,
    from: usize,
    to: usize,
    grade: u8,
    demand: &[i64],
) -> bool {
    let vehicle = &problem.vehicles[vehicle.get()];
    let profile = &problem.profiles[vehicle.profile.get()];
    let (from, to) = (PlaceIdx::new(from), PlaceIdx::new(to));
    let grades_fit = [from, to]
        .iter()
        .all(|place| grade <= problem.places[place.get()].highest_grade);
    // From where it is a mission under way may have to land elsewhere first: in the air, where it was going.
    let first_elsewhere = || {
        vehicle.underway.is_some()
            && (0..problem.places.len())
                .map(PlaceIdx::new)
                .any(|via| !profile.options(grade, from, via).is_empty() && !profile.options(grade, via, to).is_empty())
    };
    let across = !profile.options(grade, from, to).is_empty() || first_elsewhere();
    let back = vehicle.end == to || !profile.options(0, to, vehicle.end).is_empty();
    // A way home may also lead through another stop; a vehicle that can only do that is rare, and kept.
    let elsewhere = |at: PlaceIdx, inbound: bool| {
        (0..problem.places.len()).map(PlaceIdx::new).any(|via| {
            if inbound {
                !profile.options(0, vehicle.home, via).is_empty() && !profile.options(0, via, at).is_empty()
            } else {
                !profile.options(0, at, via).is_empty() && !profile.options(0, via, vehicle.end).is_empty()
            }
        })
    };
    // A mission under way first leaves a place of its own and may have to land where it was going: more stops may lie between.
    let comes = || {
        if vehicle.underway.is_some() {
            comes_to(problem, vehicle, from)
        } else {
            vehicle.home == from || !profile.options(0, vehicle.home, from).is_empty() || elsewhere(from, true)
        }
    };
    let open = [from, to].iter().all(|place| profile.open[place.get()].is_some());
    let room = vehicle
        .setups
        .iter()
        .any(|setup| demand.iter().zip(&setup.capacity).all(|(need, most)| need <= most));
    open && room && grades_fit && across && (back || elsewhere(to, false)) && comes()
}

/// Whether a mission under way comes to a place by any number of stops: one in the air may have to land where it was going, and fly on from there.
fn comes_to(problem: &Problem, vehicle: &Vehicle, to: PlaceIdx) -> bool {
    let profile = &problem.profiles[vehicle.profile.get()];
    let mut known = vec![false; problem.places.len()];
    let mut open = vec![vehicle.home];
    while let Some(at) = open.pop() {
        if at == to || !profile.options(0, at, to).is_empty() {
            return true;
        }
        for next in (0..known.len()).map(PlaceIdx::new) {
            if !known[next.get()] && !profile.options(0, at, next).is_empty() {
                known[next.get()] = true;
                open.push(next);
            }
        }
    }
    false
}

/// The first reference that points nowhere.
fn dangling(operation: &Operation) -> Result<(), PlanError> {
    let index = airbridge_model::Index::new(operation);
    let missing = |what: &str, id: &dyn std::fmt::Display| Err(PlanError::Dangling(format!("unknown {what} {id}")));
    for facility in &operation.facilities {
        for access in &facility.access {
            if index.airfield(&access.airfield).is_none() {
                return missing("airfield", &access.airfield);
            }
        }
    }
    for patient in &operation.patients {
        if index.facility(&patient.origin).is_none() {
            return missing("facility", &patient.origin);
        }
    }
    for offer in &operation.offers {
        if index.facility(&offer.facility).is_none() {
            return missing("facility", &offer.facility);
        }
    }
    for entry in &operation.staging {
        if index.facility(&entry.facility).is_none() {
            return missing("facility", &entry.facility);
        }
    }
    for aircraft in &operation.aircraft {
        if index.aircraft_type(&aircraft.aircraft_type).is_none() {
            return missing("aircraft type", &aircraft.aircraft_type);
        }
        if index.airfield(&aircraft.base).is_none() {
            return missing("airfield", &aircraft.base);
        }
    }
    for crew in &operation.crews {
        if index.airfield(&crew.base).is_none() {
            return missing("airfield", &crew.base);
        }
        if index.duty(&crew.rules).is_none() {
            return missing("duty rule set", &crew.rules);
        }
    }
    Ok(())
}
