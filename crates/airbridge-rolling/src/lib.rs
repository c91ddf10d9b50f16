//! An operation replayed step by step, each step planned with what was known then.
//!
//! What comes in: an operation with all that it will ever ask for, how long a step is, and what happens on the way ([`Course`]: chance in a rehearsal,
//! the record in an inquiry). What goes out: the plan as it was in the end, every event, a row for each step, and how well those who asked were served.
//! Each step takes the events since the one before, plans anew with promises kept ([`airbridge_planner::replan_bare`]), and goes on only when the
//! checker finds nothing and every request is in exactly one state.

mod audit;
mod known;

use std::collections::BTreeMap;

use airbridge_model::{Event, Finding, Operation, Plan};
use airbridge_planner::{PlanError, Planner};
use airbridge_progress::{ChangeKind, RequestState, Service, Snapshot};
use airbridge_solver::search::StopSignal;
use airbridge_units::PatientId;
use jiff::{SignedDuration, Timestamp};

use crate::audit::Audit;

/// What to replay, and how.
#[derive(Clone, Copy, Debug)]
pub struct Settings {
    /// The first plan is made at this instant.
    pub from: Timestamp,
    /// The last step ends at this instant.
    pub to: Timestamp,
    /// Length of a step, more than nothing.
    pub every: SignedDuration,
    /// Beds become known so long before the day from which they are offered.
    pub bed_notice: SignedDuration,
    /// How each plan is searched for.
    pub search: airbridge_planner::Settings,
}

/// What happens on the way: events after one instant, up to and at another, in any order, given what has happened and the plan that runs.
pub type Course<'c> = dyn FnMut(&Operation, &Plan, Timestamp, Timestamp) -> Vec<Event> + 'c;

/// A replay.
#[derive(Debug)]
pub struct Rolled {
    /// The operation as it was known at first, from which the events start.
    pub start: Operation,
    /// The first plan.
    pub first: Plan,
    /// The operation at the end.
    pub operation: Operation,
    /// The last plan.
    pub plan: Plan,
    /// All events, in the order in which they happened.
    pub events: Vec<Event>,
    /// The steps.
    pub steps: Vec<Snapshot>,
    /// How well those who asked were served.
    pub service: Service,
}

/// The replay cannot go on.
#[derive(Debug, thiserror::Error)]
pub enum RollError {
    /// The time of it is empty, or outside of the operation's horizon.
    #[error("{0}")]
    Span(String),
    /// No plan could be made.
    #[error("no plan at {at}")]
    Plan {
        /// When.
        at: Timestamp,
        /// Why.
        #[source]
        source: PlanError,
    },
    /// The course's events make no sense.
    #[error("events before {at} make no sense")]
    Events {
        /// The step that they were for.
        at: Timestamp,
        /// What is wrong.
        findings: Vec<Finding>,
    },
    /// A plan breaks a rule, or a request is in no state or in two: a bug.
    #[error("the plan of {at} breaks a rule")]
    Broken {
        /// Of which step.
        at: Timestamp,
        /// What it breaks.
        findings: Vec<Finding>,
    },
}

/// Replays an operation; `each` is told of every step.
///
/// # Errors
///
/// [`RollError`].
pub fn roll(
    operation: &Operation,
    settings: &Settings,
    course: &mut Course<'_>,
    stop: &StopSignal,
    each: &mut dyn FnMut(&Snapshot),
) -> Result<Rolled, RollError> {
    let horizon = operation.horizon;
    if settings.from >= settings.to || settings.from < horizon.from || settings.to > horizon.to {
        return Err(RollError::Span(format!(
            "{} to {} is not a stretch of the operation, which lasts from {} to {}",
            settings.from, settings.to, horizon.from, horizon.to
        )));
    }
    let start = known::at(operation, settings);
    let at = settings.from;
    let first = first_plan(&start, settings, stop).map_err(|source| RollError::Plan { at, source })?;
    let mut roller = Roller {
        audit: Audit::default(),
        closed_at: BTreeMap::new(),
        operation: start.clone(),
        plan: first.clone(),
        steps: Vec::new(),
        events: Vec::new(),
    };
    roller.look(at, &[], BTreeMap::new(), 0)?;
    each(&roller.steps[0]);
    let mut at = at;
    while at < settings.to && !stop.is_set() {
        let next = at
            .saturating_add(settings.every)
            .expect("time goes on")
            .min(settings.to);
        let mut events = known::between(operation, settings, at, next);
        events.extend(course(&roller.operation, &roller.plan, at, next));
        events.sort_by_key(|event| event.at);
        roller.step(&events, next, settings, stop)?;
        each(roller.steps.last().expect("just added"));
        at = next;
    }
    let states = roller.states(at)?;
    let service = airbridge_progress::service(
        &roller.operation,
        &roller.plan,
        &states,
        &roller.closed_at,
        (settings.from, at),
    );
    let odd = roller.audit.compare(&roller.plan);
    if !odd.is_empty() {
        return Err(RollError::Broken { at, findings: odd });
    }
    Ok(Rolled {
        start,
        first,
        operation: roller.operation,
        plan: roller.plan,
        events: roller.events,
        steps: roller.steps,
        service,
    })
}

