//! Tables, workbooks, plan files and events to and from the model, with findings.
//!
//! What comes in: the bytes of an operation's folder or workbook, of a plan file, or of a file of events; or what they say. What goes
//! out: what they say and every finding about it, or the bytes of the files. Nothing here touches a disk, a network or a clock, and no bytes make it panic.

mod archive;
mod catalogue;
mod digest;
mod findings;
mod format;
mod json;
mod nearest;
pub mod ourairports;
pub mod plan_file;
mod read;
mod rows;
mod source;
mod tables;
mod template;
mod values;
mod write;

pub use catalogue::{catalogue_aircraft_types, catalogue_airfields, catalogue_findings};
pub use digest::digest;
pub use format::{
    CodeList, Column, DUTY_SETTINGS, EVENTS_FORMAT, EventKind, Kind, Limits, Need, SETTINGS, SETTINGS_FILE, Setting,
    TABLES, Table, events_format_page, file_names, operation_format_page, schema_events, schema_operation,
};
pub use read::events::{EventsReading, read_events};
pub use read::policy::default_policy;
pub use read::{Reading, read_operation, rows_read};
pub use rows::{TextRow, TextTables};
pub use source::{Source, boundaries_file};
pub use template::template;
pub use write::{write_events, write_folder, write_workbook};
