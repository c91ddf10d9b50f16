//! The checker against a plan made by hand, planted faults, and nonsense.

mod cases;
mod claims;
mod exact;
mod many;
mod nonsense;
mod permissions;
mod planted;
mod sample;
mod sound;
