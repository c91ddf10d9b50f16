//! Faults of rule 5: range, fuel and runways.

use airbridge_model::{Operation, Plan};
use airbridge_units::{Kilograms, Metres, NauticalMiles};

use super::{faults, pick};
use crate::dice::Dice;

faults! { RangeAndRunway:
    "runways-shortened", "R05/no-suitable-runway",
        "a field's runways are a metre long", runways_shortened;
    "runways-closed", "R05/no-suitable-runway",
        "a field's runways are closed for good", runways_closed;
    "surface-not-used", "R05/no-suitable-runway",
        "the type can use no surface", surface_not_used;
    "range-shortened", "R05/out-of-range",
        "the type flies half as far as a leg is long", range_shortened;
    "reserve-raised", "R05/out-of-range",
        "the final reserve is ten days", reserve_raised;
    "too-heavy", "R05/payload-too-heavy",
        "a patient on board weighs a thousand tonnes", too_heavy;
    "fuel-gone", "R05/no-fuel-here",
        "a field where a mission refuels has no fuel, or a mission refuels where there is none", fuel_gone;
    "fire-cover-gone", "R05/refuelled-with-patients",
        "a field where a mission refuels with patients on board has no fire cover", fire_cover_gone;
    "leg-shorter-than-it-is", "R05/distance-wrong",
        "a leg says that it is a tenth shorter", leg_shorter;
    "fuel-understated", "R05/fuel-wrong",
        "a leg says that it burns half", fuel_understated;
}

fn runways_shortened(operation: &mut Operation, plan: &mut Plan, dice: &mut Dice) -> Option<()> {
    let (mission, stop) = pick::one(pick::stops(plan), dice)?;
    let mission = &plan.missions[mission];
    if pick::kind(operation, mission)?.runway.get() < 2.0 {
        return None;
    }
    for runway in &mut pick::airfield(operation, &mission.stops[stop].airfield)?.runways {
        runway.length = Metres(1.0);
    }
    Some(())
}

fn runways_closed(operation: &mut Operation, plan: &mut Plan, dice: &mut Dice) -> Option<()> {
    let (mission, stop) = pick::one(pick::stops(plan), dice)?;
    for runway in &mut pick::airfield(operation, &plan.missions[mission].stops[stop].airfield)?.runways {
        runway.closed = true;
    }
    Some(())
}

fn surface_not_used(operation: &mut Operation, plan: &mut Plan, dice: &mut Dice) -> Option<()> {
    let mission = pick::mission(plan, dice)?;
    pick::kind(operation, &plan.missions[mission])?.surfaces.clear();
    Some(())
}

fn range_shortened(operation: &mut Operation, plan: &mut Plan, dice: &mut Dice) -> Option<()> {
    let (mission, leg) = pick::leg(plan, dice)?;
    let mission = &plan.missions[mission];
    let half = mission.legs[leg].distance.get() / 2.0;
    for point in &mut pick::kind(operation, mission)?.range {
        point.range = NauticalMiles(half.min(point.range.get()));
    }
    Some(())
}

fn reserve_raised(operation: &mut Operation, plan: &mut Plan, dice: &mut Dice) -> Option<()> {
    pick::leg(plan, dice)?;
    operation.policy.reserves.final_reserve = airbridge_units::Minutes(10 * 24 * 60);
    Some(())
}

fn too_heavy(operation: &mut Operation, plan: &mut Plan, dice: &mut Dice) -> Option<()> {
    let (mission, leg) = pick::loaded_leg(plan, dice)?;
    let who = pick::one(pick::on_board(&plan.missions[mission], leg), dice)?;
    pick::patient(operation, &who)?.weight = Some(Kilograms(1e6));
    Some(())
}

fn fuel_gone(operation: &mut Operation, plan: &mut Plan, dice: &mut Dice) -> Option<()> {
    let between = |&(mission, stop): &(usize, usize)| stop > 0 && stop + 1 < plan.missions[mission].stops.len();
    let stops: Vec<_> = pick::stops(plan).filter(between).collect();
    let refuels = |&(mission, stop): &(usize, usize)| plan.missions[mission].stops[stop].refuel;
    let refuelling: Vec<_> = stops.iter().copied().filter(refuels).collect();
    let (mission, stop) = pick::one(refuelling, dice).or_else(|| pick::one(stops, dice))?;
    let stop = &mut plan.missions[mission].stops[stop];
    stop.refuel = true;
    pick::airfield(operation, &stop.airfield)?.fuel = false;
    Some(())
}

fn fire_cover_gone(operation: &mut Operation, plan: &mut Plan, dice: &mut Dice) -> Option<()> {
    let stops: Vec<_> = pick::stops(plan)
        .filter(|&(mission, stop)| {
            let mission = &plan.missions[mission];
            let between = stop > 0 && stop + 1 < mission.stops.len();
            between && mission.stops[stop].refuel && {
                let after = pick::on_board(mission, stop);
                pick::on_board(mission, stop - 1).intersection(&after).next().is_some()
            }
        })
        .collect();
    let (mission, stop) = pick::one(stops, dice)?;
    pick::airfield(operation, &plan.missions[mission].stops[stop].airfield)?.fire_cover = false;
    Some(())
}

fn leg_shorter(_: &mut Operation, plan: &mut Plan, dice: &mut Dice) -> Option<()> {
    let (mission, leg) = pick::leg(plan, dice)?;
    let distance = &mut plan.missions[mission].legs[leg].distance;
    if distance.get() < 1.0 {
        return None;
    }
    distance.0 *= 0.9;
    Some(())
}

fn fuel_understated(_: &mut Operation, plan: &mut Plan, dice: &mut Dice) -> Option<()> {
    let (mission, leg) = pick::leg(plan, dice)?;
    let fuel = &mut plan.missions[mission].legs[leg].fuel;
    if fuel.get() < 1.0 {
        return None;
    }
    fuel.0 *= 0.5;
    Some(())
}
