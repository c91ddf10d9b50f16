//! Use cases over the record.

mod acts;
mod claims;
mod counts;
mod desk;
mod planning;
mod proofs;
mod questions;
mod replay;
mod twins;
