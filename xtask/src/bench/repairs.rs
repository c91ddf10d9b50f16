//! How soon a plan in execution is repaired, and what more time brings.
//!
//! What is timed begins with the operation, the running plan and the events in memory, and ends with the first new plan that the checker has passed. The peer, in the
//! same run and on the same machine, is a first checked plan for the same operation from nothing, which knows of no past and no promise.

use std::sync::OnceLock;
use std::time::{Duration, Instant};

use airbridge_model::{Operation, Plan};
use airbridge_planner::{Planner, Searching, Settings, replan_watched};
use airbridge_progress::proceed;
use airbridge_solver::search::StopSignal;
use airbridge_testkit::disruptions::{KINDS, disruption};
use airbridge_testkit::examples::EXAMPLES;
use anyhow::{Context, Result, ensure};

use super::replans::{Achieved, chosen, median, objective, open_promises, plan, sound};

/// First repairs.
#[derive(clap::Args)]
pub(crate) struct Arguments {
    /// How often each kind of disruption is drawn for each example.
    #[arg(long, default_value_t = 5)]
    seeds: u64,
    /// Seconds that the search may go on.
    #[arg(long, default_value_t = 2.0)]
    seconds: f64,
    /// Work for the plan that is disrupted, once for each example.
    #[arg(long, default_value_t = 200_000)]
    parent_work: u64,
    /// Only these kinds of disruption.
    #[arg(long, value_delimiter = ',')]
    kinds: Vec<String>,
    /// Only these examples, by folder.
    #[arg(long, value_delimiter = ',')]
    examples: Vec<String>,
    /// Write the table here as well.
    #[arg(long)]
    out: Option<std::path::PathBuf>,
}

const HEADER: &str = "| disruption | example | repairs | first repair s | worst s | beside a first plan from nothing | promises kept | on time | kept, searched on | on time, searched on |\n|---|---|---:|---:|---:|---:|---:|---:|---:|---:|";

/// First plans from nothing for each example, of which the one in the middle counts.
const PEERS: usize = 3;

/// How often a look is taken.
const TICK: Duration = Duration::from_millis(1);

/// One repair.
struct Repair {
    first: Duration,
    /// A first plan from nothing.
    peer: Duration,
    at_first: Achieved,
    at_last: Achieved,
}

pub(crate) fn run(arguments: &Arguments) -> Result<()> {
    let kinds = chosen(&KINDS, &arguments.kinds, "kind of disruption")?;
    let folders = chosen(&EXAMPLES.map(|example| example.folder), &arguments.examples, "example")?;
    let mut table = vec![HEADER.to_owned()];
    println!("{HEADER}");
    for example in EXAMPLES.iter().filter(|example| folders.contains(&example.folder)) {
        let operation = example.generate();
        let parent = plan(&operation, arguments.parent_work)?;
        let mut peers = (0..PEERS)
            .map(|_| from_nothing(&operation))
            .collect::<Result<Vec<_>>>()?;
        peers.sort_unstable();
        let peer = peers[PEERS / 2];
        let mut all = Vec::new();
        for kind in &kinds {
            let mut repairs = Vec::new();
            for seed in 1..=arguments.seeds {
                let repair = repair((&operation, &parent), (kind, seed), peer, arguments.seconds);
                repairs.extend(repair.with_context(|| format!("{}, {kind}, seed {seed}", example.folder))?);
            }
            if !repairs.is_empty() {
                let row = row(kind, example.folder, &repairs);
                println!("{row}");
                table.push(row);
            }
            all.extend(repairs);
        }
        if !all.is_empty() {
            let row = row("all", example.folder, &all);
            println!("{row}");
            table.push(row);
        }
    }
    if let Some(out) = &arguments.out {
        std::fs::write(out, table.join("\n") + "\n").with_context(|| format!("{} cannot be written", out.display()))?;
    }
    Ok(())
}

