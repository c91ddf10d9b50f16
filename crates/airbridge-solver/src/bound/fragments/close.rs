//! The gap between the bound and the best choice of tours, closed where few tours are within it.

use super::complete::near;
use super::generate::{Generation, Prices, stops, tour};
use crate::partition::{Column, Stop, within};

/// How far above the bound choices are looked for, as shares of it, one after the other: on Cordeau's sets optima are up to 0.2 % above it.
const SHARES: [f64; 6] = [0.000_05, 0.000_13, 0.000_3, 0.000_7, 0.001_5, 0.003];

/// More beginnings of tours than these are too many: some tens of megabytes, and a second.
const MOST_NEAR: usize = 150_000;

/// Times that a choice with unfit tours is put together anew.
const MOST_UNFIT: usize = 20;

/// A bound, and tours that serve everybody at little more.
pub(super) struct Closed {
    pub(super) bound: i64,
    /// None where none were found.
    pub(super) tours: Vec<Box<[Stop]>>,
}

/// The cheapest choice of tours where there is one near the bound, and the bound as far as the search for it raises it. `fits` says no to
/// tours that something rules out which the bound does not see.
pub(super) fn close(generation: &Generation<'_>, mut fits: impl FnMut(&[Stop]) -> bool) -> Closed {
    let Generation {
        chain,
        fleet,
        cuts,
        budget,
        best,
        ..
    } = generation;
    let Prices { bound, least, .. } = *best;
    let mut closed = Closed {
        bound,
        tours: Vec::new(),
    };
    for share in SHARES {
        let above = (bound as f64 * share) as i64;
        let Some(near) = near(chain, cuts, best, (least, above), MOST_NEAR, budget) else {
            break;
        };
        let column = |(fragments, above): &(Vec<usize>, i64)| {
            let (cost, served) = tour(chain, fragments);
            Column {
                served,
                cost: cost as f64,
                reduced: *above as f64,
            }
        };
        let mut columns: Vec<Column> = near.iter().map(column).collect();
        let limits = (bound as f64, (bound + above) as f64);
        let (mut chosen, certain) = within(&columns, MOST_NEAR, chain.requests, *fleet, limits);
        if certain {
            let cost = |chosen: &[usize]| chosen.iter().map(|&at| columns[at].cost as i64).sum();
            closed.bound = closed.bound.max(chosen.as_deref().map_or(bound + above, cost));
        }
        for _ in 0..MOST_UNFIT {
            let Some(tours) = &chosen else { break };
            let all: Vec<Box<[Stop]>> = tours.iter().map(|&at| stops(chain, &near[at].0)).collect();
            let pairs = tours.iter().zip(&all);
            let unfit: Vec<usize> = pairs.filter(|(_, stops)| !fits(stops)).map(|(at, _)| *at).collect();
            if unfit.is_empty() {
                closed.tours = all;
                return closed;
            }
            // The others are put together anew.
            for at in unfit {
                columns[at].reduced = f64::INFINITY;
            }
            chosen = within(&columns, MOST_NEAR, chain.requests, *fleet, limits).0;
        }
        if !certain {
            break;
        }
    }
    closed
}
