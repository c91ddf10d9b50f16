//! Benchmarks: how fast operations are planned, and how well.

mod operations;

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
}

pub(crate) fn run(arguments: &Arguments) -> Result<()> {
    match &arguments.command {
        Command::Operations(arguments) => operations::run(arguments),
    }
}
