//! Plans in execution, disrupted in every way: each replan is checked, and nothing that has happened may move.

use std::sync::Mutex;
use std::sync::atomic::{AtomicU64, Ordering};
use std::time::Instant;

use airbridge_model::{Operation, Plan};
use airbridge_planner::{Planner, Replanned, Settings};
use airbridge_solver::search::StopSignal;
use airbridge_testkit::disruptions::{KINDS, disruption};
use airbridge_testkit::generate::{Family, varied};
use anyhow::{Context, Result, bail};

/// Disrupt plans in execution and check each replan.
#[derive(clap::Args)]
pub(crate) struct Arguments {
    /// How many operations; each is disrupted once in every way.
    #[arg(long, default_value_t = 60)]
    operations: u64,
    /// The first seed.
    #[arg(long, default_value_t = 1)]
    from: u64,
    /// Work for each plan and replan.
    #[arg(long, default_value_t = 4_000)]
    work: u64,
    /// Threads; each has operations of its own.
    #[arg(long, default_value_t = 2)]
    threads: u64,
}

#[derive(Default)]
struct Tally {
    replans: u64,
    nothing: u64,
    promised: u64,
    changed: u64,
    set_down: usize,
    stranded: usize,
    untouched: Vec<f64>,
    refused: Vec<String>,
}

pub(crate) fn run(arguments: &Arguments) -> Result<()> {
    let begun = Instant::now();
    let next = AtomicU64::new(arguments.from);
    let last = arguments.from + arguments.operations;
    let tally = Mutex::new(Tally::default());
    std::thread::scope(|scope| {
        for _ in 0..arguments.threads.max(1) {
            scope.spawn(|| {
                loop {
                    let seed = next.fetch_add(1, Ordering::Relaxed);
                    if seed >= last {
                        return;
                    }
                    one(seed, arguments.work, &tally);
                }
            });
        }
    });
    let mut tally = tally.into_inner().expect("no thread panicked");
    tally.untouched.sort_by(f64::total_cmp);
    let median = tally.untouched.get(tally.untouched.len() / 2).copied().unwrap_or(1.0);
    println!(
        "{} replans, {} without anything to disrupt; of {} promises {} changed; kept in the median run: {:.1} %; {} missions go on without those on board, {} end where they are; {} refused; {:.0} s",
        tally.replans,
        tally.nothing,
        tally.promised,
        tally.changed,
        100.0 * median,
        tally.set_down,
        tally.stranded,
        tally.refused.len(),
        begun.elapsed().as_secs_f64()
    );
    for line in tally.refused.iter().take(60) {
        println!("  {line}");
    }
    if !tally.refused.is_empty() {
        bail!("{} replans break a rule", tally.refused.len());
    }
    Ok(())
}

fn one(seed: u64, work: u64, tally: &Mutex<Tally>) {
    let family = [Family::Benghazi, Family::Hub, Family::WaitingList][(seed % 3) as usize];
    let operation = varied(family, seed);
    let settings = Settings {
        seed,
        work: Some(work),
        threads: 1,
    };
    let Ok(parent) = plan(&operation, &settings) else {
        tally
            .lock()
            .expect("no thread panicked")
            .refused
            .push(format!("varied({family:?}, {seed}): no first plan"));
        return;
    };
    for kind in KINDS {
        let name = format!("varied({family:?}, {seed}), {kind}");
        let result = std::panic::catch_unwind(|| replan(&operation, &parent, kind, seed, &settings));
        let mut tally = tally.lock().expect("no thread panicked");
        match result {
            Ok(Ok(None)) => tally.nothing += 1,
            Ok(Ok(Some(Replanned {
                operation,
                plan,
                set_down,
                stranded,
            }))) => {
                tally.replans += 1;
                tally.set_down += set_down.len();
                tally.stranded += stranded.len();
                let findings = airbridge_check::check(&operation, &plan);
                let promised = parent.journeys.len() as u64;
                let changed = u64::from(plan.measures.commitments_broken);
                tally.promised += promised;
                tally.changed += changed;
                tally.untouched.push(1.0 - changed as f64 / promised.max(1) as f64);
                if let Some(first) = findings.first() {
                    tally
                        .refused
                        .push(format!("{name}: {} violations, first: {first}", findings.len()));
                }
            }
            Ok(Err(error)) => tally.refused.push(format!("{name}: {error:#}")),
            Err(_) => tally.refused.push(format!("{name}: panic")),
        }
    }
}

/// A plan's operation as it stands after a disruption, and the new plan.
fn replan(
    operation: &Operation,
    parent: &Plan,
    kind: &str,
    seed: u64,
    settings: &Settings,
) -> Result<Option<Replanned>> {
    let Some((events, now)) = disruption(operation, parent, kind, seed) else {
        return Ok(None);
    };
    let proceeded = airbridge_progress::proceed(operation, parent, "parent", &events, now)
        .map_err(|findings| anyhow::anyhow!("{}", findings[0]))?;
    let replanned = airbridge_planner::replan(proceeded.operation, settings, &StopSignal::new());
    replanned.context("replanning").map(Some)
}

fn plan(operation: &Operation, settings: &Settings) -> Result<Plan> {
    let planner = Planner::new(operation)?;
    let outcome = planner.solve(settings, &StopSignal::new())?;
    Ok(planner.plan(&outcome, settings))
}
