//! Rule 11: what has happened is not changed.
//!
//! Nothing planned begins before the time at which it was planned. Where the operation is under way, what has happened by then is in the plan
//! exactly as it happened: missions that have begun with the same aircraft, cabin, crews, stops and instants; journeys with the steps that have
//! begun. What is under way may end otherwise than expected: a leg in the air at another field, a wait longer, and whoever is on board
//! still ends somewhere.

use std::collections::{BTreeMap, BTreeSet};

use airbridge_model::{Journey, Leg, Mission, MissionStop, Rule, Step};
use airbridge_units::PatientId;

use crate::checker::Context;
use crate::report::Report;

const RULE: Rule = Rule::Past;

pub(crate) fn check(context: &Context<'_>, report: &mut Report) {
    let planned_at = context.operation.planned_at;
    for flight in &context.flights {
        for (number, leg) in flight.mission.legs.iter().enumerate() {
            if !flight.is_behind(number) && leg.off_block_at < planned_at {
                report.add(
                    RULE,
                    "leg-before-planning",
                    flight.leg_place(number),
                    format!("off-block at {}, planned at {planned_at}", leg.off_block_at),
                );
            }
        }
    }
    for journey in &context.plan.journeys {
        if let Some(first) = journey.steps.first()
            && first.span().0 < planned_at
            && context.past.steps(&journey.patient).is_empty()
        {
            report.add(
                RULE,
                "journey-before-planning",
                format!("patient {}", journey.patient),
                format!("collected at {}, planned at {planned_at}", first.span().0),
            );
        }
    }
    let (stated, parent) = (context.plan.measures.commitments_broken, &context.plan.origin.parent);
    if parent.is_none() && stated > 0 {
        report.add(
            RULE,
            "measures-wrong",
            "measures, commitments broken",
            format!("stated {stated}, a first plan has none to break"),
        );
    }
    if let Some(so_far) = context.past.so_far {
        if *parent != Some(so_far.parent.clone()) {
            report.add(
                RULE,
                "other-parent",
                "plan",
                format!("names {parent:?} as the plan before, that is {}", so_far.parent),
            );
        }
        missions(context, report);
        journeys(context, report);
    }
}

/// Missions that have begun are all there, and what lies behind them is as it was.
fn missions(context: &Context<'_>, report: &mut Report) {
    for mission in context.past.begun() {
        let place = format!("mission {}", mission.id);
        let Some(&index) = context.by_mission.get(&mission.id) else {
            report.add(RULE, "mission-gone", place, "had begun, and is not in the plan");
            continue;
        };
        let flight = &context.flights[index];
        let mut changed = |what: String| report.add(RULE, "past-changed", place.clone(), what);
        let new = flight.mission;
        let same = |mission: &Mission| {
            (
                mission.aircraft.clone(),
                mission.configuration.clone(),
                mission.flight_crew.clone(),
                mission.medical_crew.clone(),
            )
        };
        if same(mission) != same(new) {
            changed("has another aircraft, cabin or crew than it began with".to_owned());
        }
        for leg in 0..flight.behind.legs {
            match (mission.legs.get(leg), new.legs.get(leg)) {
                (Some(was), Some(is)) if flown_alike(was, is, context.past.now) => {}
                _ => changed(format!("leg {} is not as it was flown", leg + 1)),
            }
            match (mission.stops.get(leg), new.stops.get(leg)) {
                (Some(was), Some(is)) if was == is => {}
                _ => changed(format!("stop {} is not as it was", leg + 1)),
            }
        }
        if let Some(here) = flight.behind.here {
            match (mission.stops.get(here), new.stops.get(here)) {
                (Some(was), Some(is)) if stands_alike(was, is, &flight.behind.aboard) => {}
                _ => changed(format!("stop {}, where it stands, is not as it was", here + 1)),
            }
        }
        if flight.behind.grounded && new.legs.len() != mission.legs.len() {
            changed("goes on, and cannot".to_owned());
        }
    }
}

