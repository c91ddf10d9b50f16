//! `airbridge roll`: an operation replayed step by step with what might happen, each step planned with what was known then.

use std::collections::BTreeMap;
use std::process::ExitCode;
use std::time::Instant;

use airbridge_model::{Horizon, Operation};
use airbridge_report::Rolled as Shown;
use airbridge_rolling::{RollError, Rolled, Settings};
use airbridge_testkit::course::{self, Course, Rates};
use anyhow::Result;
use jiff::civil::Date;
use jiff::tz::TimeZone;
use jiff::{SignedDuration, Timestamp};

use super::plan::BUG;
use crate::arguments::RollArguments;
use crate::fault::hinted;
use crate::progress::stepping;
use crate::{files, place, show};

pub(crate) fn run(arguments: &RollArguments) -> Result<ExitCode> {
    let begun = Instant::now();
    place::refuse_taken(&arguments.out)?;
    let Some(mut operation) = files::sound_operation(&arguments.operation)? else {
        return Ok(ExitCode::from(1));
    };
    let settings = settings(arguments, &operation)?;
    course::open_homes(&mut operation);
    let seed = settings.search.seed;
    let mut chance = Course::new(Rates::STANDARD.times(arguments.disruptions), seed);
    let made = stepping(&settings, |stop, each| {
        let mut course = |operation: &Operation, plan: &_, from, to| chance.between(operation, plan, from, to);
        airbridge_rolling::roll(&operation, &settings, &mut course, stop, each)
    })?;
    let rolled = match made {
        Ok(rolled) => rolled,
        Err(error) => return refused(error),
    };
    let words = format!(
        "disruptions {} times as often as the standard, seed {seed}",
        arguments.disruptions
    );
    let shown = Shown {
        operation: &rolled.operation,
        plan: &rolled.plan,
        steps: &rolled.steps,
        service: &rolled.service,
        chance: &words,
    };
    let json = serde_json::to_string_pretty(&airbridge_report::rolled_json(&shown))? + "\n";
    place::new_folder(&arguments.out, &files_of(&rolled, &shown, &json))?;
    show::out(
        if arguments.json {
            json
        } else {
            airbridge_report::rolled(&shown)
        }
        .as_str(),
    )?;
    eprintln!(
        "checked: no plan breaks a rule, and everybody was in exactly one place at every step; {} plans, {:.1} s",
        rolled.steps.len(),
        begun.elapsed().as_secs_f64()
    );
    eprintln!(
        "wrote {}; open {}",
        arguments.out.display(),
        show::quoted(&arguments.out.join("roll.html"))
    );
    Ok(ExitCode::SUCCESS)
}

fn settings(arguments: &RollArguments, operation: &Operation) -> Result<Settings> {
    let Horizon { from, to } = operation.horizon;
    let midnight = |day: Option<Date>, otherwise: Timestamp| -> Result<Timestamp> {
        let Some(day) = day else { return Ok(otherwise) };
        Ok(day.to_zoned(TimeZone::UTC)?.timestamp())
    };
    let from = midnight(arguments.from, from)?;
    let to = midnight(arguments.to, to)?;
    let every = SignedDuration::try_from(arguments.every)?;
    let steps = to.duration_since(from).as_secs_f64() / every.as_secs_f64();
    if steps > MOST_STEPS {
        return Err(hinted(
            format!("{steps:.0} steps are more than {MOST_STEPS:.0}"),
            "give a longer --every, or fewer days with --from and --to",
        ));
    }
    let cores = std::thread::available_parallelism().map_or(1, usize::from);
    Ok(Settings {
        from,
        to,
        every,
        bed_notice: SignedDuration::try_from(arguments.bed_notice)?,
        search: airbridge_planner::Settings {
            seed: arguments.seed.unwrap_or(operation.policy.search.seed),
            work: Some(arguments.work),
            threads: arguments.threads.map_or(cores, usize::from),
        },
    })
}

/// A year of hours.
const MOST_STEPS: f64 = 8_800.0;

fn files_of(rolled: &Rolled, shown: &Shown<'_>, json: &str) -> place::Files {
    let mut files: place::Files = BTreeMap::new();
    files.insert(
        "roll.html".to_owned(),
        airbridge_report::rolled_html(shown).into_bytes(),
    );
    files.insert("roll.json".to_owned(), json.as_bytes().to_vec());
    files.insert("roll.txt".to_owned(), airbridge_report::rolled(shown).into_bytes());
    files.insert("steps.csv".to_owned(), airbridge_report::rolled_steps_csv(shown));
    files.insert("requests.csv".to_owned(), airbridge_report::rolled_requests_csv(shown));
    let events = airbridge_interchange::write_events(&rolled.events);
    files.insert("events.json".to_owned(), events.into_bytes());
    files.insert(
        "start.xlsx".to_owned(),
        airbridge_interchange::write_workbook(&rolled.start),
    );
    let plan = |plan| airbridge_interchange::plan_file::to_json(plan).into_bytes();
    files.insert("first-plan.json".to_owned(), plan(&rolled.first));
    files.insert("last-plan.json".to_owned(), plan(&rolled.plan));
    files
}

fn refused(error: RollError) -> Result<ExitCode> {
    match error {
        RollError::Span(what) => Err(hinted(what, "give --from and --to within the operation's horizon")),
        RollError::Broken { at, findings } | RollError::Events { at, findings } => {
            eprintln!("bug: the replay went wrong at {at}; nothing was written");
            show::findings_to_talk(&findings);
            eprintln!("hint: please report this with the operation's tables (they hold no names) and the command");
            Ok(ExitCode::from(BUG))
        }
        RollError::Plan { .. } => Err(error.into()),
    }
}
