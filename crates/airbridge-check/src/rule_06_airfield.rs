//! Rule 6: airfield hours, closures, daylight, slots, parking, times on the ground.

mod crowding;
mod ground;
mod light;

use std::collections::BTreeMap;

use airbridge_model::{Airfield, Closed, Closure, Rule};
use airbridge_units::AirfieldId;
use jiff::Timestamp;

use crate::checker::Context;
use crate::flight::Flight;
use crate::opening::{clear_of, hours_hold};
use crate::performance::suitable;
use crate::report::Report;

pub(crate) use light::Daylight;

const RULE: Rule = Rule::Airfield;

pub(crate) fn check(context: &Context<'_>, report: &mut Report) {
    let mut closures: BTreeMap<&AirfieldId, Vec<&Closure>> = BTreeMap::new();
    for closure in &context.operation.closures {
        if let Closed::Airfield(id) = &closure.what {
            closures.entry(id).or_default().push(closure);
        }
    }
    for flight in &context.flights {
        for (number, field) in flight.fields.iter().enumerate() {
            match field {
                Some(field) => {
                    let closures = closures.get(&field.id).map_or(&[][..], Vec::as_slice);
                    open(context, flight, number, field, closures, report);
                }
                None => report.add(
                    RULE,
                    "unknown-airfield",
                    flight.stop_place(number),
                    format!(
                        "airfield {} is not in the operation",
                        flight.mission.stops[number].airfield
                    ),
                ),
            }
        }
        ground::check(context, flight, report);
    }
    crowding::check(context, report);
}

/// What happens on the ground, with its time.
struct Activity {
    name: &'static str,
    from: Timestamp,
    to: Timestamp,
}

/// Landing and unloading, loading, take-off each lie within one open interval of the field.
fn open(
    context: &Context<'_>,
    flight: &Flight<'_>,
    number: usize,
    field: &Airfield,
    closures: &[&Closure],
    report: &mut Report,
) {
    let dark_closes = flight.kind.is_some_and(|kind| {
        let mut runways = suitable(field, kind, &context.operation.policy.runways).peekable();
        runways.peek().is_some() && runways.all(|runway| !runway.lit)
    });
    for activity in activities(context, flight, number) {
        let Activity { name, from, to } = activity;
        if flight.behind.mission.is_some() && (from <= context.past.now || flight.is_last_of_grounded(number)) {
            continue;
        }
        let place = || flight.stop_place(number);
        if !hours_hold(&field.hours, &field.zone, from, to) {
            report.add(
                RULE,
                "outside-hours",
                place(),
                format!(
                    "{name} from {} to {} local time, {} is open {}",
                    field.zone.to_datetime(from),
                    field.zone.to_datetime(to),
                    field.id,
                    field.hours
                ),
            );
        }
        for closure in closures
            .iter()
            .filter(|closure| !clear_of(closure.from, closure.to, from, to))
        {
            report.add(
                RULE,
                "field-closed",
                place(),
                format!(
                    "{name} from {from} to {to}, {} is closed from {} to {} ({})",
                    field.id, closure.from, closure.to, closure.id
                ),
            );
        }
        if dark_closes && !context.daylight.holds(field, &context.operation.policy, from, to) {
            report.add(
                RULE,
                "in-the-dark",
                place(),
                format!(
                    "{name} from {from} to {to} is not in daylight, {} has no lit runway that suits",
                    field.id
                ),
            );
        }
    }
}

/// What happens at a stop and has its times. What runs backwards is a violation of its own and shrinks to its begin.
fn activities(context: &Context<'_>, flight: &Flight<'_>, number: usize) -> Vec<Activity> {
    let stop = &flight.mission.stops[number];
    let mut activities = Vec::new();
    if let Some(landing) = stop.on_block_at {
        activities.push(Activity {
            name: "landing",
            from: landing,
            to: landing,
        });
        if let Some(unloaded) = stop.unloaded_at
            && unloaded > landing
        {
            activities.push(Activity {
                name: "unloading",
                from: landing,
                to: unloaded,
            });
        }
    }
    if let Some(loading) = stop.loading_from {
        let lasts = ground::loading_seconds(context, stop).unwrap_or(0);
        let to = Timestamp::from_second(loading.as_second().saturating_add(lasts)).unwrap_or(loading);
        activities.push(Activity {
            name: "loading",
            from: loading,
            to: to.max(loading),
        });
    }
    if let Some(off) = stop.off_block_at {
        activities.push(Activity {
            name: "take-off",
            from: off,
            to: off,
        });
    }
    activities
}
