//! How little movement could cost at best when everybody is served, for plain pickup and delivery.
//!
//! What comes in: a problem. What goes out: a [`MovementBound`], or nothing when the problem is not plain (see [`plain`]) or too large. Tours
//! are cut where nobody is on board into *fragments* ([`fragment`], [`enumerate`]); these are few when rides are short. A tour is then a chain
//! of fragments in which only the clock matters ([`chain`]), and tours of least reduced cost are found by labels ([`labels`]). The bound is
//! that of set partitioning over all tours with subset-row cuts ([`cuts`]), found by column generation ([`generate`], [`master`]).
//!
//! Whatever the floating-point arithmetic of the linear program yields is only a hint for prices; the bound is computed from prices in whole numbers.
//!
//! # References
//!
//! Rist & Forbes (2021), "A New Formulation for the Dial-a-Ride Problem", and Alyasiry, Forbes & Bulmer (2019) for fragments, which they put into
//! a model over arcs; Gschwind & Irnich (2015) and Ropke & Cordeau (2009) for set partitioning over tours.

mod budget;
mod chain;
mod close;
mod complete;
mod cuts;
mod enumerate;
mod fragment;
mod generate;
mod labels;
mod pairs;
mod plain;
mod temporal;
mod windows;

use crate::partition::{Pool, Requests, Stop};
use crate::problem::Problem;
pub(crate) use budget::Budget;
use chain::Chain;
use close::close;
use generate::generate;
use plain::Plain;
pub(crate) use windows::by_partner;

/// A bound on movement.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub struct MovementBound {
    /// No solution that serves every request costs less in tier 4, in the problem's own units of cost.
    pub movement: i64,
    /// Fragments that it was computed from.
    pub fragments: usize,
}

/// How much work may be spent. Work is counted, so that the same problem has the same bound on every machine.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct Effort {
    /// Sequences of stops that are looked at to find the fragments, at each length that they are cut at; about a million a second.
    pub sequences: usize,
    /// Labels in one search for tours.
    pub labels: usize,
    /// Searches for tours.
    pub rounds: usize,
}

impl Default for Effort {
    /// Some seconds for a hundred requests, and less than 200 MB.
    fn default() -> Self {
        Self {
            sequences: 220_000,
            labels: 2_000_000,
            rounds: 600,
        }
    }
}

/// How many requests a fragment carries before it is cut, tried one after the other until there are few enough.
const LONGEST: [Option<usize>; 5] = [None, Some(6), Some(5), Some(4), Some(3)];

/// What movement costs at least when every request is served.
///
/// `None` when the problem is not plain (one ride a request, vehicles alike in travel and home, a place for each end of each ride), when
/// it would take more than `effort`, or when it is plain that not everybody can be served.
pub fn movement_bound(problem: &Problem, effort: &Effort) -> Option<MovementBound> {
    let budget = Budget::unlimited();
    let (plain, chain) = chain_of(problem, effort, &budget)?;
    let generation = generate(&chain, plain.fleet, effort, &budget)?;
    Some(MovementBound {
        movement: close(&generation, |_| true).bound,
        fragments: chain.fragments.len(),
    })
}

/// Tours of which some serve everybody at little cost.
#[derive(Clone, Debug)]
pub(crate) struct Partition {
    /// A choice of them that serves everybody at a cost near the bound; none where none was found.
    pub(crate) tours: Vec<Box<[Stop]>>,
    /// Those found.
    pub(crate) pool: Pool,
    /// No tours that serve everybody cost less.
    pub(crate) bound: i64,
}

/// The tours that the bound is made of. They are as feasible as a
/// chain of fragments is: what [`plain`] leaves out of the problem they may break. `None` as for [`movement_bound`].
pub(crate) fn partition(
    problem: &Problem,
    effort: &Effort,
    budget: &Budget<'_>,
    fits: impl FnMut(&[Stop]) -> bool,
) -> Option<Partition> {
    let (plain, mut chain) = chain_of(problem, effort, budget)?;
    budget.begin_tours();
    // What any tour costs besides its way.
    let setups = problem.vehicles.iter().flat_map(|vehicle| {
        let setups = vehicle.setups.iter();
        setups.map(|setup| vehicle.tour_cost.0[4] + setup.cost.0[4])
    });
    let fixed = setups.min().unwrap_or(0);
    for out in &mut chain.out {
        *out += fixed;
    }
    let generation = generate(&chain, plain.fleet, effort, budget)?;
    let tours: Vec<(i64, Requests, Box<[Stop]>)> = generation.tours().collect();
    let dearest = tours.iter().map(|tour| tour.0).max()?;
    let mut pool = Pool::new(plain.requests, plain.fleet, 4 * dearest.max(1));
    for (cost, served, stops) in tours {
        pool.add(served, cost, false, || stops);
    }
    let closed = close(&generation, fits);
    Some(Partition {
        tours: closed.tours,
        pool,
        bound: closed.bound,
    })
}

fn chain_of(problem: &Problem, effort: &Effort, budget: &Budget<'_>) -> Option<(Plain, Chain)> {
    let mut plain = Plain::of(problem)?;
    if !windows::tighten(&mut plain) {
        return None;
    }
    let pieces = LONGEST
        .iter()
        .find_map(|&longest| enumerate::fragments(&plain, longest, effort.sequences, budget))?;
    let chain = Chain::new(&plain, pieces);
    Some((plain, chain))
}

#[cfg(test)]
mod tests;
