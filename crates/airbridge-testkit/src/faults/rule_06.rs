//! Faults of rule 6: airfields and times on the ground.

use airbridge_model::{Closed, Closure, MissionStop, Operation, Plan};
use airbridge_units::{ClosureId, Minutes};
use jiff::Timestamp;

use super::{faults, pick};
use crate::dice::Dice;

/// Nearer to the poles than this a day may have no night, whatever the margins.
const POLAR: f64 = 60.0;

faults! { Airfield:
    "field-closes-at-landing", "R06/field-closed",
        "a field is closed for an hour around a landing", closes_at_landing;
    "field-closes-at-take-off", "R06/field-closed",
        "a field is closed for an hour around a take-off", closes_at_take_off;
    "field-opens-on-another-day", "R06/outside-hours",
        "a field is open only three days later in the week than a landing", opens_on_another_day;
    "lights-out", "R06/in-the-dark",
        "a field has no lights, and the margins leave no daylight", lights_out;
    "no-slots", "R06/too-many-movements",
        "a field has no slots", no_slots;
    "no-stands", "R06/too-many-parked",
        "a field away from base has no stands", no_stands;
    "loading-takes-longer", "R06/off-block-too-early",
        "loading takes longer than the time before off-block", loading_takes_longer;
    "unloading-takes-longer", "R06/unloading-wrong",
        "unloading takes ten minutes more than it is given", unloading_takes_longer;
    "refuelling-takes-longer", "R06/refuelling-too-short",
        "refuelling takes longer than a stop that refuels", refuelling_takes_longer;
    "stop-and-leg-disagree", "R06/leg-times-differ",
        "a leg lands a minute after its stop says", stop_and_leg_disagree;
}

/// A stop that has something, with it.
fn stop_with<T>(plan: &Plan, dice: &mut Dice, has: impl Fn(&MissionStop) -> Option<T>) -> Option<(usize, usize, T)> {
    let stops: Vec<_> = pick::stops(plan)
        .filter_map(|(mission, stop)| Some((mission, stop, has(&plan.missions[mission].stops[stop])?)))
        .collect();
    pick::one(stops, dice)
}

fn close(operation: &mut Operation, plan: &Plan, (mission, stop, at): (usize, usize, Timestamp)) {
    let field = plan.missions[mission].stops[stop].airfield.clone();
    operation.closures.push(Closure {
        id: ClosureId::new("planted"),
        what: Closed::Airfield(field),
        from: pick::later(at, -30),
        to: pick::later(at, 30),
        reason: "planted".to_owned(),
    });
}

fn closes_at_landing(operation: &mut Operation, plan: &mut Plan, dice: &mut Dice) -> Option<()> {
    let chosen = stop_with(plan, dice, |stop| stop.on_block_at)?;
    close(operation, plan, chosen);
    Some(())
}

fn closes_at_take_off(operation: &mut Operation, plan: &mut Plan, dice: &mut Dice) -> Option<()> {
    let chosen = stop_with(plan, dice, |stop| stop.off_block_at)?;
    close(operation, plan, chosen);
    Some(())
}

fn opens_on_another_day(operation: &mut Operation, plan: &mut Plan, dice: &mut Dice) -> Option<()> {
    let (mission, stop, landing) = stop_with(plan, dice, |stop| stop.on_block_at)?;
    let field = pick::airfield(operation, &plan.missions[mission].stops[stop].airfield)?;
    field.hours = pick::not_that_day(landing, &field.zone);
    Some(())
}

fn lights_out(operation: &mut Operation, plan: &mut Plan, dice: &mut Dice) -> Option<()> {
    let (mission, stop) = pick::one(pick::stops(plan), dice)?;
    let field = pick::airfield(operation, &plan.missions[mission].stops[stop].airfield)?;
    if field.position.lat().abs() > POLAR {
        return None;
    }
    for runway in &mut field.runways {
        runway.lit = false;
    }
    operation.policy.dusk_margin = Minutes(24 * 60);
    Some(())
}

fn no_slots(operation: &mut Operation, plan: &mut Plan, dice: &mut Dice) -> Option<()> {
    let (mission, stop) = pick::one(pick::stops(plan), dice)?;
    pick::airfield(operation, &plan.missions[mission].stops[stop].airfield)?.slots_per_hour = Some(0);
    Some(())
}

fn no_stands(operation: &mut Operation, plan: &mut Plan, dice: &mut Dice) -> Option<()> {
    let (mission, stop, ()) = stop_with(plan, dice, |stop| {
        (stop.off_block_at? > stop.on_block_at?).then_some(())
    })?;
    let mission = &plan.missions[mission];
    let field = mission.stops[stop].airfield.clone();
    if pick::aircraft(operation, &mission.aircraft)?.base == field {
        return None;
    }
    pick::airfield(operation, &field)?.parking = Some(0);
    Some(())
}

fn loading_takes_longer(operation: &mut Operation, plan: &mut Plan, dice: &mut Dice) -> Option<()> {
    let (_, _, given) = stop_with(plan, dice, |stop| {
        Some(pick::minutes(stop.loading_from?, stop.off_block_at?))
    })?;
    operation.policy.handling.load_base = Minutes(given + 10);
    Some(())
}

fn unloading_takes_longer(operation: &mut Operation, plan: &mut Plan, dice: &mut Dice) -> Option<()> {
    stop_with(plan, dice, |stop| (!stop.leaves.is_empty()).then_some(()))?;
    let base = &mut operation.policy.handling.unload_base;
    *base = Minutes(base.get() + 10);
    Some(())
}

fn refuelling_takes_longer(operation: &mut Operation, plan: &mut Plan, dice: &mut Dice) -> Option<()> {
    let (_, _, given) = stop_with(plan, dice, |stop| {
        let given = pick::minutes(stop.on_block_at?, stop.off_block_at?);
        stop.refuel.then_some(given)
    })?;
    operation.policy.handling.turnaround = Minutes(given + 10);
    Some(())
}

fn stop_and_leg_disagree(_: &mut Operation, plan: &mut Plan, dice: &mut Dice) -> Option<()> {
    let (mission, leg) = pick::leg(plan, dice)?;
    let landing = &mut plan.missions[mission].legs[leg].on_block_at;
    *landing = pick::later(*landing, 1);
    Some(())
}
