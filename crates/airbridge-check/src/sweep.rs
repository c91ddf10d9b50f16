//! Counting what is there at once: beds by day, stands and staging places by instant.

use std::collections::BTreeMap;

/// Half-open intervals, added one by one, and the stretches in which there are too many.
#[derive(Default)]
pub(crate) struct Sweep {
    changes: BTreeMap<i64, i64>,
}

/// A stretch `[from, to)` in which there are more than the capacity.
pub(crate) struct Excess {
    /// Begin.
    pub(crate) from: i64,
    /// End.
    pub(crate) to: i64,
    /// The most at once.
    pub(crate) most: i64,
}

impl Sweep {
    /// Adds one from `from` until before `to`; nothing when there is no time between.
    pub(crate) fn add(&mut self, from: i64, to: i64) {
        if from < to {
            *self.changes.entry(from).or_default() += 1;
            *self.changes.entry(to).or_default() -= 1;
        }
    }

    /// Stretches with more than `capacity`, in order.
    pub(crate) fn beyond(&self, capacity: u32) -> Vec<Excess> {
        let capacity = i64::from(capacity);
        let mut excesses: Vec<Excess> = Vec::new();
        let mut open = false;
        let mut there = 0;
        for (&at, change) in &self.changes {
            there += change;
            match (open, there > capacity) {
                (false, true) => excesses.push(Excess {
                    from: at,
                    to: at,
                    most: there,
                }),
                (true, _) => {
                    if let Some(last) = excesses.last_mut() {
                        last.to = at;
                        last.most = last.most.max(there);
                    }
                }
                (false, false) => {}
            }
            open = there > capacity;
        }
        excesses
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn one_that_leaves_makes_room_for_one_that_comes() {
        let mut sweep = Sweep::default();
        sweep.add(0, 10);
        sweep.add(10, 20);
        sweep.add(5, 5);
        assert!(sweep.beyond(1).is_empty());
        sweep.add(8, 12);
        let excess = sweep.beyond(1);
        assert_eq!(excess.len(), 1);
        assert_eq!((excess[0].from, excess[0].to, excess[0].most), (8, 12, 2));
    }
}