fn first_plan(operation: &Operation, settings: &Settings, stop: &StopSignal) -> Result<Plan, PlanError> {
    let planner = Planner::new(operation)?;
    let outcome = planner.solve(&settings.search, stop)?;
    Ok(planner.plan_bare(&outcome, &settings.search))
}

struct Roller {
    audit: Audit,
    closed_at: BTreeMap<PatientId, Timestamp>,
    operation: Operation,
    plan: Plan,
    steps: Vec<Snapshot>,
    events: Vec<Event>,
}

impl Roller {
    fn step(
        &mut self,
        events: &[Event],
        at: Timestamp,
        settings: &Settings,
        stop: &StopSignal,
    ) -> Result<(), RollError> {
        let digest = airbridge_interchange::plan_file::digest(&self.plan);
        let proceeded = airbridge_progress::proceed(&self.operation, &self.plan, &digest, events, at)
            .map_err(|findings| RollError::Events { at, findings })?;
        let made = airbridge_planner::replan_bare(proceeded.operation, &settings.search, stop)
            .map_err(|source| RollError::Plan { at, source })?;
        let diff = airbridge_progress::diff(&made.operation, &made.plan, &[]);
        let mut changed = BTreeMap::new();
        for patient in &diff.patients {
            *changed.entry(patient.kind).or_default() += 1;
        }
        (self.operation, self.plan) = (made.operation, made.plan);
        self.events.extend_from_slice(events);
        self.note_closed();
        self.look(at, events, changed, diff.promised as u32)?;
        self.steps.last_mut().expect("just added").stranded = made.stranded.len() as u32;
        Ok(())
    }

    /// Requests that have been closed by now.
    fn note_closed(&mut self) {
        let closed = self.operation.so_far.iter().flat_map(|so_far| &so_far.closed);
        for (patient, closed) in closed {
            self.closed_at.entry(patient.clone()).or_insert(closed.at);
        }
    }

    fn states(&self, at: Timestamp) -> Result<BTreeMap<PatientId, RequestState>, RollError> {
        airbridge_progress::states(&self.operation, &self.plan, at)
            .map_err(|findings| RollError::Broken { at, findings })
    }

    /// Checks what was planned, and writes the step down.
    fn look(
        &mut self,
        at: Timestamp,
        events: &[Event],
        changed: BTreeMap<ChangeKind, u32>,
        promised: u32,
    ) -> Result<(), RollError> {
        let findings = airbridge_check::check(&self.operation, &self.plan);
        if !findings.is_empty() {
            return Err(RollError::Broken { at, findings });
        }
        let states = self.states(at)?;
        self.audit.note(&self.operation, &self.plan, at);
        let mut step = Snapshot {
            at,
            events: BTreeMap::new(),
            states: [0; RequestState::ALL.len()],
            returns: [0; RequestState::ALL.len()],
            promised,
            changed,
            stranded: 0,
            idle_beds: airbridge_progress::bed_use(&self.operation, &self.plan, at, at).idle_days(),
            work: self.plan.origin.work,
        };
        for event in events {
            *step.events.entry(event.what.kind()).or_default() += 1;
        }
        for patient in &self.operation.patients {
            let counts = if airbridge_progress::returns_home(patient) {
                &mut step.returns
            } else {
                &mut step.states
            };
            counts[states[&patient.id] as usize] += 1;
        }
        self.steps.push(step);
        Ok(())
    }
}
