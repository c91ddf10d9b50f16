//! Who may do what, and who sees which fields: the reviewed tables, and decisions by them.
//!
//! What comes in: who asks, for which operation, and whose the thing is. What goes out: whether they may, and the groups of fields that they see. The
//! tables are data (`data/`, for reviewers as `docs/roles.md`); what no row allows is denied. Nothing here knows what a request is, or reads a clock.

mod actor;
mod apart;
mod complete;
mod decide;
mod fields;
mod operation;
mod page;
mod role;
mod scope;
mod table;
mod words;

pub use actor::{Actor, Subject};
pub use apart::Apart;
pub use decide::{Decision, decide, seen, written};
pub use fields::{FieldGroup, Mask, Phase};
pub use operation::Operation;
pub use page::roles_page;
pub use role::Role;
pub use scope::Scope;
pub use table::{Row, Sight, Table, TableError};
