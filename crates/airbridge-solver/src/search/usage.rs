//! How much of every shared resource is taken.
//!
//! Bucketed resources are counters. Instant resources are intervals, filed by stretch of the horizon so that a
//! query reads only those near it.

use std::cell::Cell;

use airbridge_units::Moment;
use smallvec::SmallVec;

use crate::problem::{Calendar, Problem, ResourceIdx, ResourceKind};

/// Who takes an interval of an instant resource.
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Debug)]
pub(crate) enum Owner {
    /// A tour, while parked.
    Tour(u32),
    /// A request, between its rides.
    Request(u32),
}

/// A stretch of time `[from, to)` in which so much is taken.
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Debug)]
pub(crate) struct Taken {
    pub(crate) from: i64,
    pub(crate) to: i64,
    pub(crate) amount: i64,
    pub(crate) owner: Owner,
}

/// Buckets `[first, last)` of a resource, and how much of each.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub(crate) struct Counted {
    pub(crate) resource: ResourceIdx,
    pub(crate) first: usize,
    pub(crate) last: usize,
    pub(crate) amount: i64,
}

/// All that is taken.
#[derive(Clone, PartialEq, Eq, Debug)]
pub(crate) struct Usage {
    /// Cells, so that a test may count on them what it tries, and take it back.
    counted: Vec<Vec<Cell<i64>>>,
    instants: Vec<Vec<Vec<Taken>>>,
    origin: i64,
    stretch: i64,
    stretches: usize,
}

const DAY: i64 = 86_400;
const MOST_STRETCHES: i64 = 4_096;

impl Usage {
    pub(crate) fn new(problem: &Problem) -> Self {
        let span = (problem.end - problem.start).0.clamp(0, i64::MAX / 8);
        let stretch = DAY.max(span / MOST_STRETCHES + 1);
        let stretches = (span / stretch + 1) as usize;
        let counted = problem
            .resources
            .iter()
            .map(|resource| match &resource.kind {
                ResourceKind::Bucketed { capacity, .. } => vec![Cell::new(0); capacity.len()],
                ResourceKind::Instant { .. } => Vec::new(),
            })
            .collect();
        let instants = problem
            .resources
            .iter()
            .map(|resource| match resource.kind {
                ResourceKind::Bucketed { .. } => Vec::new(),
                ResourceKind::Instant { .. } => vec![Vec::new(); stretches],
            })
            .collect();
        Self {
            counted,
            instants,
            origin: problem.start.0,
            stretch,
            stretches,
        }
    }

    pub(crate) fn count(&self, counted: Counted, sign: i64) {
        for taken in &self.counted[counted.resource.get()][counted.first..counted.last] {
            taken.set(taken.get() + sign * counted.amount);
        }
    }

    /// What is left of a bucket.
    pub(crate) fn room(&self, problem: &Problem, resource: ResourceIdx, bucket: usize) -> i64 {
        let (_, capacity) = bucketed(problem, resource);
        capacity[bucket] - self.counted[resource.get()][bucket].get()
    }

    /// The first bucket at or after `from` from which `buckets` in a row (cut at the end) have room for `amount`.
    pub(crate) fn next_room(
        &self,
        problem: &Problem,
        resource: ResourceIdx,
        from: usize,
        buckets: u32,
        amount: i64,
    ) -> Option<usize> {
        let (_, capacity) = bucketed(problem, resource);
        let taken = &self.counted[resource.get()];
        let mut begin = from;
        let mut at = from;
        while begin < capacity.len() {
            if at >= capacity.len() || at >= begin + buckets as usize {
                return Some(begin);
            }
            if taken[at].get() + amount > capacity[at] {
                begin = at + 1;
            }
            at += 1;
        }
        None
    }

    fn stretch_of(&self, at: i64) -> usize {
        ((at - self.origin).max(0) / self.stretch).min(self.stretches as i64 - 1) as usize
    }

    pub(crate) fn take(&mut self, resource: ResourceIdx, taken: Taken) {
        if taken.from < taken.to {
            for stretch in self.stretch_of(taken.from)..=self.stretch_of(taken.to - 1) {
                self.instants[resource.get()][stretch].push(taken);
            }
        }
    }

