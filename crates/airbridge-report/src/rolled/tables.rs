//! The replay for programs: JSON, and CSV of steps and requests.

use std::collections::BTreeMap;

use airbridge_model::{Journey, LeftOut};
use airbridge_progress::{Quantiles, RequestState};
use airbridge_units::PatientId;
use serde_json::{Value, json};

use super::Rolled;
use crate::sheet::Sheet;

/// All figures.
pub fn rolled_json(replay: &Rolled<'_>) -> Value {
    let service = replay.service;
    let quantiles = |figures: Quantiles| json!({"median": figures.median, "p90": figures.p90, "most": figures.most});
    let levels: Vec<Value> = service
        .levels
        .iter()
        .map(|level| {
            json!({
                "level": level.level.code(),
                "requested": level.requested,
                "states": states(&level.states),
                "on_time": level.on_time,
                "wait_days": quantiles(level.wait_days),
                "open_days": quantiles(level.open_days),
                "waiting_hours": level.waiting_hours,
                "overdue_hours": level.overdue_hours,
            })
        })
        .collect();
    let steps: Vec<Value> = replay
        .steps
        .iter()
        .map(|step| {
            let changed: BTreeMap<&str, u32> = step
                .changed
                .iter()
                .map(|(kind, count)| (kind.words(), *count))
                .collect();
            json!({
                "at": step.at.to_string(),
                "events": step.events,
                "states": states(&step.states),
                "returns": states(&step.returns),
                "promised": step.promised,
                "changed": changed,
                "stranded_missions": step.stranded,
                "idle_beds": step.idle_beds,
                "work": step.work,
            })
        })
        .collect();
    let (lift, beds, home, changes) = (service.lift, service.beds, service.returns, service.changes);
    json!({
        "operation": replay.operation.name,
        "chance": replay.chance,
        "seed": replay.plan.origin.seed,
        "version": replay.plan.origin.version,
        "levels": levels,
        "beds": {"offered_days": beds.offered_days, "used_days": beds.used_days, "idle_days": beds.idle_days()},
        "lift": {
            "missions": lift.missions,
            "block_hours": lift.block_hours,
            "positioning_hours": lift.positioning_hours,
            "litter_load_factor": lift.litter_load_factor(),
            "seat_load_factor": lift.seat_load_factor(),
        },
        "returns": {"requested": home.requested, "moved": home.moved, "shared": home.shared},
        "changes": {"people": changes.people, "changed": changes.changed, "changes": changes.changes, "most": changes.most},
        "steps": steps,
    })
}

fn states(counts: &[u32; RequestState::ALL.len()]) -> Value {
    let all: BTreeMap<&str, u32> = RequestState::ALL
        .iter()
        .map(|state| (state.name(), counts[*state as usize]))
        .collect();
    json!(all)
}

/// A row for each step.
pub fn rolled_steps_csv(replay: &Rolled<'_>) -> Vec<u8> {
    let mut head: Vec<String> = vec!["at".to_owned()];
    head.extend(RequestState::ALL.iter().map(|state| state.name().replace(' ', "_")));
    head.extend(
        RequestState::ALL
            .iter()
            .map(|state| format!("home_{}", state.name().replace(' ', "_"))),
    );
    head.extend(["promises", "changed", "stranded_missions", "idle_beds", "events"].map(str::to_owned));
    let head: Vec<&str> = head.iter().map(String::as_str).collect();
    let mut sheet = Sheet::new(&head);
    for step in replay.steps {
        let mut row = vec![step.at.to_string()];
        row.extend(step.states.iter().chain(&step.returns).map(u32::to_string));
        row.push(step.promised.to_string());
        row.push(step.changed.values().sum::<u32>().to_string());
        row.push(step.stranded.to_string());
        row.push(step.idle_beds.to_string());
        row.push(step.events.values().sum::<u32>().to_string());
        sheet.row(row);
    }
    sheet.finish()
}

/// A row for each request, in the order of ids.
pub fn rolled_requests_csv(replay: &Rolled<'_>) -> Vec<u8> {
    let mut sheet = Sheet::new(&[
        "patient",
        "level",
        "asked_at",
        "due_at",
        "state",
        "left_at",
        "arrived_at",
        "facility",
        "changes",
    ]);
    let plan = replay.plan;
    let journeys: BTreeMap<&PatientId, &Journey> = plan
        .journeys
        .iter()
        .map(|journey| (&journey.patient, journey))
        .collect();
    let left_out: BTreeMap<&PatientId, &LeftOut> = plan
        .left_out
        .iter()
        .map(|left_out| (&left_out.patient, left_out))
        .collect();
    let changes: BTreeMap<&PatientId, u32> = plan.changes.iter().map(|(patient, count)| (patient, *count)).collect();
    let now = replay.steps.last().map(|step| step.at);
    let states = now.and_then(|now| airbridge_progress::states(replay.operation, plan, now).ok());
    let facility = |journey: &Journey| {
        let offer = replay.operation.offers.iter().find(|offer| offer.id == journey.offer);
        offer.map(|offer| offer.facility.to_string()).unwrap_or_default()
    };
    for patient in &replay.operation.patients {
        let journey = journeys.get(&patient.id);
        let steps = journey
            .map(|journey| &journey.steps)
            .or_else(|| left_out.get(&patient.id).map(|left_out| &left_out.so_far));
        let begun = |at: &jiff::Timestamp| now.is_some_and(|now| *at <= now);
        let text = |at: Option<jiff::Timestamp>| at.filter(begun).map(|at| at.to_string()).unwrap_or_default();
        let state = states.as_ref().and_then(|states| states.get(&patient.id));
        sheet.row([
            patient.id.to_string(),
            patient.precedence.level.code().to_owned(),
            patient.precedence.clock_start_at.to_string(),
            patient.precedence.due_at.to_string(),
            state.map(|state| state.name().to_owned()).unwrap_or_default(),
            text(steps.and_then(|steps| steps.first()).map(|step| step.span().0)),
            text(journey.map(|journey| journey.arrives_at)),
            journey.map(|journey| facility(journey)).unwrap_or_default(),
            changes.get(&patient.id).copied().unwrap_or(0).to_string(),
        ]);
    }
    sheet.finish()
}
