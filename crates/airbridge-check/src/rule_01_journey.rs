//! Rule 1: each patient is moved at most once, from where they are, not before ready, within the limits of the journey.

mod limits;
mod manifests;
mod once;
mod releases;
mod steps;

use airbridge_model::{Journey, Patient, Rule, Step};

use crate::checker::Context;
use crate::report::Report;

const RULE: Rule = Rule::Journey;

pub(crate) fn check(context: &Context<'_>, report: &mut Report) {
    once::check(context, report);
    for journey in &context.plan.journeys {
        let Some(patient) = context.index.patient(&journey.patient) else {
            continue;
        };
        steps::check(context, patient, journey, report);
        limits::check(context, patient, journey, report);
    }
    manifests::check(context, report);
    releases::check(context, report);
}

/// "patient P-017".
fn place(patient: &Patient) -> String {
    format!("patient {}", patient.id)
}

/// A lift of a journey.
struct Lift<'a> {
    mission: &'a airbridge_units::MissionId,
    boards: usize,
    leaves: usize,
}

fn lifts(journey: &Journey) -> impl Iterator<Item = Lift<'_>> {
    journey.steps.iter().filter_map(|step| match step {
        Step::Lift {
            mission,
            boards_at_stop,
            leaves_at_stop,
            ..
        } => Some(Lift {
            mission,
            boards: *boards_at_stop,
            leaves: *leaves_at_stop,
        }),
        _ => None,
    })
}