    pub(crate) fn give_back(&mut self, resource: ResourceIdx, taken: Taken) {
        if taken.from < taken.to {
            for stretch in self.stretch_of(taken.from)..=self.stretch_of(taken.to - 1) {
                let list = &mut self.instants[resource.get()][stretch];
                let index = list
                    .iter()
                    .position(|known| *known == taken)
                    .expect("what is given back was taken");
                list.swap_remove(index);
            }
        }
    }

    /// Intervals of an instant resource that overlap `[from, to)`, each once.
    pub(crate) fn overlapping(&self, resource: ResourceIdx, from: i64, to: i64) -> impl Iterator<Item = &Taken> {
        let (first, last) = (self.stretch_of(from), self.stretch_of(to - 1));
        (first..=last).flat_map(move |stretch| {
            self.instants[resource.get()][stretch].iter().filter(move |taken| {
                taken.from < to && from < taken.to && stretch == first.max(self.stretch_of(taken.from))
            })
        })
    }

    /// The same in an order that does not depend on history, for comparing in tests.
    #[cfg(test)]
    pub(crate) fn sorted(mut self) -> Self {
        for stretch in self.instants.iter_mut().flatten() {
            stretch.sort_unstable();
        }
        self
    }
}

/// Whether intervals of this resource never exceed its capacity within any of the asked ones.
/// Returns the earliest end of an interval in the way when they do.
pub(crate) fn overfull(taken: &mut SmallVec<[Taken; 16]>, asked: (i64, i64), capacity: i64) -> Option<i64> {
    let within = |interval: &&Taken| interval.from < asked.1 && asked.0 < interval.to;
    if taken.iter().filter(within).map(|interval| interval.amount).sum::<i64>() <= capacity {
        return None;
    }
    let full = taken
        .iter()
        .filter(within)
        .map(|interval| interval.from.max(asked.0))
        .any(|at| {
            let sum: i64 = taken
                .iter()
                .filter(|other| other.from <= at && at < other.to)
                .map(|other| other.amount)
                .sum();
            sum > capacity
        });
    full.then(|| {
        taken
            .iter()
            .filter(within)
            .map(|interval| interval.to)
            .min()
            .unwrap_or(asked.1)
    })
}

/// Calendar and capacity of a bucketed resource.
///
/// # Panics
///
/// When it is counted at every instant; validation excludes that.
pub(crate) fn bucketed(problem: &Problem, resource: ResourceIdx) -> (&Calendar, &[i64]) {
    match &problem.resources[resource.get()].kind {
        ResourceKind::Bucketed { calendar, capacity } => (&problem.calendars[calendar.get()], capacity),
        ResourceKind::Instant { .. } => unreachable!("validated: this use is of a bucketed resource"),
    }
}

/// The capacity of an instant resource.
pub(crate) fn instant(problem: &Problem, resource: ResourceIdx) -> i64 {
    match problem.resources[resource.get()].kind {
        ResourceKind::Instant { capacity } => capacity,
        ResourceKind::Bucketed { .. } => unreachable!("validated: this use is of an instant resource"),
    }
}

/// The buckets that a use takes from a moment on, or `None` when the moment has no bucket.
pub(crate) fn buckets_at(
    problem: &Problem,
    resource: ResourceIdx,
    at: i64,
    buckets: u32,
    amount: i64,
) -> Option<Counted> {
    let (calendar, _) = bucketed(problem, resource);
    let first = calendar.bucket(Moment(at))?;
    Some(Counted {
        resource,
        first,
        last: (first + buckets as usize).min(calendar.len()),
        amount,
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    fn taken(from: i64, to: i64, amount: i64) -> Taken {
        Taken {
            from,
            to,
            amount,
            owner: Owner::Tour(0),
        }
    }

    #[test]
    fn intervals_that_follow_each_other_share_one_stand() {
        let mut list: SmallVec<[Taken; 16]> = [taken(0, 10, 1), taken(10, 20, 1), taken(5, 15, 1)]
            .into_iter()
            .collect();
        assert_eq!(overfull(&mut list, (5, 15), 2), None);
        list.push(taken(8, 9, 1));
        assert_eq!(overfull(&mut list, (5, 15), 2), Some(9));
    }
}
