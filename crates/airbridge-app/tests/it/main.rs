//! Use cases over the record.

mod acts;
mod claims;
mod desk;
mod planning;
mod proofs;
mod replay;
mod twins;
