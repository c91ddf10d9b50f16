//! Between the record and the planner: an operation out of the record, and what of a plan the record keeps. Pure.

mod happened;
mod imported;
mod outline;
mod part;
mod run;
mod tables;

pub use self::happened::happened;
pub use self::imported::{Mandate, imported};
pub use self::outline::{From, outline};
pub use self::part::part;
pub use self::run::{Failure, Made, Order, Work, run};
pub use self::tables::{RECORDED, patient, tables_now};
