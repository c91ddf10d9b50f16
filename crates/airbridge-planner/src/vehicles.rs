//! Aircraft as vehicles: availability, and a setup for each configuration with each flight crew and medical team.

use std::collections::BTreeMap;

use airbridge_model::{Aircraft, AircraftType, Configuration, Crew, CrewRole, Operation};
use airbridge_solver::problem::{Cost, CrewIdx, PlaceIdx, ProfileIdx, Setup, Vehicle};
use airbridge_units::{CrewId, Moment, Seconds};

use crate::calendar::Axis;
use crate::load::{capacity, team_kg};
use crate::spans::Spans;
use crate::windows_pool::WindowsPool;

/// What a setup stands for.
#[derive(Clone, Copy, Debug)]
pub(crate) struct SetupMeaning<'a> {
    pub(crate) configuration: &'a Configuration,
    pub(crate) flight: &'a Crew,
    pub(crate) medical: &'a Crew,
}

/// The setups of an aircraft, smallest teams first so that a small need does not bind a large team.
pub(crate) fn setups<'a>(
    operation: &'a Operation,
    aircraft: &Aircraft,
    kind: &'a AircraftType,
    known: &BTreeMap<&CrewId, CrewIdx>,
) -> Vec<SetupMeaning<'a>> {
    let crews = |role: CrewRole| {
        let mut crews: Vec<&Crew> = operation
            .crews
            .iter()
            .filter(|crew| crew.role == role && crew.aircraft.contains(&aircraft.id) && known.contains_key(&crew.id))
            .collect();
        crews.sort_by_key(|crew| (crew.critical_points, crew.nursing_points, crew.extra_pilots));
        crews
    };
    let (flights, teams) = (crews(CrewRole::Flight), crews(CrewRole::Medical));
    let mut setups = Vec::new();
    for configuration in kind
        .configurations
        .iter()
        .filter(|cabin| aircraft.configurations.is_empty() || aircraft.configurations.contains(&cabin.id))
    {
        for &medical in &teams {
            for &flight in &flights {
                setups.push(SetupMeaning {
                    configuration,
                    flight,
                    medical,
                });
            }
        }
    }
    setups
}

/// Mass of the heaviest team among setups.
pub(crate) fn heaviest_team(operation: &Operation, setups: &[SetupMeaning]) -> i64 {
    setups
        .iter()
        .map(|setup| team_kg(&operation.policy, setup.medical))
        .max()
        .unwrap_or(0)
}

/// What an aircraft is translated from.
pub(crate) struct VehicleInput<'a> {
    pub(crate) operation: &'a Operation,
    pub(crate) axis: &'a Axis,
    pub(crate) aircraft: &'a Aircraft,
    pub(crate) kind: &'a AircraftType,
    pub(crate) base: usize,
    pub(crate) profile: ProfileIdx,
    pub(crate) setups: &'a [SetupMeaning<'a>],
    pub(crate) known: &'a BTreeMap<&'a CrewId, CrewIdx>,
}

/// Translates an aircraft.
pub(crate) fn translate(input: &VehicleInput, pool: &mut WindowsPool) -> Vehicle {
    let VehicleInput {
        operation,
        axis,
        aircraft,
        kind,
        ..
    } = *input;
    let field = &operation.airfields[input.base];
    let available = Spans::one(
        axis.not_before(aircraft.available_from).max(0),
        axis.not_after(aircraft.available_to).min(axis.end),
    );
    let departures = axis.open(&aircraft.departure_hours, &field.zone);
    let number = |configuration: &Configuration| {
        kind.configurations
            .iter()
            .position(|cabin| cabin.id == configuration.id)
            .unwrap_or(0) as u32
    };
    let standing = aircraft
        .standing
        .as_ref()
        .and_then(|id| kind.configurations.iter().position(|cabin| cabin.id == *id))
        .unwrap_or(0) as u32;
    let most_kg = kind.range.last().map_or(0, |point| {
        point.payload.get().floor() as i64 - heaviest_team(operation, input.setups)
    });
    Vehicle {
        profile: input.profile,
        home: PlaceIdx::new(input.base),
        end: PlaceIdx::new(input.base),
        available: pool.add(available),
        departures: pool.add(departures),
        turnaround: Seconds::from_minutes(operation.policy.handling.base_turnaround.get()),
        ready: Moment(axis.not_before(aircraft.available_from)),
        initial_kind: standing,
        max_tour: Seconds::from_minutes(operation.policy.longest_mission.get()),
        max_tours: aircraft.max_missions.unwrap_or(u32::MAX),
        tour_cost: Cost::ZERO,
        cost_per_second: 0,
        setups: input
            .setups
            .iter()
            .map(|setup| Setup {
                kind: number(setup.configuration),
                changeover: Seconds::from_minutes(setup.configuration.changeover.get()),
                capacity: capacity(setup.configuration, setup.medical, most_kg.max(0)),
                crews: vec![input.known[&setup.flight.id], input.known[&setup.medical.id]],
                cost: Cost::ZERO,
            })
            .collect(),
        underway: None,
    }
}
