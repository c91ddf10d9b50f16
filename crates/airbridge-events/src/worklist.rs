//! On whose list a request is, and by when something has to be done with it. Every request that is not over is on one.

use jiff::{SignedDuration, Timestamp};

use crate::record::Record;
use crate::request::{Request, State};

/// What is to be done next with a request.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct Due {
    /// Who has to do it, in the words of the table of roles.
    pub role: &'static str,
    /// What, in a few words.
    pub task: &'static str,
    /// By when.
    pub by: Timestamp,
    /// What the deadline gives away.
    pub basis: Basis,
}

/// What a deadline comes from.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub enum Basis {
    /// From the request's own steps.
    Steps,
    /// From when the first mission of the way leaves.
    Departure,
    /// From when the plan says that the patient arrives.
    Arrival,
}

/// Time for a step that has no deadline of its own. Synthetic.
const STEP: SignedDuration = SignedDuration::from_hours(24);

/// What is to be done next; `None` only where nothing follows any more.
pub fn due(record: &Record, request: &Request) -> Option<Due> {
    let next = |role, task| {
        Some(Due {
            role,
            task,
            by: after(request.since),
            basis: Basis::Steps,
        })
    };
    let on = |basis, role, task, by| Some(Due { role, task, by, basis });
    let by = |role, task, until| on(Basis::Steps, role, task, until);
    match &request.state {
        State::Draft => next("referring-clinician", "finish and submit it"),
        State::Returned(_) => next("referring-clinician", "answer the requesting authority"),
        State::Submitted => next("requesting-authority", "endorse or return it"),
        State::Endorsed => next("flight-surgeon", "clear or defer the patient"),
        State::Deferred { until, .. } => by("flight-surgeon", "see the patient again", *until),
        State::Cleared => next("regulating-officer", "find a bed"),
        State::Offered { until, .. } | State::Broadcast { until, .. } => {
            by("receiving-hospital", "accept or decline", *until)
        }
        State::Accepted => next("airlift-planner", "plan the way"),
        State::Planned | State::Manifested => {
            let fitness = request.fitness.as_ref().map(|fitness| fitness.valid_until);
            let departs = departs(record, request);
            match (fitness, departs) {
                (Some(fitness), Some(departs)) if fitness < departs => {
                    let task = "renew the clearance before the flight";
                    on(Basis::Departure, "flight-surgeon", task, fitness)
                }
                (_, Some(departs)) => on(Basis::Departure, "crew", "collect the patient", departs),
                _ => next("airlift-planner", "plan the way"),
            }
        }
        State::Collected | State::Staged(_) | State::Enplaned(_) | State::InTransit(_) => on(
            Basis::Arrival,
            "crew",
            "bring the patient on",
            request.arrives_at.unwrap_or_else(|| after(request.since)),
        ),
        State::Delivered(_) | State::Diverted(_) => next("receiving-hospital", "sign for the patient"),
        State::HandedOver if !request.departure_confirmed => {
            next("referring-clinician", "confirm that the patient has left")
        }
        State::HandedOver => next("regulating-officer", "close it"),
        State::Closed | State::Withdrawn | State::Died => None,
    }
}

fn after(since: Timestamp) -> Timestamp {
    since.saturating_add(STEP).expect("a span of hours")
}

/// When the first mission of the way leaves.
fn departs(record: &Record, request: &Request) -> Option<Timestamp> {
    let (_, missions) = request.planned.as_ref()?;
    let legs = missions
        .iter()
        .filter_map(|id| record.missions.get(id)?.flight.legs.first());
    legs.map(|leg| leg.off_block_at).min()
}
