//! Files in: an operation from a folder or a workbook.

use std::collections::BTreeMap;
use std::fs;
use std::io::Read;
use std::path::Path;

use airbridge_interchange::{Reading, Source};
use airbridge_model::{Finding, Operation, Plan};
use anyhow::{Context, Result};

use crate::fault::hinted;

/// Bytes of one input file beyond this are not read: no table of an operation is that large.
const LARGEST_FILE: u64 = 256 * 1024 * 1024;

/// Reads an operation from a folder or a workbook.
pub(crate) fn read_operation(path: &Path) -> Result<Reading> {
    Ok(airbridge_interchange::read_operation(&source(path)?))
}

/// Reads an operation that must be sound; otherwise shows its findings on standard error and gives nothing.
pub(crate) fn sound_operation(path: &Path) -> Result<Option<Operation>> {
    let reading = read_operation(path)?;
    crate::show::findings_to_talk(&reading.findings);
    if reading.operation.is_none() {
        eprintln!(
            "hint: `airbridge validate {}` lists everything that is wrong",
            crate::show::quoted(path)
        );
    }
    Ok(reading.operation)
}

/// Reads a plan from its folder or its plan.json; or says, as findings, why it is none.
pub(crate) fn plan(path: &Path) -> Result<std::result::Result<Plan, Vec<Finding>>> {
    let file = if path.is_dir() {
        path.join("plan.json")
    } else {
        path.to_owned()
    };
    let plan = airbridge_interchange::plan_file::from_json(&bytes(&file)?);
    if plan.is_err() {
        eprintln!("{} is not a plan that can be read", file.display());
    }
    Ok(plan)
}

fn source(path: &Path) -> Result<Source> {
    let metadata = fs::metadata(path).map_err(|error| {
        hinted(
            format!("{} cannot be read: {error}", path.display()),
            "give the folder that holds operation.toml, or a workbook ending in .xlsx",
        )
    })?;
    let mut source = if metadata.is_dir() {
        let files = folder(path)?;
        if files.is_empty() {
            return Err(hinted(
                format!("{} holds no table of an operation", path.display()),
                "give the folder that holds operation.toml and the tables; `airbridge new` makes one",
            ));
        }
        Source::folder(files)
    } else {
        if path.extension().is_some_and(|end| end == "toml" || end == "csv") {
            return Err(hinted(
                format!("{} is one file of an operation", path.display()),
                "give the folder that it is in, or a workbook ending in .xlsx",
            ));
        }
        let name = path.file_name().map_or_else(
            || path.display().to_string(),
            |name| name.to_string_lossy().into_owned(),
        );
        Source::workbook(name, bytes(path)?)
    };
    if let Some(name) = airbridge_interchange::boundaries_file(&source) {
        let folder = if metadata.is_dir() {
            path
        } else {
            path.parent().unwrap_or(Path::new("."))
        };
        let file = folder.join(&name);
        if file.is_file() {
            source = source.with_file(name, bytes(&file)?);
        }
    }
    Ok(source)
}

fn folder(path: &Path) -> Result<BTreeMap<String, Vec<u8>>> {
    let mut files = BTreeMap::new();
    let entries = fs::read_dir(path).with_context(|| format!("{} cannot be listed", path.display()))?;
    for entry in entries {
        let entry = entry.with_context(|| format!("{} cannot be listed", path.display()))?;
        let name = entry.file_name().to_string_lossy().into_owned();
        let wanted = Path::new(&name)
            .extension()
            .is_some_and(|end| end.eq_ignore_ascii_case("csv"))
            || airbridge_interchange::file_names().contains(&name);
        if wanted && entry.path().is_file() {
            files.insert(name, bytes(&entry.path())?);
        }
    }
    Ok(files)
}

/// The bytes of a file of sensible size.
pub(crate) fn bytes(path: &Path) -> Result<Vec<u8>> {
    let unreadable = || format!("{} cannot be read", path.display());
    let mut bytes = Vec::new();
    // A limit on the reading, since what is no plain file has no size.
    let file = fs::File::open(path).with_context(unreadable)?;
    file.take(LARGEST_FILE + 1)
        .read_to_end(&mut bytes)
        .with_context(unreadable)?;
    if bytes.len() as u64 > LARGEST_FILE {
        return Err(hinted(
            format!(
                "{} has more than the {LARGEST_FILE} bytes that are read",
                path.display()
            ),
            "is it the right file? split an operation that is really that large",
        ));
    }
    Ok(bytes)
}
