//! `airbridge what-if`: what events would change, compared and not adopted.

use std::process::ExitCode;

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
        let mut json = airbridge_report::compared_json(&made.parent.measures, &made.plan.measures);
        json["changes"] = airbridge_report::changes_json(&made.diff);
        show::out(&(serde_json::to_string_pretty(&json)? + "\n"))?;
    } else {
        let table = airbridge_report::compared(&made.parent.measures, &made.plan.measures);
        let changes = airbridge_report::changes(&made.operation, &made.diff);
        show::out(&format!("{table}\n{changes}"))?;
    }
    eprintln!("nothing was adopted or written; `airbridge replan` makes the plan");
    Ok(ExitCode::SUCCESS)
}
