//! Unions of intervals of time.

use airbridge_units::{Moment, Seconds};

/// Sorted, disjoint, non-touching closed intervals `[from, to]`.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct Windows {
    intervals: Vec<(Moment, Moment)>,
}

impl Windows {
    /// All of time.
    pub fn always() -> Self {
        Self {
            intervals: vec![(Moment::MIN, Moment::MAX)],
        }
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

    /// The smallest moment at or after `from` at which a block of this length lies within one interval.
    pub fn earliest_block(&self, from: Moment, length: Seconds) -> Option<Moment> {
        let first = self.intervals.partition_point(|interval| interval.1 < from);
        self.intervals[first..].iter().find_map(|&(open, shut)| {
            let begin = open.max(from);
            (begin + length <= shut).then_some(begin)
        })
    }

    /// The largest moment at or before `by` at which a block of this length begins and lies within one interval.
    pub fn latest_block(&self, by: Moment, length: Seconds) -> Option<Moment> {
        let after = self.intervals.partition_point(|interval| interval.0 <= by);
        self.intervals[..after].iter().rev().find_map(|&(open, shut)| {
            let begin = by.min(shut - length);
            (begin >= open).then_some(begin)
        })
    }

    /// Whether one interval holds all of `[from, to]`.
    pub fn hold(&self, from: Moment, to: Moment) -> bool {
        let first = self.intervals.partition_point(|interval| interval.1 < from);
        self.intervals
            .get(first)
            .is_some_and(|&(open, shut)| open <= from && to <= shut)
    }

    /// The first and last moment in any interval, or `None` when there is none.
    pub fn hull(&self) -> Option<(Moment, Moment)> {
        Some((self.intervals.first()?.0, self.intervals.last()?.1))
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn two() -> Windows {
        Windows::new(vec![(Moment(10), Moment(20)), (Moment(30), Moment(50))])
    }

    #[test]
    fn a_block_that_does_not_fit_goes_to_the_next_interval() {
        assert_eq!(two().earliest_block(Moment(0), Seconds(5)), Some(Moment(10)));
        assert_eq!(two().earliest_block(Moment(16), Seconds(5)), Some(Moment(30)));
        assert_eq!(two().earliest_block(Moment(15), Seconds(5)), Some(Moment(15)));
        assert_eq!(two().earliest_block(Moment(46), Seconds(5)), None);
    }

    #[test]
    fn a_block_rounds_down_too() {
        assert_eq!(two().latest_block(Moment(60), Seconds(5)), Some(Moment(45)));
        assert_eq!(two().latest_block(Moment(29), Seconds(5)), Some(Moment(15)));
        assert_eq!(two().latest_block(Moment(12), Seconds(15)), None);
    }

    #[test]
    fn a_block_across_a_gap_is_not_held() {
        assert!(two().hold(Moment(10), Moment(20)));
        assert!(!two().hold(Moment(10), Moment(30)));
    }
}
