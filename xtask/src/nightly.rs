//! Generated operations through planner and checker: any violation is a bug, and its seed is printed.

use std::sync::Mutex;
use std::sync::atomic::{AtomicU64, Ordering};
use std::time::Instant;

use airbridge_model::{Operation, Plan};
use airbridge_planner::{Planner, Settings};
use airbridge_solver::search::StopSignal;
use airbridge_testkit::generate::{Family, random_small, varied};
use anyhow::{Result, bail};

/// Plan many generated operations and check each plan.
#[derive(clap::Args)]
pub(crate) struct Arguments {
    /// How many operations.
    #[arg(long, default_value_t = 10_000)]
    operations: u64,
    /// The first seed.
    #[arg(long, default_value_t = 1)]
    from: u64,
    /// Work for each plan.
    #[arg(long, default_value_t = 4_000)]
    work: u64,
    /// Threads; each plans operations of its own.
    #[arg(long, default_value_t = 2)]
    threads: u64,
}

#[derive(Default)]
struct Tally {
    patients: u64,
    moved: u64,
    missions: u64,
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
    let tally = tally.into_inner().expect("no thread panicked");
    println!(
        "{} operations from seed {}: {} of {} patients moved on {} missions, {} plans refused; {:.0} s",
        arguments.operations,
        arguments.from,
        tally.moved,
        tally.patients,
        tally.missions,
        tally.refused.len(),
        begun.elapsed().as_secs_f64()
    );
    for line in tally.refused.iter().take(50) {
        println!("  {line}");
    }
    if !tally.refused.is_empty() {
        bail!("{} plans break a rule", tally.refused.len());
    }
    Ok(())
}

/// Every fourth operation is a tiny one with everything in it; the others go round the three families.
fn operation(seed: u64) -> (String, Operation) {
    match seed % 4 {
        0 => (format!("random_small({seed})"), random_small(seed)),
        turn => {
            let family = [Family::Benghazi, Family::Hub, Family::WaitingList][turn as usize - 1];
            (format!("varied({family:?}, {seed})"), varied(family, seed))
        }
    }
}

fn one(seed: u64, work: u64, tally: &Mutex<Tally>) {
    let (name, operation) = operation(seed);
    let settings = Settings {
        seed,
        work: Some(work),
        threads: 1,
    };
    let result = std::panic::catch_unwind(|| plan(&operation, &settings));
    let mut tally = tally.lock().expect("no thread panicked");
    match result {
        Ok(Ok(plan)) => {
            let findings = airbridge_check::check(&operation, &plan);
            tally.patients += operation.patients.len() as u64;
            tally.moved += plan.journeys.len() as u64;
            tally.missions += plan.missions.len() as u64;
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

fn plan(operation: &Operation, settings: &Settings) -> Result<Plan> {
    let planner = Planner::new(operation)?;
    let outcome = planner.solve(settings, &StopSignal::new())?;
    Ok(planner.plan(&outcome, settings))
}
