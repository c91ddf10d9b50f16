//! How well those who asked were served until an instant: waiting, beds, lift, changes.

mod beds;
mod lift;
mod waiting;

use std::collections::BTreeMap;

use airbridge_model::{Operation, Patient, Plan, PrecedenceLevel, Specialty};
use airbridge_units::PatientId;
use jiff::Timestamp;

pub use self::beds::{BedUse, bed_use};
pub use self::lift::LiftUse;
pub use self::waiting::{LevelService, Quantiles};

use crate::state::RequestState;

/// How well those who asked were served from one instant to another.
#[derive(Clone, PartialEq, Debug)]
pub struct Service {
    /// By precedence level, urgent first: those who are to be moved to a hospital.
    pub levels: Vec<LevelService>,
    /// Those who go home.
    pub returns: Returns,
    /// Beds for those of `levels`.
    pub beds: BedUse,
    /// Missions.
    pub lift: LiftUse,
    /// What was changed of promises.
    pub changes: Changes,
}

/// Those who go home.
#[derive(Clone, Copy, PartialEq, Eq, Debug, Default)]
pub struct Returns {
    /// Wish to.
    pub requested: u32,
    /// Have left for home or are there.
    pub moved: u32,
    /// Of these, on missions that also carried somebody to a hospital.
    pub shared: u32,
}

/// What was changed of promises.
#[derive(Clone, Copy, PartialEq, Debug, Default)]
pub struct Changes {
    /// People with a promise at the end, or moved.
    pub people: u32,
    /// People of whose promises something was changed at least once.
    pub changed: u32,
    /// All changes.
    pub changes: u32,
    /// Most changes to one person.
    pub most: u32,
}

/// Whether somebody goes home rather than to a hospital.
pub fn returns_home(patient: &Patient) -> bool {
    patient.specialty == Specialty::Home
}

/// Reckons it by a plan of an operation under way and the states that it gives at `to`.
///
/// `closed_at` says when requests were closed without a bed; hours of those whom it does not name are not counted.
pub fn service(
    operation: &Operation,
    plan: &Plan,
    states: &BTreeMap<PatientId, RequestState>,
    closed_at: &BTreeMap<PatientId, Timestamp>,
    (from, to): (Timestamp, Timestamp),
) -> Service {
    let levels = PrecedenceLevel::ALL
        .iter()
        .map(|level| waiting::level(operation, plan, states, *level, closed_at, to))
        .collect();
    let counts: BTreeMap<&PatientId, u32> = plan.changes.iter().map(|(patient, count)| (patient, *count)).collect();
    Service {
        levels,
        returns: returns(operation, plan, states),
        beds: beds::bed_use(operation, plan, from, to),
        lift: lift::used(operation, plan, from, to),
        changes: Changes {
            people: plan.journeys.len() as u32,
            changed: counts.len() as u32,
            changes: counts.values().sum(),
            most: counts.values().copied().max().unwrap_or(0),
        },
    }
}

fn returns(operation: &Operation, plan: &Plan, states: &BTreeMap<PatientId, RequestState>) -> Returns {
    let home: BTreeMap<&PatientId, &Patient> = operation
        .patients
        .iter()
        .filter(|patient| returns_home(patient))
        .map(|patient| (&patient.id, patient))
        .collect();
    let mut found = Returns {
        requested: home.len() as u32,
        ..Returns::default()
    };
    let moved = |patient: &PatientId| {
        home.contains_key(patient)
            && matches!(
                states.get(patient),
                Some(RequestState::OnTheWay | RequestState::Staged | RequestState::Arrived)
            )
    };
    for mission in &plan.missions {
        let boards = || mission.stops.iter().flat_map(|stop| &stop.boards);
        let shared = boards().any(|patient| !home.contains_key(patient));
        let count = boards().filter(|patient| moved(patient)).count() as u32;
        found.moved += count;
        if shared {
            found.shared += count;
        }
    }
    found
}
