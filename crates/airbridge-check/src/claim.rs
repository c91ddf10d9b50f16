//! Whether a number that a plan states agrees with the number recomputed.

/// Share by which rounding may move a physical quantity.
const SHARE: f64 = 0.001;
/// And the least that it may move it by, in the quantity's own unit.
const LEAST: f64 = 0.01;

/// Whether a stated number is the recomputed one, up to rounding. Not-a-number agrees with nothing.
pub(crate) fn agrees(stated: f64, recomputed: f64) -> bool {
    (stated - recomputed).abs() <= (recomputed.abs() * SHARE).max(LEAST)
}

/// Whether a quantity is beyond a limit by more than rounding. Not-a-number is beyond every limit.
pub(crate) fn exceeds(quantity: f64, limit: f64) -> bool {
    // Written so that not-a-number exceeds.
    !matches!(
        quantity.partial_cmp(&(limit + limit.abs() * SHARE)),
        Some(std::cmp::Ordering::Less | std::cmp::Ordering::Equal)
    )
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn rounding_is_forgiven_and_no_more() {
        assert!(agrees(1000.9, 1000.0));
        assert!(!agrees(1001.1, 1000.0));
        assert!(agrees(0.009, 0.0));
        assert!(!agrees(f64::NAN, 0.0));
        assert!(!exceeds(1000.9, 1000.0));
        assert!(exceeds(1001.1, 1000.0));
        assert!(exceeds(f64::NAN, 1000.0));
        assert!(exceeds(0.1, 0.0));
    }
}
