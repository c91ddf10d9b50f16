//! Generators of operations, planted faults and brute-force oracles.
//!
//! What comes in: sizes and seeds. What goes out: operations as model values ([`generate`]: three families, their variations, and tiny ones for every
//! rule), the examples of the repository ([`examples`]), the best first tier of tiny operations by brute force ([`oracle`]), and sound plans made
//! unsound ([`faults`]), and disruptions of plans in execution ([`disruptions`]). Places are real, people are synthetic. Everything is the same for a seed on every machine. Nothing here plans.

pub mod course;
mod dice;
pub mod disruptions;
pub mod examples;
pub mod faults;
mod fleet;
pub mod generate;
pub mod oracle;
mod places;
mod policy;
mod rows;
