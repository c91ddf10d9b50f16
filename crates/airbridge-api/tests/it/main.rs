//! The interface from outside: the most of it without sockets.

mod conditions;
mod cuts;
mod description;
mod life;
mod marks;
mod matrix;
mod once;
mod operations;
mod sessions;
mod streams;
mod trail;
mod twins;
