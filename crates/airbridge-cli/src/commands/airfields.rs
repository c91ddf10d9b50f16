//! `airbridge airfields import`: OurAirports' tables into those of an operation.

use std::process::ExitCode;

use anyhow::Result;

use crate::arguments::{AirfieldsArguments, AirfieldsCommand, ImportArguments};
use crate::fault::hinted;
use crate::{files, show};

pub(crate) fn run(arguments: &AirfieldsArguments) -> Result<ExitCode> {
    match &arguments.command {
        AirfieldsCommand::Import(arguments) => import(arguments),
    }
}

fn import(arguments: &ImportArguments) -> Result<ExitCode> {
    let targets = [arguments.out.join("airfields.csv"), arguments.out.join("runways.csv")];
    if let Some(there) = targets.iter().find(|target| target.exists() && !arguments.replace) {
        return Err(hinted(
            format!("{} exists already", there.display()),
            "give another --out, or --replace; nothing was written",
        ));
    }
    let _ = show::count(&[]);
    anyhow::bail!("waits for the reader")
}
