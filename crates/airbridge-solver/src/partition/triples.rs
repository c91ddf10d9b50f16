//! Triples of requests of which a linear optimum has more than one tour that carries two.
//!
//! Subset-row inequalities of Jepsen, Petersen, Spoorendonk & Pisinger (2008): of tours that carry two or three of the same three requests, at most one is in a
//! whole set of tours. They cut off many broken ones.

use super::master::Master;
use super::requests::Requests;

/// What must be cut off at least, in tours.
const VIOLATION: f64 = 0.02;

/// The `most` triples that the master's optimum breaks most, with how many tours it has of them.
pub(crate) fn broken(master: &Master, most: usize) -> Vec<(f64, Requests)> {
    let broken: Vec<(f64, Requests)> = master.broken_tours();
    let all = broken.iter().fold(Requests::NONE, |all, (_, served)| all.union(served));
    let members: Vec<usize> = all.iter().collect();
    let mut found: Vec<(f64, Requests)> = Vec::new();
    for (index, &first) in members.iter().enumerate() {
        let with_first: Vec<bool> = broken.iter().map(|(_, served)| served.has(first)).collect();
        for (offset, &second) in members[index + 1..].iter().enumerate() {
            let count = |tour: usize| usize::from(with_first[tour]) + usize::from(broken[tour].1.has(second));
            let counts: Vec<usize> = (0..broken.len()).map(count).collect();
            for &third in &members[index + offset + 2..] {
                let pairs = broken.iter().zip(&counts);
                let of_tours = pairs.filter(|((_, served), count)| **count + usize::from(served.has(third)) >= 2);
                let sum: f64 = of_tours.map(|((share, _), _)| share).sum();
                if sum > 1.0 + VIOLATION {
                    found.push((sum, Requests::NONE.with(first).with(second).with(third)));
                }
            }
        }
    }
    found.sort_by(|a, b| b.0.total_cmp(&a.0).then(a.1.cmp(&b.1)));
    found.truncate(most);
    found
}
