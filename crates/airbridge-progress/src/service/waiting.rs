//! How long people of one precedence level wait.

use std::collections::BTreeMap;

use airbridge_model::{Journey, Operation, Plan, PrecedenceLevel};
use airbridge_units::PatientId;
use jiff::Timestamp;

use super::returns_home;
use crate::state::RequestState;

/// How those of one precedence level were served.
#[derive(Clone, PartialEq, Debug)]
pub struct LevelService {
    /// Which.
    pub level: PrecedenceLevel,
    /// How many asked.
    pub requested: u32,
    /// Of these, by state, in the order of [`RequestState::ALL`].
    pub states: [u32; RequestState::ALL.len()],
    /// Of those who arrived, on time.
    pub on_time: u32,
    /// Days from the clock's start to the bed, of those who arrived.
    pub wait_days: Quantiles,
    /// Days from the clock's start until now, of those who are neither in a bed nor closed.
    pub open_days: Quantiles,
    /// Hours at the origin, all of them together, from the clock's start until they left, the request was closed, or now.
    pub waiting_hours: f64,
    /// Hours after the due time, all of them together, until the bed was reached, the request was closed, or now.
    pub overdue_hours: f64,
}

/// Some figures' middle, high and greatest; 0 of none.
#[derive(Clone, Copy, PartialEq, Debug, Default)]
pub struct Quantiles {
    /// Half of them are at most this.
    pub median: f64,
    /// Nine of ten are at most this.
    pub p90: f64,
    /// All are at most this.
    pub most: f64,
}

impl Quantiles {
    /// Of figures in any order, by nearest rank.
    pub fn of(mut figures: Vec<f64>) -> Self {
        figures.sort_by(f64::total_cmp);
        let rank = |tenths: usize| figures.get((figures.len() * tenths).div_ceil(10).saturating_sub(1));
        let at = |tenths: usize| rank(tenths).copied().unwrap_or(0.0);
        Self {
            median: at(5),
            p90: at(9),
            most: at(10),
        }
    }
}

pub(super) fn level(
    operation: &Operation,
    plan: &Plan,
    states: &BTreeMap<PatientId, RequestState>,
    level: PrecedenceLevel,
    closed_at: &BTreeMap<PatientId, Timestamp>,
    now: Timestamp,
) -> LevelService {
    let journeys: BTreeMap<&PatientId, &Journey> = plan
        .journeys
        .iter()
        .map(|journey| (&journey.patient, journey))
        .collect();
    let mut found = LevelService {
        level,
        requested: 0,
        states: [0; RequestState::ALL.len()],
        on_time: 0,
        wait_days: Quantiles::default(),
        open_days: Quantiles::default(),
        waiting_hours: 0.0,
        overdue_hours: 0.0,
    };
    let (mut waits, mut open) = (Vec::new(), Vec::new());
    let concerned = operation
        .patients
        .iter()
        .filter(|patient| patient.precedence.level == level && !returns_home(patient));
    for patient in concerned {
        let Some(state) = states.get(&patient.id).copied() else {
            continue;
        };
        found.requested += 1;
        found.states[state as usize] += 1;
        let clock = patient.precedence.clock_start_at;
        let journey = journeys.get(&patient.id);
        let end = match (state, journey) {
            (RequestState::Arrived, Some(journey)) => {
                waits.push(hours(clock, journey.arrives_at) / 24.0);
                found.on_time += u32::from(journey.on_time);
                journey.arrives_at
            }
            (RequestState::Died | RequestState::Withdrawn | RequestState::Elsewhere, _) => {
                let Some(closed) = closed_at.get(&patient.id) else {
                    continue;
                };
                *closed
            }
            _ => {
                open.push(hours(clock, now) / 24.0);
                now
            }
        };
        let left = journey
            .and_then(|journey| journey.steps.first())
            .map_or(end, |step| step.span().0.min(end));
        found.waiting_hours += hours(clock, left);
        found.overdue_hours += hours(patient.precedence.due_at, end);
    }
    found.wait_days = Quantiles::of(waits);
    found.open_days = Quantiles::of(open);
    found
}

fn hours(from: Timestamp, to: Timestamp) -> f64 {
    to.duration_since(from).as_secs_f64().max(0.0) / 3600.0
}
