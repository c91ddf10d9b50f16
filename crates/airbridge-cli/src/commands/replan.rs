//! `airbridge replan`: read what has happened, plan anew, check, tell who is told what, write.

use std::path::Path;
use std::process::ExitCode;
use std::time::{Duration, Instant};

use airbridge_app::planning::{Again, Failure, Watch, again};
use airbridge_model::{Operation, Plan};
use airbridge_planner::{Planner, Searching, Settings};
use airbridge_progress::Diff;
use anyhow::Result;

use super::plan::{files_of, refused};
use super::standing::{Standing, standing};
use crate::arguments::{ReplanArguments, UnderWay};
use crate::progress::watched;
use crate::{files, place, show};

pub(crate) fn run(arguments: &ReplanArguments) -> Result<ExitCode> {
    let begun = Instant::now();
    if let Some(out) = &arguments.out {
        place::refuse_foreign(out)?;
    }
    let made = match replanned(&arguments.under_way, &arguments.events)? {
        Ok(made) => made,
        Err(status) => return Ok(status),
    };
    let json = airbridge_interchange::plan_file::to_json(&made.plan);
    let text = airbridge_report::changes(&made.operation, &made.diff);
    let changes = serde_json::to_string_pretty(&airbridge_report::changes_json(&made.diff))? + "\n";
    let shown = if arguments.under_way.json {
        show::out(&changes)
    } else {
        let summary = airbridge_report::summary_within(&made.operation, &made.plan, show::columns());
        show::out(&format!("{summary}\n{text}"))
    };
    if let Some(out) = &arguments.out {
        let mut written = files_of(&made.operation, &made.plan, &json);
        let page = airbridge_report::html_with_changes(&made.operation, &made.plan, &made.diff);
        written.insert("report.html".to_owned(), page.into_bytes());
        written.insert("changes.txt".to_owned(), text.into_bytes());
        written.insert("changes.json".to_owned(), changes.into_bytes());
        place::plan_folder(out, &written)?;
    }
    shown?;
    for mission in &made.set_down {
        eprintln!(
            "note: mission {mission} goes on without those on board, who get off where it is, or where it lands next"
        );
    }
    for mission in &made.stranded {
        eprintln!("note: mission {mission} could not go on by any rule; it ends where it is, or where it lands next");
    }
    let first = match made.first_after {
        Some(after) => format!(" (a first repair, checked, after {:.2} s)", after.as_secs_f64()),
        None => String::new(),
    };
    eprintln!(
        "checked: no rule is broken and nothing that has happened is changed; {:.1} s{first}",
        begun.elapsed().as_secs_f64()
    );
    match &arguments.out {
        Some(out) => eprintln!(
            "wrote {}; open {}",
            out.display(),
            show::quoted(&out.join("report.html"))
        ),
        None => eprintln!("nothing was written; add --out DIR for the plan, the report and the lists of changes"),
    }
    Ok(ExitCode::SUCCESS)
}

/// A checked replan and what it changes.
pub(super) struct Made {
    pub(super) operation: Operation,
    pub(super) parent: Plan,
    pub(super) plan: Plan,
    pub(super) diff: Diff,
    pub(super) set_down: Vec<airbridge_units::MissionId>,
    pub(super) stranded: Vec<airbridge_units::MissionId>,
    /// How long it took, with reading the files, until there was a first plan that the checker had passed. `None` where the search was over before anybody had looked.
    first_after: Option<Duration>,
}

/// Reads, replans and checks; or says on standard error what is wrong and gives the exit status.
pub(super) fn replanned(under_way: &UnderWay, events: &Path) -> Result<Result<Made, ExitCode>> {
    let watch = Watch::default();
    let Some(operation) = files::sound_operation(&under_way.operation)? else {
        return Ok(Err(ExitCode::from(1)));
    };
    let Some(Standing {
        operation: standing,
        parent,
    }) = standing(&operation, &under_way.plan, events, under_way.now)?
    else {
        return Ok(Err(ExitCode::from(1)));
    };
    let settings = settings(under_way, &operation);
    let limit = limit(under_way, &operation);
    let what = format!("{} patients", operation.patients.len());
    let beside = |planner: &Planner<'_>, searching: &Searching| watch.look_on(planner, searching, &settings);
    let made = watched(watch.stop(), limit, &what, || {
        again(
            standing,
            &parent,
            operation.planned_at,
            &settings,
            watch.stop(),
            &beside,
        )
    })?;
    let Again {
        operation,
        plan,
        diff,
        set_down,
        stranded,
    } = match made {
        Ok(made) => made,
        Err(Failure::Refused(violations)) => return Ok(Err(refused(&violations))),
        Err(Failure::Planner(error)) => return Err(error.into()),
        Err(other) => return Err(other.into()),
    };
    Ok(Ok(Made {
        operation,
        parent,
        plan,
        diff,
        set_down,
        stranded,
        first_after: watch.seen(|seen| seen.first.as_ref().map(|first| first.after)),
    }))
}

fn settings(under_way: &UnderWay, operation: &Operation) -> Settings {
    let cores = std::thread::available_parallelism().map_or(1, usize::from);
    Settings {
        seed: under_way.seed.unwrap_or(operation.policy.search.seed),
        work: under_way.work,
        threads: under_way.threads.map_or(cores, usize::from),
    }
}

fn limit(under_way: &UnderWay, operation: &Operation) -> Option<Duration> {
    match (under_way.work, under_way.time) {
        (Some(_), _) => None,
        (None, Some(time)) => Some(time),
        (None, None) => Some(Duration::from_secs_f64(
            operation.policy.search.seconds.clamp(0.001, 86_400.0),
        )),
    }
}
