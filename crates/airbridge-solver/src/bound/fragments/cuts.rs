//! Subset-row inequalities: of tours that carry two or three of the same three requests, at most one.
//!
//! Jepsen, Petersen, Spoorendonk & Pisinger (2008). They hold for all whole sets of tours and cut off many broken ones. Their prices make labels
//! remember which of the triples they have one request of.

use super::fragment::Fragment;
use super::master::Master;
use super::requests::Requests;

/// More cuts than this do not fit the labels' memory.
pub(super) const MOST_CUTS: usize = 128;

/// Cuts added at once.
const AT_ONCE: usize = 16;

/// What must be cut off at least, in tours.
const VIOLATION: f64 = 0.02;

/// Triples, and how many of each the fragments carry.
#[derive(Clone, Debug, Default)]
pub(super) struct Cuts {
    pub(super) triples: Vec<Requests>,
    /// By fragment: number of a triple, and how many of it.
    pub(super) touched: Vec<Vec<(u8, u8)>>,
}

impl Cuts {
    /// No triple yet.
    pub(super) fn none(fragments: &[Fragment]) -> Self {
        Self {
            triples: Vec::new(),
            touched: vec![Vec::new(); fragments.len()],
        }
    }

    /// Adds a triple unless it is there.
    pub(super) fn add(&mut self, triple: Requests, fragments: &[Fragment]) {
        if self.triples.contains(&triple) {
            return;
        }
        let number = self.triples.len() as u8;
        for (touched, fragment) in self.touched.iter_mut().zip(fragments) {
            let count = triple.common(&fragment.served);
            if count > 0 {
                touched.push((number, count as u8));
            }
        }
        self.triples.push(triple);
    }

    /// Adds the triples that the master's optimum breaks most. Returns how many.
    pub(super) fn separate(&mut self, master: &Master, fragments: &[Fragment]) -> usize {
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
        let before = self.triples.len();
        for (_, triple) in found.into_iter().take(AT_ONCE.min(MOST_CUTS - before)) {
            self.add(triple, fragments);
        }
        self.triples.len() - before
    }
}
