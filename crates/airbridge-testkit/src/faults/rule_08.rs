//! Faults of rule 8: clearances, forbidden pairs, airspace.

use airbridge_model::{Area, ClearanceStatus, Closed, Closure, ForbiddenPair, Operation, PairBasis, PairScope, Plan};
use airbridge_units::{ClosureId, Position, StateCode};

use super::{faults, pick};
use crate::dice::Dice;

/// Half the side of a closed piece of airspace, in degrees.
const HALF_SIDE: f64 = 0.5;

faults! { Clearance:
    "landing-denied", "R08/no-landing-clearance",
        "the state that a leg lands in denies every clearance", landing_denied;
    "overflight-denied", "R08/no-overflight-clearance",
        "a state that a leg overflies denies every clearance", overflight_denied;
    "clearance-ends-on-the-way", "R08/no-landing-clearance",
        "every clearance of the state that a leg lands in runs out a second after off-block", clearance_ends;
    "clearance-only-asked-for", "R08/no-landing-clearance",
        "the clearances of the state that a leg takes off from are asked for and not given", clearance_only_asked_for;
    "airspace-closes", "R08/airspace-closed",
        "the airspace around a leg's origin is closed while it is under way", airspace_closes;
    "pair-by-departure", "R08/forbidden-pair",
        "landing in a state is forbidden to those who took off in the leg's own", pair_by_departure;
    "pair-by-registration", "R08/forbidden-pair",
        "landing in a state is forbidden to aircraft of the leg's registration", pair_by_registration;
    "state-invented", "R08/states-wrong",
        "a leg names a state that it does not cross", state_invented;
}

/// The state of an airfield.
fn state(operation: &mut Operation, field: &airbridge_units::AirfieldId) -> Option<StateCode> {
    Some(pick::airfield(operation, field)?.state.clone())
}

/// A leg between two states of which the one chosen by `end` is not the aircraft's: mission, leg, that state.
fn foreign_end(
    operation: &mut Operation,
    plan: &Plan,
    dice: &mut Dice,
    end: fn(&airbridge_model::Leg) -> &airbridge_units::AirfieldId,
) -> Option<(usize, usize, StateCode)> {
    let mut legs = Vec::new();
    for (mission, leg) in pick::legs(plan) {
        let there = state(operation, end(&plan.missions[mission].legs[leg]))?;
        if pick::aircraft(operation, &plan.missions[mission].aircraft)?.state != there {
            legs.push((mission, leg, there));
        }
    }
    pick::one(legs, dice)
}

fn set_status(operation: &mut Operation, state: &StateCode, status: ClearanceStatus) {
    for clearance in operation
        .clearances
        .iter_mut()
        .filter(|clearance| clearance.state == *state)
    {
        clearance.status = status;
    }
}

fn landing_denied(operation: &mut Operation, plan: &mut Plan, dice: &mut Dice) -> Option<()> {
    let (_, _, state) = foreign_end(operation, plan, dice, |leg| &leg.to)?;
    set_status(operation, &state, ClearanceStatus::Denied);
    Some(())
}

fn overflight_denied(operation: &mut Operation, plan: &mut Plan, dice: &mut Dice) -> Option<()> {
    let mut overflown = Vec::new();
    for (mission, leg) in pick::legs(plan) {
        let mission = &plan.missions[mission];
        let leg = &mission.legs[leg];
        let own = pick::aircraft(operation, &mission.aircraft)?.state.clone();
        let known = [own, state(operation, &leg.from)?, state(operation, &leg.to)?];
        overflown.extend(leg.states.iter().filter(|state| !known.contains(state)).cloned());
    }
    let state = pick::one(overflown, dice)?;
    set_status(operation, &state, ClearanceStatus::Denied);
    Some(())
}

fn clearance_ends(operation: &mut Operation, plan: &mut Plan, dice: &mut Dice) -> Option<()> {
    let (mission, leg, state) = foreign_end(operation, plan, dice, |leg| &leg.to)?;
    let leg = &plan.missions[mission].legs[leg];
    let end = leg.off_block_at + jiff::SignedDuration::from_secs(1);
    if end >= leg.on_block_at {
        return None;
    }
    for clearance in operation
        .clearances
        .iter_mut()
        .filter(|clearance| clearance.state == state)
    {
        clearance.valid_to = clearance.valid_to.min(end);
    }
    Some(())
}

fn clearance_only_asked_for(operation: &mut Operation, plan: &mut Plan, dice: &mut Dice) -> Option<()> {
    let (_, _, state) = foreign_end(operation, plan, dice, |leg| &leg.from)?;
    set_status(operation, &state, ClearanceStatus::Requested);
    Some(())
}

fn airspace_closes(operation: &mut Operation, plan: &mut Plan, dice: &mut Dice) -> Option<()> {
    let (mission, leg) = pick::leg(plan, dice)?;
    let leg = &plan.missions[mission].legs[leg];
    let origin = pick::airfield(operation, &leg.from)?.position;
    let corner = |north: f64, east: f64| Position::new(origin.lat() + north, origin.lon() + east);
    let corners = [
        corner(-HALF_SIDE, -HALF_SIDE)?,
        corner(-HALF_SIDE, HALF_SIDE)?,
        corner(HALF_SIDE, HALF_SIDE)?,
        corner(HALF_SIDE, -HALF_SIDE)?,
    ];
    operation.closures.push(Closure {
        id: ClosureId::new("planted"),
        what: Closed::Airspace(Area {
            corners: corners.to_vec(),
        }),
        from: leg.off_block_at,
        to: leg.on_block_at,
        reason: "planted".to_owned(),
    });
    Some(())
}

fn forbid(operation: &mut Operation, state: StateCode, other: StateCode, basis: PairBasis, dice: &mut Dice) {
    let scope = if dice.percent(50) {
        PairScope::Land
    } else {
        PairScope::Both
    };
    operation.forbidden_pairs.push(ForbiddenPair {
        state,
        other,
        basis,
        scope,
        one_way: dice.percent(50),
        from: None,
        to: None,
    });
}

fn pair_by_departure(operation: &mut Operation, plan: &mut Plan, dice: &mut Dice) -> Option<()> {
    let (mission, leg) = pick::leg(plan, dice)?;
    let leg = &plan.missions[mission].legs[leg];
    let (from, to) = (state(operation, &leg.from)?, state(operation, &leg.to)?);
    if from == to {
        return None;
    }
    forbid(operation, from, to, PairBasis::Departure, dice);
    Some(())
}

fn pair_by_registration(operation: &mut Operation, plan: &mut Plan, dice: &mut Dice) -> Option<()> {
    let (mission, _, there) = foreign_end(operation, plan, dice, |leg| &leg.to)?;
    let own = pick::aircraft(operation, &plan.missions[mission].aircraft)?
        .state
        .clone();
    forbid(operation, own, there, PairBasis::Registration, dice);
    Some(())
}

fn state_invented(_: &mut Operation, plan: &mut Plan, dice: &mut Dice) -> Option<()> {
    let (mission, leg) = pick::leg(plan, dice)?;
    plan.missions[mission].legs[leg].states.push(StateCode::new("QQ"));
    Some(())
}
