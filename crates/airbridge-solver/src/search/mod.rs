//! From a problem to a good solution: construction, then large-neighbourhood search; where tours have nothing in common, on bare tours (`apart`), and from
//! whole tours that the bound finds or that were met, put together anew.
//!
//! What comes in: a problem, [`Limits`] and a [`StopSignal`]. What goes out: an [`Outcome`]. The search reads no clock: it counts
//! work, and stops when told. The same problem, seed and work limit give the same solution with any number of threads, unless it is
//! stopped from outside.

mod accept;
mod apart;
mod apply;
mod atlas;
mod complete;
mod construct;
mod convert;
#[cfg(test)]
#[path = "../../tests/it/crowded.rs"]
mod crowded;
mod evaluate;
#[cfg(test)]
mod exhaustive;
mod explain;
#[cfg(test)]
#[path = "../../tests/it/generate.rs"]
mod generate;
mod insert;
mod memory;
mod moved;
mod polish;
mod portfolio;
mod proposal;
mod recreate;
mod remove;
mod ruin;
mod share;
mod shortlist;
mod spots;
mod state;
mod stop;
mod stream;
mod surround;
mod tour;
mod trial;
mod usage;
mod whole;

use crate::bound::Bound;
use crate::problem::Cost;
use crate::solution::Solution;

pub(crate) use atlas::{Atlas, NEVER, Reach, close, open_at_both};
pub use complete::complete;
pub use explain::{Explainer, explain_insertion};
pub use portfolio::{solve, solve_from};
pub(crate) use state::vehicles_of;
pub use stop::{Progress, Sight, StopSignal};
pub use trial::{TourName, Trial, Trials, Where};

/// How long and with what to search.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct Limits {
    /// Work at most, over all streams: exact evaluations of insertions (none on bare tours), plus one for each request that is tried and for each
    /// iteration; where tours are looked for by the bound, eight of its steps count as one. Construction is always completed. The search ends before
    /// where a solution is proved optimal. `None`: until stopped.
    pub work: Option<u64>,
    /// Seed of everything random.
    pub seed: u64,
    /// Threads to run on, at least 1. Makes no difference to the solution where work is limited; otherwise each runs a stream of its own.
    pub threads: usize,
}

/// What a search found.
#[derive(Clone, Debug)]
pub struct Outcome {
    /// The best solution found.
    pub solution: Solution,
    /// Its cost.
    pub cost: Cost,
    /// The first solution's cost, before the search improved on it.
    pub first_cost: Cost,
    /// How little the first tier could cost at best.
    pub bound: Bound,
    /// Iterations of all streams.
    pub iterations: u64,
    /// Work of all streams.
    pub work: u64,
}
