//! A complete plan from a choice and an order of events; the checker judges it.

use airbridge_check::measure;
use airbridge_model::{
    Bound, Index, Journey, LeftOut, Leg, Measures, Mission, MissionStop, Operation, Plan, PlanOrigin, Step,
};
use airbridge_units::{Kilograms, MissionId, NauticalMiles, PatientId};
use jiff::Timestamp;

use super::choice::{Choice, field_of};
use super::order::Event;
use super::timeline::{self, Flights, Free, Times, Visit};

/// The plan, or nothing when a mission cannot keep the duty limit, somebody is late, or the horizon is too short.
pub(super) fn plan(operation: &Operation, flights: &Flights, choice: &Choice, missions: &[Vec<Event>]) -> Option<Plan> {
    let index = Index::new(operation);
    let mut plan = empty(operation);
    let mut free = at_start(operation);
    for (number, order) in missions.iter().enumerate() {
        let visits = visits(operation, &index, choice, order)?;
        let times = timeline::earliest(operation, flights, &visits, free)?;
        free = after(operation, &visits, &times);
        let mission = mission(operation, flights, number, &visits, &times);
        for (unit, offers) in &choice.moved {
            for (&at, &offer) in unit.iter().zip(offers) {
                plan.journeys.extend(journey(operation, &index, at, offer, &mission));
            }
        }
        plan.missions.push(mission);
    }
    if plan.journeys.iter().any(|journey| !journey.on_time) {
        return None;
    }
    plan.journeys.sort_by(|one, other| one.patient.cmp(&other.patient));
    plan.left_out = left_out(operation, &plan.journeys);
    plan.measures = measure(operation, &plan);
    Some(plan)
}

fn empty(operation: &Operation) -> Plan {
    let all = operation.patients.iter();
    let weight = all
        .map(|patient| i64::from(operation.policy.weights.of(patient.precedence.level)))
        .sum();
    Plan {
        origin: PlanOrigin {
            operation: operation.name.clone(),
            operation_digest: operation.digest.clone(),
            parent: None,
            replanned_at: None,
            version: "oracle".to_owned(),
            seed: 0,
            work: 0,
        },
        missions: Vec::new(),
        journeys: Vec::new(),
        left_out: Vec::new(),
        measures: Measures::default(),
        changes: Vec::new(),
        bound: Bound {
            on_time_weight: weight,
            on_time_patients: operation.patients.len() as u32,
            binding: String::new(),
        },
    }
}

/// Before the first mission only the crew's way to the aircraft takes time.
fn at_start(operation: &Operation) -> Free {
    let from = operation.horizon.from.as_second();
    Free {
        off_block: from + operation.policy.duty[0].report.get() * 60,
        loading: from,
    }
}

/// After a mission: turn-round of the aircraft, rest of the crews.
fn after(operation: &Operation, visits: &[Visit], times: &[Times]) -> Free {
    let (policy, last) = (&operation.policy, times[times.len() - 1]);
    let duty = &policy.duty[0];
    let turned = last.on_block + policy.handling.base_turnaround.get() * 60;
    let rested = timeline::released(operation, visits, times) + (duty.rest_home + duty.report).get() * 60;
    Free {
        off_block: turned.max(rested),
        loading: last.unloaded,
    }
}

/// The stops that an order of events makes, from base to base; nothing when one is boarded and left at the same place.
fn visits(operation: &Operation, index: &Index<'_>, choice: &Choice, order: &[Event]) -> Option<Vec<Visit>> {
    let base = &operation.aircraft[0].base;
    let stop = |field| Visit {
        field,
        leaves: Vec::new(),
        boards: Vec::new(),
    };
    let mut visits = vec![stop(base.clone())];
    for event in order {
        let (Event::Boards(unit) | Event::Leaves(unit)) = *event;
        let (patients, offers) = &choice.moved[unit];
        let origin = index
            .facility(&operation.patients[patients[0]].origin)
            .expect("a facility of the operation");
        let (from, to) = (
            &origin.access[0].airfield,
            field_of(index, &operation.offers[offers[0]]),
        );
        if from == to {
            return None;
        }
        let field = if matches!(event, Event::Boards(_)) { from } else { to };
        if visits[visits.len() - 1].field != *field {
            visits.push(stop(field.clone()));
        }
        let last = visits.len() - 1;
        match event {
            Event::Boards(_) => visits[last].boards.extend(patients),
            Event::Leaves(_) => visits[last].leaves.extend(patients),
        }
    }
    if visits[visits.len() - 1].field != *base {
        visits.push(stop(base.clone()));
    }
    Some(visits)
}

fn instant(second: i64) -> Timestamp {
    Timestamp::from_second(second).expect("within the horizon, or near it")
}

