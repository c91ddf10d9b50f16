//! The interface from outside, without sockets.

mod conditions;
mod description;
mod desk;
mod matrix;
mod sessions;
mod streams;
