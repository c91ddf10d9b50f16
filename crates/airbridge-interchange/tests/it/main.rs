//! Whole operations: good ones in every form, broken ones with their findings, written ones read back.

#![expect(clippy::disallowed_methods, reason = "tests read files and settings of their own")]

mod broken;
mod broken_workbooks;
mod draft;
mod events;
mod forms;
mod mutated;
mod random;
mod round_trip;
