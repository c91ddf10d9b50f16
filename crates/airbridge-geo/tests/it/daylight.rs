//! Daylight against published almanac times, in polar day and night, and at the date line.

use airbridge_geo::daylight;
use airbridge_units::{Minutes, Position};
use jiff::{SignedDuration, Timestamp, ToSpan};
use proptest::prelude::*;

use crate::distances::anywhere;
use crate::fields::at;

fn time(text: &str) -> Timestamp {
    text.parse().expect("an instant")
}

fn bare(position: Position, from: &str, to: &str) -> Vec<(Timestamp, Timestamp)> {
    daylight(position, time(from), time(to), Minutes(0), Minutes(0))
}

/// The one span around an instant is the published one, to three minutes.
fn check(position: Position, around: &str, sunrise: &str, sunset: &str) {
    let noon = time(around);
    let spans = daylight(position, noon - 18.hours(), noon + 18.hours(), Minutes(0), Minutes(0));
    let span = spans
        .iter()
        .find(|span| span.0 <= noon && noon < span.1)
        .expect("light at noon");
    for (ours, published) in [(span.0, sunrise), (span.1, sunset)] {
        let off = ours.duration_since(time(published)).abs();
        assert!(
            off <= SignedDuration::from_mins(3),
            "{position:?}: {ours}, published {published}"
        );
    }
}

#[test]
fn sunrise_and_sunset_are_the_published_ones() {
    // London, both solstices.
    let london = at(51.5074, -0.1278);
    check(london, "2024-06-20T12:00Z", "2024-06-20T03:43Z", "2024-06-20T20:21Z");
    check(london, "2024-12-21T12:00Z", "2024-12-21T08:04Z", "2024-12-21T15:53Z");
    // New York, 20 June: 05:25 to 20:30 EDT.
    check(
        at(40.7128, -74.006),
        "2024-06-20T17:00Z",
        "2024-06-20T09:25Z",
        "2024-06-21T00:30Z",
    );
    // Sydney, 21 December: 05:41 to 20:05 AEDT.
    check(
        at(-33.8688, 151.2093),
        "2024-12-21T02:00Z",
        "2024-12-20T18:41Z",
        "2024-12-21T09:05Z",
    );
    // Honolulu, 20 June: 05:50 to 19:16 HST.
    check(
        at(21.3069, -157.8583),
        "2024-06-20T22:30Z",
        "2024-06-20T15:50Z",
        "2024-06-21T05:16Z",
    );
    // Oslo, 20 June: 03:54 to 22:44 CEST.
    check(
        at(59.9139, 10.7522),
        "2024-06-20T11:20Z",
        "2024-06-20T01:54Z",
        "2024-06-20T20:44Z",
    );
    // Equator and prime meridian at the equinox.
    check(
        at(0.0, 0.0),
        "2024-03-20T12:00Z",
        "2024-03-20T06:04Z",
        "2024-03-20T18:11Z",
    );
}

#[test]
fn margins_are_taken_off_and_ends_clipped() {
    let benina = at(32.0968, 20.2694);
    let whole = bare(benina, "2017-02-01T00:00Z", "2017-02-02T00:00Z");
    assert_eq!(whole.len(), 1);
    let usable = daylight(
        benina,
        time("2017-02-01T00:00Z"),
        time("2017-02-02T00:00Z"),
        Minutes(15),
        Minutes(30),
    );
    assert_eq!(usable, [(whole[0].0 + 15.minutes(), whole[0].1 - 30.minutes())]);
    let noon_hour = bare(benina, "2017-02-01T11:00Z", "2017-02-01T12:00Z");
    assert_eq!(noon_hour, [(time("2017-02-01T11:00Z"), time("2017-02-01T12:00Z"))]);
    assert_eq!(bare(benina, "2017-02-01T22:00Z", "2017-02-01T23:00Z"), []);
    assert_eq!(bare(benina, "2017-02-01T12:00Z", "2017-02-01T12:00Z"), []);
    let too_much = daylight(
        benina,
        time("2017-02-01T00:00Z"),
        time("2017-02-02T00:00Z"),
        Minutes(400),
        Minutes(400),
    );
    assert_eq!(too_much, []);
    assert_eq!(bare(benina, "2017-02-01T00:00Z", "2017-02-08T00:00Z").len(), 7);
}

