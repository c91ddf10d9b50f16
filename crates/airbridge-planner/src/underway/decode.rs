//! What lies behind, as part of the plan that is made: missions and journeys go on from it.

use std::collections::{BTreeMap, BTreeSet};

use airbridge_geo::Track;
use airbridge_model::{Journey, LeftOut, Mission, Operation, Patient, Plan, Progress, Step, Turn, WhyClosed};
use airbridge_solver::solution::Solution;
use airbridge_units::{Kilograms, MissionId, NauticalMiles, PatientId};
use jiff::Timestamp;

use super::{Flight, Where, behind};
use crate::decode::{Flown, Places, patients, steps};
use crate::performance::fuel_kg;
use crate::translate::Planner;

/// Fills in what a mission has behind it, and the stop or leg under way; gives the tour's stop from which the mission goes on as any other.
pub(crate) fn continued(flown: &mut Flown<'_, '_>) -> usize {
    let planner = flown.planner;
    let Some(flight) = flight_of(planner, flown.vehicle) else {
        return 0;
    };
    let (stops, legs) = flight.behind();
    flown.stops = flight.mission.stops[..stops].to_vec();
    flown.legs = flight.mission.legs[..legs].to_vec();
    match flight.position {
        Where::Ground { stop, field } => standing(flown, flight, stop, field),
        Where::Air { .. } => in_the_air(flown, flight),
    }
}

fn flight_of<'p, 'a>(planner: &'p Planner<'a>, vehicle: usize) -> Option<&'p Flight<'a>> {
    let underway = planner.underway.as_ref()?;
    let index = underway.vehicles.iter().position(|known| known.get() == vehicle)?;
    Some(&underway.flights[index])
}

/// The stop where it stands: what has happened there, and what happens there from now on.
fn standing(flown: &mut Flown<'_, '_>, flight: &Flight<'_>, stop: usize, field: usize) -> usize {
    let planner = flown.planner;
    let tour = flown.tour;
    let at = |moment| planner.axis.at(moment);
    let mut here = flight.mission.stops[stop].clone();
    here.boards.retain(|rider| flight.aboard.contains(rider));
    let loading_began = !here.boards.is_empty();
    if !loading_began {
        here.loading_from = None;
    }
    if flight.duty.is_none() && stop > 0 && !flight.mission.legs.is_empty() {
        here.rest = true;
    }
    flown.places = vec![stop, stop];
    let next = &tour.stops[2];
    let stays = next.place.get() == field && tour.travel(&planner.problem, vehicle(flown), 1).legs == 0;
    if !stays {
        here.rest |= tour.stops[1].rest;
        here.off_block_at = Some(at(tour.stops[1].depart));
        flown.stops.push(here);
        flown.trip(1, field);
        return 2;
    }
    flown.places.push(stop);
    let last = tour.stops.len() == 3;
    if !next.leaves.is_empty() && here.leaves.is_empty() {
        here.unloaded_at = Some(at(next.unload_end));
    }
    if !loading_began && !next.boards.is_empty() {
        here.loading_from = Some(at(next.load_start));
    }
    add(&mut here.leaves, patients(planner, &next.leaves));
    add(&mut here.boards, patients(planner, &next.boards));
    here.off_block_at = (!last).then(|| at(next.depart));
    here.refuel |= next.refills;
    here.rest |= next.rest || tour.stops[1].rest;
    flown.stops.push(here);
    flown.trip(2, field);
    3
}

fn vehicle(flown: &Flown<'_, '_>) -> airbridge_solver::problem::VehicleIdx {
    airbridge_solver::problem::VehicleIdx::new(flown.vehicle)
}

fn add(list: &mut Vec<PatientId>, more: Vec<PatientId>) {
    list.extend(more);
    list.sort();
    list.dedup();
}

