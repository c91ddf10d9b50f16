//! Tours that carry every request once, at least cost, out of a pool of them.
//!
//! Set partitioning (Balinski & Quandt 1964) over columns whose reduced costs at the linear optimum are known. What a choice costs above
//! that optimum is at least the sum of its reduced costs, so a search in depth for choices of small sums needs to look at few columns as long as the
//! optimum is nearly whole. The same over tours met by a search: Parragh & Schmid (2013).

use super::requests::{MOST_REQUESTS, Requests};

/// A tour that may be chosen.
#[derive(Clone, Copy, Debug)]
pub(crate) struct Column {
    pub(crate) served: Requests,
    pub(crate) cost: f64,
    /// Not below zero.
    pub(crate) reduced: f64,
}

/// By trial on Cordeau's sets, like the figures below. How much above the linear optimum a choice may be, as shares of it, tried one after the other.
const ABOVE: [f64; 5] = [1e-6, 2e-4, 1e-3, 5e-3, 3e-2];

/// Columns looked at in one search in depth.
const LOOKS: usize = 2_000_000;

/// More columns than these are not looked at, those of least reduced cost first.
const MOST_COLUMNS: usize = 3_000;

/// The tours of the cheapest choice, or of a good one where finding it takes too long. `None` when none is found.
/// `value` is the linear optimum.
pub(crate) fn best(columns: &[Column], requests: usize, fleet: i64, value: f64) -> Option<Vec<usize>> {
    ABOVE.iter().find_map(|share| {
        let above = value.abs() * share;
        within(columns, MOST_COLUMNS, requests, fleet, (value, value + above)).0
    })
}

/// The tours of the cheapest choice that costs less than `limits.1`, when any costs at least `limits.0` and the reduced costs of its tours; and whether that is
/// certain: the search is neither cut short nor kept from some of the columns.
pub(crate) fn within(
    columns: &[Column],
    most: usize,
    requests: usize,
    fleet: i64,
    limits: (f64, f64),
) -> (Option<Vec<usize>>, bool) {
    let mut near: Vec<usize> = (0..columns.len())
        .filter(|&column| limits.0 + columns[column].reduced < limits.1)
        .collect();
    near.sort_by(|&a, &b| columns[a].reduced.total_cmp(&columns[b].reduced).then(a.cmp(&b)));
    let whole = near.len() <= most;
    near.truncate(most);
    let mut search = Search {
        columns,
        above: limits.1 - limits.0,
        value: limits.0,
        best: None,
        looks: LOOKS,
    };
    let all = (0..requests).fold(Requests::NONE, Requests::with);
    search.choose(all, fleet, 0.0, &near, &mut Vec::new());
    (search.best, whole && search.looks > 0)
}

struct Search<'a> {
    columns: &'a [Column],
    value: f64,
    /// Sums of reduced costs from here on are not wanted.
    above: f64,
    best: Option<Vec<usize>>,
    looks: usize,
}

impl Search<'_> {
    /// Tries all ways to cover `left` with columns of `near`, of which each is within it.
    fn choose(&mut self, left: Requests, fleet: i64, sum: f64, near: &[usize], chosen: &mut Vec<usize>) {
        if left == Requests::NONE {
            let cost: f64 = chosen.iter().map(|&column| self.columns[column].cost).sum();
            if cost - self.value < self.above {
                self.above = cost - self.value;
                self.best = Some(chosen.clone());
            }
            return;
        }
        if fleet == 0 || self.looks == 0 {
            return;
        }
        self.looks = self.looks.saturating_sub(near.len());
        // Whoever has the fewest tours left: often just one, or none.
        let mut count = [0_u32; MOST_REQUESTS];
        for &column in near {
            for request in self.columns[column].served.iter() {
                count[request] += 1;
            }
        }
        let Some(request) = left.iter().min_by_key(|&request| count[request]) else {
            return;
        };
        for &column in near {
            let Column { served, reduced, .. } = self.columns[column];
            let next = sum + reduced;
            if next >= self.above {
                break;
            }
            if !served.has(request) {
                continue;
            }
            let rest = self.above - next;
            let within = near
                .iter()
                .copied()
                .take_while(|&other| self.columns[other].reduced < rest);
            let apart: Vec<usize> = within
                .filter(|&other| !self.columns[other].served.meets(&served))
                .collect();
            chosen.push(column);
            self.choose(left.without(&served), fleet - 1, next, &apart, chosen);
            chosen.pop();
        }
    }
}

#[cfg(test)]
pub(super) mod tests;
