//! What the operation format is: its tables and columns, its settings, its limits. The one source that readers, writers,
//! template, JSON Schema and the page `docs/operation-format.md` are made from.
//!
//! What comes in: nothing. What goes out: descriptions as constants. Nothing is read or written here.

mod duty;
pub(crate) mod events;
mod fleet;
pub(crate) mod kind;
mod limits;
mod page;
mod people;
mod permissions;
mod places;
mod policy;
mod schema;

pub(crate) use duty::BUNDLED_DUTY;
pub use duty::DUTY_SETTINGS;
pub use events::{EVENTS_FORMAT, EventKind, events_format_page, schema_events};
pub use kind::{CodeList, Kind, Need};
pub use limits::Limits;
pub use page::operation_format_page;
pub use policy::{SETTINGS, Setting};
pub use schema::schema_operation;

/// A column of a table.
#[derive(Clone, Copy, Debug)]
pub struct Column {
    /// Name in the header; the unit closes it.
    pub name: &'static str,
    /// What stands in its cells.
    pub kind: Kind,
    /// Whether a cell may be empty.
    pub need: Need,
    /// What it means, and what an empty cell means.
    pub doc: &'static str,
}

/// A table: a CSV file, or a sheet of the workbook.
#[derive(Clone, Copy, Debug)]
pub struct Table {
    /// Name of the sheet; the file is called `<name>.csv`.
    pub name: &'static str,
    /// One sentence or two for people.
    pub doc: &'static str,
    /// Whether an operation must have it.
    pub required: bool,
    /// The columns that together are unique; empty when rows may repeat.
    pub key: &'static [&'static str],
    /// In canonical order.
    pub columns: &'static [Column],
}

impl Table {
    /// Where a column stands in the canonical order.
    pub fn position(&self, column: &str) -> Option<usize> {
        self.columns.iter().position(|known| known.name == column)
    }

    /// A column by its name.
    pub fn column(&self, name: &str) -> Option<&'static Column> {
        self.columns.iter().find(|known| known.name == name)
    }

    /// The name of the table's file in a folder.
    pub fn file(&self) -> String {
        format!("{}.csv", self.name)
    }
}

/// Name of the settings file, and of the sheet without its ending.
pub const SETTINGS_FILE: &str = "operation.toml";

/// Name of the sheet that holds the settings in a workbook.
pub(crate) const SETTINGS_SHEET: &str = "operation";

/// Every table, in the order in which people fill them in.
pub const TABLES: &[&Table] = &[
    &people::PATIENTS,
    &people::GROUPS,
    &places::FACILITIES,
    &places::FACILITY_AIRFIELDS,
    &people::BED_OFFERS,
    &places::STAGING,
    &places::AIRFIELDS,
    &places::RUNWAYS,
    &fleet::AIRCRAFT_TYPES,
    &fleet::CONFIGURATIONS,
    &fleet::AIRCRAFT,
    &fleet::CREWS,
    &permissions::CLEARANCES,
    &permissions::FORBIDDEN_PAIRS,
    &permissions::CLOSURES,
    &permissions::ROUTES,
    &permissions::CONTESTED_AREAS,
];

pub(crate) use fleet::{AIRCRAFT, AIRCRAFT_TYPES, CONFIGURATIONS, CREWS};
pub(crate) use people::{BED_OFFERS, GROUPS, PATIENTS};
pub(crate) use permissions::{CLEARANCES, CLOSURES, CONTESTED_AREAS, FORBIDDEN_PAIRS, ROUTES};
pub(crate) use places::{AIRFIELDS, FACILITIES, FACILITY_AIRFIELDS, RUNWAYS, STAGING};

/// The names of the files that an operation's folder may hold, [`SETTINGS_FILE`] first.
pub fn file_names() -> Vec<String> {
    std::iter::once(SETTINGS_FILE.to_owned())
        .chain(TABLES.iter().map(|table| table.file()))
        .collect()
}

/// A column that must be filled.
const fn must(name: &'static str, kind: Kind, doc: &'static str) -> Column {
    Column {
        name,
        kind,
        need: Need::Required,
        doc,
    }
}

/// A column that may be empty.
const fn may(name: &'static str, kind: Kind, doc: &'static str) -> Column {
    Column {
        name,
        kind,
        need: Need::Optional,
        doc,
    }
}

/// A column that may be empty where the bundled catalogue knows the row.
const fn unless_known(name: &'static str, kind: Kind, doc: &'static str) -> Column {
    Column {
        name,
        kind,
        need: Need::UnlessInCatalogue,
        doc,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn names_are_unique_and_keys_are_columns() {
        for (at, table) in TABLES.iter().enumerate() {
            assert!(TABLES[at + 1..].iter().all(|other| other.name != table.name));
            for (at, column) in table.columns.iter().enumerate() {
                assert!(
                    table.columns[at + 1..].iter().all(|other| other.name != column.name),
                    "{} twice in {}",
                    column.name,
                    table.name
                );
                assert!(column.doc.ends_with('.'), "{}: {}", table.name, column.name);
            }
            for key in table.key {
                assert!(table.position(key).is_some(), "{}: {key}", table.name);
            }
        }
    }

    #[test]
    fn references_point_to_tables() {
        for column in TABLES.iter().flat_map(|table| table.columns) {
            if let Kind::Ref(target) | Kind::RefList(target) = column.kind {
                assert!(
                    target == "policy.duty" || TABLES.iter().any(|table| table.name == target),
                    "{target}"
                );
            }
        }
    }
}
