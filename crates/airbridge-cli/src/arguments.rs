//! The command line: what can be asked, and the help that says so.

use std::path::PathBuf;
use std::time::Duration;

use crate::serving::{
    AuditArguments, BackupArguments, ConfigArguments, DemoArguments, MigrateArguments, RestoreArguments,
    ServeArguments, UserArguments, WorkerArguments,
};
use clap::builder::TypedValueParser;
use clap::{Args, Parser, Subcommand, ValueEnum};

/// Plans cross-border medical evacuations: which hospital takes each patient, which aircraft carries them, when, by which
/// way, with whose permission.
#[derive(Debug, Parser)]
#[command(name = "airbridge", bin_name = "airbridge", version, max_term_width = 100, arg_required_else_help = true, after_help = EXAMPLES)]
pub(crate) struct Cli {
    #[command(subcommand)]
    pub(crate) command: Command,
}

const EXAMPLES: &str = "\
Examples:
  airbridge new my-operation                   start from an annotated template
  airbridge validate my-operation              list everything that is wrong
  airbridge plan my-operation --out my-plan    plan; open my-plan/report.html
  airbridge check my-operation my-plan         check the plan once more
  airbridge replan my-operation my-plan --events events.json --now TIME
                                               what has happened stays
  airbridge explain my-operation my-plan patient P017   say why

Exit status:
  0   done
  1   findings: errors in the tables, or a plan that breaks a rule
  2   could not be done: wrong command line, or a file that cannot be read
      or written
  70  a bug of the program

Data goes to standard output, everything else to standard error.";

const AFTER_PLAN: &str = "\
Without --out nothing is written. The files of an earlier plan in DIR are
replaced. Every plan is checked before it is shown; one that breaks a rule is
a bug and never shown.

Ctrl-C ends the search with the best plan so far; pressed again it gives up.";

const AFTER_REPLAN: &str = "\
The events file is JSON or CSV (see docs/events-format.md) and holds all that
has been reported since the first plan; events after --now are not known yet.
Where nobody reports otherwise, what was planned has happened.

Exit status:
  0   done
  1   findings in the tables, the plan or the events; nothing is written
  2   could not be done
  70  a bug of the program";

const AFTER_ROLL: &str = "\
A request is known from its clock's start, beds some days before they are
offered. Aircraft, crews, fields, permissions, beds and patients are disrupted
by chance (docs/roll.md has the rates, all synthetic), and most of those who
are well again ask for the way home, which fills empty seats.

DIR must not exist yet. It gets roll.html, roll.txt and roll.json; steps.csv
and requests.csv; and start.xlsx, first-plan.json, events.json and
last-plan.json, from which any day can be planned again with replan.

Exit status:
  0   done: every plan was checked, nobody was in two places or in none
  1   findings in the tables
  2   could not be done
  70  a bug of the program";

const AFTER_CHECK: &str = "\
A plan that `airbridge replan` made is checked against the same events and the
plan that it replaces, so that rule 11 is too: what had happened is unchanged.
  airbridge check my-operation new-plan --parent my-plan --events events.json

Exit status:
  0   sound: no rule is broken
  1   rules are broken; each violation is named by rule, place and figure
  2   no verdict: the operation, the plan or what it replaces cannot be read";

const AFTER_EVALUATE: &str = "\
Exit status:
  0   sound: no rule is broken
  1   rules are broken; each violation is named by rule, place and figure
  2   no verdict: the operation or the plan cannot be read";

const AFTER_EXPLAIN: &str = "\
Every statement is found by trying: alternatives in the plan as it stands, and
what it would take by changing a copy of the operation and planning with it.
What could be had only by moving others is not found.

A plan that `airbridge replan` made needs --parent and --events, as `check` does.

Exit status:
  0   explained
  2   nothing to explain: no such patient, mission or offer, or a file that
      cannot be read";

const AFTER_SOLVE: &str = "\
Formats: darp (Cordeau & Laporte 2003, Cordeau 2006), li-lim (Li & Lim 2003),
sartori-buriol (Sartori & Buriol 2020). Routes are checked anew before they
are shown; ones that break a rule are a bug and never shown.

Exit status:
  0   every request is served
  1   requests are left out: the fleet is too small, or the search too short
  2   the instance cannot be read, or the solution not written
  70  a bug of the program";

