//! The interface from outside: the most of it without sockets.

mod alike;
mod changes;
mod clearances;
mod conditions;
mod cuts;
mod description;
mod jobs;
mod life;
mod marks;
mod matrix;
mod network;
mod once;
mod operations;
mod proofs;
mod reports;
mod sessions;
mod sources;
mod streams;
mod trail;
mod twins;
mod worklist;
