//! Sets of seconds as sorted, disjoint closed intervals, and the little algebra that windows need.

/// Closed intervals `[from, to]` in seconds since the problem's start, sorted and disjoint.
#[derive(Clone, PartialEq, Eq, PartialOrd, Ord, Debug)]
pub(crate) struct Spans(Vec<(i64, i64)>);

/// Far enough away on both sides.
const FAR: i64 = i64::MAX / 8;

impl Spans {
    pub(crate) fn always() -> Self {
        Self(vec![(-FAR, FAR)])
    }

    pub(crate) fn one(from: i64, to: i64) -> Self {
        Self::new(vec![(from, to)])
    }

    /// Joins intervals that overlap or touch (`[1, 5]` and `[5, 9]`); reversed ones are dropped.
    pub(crate) fn new(mut intervals: Vec<(i64, i64)>) -> Self {
        intervals.retain(|(from, to)| from <= to);
        intervals.sort_unstable();
        let mut joined: Vec<(i64, i64)> = Vec::with_capacity(intervals.len());
        for (from, to) in intervals {
            match joined.last_mut() {
                Some(last) if from <= last.1 => last.1 = last.1.max(to),
                _ => joined.push((from, to)),
            }
        }
        Self(joined)
    }

    pub(crate) fn intervals(&self) -> &[(i64, i64)] {
        &self.0
    }

    pub(crate) fn is_empty(&self) -> bool {
        self.0.is_empty()
    }

    pub(crate) fn is_always(&self) -> bool {
        self.0 == [(-FAR, FAR)]
    }

    pub(crate) fn intersect(&self, other: &Self) -> Self {
        if self.is_always() {
            return other.clone();
        }
        let (mut i, mut j) = (0, 0);
        let mut out = Vec::new();
        while i < self.0.len() && j < other.0.len() {
            let (a, b) = (self.0[i], other.0[j]);
            let (from, to) = (a.0.max(b.0), a.1.min(b.1));
            if from <= to {
                out.push((from, to));
            }
            if a.1 < b.1 {
                i += 1;
            } else {
                j += 1;
            }
        }
        Self(out)
    }

    /// Without the open intervals `(from, to)`: their ends stay, so that "until 12:00" and "from 12:00" meet.
    pub(crate) fn without(&self, holes: &[(i64, i64)]) -> Self {
        let mut kept = self.0.clone();
        for &(from, to) in holes.iter().filter(|(from, to)| from < to) {
            kept = kept
                .into_iter()
                .flat_map(|(a, b)| {
                    if b <= from || a >= to {
                        [Some((a, b)), None]
                    } else {
                        [(a <= from).then_some((a, from)), (b >= to).then_some((to, b))]
                    }
                })
                .flatten()
                .collect();
        }
        Self(kept)
    }

    /// Every interval moved by `by`.
    pub(crate) fn shifted(&self, by: i64) -> Self {
        if self.is_always() {
            return self.clone();
        }
        Self(self.0.iter().map(|&(from, to)| (from + by, to + by)).collect())
    }

    /// Without the intervals that are shorter than `least`.
    pub(crate) fn lasting(mut self, least: i64) -> Self {
        self.0.retain(|(from, to)| to - from >= least);
        self
    }

    /// The starts `t` such that `[t, t + length]` lies within one interval.
    pub(crate) fn starts_of(&self, length: i64) -> Self {
        if self.is_always() {
            return self.clone();
        }
        Self(
            self.0
                .iter()
                .filter(|(from, to)| to - from >= length)
                .map(|&(from, to)| (from, to - length))
                .collect(),
        )
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn holds(spans: &Spans, at: i64) -> bool {
        spans.0.iter().any(|&(from, to)| (from..=to).contains(&at))
    }

    #[test]
    fn the_algebra_agrees_with_membership() {
        let a = Spans::new(vec![(0, 10), (20, 30), (28, 40)]);
        let b = Spans::new(vec![(5, 25), (39, 50)]);
        let both = a.intersect(&b);
        let less = a.without(&[(3, 7), (29, 60)]);
        for at in -2..60 {
            assert_eq!(holds(&both, at), holds(&a, at) && holds(&b, at), "{at}");
            let in_hole = (3 < at && at < 7) || (29 < at && at < 60);
            assert_eq!(holds(&less, at), holds(&a, at) && !in_hole, "{at}");
            let fits = a.0.iter().any(|&(from, to)| from <= at && at + 6 <= to);
            assert_eq!(holds(&a.starts_of(6), at), fits, "{at}");
        }
    }
}
