//! Files in and out. What is written is written whole or not at all.

use std::collections::BTreeMap;
use std::fs;
use std::path::{Path, PathBuf};

use airbridge_interchange::{Reading, Source};
use airbridge_model::Operation;
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
        eprintln!("hint: `airbridge validate {}` lists everything that is wrong", path.display());
    }
    Ok(reading.operation)
}

fn source(path: &Path) -> Result<Source> {
    let metadata = fs::metadata(path).map_err(|error| {
        hinted(
            format!("{} cannot be read: {error}", path.display()),
            "give the folder that holds operation.toml, or a workbook ending in .xlsx",
        )
    })?;
    let mut source = if metadata.is_dir() {
        Source::folder(folder(path)?)
    } else {
        let name = path.file_name().map_or_else(|| path.display().to_string(), |name| name.to_string_lossy().into_owned());
        Source::workbook(name, bytes(path)?)
    };
    if let Some(name) = airbridge_interchange::boundaries_file(&source) {
        let folder = if metadata.is_dir() { path } else { path.parent().unwrap_or(Path::new(".")) };
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
        let wanted = Path::new(&name).extension().is_some_and(|end| end.eq_ignore_ascii_case("csv"))
            || airbridge_interchange::file_names().iter().any(|known| *known == name);
        if wanted && entry.path().is_file() {
            files.insert(name, bytes(&entry.path())?);
        }
    }
    Ok(files)
}

/// The bytes of a file of sensible size.
pub(crate) fn bytes(path: &Path) -> Result<Vec<u8>> {
    let size = fs::metadata(path).with_context(|| format!("{} cannot be read", path.display()))?.len();
    if size > LARGEST_FILE {
        return Err(hinted(
            format!("{} has {size} bytes, more than the {LARGEST_FILE} that are read", path.display()),
            "is it the right file? split an operation that is really that large",
        ));
    }
    fs::read(path).with_context(|| format!("{} cannot be read", path.display()))
}

/// Writes a new folder, whole or not at all. An existing empty folder is taken; anything else is refused.
pub(crate) fn write_new_folder(target: &Path, files: &BTreeMap<String, Vec<u8>>) -> Result<()> {
    if target.exists() && !is_empty_folder(target) {
        return Err(hinted(
            format!("{} exists already", target.display()),
            "give a name that does not exist yet; nothing was written",
        ));
    }
    place_folder(target, files)
}

/// Writes the folder of a plan, whole or not at all. A folder that holds an earlier plan is replaced; one that holds anything else is
/// refused.
pub(crate) fn write_plan_folder(target: &Path, files: &BTreeMap<String, Vec<u8>>) -> Result<()> {
    refuse_foreign_folder(target)?;
    place_folder(target, files)
}

/// Refuses a folder that holds something other than an earlier plan. Asked before the search as well, so that nobody waits for a plan that
/// then cannot be written.
pub(crate) fn refuse_foreign_folder(target: &Path) -> Result<()> {
    if !target.exists() || is_empty_folder(target) {
        return Ok(());
    }
    if target.is_dir() && target.join("plan.json").is_file() && target.join("report.html").is_file() {
        return Ok(());
    }
    Err(hinted(
        format!("{} exists and is not an earlier plan's folder", target.display()),
        "give a folder that does not exist yet, or one that an earlier plan was written to",
    ))
}

fn is_empty_folder(path: &Path) -> bool {
    fs::read_dir(path).is_ok_and(|mut entries| entries.next().is_none())
}

/// Writes beside the target, then moves into place.
fn place_folder(target: &Path, files: &BTreeMap<String, Vec<u8>>) -> Result<()> {
    let parent = parent(target);
    fs::create_dir_all(&parent).with_context(|| format!("{} cannot be made", parent.display()))?;
    let fresh = beside(target, "new");
    let written = write_all(&fresh, files);
    if let Err(error) = written {
        // What is half written goes; the first error is the one worth telling.
        let _ = fs::remove_dir_all(&fresh);
        return Err(error.context("nothing was written"));
    }
    let old = beside(target, "old");
    if target.exists() {
        fs::rename(target, &old).with_context(|| format!("{} cannot be replaced", target.display()))?;
    }
    fs::rename(&fresh, target).with_context(|| format!("{} cannot be put in place", target.display()))?;
    if old.exists() {
        fs::remove_dir_all(&old).with_context(|| format!("{} cannot be removed", old.display()))?;
    }
    Ok(())
}

fn write_all(folder: &Path, files: &BTreeMap<String, Vec<u8>>) -> Result<()> {
    fs::create_dir(folder).with_context(|| format!("{} cannot be made", folder.display()))?;
    for (name, bytes) in files {
        let file = folder.join(name);
        if let Some(within) = file.parent() {
            fs::create_dir_all(within).with_context(|| format!("{} cannot be made", within.display()))?;
        }
        fs::write(&file, bytes).with_context(|| format!("{} cannot be written", file.display()))?;
    }
    Ok(())
}

/// Writes one file that is not there yet, whole or not at all.
pub(crate) fn write_new_file(target: &Path, bytes: &[u8]) -> Result<()> {
    if target.exists() {
        return Err(hinted(
            format!("{} exists already", target.display()),
            "give a name that does not exist yet; nothing was written",
        ));
    }
    write_file(target, bytes)
}

/// Writes one file, whole or not at all.
pub(crate) fn write_file(target: &Path, bytes: &[u8]) -> Result<()> {
    let parent = parent(target);
    fs::create_dir_all(&parent).with_context(|| format!("{} cannot be made", parent.display()))?;
    let fresh = beside(target, "new");
    fs::write(&fresh, bytes)
        .and_then(|()| fs::rename(&fresh, target))
        .with_context(|| format!("{} cannot be written", target.display()))
}

/// Writes an operation as a folder, or as a workbook when the name ends in .xlsx.
pub(crate) fn write_operation(target: &Path, operation: &Operation, notes: &[(&str, String)]) -> Result<()> {
    if is_workbook(target) {
        return write_new_file(target, &airbridge_interchange::write_workbook(operation));
    }
    let mut files = airbridge_interchange::write_folder(operation);
    files.extend(notes.iter().map(|(name, text)| ((*name).to_owned(), text.clone().into_bytes())));
    write_new_folder(target, &files)
}

/// Whether a path names a workbook.
pub(crate) fn is_workbook(path: &Path) -> bool {
    path.extension().is_some_and(|end| end.eq_ignore_ascii_case("xlsx"))
}

fn parent(target: &Path) -> PathBuf {
    match target.parent() {
        Some(parent) if !parent.as_os_str().is_empty() => parent.to_owned(),
        _ => PathBuf::from("."),
    }
}

fn beside(target: &Path, what: &str) -> PathBuf {
    let name = target.file_name().map_or_else(|| "plan".to_owned(), |name| name.to_string_lossy().into_owned());
    parent(target).join(format!(".{name}.{what}-{}", std::process::id()))
}
