//! Crews as the solver sees them: duty by start and legs, rest, availability. `docs/rules.md`, rule 7.
//!
//! Stricter than the rules: the availability of a medical team at whose base patients may be unloaded is shortened at its end by the longest
//! unloading that could follow the last landing.

use airbridge_model::{Aircraft, Crew, CrewRole, DutyRuleSet, Facility, Operation};
use airbridge_solver::problem::{self, DutyEnd, DutyLimit};
use airbridge_units::{Moment, Seconds};
use jiff::tz::TimeZone;

use crate::calendar::{Axis, seconds_up};
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
        CrewRole::Medical => longest_unloading_at_base(operation, crew),
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
        rest_as_long: true,
    })
}

fn limit(axis: &Axis, crew: &Crew, rules: &DutyRuleSet, zone: &TimeZone) -> Option<DutyLimit> {
    let max_legs = rules
        .max_sectors
        .map_or(u8::MAX, |most| u8::try_from(most).unwrap_or(u8::MAX));
    if crew.role == CrewRole::Flight && crew.extra_pilots > 0 {
        let (_, _, limit) = rules
            .augmented
            .iter()
            .find(|(extra, class, _)| *extra == crew.extra_pilots && Some(*class) == crew.rest_class)?;
        let mut constant = DutyLimit::constant(minutes(limit.get()));
        constant.max_legs = max_legs;
        return Some(constant);
    }
    let by_begin = steps(axis, rules, zone);
    // The solver knows one floor; where a row lies below the rules' floor, that row's limit is the floor of all.
    let least = by_begin.iter().map(|(_, limit)| *limit).min()?;
    Some(DutyLimit {
        free_legs: u8::try_from(rules.free_sectors).unwrap_or(u8::MAX),
        per_leg: minutes(rules.per_sector.get()),
        floor: minutes(rules.floor.get()).min(least),
        max_legs,
        ..DutyLimit::stepped(by_begin)
    })
}

/// Minutes after a change of the clock in which local times may come a second time.
const AFTER_CHANGE: i64 = 180;

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
    for change in zone.following(from).take_while(|change| change.timestamp() <= to) {
        // Local times that come twice enter their rows twice: so every minute is looked at while that can happen.
        let at = axis.not_before(change.timestamp());
        breaks.extend((0..=AFTER_CHANGE).map(|minute| at + minute * 60));
    }
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

/// Unloading of everything that the largest cabin holds of the aircraft that the team serves; nothing where no patient is ever unloaded at the base.
fn longest_unloading_at_base(operation: &Operation, team: &Crew) -> Seconds {
    let served: Vec<&Aircraft> = (operation.aircraft.iter())
        .filter(|aircraft| team.aircraft.contains(&aircraft.id))
        .collect();
    let receives = |facility: &Facility| {
        operation.offers.iter().any(|offer| offer.facility == facility.id)
            || operation.staging.iter().any(|entry| entry.facility == facility.id)
    };
    let at_base = operation
        .facilities
        .iter()
        .filter(|facility| receives(facility))
        .flat_map(|facility| &facility.access)
        .any(|access| served.iter().any(|aircraft| aircraft.base == access.airfield));
    if !at_base {
        return Seconds::ZERO;
    }
    let times = &operation.policy.handling;
    let longest = operation
        .aircraft_types
        .iter()
        .filter(|kind| served.iter().any(|aircraft| aircraft.aircraft_type == kind.id))
        .flat_map(|kind| &kind.configurations)
        .map(|cabin| {
            // Each share is rounded up to a second.
            let places = cabin.litters + cabin.intensive_care + cabin.seats;
            f64::from(cabin.litters) * times.unload_litter
                + f64::from(cabin.intensive_care) * times.unload_intensive_care
                + f64::from(cabin.seats) * times.unload_seat
                + f64::from(places) / 60.0
        })
        .fold(0.0, f64::max);
    seconds_up(times.unload_base.get() as f64 + longest)
}

