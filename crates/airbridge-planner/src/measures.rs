//! What a plan achieves, tier by tier, and the bound in the field's words.

use std::collections::BTreeMap;

use airbridge_model::{Bound, Journey, LeftOut, Measures, Operation, Plan, Policy, PrecedenceLevel, Step, TierMeasure};
use airbridge_solver::problem::RequestIdx;
use airbridge_units::FacilityId;
use jiff::ToSpan;
use jiff::tz::TimeZone;

use crate::translate::Planner;

/// Measures a plan. Ids that point nowhere count as nothing.
pub fn measure(operation: &Operation, plan: &Plan) -> Measures {
    let journeys: BTreeMap<_, &Journey> = plan
        .journeys
        .iter()
        .map(|journey| (&journey.patient, journey))
        .collect();
    let left_out: BTreeMap<_, &LeftOut> = plan.left_out.iter().map(|entry| (&entry.patient, entry)).collect();
    let mut levels: Vec<TierMeasure> = PrecedenceLevel::ALL
        .iter()
        .map(|&level| TierMeasure {
            level,
            patients: 0,
            on_time: 0,
            late: 0,
            left_out: 0,
        })
        .collect();
    let mut measures = Measures::default();
    let closed = |patient| {
        operation
            .so_far
            .as_deref()
            .is_some_and(|so_far| so_far.closed.contains_key(patient))
    };
    for patient in &operation.patients {
        if closed(&patient.id) && !journeys.contains_key(&patient.id) {
            continue;
        }
        let level = &mut levels[patient.precedence.level as usize];
        level.patients += 1;
        let weight = operation.policy.weights.of(patient.precedence.level);
        match journeys.get(&patient.id) {
            Some(journey) if journey.on_time => {
                level.on_time += 1;
                measures.on_time_weight += i64::from(weight);
            }
            Some(journey) => {
                level.late += 1;
                let late = hours(journey.arrives_at.duration_since(patient.precedence.due_at));
                measures.lateness_weighted_hours += f64::from(weight) * late;
            }
            None => level.left_out += u32::from(left_out.contains_key(&patient.id)),
        }
    }
    measures.levels = levels;
    burden(operation, plan, &mut measures);
    flying(operation, plan, &mut measures);
    measures
}

fn hours(duration: jiff::SignedDuration) -> f64 {
    duration.as_secs_f64() / 3600.0
}

fn burden(operation: &Operation, plan: &Plan, measures: &mut Measures) {
    let zones: BTreeMap<&FacilityId, &TimeZone> = operation
        .facilities
        .iter()
        .map(|facility| (&facility.id, &facility.zone))
        .collect();
    for journey in &plan.journeys {
        if let Some(first) = journey.steps.first() {
            measures.transit_hours += hours(journey.arrives_at.duration_since(first.span().0));
        }
        let mut landings = 0;
        for step in &journey.steps {
            match step {
                Step::Lift {
                    boards_at_stop,
                    leaves_at_stop,
                    ..
                } => {
                    landings += leaves_at_stop.saturating_sub(*boards_at_stop) as u32;
                }
                Step::Stay { facility, from, to } => {
                    if let Some(zone) = zones.get(facility) {
                        measures.nights += nights(&operation.policy, zone, *from, *to);
                    }
                }
                Step::ToField { .. } | Step::FromField { .. } => {}
            }
        }
        measures.stops += landings.saturating_sub(1);
    }
}

/// How often it is the policy's overnight time between two instants.
fn nights(policy: &Policy, zone: &TimeZone, from: jiff::Timestamp, to: jiff::Timestamp) -> u32 {
    let mut day = from.to_zoned(zone.clone()).date().saturating_sub(1.day());
    let last = to.to_zoned(zone.clone()).date();
    let mut nights = 0;
    while day <= last {
        if let Ok(at) = zone.to_zoned(day.to_datetime(policy.overnight_at)) {
            nights += u32::from(from <= at.timestamp() && at.timestamp() <= to);
        }
        day = day.saturating_add(1.day());
    }
    nights
}

