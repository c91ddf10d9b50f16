//! Files out: written whole or not at all.
//!
//! What is new is written under another name beside its place, then renamed. A folder that exists stays, since a shell may stand in it or a
//! disk be mounted there: the new files are written into a folder inside it, then exchanged for the old ones, and put back if that fails.

use std::collections::BTreeMap;
use std::fs;
use std::io;
use std::path::{Path, PathBuf};

use airbridge_model::Operation;
use anyhow::{Context, Result};

use crate::fault::hinted;

/// Files of a folder, by name; no name has folders in it.
pub(crate) type Files = BTreeMap<String, Vec<u8>>;

/// Endings of files that somebody may take for a kind of workbook or table that is written here.
const OTHER_FORMATS: [&str; 10] = [
    "xls", "xlsm", "xlsb", "xltx", "ods", "numbers", "csv", "tsv", "json", "zip",
];

/// Writes a new folder. An existing empty folder is taken; anything else is refused.
pub(crate) fn new_folder(target: &Path, files: &Files) -> Result<()> {
    refuse_taken(target)?;
    folder(target, files)
}

/// Writes the folder of a plan. The files of an earlier plan are replaced, what else is in its folder stays; a folder that holds no plan is
/// refused.
pub(crate) fn plan_folder(target: &Path, files: &Files) -> Result<()> {
    refuse_foreign(target)?;
    folder(target, files)
}

/// Writes one file that is not there yet.
pub(crate) fn new_file(target: &Path, bytes: &[u8]) -> Result<()> {
    refuse_taken(target)?;
    several(&[(target.to_owned(), bytes)])
}

/// Writes an operation as a folder, or as a workbook when the name ends in .xlsx.
pub(crate) fn operation(target: &Path, operation: &Operation) -> Result<()> {
    if is_workbook(target) {
        new_file(target, &airbridge_interchange::write_workbook(operation))
    } else {
        new_folder(target, &airbridge_interchange::write_folder(operation))
    }
}

/// Whether a path names a workbook.
pub(crate) fn is_workbook(path: &Path) -> bool {
    path.extension().is_some_and(|end| end.eq_ignore_ascii_case("xlsx"))
}

/// Refuses a name that is taken, or that asks for a format that is not written. Worth asking before long work as well.
pub(crate) fn refuse_taken(target: &Path) -> Result<()> {
    if target.symlink_metadata().is_ok() && !is_empty_folder(target) {
        return Err(hinted(
            format!("{} exists already", target.display()),
            "give a name that does not exist yet; nothing was written",
        ));
    }
    let ending = target.extension().map(|end| end.to_string_lossy().to_ascii_lowercase());
    match ending {
        Some(ending) if OTHER_FORMATS.contains(&ending.as_str()) => Err(hinted(
            format!("{}: an operation is not written as .{ending}", target.display()),
            "give a name ending in .xlsx for a workbook, or one without an ending for a folder; nothing was written",
        )),
        _ => Ok(()),
    }
}

/// Refuses a folder that holds something other than an earlier plan, and a place where nothing can be written. Asked before the search, so
/// that nobody waits for a plan that then cannot be written.
pub(crate) fn refuse_foreign(target: &Path) -> Result<()> {
    let holds_plan = || target.join("plan.json").is_file() && target.join("report.html").is_file();
    if target.symlink_metadata().is_ok() && !(target.is_dir() && (is_empty_folder(target) || holds_plan())) {
        return Err(hinted(
            format!("{} exists and is not an earlier plan's folder", target.display()),
            "give a folder that does not exist yet, or one that an earlier plan was written to; nothing was written",
        ));
    }
    refuse_unwritable(target)
}

fn refuse_unwritable(target: &Path) -> Result<()> {
    let existing = target
        .ancestors()
        .map(|path| {
            if path.as_os_str().is_empty() {
                Path::new(".")
            } else {
                path
            }
        })
        .find(|path| path.exists())
        .unwrap_or(Path::new("."));
    let trial = existing.join(format!(".airbridge-trial-{}", std::process::id()));
    fs::create_dir(&trial)
        .and_then(|()| fs::remove_dir(&trial))
        .map_err(|error| unwritable(target, &error))
}

fn unwritable(target: &Path, error: &io::Error) -> anyhow::Error {
    hinted(
        format!("{} cannot be written: {error}", target.display()),
        "nothing was written; give a place on a disk that you may write to and that has room",
    )
}

fn is_empty_folder(path: &Path) -> bool {
    fs::read_dir(path).is_ok_and(|mut entries| entries.next().is_none())
}

/// Whether a plan's folder has a file of this name.
pub(crate) fn is_of_a_plan(name: &str) -> bool {
    const ALWAYS: [&str; 8] = [
        "changes.json",
        "changes.txt",
        "plan.json",
        "plan.geojson",
        "report.html",
        "beds.csv",
        "itineraries.csv",
        "left_out.csv",
    ];
    let manifest = || {
        name.strip_prefix("manifest-")
            .and_then(|rest| rest.strip_suffix(".csv"))
    };
    ALWAYS.contains(&name) || manifest().is_some()
}

