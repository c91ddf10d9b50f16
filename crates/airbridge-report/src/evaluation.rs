//! What a plan really achieves, beside what its file says: for plans that a person wrote or changed.

use airbridge_model::{Bound, Measures, Operation, Plan};

use crate::markup::put;
use crate::numbers::whole;
use crate::summary::{first_tier, other_tiers, paragraph, within};
use crate::tiers;

/// The tiers as the summary shows them, of these measures; and, where the plan states others, what it states. Its bound is shown only if the
/// plan was made from this operation.
pub fn evaluation(operation: &Operation, plan: &Plan, measures: &Measures, columns: usize) -> String {
    let width = within(columns);
    let mut out = paragraph(&format!("Plan for {}, as measured", operation.name), columns, "", "  ");
    let measured = Plan {
        measures: measures.clone(),
        bound: if plan.origin.operation_digest == operation.digest {
            plan.bound.clone()
        } else {
            out.push_str("Note: the plan was made from another state of the operation's tables.\n");
            unknown()
        },
        ..plan.clone()
    };
    first_tier(&mut out, width, &measured);
    other_tiers(&mut out, width, &measured);
    let stated = stated(plan, &measured);
    if !stated.is_empty() {
        out.push_str("\nThe plan file says otherwise\n");
        for line in stated {
            out.push_str(&paragraph(&line, columns, "   ", "     "));
        }
    }
    out
}

/// A bound that says nothing.
fn unknown() -> Bound {
    Bound {
        on_time_weight: -1,
        ..Bound::default()
    }
}

/// What a plan states and is not so, tier by tier.
fn stated(plan: &Plan, measured: &Plan) -> Vec<String> {
    let mut lines = Vec::new();
    let counts = |plan: &Plan| {
        let totals = tiers::totals(&plan.measures);
        let mut text = String::new();
        put!(
            text,
            "{} on time, {} late, {} left out, weight on time {}",
            whole(f64::from(totals.on_time)),
            whole(f64::from(totals.late)),
            whole(f64::from(totals.left_out)),
            whole(plan.measures.on_time_weight as f64)
        );
        text
    };
    let (said, is) = (counts(plan), counts(measured));
    if said != is || plan.measures.levels != measured.measures.levels {
        lines.push(format!("1  {said} (measured: {is})"));
    }
    for (said, is) in tiers::figures(plan).into_iter().zip(tiers::figures(measured)) {
        if (&said.value, &said.detail) != (&is.value, &is.detail) {
            lines.push(format!(
                "{}  {}: {} ({})",
                said.tier, said.title, said.value, said.detail
            ));
        }
    }
    lines
}
