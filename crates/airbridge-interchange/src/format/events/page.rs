//! The page `docs/events-format.md`, made from the descriptions.

use std::fmt::Write as _;

use super::super::page::{cell, need};
use super::{COMMON, EVENTS, EventKind, json};
use crate::format::{Column, Limits};

/// The text of `docs/events-format.md`. A test keeps the file current.
pub fn events_format_page() -> String {
    let mut page = String::from(include_str!("page.md"));
    let some = [EventKind::OffBlock, EventKind::NotBoarded, EventKind::AircraftOut];
    let _ = write!(
        page,
        "The same three events in both forms:\n\n```csv\n{}```\n\n```json\n{}```\n\n## Every event\n",
        csv(&some),
        json::file(some.iter().map(|kind| object(*kind)))
    );
    columns(&mut page, COMMON.columns);
    page.push_str("\n## The kinds\n");
    for kind in EventKind::ALL {
        self::kind(&mut page, *kind);
    }
    let limits = Limits::STANDARD;
    let _ = write!(
        page,
        "\n## Limits\n\nA file has at most {} MiB and {} events, a cell at most {} characters.\n",
        limits.file_bytes / (1024 * 1024),
        limits.rows,
        limits.cell_chars
    );
    page
}

fn kind(page: &mut String, kind: EventKind) {
    let table = kind.table();
    let local = match kind.local_to() {
        Some(place) => format!("Times without an offset are in the zone of `{place}`."),
        None if kind == EventKind::PatientChanged => {
            "`at` needs `Z` or an offset; the other times without one are in the zone of the patient's origin."
                .to_owned()
        }
        None => "Times need `Z` or an offset.".to_owned(),
    };
    let _ = writeln!(page, "\n### {}\n\n{} {local}", kind.name(), table.doc);
    columns(page, table.columns);
    let _ = write!(
        page,
        "\n```csv\n{}```\n\n```json\n{}\n```\n",
        csv(&[kind]),
        object(kind)
    );
}

fn columns(page: &mut String, columns: &[Column]) {
    page.push_str("\n| Column | | Value | Meaning |\n| --- | --- | --- | --- |\n");
    for column in columns {
        let _ = writeln!(
            page,
            "| `{}` | {} | {} | {} |",
            column.name,
            need(column),
            cell(&column.kind.describe()),
            cell(column.doc)
        );
    }
}

/// The examples of some kinds as CSV, with the columns that they fill.
fn csv(kinds: &[EventKind]) -> String {
    let text_of = |kind: &EventKind, column: &str| {
        let mut cells = kind.example().iter();
        cells.find(|(name, _)| *name == column).map_or("", |(_, text)| *text)
    };
    let used: Vec<&str> = EVENTS
        .columns
        .iter()
        .map(|column| column.name)
        .filter(|column| kinds.iter().any(|kind| !text_of(kind, column).is_empty()))
        .collect();
    let mut text = used.join(",") + "\n";
    for kind in kinds {
        let cells: Vec<String> = used.iter().map(|column| quoted(text_of(kind, column))).collect();
        text.push_str(&cells.join(","));
        text.push('\n');
    }
    text
}

fn quoted(text: &str) -> String {
    if text.contains([',', ';']) {
        format!("\"{text}\"")
    } else {
        text.to_owned()
    }
}

/// The example of a kind as JSON.
fn object(kind: EventKind) -> String {
    json::object(kind.example().iter().map(|(name, text)| {
        let column = kind.column(name).expect("examples have columns of their kind");
        (*name, column.kind, *text)
    }))
}

#[cfg(test)]
#[expect(
    clippy::disallowed_methods,
    reason = "the test holds the page in docs/ against the descriptions"
)]
mod tests {
    use super::*;

    /// Set `AIRBRIDGE_WRITE_DOCS=1` to write the page instead.
    #[test]
    fn the_page_in_docs_is_current() {
        let path = concat!(env!("CARGO_MANIFEST_DIR"), "/../../docs/events-format.md");
        let page = events_format_page();
        if std::env::var_os("AIRBRIDGE_WRITE_DOCS").is_some() {
            std::fs::write(path, &page).expect("docs/ is there");
        }
        let found = std::fs::read_to_string(path).unwrap_or_default();
        assert!(
            found == page,
            "docs/events-format.md is not what the descriptions say: run AIRBRIDGE_WRITE_DOCS=1 cargo test -p airbridge-interchange"
        );
    }
}
