//! Desks for tests of the record, and for commands that try it out: an operation, an organisation of each kind, an account of each role, and clients that
//! ask. All people are synthetic.
//!
//! [`Desk`] has the application and the interface in this process, with a clock and chance that are handed in. [`wire`] asks any server over loopback,
//! and [`cuts`] hangs up on it. Nothing here is part of the program.

pub mod cuts;
mod desk;
mod given;
mod proposal;
mod reply;
pub mod wire;

pub use desk::{Desk, PASSWORD, Somebody, XLSX, organisation, row, start};
pub use given::Given;
pub use proposal::{flight, outline};
pub use reply::Reply;
