//! Places in the log: `Seq` in the whole of it, `Version` in one stream.

use std::fmt;

/// The place of an event in the whole log: 1 for the first, without gaps; [`Seq::START`] before the first.
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Debug, Default)]
pub struct Seq(pub u64);

impl Seq {
    /// Before the first event; also the head of an empty log.
    pub const START: Self = Self(0);

    /// The place after this one.
    #[must_use]
    pub fn next(self) -> Self {
        Self(self.0 + 1)
    }

    pub(crate) fn column(self) -> i64 {
        self.0 as i64
    }

    pub(crate) fn from_column(value: i64) -> Self {
        Self(value.max(0) as u64)
    }
}

impl fmt::Display for Seq {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        self.0.fmt(f)
    }
}

/// The place of an event in its stream: 1 for the first, without gaps; [`Version::NONE`] for a stream without events.
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Debug, Default)]
pub struct Version(pub u64);

impl Version {
    /// No event yet.
    pub const NONE: Self = Self(0);

    /// The place after this one.
    #[must_use]
    pub fn next(self) -> Self {
        Self(self.0 + 1)
    }

    pub(crate) fn column(self) -> i64 {
        self.0 as i64
    }

    pub(crate) fn from_column(value: i64) -> Self {
        Self(value.max(0) as u64)
    }
}

impl fmt::Display for Version {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        self.0.fmt(f)
    }
}
