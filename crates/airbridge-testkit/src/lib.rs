//! Generators of operations, planted faults and brute-force oracles.

mod dice;
pub mod examples;
pub mod faults;
mod fleet;
pub mod generate;
pub mod oracle;
mod places;
mod policy;
mod rows;
