//! Tables of duty rules.

use airbridge_model::{FdpRow, RestClass};
use airbridge_units::Minutes;
use jiff::civil::Time;

use super::numbers::integer;
use super::times::time;
use super::{Problem, codes, quote};

const DAY: i64 = 24 * 60;

fn minute_of_day(time: Time) -> i64 {
    i64::from(time.hour()) * 60 + i64::from(time.minute())
}

/// `HH:MM-HH:MM minutes; …`, both ends inclusive; together every minute of the day exactly once.
pub(crate) fn fdp_rows(text: &str) -> Result<Vec<FdpRow>, Problem> {
    let form = |part: &str| {
        Problem::new(
            "bad-duty-rows",
            format!("{} is not a row of a duty table", quote(part)),
            "write rows like 06:00-13:29 780; 13:30-05:59 660",
        )
    };
    let mut rows = Vec::new();
    let mut covered = [false; DAY as usize];
    for part in text.split(';').map(str::trim).filter(|part| !part.is_empty()) {
        let (span, limit) = part.split_once(' ').ok_or_else(|| form(part))?;
        let (from, to) = span.split_once('-').ok_or_else(|| form(part))?;
        let row = FdpRow {
            from: time(from)?,
            to: time(to)?,
            limit: Minutes(integer(limit.trim(), 1, 3 * DAY)?),
        };
        let (mut at, last) = (minute_of_day(row.from), minute_of_day(row.to));
        loop {
            let minute = &mut covered[at as usize];
            if *minute {
                return Err(Problem::new(
                    "duty-rows-overlap",
                    format!("{:02}:{:02} is in two rows", at / 60, at % 60),
                    "let each row end a minute before the next begins",
                ));
            }
            *minute = true;
            if at == last {
                break;
            }
            at = (at + 1) % DAY;
        }
        rows.push(row);
    }
    if let Some(at) = covered.iter().position(|minute| !minute) {
        return Err(Problem::new(
            "duty-rows-gap",
            format!("no row holds a report at {:02}:{:02}", at / 60, at % 60),
            "let the rows cover the whole day",
        ));
    }
    Ok(rows)
}

/// `extra_pilots rest_class minutes; …`, or `none`.
pub(crate) fn augmented(text: &str) -> Result<Vec<(u32, RestClass, Minutes)>, Problem> {
    if text.eq_ignore_ascii_case("none") {
        return Ok(Vec::new());
    }
    let mut limits: Vec<(u32, RestClass, Minutes)> = Vec::new();
    for part in text.split(';').map(str::trim).filter(|part| !part.is_empty()) {
        let words: Vec<&str> = part.split_whitespace().collect();
        let [pilots, class, minutes] = words[..] else {
            return Err(Problem::new(
                "bad-augmented",
                format!("{} is not an augmented limit", quote(part)),
                "write like 1 3 840; 2 1 1020: extra pilots, rest class, minutes",
            ));
        };
        let pilots = integer(pilots, 1, 2)? as u32;
        let class = codes::code::<RestClass>(class)?;
        if limits.iter().any(|limit| (limit.0, limit.1) == (pilots, class)) {
            return Err(Problem::new(
                "duplicate-augmented",
                format!("{pilots} extra pilots with rest class {class} stand there twice"),
                "keep one of them",
            ));
        }
        limits.push((pilots, class, Minutes(integer(minutes, 1, 3 * DAY)?)));
    }
    Ok(limits)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn rows_cover_the_day_once() {
        assert_eq!(
            fdp_rows("06:00-13:29 780; 13:30-05:59 660").expect("whole day").len(),
            2
        );
        let code = |text| fdp_rows(text).expect_err(text).code;
        assert_eq!(code("06:00-13:29 780"), "duty-rows-gap");
        assert_eq!(code("00:00-23:59 780; 05:00-06:00 600"), "duty-rows-overlap");
        assert_eq!(code("whole day 780"), "bad-duty-rows");
        assert_eq!(code("00:00-24:59 780"), "not-a-time");
        assert_eq!(code(""), "duty-rows-gap");
    }

    #[test]
    fn augmented_limits_are_triples() {
        assert_eq!(augmented("1 3 840; 2 1 1020").expect("two").len(), 2);
        assert!(augmented("3 1 840").is_err());
        assert!(augmented("1 3 840; 1 3 900").is_err());
        assert!(augmented("1 3").is_err());
    }
}
