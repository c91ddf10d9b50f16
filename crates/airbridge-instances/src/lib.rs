//! The public instances that solvers of dial-a-ride and of pickup and delivery are compared on.
//!
//! What comes in: the bytes of an instance file. What goes out: an [`Instance`], its [`Problem`](airbridge_solver::problem::Problem),
//! which is of the same kind that operations become, and the routes and their cost read off a solution. No instance
//! comes with the program.
//!
//! | format | read by | source |
//! |---|---|---|
//! | `darp` | [`Format::Darp`] | Cordeau & Laporte (2003), Cordeau (2006) |
//! | `li-lim` | [`Format::LiLim`] | Li & Lim (2003) |
//! | `sartori-buriol` | [`Format::SartoriBuriol`] | Sartori & Buriol (2020) |

mod bound;
mod instance;
mod problem;
mod read;
mod routes;

pub use bound::{Bound, Method};
pub use instance::{Format, Instance, Node, Objective};
pub use problem::SCALE;
pub use read::{InstanceError, read};
pub use routes::{Routes, Unsound};