#[derive(Debug, Subcommand)]
pub(crate) enum Command {
    /// Write an annotated template of an operation
    New(NewArguments),
    /// List everything that is wrong with an operation, with place and remedy
    Validate(ValidateArguments),
    /// Plan an operation, check the plan, and show or write it
    #[command(after_help = AFTER_PLAN)]
    Plan(PlanArguments),
    /// Check a plan against its operation, independently of the planner
    #[command(after_help = AFTER_CHECK)]
    Check(CheckArguments),
    /// Plan an operation under way anew: what has happened stays, what was promised is kept as far as it can be
    #[command(after_help = AFTER_REPLAN, override_usage = "airbridge replan <OPERATION> <PLAN> --events <FILE> --now <TIME>")]
    Replan(ReplanArguments),
    /// Compare what events would change with the plan that runs, without adopting anything
    #[command(override_usage = "airbridge what-if <OPERATION> <PLAN> --with <FILE> --now <TIME>")]
    WhatIf(WhatIfArguments),
    /// Measure and check a plan that a person wrote or changed
    #[command(after_help = AFTER_EVALUATE)]
    Evaluate(EvaluateArguments),
    /// Replay an operation step by step with what might happen on the way, each step planned with what was known then
    #[command(after_help = AFTER_ROLL, override_usage = "airbridge roll <OPERATION> --out <DIR> [OPTIONS]")]
    Roll(RollArguments),
    /// Say why: why this patient, hospital, aircraft and hour, and what it would take to have it otherwise
    #[command(after_help = AFTER_EXPLAIN)]
    Explain(ExplainArguments),
    /// Print the JSON Schema of a format
    Schema(SchemaArguments),
    /// Make tables of airfields
    Airfields(AirfieldsArguments),
    /// Generate a synthetic operation of any size
    Generate(GenerateArguments),
    /// Solve a public instance of dial-a-ride or pickup and delivery with the solver that plans operations
    #[command(after_help = AFTER_SOLVE)]
    Solve(SolveArguments),
    /// Turn an operation's folder into a workbook, or a workbook into a folder
    Convert(ConvertArguments),
    /// Hold standing operations for many people, over HTTP
    Serve(ServeArguments),
    /// Try it: a throw-away record with synthetic people, an account for each role
    Demo(DemoArguments),
    /// Do the planning jobs of a record on this machine
    Worker(WorkerArguments),
    /// Open accounts, list them, set passwords
    User(UserArguments),
    /// Write one consistent file of a record while it is in use
    Backup(BackupArguments),
    /// Read a backup into an empty store
    Restore(RestoreArguments),
    /// Bring a store up to this version of the program
    Migrate(MigrateArguments),
    /// Say which settings would be used
    Config(ConfigArguments),
    /// Prove that audit and log are as they were written
    Audit(AuditArguments),
}

#[derive(Debug, Args)]
pub(crate) struct NewArguments {
    /// Folder to make, or a file ending in .xlsx for one workbook; must not exist yet
    pub(crate) target: PathBuf,
}

#[derive(Debug, Args)]
pub(crate) struct ValidateArguments {
    /// Folder with operation.toml and the tables, or one .xlsx workbook
    pub(crate) operation: PathBuf,
    /// Print the findings as JSON
    #[arg(long)]
    pub(crate) json: bool,
}

#[derive(Debug, Args)]
pub(crate) struct PlanArguments {
    /// Folder with operation.toml and the tables, or one .xlsx workbook
    pub(crate) operation: PathBuf,
    /// Write the plan here: plan.json, report.html, plan.geojson and CSV manifests
    #[arg(long, value_name = "DIR")]
    pub(crate) out: Option<PathBuf>,
    /// Search this long, such as 500ms, 10s, 2m, 1h; by default as long as the operation says
    #[arg(long, value_name = "TIME", value_parser = duration, conflicts_with = "work")]
    pub(crate) time: Option<Duration>,
    /// Search for this much work instead of a time, such as 200000: the same N and seed give the same plan on every machine
    #[arg(long, value_name = "N")]
    pub(crate) work: Option<u64>,
    /// Random seed; by default the operation's
    #[arg(long, value_name = "N")]
    pub(crate) seed: Option<u64>,
    /// Threads to search with, by default one for each core; they change the speed, not what N units of work find
    #[arg(long, value_name = "N", value_parser = clap::value_parser!(u16).range(1..))]
    pub(crate) threads: Option<u16>,
    /// Print the plan as JSON instead of the summary
    #[arg(long)]
    pub(crate) json: bool,
}

