//! Which files are instances.

use std::path::PathBuf;

use anyhow::{Context, Result};

pub(super) fn files(paths: &[PathBuf]) -> Result<Vec<PathBuf>> {
    let mut files = Vec::new();
    for path in paths {
        if path.is_dir() {
            let entries = std::fs::read_dir(path).with_context(|| format!("{} cannot be listed", path.display()))?;
            for entry in entries {
                let file = entry?.path();
                if file.extension().is_some_and(|ext| ext == "txt") {
                    files.push(file);
                }
            }
        } else {
            files.push(path.clone());
        }
    }
    files.sort();
    Ok(files)
}
