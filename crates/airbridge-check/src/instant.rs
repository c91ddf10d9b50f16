//! Arithmetic with instants that no plan can make overflow, and their words for people.

use airbridge_units::Minutes;
use jiff::Timestamp;
use jiff::civil::Date;
use jiff::tz::TimeZone;

/// Whole seconds since 1970. Every [`Timestamp`] fits with room to spare, so differences of two never overflow.
pub(crate) fn seconds(at: Timestamp) -> i64 {
    at.as_second()
}

/// Minutes as seconds, held at the ends of the range.
pub(crate) fn from_minutes(minutes: Minutes) -> i64 {
    minutes.get().saturating_mul(60)
}

/// From `from` to `to` in seconds; negative when they run backwards.
pub(crate) fn between(from: Timestamp, to: Timestamp) -> i64 {
    seconds(to) - seconds(from)
}

/// The day of an instant at a place.
pub(crate) fn local_date(at: Timestamp, zone: &TimeZone) -> Date {
    zone.to_datetime(at).date()
}

/// Days from the beginning of the calendar's year 0, for counting days without a calendar's ends.
pub(crate) fn day_number(date: Date) -> i64 {
    // Days from the civil calendar, after H. Hinnant, "chrono-Compatible Low-Level Date Algorithms", 2013.
    let (month, day) = (i64::from(date.month()), i64::from(date.day()));
    let year = i64::from(date.year()) - i64::from(month <= 2);
    let era = year.div_euclid(400);
    let year_of_era = year.rem_euclid(400);
    let day_of_year = (153 * ((month + 9) % 12) + 2) / 5 + day - 1;
    era * 146_097 + year_of_era * 365 + year_of_era / 4 - year_of_era / 100 + day_of_year
}

/// A duration in words: "2 h 05 min", with seconds where there are any.
pub(crate) fn span(seconds: i64) -> String {
    let sign = if seconds < 0 { "−" } else { "" };
    let all = seconds.unsigned_abs();
    let (hours, minutes, rest) = (all / 3600, all / 60 % 60, all % 60);
    if rest == 0 {
        format!("{sign}{hours} h {minutes:02} min")
    } else {
        format!("{sign}{hours} h {minutes:02} min {rest:02} s")
    }
}

/// Seconds since 1970 as an instant in words.
pub(crate) fn show(seconds: i64) -> String {
    Timestamp::from_second(seconds).map_or_else(|_| format!("second {seconds}"), |at| at.to_string())
}

#[cfg(test)]
mod tests {
    use super::*;
    use jiff::civil::date;

    #[test]
    fn days_are_counted_through_leap_years() {
        for (from, to, days) in [
            (date(2017, 2, 28), date(2017, 3, 1), 1),
            (date(2020, 2, 28), date(2020, 3, 1), 2),
            (date(1900, 2, 28), date(1900, 3, 1), 1),
            (date(1999, 12, 31), date(2000, 1, 1), 1),
            (date(2000, 1, 1), date(2001, 1, 1), 366),
            (date(-1, 12, 31), date(0, 1, 1), 1),
        ] {
            assert_eq!(day_number(to) - day_number(from), days, "{from} to {to}");
        }
    }

    #[test]
    fn durations_read_well() {
        assert_eq!(span(7500), "2 h 05 min");
        assert_eq!(span(-61), "−0 h 01 min 01 s");
    }
}