/// The leg in the air: to where it was going, or turned to another field.
fn in_the_air(flown: &mut Flown<'_, '_>, flight: &Flight<'_>) -> usize {
    let Where::Air {
        leg,
        at,
        flown: miles,
        to,
        ..
    } = flight.position
    else {
        return 0;
    };
    let planner = flown.planner;
    let operation = planner.operation;
    let next = &flown.tour.stops[2];
    let there = next.place.get();
    let mut under_way = flight.mission.legs[leg].clone();
    if there != to {
        let tier = operation.policy.tier_of(&flight.mission.legs[leg]);
        let from = planner.places.airfield(&under_way.from);
        let position = |field: usize| operation.airfields[field].position;
        let facts = flown
            .tracks
            .facts_along(&Track::new(&[position(from), at, position(there)]));
        let ahead = flown.tracks.facts_from(at, there).distance;
        under_way.turn = Some(Turn {
            at: operation.planned_at,
            position: at,
            from_the_way_to: under_way.to.clone(),
        });
        under_way.to = operation.airfields[there].id.clone();
        under_way.on_block_at = planner.axis.at(next.arrive);
        under_way.distance = NauticalMiles(miles + ahead.get());
        under_way.states = facts.states;
        let block = under_way.on_block_at.duration_since(under_way.off_block_at).as_secs();
        under_way.fuel = Kilograms(fuel_kg(flight.kind, tier, block));
    }
    flown.legs.push(under_way);
    flown.places = vec![leg, leg];
    2
}

/// Steps that lie behind a patient.
pub(crate) fn behind_of(planner: &Planner, patient: &Patient) -> Vec<Step> {
    match &planner.underway {
        None => Vec::new(),
        Some(underway) => behind(planner.operation, &underway.flights, &patient.id).to_vec(),
    }
}

/// The stop and time at which a patient has boarded a mission under way, if they are on board.
pub(crate) fn boarded(planner: &Planner, patient: &Patient, mission: &MissionId) -> Option<(usize, Timestamp)> {
    let underway = planner.underway.as_ref()?;
    let flight = underway.flights.iter().find(|flight| flight.mission.id == *mission)?;
    if !flight.aboard.contains(&patient.id) {
        return None;
    }
    let journey = underway
        .so_far
        .stands
        .journeys
        .iter()
        .find(|journey| journey.patient == patient.id)?;
    journey
        .begun(planner.operation.planned_at)
        .iter()
        .rev()
        .find_map(|step| match step {
            Step::Lift {
                mission: other,
                boards_at_stop,
                from,
                ..
            } if other == mission => Some((*boards_at_stop, *from)),
            _ => None,
        })
}

/// Journeys that are settled, as they stand.
pub(crate) fn settled(planner: &Planner) -> Vec<Journey> {
    let operation = planner.operation;
    let Some(underway) = &planner.underway else {
        return Vec::new();
    };
    let stands = &underway.so_far.stands;
    let journeys = stands.journeys.iter();
    journeys
        .filter(|journey| operation.is_settled(stands, journey, operation.planned_at))
        .filter(|journey| !underway.so_far.closed.contains_key(&journey.patient))
        .cloned()
        .collect()
}

/// Missions that have begun and do not go on: over, or grounded.
pub(crate) fn over<'p>(planner: &'p Planner) -> impl Iterator<Item = Mission> + 'p {
    let now = planner.operation.planned_at;
    let underway = planner.underway.as_ref();
    let missions = underway
        .into_iter()
        .flat_map(|underway| &underway.so_far.stands.missions);
    missions
        .filter(move |mission| mission.progress(now) != Progress::NotBegun)
        .filter(move |mission| {
            underway.is_none_or(|underway| underway.flights.iter().all(|flight| flight.mission.id != mission.id))
        })
        .cloned()
}

/// A name for each tour: that of the mission that goes on; that of the promised one which it is most like; else a new one.
pub(crate) fn ids(planner: &Planner, solution: &Solution, order: &[(usize, usize)]) -> Vec<MissionId> {
    let width = order.len().to_string().len().max(3);
    let Some(underway) = &planner.underway else {
        let named = (1..=order.len()).map(|number| MissionId::new(format!("M{number:0width$}")));
        return named.collect();
    };
    let promised = &underway.so_far.promised.missions;
    let now = planner.operation.planned_at;
    let begun: BTreeSet<&MissionId> = underway
        .so_far
        .stands
        .missions
        .iter()
        .filter(|mission| mission.progress(now) != Progress::NotBegun)
        .map(|mission| &mission.id)
        .collect();
    let mut ids: Vec<Option<MissionId>> = order
        .iter()
        .map(|&(vehicle, _)| flight_of(planner, vehicle).map(|flight| flight.mission.id.clone()))
        .collect();
    // Those who have most in common first.
    let mut alike: Vec<(usize, usize, usize)> = Vec::new();
    for (number, &(vehicle, tour)) in order.iter().enumerate() {
        if ids[number].is_some() {
            continue;
        }
        let aircraft = &planner.aircraft[vehicle].0.id;
        let riders: BTreeSet<PatientId> = solution.tours[vehicle][tour]
            .stops
            .iter()
            .flat_map(|stop| patients(planner, &stop.boards))
            .collect();
        for (other, mission) in promised.iter().enumerate() {
            let open = !begun.contains(&mission.id) && !underway.so_far.gone.contains(&mission.id);
            if mission.aircraft == *aircraft && open {
                let boards = mission.stops.iter().flat_map(|stop| &stop.boards);
                let common = boards.filter(|rider| riders.contains(*rider)).count();
                if common > 0 {
                    alike.push((common, number, other));
                }
            }
        }
    }
    alike.sort_by_key(|&(common, number, other)| (std::cmp::Reverse(common), number, other));
    let mut used: BTreeSet<usize> = BTreeSet::new();
    for (_, number, other) in alike {
        if ids[number].is_none() && used.insert(other) {
            ids[number] = Some(promised[other].id.clone());
        }
    }
    let known = promised.iter().chain(&underway.so_far.stands.missions);
    let known = known.map(|mission| &mission.id).chain(&underway.so_far.gone);
    let numbers = known.filter_map(|mission| mission.as_str().strip_prefix('M')?.parse::<usize>().ok());
    let mut next = numbers.max().unwrap_or(0);
    ids.into_iter()
        .map(|id| {
            id.unwrap_or_else(|| {
                next += 1;
                MissionId::new(format!("M{next:0width$}"))
            })
        })
        .collect()
}

