//! From events to the operation as it stands: what has happened, what is expected, what has become impossible.
//!
//! What comes in: an operation, the plan that runs, the events known by now, and the time. What goes out: the same operation at that time
//! with [`airbridge_model::SoFar`], for planner and checker to read, and findings about events that make no sense. Nothing is planned here,
//! but for what cannot wait: whoever is on board an aircraft that goes no further gets off where it stands, and is taken to their bed
//! where a road leads there, else to the nearest facility.
//!
//! Where nobody reports otherwise, what was planned has happened. Each event is taken at its own time, so that what was not begun by then can still
//! be put off or taken out, and what was cannot.

mod decided;
mod diff;
mod flown;
mod ground;
mod journeys;
mod missions;
mod operation;
mod people;
mod promises;
mod service;
mod snapshot;
mod standing;
mod state;
mod touched;

use airbridge_model::{Event, Finding, Journey, Operation, Plan};
use airbridge_units::{MissionId, OfferId};
use jiff::Timestamp;

pub use crate::decided::{Decided, decided};
pub use crate::diff::{Diff, FacilityDiff, GIVES_WAY, MissionChange, MissionDiff, PatientDiff, diff};
pub use crate::promises::{ChangeKind, CommitmentTier, Promise, UNIT, change, changes, promises};
pub use crate::service::{
    BedUse, Changes, LevelService, LiftUse, Quantiles, Returns, Service, bed_use, returns_home, service,
};
pub use crate::snapshot::Snapshot;
pub use crate::state::{RequestState, states};
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
pub fn strand(operation: Operation, missions: &[MissionId]) -> Operation {
    with(operation, missions, |standing, mission| {
        if !standing.grounded.contains(mission) {
            standing.ground(mission);
            standing.no_way_on.insert(mission.clone());
        }
    })
}

/// The same operation with nobody on board of some missions any more: where they are, or where they land next, everybody gets off and is taken to
/// their bed, or to the nearest facility. The missions go on from there, if only to come home.
///
/// # Panics
///
/// When the operation is not under way.
pub fn set_down(operation: Operation, missions: &[MissionId]) -> Operation {
    with(operation, missions, |standing, mission| {
        standing.set_down_all(mission);
    })
}

fn with(mut operation: Operation, missions: &[MissionId], change: impl Fn(&mut Standing, &MissionId)) -> Operation {
    let past = operation
        .so_far
        .take()
        .expect("only an operation under way has missions that go on");
    let now = operation.planned_at;
    let mut standing = Standing::new(operation, past.stands);
    standing.clock = now;
    standing.grounded = past.grounded;
    standing.no_way_on = past.no_way_on;
    standing.reported = past.reported;
    standing.gone = past.gone;
    standing.held = past.held;
    standing.closed = past.closed;
    for mission in missions {
        change(&mut standing, mission);
    }
    standing.follow_missions();
    standing.with_past(past.parent, past.promised)
}

/// A plan in which those who are left out on the way have journeys as well: so far, to no bed.
fn on_the_way(plan: &Plan) -> Plan {
    let mut plan = plan.clone();
    for left_out in &plan.left_out {
        if let Some(last) = left_out.so_far.last() {
            plan.journeys.push(Journey {
                patient: left_out.patient.clone(),
                offer: OfferId::new(""),
                steps: left_out.so_far.clone(),
                arrives_at: last.span().1,
                on_time: false,
            });
        }
    }
    plan.journeys.sort_by(|one, other| one.patient.cmp(&other.patient));
    plan
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
    let mut standing = Standing::new(operation.clone(), on_the_way(plan));
    let mut order: Vec<(usize, &Event)> = events.iter().enumerate().filter(|(_, event)| event.at <= now).collect();
    order.sort_by_key(|(number, event)| (event.at, *number));
    for (number, event) in order {
        standing.take(number, event);
    }
    standing.clock = now;
    standing.miss_connections();
    standing.release();
    if !standing.errors.is_empty() {
        return Err(standing.errors);
    }
    operation::hold_promised_beds(&mut standing.operation, plan, now);
    operation::keep_taken_beds(&mut standing.operation, &standing.plan, now);
    standing.operation.planned_at = now;
    let warnings = std::mem::take(&mut standing.warnings);
    let operation = standing.with_past(parent.to_owned(), plan.clone());
    Ok(Proceeded { operation, warnings })
}