/// An operation, the plan that runs, what has happened, and how to search.
#[derive(Debug, Args)]
pub(crate) struct UnderWay {
    /// Folder with operation.toml and the tables, or one .xlsx workbook
    pub(crate) operation: PathBuf,
    /// The folder of the plan that runs, or its plan.json
    pub(crate) plan: PathBuf,
    /// The time from which to plan, such as 2017-02-03T08:00:00Z
    #[arg(long, value_name = "TIME")]
    pub(crate) now: jiff::Timestamp,
    /// Search this long, such as 500ms, 10s, 2m, 1h; by default as long as the operation says
    #[arg(long, value_name = "TIME", value_parser = duration, conflicts_with = "work")]
    pub(crate) time: Option<Duration>,
    /// Search for this much work instead of a time: the same N and seed give the same plan on every machine
    #[arg(long, value_name = "N")]
    pub(crate) work: Option<u64>,
    /// Random seed; by default the operation's
    #[arg(long, value_name = "N")]
    pub(crate) seed: Option<u64>,
    /// Threads to search with, by default one for each core
    #[arg(long, value_name = "N", value_parser = clap::value_parser!(u16).range(1..))]
    pub(crate) threads: Option<u16>,
    /// Print JSON instead of text
    #[arg(long)]
    pub(crate) json: bool,
}

#[derive(Debug, Args)]
pub(crate) struct ReplanArguments {
    #[command(flatten)]
    pub(crate) under_way: UnderWay,
    /// What has happened and what was learnt: a .json or .csv file
    #[arg(long, value_name = "FILE")]
    pub(crate) events: PathBuf,
    /// Write the new plan here, with changes.txt and changes.json for those who have to be told
    #[arg(long, value_name = "DIR")]
    pub(crate) out: Option<PathBuf>,
}

#[derive(Debug, Args)]
pub(crate) struct WhatIfArguments {
    #[command(flatten)]
    pub(crate) under_way: UnderWay,
    /// What might happen: a .json or .csv file
    #[arg(long = "with", value_name = "FILE")]
    pub(crate) with: PathBuf,
}

#[derive(Debug, Args)]
pub(crate) struct RollArguments {
    /// Folder with operation.toml and the tables, or one .xlsx workbook
    pub(crate) operation: PathBuf,
    /// The first plan is made at the begin of this day (UTC), such as 2022-08-15; by default when the operation begins
    #[arg(long, value_name = "DAY")]
    pub(crate) from: Option<jiff::civil::Date>,
    /// The last plan is made at the begin of this day (UTC); by default when the operation ends
    #[arg(long, value_name = "DAY")]
    pub(crate) to: Option<jiff::civil::Date>,
    /// A plan every so often, such as 1d or 12h
    #[arg(long, value_name = "TIME", value_parser = span, default_value = "1d")]
    pub(crate) every: Duration,
    /// Disruptions so many times as often as the standard; 0: none
    #[arg(long, value_name = "FACTOR", default_value_t = 1.0, value_parser = factor)]
    pub(crate) disruptions: f64,
    /// Beds become known so long before the day from which they are offered
    #[arg(long, value_name = "TIME", value_parser = span, default_value = "7d")]
    pub(crate) bed_notice: Duration,
    /// Random seed of chance and search; by default the operation's
    #[arg(long, value_name = "N")]
    pub(crate) seed: Option<u64>,
    /// Search for this much work at each step: the same N and seed give the same replay on every machine
    #[arg(long, value_name = "N", default_value_t = 2_000)]
    pub(crate) work: u64,
    /// Threads to search with, by default one for each core
    #[arg(long, value_name = "N", value_parser = clap::value_parser!(u16).range(1..))]
    pub(crate) threads: Option<u16>,
    /// Write the replay here; must not exist yet
    #[arg(long, value_name = "DIR")]
    pub(crate) out: PathBuf,
    /// Print the figures as JSON instead of text
    #[arg(long)]
    pub(crate) json: bool,
}

