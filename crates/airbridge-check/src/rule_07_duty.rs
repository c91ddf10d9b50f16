//! Rule 7: missions of an aircraft one after the other, from its base and back; crews that suit, with their duty periods and rest.

mod aircraft;
mod periods;
mod rest;

use airbridge_model::{Crew, CrewRole, Rule};
use airbridge_units::CrewId;

use crate::checker::Context;
use crate::flight::Flight;
use crate::report::Report;

const RULE: Rule = Rule::Duty;

pub(crate) fn check(context: &Context<'_>, report: &mut Report) {
    for (number, flight) in context.flights.iter().enumerate() {
        if context.by_mission.get(&flight.mission.id) != Some(&number) {
            report.add(RULE, "mission-twice", flight.place(), "another mission has the same id");
        }
        shape(flight, report);
        crew(
            flight,
            &flight.mission.flight_crew,
            flight.pilots,
            CrewRole::Flight,
            report,
        );
        if let Some(id) = &flight.mission.medical_crew {
            crew(flight, id, flight.team, CrewRole::Medical, report);
        }
    }
    aircraft::check(context, report);
    periods::check(context, report);
    rest::check(context, report);
}

/// A mission has legs, one fewer than stops, each from its stop to the next.
fn shape(flight: &Flight<'_>, report: &mut Report) {
    let mission = flight.mission;
    if mission.legs.is_empty() || mission.legs.len() + 1 != mission.stops.len() {
        report.add(
            RULE,
            "mission-malformed",
            flight.place(),
            format!("{} stops and {} legs", mission.stops.len(), mission.legs.len()),
        );
    }
    for hop in flight.hops() {
        let (from, to) = (
            &mission.stops[hop.number].airfield,
            &mission.stops[hop.number + 1].airfield,
        );
        if hop.leg.from != *from || hop.leg.to != *to {
            report.add(
                RULE,
                "leg-elsewhere",
                flight.leg_place(hop.number),
                format!("lies between the stops at {from} and {to}"),
            );
        }
    }
}

/// A crew exists, has the role, and serves the aircraft.
fn crew(flight: &Flight<'_>, id: &CrewId, known: Option<&Crew>, role: CrewRole, report: &mut Report) {
    let place = || format!("{}, crew {id}", flight.place());
    let Some(known) = known else {
        report.add(RULE, "unknown-crew", place(), "not a crew of the operation");
        return;
    };
    if known.role != role {
        report.add(
            RULE,
            "crew-of-other-role",
            place(),
            format!("is a {} crew, goes as {role} crew", known.role),
        );
    }
    if !known.aircraft.contains(&flight.mission.aircraft) {
        report.add(
            RULE,
            "crew-of-other-aircraft",
            place(),
            format!("does not serve aircraft {}", flight.mission.aircraft),
        );
    }
}
