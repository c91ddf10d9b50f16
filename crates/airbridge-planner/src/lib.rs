//! From an operation to the solver's problem, and from the solver's answer to a plan.
//!
//! What comes in: an [`airbridge_model::Operation`], a seed and a limit. What goes out: an
//! [`airbridge_model::Plan`] with measures, a bound, and a reason for each patient left out. The exact rules
//! that a plan obeys are in `docs/rules.md`; where this crate is stricter than a rule (it rounds against the plan, and keeps some
//! constructs out of its reach), the module that does so says it. The independent checker has the last word, outside
//! of this crate.
//!
//! # Dictionary
//!
//! | the field | the solver |
//! |---|---|
//! | patient, or a whole group | request |
//! | bed offer with a path to it | way |
//! | lift | ride |
//! | aircraft | vehicle, with a profile of its own (permissions differ by aircraft) |
//! | mission | tour |
//! | configuration with flight crew and medical team | setup |
//! | airfield | place |
//! | leg, with the fuel stops it needs | travel option |
//! | cabin tier | travel grade |
//! | beds by day, admissions by day, slots by hour | bucketed resource |
//! | staging places, stands | instant resource |

mod cabin;
mod calendar;
mod commitments;
mod crews;
mod decode;
mod encode;
pub mod explain;
mod ferry;
mod fields;
mod left_out;
mod load;
mod measures;
mod party;
mod performance;
mod permission;
mod replan;
mod restore;
mod shared;
mod spans;
mod track_table;
mod translate;
mod underway;
mod vehicles;
mod watch;
mod ways;
mod windows_pool;

pub use encode::{Dropped, Partial, encode};
pub use measures::measure;
pub use replan::{Replanned, replan, replan_bare, replan_watched};
pub use restore::search_on;
pub use translate::{PlanError, Planner, Settings};
pub use underway::count_changes;
pub use watch::{Beside, Look, Searching};
