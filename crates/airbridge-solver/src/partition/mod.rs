//! Set partitioning: whole tours that together carry every request once, at least cost.
//!
//! What comes in: tours as a cost and a set of requests. What goes out: prices of requests at the linear optimum ([`master`]), triples of requests that
//! this optimum breaks ([`triples`]), and a choice of tours ([`choose`]). The bound on movement generates its tours for this
//! ([`crate::bound`]); the search keeps those that it meets in a [`Pool`].

mod choose;
mod master;
mod pool;
mod requests;
mod triples;

pub(crate) use choose::{Column, within};
pub(crate) use master::{Master, Optimum};
pub(crate) use pool::{Pool, Stop};
pub(crate) use requests::{MOST_REQUESTS, Requests};
pub(crate) use triples::broken;