/// A leg that is over is the same; one in the air began the same, and ends where it was going unless it turns now.
fn flown_alike(was: &Leg, is: &Leg, now: jiff::Timestamp) -> bool {
    if was.on_block_at <= now {
        return was == is;
    }
    let began = was.from == is.from && was.off_block_at == is.off_block_at && was.cabin_altitude == is.cabin_altitude;
    match &is.turn {
        Some(turn) if was.turn.as_ref() != Some(turn) => {
            began && turn.at == now && turn.from_the_way_to == was.to && is.on_block_at > now
        }
        _ => was == is,
    }
}

/// Where it stands it came at the same time, and who has got off and on has.
fn stands_alike(was: &MissionStop, is: &MissionStop, aboard: &BTreeSet<&PatientId>) -> bool {
    let left = was.leaves.iter().all(|id| is.leaves.contains(id));
    let boarded = was
        .boards
        .iter()
        .filter(|id| aboard.contains(id))
        .all(|id| is.boards.contains(id));
    was.airfield == is.airfield && was.on_block_at == is.on_block_at && left && boarded
}

/// Steps that have begun are in the plan, for who is moved and who waits.
fn journeys(context: &Context<'_>, report: &mut Report) {
    let left_out: BTreeMap<&PatientId, &[Step]> = context
        .plan
        .left_out
        .iter()
        .map(|left| (&left.patient, &left.so_far[..]))
        .collect();
    let moved: BTreeMap<&PatientId, &Journey> = context
        .plan
        .journeys
        .iter()
        .map(|journey| (&journey.patient, journey))
        .collect();
    let now = context.past.now;
    for patient in &context.operation.patients {
        let begun = context.past.steps(&patient.id);
        if begun.is_empty() {
            continue;
        }
        let place = format!("patient {}", patient.id);
        let steps = moved.get(&patient.id).map(|journey| &journey.steps[..]);
        let Some(steps) = steps.or(left_out.get(&patient.id).copied()) else {
            if !context.past.is_closed(&patient.id) {
                report.add(RULE, "journey-gone", place, "was on the way, and is not in the plan");
            }
            continue;
        };
        let kept = |(number, was): (usize, &Step)| match steps.get(number) {
            // Whoever is at a field waits there until the next aircraft.
            Some(is) if number + 1 == begun.len() && matches!(was, Step::ToField { .. }) => began_alike(was, is),
            Some(is) if was.span().1 <= now => is == was,
            Some(is) => began_alike(was, is),
            // A stay that goes on to nobody knows when need not be told.
            None => matches!(was, Step::Stay { .. }),
        };
        if !begun.iter().enumerate().all(kept) {
            report.add(
                RULE,
                "past-changed",
                place,
                "the steps that had begun are not as they were",
            );
        }
        if context.past.is_settled(&patient.id) && !moved.contains_key(&patient.id) {
            report.add(
                RULE,
                "journey-gone",
                format!("patient {}", patient.id),
                "had arrived, and is left out",
            );
        }
    }
}

/// A step under way began the same; it may end otherwise.
fn began_alike(was: &Step, is: &Step) -> bool {
    if was.span().0 != is.span().0 {
        return false;
    }
    match (was, is) {
        (
            Step::ToField { facility, airfield, .. },
            Step::ToField {
                facility: other,
                airfield: field,
                ..
            },
        ) => facility == other && airfield == field,
        (
            Step::Lift {
                mission,
                boards_at_stop,
                ..
            },
            Step::Lift {
                mission: other,
                boards_at_stop: stop,
                ..
            },
        ) => mission == other && boards_at_stop == stop,
        (Step::FromField { .. }, Step::FromField { .. }) => was == is,
        (Step::Stay { facility, .. }, Step::Stay { facility: other, .. }) => facility == other,
        _ => false,
    }
}
