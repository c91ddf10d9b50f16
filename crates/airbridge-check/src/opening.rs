//! Whether a place is open through a stretch of time.

use airbridge_model::{Hours, HoursSpan};
use jiff::Timestamp;
use jiff::civil::Date;
use jiff::tz::TimeZone;

use crate::instant::seconds;

/// Adjoining spans are followed this far before the answer is no; no handling takes years.
const MOST_SPANS: usize = 1000;

/// Whether one interval of weekly hours holds all of `[from, to]`, ends included. Spans that touch are one interval. A local time
/// that the clock skips is read as that much later, one that it repeats as the first.
pub(crate) fn hours_hold(hours: &Hours, zone: &TimeZone, from: Timestamp, to: Timestamp) -> bool {
    let Hours::Weekly(spans) = hours else {
        return true;
    };
    let mut at = from;
    for _ in 0..MOST_SPANS {
        let Some(end) = furthest_end(spans, zone, at) else {
            return false;
        };
        if end >= to {
            return true;
        }
        if end <= at {
            return false;
        }
        at = end;
    }
    false
}

/// The latest end of the spans that hold an instant.
fn furthest_end(spans: &[HoursSpan], zone: &TimeZone, at: Timestamp) -> Option<Timestamp> {
    let today = zone.to_datetime(at).date();
    [today.yesterday().ok(), Some(today)]
        .into_iter()
        .flatten()
        .flat_map(|day| spans.iter().filter_map(move |span| bounds(span, zone, day)))
        .filter(|&(open, shut)| open <= at && at <= shut)
        .map(|(_, shut)| shut)
        .max()
}

/// When a span that begins on a day opens and shuts.
fn bounds(span: &HoursSpan, zone: &TimeZone, day: Date) -> Option<(Timestamp, Timestamp)> {
    if !span.begins_on(day.weekday()) {
        return None;
    }
    let open = zone.to_timestamp(day.to_datetime(span.from)).ok()?;
    let shut = match span.to {
        Some(to) if to > span.from => day.to_datetime(to),
        Some(to) => day.tomorrow().ok()?.to_datetime(to),
        None => day.tomorrow().ok()?.to_datetime(jiff::civil::Time::midnight()),
    };
    Some((open, zone.to_timestamp(shut).ok()?))
}

/// Whether a closure from `shut` to `reopened` leaves `[from, to]` alone. At its two ends a place is still, or again, open.
pub(crate) fn clear_of(shut: Timestamp, reopened: Timestamp, from: Timestamp, to: Timestamp) -> bool {
    let (shut, reopened, from, to) = (seconds(shut), seconds(reopened), seconds(from), seconds(to));
    shut >= reopened || to <= shut || from >= reopened
}

#[cfg(test)]
mod tests {
    use super::*;

    fn check(hours: &str, zone: &str, from: &str, to: &str, open: bool) {
        let zone = TimeZone::get(zone).expect("a known zone");
        let hours: Hours = hours.parse().expect("hours");
        let at = |text: &str| text.parse::<Timestamp>().expect("an instant");
        assert_eq!(
            hours_hold(&hours, &zone, at(from), at(to)),
            open,
            "{hours} from {from} to {to}"
        );
    }

    #[test]
    fn both_ends_are_open() {
        check(
            "06:00-22:00",
            "UTC",
            "2017-02-01T06:00:00Z",
            "2017-02-01T22:00:00Z",
            true,
        );
        check(
            "06:00-22:00",
            "UTC",
            "2017-02-01T05:59:59Z",
            "2017-02-01T07:00:00Z",
            false,
        );
        check(
            "06:00-22:00",
            "UTC",
            "2017-02-01T21:00:00Z",
            "2017-02-01T22:00:01Z",
            false,
        );
    }

    #[test]
    fn spans_over_midnight_and_touching_spans_are_one() {
        check(
            "Wed 22:00-02:00",
            "UTC",
            "2017-02-01T23:00:00Z",
            "2017-02-02T01:00:00Z",
            true,
        );
        check("Wed,Thu", "UTC", "2017-02-01T23:00:00Z", "2017-02-02T01:00:00Z", true);
        check("Wed", "UTC", "2017-02-01T23:00:00Z", "2017-02-02T01:00:00Z", false);
        check(
            "06:00-06:00",
            "UTC",
            "2017-02-01T05:00:00Z",
            "2017-02-03T07:00:00Z",
            true,
        );
    }

    #[test]
    fn hours_are_those_of_the_place() {
        check(
            "06:00-08:00",
            "Africa/Cairo",
            "2017-02-01T04:30:00Z",
            "2017-02-01T05:30:00Z",
            true,
        );
        check(
            "06:00-08:00",
            "Africa/Cairo",
            "2017-02-01T06:30:00Z",
            "2017-02-01T06:30:00Z",
            false,
        );
    }

    #[test]
    fn absurd_instants_are_answered() {
        assert!(!hours_hold(
            &"Mon 06:00-07:00".parse().expect("hours"),
            &TimeZone::UTC,
            Timestamp::MIN,
            Timestamp::MAX
        ));
        assert!(!hours_hold(
            &"00:00-24:00".parse().expect("hours"),
            &TimeZone::UTC,
            Timestamp::MIN,
            Timestamp::MAX
        ));
    }

    #[test]
    fn a_closure_spares_its_ends() {
        let at = |second| Timestamp::from_second(second).expect("small");
        assert!(clear_of(at(10), at(20), at(5), at(10)));
        assert!(clear_of(at(10), at(20), at(20), at(25)));
        assert!(!clear_of(at(10), at(20), at(12), at(12)));
        assert!(!clear_of(at(10), at(20), at(5), at(11)));
        assert!(clear_of(at(20), at(10), at(5), at(30)));
    }
}
