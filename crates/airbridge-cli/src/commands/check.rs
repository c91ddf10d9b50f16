//! `airbridge check`: a plan against its operation, independently of the planner.

use std::process::ExitCode;

use airbridge_model::Finding;
use anyhow::Result;

use super::standing::of_plan;
use crate::arguments::CheckArguments;
use crate::{files, show};

pub(crate) fn run(arguments: &CheckArguments) -> Result<ExitCode> {
    // No verdict on a plan without a sound operation, so not the status of a broken rule.
    let Some(operation) = files::sound_operation(&arguments.operation)? else {
        return Ok(ExitCode::from(2));
    };
    let plan = match files::plan(&arguments.plan)? {
        Ok(plan) => plan,
        Err(findings) => {
            print(arguments, &findings)?;
            return Ok(ExitCode::from(2));
        }
    };
    let digest = operation.digest.clone();
    let Some(operation) = of_plan(operation, &plan, &arguments.before)? else {
        return Ok(ExitCode::from(2));
    };
    let findings = airbridge_check::check(&operation, &plan);
    print(arguments, &findings)?;
    if findings.is_empty() {
        eprintln!(
            "sound: {} missions, {} patients moved, {} left out; no rule is broken{}",
            plan.missions.len(),
            plan.journeys.len(),
            plan.left_out.len(),
            if operation.so_far.is_some() {
                ", and nothing that had happened is changed"
            } else {
                ""
            }
        );
        return Ok(ExitCode::SUCCESS);
    }
    eprintln!(
        "{} violation{}",
        findings.len(),
        if findings.len() == 1 { "" } else { "s" }
    );
    if plan.origin.operation_digest != digest {
        eprintln!("hint: the plan was made from other tables; `airbridge plan` makes one from these");
    }
    Ok(ExitCode::from(1))
}

fn print(arguments: &CheckArguments, findings: &[Finding]) -> Result<()> {
    if arguments.json {
        return show::out(&show::findings_json(findings));
    }
    show::out(&findings.iter().map(show::finding).collect::<String>())
}