fn names(operation: &Operation, who: &[usize]) -> Vec<PatientId> {
    let mut names: Vec<PatientId> = who.iter().map(|&at| operation.patients[at].id.clone()).collect();
    names.sort();
    names
}

fn mission(operation: &Operation, flights: &Flights, number: usize, visits: &[Visit], times: &[Times]) -> Mission {
    let last = visits.len() - 1;
    let stops = visits
        .iter()
        .zip(times)
        .enumerate()
        .map(|(at, (visit, times))| MissionStop {
            airfield: visit.field.clone(),
            on_block_at: (at > 0).then(|| instant(times.on_block)),
            unloaded_at: (at > 0).then(|| instant(times.unloaded)),
            loading_from: (!visit.boards.is_empty()).then(|| instant(times.loading)),
            off_block_at: (at < last).then(|| instant(times.off_block)),
            leaves: names(operation, &visit.leaves),
            boards: names(operation, &visit.boards),
            refuel: false,
            rest: false,
        });
    Mission {
        id: MissionId::new(format!("M{}", number + 1)),
        aircraft: operation.aircraft[0].id.clone(),
        configuration: operation.aircraft_types[0].configurations[0].id.clone(),
        flight_crew: operation.crews[0].id.clone(),
        medical_crew: Some(operation.crews[1].id.clone()),
        stops: stops.collect(),
        legs: legs(operation, flights, visits, times),
    }
}

fn legs(operation: &Operation, flights: &Flights, visits: &[Visit], times: &[Times]) -> Vec<Leg> {
    let kind = &operation.aircraft_types[0];
    let aboard = timeline::on_board(visits);
    let leg = |at: usize| {
        let (from, to) = (&visits[at].field, &visits[at + 1].field);
        let (distance, states) = flights.way(from, to);
        let tier = timeline::tier(operation, &aboard[at]);
        let hours = timeline::block(operation, kind, tier, *distance) as f64 / 3600.0;
        Leg {
            from: from.clone(),
            to: to.clone(),
            off_block_at: instant(times[at].off_block),
            on_block_at: instant(times[at + 1].on_block),
            distance: NauticalMiles(*distance),
            fuel: Kilograms(hours * kind.fuel_per_hour.get() * tier.fuel_factor),
            turn: None,
            cabin_altitude: tier.limit,
            states: states.clone(),
        }
    };
    (0..visits.len() - 1).map(leg).collect()
}

/// The journey of a patient on a mission, if it carries them.
fn journey(operation: &Operation, index: &Index<'_>, at: usize, offer: usize, mission: &Mission) -> Option<Journey> {
    let (patient, offer) = (&operation.patients[at], &operation.offers[offer]);
    let boards_at_stop = mission
        .stops
        .iter()
        .position(|stop| stop.boards.contains(&patient.id))?;
    let leaves_at_stop = mission
        .stops
        .iter()
        .position(|stop| stop.leaves.contains(&patient.id))?;
    let loading = mission.stops[boards_at_stop].loading_from?;
    let unloaded = mission.stops[leaves_at_stop].unloaded_at?;
    let origin = index.facility(&patient.origin)?;
    let receiver = index.facility(&offer.facility)?;
    let arrives_at = crate::rows::minutes_after(unloaded, receiver.access[0].ground.get());
    let steps = vec![
        Step::ToField {
            facility: origin.id.clone(),
            airfield: mission.stops[boards_at_stop].airfield.clone(),
            from: crate::rows::minutes_after(loading, -origin.access[0].ground.get()),
            to: loading,
        },
        Step::Lift {
            mission: mission.id.clone(),
            boards_at_stop,
            leaves_at_stop,
            from: loading,
            to: unloaded,
        },
        Step::FromField {
            airfield: mission.stops[leaves_at_stop].airfield.clone(),
            facility: receiver.id.clone(),
            from: unloaded,
            to: arrives_at,
        },
    ];
    Some(Journey {
        patient: patient.id.clone(),
        offer: offer.id.clone(),
        steps,
        arrives_at,
        on_time: arrives_at <= patient.precedence.due_at,
    })
}

fn left_out(operation: &Operation, journeys: &[Journey]) -> Vec<LeftOut> {
    let stays = |id: &PatientId| journeys.iter().all(|journey| journey.patient != *id);
    let mut left: Vec<LeftOut> = operation
        .patients
        .iter()
        .filter(|patient| stays(&patient.id))
        .map(|patient| LeftOut {
            patient: patient.id.clone(),
            summary: "the oracle moves others, or nobody".to_owned(),
            so_far: Vec::new(),
            exclusions: Vec::new(),
        })
        .collect();
    left.sort_by(|one, other| one.patient.cmp(&other.patient));
    left
}
