//! Rule 8: clearances for states landed in and overflown; forbidden pairs; closed airspace.

use std::collections::BTreeMap;

use airbridge_model::{
    Aircraft, Airfield, Clearance, ClearanceKind, ClearanceScope, ClearanceStatus, Closed, Closure, ForbiddenPair,
    PairBasis, PairScope, Rule,
};
use airbridge_units::StateCode;
use jiff::Timestamp;
use jiff::tz::TimeZone;

use crate::checker::Context;
use crate::flight::{Flight, Hop};
use crate::instant::local_date;
use crate::opening::clear_of;
use crate::report::Report;
use crate::ways::Way;

const RULE: Rule = Rule::Clearance;

pub(crate) fn check(context: &Context<'_>, report: &mut Report) {
    if !context.ways.boundaries_known() {
        report.add(
            RULE,
            "boundaries-unreadable",
            "operation",
            "the boundaries of the operation cannot be read",
        );
    }
    let mut granted: BTreeMap<&StateCode, Vec<&Clearance>> = BTreeMap::new();
    for clearance in &context.operation.clearances {
        if clearance.status == ClearanceStatus::Granted {
            granted.entry(&clearance.state).or_default().push(clearance);
        }
    }
    for flight in &context.flights {
        for hop in flight.hops() {
            let (Some(from), Some(to), Some(way)) = (hop.from, hop.to, &flight.ways[hop.number]) else {
                continue;
            };
            if flight.is_behind(hop.number) {
                if let (Some(turn), Some(aircraft)) = (&hop.leg.turn, flight.aircraft)
                    && turn.at == context.past.now
                {
                    after_turn(context, &granted, flight, aircraft, hop, to, report);
                }
                continue;
            }
            stated(flight, hop, from, to, way, report);
            airspace(context, flight, hop, way, report);
            if let Some(aircraft) = flight.aircraft {
                permissions(&granted, flight, aircraft, hop, (from, to, way), report);
                pairs(context, flight, aircraft, hop, (from, to, way), report);
            }
        }
    }
}

/// The states that a leg states. Those of its two ends may be listed though the track does not touch them.
fn stated(flight: &Flight<'_>, hop: Hop<'_>, from: &Airfield, to: &Airfield, way: &Way, report: &mut Report) {
    let between = |states: &[StateCode]| -> Vec<StateCode> {
        let mut between: Vec<_> = states
            .iter()
            .filter(|&state| *state != from.state && *state != to.state)
            .cloned()
            .collect();
        if way.by_route {
            between.sort();
        }
        between
    };
    let mut once = hop.leg.states.clone();
    once.sort();
    once.dedup();
    let ends_listed = way.states.iter().all(|state| hop.leg.states.contains(state));
    if between(&hop.leg.states) != between(&way.states) || once.len() != hop.leg.states.len() || !ends_listed {
        report.add(
            RULE,
            "states-wrong",
            flight.leg_place(hop.number),
            format!("stated {}, crosses {}", list(&hop.leg.states), list(&way.states)),
        );
    }
}

fn list(states: &[StateCode]) -> String {
    if states.is_empty() {
        return "none".to_owned();
    }
    states.iter().map(StateCode::as_str).collect::<Vec<_>>().join(" ")
}

/// No leg is under way during a closure of airspace that its track enters.
fn airspace(context: &Context<'_>, flight: &Flight<'_>, hop: Hop<'_>, way: &Way, report: &mut Report) {
    let (off, on) = (hop.leg.off_block_at, hop.leg.on_block_at);
    for (number, closure) in context.operation.closures.iter().enumerate() {
        let Closure {
            what: Closed::Airspace(area),
            ..
        } = closure
        else {
            continue;
        };
        if !clear_of(closure.from, closure.to, off, on) && way.enters(number, area) {
            report.add(
                RULE,
                "airspace-closed",
                flight.leg_place(hop.number),
                format!(
                    "under way from {off} to {on}, airspace {} is closed from {} to {}",
                    closure.id, closure.from, closure.to
                ),
            );
        }
    }
}

/// A leg's ends and the way between.
type Between<'a> = (&'a Airfield, &'a Airfield, &'a Way);

/// Each state that the leg takes off from, lands in or overflies permits it over its whole time.
fn permissions(
    granted: &BTreeMap<&StateCode, Vec<&Clearance>>,
    flight: &Flight<'_>,
    aircraft: &Aircraft,
    hop: Hop<'_>,
    (from, to, way): Between<'_>,
    report: &mut Report,
) {
    let ends = if from.state == to.state {
        vec![&from.state]
    } else {
        vec![&from.state, &to.state]
    };
    let overflown = way.states.iter().filter(|state| !ends.contains(state));
    let landing = ends.iter().map(|&state| (state, ClearanceKind::Land));
    let all = landing.chain(overflown.map(|state| (state, ClearanceKind::Overfly)));
    for (state, kind) in all.filter(|(state, _)| **state != aircraft.state) {
        let held: Vec<_> = granted
            .get(state)
            .into_iter()
            .flatten()
            .filter(|clearance| covers(clearance, kind, aircraft))
            .map(|clearance| (clearance.valid_from, clearance.valid_to))
            .collect();
        let (off, on) = (hop.leg.off_block_at, hop.leg.on_block_at);
        if let Err(since) = through(held, off, on) {
            let (slug, verb) = match kind {
                ClearanceKind::Overfly => ("no-overflight-clearance", "overflies"),
                ClearanceKind::Land | ClearanceKind::Both => ("no-landing-clearance", "lands in or takes off from"),
            };
            report.add(
                RULE,
                slug,
                flight.leg_place(hop.number),
                format!(
                    "{verb} {state} between {off} and {on}, {} has no clearance at {since}",
                    aircraft.id
                ),
            );
        }
    }
}

