//! Crews as the solver sees them: duty by start and legs, rest, availability. `docs/rules.md`, rule 7.
//!
//! Stricter than the rules: a crew's availability is shortened at its end by the longest unloading that could follow
//! the last landing.

use airbridge_model::{Crew, CrewRole, DutyRuleSet, Operation};
use airbridge_solver::problem::{self, DutyEnd, DutyLimit};
use airbridge_units::{Moment, Seconds};
use jiff::tz::TimeZone;

use crate::calendar::Axis;
use crate::spans::Spans;
use crate::windows_pool::WindowsPool;

/// Translates a crew; `None` when its rules do not let it work at all (augmented, and no figure for that).
pub(crate) fn translate(
    operation: &Operation,
    axis: &Axis,
    crew: &Crew,
    pool: &mut WindowsPool,
) -> Option<problem::Crew> {
    let rules = operation.policy.duty.iter().find(|rules| rules.id == crew.rules)?;
    let zone = operation
        .airfields
        .iter()
        .find(|field| field.id == crew.base)
        .map(|field| field.zone.clone())?;
    let limit = limit(axis, crew, rules, &zone)?;
    let report = minutes(rules.report.get());
    let debrief = minutes(rules.debrief.get());
    let tail = match crew.role {
        CrewRole::Flight => Seconds::ZERO,
        CrewRole::Medical => longest_unloading(operation),
    };
    let available = Spans::one(
        axis.not_before(crew.available_from) + report.0,
        axis.not_after(crew.available_to) - debrief.0 - tail.0,
    );
    Some(problem::Crew {
        available: pool.add(available),
        report,
        end: match crew.role {
            CrewRole::Flight => DutyEnd::LastArrival,
            CrewRole::Medical => DutyEnd::LastUnload,
        },
        debrief,
        limit,
        rest_home: minutes(rules.rest_home.get()),
        rest_away: minutes(rules.rest_away.get()),
    })
}

fn limit(axis: &Axis, crew: &Crew, rules: &DutyRuleSet, zone: &TimeZone) -> Option<DutyLimit> {
    let max_legs = rules
        .max_sectors
        .map_or(u8::MAX, |most| u8::try_from(most).unwrap_or(u8::MAX));
    if crew.extra_pilots > 0 {
        let (_, _, limit) = rules
            .augmented
            .iter()
            .find(|(extra, class, _)| *extra == crew.extra_pilots && Some(*class) == crew.rest_class)?;
        let mut constant = DutyLimit::constant(minutes(limit.get()));
        constant.max_legs = max_legs;
        return Some(constant);
    }
    let by_begin = steps(axis, rules, zone);
    let least_row = rules.rows.iter().map(|row| row.limit.get()).min().unwrap_or(0);
    Some(DutyLimit {
        by_begin,
        free_legs: u8::try_from(rules.free_sectors).unwrap_or(u8::MAX),
        per_leg: minutes(rules.per_sector.get()),
        floor: minutes(rules.floor.get().min(least_row)),
        max_legs,
    })
}

/// The rows of the table laid along the axis: where the local time enters another row, and at clock changes.
fn steps(axis: &Axis, rules: &DutyRuleSet, zone: &TimeZone) -> Vec<(Moment, Seconds)> {
    // A duty begins before its first departure, so a day more on both sides.
    let mut breaks: Vec<i64> = vec![-2 * 86_400];
    for row in &rules.rows {
        let after = jiff::civil::Time::MIN.wrapping_add(jiff::SignedDuration::from_mins(
            i64::from(row.to.hour()) * 60 + i64::from(row.to.minute()) + 1,
        ));
        for time in [row.from, after] {
            breaks.extend(axis.instants_of(time, zone).into_iter().map(|at| at.0));
        }
    }
    let (from, to) = (axis.timestamp(-2 * 86_400), axis.timestamp(axis.end + 86_400));
    breaks.extend(
        zone.following(from)
            .take_while(|change| change.timestamp() <= to)
            .map(|change| axis.not_before(change.timestamp())),
    );
    breaks.sort_unstable();
    breaks.dedup();
    let mut steps: Vec<(Moment, Seconds)> = Vec::new();
    for at in breaks {
        let local = axis.timestamp(at).to_zoned(zone.clone()).time();
        let limit = rules
            .row_at(local)
            .map_or(Seconds::ZERO, |row| minutes(row.limit.get()));
        if steps.last().is_none_or(|(_, before)| *before != limit) {
            steps.push((Moment(at), limit));
        }
    }
    steps[0].0 = Moment::MIN;
    steps
}

/// Unloading of everything that the largest cabin of the operation holds.
fn longest_unloading(operation: &Operation) -> Seconds {
    let times = &operation.policy.handling;
    let longest = operation
        .aircraft_types
        .iter()
        .flat_map(|kind| &kind.configurations)
        .map(|cabin| {
            f64::from(cabin.litters) * times.unload_litter
                + f64::from(cabin.intensive_care) * times.unload_intensive_care
                + f64::from(cabin.seats) * times.unload_seat
        })
        .fold(0.0, f64::max);
    Seconds(crate::calendar::seconds_up(times.unload_base.get() as f64 + longest).0 + 3600)
}

fn minutes(minutes: i64) -> Seconds {
    Seconds::from_minutes(minutes)
}
