//! What is scarce at the first boarding: counted resources, bucket by bucket.

use std::cell::RefCell;
use std::collections::BTreeMap;

use airbridge_units::Moment;

use super::flow::{Entry, Gates};
use super::gates::{Gate, Gated, Spans};
use super::{OnTime, Stakes};
use crate::problem::{Calendar, Problem, RequestIdx, ResourceIdx, ResourceKind, Ride, Windows};

/// Every counted resource as a gate; those that nobody takes at boarding are never entered.
pub(super) struct BoardingGates<'p> {
    problem: &'p Problem,
    gates: Vec<Gate>,
    /// Buckets by windows, resource, time before loading, and first and last moment: many ask for the same.
    known: RefCell<BTreeMap<[i64; 5], Option<u32>>>,
}

impl<'p> BoardingGates<'p> {
    pub(super) fn new(problem: &'p Problem, stakes: &[Stakes]) -> Self {
        let least = least_amounts(problem, stakes);
        let gate = |(index, least): (usize, i64)| {
            let most = match &problem.resources[index].kind {
                ResourceKind::Bucketed { capacity, .. } if least < i64::MAX => {
                    capacity.iter().map(|most| most.max(&0) / least).collect()
                }
                _ => Vec::new(),
            };
            Gate::of(Gated::Resource(ResourceIdx::new(index)), most)
        };
        Self {
            problem,
            gates: least.into_iter().enumerate().map(gate).collect(),
            known: RefCell::default(),
        }
    }

    /// The buckets in which a ride could begin to load between two moments.
    fn span(&self, ride: &Ride, resource: ResourceIdx, (from, to): (i64, i64), spans: &mut Spans) -> Option<u32> {
        let ResourceKind::Bucketed { calendar, .. } = &self.problem.resources[resource.get()].kind else {
            return None;
        };
        let key = [i64::from(ride.board.0), i64::from(resource.0), ride.before.0, from, to];
        *self.known.borrow_mut().entry(key).or_insert_with(|| {
            let ranges = buckets(
                &self.problem.calendars[calendar.get()],
                &self.problem.windows[ride.board.get()],
                ride.before.0,
                (from, to),
            );
            (!ranges.is_empty()).then(|| spans.number(ranges))
        })
    }
}

impl Gates for BoardingGates<'_> {
    fn gates(&self) -> &[Gate] {
        &self.gates
    }

    fn bucket_end(&self, _: usize) -> Moment {
        self.problem.end
    }

    fn entries(&self, request: RequestIdx, on_time: &OnTime, spans: &mut Spans, found: &mut Vec<Option<Entry>>) {
        let way = &self.problem.requests[request.get()].ways[on_time.way];
        let ride = &way.rides[0];
        let Some(used) = ride.uses.iter().find(|used| used.amount > 0) else {
            found.push(None);
            return;
        };
        let times = &on_time.times.rides[0];
        let latest = (way.due.0 - times.from_load).min(self.problem.end.0);
        let span = self.span(ride, used.resource, (times.load, latest), spans);
        found.extend(span.map(|span| Some((used.resource.0, span))));
    }
}

/// By resource: the least amount of any use at boarding in question.
fn least_amounts(problem: &Problem, stakes: &[Stakes]) -> Vec<i64> {
    let mut least = vec![i64::MAX; problem.resources.len()];
    for (request, stakes) in problem.requests.iter().zip(stakes) {
        for on_time in &stakes.ways {
            for used in &request.ways[on_time.way].rides[0].uses {
                if used.amount > 0 {
                    let amount = &mut least[used.resource.get()];
                    *amount = used.amount.min(*amount);
                }
            }
        }
    }
    least
}

/// The buckets that hold a moment which lies `before` one within both the windows and the range. Sorted, disjoint, not touching.
fn buckets(calendar: &Calendar, windows: &Windows, before: i64, (from, to): (i64, i64)) -> Vec<(u32, u32)> {
    let (Some(opens), Some(shuts)) = (calendar.starts.first(), calendar.starts.last()) else {
        return Vec::new();
    };
    let mut ranges: Vec<(u32, u32)> = Vec::new();
    for &(open, shut) in windows.intervals() {
        let low = (open.0.max(from) - before).max(opens.0);
        let high = (shut.0.min(to) - before).min(shuts.0 - 1);
        if low > high {
            continue;
        }
        let bucket = |at| calendar.bucket(Moment(at)).expect("within the calendar") as u32;
        let (low, high) = (bucket(low), bucket(high));
        match ranges.last_mut() {
            Some(last) if low <= last.1 + 1 => last.1 = last.1.max(high),
            _ => ranges.push((low, high)),
        }
    }
    ranges
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn closed_days_are_no_buckets() {
        let calendar = Calendar {
            starts: (0..=7).map(|day| Moment(day * 10)).collect(),
        };
        let open = |from, to| (Moment(from), Moment(to));
        let windows = Windows::new(vec![open(3, 6), open(13, 16), open(43, 46), open(63, 90)]);
        assert_eq!(buckets(&calendar, &windows, 0, (0, 100)), [(0, 1), (4, 4), (6, 6)]);
        assert_eq!(buckets(&calendar, &windows, 0, (7, 45)), [(1, 1), (4, 4)]);
        assert_eq!(
            buckets(&calendar, &windows, 5, (0, 45)),
            [(0, 1), (3, 4)],
            "collected before loading"
        );
    }
}
