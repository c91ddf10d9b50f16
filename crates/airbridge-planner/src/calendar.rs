//! From calendar time to the solver's axis: instants, weekly hours, local days.
//!
//! Instants are rounded against the plan: what may not be early goes up to a whole second, what may not be late goes down.

use airbridge_model::Hours;
use airbridge_units::{Moment, Seconds};
use jiff::civil::{Date, Time};
use jiff::tz::TimeZone;
use jiff::{Span, Timestamp, ToSpan};

use crate::spans::Spans;

/// The solver's axis for one operation.
#[derive(Clone, Debug)]
pub(crate) struct Axis {
    origin: i64,
    /// Nothing flies after this second.
    pub(crate) end: i64,
}

impl Axis {
    /// An axis that starts at `from`, rounded up, and ends at `to`, rounded down.
    pub(crate) fn new(from: Timestamp, to: Timestamp) -> Self {
        let origin = ceil_second(from);
        Self {
            origin,
            end: to.as_second() - i64::from(to.subsec_nanosecond() < 0) - origin,
        }
    }

    /// For what may not be earlier.
    pub(crate) fn not_before(&self, at: Timestamp) -> i64 {
        ceil_second(at) - self.origin
    }

    /// For what may not be later.
    pub(crate) fn not_after(&self, at: Timestamp) -> i64 {
        at.as_second() - i64::from(at.subsec_nanosecond() < 0) - self.origin
    }

    /// Back to calendar time.
    pub(crate) fn timestamp(&self, second: i64) -> Timestamp {
        Timestamp::from_second(self.origin + second).expect("the horizon lies within the calendar")
    }

    /// Likewise, from the solver's type.
    pub(crate) fn at(&self, moment: Moment) -> Timestamp {
        self.timestamp(moment.0)
    }

    /// The whole horizon.
    pub(crate) fn horizon(&self) -> (i64, i64) {
        (0, self.end)
    }

    /// The local days that touch the horizon, with a day to spare on both sides.
    pub(crate) fn local_days(&self, zone: &TimeZone) -> (Date, Date) {
        let first = self.timestamp(0).to_zoned(zone.clone()).date();
        let last = self.timestamp(self.end.max(0)).to_zoned(zone.clone()).date();
        (first.saturating_sub(1.day()), last.saturating_add(1.day()))
    }

    /// When a local day begins (the first instant of that date; days without a midnight begin later).
    pub(crate) fn day_start(&self, date: Date, zone: &TimeZone) -> i64 {
        zone.to_zoned(date.to_datetime(Time::midnight()))
            .map_or(i64::MAX / 16, |start| self.not_before(start.timestamp()))
    }

    /// Boundaries of the local days from `first` to `last` inclusive: one more than days.
    pub(crate) fn day_starts(&self, first: Date, last: Date, zone: &TimeZone) -> Vec<Moment> {
        let mut starts = Vec::new();
        let mut day = first;
        loop {
            starts.push(Moment(self.day_start(day, zone)));
            if day > last {
                break;
            }
            day = day.saturating_add(1.day());
        }
        starts
    }

    /// Weekly hours in a zone, over the horizon. Both ends belong to the span; a span that ends at 24:00 runs into one
    /// that begins at 00:00.
    pub(crate) fn open(&self, hours: &Hours, zone: &TimeZone) -> Spans {
        let Hours::Weekly(weekly) = hours else {
            return Spans::always();
        };
        let (first, last) = self.local_days(zone);
        let mut intervals = Vec::new();
        let mut day = first;
        while day <= last {
            for span in weekly.iter().filter(|span| span.begins_on(day.weekday())) {
                let next = day.saturating_add(1.day());
                let from = self.local(day, span.from, zone);
                let to = match span.to {
                    None => self.day_start(next, zone),
                    Some(to) if span.past_midnight() => self.local(next, to, zone),
                    Some(to) => self.local(day, to, zone),
                };
                intervals.push((from, to));
            }
            day = next_day(day);
        }
        Spans::new(intervals)
    }

    /// A local time of day; at a clock change the later reading of a gap, the earlier of a fold.
    fn local(&self, date: Date, time: Time, zone: &TimeZone) -> i64 {
        zone.to_zoned(date.to_datetime(time))
            .map_or(i64::MAX / 16, |at| self.not_before(at.timestamp()))
    }

    /// The instants in the horizon (a day to spare) at which it is this local time.
    pub(crate) fn instants_of(&self, time: Time, zone: &TimeZone) -> Vec<Moment> {
        let (first, last) = self.local_days(zone);
        let mut instants = Vec::new();
        let mut day = first;
        while day <= last {
            instants.push(Moment(self.local(day, time, zone)));
            day = next_day(day);
        }
        instants
    }

    /// Boundaries of UTC hours over the horizon.
    pub(crate) fn hour_starts(&self) -> Vec<Moment> {
        let first = -(self.origin.rem_euclid(3600));
        (first..=self.end + 3600).step_by(3600).map(Moment).collect()
    }
}

fn next_day(date: Date) -> Date {
    date.saturating_add(Span::new().days(1))
}

fn ceil_second(at: Timestamp) -> i64 {
    at.as_second() + i64::from(at.subsec_nanosecond() > 0)
}

/// Whole seconds of a number of minutes, rounded up.
pub(crate) fn seconds_up(minutes: f64) -> Seconds {
    Seconds((minutes * 60.0 - 1e-6).ceil() as i64)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn axis(from: &str, to: &str) -> Axis {
        Axis::new(from.parse().expect("instant"), to.parse().expect("instant"))
    }

    #[test]
    fn hours_follow_the_clock_change() {
        let axis = axis("2017-03-25T00:00:00Z", "2017-03-27T00:00:00Z");
        let zone = TimeZone::get("Europe/Berlin").expect("bundled zone");
        let open = axis.open(&"06:00-22:00".parse().expect("hours"), &zone);
        let starts: Vec<_> = open.intervals().iter().map(|&(from, _)| from / 3600).collect();
        assert_eq!(
            starts,
            [-19, 5, 28, 52, 76],
            "05:00 UTC in winter, 04:00 UTC from the 26th"
        );
    }

    #[test]
    fn a_day_without_midnight_begins_at_one() {
        // Cairo's clocks go from 00:00 to 01:00 on the last Friday of April.
        let axis = axis("2024-04-25T00:00:00Z", "2024-04-28T00:00:00Z");
        let zone = TimeZone::get("Africa/Cairo").expect("bundled zone");
        let starts = axis.day_starts(jiff::civil::date(2024, 4, 25), jiff::civil::date(2024, 4, 26), &zone);
        let lengths: Vec<_> = starts.windows(2).map(|pair| (pair[1].0 - pair[0].0) / 3600).collect();
        assert_eq!(lengths, [24, 23]);
    }

    #[test]
    fn instants_round_against_the_plan() {
        let axis = axis("2017-02-01T00:00:00.5Z", "2017-02-02T00:00:00Z");
        let at: Timestamp = "2017-02-01T00:00:10.25Z".parse().expect("instant");
        assert_eq!((axis.not_before(at), axis.not_after(at)), (10, 9));
    }
}
