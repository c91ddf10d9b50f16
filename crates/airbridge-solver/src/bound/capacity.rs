//! How many uses a bucketed resource can hold in all.

/// The most uses of at least `amount` over at least `buckets` buckets in a row (cut at the end) that the capacities allow.
///
/// Every such use covers one of the buckets `buckets − 1`, `2·buckets − 1`, … or the last, so their capacities together bound the number of uses.
/// The same holds for the checkpoints moved towards the beginning, and the best of those is taken.
pub(super) fn most_uses(capacity: &[i64], buckets: usize, amount: i64) -> i64 {
    let last = capacity.len() - 1;
    let each = |bucket: usize| capacity[bucket].max(0) / amount;
    if buckets > last {
        return each(last);
    }
    // More first checkpoints than these would gain little.
    let offsets = (0..buckets).rev().take(32);
    let sums = offsets.map(|first| {
        let checkpoints = (first..last).step_by(buckets);
        checkpoints.map(each).sum::<i64>() + each(last)
    });
    sums.min().unwrap_or(0)
}

#[cfg(test)]
mod tests {
    use super::most_uses;

    #[test]
    fn uses_of_one_bucket_add_up() {
        assert_eq!(most_uses(&[1, 2, 3], 1, 1), 6);
    }

    #[test]
    fn long_uses_are_bounded_by_checkpoints() {
        assert_eq!(most_uses(&[5, 5, 5, 5], 4, 1), 5);
        assert_eq!(most_uses(&[5, 5, 5, 5], 9, 1), 5);
        // Two stays of two days after each other, and the one on the last day.
        assert_eq!(most_uses(&[1, 1, 1, 1], 2, 1), 2);
        assert_eq!(most_uses(&[1, 1, 1, 1, 1], 2, 1), 3);
    }

    #[test]
    fn larger_amounts_fit_less_often() {
        assert_eq!(most_uses(&[5, 5], 1, 2), 4);
    }
}
