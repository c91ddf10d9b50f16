//! The solver core: pickup and delivery with alternative ends, transfers and shared resources.
//!
//! It knows neither medicine nor aviation. What comes in: a [`problem::Problem`], a seed and a
//! limit. What goes out: a solution, its cost tier by tier, and a bound. The same code serves dial-a-ride
//! and pickup-and-delivery instances, which are special cases of the same problem.

// Generators of the integration tests are used by unit tests too, under the crate's own name.
#[cfg(test)]
extern crate self as airbridge_solver;

pub mod bound;
mod partition;
pub mod problem;
mod rejection;
mod schedule;
pub mod search;
pub mod solution;

pub use rejection::Rejection;
