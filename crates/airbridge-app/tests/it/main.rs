//! Use cases over the record.

mod acts;
mod claims;
mod counts;
mod planning;
mod proofs;
mod questions;
mod replay;
