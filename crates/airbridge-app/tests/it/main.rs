//! Use cases over the record.

mod acts;
mod desk;
mod planning;
mod twins;
