//! An aircraft's missions: from base to base, in their time, one after the other with time to turn around and change cabins.

use std::collections::BTreeMap;

use airbridge_model::{Aircraft, AircraftType, Operation};
use airbridge_units::{AircraftId, ConfigurationId};
use jiff::Timestamp;

use super::RULE;
use crate::checker::Context;
use crate::flight::Flight;
use crate::instant::{from_minutes, seconds, show, span};
use crate::opening::hours_hold;
use crate::report::Report;

pub(super) fn check(context: &Context<'_>, report: &mut Report) {
    let mut by_aircraft: BTreeMap<&AircraftId, Vec<&Flight<'_>>> = BTreeMap::new();
    for flight in &context.flights {
        let Some(aircraft) = flight.aircraft else {
            report.add(
                RULE,
                "unknown-aircraft",
                flight.place(),
                format!("aircraft {} is not in the operation", flight.mission.aircraft),
            );
            continue;
        };
        if flight.kind.is_none() {
            report.add(
                RULE,
                "unknown-aircraft-type",
                flight.place(),
                format!("type {} is not in the operation", aircraft.aircraft_type),
            );
        }
        base(flight, aircraft, report);
        in_time(context, flight, aircraft, report);
        by_aircraft.entry(&aircraft.id).or_default().push(flight);
    }
    for (id, mut flights) in by_aircraft {
        let Some(aircraft) = context.index.aircraft(id) else {
            continue;
        };
        if let Some(most) = aircraft.max_missions
            && flights.len() as u64 > u64::from(most)
        {
            report.add(
                RULE,
                "too-many-missions",
                format!("aircraft {id}"),
                format!("{} missions, {most} allowed", flights.len()),
            );
        }
        flights.sort_by_key(|flight| off(flight));
        chronology(context, aircraft, &flights, report);
    }
}

/// First off-block, by the legs.
fn off(flight: &Flight<'_>) -> Option<Timestamp> {
    flight.mission.legs.first().map(|leg| leg.off_block_at)
}

/// Last on-block, by the legs.
fn on(flight: &Flight<'_>) -> Option<Timestamp> {
    flight.mission.legs.last().map(|leg| leg.on_block_at)
}

fn base(flight: &Flight<'_>, aircraft: &Aircraft, report: &mut Report) {
    let stops = &flight.mission.stops;
    for (verb, stop) in [("begins", stops.first()), ("ends", stops.last())] {
        if verb == "ends" && flight.behind.grounded {
            continue;
        }
        if let Some(stop) = stop
            && stop.airfield != aircraft.base
        {
            report.add(
                RULE,
                "not-at-base",
                flight.place(),
                format!(
                    "{verb} at {}, the base of {} is {}",
                    stop.airfield, aircraft.id, aircraft.base
                ),
            );
        }
    }
}

/// Within the aircraft's availability and the operation's horizon, and begun within the departure hours.
fn in_time(context: &Context<'_>, flight: &Flight<'_>, aircraft: &Aircraft, report: &mut Report) {
    let (Some(off), Some(on)) = (off(flight), on(flight)) else {
        return;
    };
    if flight.behind.mission.is_some() {
        // It is under way, whatever has become of its time since; but for what it waits for now.
        held(context, flight, report);
        return;
    }
    let longest = context.operation.policy.longest_mission;
    let lasts = on.duration_since(off);
    if lasts > jiff::SignedDuration::from_mins(longest.get()) {
        report.add(
            RULE,
            "mission-too-long",
            flight.place(),
            format!("lasts {lasts:#}, at most {longest} are allowed"),
        );
    }
    let horizon = context.operation.horizon;
    for (slug, what, from, to) in [
        (
            "aircraft-not-available",
            "the aircraft is available",
            aircraft.available_from,
            aircraft.available_to,
        ),
        ("outside-horizon", "the operation lasts", horizon.from, horizon.to),
    ] {
        if off < from || on > to {
            report.add(
                RULE,
                slug,
                flight.place(),
                format!("from {off} to {on}, {what} from {from} to {to}"),
            );
        }
    }
    if let Some(base) = context.index.airfield(&aircraft.base)
        && !hours_hold(&aircraft.departure_hours, &base.zone, off, off)
    {
        report.add(
            RULE,
            "outside-departure-hours",
            flight.place(),
            format!(
                "begins at {} local time, missions of {} begin in {}",
                base.zone.to_datetime(off),
                aircraft.id,
                aircraft.departure_hours
            ),
        );
    }
}

