//! One file a command: parse, call, present.

pub(crate) mod airfields;
pub(crate) mod check;
pub(crate) mod convert;
pub(crate) mod evaluate;
pub(crate) mod explain;
pub(crate) mod generate;
pub(crate) mod new;
pub(crate) mod plan;
pub(crate) mod replan;
pub(crate) mod roll;
pub(crate) mod schema;
pub(crate) mod solve;
mod standing;
pub(crate) mod validate;
pub(crate) mod what_if;
