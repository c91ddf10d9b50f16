//! What stands against the running plan as things are, and whom that touches.
//!
//! What comes in: an operation under way, and the violations of the plan that runs, were it planned anew. What goes out: for each promised journey the
//! violation that names it, and the patients who are touched. Nothing is checked here.

use std::collections::{BTreeMap, BTreeSet};

use airbridge_model::{Event, Finding, Happening, Journey, Operation, Step};
use airbridge_units::{GroupId, MissionId, PatientId};
use jiff::Timestamp;

/// The operation as it stands, as if nothing had begun: what the running plan breaks there is why it cannot be kept. `planned_at` is when that plan was
/// made.
#[must_use]
pub fn as_if_new(standing: &Operation, planned_at: Timestamp) -> Operation {
    Operation {
        planned_at,
        so_far: None,
        ..standing.clone()
    }
}

/// Whom what has happened touches: whose request an event is about, whose journey stands otherwise than it was promised, or is named by what the running
/// plan breaks as things stand (`broken`) by itself, its mission or its bed offer; and who travels in one group with any of them.
///
/// Nothing is touched where the operation is not under way. Events after its time are not known yet.
pub fn touched(operation: &Operation, events: &[Event], broken: &[Finding]) -> BTreeSet<PatientId> {
    let Some(so_far) = operation.so_far.as_deref() else {
        return BTreeSet::new();
    };
    let known = events.iter().filter(|event| event.at <= operation.planned_at);
    let mut touched: BTreeSet<PatientId> = known.filter_map(|event| subject(&event.what).cloned()).collect();
    let stands: BTreeMap<&PatientId, &Journey> = so_far
        .stands
        .journeys
        .iter()
        .map(|journey| (&journey.patient, journey))
        .collect();
    let named = Named::of(broken);
    let promised = so_far.promised.journeys.iter();
    let otherwise =
        |journey: &&Journey| stands.get(&journey.patient) != Some(journey) || named.first(journey).is_some();
    touched.extend(promised.filter(otherwise).map(|journey| journey.patient.clone()));
    let groups: BTreeSet<&GroupId> = operation
        .patients
        .iter()
        .filter(|patient| touched.contains(&patient.id))
        .filter_map(|patient| patient.group.as_ref())
        .collect();
    let with = operation.patients.iter().filter(|patient| {
        let group = patient.group.as_ref();
        group.is_some_and(|group| groups.contains(group))
    });
    let with: Vec<PatientId> = with.map(|patient| patient.id.clone()).collect();
    touched.extend(with);
    touched
}

/// The patient whom an event is about.
fn subject(what: &Happening) -> Option<&PatientId> {
    match what {
        Happening::Boarded { patient, .. }
        | Happening::NotBoarded { patient, .. }
        | Happening::Admitted { patient, .. }
        | Happening::PatientChanged { patient, .. }
        | Happening::PatientUnfit { patient, .. }
        | Happening::PatientDied { patient }
        | Happening::Declined { patient, .. }
        | Happening::PatientWithdrawn { patient } => Some(patient),
        Happening::Requested { patient } => Some(&patient.id),
        _ => None,
    }
}

/// Findings by what their places name: "patient P1", "mission M001", "offer O1".
pub(crate) struct Named<'f>(BTreeMap<String, &'f Finding>);

impl<'f> Named<'f> {
    pub(crate) fn of(findings: &'f [Finding]) -> Self {
        let mut named = BTreeMap::new();
        for finding in findings {
            let place = finding.place.to_string();
            let words: Vec<&str> = place.split([' ', ',']).filter(|word| !word.is_empty()).collect();
            for pair in words.windows(2) {
                named.entry(pair.join(" ")).or_insert(finding);
            }
        }
        Self(named)
    }

    /// The first that names a journey by its patient, its offer or one of its missions.
    pub(crate) fn first(&self, journey: &Journey) -> Option<&'f Finding> {
        let own = [
            format!("patient {}", journey.patient),
            format!("offer {}", journey.offer),
        ];
        let missions = missions(journey).map(|mission| format!("mission {mission}"));
        own.into_iter()
            .chain(missions)
            .find_map(|name| self.0.get(&name).copied())
    }
}

/// The missions of a journey.
pub(crate) fn missions(journey: &Journey) -> impl Iterator<Item = &MissionId> {
    journey.steps.iter().filter_map(|step| match step {
        Step::Lift { mission, .. } => Some(mission),
        _ => None,
    })
}
