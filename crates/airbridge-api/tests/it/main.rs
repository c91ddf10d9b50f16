//! The interface from outside, without sockets.

mod conditions;
mod description;
mod desk;
mod matrix;
mod operations;
mod proofs;
mod sessions;
mod streams;
mod worklist;
