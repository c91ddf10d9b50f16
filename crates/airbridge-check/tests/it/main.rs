//! The checker against a plan made by hand, planted faults, and nonsense.

mod claims;
mod nonsense;
mod planted;
mod sample;
mod sound;
