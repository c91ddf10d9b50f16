//! Generators of operations, planted faults and brute-force oracles.

mod dice;
mod fleet;
pub mod generate;
mod places;
mod policy;
mod rows;
