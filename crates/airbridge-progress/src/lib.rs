//! From events to the operation as it stands: what has happened, what is expected, what has become impossible.
//!
//! What comes in: an operation, the plan that runs, the events known by now, and the time. What goes out: the same operation at that time
//! with [`airbridge_model::SoFar`], for planner and checker to read, and findings about events that make no sense. Nothing is planned here,
//! but for what cannot wait: whoever is on board an aircraft that goes no further gets off where it stands, and is taken to the nearest
//! facility.
//!
//! Where nobody reports otherwise, what was planned has happened. Each event is taken at its own time, so that what was not begun by then can still
//! be put off or taken out, and what was cannot.

mod diff;
mod ground;
mod journeys;
mod missions;
mod operation;
mod people;
mod promises;
mod standing;
mod touched;

use airbridge_model::{Event, Finding, Mission, Operation, Plan, Progress, SoFar};
use airbridge_units::MissionId;
use jiff::Timestamp;

pub use crate::diff::{Diff, FacilityDiff, GIVES_WAY, MissionChange, MissionDiff, PatientDiff, diff};
pub use crate::promises::{ChangeKind, CommitmentTier, Promise, UNIT, change, promises};
pub use crate::touched::{as_if_new, touched};

use crate::standing::Standing;

/// An operation as it stands, and what is odd about the events.
#[derive(Debug)]
pub struct Proceeded {
    /// The operation at the time asked for, with its past.
    pub operation: Operation,
    /// What somebody should look at; none of it is an error.
    pub warnings: Vec<Finding>,
}

/// The same operation with missions that cannot go on by any rule ended where they are, or where they land next.
///
/// # Panics
///
/// When the operation is not under way.
pub fn strand(mut operation: Operation, missions: &[MissionId]) -> Operation {
    let past = operation
        .so_far
        .take()
        .expect("only an operation under way has missions that go on");
    let now = operation.planned_at;
    let mut standing = Standing::new(operation, past.stands);
    standing.clock = now;
    standing.grounded = past.grounded;
    standing.closed = past.closed;
    for mission in missions {
        standing.ground(mission);
    }
    standing.follow_missions();
    let Standing {
        mut operation,
        plan: stands,
        grounded,
        closed,
        ..
    } = standing;
    operation.so_far = Some(Box::new(SoFar {
        parent: past.parent,
        promised: past.promised,
        stands,
        grounded,
        held: past.held,
        closed,
    }));
    operation
}

/// Missions under way that a plan ends away from their bases although nothing keeps them from going on: those that found no way on by any rule when the
/// plan was made. Whoever checks or explains the plan reads the operation after [`strand`] with them.
pub fn stranded(operation: &Operation, plan: &Plan) -> Vec<MissionId> {
    let Some(so_far) = operation.so_far.as_deref() else {
        return Vec::new();
    };
    let now = operation.planned_at;
    let begun = |id: &MissionId| {
        let mut missions = so_far.stands.missions.iter();
        missions.any(|mission| mission.id == *id && mission.progress(now) != Progress::NotBegun)
    };
    let away = |mission: &Mission| {
        let aircraft = operation
            .aircraft
            .iter()
            .find(|aircraft| aircraft.id == mission.aircraft);
        let last = mission.stops.last();
        aircraft.is_some_and(|aircraft| last.is_some_and(|last| last.airfield != aircraft.base))
    };
    plan.missions
        .iter()
        .filter(|mission| !so_far.grounded.contains(&mission.id) && begun(&mission.id) && away(mission))
        .map(|mission| mission.id.clone())
        .collect()
}

/// The operation as it stands at `now`. Events after `now` are not known yet and are passed over.
///
/// `parent` is the digest of the plan's file.
///
/// # Errors
///
/// Findings, each naming the event by its number from 1 in the order given: missions, patients and others that do not exist; what is said to have
/// happened at a place where the mission does not stop.
pub fn proceed(
    operation: &Operation,
    plan: &Plan,
    parent: &str,
    events: &[Event],
    now: Timestamp,
) -> Result<Proceeded, Vec<Finding>> {
    let mut standing = Standing::new(operation.clone(), plan.clone());
    let mut order: Vec<(usize, &Event)> = events.iter().enumerate().filter(|(_, event)| event.at <= now).collect();
    order.sort_by_key(|(number, event)| (event.at, *number));
    for (number, event) in order {
        standing.take(number, event);
    }
    let Standing {
        mut operation,
        plan: stands,
        grounded,
        held,
        closed,
        errors,
        warnings,
        ..
    } = standing;
    if !errors.is_empty() {
        return Err(errors);
    }
    operation::hold_promised_beds(&mut operation, plan, now);
    operation::keep_taken_beds(&mut operation, &stands, now);
    operation.planned_at = now;
    operation.so_far = Some(Box::new(SoFar {
        parent: parent.to_owned(),
        promised: plan.clone(),
        stands,
        grounded,
        held,
        closed,
    }));
    Ok(Proceeded { operation, warnings })
}
