//! Whole seconds: plans and the events that they are made with are dated by them, the record more finely.

use jiff::Timestamp;

/// The second in which something has happened.
pub(super) fn begun(at: Timestamp) -> Timestamp {
    let second = at.as_second() - i64::from(at.subsec_nanosecond() < 0);
    Timestamp::from_second(second).unwrap_or(at)
}

/// The first whole second by which something is over.
pub(super) fn over(until: Timestamp) -> Timestamp {
    let begun = begun(until);
    if begun == until {
        return until;
    }
    Timestamp::from_second(begun.as_second() + 1).unwrap_or(until)
}

#[cfg(test)]
mod tests {
    use super::{begun, over};

    #[test]
    fn what_has_happened_is_not_put_off_and_what_lasts_is_not_cut() {
        for (at, first, last) in [
            ("2017-02-01T06:00:00Z", "2017-02-01T06:00:00Z", "2017-02-01T06:00:00Z"),
            ("2017-02-01T06:00:00.5Z", "2017-02-01T06:00:00Z", "2017-02-01T06:00:01Z"),
            (
                "1969-12-31T23:59:58.25Z",
                "1969-12-31T23:59:58Z",
                "1969-12-31T23:59:59Z",
            ),
        ] {
            let at = at.parse().expect("an instant");
            assert_eq!(begun(at).to_string(), first);
            assert_eq!(over(at).to_string(), last);
        }
    }
}
