//! Use cases over the record.

mod planning;