#[test]
fn polar_day_has_no_night_and_polar_night_no_day() {
    let longyearbyen = at(78.2232, 15.6267);
    let (may, june) = ("2024-05-10T00:00Z", "2024-06-10T00:00Z");
    assert_eq!(
        bare(longyearbyen, may, june),
        [(time(may), time(june))],
        "one span, not one a day"
    );
    let with_margins = daylight(longyearbyen, time(may), time(june), Minutes(15), Minutes(30));
    assert_eq!(with_margins, [(time(may), time(june))]);
    assert_eq!(bare(longyearbyen, "2024-11-15T00:00Z", "2025-01-31T00:00Z"), []);
    // In the south the other way round.
    let mcmurdo = at(-77.85, 166.67);
    let (december, january) = ("2024-12-01T00:00Z", "2025-01-10T00:00Z");
    assert_eq!(bare(mcmurdo, december, january), [(time(december), time(january))]);
    assert_eq!(bare(mcmurdo, "2024-05-10T00:00Z", "2024-08-01T00:00Z"), []);
}

#[test]
fn the_poles_have_one_day_a_year() {
    for (lat, day, night) in [
        (
            90.0,
            ("2024-04-01T00:00Z", "2024-09-10T00:00Z"),
            ("2024-10-05T00:00Z", "2025-03-05T00:00Z"),
        ),
        (
            -90.0,
            ("2024-10-05T00:00Z", "2025-03-05T00:00Z"),
            ("2024-04-05T00:00Z", "2024-09-05T00:00Z"),
        ),
    ] {
        assert_eq!(bare(at(lat, 0.0), day.0, day.1), [(time(day.0), time(day.1))], "{lat}");
        assert_eq!(bare(at(lat, 0.0), night.0, night.1), [], "{lat}");
    }
}

#[test]
fn both_names_of_the_180th_meridian_have_the_same_light() {
    let week = ("2024-03-01T00:00Z", "2024-03-08T00:00Z");
    let (east, west) = (
        bare(at(10.0, 180.0), week.0, week.1),
        bare(at(10.0, -180.0), week.0, week.1),
    );
    assert_eq!(east, west);
    // Noon on the date line is midnight in UTC: the week begins and ends in light.
    assert_eq!(east.len(), 8);
    assert_eq!((east[0].0, east[7].1), (time(week.0), time(week.1)));
}

proptest! {
    #[test]
    fn spans_are_in_order_apart_and_within(position in anywhere(), start in 0i64..1_900_000_000, days in 0i64..40) {
        let from = Timestamp::from_second(start).expect("in range");
        let to = from + SignedDuration::from_hours(days * 24 + 5);
        let spans = daylight(position, from, to, Minutes(15), Minutes(30));
        for span in &spans {
            prop_assert!(from <= span.0 && span.0 < span.1 && span.1 <= to);
        }
        for pair in spans.windows(2) {
            prop_assert!(pair[0].1 < pair[1].0);
        }
    }

    #[test]
    fn a_part_of_the_time_has_its_part_of_the_light(position in anywhere(), start in 0i64..1_900_000_000, hours in 1i64..60) {
        let from = Timestamp::from_second(start).expect("in range");
        let (middle, to) = (from + SignedDuration::from_hours(hours), from + SignedDuration::from_hours(72));
        let light = |from, to| {
            let spans = daylight(position, from, to, Minutes(15), Minutes(30));
            spans.iter().map(|span| span.1.duration_since(span.0).as_secs_f64()).sum::<f64>()
        };
        prop_assert!((light(from, middle) + light(middle, to) - light(from, to)).abs() < 1e-3);
    }
}
