//! Integer time for the solver: a point on one axis, and a length of it.
//!
//! Calendar time stays in the model; the planner converts once, in named functions that round against us.

use std::fmt;
use std::ops::{Add, AddAssign, Neg, Sub, SubAssign};

/// A point in time: whole seconds since the start of the problem's horizon.
///
/// A moment plus a moment does not compile; a moment minus a moment is [`Seconds`].
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Debug, Default)]
pub struct Moment(pub i64);

/// A length of time in whole seconds.
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Debug, Default)]
pub struct Seconds(pub i64);

impl Moment {
    /// Before everything: far enough to never be reached, near enough to never overflow when added to.
    pub const MIN: Self = Self(i64::MIN / 4);
    /// After everything, see [`Moment::MIN`].
    pub const MAX: Self = Self(i64::MAX / 4);
}

impl Seconds {
    /// No time at all.
    pub const ZERO: Self = Self(0);
    /// Longer than any limit, see [`Moment::MAX`].
    pub const MAX: Self = Self(i64::MAX / 4);

    /// A length given in whole minutes.
    pub const fn from_minutes(minutes: i64) -> Self {
        Self(minutes * 60)
    }

    /// A length given in whole hours.
    pub const fn from_hours(hours: i64) -> Self {
        Self(hours * 3600)
    }
}

impl Add<Seconds> for Moment {
    type Output = Self;
    fn add(self, length: Seconds) -> Self {
        Self(self.0 + length.0)
    }
}

impl AddAssign<Seconds> for Moment {
    fn add_assign(&mut self, length: Seconds) {
        self.0 += length.0;
    }
}

impl Sub<Seconds> for Moment {
    type Output = Self;
    fn sub(self, length: Seconds) -> Self {
        Self(self.0 - length.0)
    }
}

impl Sub for Moment {
    type Output = Seconds;
    fn sub(self, earlier: Self) -> Seconds {
        Seconds(self.0 - earlier.0)
    }
}

impl Add for Seconds {
    type Output = Self;
    fn add(self, other: Self) -> Self {
        Self(self.0 + other.0)
    }
}

impl AddAssign for Seconds {
    fn add_assign(&mut self, other: Self) {
        self.0 += other.0;
    }
}

impl Sub for Seconds {
    type Output = Self;
    fn sub(self, other: Self) -> Self {
        Self(self.0 - other.0)
    }
}

impl SubAssign for Seconds {
    fn sub_assign(&mut self, other: Self) {
        self.0 -= other.0;
    }
}

impl Neg for Seconds {
    type Output = Self;
    fn neg(self) -> Self {
        Self(-self.0)
    }
}

impl std::iter::Sum for Seconds {
    fn sum<I: Iterator<Item = Self>>(lengths: I) -> Self {
        lengths.fold(Self::ZERO, Add::add)
    }
}

impl fmt::Display for Seconds {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{} s", self.0)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_moment_moves_by_seconds() {
        assert_eq!(Moment(10) + Seconds(5), Moment(15));
        assert_eq!(Moment(10) - Moment(4), Seconds(6));
        assert_eq!(Seconds::from_minutes(2) + Seconds::from_hours(1), Seconds(3720));
    }
}