#[derive(Debug, Args)]
pub(crate) struct SolveArguments {
    /// The instance file
    pub(crate) file: PathBuf,
    /// Its format; by default the one that it looks like
    #[arg(long, value_name = "FORMAT", value_parser = clap::builder::PossibleValuesParser::new(airbridge_instances::Format::NAMES.map(|(name, _)| name)).map(|name| name.parse::<airbridge_instances::Format>().expect("one of the names")))]
    pub(crate) format: Option<airbridge_instances::Format>,
    /// Search this long, such as 500ms, 10s, 2m, 1h
    #[arg(long, value_name = "TIME", value_parser = duration, conflicts_with = "work", default_value = "10s")]
    pub(crate) time: Duration,
    /// Search for this much work instead of a time: the same N and seed give the same routes on every machine
    #[arg(long, value_name = "N")]
    pub(crate) work: Option<u64>,
    /// Threads to search with; they change the speed, not what N units of work find
    #[arg(long, value_name = "N", default_value_t = 1, value_parser = clap::value_parser!(u16).range(1..))]
    pub(crate) threads: u16,
    /// Random seed
    #[arg(long, value_name = "N", default_value_t = 1)]
    pub(crate) seed: u64,
    /// Write the routes here, as {"routes": [[node, ...], ...]} with the depot left out; must not exist yet
    #[arg(long, value_name = "SOLUTION.json")]
    pub(crate) out: Option<PathBuf>,
    /// Print the figures and the routes as JSON
    #[arg(long)]
    pub(crate) json: bool,
}

/// What a plan that replaces another was made with.
#[derive(Debug, Args)]
pub(crate) struct Before {
    /// For a plan that replaces another: that one's folder, or its plan.json
    #[arg(long, value_name = "PLAN", requires = "events")]
    pub(crate) parent: Option<PathBuf>,
    /// And the events that it was made with: a .json or .csv file
    #[arg(long, value_name = "FILE", requires = "parent")]
    pub(crate) events: Option<PathBuf>,
    /// And the time from which it was made, by default as the plan says
    #[arg(long, value_name = "TIME", requires = "events")]
    pub(crate) now: Option<jiff::Timestamp>,
}

#[derive(Debug, Args)]
pub(crate) struct CheckArguments {
    /// Folder or workbook of the operation
    pub(crate) operation: PathBuf,
    /// The plan's folder, or its plan.json
    pub(crate) plan: PathBuf,
    #[command(flatten)]
    pub(crate) before: Before,
    /// Print the findings as JSON
    #[arg(long)]
    pub(crate) json: bool,
}

#[derive(Debug, Args)]
pub(crate) struct EvaluateArguments {
    /// Folder or workbook of the operation
    pub(crate) operation: PathBuf,
    /// The plan's folder, or its plan.json
    pub(crate) plan: PathBuf,
    #[command(flatten)]
    pub(crate) before: Before,
    /// Print measures and findings as JSON
    #[arg(long)]
    pub(crate) json: bool,
}

#[derive(Debug, Args)]
pub(crate) struct ExplainArguments {
    /// Folder or workbook of the operation
    pub(crate) operation: PathBuf,
    /// The plan's folder, or its plan.json
    pub(crate) plan: PathBuf,
    /// What is asked about
    pub(crate) what: Subject,
    /// Its name in the tables, or in the plan
    pub(crate) id: String,
    #[command(flatten)]
    pub(crate) before: Before,
    /// Print the explanation as JSON
    #[arg(long)]
    pub(crate) json: bool,
}

#[derive(Clone, Copy, Debug, ValueEnum)]
pub(crate) enum Subject {
    /// Why a patient is moved so, or what it would take
    Patient,
    /// What a mission is for, and how else it could be flown
    Mission,
    /// Who is in the beds of an offer, and who is not
    Offer,
}

#[derive(Debug, Args)]
pub(crate) struct SchemaArguments {
    /// Which format
    pub(crate) format: Format,
}

#[derive(Clone, Copy, Debug, ValueEnum)]
pub(crate) enum Format {
    /// The tables of an operation
    Operation,
    /// The plan file, plan.json
    Plan,
    /// Events of an operation under way, as JSON
    Events,
}

#[derive(Debug, Args)]
pub(crate) struct AirfieldsArguments {
    #[command(subcommand)]
    pub(crate) command: AirfieldsCommand,
}

#[derive(Debug, Subcommand)]
pub(crate) enum AirfieldsCommand {
    /// Read OurAirports' airports.csv and runways.csv into airfields.csv and runways.csv of an operation
    Import(ImportArguments),
}

