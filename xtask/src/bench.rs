//! Benchmarks: how fast operations are planned, and how well.

mod instances;
mod operations;

use airbridge_instances::Format;
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
    /// Dial-a-ride instances: cost, gap to the best known, time.
    Darp(instances::Arguments),
    /// Li & Lim's instances of pickup and delivery: vehicles, cost, gap to the best known, time.
    LiLim(instances::Arguments),
}

pub(crate) fn run(arguments: &Arguments) -> Result<()> {
    match &arguments.command {
        Command::Operations(arguments) => operations::run(arguments),
        Command::Darp(arguments) => instances::run(arguments, Format::Darp),
        Command::LiLim(arguments) => instances::run(arguments, Format::LiLim),
    }
}
