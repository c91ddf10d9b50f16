//! The `airbridge` program: reads files, calls the core, shows what it says.
//!
//! Standard output is data, standard error is talk. This crate owns the clock, the files and the threads; no rule of
//! the field lives here.

mod arguments;
mod commands;
mod fault;
mod files;
mod place;
mod progress;
mod serving;
mod show;

use std::process::ExitCode;

use clap::Parser;

use crate::arguments::{Cli, Command};

fn main() -> ExitCode {
    let cli = Cli::parse();
    let result = match cli.command {
        Command::New(arguments) => commands::new::run(&arguments),
        Command::Validate(arguments) => commands::validate::run(&arguments),
        Command::Plan(arguments) => commands::plan::run(&arguments),
        Command::Check(arguments) => commands::check::run(&arguments),
        Command::Replan(arguments) => commands::replan::run(&arguments),
        Command::WhatIf(arguments) => commands::what_if::run(&arguments),
        Command::Evaluate(arguments) => commands::evaluate::run(&arguments),
        Command::Roll(arguments) => commands::roll::run(&arguments),
        Command::Explain(arguments) => commands::explain::run(&arguments),
        Command::Schema(arguments) => commands::schema::run(&arguments),
        Command::Airfields(arguments) => commands::airfields::run(&arguments),
        Command::Generate(arguments) => commands::generate::run(&arguments),
        Command::Solve(arguments) => commands::solve::run(&arguments),
        Command::Convert(arguments) => commands::convert::run(&arguments),
        Command::Serve(arguments) => serving::serve(&arguments),
        Command::Demo(arguments) => serving::demo(&arguments),
        Command::Worker(arguments) => serving::worker(&arguments),
        Command::User(arguments) => serving::user(&arguments),
        Command::Backup(arguments) => serving::backup(&arguments),
        Command::Restore(arguments) => serving::restore(&arguments),
        Command::Migrate(arguments) => serving::migrate(&arguments),
        Command::Config(arguments) => serving::config(&arguments),
        Command::Audit(arguments) => serving::audit(&arguments),
    };
    result.unwrap_or_else(|error| fault::report(&error))
}
