//! `airbridge convert`: folder to workbook and back.

use std::process::ExitCode;

use anyhow::Result;

use crate::arguments::ConvertArguments;
use crate::{files, place};

pub(crate) fn run(arguments: &ConvertArguments) -> Result<ExitCode> {
    place::refuse_taken(&arguments.to)?;
    let Some(operation) = files::sound_operation(&arguments.from)? else {
        return Ok(ExitCode::from(1));
    };
    place::operation(&arguments.to, &operation)?;
    eprintln!("wrote {}", arguments.to.display());
    Ok(ExitCode::SUCCESS)
}
