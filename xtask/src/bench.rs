//! Benchmarks: how fast operations are planned, and how well.

mod instances;
mod operations;
mod repairs;
mod replans;

use std::time::{Duration, Instant};

use airbridge_instances::Format;
use airbridge_solver::search::StopSignal;
use anyhow::Result;
use clap::Subcommand;

/// Measure, and print a table.
#[derive(clap::Args)]
pub(crate) struct Arguments {
    #[command(subcommand)]
    command: Command,
}

#[derive(Subcommand)]
enum Command {
    /// Operations of the three families: time to the first checked plan, what a longer search adds, memory.
    Operations(operations::Arguments),
    /// The examples in execution, disrupted in every way: promises kept, quality beside planning afresh, what each change of a promise brings.
    Replans(replans::Arguments),
    /// The same, and how soon there is a first checked plan.
    Repairs(repairs::Arguments),
    /// Dial-a-ride instances: cost, gap to the best known, time.
    Darp(instances::Arguments),
    /// Li & Lim's instances of pickup and delivery: vehicles, cost, gap to the best known, time.
    LiLim(instances::Arguments),
}

/// Runs a search that is told to stop after so many seconds.
fn search_for<T: Send>(seconds: f64, solve: impl FnOnce(&StopSignal) -> T + Send) -> Result<T> {
    let signal = StopSignal::new();
    search_until(&signal, seconds, || solve(&signal))
}

/// Runs a search that a signal ends after so many seconds.
fn search_until<T: Send>(signal: &StopSignal, seconds: f64, solve: impl FnOnce() -> T + Send) -> Result<T> {
    let begun = Instant::now();
    let outcome = std::thread::scope(|scope| {
        let search = scope.spawn(solve);
        while !search.is_finished() && begun.elapsed() < Duration::from_secs_f64(seconds) {
            signal.tell_time_used(begun.elapsed().as_secs_f64() / seconds);
            std::thread::sleep(Duration::from_millis(2));
        }
        signal.stop();
        search.join()
    });
    outcome.map_err(|_| anyhow::anyhow!("the search panicked"))
}

pub(crate) fn run(arguments: &Arguments) -> Result<()> {
    match &arguments.command {
        Command::Operations(arguments) => operations::run(arguments),
        Command::Replans(arguments) => replans::run(arguments),
        Command::Repairs(arguments) => repairs::run(arguments),
        Command::Darp(arguments) => instances::run(arguments, Format::Darp),
        Command::LiLim(arguments) => instances::run(arguments, Format::LiLim),
    }
}
