//! When a vehicle can be on tour at all.

use crate::problem::{Problem, Vehicle};

/// The times between which a vehicle's tours lie, if nothing but departures, availability and the longest tour kept them apart.
pub(super) struct Tours {
    /// By interval of first departures: its begin, and when the last tour that departs in it is over. Both rise.
    spans: Vec<(i64, i64)>,
    longest: i64,
}

impl Tours {
    pub(super) fn of(problem: &Problem, vehicle: &Vehicle) -> Self {
        let (first, end) = (problem.start.max(vehicle.ready).0, problem.end.0);
        let longest = vehicle.max_tour.0;
        let departures = problem.windows[vehicle.departures.get()].intervals();
        let mut spans = Vec::new();
        for &(from, to) in problem.windows[vehicle.available.get()].intervals() {
            let (from, over) = (from.0.max(first), to.0.min(end));
            let begun = departures.partition_point(|departure| departure.1.0 < from);
            for departure in &departures[begun..] {
                let (opens, shuts) = (departure.0.0.max(from), departure.1.0.min(over));
                if opens > over {
                    break;
                }
                if opens <= shuts {
                    spans.push((opens, shuts.saturating_add(longest).min(over)));
                }
            }
        }
        Self { spans, longest }
    }

    /// The first moment at or after `from` that lies `lead` after the begin of a tour and `tail` before its end, if there is one.
    pub(super) fn earliest(&self, from: i64, lead: i64, tail: i64) -> Option<i64> {
        if lead + tail > self.longest {
            return None;
        }
        let open = self.spans.partition_point(|span| span.1 - tail < from);
        self.spans[open..]
            .iter()
            .map(|span| (from.max(span.0 + lead), span.1 - tail))
            .find(|(at, last)| at <= last)
            .map(|(at, _)| at)
    }

    /// The times on tour, disjoint and sorted.
    pub(super) fn joined(&self) -> Vec<(i64, i64)> {
        let mut joined: Vec<(i64, i64)> = Vec::new();
        for &(from, to) in &self.spans {
            match joined.last_mut() {
                Some(last) if from <= last.1 => last.1 = last.1.max(to),
                _ => joined.push((from, to)),
            }
        }
        joined
    }
}
