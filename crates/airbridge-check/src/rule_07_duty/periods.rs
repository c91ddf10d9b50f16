//! The flight-duty period of each duty, by start hour and sectors or augmented, and the crews' availability.

use airbridge_model::{Crew, CrewRole, DutyRuleSet};
use jiff::Timestamp;

use super::RULE;
use crate::checker::Context;
use crate::duties::{Duty, duty, parts};
use crate::flight::Flight;
use crate::instant::{from_minutes, seconds, show, span};
use crate::report::Report;

pub(super) fn check(context: &Context<'_>, report: &mut Report) {
    for flight in &context.flights {
        for crew in [flight.pilots, flight.team].into_iter().flatten() {
            let Some(rules) = context.index.duty(&crew.rules) else {
                report.add(
                    RULE,
                    "unknown-duty-rules",
                    format!("{}, crew {}", flight.place(), crew.id),
                    format!("duty rules {} are not in the policy", crew.rules),
                );
                continue;
            };
            for legs in parts(flight) {
                let duty = duty(flight, legs, crew, rules);
                if duty.legs.end <= flight.behind.legs {
                    continue;
                }
                period(context, flight, crew, rules, &duty, report);
            }
        }
    }
}

fn period(
    context: &Context<'_>,
    flight: &Flight<'_>,
    crew: &Crew,
    rules: &DutyRuleSet,
    duty: &Duty,
    report: &mut Report,
) {
    let place = || format!("{}, crew {}, duty from {}", flight.place(), crew.id, show(duty.begin));
    let sectors = duty.legs.len() as u64;
    if let Some(most) = rules.max_sectors
        && sectors > u64::from(most)
    {
        report.add(
            RULE,
            "too-many-sectors",
            place(),
            format!("{sectors} legs, {most} allowed"),
        );
    }
    let (from, to) = (seconds(crew.available_from), seconds(crew.available_to));
    if !flight.is_behind(duty.legs.start) && (duty.begin < from || duty.end > to) {
        report.add(
            RULE,
            "crew-not-available",
            place(),
            format!(
                "on duty until {}, available from {} to {}",
                show(duty.end),
                crew.available_from,
                crew.available_to
            ),
        );
    }
    let lasts = duty.period_end.saturating_sub(duty.begin);
    match limit(context, crew, rules, duty.begin, sectors) {
        Err((slug, what)) => report.add(RULE, slug, place(), what),
        // The landing that cannot be put off is no choice of the plan; its legs alone are passed over above.
        Ok(limit) if lasts > limit => report.add(
            RULE,
            "duty-too-long",
            place(),
            format!(
                "{} of flight duty with {sectors} legs, {} allowed",
                span(lasts),
                span(limit)
            ),
        ),
        Ok(_) => {}
    }
}

/// The longest period in seconds, or why there is none.
fn limit(
    context: &Context<'_>,
    crew: &Crew,
    rules: &DutyRuleSet,
    begin: i64,
    sectors: u64,
) -> Result<i64, (&'static str, String)> {
    if crew.role == CrewRole::Flight && crew.extra_pilots > 0 {
        let row = rules
            .augmented
            .iter()
            .find(|(extra, class, _)| *extra == crew.extra_pilots && Some(*class) == crew.rest_class);
        return row.map(|&(_, _, limit)| from_minutes(limit)).ok_or_else(|| {
            let class = crew
                .rest_class
                .map_or("no".to_owned(), |class| format!("class {class}"));
            (
                "augmented-not-allowed",
                format!(
                    "rules {} give no limit for {} extra pilots with {class} rest on board",
                    rules.id, crew.extra_pilots
                ),
            )
        });
    }
    let base = context.index.airfield(&crew.base);
    let report = Timestamp::from_second(begin).ok();
    let (Some(base), Some(report)) = (base, report) else {
        return Err((
            "no-duty-limit",
            format!("the base {} of the crew is not in the operation", crew.base),
        ));
    };
    let local = base.zone.to_datetime(report).time();
    let Some(row) = rules.row_at(local) else {
        return Err(("no-duty-limit", format!("rules {} have no row for {local}", rules.id)));
    };
    let row = from_minutes(row.limit);
    let beyond = i64::try_from(sectors.saturating_sub(u64::from(rules.free_sectors))).unwrap_or(i64::MAX);
    let shortened = row.saturating_sub(from_minutes(rules.per_sector).saturating_mul(beyond));
    Ok(shortened.max(from_minutes(rules.floor).min(row)))
}
