//! `airbridge new`: an annotated template.

use std::process::ExitCode;

use anyhow::Result;

use crate::arguments::NewArguments;
use crate::files;

pub(crate) fn run(arguments: &NewArguments) -> Result<ExitCode> {
    let template = airbridge_interchange::template();
    if files::is_workbook(&arguments.target) {
        let reading = airbridge_interchange::read_operation(&airbridge_interchange::Source::folder(template));
        let operation = reading.operation.expect("a test keeps the template sound");
        files::write_new_file(&arguments.target, &airbridge_interchange::write_workbook(&operation))?;
    } else {
        files::write_new_folder(&arguments.target, &template)?;
    }
    let target = arguments.target.display();
    eprintln!("wrote {target}");
    eprintln!("next: change its tables, then `airbridge validate {target}` and `airbridge plan {target} --out PLAN`");
    Ok(ExitCode::SUCCESS)
}
