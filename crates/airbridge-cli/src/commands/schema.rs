//! `airbridge schema`: the JSON Schemas.

use std::process::ExitCode;

use anyhow::Result;

use crate::arguments::{Format, SchemaArguments};
use crate::show;

pub(crate) fn run(arguments: &SchemaArguments) -> Result<ExitCode> {
    let schema = match arguments.format {
        Format::Operation => airbridge_interchange::schema_operation(),
        Format::Plan => airbridge_interchange::plan_file::schema_plan(),
        Format::Events => airbridge_interchange::schema_events(),
    };
    let mut text = serde_json::to_string_pretty(&schema)?;
    text.push('\n');
    show::out(&text)?;
    Ok(ExitCode::SUCCESS)
}
