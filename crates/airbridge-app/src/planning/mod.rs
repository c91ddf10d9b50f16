//! Between the record and the planner: an operation out of the record, and what of a plan the record keeps. Pure, but for [`Watch`], which looks at the clock.

mod again;
mod base;
mod before;
mod changes;
mod events;
mod examine;
mod happened;
mod imported;
mod known;
mod merge;
mod network;
mod outline;
mod part;
mod readable;
mod redacted;
mod run;
mod tables;
mod watch;

pub use self::again::{Again, Failure, again, as_made, broken, decided, first};
pub use self::base::base;
pub use self::before::before;
pub use self::changes::{Change, Changes, changes};
pub use self::examine::{Question, examine, what_if};
pub use self::happened::{Happened, happened};
pub use self::imported::{Mandate, imported};
pub use self::known::{known, read_reported};
pub use self::merge::{Kept, merge};
pub use self::network::network;
pub(crate) use self::outline::measures;
pub use self::outline::{From, outline};
pub use self::part::part;
pub use self::readable::{Readable, Unreadable, readable};
pub use self::redacted::redacted;
pub use self::run::{Made, Order, Ready, Work, ready, run};
pub use self::tables::{RECORDED, patient, tables_now};
pub use self::watch::{Checked, Seen, Watch};
