//! `airbridge plan`: search, check, show, write.

use std::process::ExitCode;
use std::time::{Duration, Instant};

use airbridge_model::{Finding, Operation, Plan};
use airbridge_planner::{Planner, Settings};
use anyhow::Result;

use crate::arguments::PlanArguments;
use crate::progress::{search, while_working};
use crate::{files, place, show};

/// Exit status of a bug of ours, as `sysexits.h` has it.
pub(super) const BUG: u8 = 70;

pub(crate) fn run(arguments: &PlanArguments) -> Result<ExitCode> {
    let begun = Instant::now();
    if let Some(out) = &arguments.out {
        place::refuse_foreign(out)?;
    }
    let Some(operation) = files::sound_operation(&arguments.operation)? else {
        return Ok(ExitCode::from(1));
    };
    let planner = Planner::new(&operation)?;
    let settings = settings(arguments, &operation);
    let limit = time_limit(arguments, &operation);
    let outcome = search(&planner, &settings, limit)?;
    let plan = while_working("writing the plan down, with a reason for everybody left out", || {
        planner.plan(&outcome, &settings)
    });
    let violations = while_working("checking the plan", || airbridge_check::check(&operation, &plan));
    if !violations.is_empty() {
        return Ok(refused(&violations));
    }
    let json = airbridge_interchange::plan_file::to_json(&plan);
    // Each is tried whether the other succeeds or not, so that a full disk does not cost the plan.
    let shown = if arguments.json {
        show::out(&json)
    } else {
        show::out(&airbridge_report::summary_within(&operation, &plan, show::columns()))
    };
    if let Some(out) = &arguments.out {
        place::plan_folder(out, &files_of(&operation, &plan, &json))?;
    }
    shown?;
    eprintln!(
        "checked: no rule is broken; {:.1} s, work {}, seed {}",
        begun.elapsed().as_secs_f64(),
        plan.origin.work,
        plan.origin.seed
    );
    match &arguments.out {
        Some(out) => eprintln!(
            "wrote {}; open {}",
            out.display(),
            show::quoted(&out.join("report.html"))
        ),
        None => eprintln!("nothing was written; add --out DIR for the plan file, the report page and the manifests"),
    }
    Ok(ExitCode::SUCCESS)
}

fn settings(arguments: &PlanArguments, operation: &Operation) -> Settings {
    let cores = std::thread::available_parallelism().map_or(1, usize::from);
    Settings {
        seed: arguments.seed.unwrap_or(operation.policy.search.seed),
        work: arguments.work,
        threads: arguments.threads.map_or(cores, usize::from),
    }
}

/// With a work limit the search ends by itself, so that it does not depend on the machine.
fn time_limit(arguments: &PlanArguments, operation: &Operation) -> Option<Duration> {
    match (arguments.work, arguments.time) {
        (Some(_), _) => None,
        (None, Some(time)) => Some(time),
        (None, None) => Some(Duration::from_secs_f64(
            operation.policy.search.seconds.clamp(0.001, 86_400.0),
        )),
    }
}

pub(super) fn files_of(operation: &Operation, plan: &Plan, json: &str) -> place::Files {
    let mut files = airbridge_report::manifests(operation, plan);
    files.insert("plan.json".to_owned(), json.as_bytes().to_vec());
    files.insert(
        "plan.geojson".to_owned(),
        airbridge_report::geojson(operation, plan).into_bytes(),
    );
    files.insert(
        "report.html".to_owned(),
        airbridge_report::html(operation, plan).into_bytes(),
    );
    debug_assert!(
        files.keys().all(|name| place::is_of_a_plan(name)),
        "a later plan in the same folder replaces every file"
    );
    files
}

/// The checker refuses our own plan: a bug, said as such, and nothing is written.
pub(super) fn refused(violations: &[Finding]) -> ExitCode {
    eprintln!("bug: the planner made a plan that the checker refuses; nothing was written");
    show::findings_to_talk(violations);
    eprintln!(
        "hint: please report this with the operation's tables (they hold no names); another --seed may get you a plan"
    );
    ExitCode::from(BUG)
}
