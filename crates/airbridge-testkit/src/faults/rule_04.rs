//! Faults of rule 4: cabin altitude and block times.

use airbridge_model::{CabinLimit, Operation, Plan};
use airbridge_units::{Feet, Knots, Minutes};

use super::{faults, pick};
use crate::dice::Dice;

faults! { CabinAltitude:
    "no-cabin-so-low", "R04/no-tier-low-enough",
        "a patient on board bears less than the tightest cabin", no_cabin_so_low;
    "cabin-above-limit", "R04/cabin-too-high",
        "a patient on board asks for the tightest cabin, and the leg is in a looser one", cabin_above_limit;
    "cabin-higher-than-told", "R04/cabin-too-high",
        "a leg is flown with the cabin 1,500 ft higher than those on board ask for", cabin_higher;
    "cabin-lower-than-told", "R04/cabin-wrong",
        "a leg says that its cabin is 1,500 ft lower than it is", cabin_lower;
    "cabin-not-held", "R04/cabin-not-reached",
        "the type holds no cabin as low as a leg's", cabin_not_held;
    "slower-type", "R04/block-time-wrong",
        "the type flies at half the speed, the times stay", slower_type;
    "longer-overhead", "R04/block-time-wrong",
        "each leg takes a quarter of an hour more, the times stay", longer_overhead;
    "field-in-the-mountains", "R04/field-too-high",
        "a field where a restricted patient stands lies higher than they bear", field_in_the_mountains;
}

/// A leg and somebody on board.
fn somebody(plan: &Plan, dice: &mut Dice) -> Option<(usize, usize, airbridge_units::PatientId)> {
    let (mission, leg) = pick::loaded_leg(plan, dice)?;
    let who = pick::one(pick::on_board(&plan.missions[mission], leg), dice)?;
    Some((mission, leg, who))
}

fn tightest(operation: &Operation) -> Option<f64> {
    let limits = operation.policy.cabin_tiers.iter().map(|tier| tier.limit.get());
    limits.min_by(f64::total_cmp)
}

fn no_cabin_so_low(operation: &mut Operation, plan: &mut Plan, dice: &mut Dice) -> Option<()> {
    let (_, _, who) = somebody(plan, dice)?;
    let limit = Feet(tightest(operation)? - 500.0);
    pick::patient(operation, &who)?.cabin_limit = Some(CabinLimit(limit));
    Some(())
}

fn cabin_above_limit(operation: &mut Operation, plan: &mut Plan, dice: &mut Dice) -> Option<()> {
    let (mission, leg, who) = somebody(plan, dice)?;
    let tightest = tightest(operation)?;
    if plan.missions[mission].legs[leg].cabin_altitude.get() < tightest + 100.0 {
        return None;
    }
    pick::patient(operation, &who)?.cabin_limit = Some(CabinLimit(Feet(tightest)));
    Some(())
}

fn cabin_higher(_: &mut Operation, plan: &mut Plan, dice: &mut Dice) -> Option<()> {
    let (mission, leg) = pick::leg(plan, dice)?;
    plan.missions[mission].legs[leg].cabin_altitude.0 += 1500.0;
    Some(())
}

fn cabin_lower(_: &mut Operation, plan: &mut Plan, dice: &mut Dice) -> Option<()> {
    let (mission, leg) = pick::leg(plan, dice)?;
    plan.missions[mission].legs[leg].cabin_altitude.0 -= 1500.0;
    Some(())
}

fn cabin_not_held(operation: &mut Operation, plan: &mut Plan, dice: &mut Dice) -> Option<()> {
    let (mission, leg) = pick::leg(plan, dice)?;
    let mission = &plan.missions[mission];
    let kind = pick::kind(operation, mission)?;
    kind.pressurised = true;
    kind.lowest_cabin = Feet(mission.legs[leg].cabin_altitude.get() + 1000.0);
    Some(())
}

fn slower_type(operation: &mut Operation, plan: &mut Plan, dice: &mut Dice) -> Option<()> {
    let (mission, leg) = pick::leg(plan, dice)?;
    let mission = &plan.missions[mission];
    if mission.legs[leg].distance.get() < 5.0 {
        return None;
    }
    let kind = pick::kind(operation, mission)?;
    kind.cruise = Knots(kind.cruise.get() / 2.0);
    Some(())
}

fn longer_overhead(operation: &mut Operation, plan: &mut Plan, dice: &mut Dice) -> Option<()> {
    pick::leg(plan, dice)?;
    let overhead = &mut operation.policy.block.overhead;
    *overhead = Minutes(overhead.get() + 15);
    Some(())
}

fn field_in_the_mountains(operation: &mut Operation, plan: &mut Plan, dice: &mut Dice) -> Option<()> {
    let (mission, leg, who) = somebody(plan, dice)?;
    let leg = &plan.missions[mission].legs[leg];
    // Who has no restriction gets the one that the cabin obeys anyway.
    let patient = pick::patient(operation, &who)?;
    let limit = patient
        .cabin_limit
        .get_or_insert(CabinLimit(leg.cabin_altitude))
        .0
        .get();
    let borne = limit.max(operation.policy.field_tolerance.get());
    pick::airfield(operation, &leg.to)?.elevation = Feet(borne * 1.1 + 500.0);
    Some(())
}
