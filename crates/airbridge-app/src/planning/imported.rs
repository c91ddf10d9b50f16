//! From the tables of an operation to what the record takes in.

use airbridge_events::{Import, OrganisationId, Row};
use airbridge_interchange::{TextRow, TextTables};
use jiff::Timestamp;

use super::RECORDED;

/// Whose, and on what authority.
#[derive(Clone, Debug)]
pub struct Mandate {
    /// Whose mandate it is.
    pub organisation: OrganisationId,
    /// On what basis the patients are moved.
    pub basis: String,
    /// Until when they are cleared to fly, where whoever imports them says so.
    pub cleared_until: Option<Timestamp>,
}

/// The tables that are kept as they are, and the rest row by row. The blob's name is still to be set.
pub fn imported(name: &str, tables: &TextTables, mandate: &Mandate) -> (TextTables, Import) {
    let mut kept = tables.clone();
    let mut rows = |table: &str| kept.rows.remove(table).unwrap_or_default();
    let [patients, offers, clearances] = RECORDED.map(&mut rows);
    let import = Import {
        organisation: mandate.organisation.clone(),
        name: name.to_owned(),
        tables: String::new(),
        patients: by_id(patients, "patient")
            .map(|(id, row)| (id.as_str().into(), row))
            .collect(),
        offers: by_id(offers, "offer")
            .map(|(id, row)| (id.as_str().into(), row))
            .collect(),
        clearances: by_id(clearances, "clearance")
            .map(|(id, row)| (id.as_str().into(), row))
            .collect(),
        basis: mandate.basis.clone(),
        cleared_until: mandate.cleared_until,
    };
    (kept, import)
}

fn by_id(rows: Vec<TextRow>, column: &str) -> impl Iterator<Item = (String, Row)> {
    rows.into_iter()
        .map(move |row| (row.get(column).cloned().unwrap_or_default(), Row(row)))
}
