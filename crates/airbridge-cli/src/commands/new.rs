//! `airbridge new`: an annotated template.

use std::process::ExitCode;

use anyhow::Result;

use crate::arguments::NewArguments;
use crate::{place, show};

pub(crate) fn run(arguments: &NewArguments) -> Result<ExitCode> {
    place::refuse_taken(&arguments.target)?;
    let template = airbridge_interchange::template();
    if place::is_workbook(&arguments.target) {
        let reading = airbridge_interchange::read_operation(&airbridge_interchange::Source::folder(template));
        let operation = reading.operation.expect("a test keeps the template sound");
        place::new_file(&arguments.target, &airbridge_interchange::write_workbook(&operation))?;
    } else {
        place::new_folder(&arguments.target, &template)?;
    }
    eprintln!("wrote {}", arguments.target.display());
    let target = show::quoted(&arguments.target);
    eprintln!("next: change its tables, then `airbridge validate {target}` and `airbridge plan {target} --out PLAN`");
    Ok(ExitCode::SUCCESS)
}
