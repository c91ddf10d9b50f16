//! The clock of a demonstration: it begins when its operation was planned, and goes on as clocks do.

use std::time::Instant;

use airbridge_app::{Machine, Outside};
use jiff::{SignedDuration, Timestamp};

/// Time since an instant of the operation; chance is the machine's.
#[derive(Debug)]
pub(super) struct Since {
    from: Timestamp,
    begun: Instant,
}

impl Since {
    /// Begins now, as if it were another instant.
    pub(super) fn of(from: Timestamp) -> Self {
        Self {
            from,
            begun: Instant::now(),
        }
    }
}

impl Outside for Since {
    fn now(&self) -> Timestamp {
        let gone = SignedDuration::try_from(self.begun.elapsed()).unwrap_or(SignedDuration::MAX);
        self.from.checked_add(gone).unwrap_or(Timestamp::MAX)
    }

    fn random(&self) -> [u8; 32] {
        Machine.random()
    }
}
