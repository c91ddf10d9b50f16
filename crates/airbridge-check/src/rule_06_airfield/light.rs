//! Daylight at the fields, remembered by day.

use std::cell::RefCell;
use std::collections::BTreeMap;
use std::rc::Rc;

use airbridge_geo::daylight;
use airbridge_model::{Airfield, Policy};
use airbridge_units::AirfieldId;
use jiff::tz::TimeZone;
use jiff::{SignedDuration, Timestamp};

use crate::instant::{between, day_number, local_date};

/// Spans of light, from and to.
type Spans = Rc<Vec<(Timestamp, Timestamp)>>;

/// Handling that lasts longer than this is not in daylight, and not looked up.
const LONGEST: i64 = 7 * 86_400;
/// Years in which the sun is reckoned; a plan outside them is absurd, and its field dark.
const YEARS: std::ops::Range<i16> = 1900..2200;

/// Daylight by airfield and day.
#[derive(Default)]
pub(crate) struct Daylight {
    known: RefCell<BTreeMap<(AirfieldId, i64, i64), Spans>>,
}

impl Daylight {
    /// Whether one span of daylight, margins taken off, holds all of `[from, to]`.
    pub(crate) fn holds(&self, field: &Airfield, policy: &Policy, from: Timestamp, to: Timestamp) -> bool {
        let (first, last) = (local_date(from, &TimeZone::UTC), local_date(to, &TimeZone::UTC));
        let absurd = between(from, to) > LONGEST || !YEARS.contains(&first.year()) || !YEARS.contains(&last.year());
        if absurd {
            return false;
        }
        let key = (field.id.clone(), day_number(first), day_number(last));
        let spans = Rc::clone(self.known.borrow_mut().entry(key).or_insert_with(|| {
            // Two days around, so that the cut at the ends of the question never cuts the light of the day asked about.
            let two_days = SignedDuration::from_hours(48);
            Rc::new(daylight(
                field.position,
                from - two_days,
                to + two_days,
                policy.dawn_margin,
                policy.dusk_margin,
            ))
        }));
        spans.iter().any(|&(dawn, dusk)| dawn <= from && to <= dusk)
    }
}
