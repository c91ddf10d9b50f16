//! Instants, days and times of day.
//!
//! An instant carries an offset or `Z`, or is local in the zone of its place. A local time that a clock change leaves out is refused;
//! one that a clock change repeats is asked about.

use jiff::Timestamp;
use jiff::civil::{Date, DateTime, Time};
use jiff::tz::{AmbiguousOffset, TimeZone};

use super::{Problem, quote};

/// Years that an operation may lie in; bounds keep arithmetic on times far from its limits.
const YEARS: std::ops::RangeInclusive<i16> = 1950..=2200;

/// An instant; without an offset it is local in `zone`.
pub(crate) fn instant(text: &str, zone: &TimeZone) -> Result<Timestamp, Problem> {
    let bad = || {
        Problem::new(
            "not-an-instant",
            format!("{} is not a date with a time", quote(text)),
            "write like 2017-02-01T06:00Z, 2017-02-01T08:00+02:00, or 2017-02-01 08:00 in the zone of the place",
        )
    };
    if !has_time(text) {
        return Err(bad());
    }
    if has_offset(text) {
        let at: Timestamp = text.parse().map_err(|_| bad())?;
        let year = at.to_zoned(TimeZone::UTC).year();
        return if YEARS.contains(&year) {
            Ok(at)
        } else {
            Err(far_away(text))
        };
    }
    let local: DateTime = text.parse().map_err(|_| bad())?;
    if !YEARS.contains(&local.year()) {
        return Err(far_away(text));
    }
    let name = zone.iana_name().unwrap_or("the place's zone");
    match zone.to_ambiguous_timestamp(local).offset() {
        AmbiguousOffset::Unambiguous { offset } => offset.to_timestamp(local).map_err(|_| far_away(text)),
        AmbiguousOffset::Gap { before, after } => Err(Problem::new(
            "time-does-not-exist",
            format!("{} does not exist in {name}: the clocks jump over it", quote(text)),
            format!("write the offset that is meant, {local}{before} or {local}{after}, or another time"),
        )),
        AmbiguousOffset::Fold { before, after } => Err(Problem::new(
            "time-exists-twice",
            format!("{} exists twice in {name}: the clocks are put back", quote(text)),
            format!("write {local}{before} for the first, {local}{after} for the second"),
        )),
    }
}

/// An instant that carries its offset, where no zone is known that a local time could be in.
pub(crate) fn absolute(text: &str) -> Result<Timestamp, Problem> {
    let at = instant(text, &TimeZone::UTC)?;
    if has_offset(text) {
        Ok(at)
    } else {
        Err(Problem::new(
            "no-offset",
            format!(
                "{} has no offset, and there is no place whose zone it could be in",
                quote(text)
            ),
            format!("write Z or an offset after it: {at} if it is UTC"),
        ))
    }
}

fn far_away(text: &str) -> Problem {
    Problem::new(
        "out-of-range",
        format!(
            "{} is outside the years {} to {}",
            quote(text),
            YEARS.start(),
            YEARS.end()
        ),
        "write a year of this time",
    )
}

/// Whether there is a time after the date; a date alone is no instant.
fn has_time(text: &str) -> bool {
    text.get(10..)
        .is_some_and(|rest| rest.contains(|c: char| c.is_ascii_digit()))
}

/// Whether there is an offset, `Z`, or zone after the time.
fn has_offset(text: &str) -> bool {
    text.get(10..)
        .is_some_and(|rest| rest.contains(['Z', 'z', '+', '-', '[']))
}

/// A day. Midnight is taken for the day, as spreadsheets write it.
pub(crate) fn date(text: &str) -> Result<Date, Problem> {
    let day = text
        .strip_suffix("T00:00:00")
        .or_else(|| text.strip_suffix(" 00:00:00"))
        .unwrap_or(text);
    match day.parse::<Date>() {
        Ok(date) if day.len() == 10 && YEARS.contains(&date.year()) => Ok(date),
        Ok(_) if day.len() == 10 => Err(far_away(text)),
        _ => Err(Problem::new(
            "not-a-date",
            format!("{} is not a day", quote(text)),
            "write like 2017-02-01: year, month, day",
        )),
    }
}