/// What waits for a repair, a crew or anything else does not leave before that.
fn held(context: &Context<'_>, flight: &Flight<'_>, report: &mut Report) {
    let held = context
        .past
        .so_far
        .and_then(|so_far| so_far.held.get(&flight.mission.id));
    if let (Some(held), Some(next)) = (held, flight.mission.legs.get(flight.behind.legs))
        && next.off_block_at < held.until
    {
        report.add(
            RULE,
            "leaves-while-held",
            flight.leg_place(flight.behind.legs),
            format!("off-block at {}, waits until {}", next.off_block_at, held.until),
        );
    }
}

/// The aircraft on the ground at its base, between two missions or before the first.
struct Standing<'a> {
    since: i64,
    unloaded: i64,
    cabin: &'a ConfigurationId,
    /// What it comes from, in words; nothing before the first mission.
    after: Option<&'a Flight<'a>>,
}

fn chronology(context: &Context<'_>, aircraft: &Aircraft, flights: &[&Flight<'_>], report: &mut Report) {
    let kind = context.index.aircraft_type(&aircraft.aircraft_type);
    let standing = aircraft
        .standing
        .as_ref()
        .or(kind.and_then(|kind| Some(&kind.configurations.first()?.id)));
    let mut before = standing.map(|cabin| Standing {
        since: seconds(aircraft.available_from),
        unloaded: seconds(aircraft.available_from),
        cabin,
        after: None,
    });
    for flight in flights {
        let (Some(begin), Some(end)) = (off(flight), on(flight)) else {
            continue;
        };
        if let Some(Standing { after: Some(away), .. }) = &before
            && away
                .mission
                .stops
                .last()
                .is_some_and(|stop| stop.airfield != aircraft.base)
        {
            report.add(
                RULE,
                "not-at-base",
                flight.place(),
                format!("mission {} has left {} elsewhere", away.mission.id, aircraft.id),
            );
        }
        if let Some(before) = &before
            && flight.behind.mission.is_none()
        {
            turn_around(context.operation, kind, before, flight, seconds(begin), report);
        }
        let unloaded = flight.mission.stops.last().and_then(|stop| stop.unloaded_at);
        let flown = before.as_ref().filter(|before| before.after.is_some());
        let held = flown.map_or(i64::MIN, |before| before.since);
        before = Some(Standing {
            since: seconds(end).max(held),
            unloaded: seconds(unloaded.unwrap_or(end)),
            cabin: &flight.mission.configuration,
            after: Some(flight),
        });
    }
}

fn turn_around(
    operation: &Operation,
    kind: Option<&AircraftType>,
    before: &Standing<'_>,
    flight: &Flight<'_>,
    begin: i64,
    report: &mut Report,
) {
    let changeover = if *before.cabin == flight.mission.configuration {
        0
    } else {
        // A configuration that the type has not is a violation of rule 2.
        kind.and_then(|kind| kind.configuration(&flight.mission.configuration))
            .map_or(0, |configuration| from_minutes(configuration.changeover))
    };
    let turnaround = match before.after {
        Some(_) => from_minutes(operation.policy.handling.base_turnaround),
        None => 0,
    };
    let loading = flight.mission.stops.first().and_then(|stop| stop.loading_from);
    let overlaps = begin < before.since || loading.is_some_and(|loading| seconds(loading) < before.unloaded);
    let since = before.after.map_or_else(
        || format!("the aircraft is there since {}", show(before.since)),
        |flight| {
            format!(
                "mission {} is on block at {} and unloaded at {}",
                flight.mission.id,
                show(before.since),
                show(before.unloaded)
            )
        },
    );
    if before.after.is_some() && overlaps {
        report.add(
            RULE,
            "missions-overlap",
            flight.place(),
            format!("begins at {}, {since}", show(begin)),
        );
    } else if begin < before.since.saturating_add(turnaround).saturating_add(changeover)
        && (changeover > 0 || turnaround > 0)
    {
        report.add(
            RULE,
            "turnaround-too-short",
            flight.place(),
            format!(
                "begins at {}, {since}; turning around takes {}, changing to cabin {} {}",
                show(begin),
                span(turnaround),
                flight.mission.configuration,
                span(changeover)
            ),
        );
    }
}
