//! Cost in tiers, compared from the first to the last.

use std::ops::{Add, AddAssign, Neg, Sub, SubAssign};

/// How many tiers a cost has.
pub const TIERS: usize = 5;

/// A cost tier by tier; a lower earlier tier beats anything in later ones.
///
/// The planner reads the tiers as: 0 weight of requests not in place on time, 1 weighted lateness, 2 commitments
/// broken, 3 burden, 4 movement. Benchmark readers put the vehicle count in tier 2 and distance in tier 4.
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Debug, Default)]
pub struct Cost(pub [i64; TIERS]);

impl Cost {
    /// No cost.
    pub const ZERO: Self = Self([0; TIERS]);

    /// A cost of `amount` in one tier.
    ///
    /// # Panics
    ///
    /// When `tier` is not below [`TIERS`].
    pub fn in_tier(tier: usize, amount: i64) -> Self {
        let mut cost = Self::ZERO;
        cost.0[tier] = amount;
        cost
    }
}

impl super::Problem {
    /// Movement as a cost: all of it in tier 4, and a share in tier 3, so that burden is not saved at any price in movement.
    pub fn movement_cost(&self, movement: i64) -> Cost {
        // What lies beyond all measure stays a sum that can be added to.
        const FAR: i64 = i64::MAX >> 20;
        let share = movement.clamp(-FAR, FAR) * self.movement_burden / 1024;
        Cost([0, 0, 0, share, movement])
    }
}

impl Add for Cost {
    type Output = Self;
    fn add(mut self, other: Self) -> Self {
        self += other;
        self
    }
}

impl AddAssign for Cost {
    fn add_assign(&mut self, other: Self) {
        for (mine, theirs) in self.0.iter_mut().zip(other.0) {
            *mine += theirs;
        }
    }
}

impl Sub for Cost {
    type Output = Self;
    fn sub(mut self, other: Self) -> Self {
        self -= other;
        self
    }
}

impl SubAssign for Cost {
    fn sub_assign(&mut self, other: Self) {
        for (mine, theirs) in self.0.iter_mut().zip(other.0) {
            *mine -= theirs;
        }
    }
}

impl Neg for Cost {
    type Output = Self;
    fn neg(self) -> Self {
        Self(self.0.map(i64::wrapping_neg))
    }
}