/// Everybody who is left out, with the steps that lie behind them and those to where they wait; without reasons.
pub(crate) fn with_steps(
    planner: &Planner,
    solution: &Solution,
    missions: &[Mission],
    places: &Places,
) -> Vec<LeftOut> {
    let mut left_out = crate::left_out::names(planner, solution);
    let Some(underway) = &planner.underway else {
        return left_out;
    };
    let mut at: BTreeMap<&PatientId, (usize, usize)> = BTreeMap::new();
    for (request, party) in planner.parties.iter().enumerate() {
        for (member, patient) in party.members.iter().enumerate() {
            at.insert(&patient.id, (request, member));
        }
    }
    for entry in &mut left_out {
        let (request, member) = at[&entry.patient];
        entry.so_far = if solution.served[request].is_some() {
            steps(planner, solution, missions, places, request, member)
        } else {
            behind_of(planner, planner.parties[request].members[member])
        };
    }
    for (patient, closed) in &underway.so_far.closed {
        let stands = &underway.so_far.stands.journeys;
        left_out.push(LeftOut {
            patient: patient.clone(),
            summary: match &closed.why {
                WhyClosed::Died => "the patient has died".to_owned(),
                WhyClosed::Withdrawn => "the request was withdrawn".to_owned(),
                WhyClosed::Elsewhere(facility) => format!("is in {facility}, which was not planned"),
            },
            so_far: stands
                .iter()
                .find(|journey| journey.patient == *patient)
                .map_or_else(Vec::new, |journey| journey.steps.clone()),
            exclusions: Vec::new(),
        });
    }
    left_out.sort_by(|a, b| a.patient.cmp(&b.patient));
    left_out
}

/// Gives those who are left out the reasons that were found.
pub(crate) fn tell(left_out: &mut [LeftOut], told: Vec<LeftOut>) {
    let mut told: BTreeMap<PatientId, LeftOut> = told.into_iter().map(|entry| (entry.patient.clone(), entry)).collect();
    for entry in left_out {
        if let Some(found) = told.remove(&entry.patient) {
            (entry.summary, entry.exclusions) = (found.summary, found.exclusions);
        }
    }
}

/// Counts what the plan changes of what was promised, and for whom how often by now.
pub fn count_changes(operation: &Operation, plan: &mut Plan) {
    let Some(so_far) = operation.so_far.as_deref() else {
        return;
    };
    let promises = airbridge_progress::promises(operation);
    let mut times: BTreeMap<PatientId, u32> = so_far.promised.changes.iter().cloned().collect();
    let journeys: BTreeMap<&PatientId, &Journey> = plan
        .journeys
        .iter()
        .map(|journey| (&journey.patient, journey))
        .collect();
    let mut broken = 0;
    for (patient, promise) in &promises {
        if so_far.closed.contains_key(patient) {
            continue;
        }
        if airbridge_progress::change(operation, promise, plan, journeys.get(patient).copied()).is_some() {
            broken += 1;
            *times.entry(patient.clone()).or_default() += 1;
        }
    }
    plan.measures.commitments_broken = broken;
    plan.changes = times.into_iter().collect();
}
