//! The standing record as its users meet it: real servers and workers as processes of their own, asked over loopback.
//!
//! Comes in: the release program `airbridge`. Goes out: tables, and an error where a promise is broken. What a handler
//! answers is tested in its room; here only what shows under load and under kills.

mod cuts;
mod load;
mod process;
mod siege;

use anyhow::Result;
use clap::Subcommand;

/// Measure and besiege the standing record.
#[derive(clap::Args)]
pub(crate) struct Arguments {
    #[command(subcommand)]
    what: What,
}

#[derive(Subcommand)]
enum What {
    /// Answer times and memory at several sizes of the record
    Load(load::Arguments),
    /// Hang up on a server in the middle of requests, repeat them, and count what they have done
    Cuts(cuts::Arguments),
    /// Kill servers and workers that share one PostgreSQL store, and see whether anything is lost
    Siege(siege::Arguments),
}

pub(crate) fn run(arguments: &Arguments) -> Result<()> {
    match &arguments.what {
        What::Load(arguments) => load::run(arguments),
        What::Cuts(arguments) => cuts::run(arguments),
        What::Siege(arguments) => siege::run(arguments),
    }
}
