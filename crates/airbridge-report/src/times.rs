//! Instants for people: always with their zone, cut to the minute.

use airbridge_model::Horizon;
use jiff::Timestamp;
use jiff::civil::Date;
use jiff::tz::TimeZone;

/// How instants of one operation are written: with the year only where the horizon touches two of them.
#[derive(Clone, Copy, Debug)]
pub(crate) struct Clock {
    with_year: bool,
}

impl Clock {
    pub(crate) fn of(horizon: Horizon) -> Self {
        let year = |at: Timestamp| at.to_zoned(TimeZone::UTC).year();
        Self {
            with_year: year(horizon.from) != year(horizon.to),
        }
    }

    fn day_format(self) -> &'static str {
        if self.with_year { "%a %-d %b %Y" } else { "%a %-d %b" }
    }

    /// "Wed 1 Feb 06:00", for a column that is headed UTC.
    pub(crate) fn utc(self, at: Timestamp) -> String {
        let zoned = at.to_zoned(TimeZone::UTC);
        format!("{} {}", zoned.strftime(self.day_format()), zoned.strftime("%H:%M"))
    }

    /// "Wed 1 Feb 08:00 +02:00".
    pub(crate) fn local(self, at: Timestamp, zone: &TimeZone) -> String {
        let zoned = at.to_zoned(zone.clone());
        format!("{} {}", zoned.strftime(self.day_format()), zoned.strftime("%H:%M %:z"))
    }

    /// "Wed 08:00 +02:00", beside a column that has the date.
    pub(crate) fn local_hour(at: Timestamp, zone: &TimeZone) -> String {
        at.to_zoned(zone.clone()).strftime("%a %H:%M %:z").to_string()
    }

    /// "Wed 1 Feb".
    pub(crate) fn day(self, date: Date) -> String {
        date.strftime(self.day_format()).to_string()
    }
}

/// A table's cell with an instant in UTC and, below it, in a place's own time; both name their zone.
pub(crate) fn both(clock: Clock, at: Timestamp, zone: &TimeZone) -> String {
    format!("{} UTC<br /><small>{}</small>", clock.utc(at), clock.local(at, zone))
}

/// "2017-02-01 06:00 UTC", for headings.
pub(crate) fn full_utc(at: Timestamp) -> String {
    at.to_zoned(TimeZone::UTC).strftime("%Y-%m-%d %H:%M UTC").to_string()
}

/// "2017-02-01T08:00:00+02:00", for programs.
pub(crate) fn local_iso(at: Timestamp, zone: &TimeZone) -> String {
    at.to_zoned(zone.clone()).strftime("%Y-%m-%dT%H:%M:%S%:z").to_string()
}

/// The local day.
pub(crate) fn day_in(at: Timestamp, zone: &TimeZone) -> Date {
    at.to_zoned(zone.clone()).date()
}

/// A length of time as "2 h 05 min".
pub(crate) fn length(from: Timestamp, to: Timestamp) -> String {
    let minutes = (to.as_second() - from.as_second()) / 60;
    if minutes < 0 {
        format!("−{} min", -minutes)
    } else if minutes < 60 {
        format!("{minutes} min")
    } else {
        format!("{} h {:02} min", minutes / 60, minutes % 60)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn times_show_their_zone() {
        let at: Timestamp = "2017-02-01T22:30:59Z".parse().expect("valid");
        let moscow = TimeZone::get("Europe/Moscow").expect("bundled");
        let clock = Clock { with_year: false };
        assert_eq!(clock.utc(at), "Wed 1 Feb 22:30");
        assert_eq!(clock.local(at, &moscow), "Thu 2 Feb 01:30 +03:00");
        assert_eq!(Clock { with_year: true }.utc(at), "Wed 1 Feb 2017 22:30");
        assert_eq!(local_iso(at, &moscow), "2017-02-02T01:30:59+03:00");
        let later: Timestamp = "2017-02-02T00:35:59Z".parse().expect("valid");
        assert_eq!(length(at, later), "2 h 05 min");
    }
}
