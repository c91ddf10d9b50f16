//! How much may be spent on tours in all, and who may call it off.

use std::cell::Cell;

use crate::search::StopSignal;

/// Counts steps: sequences looked at and labels made, about a microsecond each.
#[derive(Debug)]
pub(crate) struct Budget<'a> {
    spent: Cell<u64>,
    most: u64,
    stop: Option<&'a StopSignal>,
    /// Part of the time that may be used, now and once tours are looked for.
    part: Cell<f64>,
    part_for_tours: f64,
}

impl<'a> Budget<'a> {
    /// Without an end.
    pub(crate) fn unlimited() -> Self {
        Self {
            spent: Cell::new(0),
            most: u64::MAX,
            stop: None,
            part: Cell::new(1.0),
            part_for_tours: 1.0,
        }
    }

    /// At most so many steps, and none after `stop` is set or says that more than a part of the time is used: the first of `parts` before tours are looked
    /// for, the second from then on.
    pub(crate) fn of(most: u64, stop: &'a StopSignal, parts: (f64, f64)) -> Self {
        Self {
            spent: Cell::new(0),
            most,
            stop: Some(stop),
            part: Cell::new(parts.0),
            part_for_tours: parts.1,
        }
    }

    /// From now on tours are looked for.
    pub(super) fn begin_tours(&self) {
        self.part.set(self.part_for_tours);
    }

    /// Steps taken so far.
    pub(crate) fn spent(&self) -> u64 {
        self.spent.get()
    }

    /// Takes steps; `None` when there are no more.
    pub(super) fn spend(&self, steps: usize) -> Option<()> {
        self.spent.set(self.spent.get() + steps as u64);
        let called_off = self
            .stop
            .is_some_and(|stop| stop.is_set() || stop.time_used().is_some_and(|used| used > self.part.get()));
        (self.spent.get() <= self.most && !called_off).then_some(())
    }
}
