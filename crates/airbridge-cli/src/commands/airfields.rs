//! `airbridge airfields import`: OurAirports' tables into those of an operation.

use std::process::ExitCode;

use anyhow::Result;

use crate::arguments::{AirfieldsArguments, AirfieldsCommand, ImportArguments};
use crate::fault::hinted;
use crate::{files, place, show};

pub(crate) fn run(arguments: &AirfieldsArguments) -> Result<ExitCode> {
    match &arguments.command {
        AirfieldsCommand::Import(arguments) => import(arguments),
    }
}

/// Code of the finding that a wanted airfield or state is not in the file.
const UNKNOWN: &str = "unknown-id";

fn import(arguments: &ImportArguments) -> Result<ExitCode> {
    let targets = [arguments.out.join("airfields.csv"), arguments.out.join("runways.csv")];
    if let Some(there) = targets.iter().find(|target| target.exists() && !arguments.replace) {
        return Err(hinted(
            format!("{} exists already", there.display()),
            "give another --out, or --replace; nothing was written",
        ));
    }
    let wanted: Vec<String> = arguments.only.iter().chain(&arguments.state).cloned().collect();
    let import = airbridge_interchange::ourairports::import(
        &files::bytes(&arguments.airports)?,
        &files::bytes(&arguments.runways)?,
        &wanted,
    );
    show::findings_to_talk(&import.findings);
    if import.findings.iter().any(|finding| finding.code == UNKNOWN) {
        eprintln!("nothing was written: the file does not hold all that --only and --state name");
        return Ok(ExitCode::from(1));
    }
    if import.airfield_count.taken == 0 {
        return Err(hinted(
            "no airfield was taken; nothing was written",
            "are these OurAirports' airports.csv and runways.csv, in that order, and do they hold what --only and --state name?",
        ));
    }
    let [airfields, runways] = targets.clone();
    place::several(&[(airfields, &import.airfields), (runways, &import.runways)])?;
    for (count, what) in [(import.airfield_count, "airfields"), (import.runway_count, "runways")] {
        eprintln!(
            "{what}: {} wanted, {} taken, {} refused",
            count.read, count.taken, count.refused
        );
    }
    eprintln!("wrote {} and {}", targets[0].display(), targets[1].display());
    eprintln!("next: fill in fuel, hours, fire cover and crew rest, which OurAirports does not know");
    Ok(ExitCode::SUCCESS)
}
