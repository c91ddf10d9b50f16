//! How much may be spent on tours in all, and who may call it off.

use std::cell::Cell;

use crate::search::StopSignal;

/// Counts steps: sequences looked at and labels made, about a microsecond each.
#[derive(Debug)]
pub(crate) struct Budget<'a> {
    spent: Cell<u64>,
    most: u64,
    stop: Option<(&'a StopSignal, Cell<f64>)>,
}

impl<'a> Budget<'a> {
    /// Without an end.
    pub(crate) fn unlimited() -> Self {
        Self {
            spent: Cell::new(0),
            most: u64::MAX,
            stop: None,
        }
    }

    /// At most so many steps, and none after `stop` is set or says that more than this part of the time is used ([`Self::until`]).
    pub(crate) fn of(most: u64, stop: &'a StopSignal, part: f64) -> Self {
        Self {
            spent: Cell::new(0),
            most,
            stop: Some((stop, Cell::new(part))),
        }
    }

    /// From now on, this part of the time may be used.
    pub(super) fn until(&self, part: f64) {
        if let Some((_, known)) = &self.stop {
            known.set(part);
        }
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
            .as_ref()
            .is_some_and(|(stop, part)| stop.is_set() || stop.time_used().is_some_and(|used| used > part.get()));
        (self.spent.get() <= self.most && !called_off).then_some(())
    }
}
