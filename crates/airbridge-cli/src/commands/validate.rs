//! `airbridge validate`: every finding, with place and remedy.

use std::process::ExitCode;

use anyhow::Result;

use crate::arguments::ValidateArguments;
use crate::{files, show};

pub(crate) fn run(arguments: &ValidateArguments) -> Result<ExitCode> {
    let reading = files::read_operation(&arguments.operation)?;
    if arguments.json {
        show::out(&show::findings_json(&reading.findings))?;
    } else {
        let text: String = reading.findings.iter().map(show::finding).collect();
        show::out(&text)?;
        if let Some(operation) = &reading.operation {
            show::out(&format!(
                "{}: {} patients, {} bed offers, {} aircraft; {}\n",
                operation.name,
                operation.patients.len(),
                operation.offers.len(),
                operation.aircraft.len(),
                show::count(&reading.findings)
            ))?;
        } else {
            show::out(&format!("{}\n", show::count(&reading.findings)))?;
        }
    }
    Ok(if reading.operation.is_some() {
        ExitCode::SUCCESS
    } else {
        ExitCode::from(1)
    })
}
