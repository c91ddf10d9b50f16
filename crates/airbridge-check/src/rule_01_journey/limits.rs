//! When the journey may begin and end, and what the flight surgeon allows on the way.

use airbridge_model::{Journey, Patient, Step};

use super::{RULE, lifts, place};
use crate::checker::Context;
use crate::instant::{between, from_minutes, span};
use crate::measure::nights;
use crate::report::Report;

pub(super) fn check(context: &Context<'_>, patient: &Patient, journey: &Journey, report: &mut Report) {
    let mut add = |slug: &str, what: String| report.add(RULE, slug, place(patient), what);
    if !context.past.steps(&patient.id).is_empty() {
        // Whoever is on the way is brought to an end, with what limits remain where that can be.
        parted_lifts(context, journey, &mut add);
        return;
    }
    if let Some(first) = journey.steps.first() {
        let collected = first.span().0;
        if collected < patient.ready_at {
            add(
                "before-ready",
                format!("collected at {collected}, ready at {}", patient.ready_at),
            );
        }
        if let Some(by) = patient.collect_by
            && collected > by
        {
            add(
                "collected-too-late",
                format!("collected at {collected}, to be collected by {by}"),
            );
        }
    }
    if let (Some(last), Some(useful)) = (journey.steps.last(), patient.precedence.latest_useful_at)
        && last.span().1 > useful
    {
        add(
            "too-late-to-be-useful",
            format!("arrives at {}, of use until {useful}", last.span().1),
        );
    }
    on_the_way(context, patient, journey, &mut add);
    parted_lifts(context, journey, &mut add);
}

fn on_the_way(context: &Context<'_>, patient: &Patient, journey: &Journey, add: &mut impl FnMut(&str, String)) {
    let limits = patient.limits;
    if let Some(most) = limits.max_stops {
        let stops = landings(journey).saturating_sub(1);
        if stops > u64::from(most) {
            add("too-many-stops", format!("{stops} stops on the way, {most} allowed"));
        }
    }
    if let Some(most) = limits.max_flight {
        let flying = flying(context, journey);
        if flying > from_minutes(most) {
            add(
                "too-long-in-flight",
                format!("{} in flight, {} allowed", span(flying), span(from_minutes(most))),
            );
        }
    }
    if let (Some(most), Some(first)) = (limits.max_transit, journey.steps.first()) {
        let transit = between(first.span().0, journey.arrives_at);
        if transit > from_minutes(most) {
            add(
                "too-long-in-transit",
                format!("{} on the way, {} allowed", span(transit), span(from_minutes(most))),
            );
        }
    }
    if !limits.overnight {
        for step in &journey.steps {
            if let Step::Stay { facility, .. } = step
                && nights(step, context.index, &context.operation.policy) > 0
            {
                add(
                    "night-not-allowed",
                    format!("a night in {facility}, from {} to {}", step.span().0, step.span().1),
                );
            }
        }
    }
}

/// Landings of all legs on board.
fn landings(journey: &Journey) -> u64 {
    lifts(journey)
        .map(|lift| lift.leaves.saturating_sub(lift.boards) as u64)
        .fold(0, u64::saturating_add)
}

/// Seconds of block time of all legs on board.
fn flying(context: &Context<'_>, journey: &Journey) -> i64 {
    lifts(journey)
        .filter_map(|lift| {
            let mission = context.plan.missions.get(*context.by_mission.get(lift.mission)?)?;
            mission.legs.get(lift.boards..lift.leaves)
        })
        .flatten()
        .map(|leg| between(leg.off_block_at, leg.on_block_at))
        .fold(0, i64::saturating_add)
}

/// Two lifts are on different missions or on different duties of one.
fn parted_lifts(context: &Context<'_>, journey: &Journey, add: &mut impl FnMut(&str, String)) {
    let lifts: Vec<_> = lifts(journey).collect();
    for pair in lifts.windows(2) {
        let (first, second) = (&pair[0], &pair[1]);
        if first.mission != second.mission {
            continue;
        }
        let Some(&number) = context.by_mission.get(first.mission) else {
            continue;
        };
        let flight = &context.flights[number];
        let legs = flight.on_board.len();
        if first.leaves == 0 || first.leaves > legs || second.boards >= legs {
            continue;
        }
        if flight.duty_of(first.leaves - 1) == flight.duty_of(second.boards) {
            add(
                "lifts-in-one-duty",
                format!("leaves and boards mission {} again within one duty", first.mission),
            );
        }
    }
}
