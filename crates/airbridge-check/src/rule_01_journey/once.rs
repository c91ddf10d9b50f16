//! Each patient has one journey or one entry among the left out, and the plan is one of this operation.

use std::collections::BTreeMap;

use airbridge_units::PatientId;

use super::RULE;
use crate::checker::Context;
use crate::measure::measure_in;
use crate::measure::wrong_measures;
use crate::report::Report;

pub(super) fn check(context: &Context<'_>, report: &mut Report) {
    let (operation, plan) = (context.operation, context.plan);
    if plan.origin.operation_digest != operation.digest {
        report.add(
            RULE,
            "other-operation",
            "plan",
            format!(
                "made from the operation with digest {:?}, this one has {:?}",
                plan.origin.operation_digest, operation.digest
            ),
        );
    }
    let mut entries: BTreeMap<&PatientId, (usize, usize)> =
        operation.patients.iter().map(|patient| (&patient.id, (0, 0))).collect();
    let journeys = plan.journeys.iter().map(|journey| (&journey.patient, true));
    let left_out = plan.left_out.iter().map(|left| (&left.patient, false));
    for (id, moved) in journeys.chain(left_out) {
        match entries.get_mut(id) {
            Some(entry) if moved => entry.0 += 1,
            Some(entry) => entry.1 += 1,
            None => report.add(
                RULE,
                "unknown-patient",
                format!("patient {id}"),
                "not a patient of the operation",
            ),
        }
    }
    for (id, (journeys, left_out)) in entries {
        let place = || format!("patient {id}");
        match journeys + left_out {
            1 => {}
            0 if context.past.is_closed(id) => {}
            0 => report.add(
                RULE,
                "patient-missing",
                place(),
                "has neither a journey nor an entry among the left out",
            ),
            _ => report.add(
                RULE,
                "patient-twice",
                place(),
                format!("has {journeys} journeys and {left_out} entries among the left out"),
            ),
        }
    }
    claims(context, report);
}

/// What the plan says that it achieves.
fn claims(context: &Context<'_>, report: &mut Report) {
    let measures = measure_in(context);
    wrong_measures(&context.plan.measures, &measures, report);
    let bound = context.plan.bound.on_time_weight;
    if bound < measures.on_time_weight {
        report.add(
            RULE,
            "bound-below-plan",
            "bound",
            format!(
                "says that no plan has more than {bound} on time, this one has {}",
                measures.on_time_weight
            ),
        );
    }
}