/// From where a leg turns it needs the permission of each state that it comes to.
fn after_turn(
    context: &Context<'_>,
    granted: &BTreeMap<&StateCode, Vec<&Clearance>>,
    flight: &Flight<'_>,
    aircraft: &Aircraft,
    hop: Hop<'_>,
    to: &Airfield,
    report: &mut Report,
) {
    let Some(turn) = &hop.leg.turn else { return };
    let states = context.ways.states_from(turn.position, to);
    let overflown = states.iter().skip(1).filter(|state| **state != to.state);
    let all = overflown.map(|state| (state, ClearanceKind::Overfly));
    let all = all.chain([(&to.state, ClearanceKind::Land)]);
    for (state, kind) in all.filter(|(state, _)| **state != aircraft.state) {
        let held: Vec<_> = granted
            .get(state)
            .into_iter()
            .flatten()
            .filter(|clearance| covers(clearance, kind, aircraft))
            .map(|clearance| (clearance.valid_from, clearance.valid_to))
            .collect();
        if let Err(since) = through(held, turn.at, hop.leg.on_block_at) {
            report.add(
                RULE,
                "no-clearance-after-turn",
                flight.leg_place(hop.number),
                format!(
                    "turns into {state} at {}, {} has no clearance at {since}",
                    turn.at, aircraft.id
                ),
            );
        }
    }
}

fn covers(clearance: &Clearance, kind: ClearanceKind, aircraft: &Aircraft) -> bool {
    let for_it = match &clearance.scope {
        ClearanceScope::All => true,
        ClearanceScope::Operator(operator) => *operator == aircraft.operator,
        ClearanceScope::Aircraft(id) => *id == aircraft.id,
    };
    for_it && (clearance.kind == kind || clearance.kind == ClearanceKind::Both)
}

/// Whether intervals, one after the other without a gap, hold all of `[from, to]`; else the first instant that they do not reach beyond.
fn through(mut held: Vec<(Timestamp, Timestamp)>, from: Timestamp, to: Timestamp) -> Result<(), Timestamp> {
    held.sort_unstable();
    let mut reached = None;
    for (begin, end) in held {
        if begin <= reached.unwrap_or(from) && end >= from {
            reached = reached.max(Some(end));
        }
    }
    match reached {
        None => Err(from),
        Some(reached) if reached < to => Err(reached),
        Some(_) => Ok(()),
    }
}

/// No leg does what a pair forbids on a day that its time touches.
fn pairs(
    context: &Context<'_>,
    flight: &Flight<'_>,
    aircraft: &Aircraft,
    hop: Hop<'_>,
    (from, to, way): Between<'_>,
    report: &mut Report,
) {
    let first = local_date(hop.leg.off_block_at, &TimeZone::UTC);
    let last = local_date(hop.leg.on_block_at, &TimeZone::UTC);
    for pair in &context.operation.forbidden_pairs {
        if pair.from.is_some_and(|from| last < from) || pair.to.is_some_and(|to| first > to) {
            continue;
        }
        let belongs_to = match pair.basis {
            PairBasis::Departure => &from.state,
            PairBasis::Registration => &aircraft.state,
        };
        let ForbiddenPair { state, other, .. } = pair;
        let does =
            |there: &StateCode| to.state == *there || (pair.scope == PairScope::Both && way.states.contains(there));
        let forbidden = (belongs_to == state && does(other)) || (!pair.one_way && belongs_to == other && does(state));
        if forbidden {
            report.add(
                RULE,
                "forbidden-pair",
                flight.leg_place(hop.number),
                format!(
                    "by {} it belongs to {belongs_to}, between {state} and {other} there is no traffic; it crosses {} and lands in {}",
                    pair.basis,
                    list(&way.states),
                    to.state
                ),
            );
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn clearances_follow_each_other_without_a_gap() {
        let at = |second| Timestamp::from_second(second).expect("small");
        let held = |list: &[(i64, i64)]| list.iter().map(|&(a, b)| (at(a), at(b))).collect::<Vec<_>>();
        assert_eq!(through(held(&[(0, 10), (10, 20)]), at(5), at(20)), Ok(()));
        assert_eq!(through(held(&[(11, 20), (0, 10)]), at(5), at(20)), Err(at(10)));
        assert_eq!(through(held(&[(0, 4), (6, 20)]), at(5), at(20)), Err(at(5)));
        assert_eq!(through(held(&[(0, 30), (3, 4)]), at(5), at(20)), Ok(()));
        assert_eq!(through(held(&[]), at(5), at(20)), Err(at(5)));
    }
}
