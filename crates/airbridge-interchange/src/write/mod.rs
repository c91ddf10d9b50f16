//! From an operation to files: canonical texts in a stable order, the same for folder, workbook and digest.

mod events;
mod fleet;
pub(crate) mod folder;
mod people;
mod permissions;
mod places;
mod settings;
mod workbook;

use airbridge_model::Operation;
use airbridge_units::{Feet, Kilograms, Minutes, StateCode};

pub use events::write_events;
pub use folder::write_folder;
pub use workbook::write_workbook;

use crate::format::kind::Code;
use crate::format::{Kind, Table};

/// Name of the file that holds an operation's own boundaries.
pub(crate) const BOUNDARIES_FILE: &str = "boundaries.ser";

/// How much of what the catalogue knows is written.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub(crate) enum Detail {
    /// An airfield or type as the catalogue has it: by its id alone, or not at all where another row names it.
    ByReference,
    /// Everything, so that it does not depend on the catalogue.
    Full,
}

/// A table as it is written: texts in the order of the format's columns.
#[derive(Debug)]
pub(crate) struct Sheet {
    pub(crate) table: &'static Table,
    pub(crate) rows: Vec<Vec<String>>,
}

/// Settings and tables as they are written.
#[derive(Debug)]
pub(crate) struct Sheets {
    /// Keys and texts.
    pub(crate) settings: Vec<(String, String)>,
    /// In the order of [`crate::format::TABLES`].
    pub(crate) tables: Vec<Sheet>,
}

/// The canonical texts of an operation.
pub(crate) fn sheets(operation: &Operation, detail: Detail) -> Sheets {
    let operation = &in_order(operation);
    Sheets {
        settings: settings::write(operation),
        tables: vec![
            people::patients(operation),
            people::groups(operation),
            places::facilities(operation),
            places::facility_airfields(operation),
            people::offers(operation),
            places::staging(operation),
            places::airfields(operation, detail),
            places::runways(operation, detail),
            fleet::aircraft_types(operation, detail),
            fleet::configurations(operation, detail),
            fleet::aircraft(operation),
            fleet::crews(operation),
            permissions::clearances(operation),
            permissions::forbidden_pairs(operation),
            permissions::closures(operation),
            permissions::routes(operation),
            permissions::contested(operation),
        ],
    }
}

/// The operation with everything in canonical order, which is the order that readers give: by id; runways and configurations of a field
/// or type stay as they are, since the first configuration means something.
fn in_order(operation: &Operation) -> Operation {
    let mut o = operation.clone();
    o.boundaries = None;
    o.patients.sort_by(|a, b| a.id.cmp(&b.id));
    o.groups.sort_by(|a, b| a.id.cmp(&b.id));
    o.facilities.sort_by(|a, b| a.id.cmp(&b.id));
    for facility in &mut o.facilities {
        facility.access.sort_by(|a, b| a.airfield.cmp(&b.airfield));
    }
    o.staging.sort_by(|a, b| a.facility.cmp(&b.facility));
    o.offers.sort_by(|a, b| a.id.cmp(&b.id));
    o.airfields.sort_by(|a, b| a.id.cmp(&b.id));
    o.aircraft_types.sort_by(|a, b| a.id.cmp(&b.id));
    o.aircraft.sort_by(|a, b| a.id.cmp(&b.id));
    o.crews.sort_by(|a, b| a.id.cmp(&b.id));
    o.clearances.sort_by(|a, b| a.id.cmp(&b.id));
    o.forbidden_pairs.sort_by_key(crate::read::permissions::pair_key);
    o.closures.sort_by(|a, b| a.id.cmp(&b.id));
    o.routes.sort_by(|a, b| (&a.from, &a.to).cmp(&(&b.from, &b.to)));
    o.contested.sort_by(|a, b| a.name.cmp(&b.name));
    o.policy.duty.sort_by(|a, b| a.id.cmp(&b.id));
    o
}

/// A row while it is written.
pub(crate) struct RowWriter {
    table: &'static Table,
    cells: Vec<String>,
}

impl Sheet {
    /// A table with a row for each item.
    pub(crate) fn of<T>(
        table: &'static Table,
        items: impl IntoIterator<Item = T>,
        mut write: impl FnMut(&mut RowWriter, T),
    ) -> Self {
        let rows = items
            .into_iter()
            .map(|item| {
                let mut row = RowWriter {
                    table,
                    cells: vec![String::new(); table.columns.len()],
                };
                write(&mut row, item);
                row.cells
            })
            .collect();
        Self { table, rows }
    }
}

impl RowWriter {
    /// Fills a cell.
    pub(crate) fn set(&mut self, column: &str, text: impl ToString) -> &mut Self {
        let at = self.table.position(column);
        let at = at.unwrap_or_else(|| panic!("{column} is a column of {}", self.table.name));
        let text = text.to_string();
        let minus_zero = text == "-0" && matches!(self.table.columns[at].kind, Kind::Number(..));
        self.cells[at] = if minus_zero { "0".to_owned() } else { text };
        self
    }

    /// Fills a cell if there is something.
    pub(crate) fn maybe(&mut self, column: &str, text: Option<impl ToString>) -> &mut Self {
        if let Some(text) = text {
            self.set(column, text);
        }
        self
    }

    /// Fills a cell with `none` if there is nothing: where an empty cell would mean the catalogue's value.
    pub(crate) fn or_none(&mut self, column: &str, text: Option<impl ToString>) -> &mut Self {
        match text {
            Some(text) => self.set(column, text),
            None => self.set(column, "none"),
        }
    }

    pub(crate) fn flag(&mut self, column: &str, flag: bool) -> &mut Self {
        self.set(column, if flag { "yes" } else { "no" })
    }
}

/// Codes or words separated by spaces.
pub(crate) fn codes<T: Code>(members: &[T]) -> String {
    members.iter().map(|member| member.word()).collect::<Vec<_>>().join(" ")
}

pub(crate) fn states(states: &[StateCode]) -> String {
    states.iter().map(StateCode::as_str).collect::<Vec<_>>().join(" ")
}

pub(crate) fn minutes(minutes: Minutes) -> String {
    minutes.get().to_string()
}

/// A number in the shortest form that reads back the same; zero has no sign.
pub(crate) fn number(number: f64) -> String {
    (number + 0.0).to_string()
}

pub(crate) fn feet(feet: Feet) -> String {
    number(feet.get())
}

pub(crate) fn kilograms(kilograms: Kilograms) -> String {
    number(kilograms.get())
}