#[derive(Debug, Args)]
pub(crate) struct ImportArguments {
    /// OurAirports' airports.csv
    pub(crate) airports: PathBuf,
    /// OurAirports' runways.csv
    pub(crate) runways: PathBuf,
    /// Folder to write airfields.csv and runways.csv to; files that are there are kept unless --replace is given
    #[arg(long, value_name = "DIR")]
    pub(crate) out: PathBuf,
    /// Take only these airfields (OurAirports' ident), separated by commas
    #[arg(long, value_name = "IDENT", value_delimiter = ',')]
    pub(crate) only: Vec<String>,
    /// Take only airfields in these states (ISO 3166-1 alpha-2), separated by commas
    #[arg(long, value_name = "STATE", value_delimiter = ',')]
    pub(crate) state: Vec<String>,
    /// Replace files that are there already
    #[arg(long)]
    pub(crate) replace: bool,
}

#[derive(Debug, Args)]
pub(crate) struct GenerateArguments {
    /// Which family
    pub(crate) family: Family,
    /// Number of patients
    #[arg(long, value_name = "N", value_parser = clap::value_parser!(u32).range(1..=100_000))]
    pub(crate) patients: u32,
    /// Random seed: the same numbers give the same operation
    #[arg(long, value_name = "S", default_value_t = 1)]
    pub(crate) seed: u64,
    /// Folder to make, or a file ending in .xlsx; must not exist yet
    #[arg(long, value_name = "DIR")]
    pub(crate) out: PathBuf,
}

#[derive(Clone, Copy, Debug, ValueEnum)]
pub(crate) enum Family {
    /// Wounded from Benghazi through Cairo to Russia, after February 2017
    Benghazi,
    /// A standing hub at Rzeszow for patients from Ukraine, after 2022
    Hub,
    /// A waiting list out of Gaza with a crossing quota
    WaitingList,
}

#[derive(Debug, Args)]
pub(crate) struct ConvertArguments {
    /// Folder or workbook to read
    pub(crate) from: PathBuf,
    /// Folder to make, or a file ending in .xlsx; must not exist yet
    pub(crate) to: PathBuf,
}

/// Reads a time of days or less, such as "1d", "12h" or "30m".
fn span(text: &str) -> Result<Duration, String> {
    let days = |days: &str| days.parse::<u32>().ok().filter(|days| (1..=366).contains(days));
    match text.strip_suffix('d') {
        Some(number) => days(number)
            .map(|days| Duration::from_hours(24 * u64::from(days)))
            .ok_or_else(|| format!("{text:?} is not a number of days from 1 to 366; write 1d, 12h or 30m")),
        None => duration(text).map(|time| Duration::from_secs(time.as_secs().max(60))),
    }
}

/// Reads a factor of at most a hundred.
fn factor(text: &str) -> Result<f64, String> {
    text.parse()
        .ok()
        .filter(|factor| (0.0..=100.0).contains(factor))
        .ok_or_else(|| format!("{text:?} is not a number from 0 to 100"))
}

/// Reads "500ms", "10s", "2m", "1h", or a bare number of seconds.
fn duration(text: &str) -> Result<Duration, String> {
    let split = text
        .find(|c: char| !c.is_ascii_digit() && c != '.')
        .unwrap_or(text.len());
    let (number, unit) = text.split_at(split);
    let number: f64 = number
        .parse()
        .map_err(|_| format!("{text:?} is not a time; write 500ms, 10s, 2m or 1h"))?;
    let seconds = match unit {
        "ms" => number / 1000.0,
        "" | "s" => number,
        "m" | "min" => number * 60.0,
        "h" => number * 3600.0,
        _ => return Err(format!("{unit:?} is not a unit of time; write ms, s, m or h")),
    };
    if seconds > 0.0 && seconds <= 30.0 * 86_400.0 {
        Ok(Duration::from_secs_f64(seconds))
    } else {
        Err("the time must be more than nothing and at most 30 days".to_owned())
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use clap::CommandFactory;

    #[test]
    fn the_command_line_is_well_formed() {
        Cli::command().debug_assert();
    }

    #[test]
    fn times_are_read_with_units() {
        assert_eq!(duration("500ms"), Ok(Duration::from_millis(500)));
        assert_eq!(duration("2m"), Ok(Duration::from_mins(2)));
        assert_eq!(duration("1.5"), Ok(Duration::from_millis(1500)));
        for bad in ["", "s", "0s", "10 s", "ten", "5d", "-1s", "1e99h"] {
            assert!(duration(bad).is_err(), "{bad}");
        }
    }
}
