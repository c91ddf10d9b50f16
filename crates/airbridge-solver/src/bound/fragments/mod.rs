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

mod chain;
mod cuts;
mod enumerate;
mod fragment;
mod generate;
mod labels;
mod master;
mod pairs;
mod plain;
mod requests;
mod temporal;
mod windows;

use crate::problem::Problem;
use chain::Chain;
use plain::Plain;

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
    /// Sequences of stops that are looked at to find the fragments, at each length that they are cut at; about a million a second, and some 700
    /// bytes each.
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
    let mut plain = Plain::of(problem)?;
    if !windows::tighten(&mut plain) {
        return None;
    }
    let pieces = LONGEST
        .iter()
        .find_map(|&longest| enumerate::fragments(&plain, longest, effort.sequences))?;
    let count = pieces.fragments.len();
    let chain = Chain::new(&plain, pieces);
    let prices = generate::prices(&chain, plain.fleet, effort)?;
    Some(MovementBound {
        movement: prices.bound,
        fragments: count,
    })
}

#[cfg(test)]
mod tests;
