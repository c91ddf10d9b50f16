//! The solver as its users see it: whole solves of generated problems.

mod bounds;
mod crowded;
mod determinism;
mod dial_a_ride;
mod explain;
mod generate;
mod soundness;
mod verifier;
