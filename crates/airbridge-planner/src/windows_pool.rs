//! The problem's shared windows: equal sets are stored once.

use std::collections::BTreeMap;

use airbridge_solver::problem::{Windows, WindowsIdx};
use airbridge_units::Moment;

use crate::spans::Spans;

/// Collects windows; index 0 is always.
#[derive(Debug)]
pub(crate) struct WindowsPool {
    known: BTreeMap<Spans, WindowsIdx>,
    windows: Vec<Windows>,
}

impl WindowsPool {
    pub(crate) fn new() -> Self {
        Self {
            known: BTreeMap::from([(Spans::always(), WindowsIdx::ALWAYS)]),
            windows: vec![Windows::always()],
        }
    }

    /// The index of a set, new or known.
    pub(crate) fn add(&mut self, spans: Spans) -> WindowsIdx {
        if let Some(&known) = self.known.get(&spans) {
            return known;
        }
        let index = WindowsIdx::new(self.windows.len());
        let intervals = spans
            .intervals()
            .iter()
            .map(|&(from, to)| (Moment(from), Moment(to)))
            .collect();
        self.windows.push(Windows::new(intervals));
        self.known.insert(spans, index);
        index
    }

    /// The set of an index.
    pub(crate) fn spans(&self, index: WindowsIdx) -> Spans {
        if index == WindowsIdx::ALWAYS {
            return Spans::always();
        }
        let intervals = self.windows[index.get()].intervals().iter();
        Spans::new(intervals.map(|(from, to)| (from.0, to.0)).collect())
    }

    /// The first moment of a set; `None` when it is empty.
    pub(crate) fn first(&self, index: WindowsIdx) -> Option<i64> {
        self.windows[index.get()].hull().map(|(first, _)| first.0)
    }

    /// The last moment of a set; `None` when it is empty.
    pub(crate) fn last(&self, index: WindowsIdx) -> Option<i64> {
        self.windows[index.get()].hull().map(|(_, last)| last.0)
    }

    pub(crate) fn into_windows(self) -> Vec<Windows> {
        self.windows
    }
}
