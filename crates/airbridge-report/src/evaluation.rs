//! What a plan really achieves, beside what its file says: for plans that a person wrote or changed.

use airbridge_model::{Bound, Finding, Measures, Operation, Plan};
use serde_json::{Value, json};

use crate::findings::findings_json;
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

/// The same for programs, with the rules that the plan breaks.
pub fn evaluation_json(operation: &Operation, plan: &Plan, measures: &Measures, findings: &[Finding]) -> Value {
    let measured = measures_json(&Plan {
        measures: measures.clone(),
        ..bare(plan)
    });
    let same_operation = plan.origin.operation_digest == operation.digest;
    json!({
        "sound": findings.is_empty(),
        "measures": measured["measures"],
        "stated": measures_json(plan)["measures"],
        "bound": if same_operation { measured["bound"].clone() } else { Value::Null },
        "findings": findings_json(findings),
    })
}

/// What a plan states of itself, as its file has it: `measures` and `bound`.
pub fn measures_json(plan: &Plan) -> Value {
    let text = airbridge_interchange::plan_file::to_json(&bare(plan));
    let file: Value = serde_json::from_str(&text).expect("a plan file is JSON");
    json!({ "measures": file["measures"], "bound": file["bound"] })
}

fn bare(plan: &Plan) -> Plan {
    Plan {
        missions: Vec::new(),
        journeys: Vec::new(),
        left_out: Vec::new(),
        ..plan.clone()
    }
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