fn flying(operation: &Operation, plan: &Plan, measures: &mut Measures) {
    for mission in &plan.missions {
        let aircraft = operation
            .aircraft
            .iter()
            .find(|aircraft| aircraft.id == mission.aircraft);
        let kind = aircraft.and_then(|aircraft| {
            operation
                .aircraft_types
                .iter()
                .find(|kind| kind.id == aircraft.aircraft_type)
        });
        let cost = aircraft
            .and_then(|aircraft| aircraft.cost_per_hour)
            .or(kind.map(|kind| kind.cost_per_hour));
        let hourly = cost.unwrap_or(0.0);
        let mut aboard = 0_i64;
        for (leg, stop) in mission.legs.iter().zip(&mission.stops) {
            aboard += stop.boards.len() as i64 - stop.leaves.len() as i64;
            let block = hours(leg.on_block_at.duration_since(leg.off_block_at));
            measures.flying_hours += block;
            measures.positioning_hours += if aboard == 0 { block } else { 0.0 };
            measures.cost += block * hourly;
            measures.fuel_kg += leg.fuel.get();
            measures.legs += 1;
        }
    }
}

/// The solver's bound in patients and weight. Parties count once in the solver; so many of the largest parties as can be on time hold
/// at least as many patients as any so many.
///
/// Where an operation is under way promises have prices in the same tier, so that no more is known than who could still be on time.
pub(crate) fn bound(planner: &Planner, bound: &airbridge_solver::bound::Bound, plan: &Plan) -> Bound {
    if planner.underway.is_some() {
        return at_most(planner, plan);
    }
    let all: i64 = planner
        .problem
        .requests
        .iter()
        .map(|request| request.unserved.0[0])
        .sum();
    let mut sizes: Vec<usize> = (planner.parties.iter().enumerate())
        .filter(|(index, _)| !bound.impossible.iter().any(|request| request.get() == *index))
        .map(|(_, party)| party.members.len())
        .collect();
    sizes.sort_unstable_by(|a, b| b.cmp(a));
    let patients: usize = sizes.iter().take(bound.on_time_at_most).sum();
    Bound {
        on_time_weight: all - bound.tier0,
        on_time_patients: patients as u32,
        binding: binding(planner, bound),
    }
}

/// Everybody who is in the bed on time, or could still be.
pub(crate) fn at_most(planner: &Planner, plan: &Plan) -> Bound {
    let operation = planner.operation;
    let journeys: BTreeMap<_, &Journey> = plan
        .journeys
        .iter()
        .map(|journey| (&journey.patient, journey))
        .collect();
    let open = planner.parties.iter().flat_map(|party| &party.members);
    let open: BTreeMap<_, _> = open.map(|patient| (&patient.id, patient.precedence.due_at)).collect();
    let could = |patient: &&airbridge_model::Patient| {
        journeys.get(&patient.id).is_some_and(|journey| journey.on_time)
            || open.get(&patient.id).is_some_and(|due| *due >= operation.planned_at)
    };
    let patients: Vec<_> = operation.patients.iter().filter(could).collect();
    let weights = patients
        .iter()
        .map(|patient| i64::from(operation.policy.weights.of(patient.precedence.level)));
    Bound {
        on_time_weight: weights.sum(),
        on_time_patients: patients.len() as u32,
        binding: String::new(),
    }
}

fn binding(planner: &Planner, bound: &airbridge_solver::bound::Bound) -> String {
    let mut parts = Vec::new();
    let alone = members(planner, &bound.impossible);
    if alone > 0 {
        parts.push(format!(
            "{alone} could not be in a right bed in time even if they were the only ones"
        ));
    }
    if let Some(binding) = &bound.binding {
        let patients = match members(planner, &binding.turned_away) {
            1 => "1 patient".to_owned(),
            many => format!("{many} patients"),
        };
        let scarce = crate::left_out::scarce_words(planner, binding.scarce);
        parts.push(format!("the tightest: {scarce}, short for {patients}"));
    }
    parts.join("; ")
}

/// Patients of these parties.
fn members(planner: &Planner, parties: &[RequestIdx]) -> usize {
    let sizes = parties.iter().map(|party| planner.parties[party.get()].members.len());
    sizes.sum()
}