fn folder(target: &Path, files: &Files) -> Result<()> {
    let placed = if target.is_dir() {
        exchange(target, files)
    } else {
        rename_new(target, files)
    };
    placed.map_err(|error| unwritable(target, &error))
}

/// A folder that does not exist: written beside its place, then renamed.
fn rename_new(target: &Path, files: &Files) -> io::Result<()> {
    let parent = parent(target);
    let made: Vec<&Path> = parent
        .ancestors()
        .take_while(|path| !path.as_os_str().is_empty() && !path.exists())
        .collect();
    let fresh = beside(target);
    let placed = fs::create_dir_all(&parent)
        .and_then(|()| write_all(&fresh, files))
        .and_then(|()| fs::rename(&fresh, target));
    if placed.is_err() {
        // What is half written goes; the first error is the one worth telling.
        let _ = fs::remove_dir_all(&fresh);
        for path in made {
            let _ = fs::remove_dir(path);
        }
    }
    placed
}

/// A folder that exists: the new files take the place of those of an earlier plan.
fn exchange(target: &Path, files: &Files) -> io::Result<()> {
    let fresh = target.join(format!(".airbridge-new-{}", std::process::id()));
    let old = target.join(format!(".airbridge-old-{}", std::process::id()));
    let mut moved = Vec::new();
    let placed = write_all(&fresh, files)
        .and_then(|()| fs::create_dir(&old))
        .and_then(|()| swap(target, &fresh, &old, files, &mut moved));
    if placed.is_err() {
        for (from, to) in moved.iter().rev() {
            let _ = fs::rename(to, from);
        }
    }
    let _ = fs::remove_dir_all(&fresh);
    let _ = fs::remove_dir_all(&old);
    placed
}

fn swap(target: &Path, fresh: &Path, old: &Path, files: &Files, moved: &mut Vec<(PathBuf, PathBuf)>) -> io::Result<()> {
    let mut rename = |from: PathBuf, to: PathBuf| {
        fs::rename(&from, &to)?;
        moved.push((from, to));
        io::Result::Ok(())
    };
    for entry in fs::read_dir(target)? {
        let name = entry?.file_name();
        if name
            .to_str()
            .is_some_and(|name| is_of_a_plan(name) || files.contains_key(name))
        {
            rename(target.join(&name), old.join(&name))?;
        }
    }
    for name in files.keys() {
        rename(fresh.join(name), target.join(name))?;
    }
    Ok(())
}

fn write_all(folder: &Path, files: &Files) -> io::Result<()> {
    fs::create_dir(folder)?;
    for (name, bytes) in files {
        fs::write(folder.join(name), bytes)?;
    }
    Ok(())
}

/// Writes files, replacing those that are there; none is put in place before all are written.
pub(crate) fn several(files: &[(PathBuf, &[u8])]) -> Result<()> {
    let mut fresh = Vec::new();
    let mut write = || {
        for (target, bytes) in files {
            let parent = parent(target);
            fs::create_dir_all(&parent).with_context(|| format!("{} cannot be made", parent.display()))?;
            fresh.push((beside(target), target));
            fs::write(beside(target), bytes).map_err(|error| unwritable(target, &error))?;
        }
        Ok(())
    };
    let written = write();
    let placed = written.and_then(|()| {
        fresh
            .iter()
            .try_for_each(|(from, to)| fs::rename(from, to).map_err(|error| unwritable(to, &error)))
    });
    if placed.is_err() {
        for (path, _) in &fresh {
            let _ = fs::remove_file(path);
        }
    }
    placed
}

fn parent(target: &Path) -> PathBuf {
    match target.parent() {
        Some(parent) if !parent.as_os_str().is_empty() => parent.to_owned(),
        _ => PathBuf::from("."),
    }
}

/// A name of our own in the same folder, so that renaming stays on one disk.
fn beside(target: &Path) -> PathBuf {
    let name = target
        .file_name()
        .map_or_else(|| "plan".to_owned(), |name| name.to_string_lossy().into_owned());
    parent(target).join(format!(".{name}.airbridge-new-{}", std::process::id()))
}

#[cfg(test)]
mod tests {
    use super::*;

    fn files(names: &[&str]) -> Files {
        names
            .iter()
            .map(|name| ((*name).to_owned(), format!("new {name}").into_bytes()))
            .collect()
    }

    /// Every path below a folder, hidden ones too.
    fn names(folder: &Path) -> Vec<String> {
        let mut names: Vec<String> = fs::read_dir(folder)
            .expect("a folder")
            .map(|entry| entry.expect("an entry").file_name().to_string_lossy().into_owned())
            .collect();
        names.sort();
        names
    }

