//! The interface from outside, without sockets.

mod conditions;
mod description;
mod desk;
mod jobs;
mod matrix;
mod operations;
mod proofs;
mod sessions;
mod sources;
mod streams;
mod worklist;
