//! Commands for those who build Airbridge: `cargo xtask COMMAND`.

mod basemap;

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
    /// Derive the outlines of the report's map from Natural Earth data.
    Basemap(basemap::Arguments),
}

fn main() -> anyhow::Result<()> {
    match Arguments::parse().command {
        Command::Basemap(arguments) => basemap::run(&arguments),
    }
}
