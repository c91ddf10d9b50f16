//! Collection at the door: within its hours, and no more in a day than the origin releases.

use std::collections::BTreeMap;

use airbridge_units::FacilityId;
use jiff::civil::Date;

use super::{RULE, place};
use crate::checker::Context;
use crate::instant::local_date;
use crate::opening::hours_hold;
use crate::report::Report;

pub(super) fn check(context: &Context<'_>, report: &mut Report) {
    let mut released: BTreeMap<(&FacilityId, Date), u32> = BTreeMap::new();
    let mut behind: BTreeMap<(&FacilityId, Date), u32> = BTreeMap::new();
    for &(patient, journey) in context.journeys.values() {
        let (Some(first), Some(origin)) = (journey.steps.first(), context.index.facility(&patient.origin)) else {
            continue;
        };
        let collected = first.span().0;
        let begun = collected <= context.past.now && !context.past.steps(&patient.id).is_empty();
        if !begun && !hours_hold(&origin.release_hours, &origin.zone, collected, collected) {
            report.add(
                RULE,
                "outside-release-hours",
                place(patient),
                format!(
                    "collected at {} local time, {} releases in {}",
                    origin.zone.to_datetime(collected),
                    origin.id,
                    origin.release_hours
                ),
            );
        }
        let day = (&origin.id, local_date(collected, &origin.zone));
        *released.entry(day).or_default() += 1;
        *behind.entry(day).or_default() += u32::from(begun);
    }
    for ((id, day), count) in released {
        let most = context.index.facility(id).and_then(|origin| origin.releases_per_day);
        if let Some(most) = most
            && count > most.max(behind.get(&(id, day)).copied().unwrap_or(0))
        {
            report.add(
                RULE,
                "too-many-releases",
                format!("facility {id}, {day}"),
                format!("{count} patients collected, {most} allowed"),
            );
        }
    }
}
