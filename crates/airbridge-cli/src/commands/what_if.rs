//! `airbridge what-if`: what events would change, compared and not adopted.

use std::fmt::Write as _;
use std::process::ExitCode;

use airbridge_model::Measures;
use anyhow::Result;

use super::replan::replanned;
use crate::arguments::WhatIfArguments;
use crate::show;

pub(crate) fn run(arguments: &WhatIfArguments) -> Result<ExitCode> {
    let made = match replanned(&arguments.under_way, &arguments.with)? {
        Ok(made) => made,
        Err(status) => return Ok(status),
    };
    if arguments.under_way.json {
        let json = serde_json::json!({
            "before": tiers(&made.parent.measures),
            "after": tiers(&made.plan.measures),
            "changes": airbridge_report::changes_json(&made.diff),
        });
        show::out(&(serde_json::to_string_pretty(&json)? + "\n"))?;
    } else {
        let table = table(&made.parent.measures, &made.plan.measures);
        let changes = airbridge_report::changes(&made.operation, &made.diff);
        show::out(&format!("{table}\n{changes}"))?;
    }
    eprintln!("nothing was adopted or written; `airbridge replan` makes the plan");
    Ok(ExitCode::SUCCESS)
}

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

fn table(before: &Measures, after: &Measures) -> String {
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

fn tiers(measures: &Measures) -> serde_json::Value {
    let rows = rows(measures)
        .into_iter()
        .map(|(name, value)| (name.to_owned(), serde_json::json!(value)));
    serde_json::Value::Object(rows.collect())
}
