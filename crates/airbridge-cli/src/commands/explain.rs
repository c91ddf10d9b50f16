//! `airbridge explain`: why, and what it would take.

use std::process::ExitCode;

use airbridge_planner::Planner;
use airbridge_planner::explain::{About, explain};
use anyhow::Result;

use super::standing::of_plan;
use crate::arguments::{ExplainArguments, Subject};
use crate::fault::hinted;
use crate::progress::while_working;
use crate::{files, show};

pub(crate) fn run(arguments: &ExplainArguments) -> Result<ExitCode> {
    let Some(operation) = files::sound_operation(&arguments.operation)? else {
        return Ok(ExitCode::from(2));
    };
    let plan = match files::plan(&arguments.plan)? {
        Ok(plan) => plan,
        Err(findings) => {
            show::findings_to_talk(&findings);
            return Ok(ExitCode::from(2));
        }
    };
    let id = arguments.id.as_str();
    let (about, hint) = match arguments.what {
        Subject::Patient => (About::Patient(id.into()), "names stand in patients.csv"),
        Subject::Mission => (
            About::Mission(id.into()),
            "names stand in the plan's report and plan.json",
        ),
        Subject::Offer => (About::Offer(id.into()), "names stand in bed_offers.csv"),
    };
    if plan.origin.operation_digest != operation.digest {
        eprintln!("note: the plan was made from other tables than these; it is explained by these");
    }
    let Some(operation) = of_plan(operation, &plan, &arguments.before)? else {
        return Ok(ExitCode::from(2));
    };
    let planner = while_working("reading the operation", || Planner::new(&operation))?;
    let answer = while_working("trying alternatives", || explain(&planner, &plan, &about));
    let answer = answer.map_err(|error| hinted(error.to_string(), hint))?;
    if arguments.json {
        show::out(&format!("{:#}\n", airbridge_report::explanation_json(&answer)))?;
    } else {
        show::out(&airbridge_report::explanation(&operation, &answer, show::columns()))?;
    }
    Ok(ExitCode::SUCCESS)
}
