//! What changed against an earlier table.

use std::collections::BTreeMap;
use std::path::{Path, PathBuf};

use anyhow::{Context, Result};

use super::row::Row;

/// The newest table of a kind: names end in the date.
pub(super) fn newest(folder: &Path, kind: &str) -> Option<PathBuf> {
    let entries = std::fs::read_dir(folder).ok()?;
    let of_kind = |path: &PathBuf| {
        let name = path.file_name().unwrap_or_default().to_string_lossy();
        name.starts_with(&format!("{kind}-"))
    };
    entries.flatten().map(|entry| entry.path()).filter(of_kind).max()
}

/// What changed against an earlier table: mean gaps that differ.
pub(super) fn changes(rows: &[Row], last: &Path) -> Result<String> {
    let text = std::fs::read_to_string(last).with_context(|| format!("{} cannot be read", last.display()))?;
    let before: BTreeMap<&str, Option<f64>> = text
        .lines()
        .filter_map(|line| {
            let cells: Vec<&str> = line.split('|').map(str::trim).collect();
            (cells.len() > 8).then(|| (cells[1], cells[7].parse().ok()))
        })
        .collect();
    let mut lines = vec![format!("Against {}:", last.display())];
    for row in rows {
        let Some(then) = before.get(row.name.as_str()) else {
            continue;
        };
        let now = row.mean_gap(&row.runs);
        let words = |gap: Option<f64>| gap.map_or_else(|| "none".to_owned(), |gap| format!("{gap:.3} %"));
        if words(*then) != words(now) {
            lines.push(format!("  {}: gap {} → {}", row.name, words(*then), words(now)));
        }
    }
    if lines.len() == 1 {
        lines.push("  no gap changed".to_owned());
    }
    Ok(lines.join("\n"))
}
