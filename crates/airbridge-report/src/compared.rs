//! Two plans side by side, tier by tier.

use std::fmt::Write as _;

use airbridge_model::Measures;
use serde_json::{Value, json};

fn rows(measures: &Measures) -> Vec<(&'static str, f64)> {
    let on_time = measures.levels.iter().map(|level| level.on_time).sum::<u32>();
    let late = measures.levels.iter().map(|level| level.late).sum::<u32>();
    let left_out = measures.levels.iter().map(|level| level.left_out).sum::<u32>();
    vec![
        ("on time, patients", f64::from(on_time)),
        ("on time, weight", measures.on_time_weight as f64),
        ("late, patients", f64::from(late)),
        ("late, weighted hours", measures.lateness_weighted_hours),
        ("left out, patients", f64::from(left_out)),
        ("promises changed", f64::from(measures.commitments_broken)),
        ("hours in transit", measures.transit_hours),
        ("flying hours", measures.flying_hours),
        ("cost", measures.cost),
    ]
}

/// What one plan achieves, what another does, and the difference, as text.
pub fn compared(before: &Measures, after: &Measures) -> String {
    let mut out = format!("{:<22}{:>14}{:>14}{:>14}\n", "", "before", "after", "change");
    for ((name, was), (_, is)) in rows(before).into_iter().zip(rows(after)) {
        let digits = usize::from(was.fract() != 0.0 || is.fract() != 0.0);
        let _ = writeln!(
            out,
            "{name:<22}{was:>14.digits$}{is:>14.digits$}{:>+14.digits$}",
            is - was
        );
    }
    out
}

/// The same for programs: `before` and `after`.
pub fn compared_json(before: &Measures, after: &Measures) -> Value {
    let tiers = |measures| {
        let all = rows(measures).into_iter();
        Value::Object(all.map(|(name, value)| (name.to_owned(), json!(value))).collect())
    };
    json!({ "before": tiers(before), "after": tiers(after) })
}
