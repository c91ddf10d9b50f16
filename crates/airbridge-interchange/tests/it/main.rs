//! Whole operations: good ones in every form, broken ones with their findings, written ones read back.

mod broken;
mod broken_workbooks;
mod draft;
mod forms;
mod mutated;
mod random;
mod round_trip;
