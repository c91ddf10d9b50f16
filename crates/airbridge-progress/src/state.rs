//! Where each request is: in exactly one state at any instant.

use std::collections::BTreeMap;

use airbridge_model::{Finding, Operation, Place, Plan, Severity, Step, WhyClosed};
use airbridge_units::PatientId;
use jiff::Timestamp;

/// Where a request is.
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Debug)]
pub enum RequestState {
    /// At the origin, with nothing promised.
    Waiting,
    /// At the origin, with a journey ahead.
    Promised,
    /// On the road or on board.
    OnTheWay,
    /// Between two rides: in a staging facility or beside an airfield.
    Staged,
    /// In the bed, or at home.
    Arrived,
    /// Died before the bed was reached.
    Died,
    /// Withdrawn.
    Withdrawn,
    /// In another place than planned, by report.
    Elsewhere,
}

impl RequestState {
    /// All states, in the order in which a request goes through them.
    pub const ALL: [Self; 8] = [
        Self::Waiting,
        Self::Promised,
        Self::OnTheWay,
        Self::Staged,
        Self::Arrived,
        Self::Died,
        Self::Withdrawn,
        Self::Elsewhere,
    ];

    /// For tables.
    pub const fn name(self) -> &'static str {
        match self {
            Self::Waiting => "waiting",
            Self::Promised => "promised",
            Self::OnTheWay => "on the way",
            Self::Staged => "staged",
            Self::Arrived => "arrived",
            Self::Died => "died",
            Self::Withdrawn => "withdrawn",
            Self::Elsewhere => "elsewhere",
        }
    }

    /// Whether nothing more is to be done.
    pub const fn is_final(self) -> bool {
        matches!(self, Self::Arrived | Self::Died | Self::Withdrawn | Self::Elsewhere)
    }
}

/// The state of every request of an operation at an instant, by a plan for it.
///
/// # Errors
///
/// A finding for each request that the plan names twice or not at all, and for each that it names and the operation does not know.
pub fn states(
    operation: &Operation,
    plan: &Plan,
    at: Timestamp,
) -> Result<BTreeMap<PatientId, RequestState>, Vec<Finding>> {
    let mut states = BTreeMap::new();
    let mut findings = Vec::new();
    let moved = plan.journeys.iter().map(|journey| {
        let arrived = journey.arrives_at <= at;
        (&journey.patient, state(&journey.steps, at, arrived))
    });
    let left_out = plan.left_out.iter().map(|left_out| {
        let closed = operation
            .so_far
            .as_deref()
            .and_then(|so_far| so_far.closed.get(&left_out.patient))
            .map(|closed| &closed.why);
        let state = match (closed, state(&left_out.so_far, at, false)) {
            (Some(WhyClosed::Died), _) => RequestState::Died,
            (Some(WhyClosed::Withdrawn), _) => RequestState::Withdrawn,
            (Some(WhyClosed::Elsewhere(_)), _) => RequestState::Elsewhere,
            (None, RequestState::Promised) => RequestState::Waiting,
            (None, state) => state,
        };
        (&left_out.patient, state)
    });
    for (patient, state) in moved.chain(left_out) {
        if states.insert(patient.clone(), state).is_some() {
            findings.push(finding("in-two-places", patient, "is in the plan twice"));
        }
    }
    for patient in &operation.patients {
        if !states.contains_key(&patient.id) {
            findings.push(finding("forgotten", &patient.id, "is not in the plan"));
        }
    }
    if states.len() > operation.patients.len() {
        let known = |id: &PatientId| operation.patients.iter().any(|patient| patient.id == *id);
        for id in states.keys().filter(|id| !known(id)) {
            findings.push(finding(
                "unknown-patient",
                id,
                "is in the plan, and not in the operation",
            ));
        }
    }
    if findings.is_empty() { Ok(states) } else { Err(findings) }
}

/// By the steps of a journey; [`RequestState::Promised`] where none has begun.
fn state(steps: &[Step], at: Timestamp, arrived: bool) -> RequestState {
    if arrived {
        return RequestState::Arrived;
    }
    match steps.iter().take_while(|step| step.span().0 <= at).last() {
        None => RequestState::Promised,
        Some(Step::Stay { .. }) => RequestState::Staged,
        Some(step) if step.span().1 <= at => RequestState::Staged,
        Some(_) => RequestState::OnTheWay,
    }
}

fn finding(code: &str, patient: &PatientId, what: &str) -> Finding {
    Finding {
        severity: Severity::Error,
        code: code.to_owned(),
        place: Place::Key {
            file: "plan".to_owned(),
            key: format!("patient {patient}"),
        },
        what: what.to_owned(),
        remedy: String::new(),
    }
}
