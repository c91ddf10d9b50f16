//! Rest between duties, where it can be had, and no crew on two missions at once.

use std::collections::BTreeMap;

use airbridge_model::{Crew, DutyRuleSet};
use airbridge_units::CrewId;

use super::RULE;
use crate::checker::Context;
use crate::duties::{Duty, duty, parts};
use crate::flight::Flight;
use crate::instant::{from_minutes, show, span};
use crate::report::Report;

/// A duty and the number of the mission that it belongs to.
type Stint = (Duty, usize);

pub(super) fn check(context: &Context<'_>, report: &mut Report) {
    let mut crews: BTreeMap<&CrewId, (&Crew, &DutyRuleSet, Vec<Stint>)> = BTreeMap::new();
    for (number, flight) in context.flights.iter().enumerate() {
        places(flight, report);
        for crew in [flight.pilots, flight.team].into_iter().flatten() {
            let Some(rules) = context.index.duty(&crew.rules) else {
                continue;
            };
            let stints = &mut crews.entry(&crew.id).or_insert((crew, rules, Vec::new())).2;
            stints.extend(
                parts(flight)
                    .into_iter()
                    .map(|legs| (duty(flight, legs, crew, rules), number)),
            );
        }
    }
    for (crew, rules, mut stints) in crews.into_values() {
        stints.sort_by_key(|(duty, number)| (duty.begin, duty.end, *number));
        for pair in stints.windows(2) {
            between(context, crew, rules, &pair[0], &pair[1], report);
        }
        one_mission_at_once(context, crew, &stints, report);
    }
}

/// Rest within a mission is at a field with rest for crews, with no patient on board.
fn places(flight: &Flight<'_>, report: &mut Report) {
    for stop in 1..flight.on_board.len() {
        // A rest that is under way began with those on board who were.
        let began = flight.behind.here == Some(stop)
            && flight
                .behind
                .mission
                .is_some_and(|mission| mission.stops.get(stop).is_some_and(|stop| stop.rest));
        if !flight.mission.stops[stop].rest || stop < flight.behind.legs || began {
            continue;
        }
        if let Some(field) = flight.fields[stop]
            && !field.crew_rest
        {
            report.add(
                RULE,
                "no-crew-rest-here",
                flight.stop_place(stop),
                format!("crews rest at {}, where they cannot", field.id),
            );
        }
        let staying = flight.stays_through(stop);
        if staying > 0 {
            report.add(
                RULE,
                "rest-with-patients",
                flight.stop_place(stop),
                format!("crews rest with {staying} patients on board"),
            );
        }
    }
}

fn between(
    context: &Context<'_>,
    crew: &Crew,
    rules: &DutyRuleSet,
    (before, first): &Stint,
    (after, second): &Stint,
    report: &mut Report,
) {
    if context.flights[*second].is_behind(after.legs.start) {
        return;
    }
    let least = from_minutes(if first == second {
        rules.rest_away
    } else {
        rules.rest_home
    });
    let needed = least.max(before.end.saturating_sub(before.begin));
    let rest = after.begin.saturating_sub(before.end);
    if rest < needed {
        report.add(
            RULE,
            "rest-too-short",
            format!(
                "{}, crew {}, duty from {}",
                context.flights[*second].place(),
                crew.id,
                show(after.begin)
            ),
            format!(
                "{} of rest after the duty that ended at {}, {} needed",
                span(rest),
                show(before.end),
                span(needed)
            ),
        );
    }
}

/// From report to debrief of a whole mission the crew is on no other.
fn one_mission_at_once(context: &Context<'_>, crew: &Crew, stints: &[Stint], report: &mut Report) {
    let mut spans: BTreeMap<usize, (i64, i64)> = BTreeMap::new();
    for (duty, number) in stints {
        let span = spans.entry(*number).or_insert((duty.begin, duty.end));
        span.0 = span.0.min(duty.begin);
        span.1 = span.1.max(duty.end);
    }
    let mut spans: Vec<_> = spans
        .into_iter()
        .map(|(number, (begin, end))| (begin, end, number))
        .collect();
    spans.sort_unstable();
    let mut latest: Option<(i64, usize)> = None;
    for (begin, end, number) in spans {
        if let Some((until, other)) = latest
            && begin < until
            && context.flights[number].behind.mission.is_none()
        {
            report.add(
                RULE,
                "crew-on-two-missions",
                format!("{}, crew {}", context.flights[number].place(), crew.id),
                format!(
                    "reports at {}, is on {} until {}",
                    show(begin),
                    context.flights[other].place(),
                    show(until)
                ),
            );
        }
        if latest.is_none_or(|(until, _)| end > until) {
            latest = Some((end, number));
        }
    }
}
