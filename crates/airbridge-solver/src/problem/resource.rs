//! Things that requests and vehicles share.

use airbridge_units::Moment;

use super::CalendarIdx;

/// Boundaries of buckets of time: bucket `k` is `[starts[k], starts[k + 1])`.
///
/// Days of a place in its own zone are 23 to 25 hours long, so boundaries are listed.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct Calendar {
    /// Sorted; at least two. An instant outside has no bucket, and nothing can be used then.
    pub starts: Vec<Moment>,
}

impl Calendar {
    /// The bucket that holds `at`.
    pub fn bucket(&self, at: Moment) -> Option<usize> {
        let after = self.starts.partition_point(|&start| start <= at);
        (after > 0 && after < self.starts.len()).then(|| after - 1)
    }

    /// Number of buckets.
    pub fn len(&self) -> usize {
        self.starts.len().saturating_sub(1)
    }

    /// Whether there is no bucket at all.
    pub fn is_empty(&self) -> bool {
        self.len() == 0
    }
}

/// A shared thing with a capacity.
#[derive(Clone, Debug)]
pub struct Resource {
    /// How it is counted.
    pub kind: ResourceKind,
}

/// How a resource is counted.
#[derive(Clone, Debug)]
pub enum ResourceKind {
    /// A capacity for each bucket of a calendar: beds by day, admissions by day, slots by hour.
    Bucketed {
        /// Whose buckets.
        calendar: CalendarIdx,
        /// By bucket.
        capacity: Vec<i64>,
    },
    /// A capacity at every instant: stands, staging places. Half-open `[from, to)`.
    Instant {
        /// At any instant.
        capacity: i64,
    },
}
