//! The independent checker: one file per rule.
//!
//! What comes in: an operation and a plan, whoever made it. What goes out: every violation as a finding that names rule, place
//! and figures; nothing when the plan is sound. The rules are those of `docs/rules.md`, word for word.
//!
//! The checker shares with the planner only the units, the model and the geodesy. It has its own arithmetic for time,
//! load, range and duty, searches for nothing, repairs nothing, and never panics, however absurd the plan: a reference that points
//! nowhere, times that run backwards or legs that do not match their stops are violations like others, and what
//! cannot be tested for their sake is left out for that item alone.

mod checker;
mod claim;
mod duties;
mod flight;
mod instant;
mod measure;
mod opening;
mod past;
mod performance;
mod report;
mod rule_01_journey;
mod rule_02_places;
mod rule_03_care;
mod rule_04_cabin_altitude;
mod rule_05_range_and_runway;
mod rule_06_airfield;
mod rule_07_duty;
mod rule_08_clearance;
mod rule_09_destination;
mod rule_10_staging;
mod rule_11_past;
mod sweep;
mod ways;

pub use checker::{Checker, check};
pub use measure::measure;
