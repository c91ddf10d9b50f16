//! `airbridge generate`: synthetic operations of any size.

use std::process::ExitCode;

use airbridge_testkit::generate;
use anyhow::Result;

use crate::arguments::{Family, GenerateArguments};
use crate::place;

pub(crate) fn run(arguments: &GenerateArguments) -> Result<ExitCode> {
    place::refuse_taken(&arguments.out)?;
    let (patients, seed) = (arguments.patients as usize, arguments.seed);
    let operation = match arguments.family {
        Family::Benghazi => generate::benghazi(patients, seed),
        Family::Hub => generate::hub(patients, seed),
        Family::WaitingList => generate::waiting_list(patients, seed),
    };
    place::operation(&arguments.out, &operation)?;
    eprintln!(
        "wrote {}: {} synthetic patients",
        arguments.out.display(),
        operation.patients.len()
    );
    Ok(ExitCode::SUCCESS)
}
