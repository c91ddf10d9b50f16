//! Unions of intervals of time.

use airbridge_units::Moment;

/// Sorted, disjoint, non-touching closed intervals `[from, to]`.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct Windows {
    intervals: Vec<(Moment, Moment)>,
}

impl Windows {
    /// All of time.
    pub fn always() -> Self {
        Self { intervals: vec![(Moment::MIN, Moment::MAX)] }
    }

    /// No moment at all.
    pub fn never() -> Self {
        Self { intervals: Vec::new() }
    }

    /// Joins intervals in any order, overlapping or not; those with `from > to` are dropped.
    pub fn new(mut intervals: Vec<(Moment, Moment)>) -> Self {
        intervals.retain(|(from, to)| from <= to);
        intervals.sort_unstable();
        let mut joined: Vec<(Moment, Moment)> = Vec::with_capacity(intervals.len());
        for (from, to) in intervals {
            match joined.last_mut() {
                Some(last) if from <= last.1 => last.1 = last.1.max(to),
                _ => joined.push((from, to)),
            }
        }
        Self { intervals: joined }
    }

    /// The intervals, sorted and disjoint.
    pub fn intervals(&self) -> &[(Moment, Moment)] {
        &self.intervals
    }
}
