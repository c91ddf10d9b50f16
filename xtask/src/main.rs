//! Commands for those who build Airbridge: `cargo xtask COMMAND`.
//!
//! Standard output is the tables that these commands make.

#![expect(clippy::print_stdout, reason = "what these commands print is their result")]

mod basemap;
mod bench;
mod build;
mod examples;
mod nightly;
mod record;
mod replans;

use clap::{Parser, Subcommand};

/// Commands for those who build Airbridge.
#[derive(Parser)]
#[command(name = "cargo xtask")]
struct Arguments {
    #[command(subcommand)]
    command: Command,
}

/// One variant a command; each command is a module with its arguments and a `run`.
#[derive(Subcommand)]
enum Command {
    /// Measure, and print a table.
    Bench(bench::Arguments),
    /// Write the example operations anew.
    Examples(examples::Arguments),
    /// Build the web application, then the program that carries it
    Build(build::Arguments),
    /// Generated operations through planner and checker.
    Nightly(nightly::Arguments),
    /// Disrupt plans in execution in every way, replan, and check each replan
    Replans(replans::Arguments),
    /// Load and besiege servers of the standing record
    Record(record::Arguments),
    /// Derive the outlines of the report's map from Natural Earth data.
    Basemap(basemap::Arguments),
}

fn main() -> anyhow::Result<()> {
    match Arguments::parse().command {
        Command::Bench(arguments) => bench::run(&arguments),
        Command::Build(arguments) => build::run(&arguments),
        Command::Examples(arguments) => examples::run(&arguments),
        Command::Nightly(arguments) => nightly::run(&arguments),
        Command::Replans(arguments) => replans::run(&arguments),
        Command::Record(arguments) => record::run(&arguments),
        Command::Basemap(arguments) => basemap::run(&arguments),
    }
}