    #[test]
    fn an_earlier_plan_is_replaced_and_what_else_is_there_stays() {
        let place = tempfile::tempdir().expect("a folder");
        let target = place.path().join("план 1");
        plan_folder(
            &target,
            &files(&["plan.json", "report.html", "manifest-M001.csv", "manifest-M002.csv"]),
        )
        .expect("new");
        fs::write(target.join("notes.txt"), "ours").expect("written");
        plan_folder(&target, &files(&["plan.json", "report.html", "manifest-M001.csv"])).expect("replaced");
        assert_eq!(
            names(&target),
            ["manifest-M001.csv", "notes.txt", "plan.json", "report.html"]
        );
        assert_eq!(fs::read(target.join("notes.txt")).expect("there"), b"ours");
        assert_eq!(names(place.path()), ["план 1"]);
    }

    #[test]
    fn an_empty_folder_is_filled() {
        let place = tempfile::tempdir().expect("a folder");
        new_folder(place.path(), &files(&["a", "b"])).expect("an empty folder is taken");
        assert_eq!(names(place.path()), ["a", "b"]);
    }

    #[test]
    fn what_is_taken_is_refused_and_stays() {
        let place = tempfile::tempdir().expect("a folder");
        let foreign = place.path().join("foreign");
        fs::create_dir(&foreign).expect("made");
        fs::write(foreign.join("plan.json"), "somebody's").expect("written");
        assert!(plan_folder(&foreign, &files(&["plan.json"])).is_err());
        assert!(new_folder(&foreign, &files(&["plan.json"])).is_err());
        assert!(new_file(&foreign.join("plan.json"), b"new").is_err());
        assert!(refuse_foreign(&foreign.join("plan.json")).is_err());
        assert_eq!(fs::read(foreign.join("plan.json")).expect("there"), b"somebody's");
        assert_eq!(names(&foreign), ["plan.json"]);
        assert_eq!(names(place.path()), ["foreign"]);
    }

    #[test]
    fn under_a_file_nothing_is_written() {
        let place = tempfile::tempdir().expect("a folder");
        let file = place.path().join("file");
        fs::write(&file, "ours").expect("written");
        for target in [file.join("plan"), file.join("deep").join("plan")] {
            assert!(refuse_foreign(&target).is_err(), "before the search");
            assert!(plan_folder(&target, &files(&["plan.json"])).is_err());
            assert!(new_file(&target, b"new").is_err());
        }
        assert_eq!(names(place.path()), ["file"]);
    }

    #[test]
    fn a_failure_half_way_leaves_nothing_new() {
        let place = tempfile::tempdir().expect("a folder");
        let bad = files(&["a", "no-such-folder/b"]);
        assert!(new_folder(&place.path().join("x").join("y"), &bad).is_err());
        assert_eq!(names(place.path()), [""; 0], "nor the folders on the way");

        let target = place.path().join("plan");
        plan_folder(&target, &files(&["plan.json", "report.html"])).expect("new");
        fs::write(target.join("plan.json"), "earlier").expect("written");
        assert!(plan_folder(&target, &files(&["plan.json", "no-such-folder/b"])).is_err());
        assert_eq!(names(&target), ["plan.json", "report.html"]);
        assert_eq!(fs::read(target.join("plan.json")).expect("there"), b"earlier");
    }

    #[test]
    fn an_exchange_that_fails_is_undone() {
        let place = tempfile::tempdir().expect("a folder");
        let (fresh, old) = (place.path().join("fresh"), place.path().join("old"));
        fs::create_dir(&old).expect("made");
        write_all(&fresh, &files(&["plan.json"])).expect("written");
        fs::write(place.path().join("plan.json"), "earlier").expect("written");
        let mut moved = Vec::new();
        // The second file was never written, so that the exchange fails after the first.
        let promised = files(&["plan.json", "report.html"]);
        assert!(swap(place.path(), &fresh, &old, &promised, &mut moved).is_err());
        for (from, to) in moved.iter().rev() {
            fs::rename(to, from).expect("moved back");
        }
        assert_eq!(fs::read(place.path().join("plan.json")).expect("there"), b"earlier");
    }

    #[test]
    fn other_formats_are_not_promised() {
        for name in ["op.xls", "op.ODS", "op.csv"] {
            assert!(refuse_taken(Path::new(name)).is_err(), "{name}");
        }
        for name in ["op", "op.xlsx", "op.2030", "op v1.2"] {
            assert!(refuse_taken(Path::new(name)).is_ok(), "{name}");
        }
        assert!(is_workbook(Path::new("op.XLSX")) && !is_workbook(Path::new("op")));
    }

    #[test]
    fn of_several_files_none_is_placed_before_all_are_written() {
        let place = tempfile::tempdir().expect("a folder");
        fs::write(place.path().join("b"), "a file").expect("written");
        let targets = [
            (place.path().join("a"), &b"1"[..]),
            (place.path().join("b").join("c"), &b"2"[..]),
        ];
        assert!(several(&targets).is_err());
        assert_eq!(names(place.path()), ["b"]);
    }
}