fn minutes(minutes: i64) -> Seconds {
    Seconds::from_minutes(minutes)
}

#[cfg(test)]
mod tests {
    use airbridge_model::FdpRow;
    use airbridge_testkit::generate::hub;
    use airbridge_units::Minutes;
    use jiff::civil::time;

    use super::*;

    fn limit_at(limit: &DutyLimit, at: i64) -> Seconds {
        let step = limit.by_begin.iter().rev().find(|(from, _)| from.0 <= at);
        step.expect("the first step begins before all").1
    }

    #[test]
    fn the_table_follows_the_local_clock_through_its_changes() {
        let mut rules = hub(1, 1).policy.duty[0].clone();
        let row = |from, to, minutes| FdpRow {
            from,
            to,
            limit: Minutes(minutes),
        };
        // A boundary inside the hour that comes twice in autumn and not at all in spring.
        rules.rows = vec![
            row(time(2, 30, 0, 0), time(17, 59, 0, 0), 780),
            row(time(18, 0, 0, 0), time(2, 29, 0, 0), 660),
        ];
        let zone = TimeZone::get("Europe/Berlin").expect("a zone of the database");
        for (from, to) in [
            ("2024-10-26T00:00:00Z", "2024-10-28T00:00:00Z"),
            ("2024-03-30T00:00:00Z", "2024-04-01T00:00:00Z"),
        ] {
            let axis = Axis::new(from.parse().expect("an instant"), to.parse().expect("an instant"));
            let limit = DutyLimit {
                by_begin: steps(&axis, &rules, &zone),
                ..DutyLimit::constant(Seconds::ZERO)
            };
            for at in (-86_400..axis.end).step_by(300) {
                let local = axis.timestamp(at).to_zoned(zone.clone()).time();
                let row = rules.row_at(local).expect("rows cover the day");
                assert_eq!(limit_at(&limit, at), minutes(row.limit.get()), "{local} in {from}");
            }
        }
    }

    #[test]
    fn a_team_is_kept_for_unloading_only_where_its_base_receives() {
        let mut operation = hub(1, 1);
        let aircraft = operation.aircraft[0].clone();
        let team = operation.crews.iter().find(|crew| crew.role == CrewRole::Medical);
        let team = team.expect("a team").clone();
        for facility in &mut operation.facilities {
            facility.access.retain(|access| access.airfield != aircraft.base);
        }
        assert_eq!(longest_unloading_at_base(&operation, &team), Seconds::ZERO);
        let receiver = operation.offers[0].facility.clone();
        let facility = operation.facilities.iter_mut().find(|facility| facility.id == receiver);
        facility.expect("a receiver").access = vec![airbridge_model::FieldAccess {
            airfield: aircraft.base,
            ground: Minutes(30),
        }];
        let least = Seconds::from_minutes(operation.policy.handling.unload_base.get());
        assert!(longest_unloading_at_base(&operation, &team) > least);
    }

    #[test]
    fn a_crew_reports_and_ends_within_its_availability() {
        let operation = hub(1, 1);
        let axis = Axis::new(operation.horizon.from, operation.horizon.to);
        let flight = operation.crews.iter().find(|crew| crew.role == CrewRole::Flight);
        let flight = flight.expect("a flight crew");
        let mut pool = WindowsPool::new();
        let translated = translate(&operation, &axis, flight, &mut pool).expect("it may work");
        let rules = operation.policy.duty.iter().find(|rules| rules.id == flight.rules);
        let rules = rules.expect("its rules");
        let from = axis.not_before(flight.available_from) + minutes(rules.report.get()).0;
        let to = axis.not_after(flight.available_to) - minutes(rules.debrief.get()).0;
        assert_eq!(pool.first(translated.available), Some(from));
        assert_eq!(pool.last(translated.available), Some(to));
    }
}
