//! Rule 11: what has happened is not changed.
//!
//! A plan made from a running one can be compared with it only when both are at hand. What this rule knows is that nothing
//! planned begins before the time at which it was planned.

use airbridge_model::Rule;

use crate::checker::Context;
use crate::report::Report;

const RULE: Rule = Rule::Past;

pub(crate) fn check(context: &Context<'_>, report: &mut Report) {
    let planned_at = context.operation.planned_at;
    for flight in &context.flights {
        for (number, leg) in flight.mission.legs.iter().enumerate() {
            if leg.off_block_at < planned_at {
                report.add(
                    RULE,
                    "leg-before-planning",
                    flight.leg_place(number),
                    format!("off-block at {}, planned at {planned_at}", leg.off_block_at),
                );
            }
        }
    }
    for journey in &context.plan.journeys {
        if let Some(first) = journey.steps.first()
            && first.span().0 < planned_at
        {
            report.add(
                RULE,
                "journey-before-planning",
                format!("patient {}", journey.patient),
                format!("collected at {}, planned at {planned_at}", first.span().0),
            );
        }
    }
    let (stated, parent) = (context.plan.measures.commitments_broken, &context.plan.origin.parent);
    if parent.is_none() && stated > 0 {
        report.add(
            RULE,
            "measures-wrong",
            "measures, commitments broken",
            format!("stated {stated}, a first plan has none to break"),
        );
    }
}
