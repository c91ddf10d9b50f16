//! Rule 5: range with reserve and load; fuel only where there is fuel; runways that suit.

use airbridge_model::{AircraftType, Rule};

use crate::checker::Context;
use crate::claim::{agrees, exceeds};
use crate::flight::Flight;
use crate::measure::block_hours;
use crate::performance::{payload, range_with, runway_needed, suits};
use crate::report::Report;

const RULE: Rule = Rule::RangeAndRunway;

pub(crate) fn check(context: &Context<'_>, report: &mut Report) {
    for flight in &context.flights {
        refuelling(flight, report);
        if let Some(kind) = flight.kind {
            runways(context, flight, kind, report);
            tanks(context, flight, kind, report);
            claims(flight, kind, report);
        }
    }
}

/// Fuel only where there is fuel, and beside patients only with fire cover.
fn refuelling(flight: &Flight<'_>, report: &mut Report) {
    let stops = flight.mission.stops.iter().enumerate().skip(1);
    for (number, _) in stops.filter(|(_, stop)| stop.refuel) {
        if flight.behind.here.is_some_and(|here| number <= here) {
            continue;
        }
        let Some(field) = flight.fields[number] else { continue };
        if !field.fuel {
            report.add(
                RULE,
                "no-fuel-here",
                flight.stop_place(number),
                format!("refuels at {}, where there is no fuel", field.id),
            );
        }
        let staying = flight.stays_through(number);
        if !field.fire_cover && staying > 0 {
            report.add(
                RULE,
                "refuelled-with-patients",
                flight.stop_place(number),
                format!(
                    "refuels with {staying} patients on board, {} has no fire cover",
                    field.id
                ),
            );
        }
    }
}

/// Every field has a runway that suits the type.
fn runways(context: &Context<'_>, flight: &Flight<'_>, kind: &AircraftType, report: &mut Report) {
    let policy = &context.operation.policy.runways;
    for (number, field) in flight.fields.iter().enumerate() {
        let Some(field) = field else { continue };
        if number < flight.behind.legs || flight.behind.here == Some(number) {
            continue;
        }
        if suits(field, kind, policy) {
            continue;
        }
        let there: Vec<_> = field
            .runways
            .iter()
            .map(|runway| {
                let closed = if runway.closed { ", closed" } else { "" };
                format!(
                    "{} of {:.0} m {}{closed}",
                    runway.id,
                    runway.length.get(),
                    runway.surface
                )
            })
            .collect();
        let there = if there.is_empty() {
            "none".to_owned()
        } else {
            there.join("; ")
        };
        report.add(
            RULE,
            "no-suitable-runway",
            flight.stop_place(number),
            format!(
                "a {} needs {:.0} m; runways: {there}",
                kind.id,
                runway_needed(field, kind, policy)
            ),
        );
    }
}

/// What was flown since the tanks were full. `None` when a part of it cannot be reckoned.
#[derive(Clone, Copy)]
struct SinceFull {
    trip: Option<f64>,
    payload: f64,
}

const FULL: SinceFull = SinceFull {
    trip: Some(0.0),
    payload: 0.0,
};

/// At the end of every leg what was flown since the tanks were full, and the reserve, is within the range.
fn tanks(context: &Context<'_>, flight: &Flight<'_>, kind: &AircraftType, report: &mut Report) {
    let policy = &context.operation.policy;
    let factor = policy.block.route_factor * (1.0 + policy.reserves.contingency);
    let mut since = FULL;
    for hop in flight.hops() {
        if hop.number > 0 && flight.mission.stops[hop.number].refuel {
            since = FULL;
        }
        since.payload = since
            .payload
            .max(payload(&flight.on_board[hop.number], flight.team, &policy.persons));
        let turns_now = hop.leg.turn.as_ref().is_some_and(|turn| turn.at == context.past.now);
        if flight.is_behind(hop.number) && !turns_now {
            // As it was flown: whose limits bound the cabin may have changed since.
            let tier = policy
                .cabin_tiers
                .iter()
                .find(|tier| agrees(hop.leg.cabin_altitude.get(), tier.limit.get()));
            let flown = tier.map(|tier| hop.leg.distance.get() * factor * tier.fuel_factor);
            since.trip = since.trip.zip(flown).map(|(trip, flown)| trip + flown);
            continue;
        }
        since.trip = match (since.trip, &flight.ways[hop.number], flight.tiers[hop.number]) {
            (Some(trip), Some(way), Some(tier)) => Some(trip + way.distance * factor * tier.fuel_factor),
            _ => None,
        };
        let (Some(trip), Some(to)) = (since.trip, hop.to) else {
            continue;
        };
        let reserve = context.ways.to_alternate(to, kind) * policy.block.route_factor
            + policy.reserves.final_reserve.hours() * kind.cruise.get();
        let place = || flight.leg_place(hop.number);
        match range_with(kind, since.payload) {
            None => report.add(
                RULE,
                "payload-too-heavy",
                place(),
                format!("{:.0} kg on board, more than a {} carries", since.payload, kind.id),
            ),
            Some(range) if exceeds(trip + reserve, range) => report.add(
                RULE,
                "out-of-range",
                place(),
                format!(
                    "{trip:.0} NM since the tanks were full and {reserve:.0} NM of reserve, a {} flies {range:.0} NM with {:.0} kg",
                    kind.id, since.payload
                ),
            ),
            Some(_) => {}
        }
    }
}

/// What each leg says about its distance and fuel.
fn claims(flight: &Flight<'_>, kind: &AircraftType, report: &mut Report) {
    for hop in flight.hops().filter(|hop| !flight.is_behind(hop.number)) {
        if let Some(way) = &flight.ways[hop.number]
            && !agrees(hop.leg.distance.get(), way.distance)
        {
            report.add(
                RULE,
                "distance-wrong",
                flight.leg_place(hop.number),
                format!("stated {:.1} NM, is {:.1} NM", hop.leg.distance.get(), way.distance),
            );
        }
        if let Some(tier) = flight.tiers[hop.number] {
            let right = block_hours(hop.leg) * kind.fuel_per_hour.get() * tier.fuel_factor;
            if !agrees(hop.leg.fuel.get(), right) {
                report.add(
                    RULE,
                    "fuel-wrong",
                    flight.leg_place(hop.number),
                    format!("stated {:.1} kg, burns {right:.1} kg", hop.leg.fuel.get()),
                );
            }
        }
    }
}
