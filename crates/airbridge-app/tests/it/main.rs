//! Use cases over the record.

mod acts;
mod planning;
