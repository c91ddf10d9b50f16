//! Daylight at a place: the hours in which a field without lights can be used.

use airbridge_units::{Minutes, Position};
use chrono::NaiveDate;
use jiff::{SignedDuration, Timestamp, ToSpan, tz::TimeZone};
use sunrise::{Coordinates, SolarDay, SolarEvent};

/// The sun's centre stands this many degrees above the horizon at sunrise and sunset: refraction and its radius.
const SUNRISE_ALTITUDE: f64 = -5.0 / 6.0;

/// Spans of daylight that touch `from..to`, clipped to it: sunrise plus `dawn_margin` to sunset minus `dusk_margin`.
///
/// Sunrise and sunset are those of the sea-level horizon, good to about two minutes below 60° of latitude. In polar
/// day the span goes on through midnight without margins, in polar night there is none. Spans are in order and do
/// not touch each other.
///
/// # Panics
/// When an instant lies within three days of the ends of the calendar (years −9999 and 9999).
pub fn daylight(
    position: Position,
    from: Timestamp,
    to: Timestamp,
    dawn_margin: Minutes,
    dusk_margin: Minutes,
) -> Vec<(Timestamp, Timestamp)> {
    let mut spans: Vec<(Timestamp, Timestamp)> = Vec::new();
    if to <= from {
        return spans;
    }
    let utc = |at: Timestamp| at.to_zoned(TimeZone::UTC).date();
    // The sun's noon of a date is up to 12 hours, its day up to 24 hours from noon of that date in UTC.
    let last = utc(to).checked_add(2.days()).expect("away from the calendar's end");
    let mut date = utc(from).checked_sub(2.days()).expect("away from the calendar's begin");
    while date <= last {
        if let Some((begin, end)) = light_of(position, date, dawn_margin, dusk_margin) {
            let (begin, end) = (begin.max(from), end.min(to));
            if begin < end {
                match spans.last_mut() {
                    Some(before) if begin <= before.1 => before.1 = before.1.max(end),
                    _ => spans.push((begin, end)),
                }
            }
        }
        date = date.tomorrow().expect("away from the calendar's end");
    }
    spans
}

/// The light around one solar noon, margins taken off; nothing in polar night or when the margins leave nothing.
fn light_of(
    position: Position,
    date: jiff::civil::Date,
    dawn_margin: Minutes,
    dusk_margin: Minutes,
) -> Option<(Timestamp, Timestamp)> {
    let (sunrise, sunset) = match sun(position, date) {
        Sun::RisesAndSets(sunrise, sunset) => (sunrise, sunset),
        Sun::StaysUp => {
            let noon = date
                .at(12, 0, 0, 0)
                .to_zoned(TimeZone::UTC)
                .expect("UTC has no gaps")
                .timestamp()
                - SignedDuration::from_secs_f64(position.lon() * 240.0);
            return Some((
                noon - SignedDuration::from_hours(12),
                noon + SignedDuration::from_hours(12),
            ));
        }
        Sun::StaysDown => return None,
    };
    let begin = sunrise + SignedDuration::from_mins(dawn_margin.get());
    let end = sunset - SignedDuration::from_mins(dusk_margin.get());
    (begin < end).then_some((begin, end))
}

/// What the sun does around one solar noon.
enum Sun {
    RisesAndSets(Timestamp, Timestamp),
    StaysUp,
    StaysDown,
}

fn sun(position: Position, date: jiff::civil::Date) -> Sun {
    let date = NaiveDate::from_ymd_opt(
        i32::from(date.year()),
        u32::from(date.month().unsigned_abs()),
        u32::from(date.day().unsigned_abs()),
    )
    .expect("a civil date is a date");
    let coordinates = Coordinates::new(position.lat(), position.lon()).expect("a position is in range");
    let day = SolarDay::new(coordinates, date);
    if let (Some(sunrise), Some(sunset)) = (event(day, SolarEvent::Sunrise), event(day, SolarEvent::Sunset)) {
        return Sun::RisesAndSets(sunrise, sunset);
    }
    // Neither rises nor sets: up if it is up at noon.
    let noon_altitude = 90.0 - (position.lat() - declination(position.lon(), date)).abs();
    if noon_altitude > SUNRISE_ALTITUDE {
        Sun::StaysUp
    } else {
        Sun::StaysDown
    }
}

fn event(day: SolarDay, event: SolarEvent) -> Option<Timestamp> {
    day.event_time(event)
        .map(|time| Timestamp::from_second(time.timestamp()).expect("within the calendar"))
}

/// The sun's declination in degrees, read off the length of the day at 45° N: there a centre on the geometric
/// horizon stands at the hour angle whose cosine is −tan δ.
fn declination(lon: f64, date: NaiveDate) -> f64 {
    let coordinates = Coordinates::new(45.0, lon).expect("a longitude is in range");
    let day = SolarDay::new(coordinates, date);
    let horizon = |morning| SolarEvent::Elevation {
        elevation: 0.0,
        morning,
    };
    let time = |morning| {
        day.event_time(horizon(morning))
            .expect("the sun rises and sets at 45° N")
            .timestamp()
    };
    let hour_angle = (time(false) - time(true)) as f64 / 240.0 / 2.0;
    (-hour_angle.to_radians().cos()).atan().to_degrees()
}