/// `None` where there is nothing to disrupt.
fn repair(
    (operation, parent): (&Operation, &Plan),
    (kind, seed): (&str, u64),
    peer: Duration,
    seconds: f64,
) -> Result<Option<Repair>> {
    let Some((events, now)) = disruption(operation, parent, kind, seed) else {
        return Ok(None);
    };
    let settings = settings(seed);
    let stop = StopSignal::with_sight();
    let begun = Instant::now();
    let standing = proceed(operation, parent, "parent", &events, now)
        .map_err(|findings| anyhow::anyhow!("{}", findings[0]))?
        .operation;
    let seen = OnceLock::new();
    let beside = |planner: &Planner<'_>, searching: &Searching| {
        if let Some(plan) = first_look(planner, searching, &settings, &stop) {
            let sound = sound(planner.operation(), &plan).map(|()| (begun.elapsed(), plan));
            let _ = seen.set(sound);
        }
    };
    let made = super::search_until(&stop, seconds, || {
        replan_watched(standing.clone(), &settings, &stop, &beside)
    })?
    .context("replanning")?;
    let over = begun.elapsed();
    sound(&made.operation, &made.plan)?;
    // Over before anybody had looked: then what it gave is the first.
    let (first, plan) = match seen.into_inner() {
        Some(first) => first?,
        None => (over, made.plan.clone()),
    };
    let promises = open_promises(&standing);
    let (at_first, at_last) = (
        Achieved::of(&made.operation, &plan, &promises),
        Achieved::of(&made.operation, &made.plan, &promises),
    );
    ensure!(
        objective(&made.operation, &made.plan) >= objective(&made.operation, &plan),
        "searching on has made the plan worse"
    );
    Ok(Some(Repair {
        first,
        peer,
        at_first,
        at_last,
    }))
}

/// Time to a first checked plan for an operation that nothing was planned of.
fn from_nothing(operation: &Operation) -> Result<Duration> {
    let settings = settings(1);
    let stop = StopSignal::with_sight();
    let begun = Instant::now();
    let seen = OnceLock::new();
    Planner::new(operation)?.solve_watched(&settings, &stop, &|planner, searching| {
        if let Some(plan) = first_look(planner, searching, &settings, &stop) {
            let _ = seen.set(sound(operation, &plan).map(|()| begun.elapsed()));
        }
        stop.stop();
    })?;
    seen.into_inner()
        .context("a search that is not told to stop goes on until it is looked at")?
}

/// The first plan that there is.
fn first_look(planner: &Planner<'_>, searching: &Searching, settings: &Settings, stop: &StopSignal) -> Option<Plan> {
    while !searching.is_over() {
        if let Some(found) = planner.look(settings, stop) {
            return Some(found.plan);
        }
        std::thread::sleep(TICK);
    }
    None
}

fn settings(seed: u64) -> Settings {
    Settings {
        seed,
        work: None,
        threads: std::thread::available_parallelism().map_or(1, usize::from),
    }
}

fn row(kind: &str, example: &str, repairs: &[Repair]) -> String {
    let mut seconds: Vec<f64> = repairs.iter().map(|repair| repair.first.as_secs_f64()).collect();
    seconds.sort_by(f64::total_cmp);
    let median = median(&seconds).expect("there is a repair");
    let worst = seconds[seconds.len() - 1];
    let mean = |figure: &dyn Fn(&Repair) -> i64| {
        let sum: i64 = repairs.iter().map(figure).sum();
        sum as f64 / repairs.len() as f64
    };
    format!(
        "| {kind} | {example} | {} | {median:.3} | {worst:.3} | {:.2} | {:.1} | {:.1} | {:.1} | {:.1} |",
        repairs.len(),
        median / repairs[0].peer.as_secs_f64(),
        mean(&|repair| repair.at_first.kept as i64),
        mean(&|repair| repair.at_first.on_time),
        mean(&|repair| repair.at_last.kept as i64),
        mean(&|repair| repair.at_last.on_time),
    )
}
