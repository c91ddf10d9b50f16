//! Whether a sequence of nodes has a clock, exactly, and what that clock leaves open for what follows.
//!
//! A simple temporal network (Dechter, Meiri & Pearl 1991): begins of service are vertices, windows are arcs to and from a vertex that stands for
//! time zero, travel and longest rides are arcs between nodes. Longest ways are kept between those vertices only that
//! later nodes can still be tied to: time zero, the first node, the last node, and the pickups of those on board. A node more costs
//! the square of their number.

use smallvec::SmallVec;

use super::plain::{NEVER, Plain};

const ZERO: usize = 0;
const FIRST: usize = 1;
const LAST: usize = 2;
/// Pickups of those on board follow from here, in the order of their boarding.
const ABOARD: usize = 3;

/// All longest ways of the network of a sequence, as far as they still matter.
#[derive(Clone, Debug)]
pub(super) struct Temporal {
    size: usize,
    /// By vertex and vertex: how much later the second begins, at least.
    least: SmallVec<[i64; 36]>,
}

impl Temporal {
    /// A sequence of one pickup.
    pub(super) fn of(plain: &Plain, node: usize) -> Self {
        let (open, close) = plain.windows[node];
        let mut least = SmallVec::from_elem(0, 16);
        for vertex in FIRST..=ABOARD {
            least[vertex] = open;
            least[vertex * 4] = -close;
        }
        Self { size: 4, least }
    }

    /// A sequence that begins at `node` with one on board, of whose pickup only window and least travel to `node` are known.
    pub(super) fn after(plain: &Plain, pickup: usize, node: usize) -> Option<Self> {
        if pickup == node {
            return Some(Self::of(plain, node));
        }
        let grown = Self::of(plain, pickup).grown(plain, pickup, node, None)?;
        let new = grown.size - 1;
        Some(grown.chosen(|vertex| if vertex == FIRST || vertex == LAST { new } else { vertex }, 4))
    }

    fn at(&self, from: usize, to: usize) -> i64 {
        self.least[from * self.size + to]
    }

    /// Earliest begin at the last node.
    pub(super) fn earliest_end(&self) -> i64 {
        self.at(ZERO, LAST)
    }

    /// Latest begin at the first node.
    pub(super) fn latest_start(&self) -> i64 {
        -self.at(FIRST, ZERO)
    }

    /// Least time from the begin at the first node to the begin at the last.
    pub(super) fn span(&self) -> i64 {
        self.at(FIRST, LAST)
    }

    /// Least time from the begin at a pickup to the begin at the last node; who boarded first is number 0.
    pub(super) fn aboard_for(&self, number: usize) -> i64 {
        self.at(ABOARD + number, LAST)
    }

    /// The sequence with another pickup, or `None` when there is no clock.
    pub(super) fn pick_up(&self, plain: &Plain, last: usize, next: usize) -> Option<Self> {
        let grown = self.grown(plain, last, next, None)?;
        let new = self.size;
        Some(grown.chosen(
            |vertex| match vertex {
                LAST => new,
                vertex if vertex < new => vertex,
                _ => new,
            },
            self.size + 1,
        ))
    }

    /// The sequence with the delivery `next` of the one who boarded as `number`, within `most` of the begin there. `None` when there is no
    /// clock.
    pub(super) fn deliver(&self, plain: &Plain, last: usize, next: usize, number: usize, most: i64) -> Option<Self> {
        let grown = self.grown(plain, last, next, Some((ABOARD + number, most)))?;
        let new = self.size;
        Some(grown.chosen(
            |vertex| match vertex {
                LAST => new,
                vertex if vertex < ABOARD + number => vertex,
                _ => vertex + 1,
            },
            self.size - 1,
        ))
    }

    /// The network with one vertex more, which is the last.
    fn grown(&self, plain: &Plain, last: usize, next: usize, ride: Option<(usize, i64)>) -> Option<Self> {
        let (new, size) = (self.size, self.size + 1);
        let step = plain.step(last, next);
        let (open, close) = plain.windows[next];
        let mut grown = Self {
            size,
            least: SmallVec::from_elem(-NEVER, size * size),
        };
        for from in 0..new {
            let row = &self.least[from * new..(from + 1) * new];
            grown.least[from * size..from * size + new].copy_from_slice(row);
            grown.least[from * size + new] = (row[LAST] + step).max(row[ZERO] + open);
        }
        for to in 0..new {
            let back = ride.map_or(-NEVER, |(pickup, most)| self.at(pickup, to) - most);
            grown.least[new * size + to] = back.max(self.at(ZERO, to) - close);
        }
        // A way from the new node back to itself that takes time is a contradiction.
        let late = grown.at(ZERO, new) > close;
        let long = ride.is_some_and(|(pickup, most)| grown.at(pickup, new) > most);
        if late || long {
            return None;
        }
        grown.least[new * size + new] = 0;
        for from in 0..new {
            let there = grown.at(from, new);
            for to in 0..new {
                let through = there + grown.at(new, to);
                let cell = &mut grown.least[from * size + to];
                *cell = (*cell).max(through);
            }
        }
        Some(grown)
    }

    /// The network of `size` chosen vertices.
    fn chosen(&self, old: impl Fn(usize) -> usize, size: usize) -> Self {
        let pairs = (0..size).flat_map(|from| (0..size).map(move |to| (from, to)));
        Self {
            size,
            least: pairs.map(|(from, to)| self.at(old(from), old(to))).collect(),
        }
    }

    /// Whether every clock of `other`, and of all that can follow it, is one of this too. Those on board must have boarded in the same order, or
    /// `positions` says which number here each of `other`'s has.
    pub(super) fn allows_all_of(&self, other: &Self, positions: &[usize]) -> bool {
        let here = |vertex: usize| {
            if vertex < ABOARD {
                vertex
            } else {
                ABOARD + positions[vertex - ABOARD]
            }
        };
        (0..other.size).all(|from| (0..other.size).all(|to| self.at(here(from), here(to)) <= other.at(from, to)))
    }
}
