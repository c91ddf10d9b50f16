//! Journeys and missions agree about who boards and leaves where and when.

use std::collections::BTreeMap;

use airbridge_model::Step;
use airbridge_units::PatientId;

use super::RULE;
use crate::checker::Context;
use crate::report::Report;

/// How often a patient is named at a stop, by mission, stop and patient.
type Named<'a> = BTreeMap<(usize, usize, &'a PatientId), i64>;

pub(super) fn check(context: &Context<'_>, report: &mut Report) {
    let mut boards = Named::new();
    let mut leaves = Named::new();
    for (number, mission) in context.plan.missions.iter().enumerate() {
        for (at, stop) in mission.stops.iter().enumerate() {
            for id in &stop.boards {
                *boards.entry((number, at, id)).or_default() += 1;
            }
            for id in &stop.leaves {
                *leaves.entry((number, at, id)).or_default() += 1;
            }
        }
    }
    let journeys = context
        .plan
        .journeys
        .iter()
        .map(|journey| (&journey.patient, &journey.steps));
    let left_out = context.plan.left_out.iter().map(|left| (&left.patient, &left.so_far));
    for (patient, steps) in journeys.chain(left_out) {
        for step in steps {
            lift(context, patient, step, &mut boards, &mut leaves, report);
        }
    }
    for (named, slug, verb) in [
        (boards, "boards-without-journey", "boards"),
        (leaves, "leaves-without-journey", "leaves"),
    ] {
        for ((mission, stop, id), count) in named {
            if count > 0 {
                let place = format!("{}, patient {id}", context.flights[mission].stop_place(stop));
                report.add(
                    RULE,
                    slug,
                    place,
                    format!("{verb} {count} times more than journeys say"),
                );
            }
        }
    }
}

/// Strikes one lift off the lists of its two stops.
fn lift<'a>(
    context: &Context<'a>,
    id: &'a PatientId,
    step: &Step,
    boards: &mut Named<'a>,
    leaves: &mut Named<'a>,
    report: &mut Report,
) {
    let Step::Lift {
        mission,
        boards_at_stop,
        leaves_at_stop,
        from,
        to,
    } = step
    else {
        return;
    };
    let Some(&number) = context.by_mission.get(mission) else {
        report.add(
            RULE,
            "unknown-mission",
            format!("patient {id}"),
            format!("is lifted by mission {mission}, which is not in the plan"),
        );
        return;
    };
    let flight = &context.flights[number];
    let stops = &flight.mission.stops;
    let place = |stop| format!("{}, patient {id}", flight.stop_place(stop));
    if boards_at_stop >= leaves_at_stop {
        report.add(
            RULE,
            "lift-backwards",
            place(*boards_at_stop),
            format!(
                "boards at stop {} and leaves at stop {}",
                boards_at_stop.saturating_add(1),
                leaves_at_stop.saturating_add(1)
            ),
        );
    }
    let mut strike =
        |named: &mut Named<'a>, stop: usize, slug: &str, verb: &str| match named.get_mut(&(number, stop, id)) {
            Some(count) if *count > 0 => {
                *count -= 1;
                true
            }
            _ => {
                report.add(
                    RULE,
                    slug,
                    place(stop),
                    format!("the journey {verb} here, the stop does not say so"),
                );
                false
            }
        };
    let boards_here = strike(boards, *boards_at_stop, "not-among-boarding", "boards");
    let leaves_here = strike(leaves, *leaves_at_stop, "not-among-leaving", "leaves");
    // Whose instants are their own lies behind, where it does.
    let (began, ended) = context.past.lifted(id, mission, *from, *to);
    // Who joins where loading had begun does so later.
    let joins =
        flight.behind.here == Some(*boards_at_stop) && !flight.behind.aboard.contains(id) && *from >= context.past.now;
    if boards_here && !joins && !began && stops[*boards_at_stop].loading_from != Some(*from) {
        report.add(
            RULE,
            "lift-time-wrong",
            place(*boards_at_stop),
            format!(
                "the lift begins at {from}, loading at {}",
                stops[*boards_at_stop]
                    .loading_from
                    .map_or("no time".to_owned(), |at| at.to_string())
            ),
        );
    }
    // Who gets off later than the others where it stands.
    let stood = flight
        .behind
        .mission
        .and_then(|mission| mission.stops.get(*leaves_at_stop));
    let later = flight.behind.here == Some(*leaves_at_stop)
        && stood.is_some_and(|stood| !stood.leaves.contains(id))
        && *to >= context.past.now;
    if leaves_here && !later && !ended && stops[*leaves_at_stop].unloaded_at != Some(*to) {
        report.add(
            RULE,
            "lift-time-wrong",
            place(*leaves_at_stop),
            format!(
                "the lift ends at {to}, unloading at {}",
                stops[*leaves_at_stop]
                    .unloaded_at
                    .map_or("no time".to_owned(), |at| at.to_string())
            ),
        );
    }
}
