//! Seeded chance that falls alike on every machine.
//!
//! What comes in: a seed and the name of a stream. What goes out: numbers, choices and shuffles. Only integer arithmetic and the exactly
//! rounded operations of floating point are used (no `exp`, `ln` or `sin` of the platform), so that a seed gives the same operation
//! everywhere.

use rand::{Rng, SeedableRng};
use rand_pcg::Pcg64;

/// A stream of chance.
#[derive(Clone, Debug)]
pub(crate) struct Dice(Pcg64);

impl Dice {
    /// A stream of its own for each name, so that one more draw for aircraft does not change the patients.
    pub(crate) fn new(seed: u64, stream: &str) -> Self {
        // FNV-1a over the name (Fowler, Noll, Vo), which is enough to tell a handful of names apart.
        let name = stream.bytes().fold(0xcbf2_9ce4_8422_2325_u64, |hash, byte| {
            (hash ^ u64::from(byte)).wrapping_mul(0x0100_0000_01b3)
        });
        Self(Pcg64::seed_from_u64(seed.wrapping_mul(0x9e37_79b9_7f4a_7c15) ^ name))
    }

    /// A whole number from 0 to `n − 1`; 0 when `n` is 0. The bias of the multiplication is below 2⁻³⁰ for the sizes used here.
    pub(crate) fn below(&mut self, n: usize) -> usize {
        ((u128::from(self.0.next_u64()) * n as u128) >> 64) as usize
    }

    /// A whole number from `low` to `high`, both inclusive.
    pub(crate) fn between(&mut self, low: i64, high: i64) -> i64 {
        low + self.below(usize::try_from((high - low).max(0) + 1).expect("not negative")) as i64
    }

    /// A number in 0 ≤ x < 1.
    pub(crate) fn unit(&mut self) -> f64 {
        (self.0.next_u64() >> 11) as f64 / (1_u64 << 53) as f64
    }

    /// True in `percent` of a hundred cases.
    pub(crate) fn percent(&mut self, percent: u32) -> bool {
        self.below(100) < percent as usize
    }

    /// One of several.
    ///
    /// # Panics
    ///
    /// When there is nothing to choose from.
    pub(crate) fn pick<'a, T>(&mut self, from: &'a [T]) -> &'a T {
        &from[self.below(from.len())]
    }

    /// One of several, if there is one.
    pub(crate) fn pick_some<'a, T>(&mut self, from: &'a [T]) -> Option<&'a T> {
        (!from.is_empty()).then(|| self.pick(from))
    }

    /// One of several, by weight.
    ///
    /// # Panics
    ///
    /// When the weights sum to nothing.
    pub(crate) fn weighted<T: Copy>(&mut self, from: &[(T, u32)]) -> T {
        let total: u32 = from.iter().map(|(_, weight)| weight).sum();
        assert!(total > 0, "weights sum to nothing");
        let mut at = self.below(total as usize) as u32;
        for &(item, weight) in from {
            if at < weight {
                return item;
            }
            at -= weight;
        }
        unreachable!("at is below the total")
    }

    /// Shuffles in place (Fisher and Yates, in Durstenfeld's form).
    pub(crate) fn shuffle<T>(&mut self, items: &mut [T]) {
        for last in (1..items.len()).rev() {
            let other = self.below(last + 1);
            items.swap(last, other);
        }
    }

    /// A nearly normal number, mean 0 and variance 1: the sum of twelve uniform ones less six.
    pub(crate) fn normal(&mut self) -> f64 {
        (0..12).map(|_| self.unit()).sum::<f64>() - 6.0
    }

    /// A log-normal number: its median, and the deviation of its logarithm.
    pub(crate) fn log_normal(&mut self, median: f64, deviation: f64) -> f64 {
        median * exp(deviation * self.normal())
    }
}

/// The exponential function by halving the argument and its series, in exactly rounded operations only; for |x| below about 10.
fn exp(x: f64) -> f64 {
    let small = x / 64.0;
    let (mut term, mut sum) = (1.0, 1.0);
    for n in 1..16 {
        term *= small / f64::from(n);
        sum += term;
    }
    (0..6).fold(sum, |power, _| power * power)
}

/// Parts `total` by weights so that the parts sum to it exactly (largest remainders, ties to the earlier).
pub(crate) fn share(total: usize, weights: &[usize]) -> Vec<usize> {
    let sum: usize = weights.iter().sum();
    assert!(sum > 0, "weights sum to nothing");
    let mut parts: Vec<usize> = weights.iter().map(|weight| total * weight / sum).collect();
    let mut order: Vec<usize> = (0..weights.len()).collect();
    order.sort_by_key(|&at| (std::cmp::Reverse(total * weights[at] % sum), at));
    let missing = total - parts.iter().sum::<usize>();
    for &at in order.iter().take(missing) {
        parts[at] += 1;
    }
    parts
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_seed_falls_alike_everywhere() {
        let mut dice = Dice::new(1, "test");
        let drawn: Vec<usize> = (0..8).map(|_| dice.below(1000)).collect();
        let mut again = Dice::new(1, "test");
        assert_eq!(drawn, (0..8).map(|_| again.below(1000)).collect::<Vec<_>>());
        let mut other = Dice::new(1, "other");
        assert_ne!(drawn, (0..8).map(|_| other.below(1000)).collect::<Vec<_>>());
    }

    #[test]
    fn parts_sum_to_the_whole() {
        assert_eq!(share(70, &[30, 6, 6, 6, 6, 10, 6]), [30, 6, 6, 6, 6, 10, 6]);
        for total in 0..40 {
            assert_eq!(share(total, &[5, 3, 2]).iter().sum::<usize>(), total);
        }
    }

    #[test]
    fn the_exponential_is_the_exponential() {
        for x in [-3.0, -0.5, 0.0, 1.0, 4.0] {
            assert!((exp(x) / f64::exp(x) - 1.0).abs() < 1e-12, "{x}");
        }
    }

    #[test]
    fn the_median_of_many_delays_is_the_median() {
        let mut dice = Dice::new(3, "delay");
        let mut delays: Vec<f64> = (0..2001).map(|_| dice.log_normal(10.0, 0.7)).collect();
        delays.sort_by(f64::total_cmp);
        assert!((9.0..11.0).contains(&delays[1000]), "{}", delays[1000]);
    }
}
