//! Weekly hours in the zone of a place: "Mon-Fri 06:00-22:00; Sat 08:00-12:00".

use std::fmt;
use std::str::FromStr;

use jiff::civil::{Time, Weekday};

/// When a place is open in an ordinary week, in its own zone.
#[derive(Clone, PartialEq, Eq, Debug)]
pub enum Hours {
    /// Day and night.
    Always,
    /// Only in these spans.
    Weekly(Vec<HoursSpan>),
}

/// One span on some weekdays.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct HoursSpan {
    /// Monday first: whether the span begins on that day.
    pub days: [bool; 7],
    /// Begin, local.
    pub from: Time,
    /// End, local, exclusive; `None` is 24:00. Before or at `from` it means the next day.
    pub to: Option<Time>,
}

impl HoursSpan {
    /// Whether the span begins on a weekday.
    pub fn begins_on(&self, day: Weekday) -> bool {
        self.days[usize::from(day.to_monday_zero_offset().unsigned_abs())]
    }

    /// Whether the span ends on the day after it began.
    pub fn past_midnight(&self) -> bool {
        self.to.is_some_and(|to| to <= self.from)
    }
}

/// Hours could not be read.
#[derive(Clone, PartialEq, Eq, Debug, thiserror::Error)]
#[error("{0:?} are not hours; write \"24h\" or like \"Mon-Fri 06:00-22:00; Sat,Sun 08:00-12:00\"")]
pub struct ParseHoursError(pub String);

const DAYS: [&str; 7] = ["Mon", "Tue", "Wed", "Thu", "Fri", "Sat", "Sun"];

impl FromStr for Hours {
    type Err = ParseHoursError;

    /// Reads `24h`, `06:00-22:00`, `Tue,Fri`, or `Mon-Fri 06:00-22:00; Sat 22:00-02:00`.
    ///
    /// ```
    /// use airbridge_model::Hours;
    /// assert_eq!("24h".parse::<Hours>().unwrap(), Hours::Always);
    /// let hours: Hours = "Tue,Fri 05:00-24:00".parse().unwrap();
    /// assert_eq!(hours.to_string(), "Tue,Fri 05:00-24:00");
    /// assert!("Noday 05:00-06:00".parse::<Hours>().is_err());
    /// ```
    fn from_str(text: &str) -> Result<Self, ParseHoursError> {
        let fail = || ParseHoursError(text.to_owned());
        let trimmed = text.trim();
        if trimmed.is_empty() || trimmed.eq_ignore_ascii_case("24h") || trimmed.eq_ignore_ascii_case("24/7") {
            return Ok(Self::Always);
        }
        let spans = trimmed
            .split(';')
            .map(str::trim)
            .filter(|part| !part.is_empty())
            .map(|part| span(part).ok_or_else(fail))
            .collect::<Result<Vec<_>, _>>()?;
        if spans.is_empty() {
            Err(fail())
        } else {
            Ok(Self::Weekly(spans))
        }
    }
}

fn span(part: &str) -> Option<HoursSpan> {
    let mut words = part.split_whitespace();
    let first = words.next()?;
    let (days, times) = if first.starts_with(|c: char| c.is_ascii_digit()) {
        ([true; 7], Some(first))
    } else {
        (days(first)?, words.next())
    };
    if words.next().is_some() {
        return None;
    }
    let (from, to) = match times {
        None => (Time::midnight(), None),
        Some(times) => {
            let (from, to) = times.split_once('-')?;
            let to = if to == "24:00" { None } else { Some(time(to)?) };
            (time(from)?, to)
        }
    };
    Some(HoursSpan { days, from, to })
}

fn time(text: &str) -> Option<Time> {
    let (hour, minute) = text.split_once(':')?;
    Time::new(hour.parse().ok()?, minute.parse().ok()?, 0, 0).ok()
}

fn day(text: &str) -> Option<usize> {
    DAYS.iter().position(|name| name.eq_ignore_ascii_case(text))
}

fn days(text: &str) -> Option<[bool; 7]> {
    let mut days = [false; 7];
    for part in text.split(',') {
        if let Some((from, to)) = part.split_once('-') {
            let (mut at, last) = (day(from)?, day(to)?);
            loop {
                days[at] = true;
                if at == last {
                    break;
                }
                at = (at + 1) % 7;
            }
        } else {
            days[day(part)?] = true;
        }
    }
    Some(days)
}

impl fmt::Display for Hours {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let Self::Weekly(spans) = self else {
            return f.write_str("24h");
        };
        for (i, span) in spans.iter().enumerate() {
            if i > 0 {
                f.write_str("; ")?;
            }
            if span.days != [true; 7] {
                let names: Vec<_> = DAYS
                    .iter()
                    .zip(span.days)
                    .filter(|(_, on)| *on)
                    .map(|(name, _)| *name)
                    .collect();
                write!(f, "{} ", names.join(","))?;
            }
            write!(f, "{:02}:{:02}-", span.from.hour(), span.from.minute())?;
            match span.to {
                None => f.write_str("24:00")?,
                Some(to) => write!(f, "{:02}:{:02}", to.hour(), to.minute())?,
            }
        }
        Ok(())
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn hours_read_back_as_written() {
        for text in [
            "24h",
            "06:00-22:00",
            "Mon,Tue,Wed,Thu,Fri 06:00-22:00; Sat 08:00-12:00",
            "Fri 22:00-02:00",
        ] {
            assert_eq!(text.parse::<Hours>().expect(text).to_string(), text);
        }
        assert_eq!(
            "Sat-Mon 01:00-02:00".parse::<Hours>().expect("wraps").to_string(),
            "Mon,Sat,Sun 01:00-02:00"
        );
    }

    #[test]
    fn nonsense_hours_are_refused() {
        for text in ["25:00-26:00", "Mon", "Mon 06:00", "6-8", "Mon 06:00-07:00 x", ";"] {
            let read = text.parse::<Hours>();
            assert_eq!(read.is_err(), text != "Mon", "{text}: {read:?}");
        }
    }
}