/// A time of day to the minute, `HH:MM`; seconds, which spreadsheets add, must be zero.
pub(crate) fn time(text: &str) -> Result<Time, Problem> {
    let bad = || {
        Problem::new(
            "not-a-time",
            format!("{} is not a time of day", quote(text)),
            "write like 04:00, from 00:00 to 23:59",
        )
    };
    let mut numbers = text.trim().split(':').map(|part| {
        let digits = (1..=2).contains(&part.len()) && part.bytes().all(|byte| byte.is_ascii_digit());
        if digits { part.parse::<i8>().ok() } else { None }
    });
    match (numbers.next(), numbers.next(), numbers.next(), numbers.next()) {
        (Some(Some(hour)), Some(Some(minute)), None | Some(Some(0)), None) => {
            Time::new(hour, minute, 0, 0).map_err(|_| bad())
        }
        _ => Err(bad()),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn read(text: &str, zone: &str) -> Result<String, &'static str> {
        let zone = TimeZone::get(zone).expect("is bundled");
        instant(text, &zone)
            .map(|at| at.to_string())
            .map_err(|problem| problem.code)
    }

    #[test]
    fn instants_are_read_with_and_without_offset() {
        let six = Ok("2017-02-01T06:00:00Z".to_owned());
        assert_eq!(read("2017-02-01T06:00Z", "Europe/Moscow"), six);
        assert_eq!(read("2017-02-01T08:00+02:00", "Europe/Moscow"), six);
        assert_eq!(read("2017-02-01 09:00", "Europe/Moscow"), six);
        assert_eq!(read("2017-02-01T08:00:00", "Africa/Cairo"), six);
        for text in [
            "2017-02-01",
            "tomorrow",
            "2017-02-30T06:00Z",
            "2017-02-01T25:00",
            "06:00",
            "2017-02-01T06:00+99:00",
        ] {
            assert_eq!(read(text, "UTC"), Err("not-an-instant"), "{text}");
        }
        assert_eq!(read("9999-02-01T06:00Z", "UTC"), Err("out-of-range"));
    }

    #[test]
    fn without_a_zone_an_offset_is_asked_for() {
        let six: Timestamp = "2017-02-01T06:00Z".parse().expect("an instant");
        assert_eq!(absolute("2017-02-01T08:00+02:00"), Ok(six));
        let problem = absolute("2017-02-01 06:00").expect_err("local");
        assert_eq!(problem.code, "no-offset");
        assert!(problem.remedy.contains("2017-02-01T06:00:00Z"), "{}", problem.remedy);
        assert_eq!(absolute("2017-02-01").expect_err("a day").code, "not-an-instant");
    }

    #[test]
    fn clock_changes_are_refused_or_asked_about() {
        // Kyiv by the hour, Cairo where midnight is left out, Lord Howe by half an hour, Casablanca around Ramadan.
        for (text, zone, code) in [
            ("2017-03-26T03:30", "Europe/Kyiv", "time-does-not-exist"),
            ("2017-10-29T03:30", "Europe/Kyiv", "time-exists-twice"),
            ("2024-04-26T00:30", "Africa/Cairo", "time-does-not-exist"),
            ("2017-10-01T02:15", "Australia/Lord_Howe", "time-does-not-exist"),
            ("2017-04-02T01:45", "Australia/Lord_Howe", "time-exists-twice"),
            ("2024-03-10T02:30", "Africa/Casablanca", "time-exists-twice"),
        ] {
            assert_eq!(read(text, zone), Err(code), "{text} {zone}");
        }
        let kyiv = TimeZone::get("Europe/Kyiv").expect("is bundled");
        let problem = instant("2017-10-29T03:30", &kyiv).expect_err("twice");
        assert_eq!(
            problem.remedy,
            "write 2017-10-29T03:30:00+03 for the first, 2017-10-29T03:30:00+02 for the second"
        );
        assert_eq!(
            read("2017-10-29T03:30:00+02", "UTC"),
            Ok("2017-10-29T01:30:00Z".to_owned())
        );
        assert_eq!(
            read("2024-02-29T12:00", "Asia/Kathmandu"),
            Ok("2024-02-29T06:15:00Z".to_owned())
        );
    }

    #[test]
    fn days_and_times_are_read() {
        assert!(date("2024-02-29").is_ok());
        assert!(date("2024-02-29T00:00:00").is_ok());
        for text in ["2023-02-29", "29.02.2024", "2024-02-29T06:00:00", "02/03/2024", ""] {
            assert!(date(text).is_err(), "{text}");
        }
        assert!(time("4:00").is_ok());
        assert!(time("04:00:00").is_ok());
        for text in ["24:00", "04", "04:60", "4:00:30", "-1:00", "04:00:00:00"] {
            assert!(time(text).is_err(), "{text}");
        }
    }
}
