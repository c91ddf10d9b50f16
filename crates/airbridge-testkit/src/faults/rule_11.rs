//! Faults of rule 11: the past.

use airbridge_model::{Operation, Plan, Step};
use jiff::Timestamp;

use super::{faults, pick};
use crate::dice::Dice;

const WEEK: i64 = 7 * 24 * 60;

faults! { Past:
    "planned-after-take-off", "R11/leg-before-planning",
        "the plan is made a minute after a leg took off", planned_after_take_off;
    "planned-after-collection", "R11/journey-before-planning",
        "the plan is made a minute after a patient was collected", planned_after_collection;
    "leg-in-the-past", "R11/leg-before-planning",
        "a leg took off an hour before the plan is made", leg_in_the_past;
    "whole-plan-in-the-past", "R11/leg-before-planning",
        "the plan as a whole lies weeks earlier, before it is made", whole_plan_in_the_past;
    "commitments-of-nobody", "R11/measures-wrong",
        "a first plan says that it breaks a commitment", commitments_of_nobody;
}

fn planned_after_take_off(operation: &mut Operation, plan: &mut Plan, dice: &mut Dice) -> Option<()> {
    let (mission, leg) = pick::leg(plan, dice)?;
    operation.planned_at = pick::later(plan.missions[mission].legs[leg].off_block_at, 1);
    Some(())
}

fn planned_after_collection(operation: &mut Operation, plan: &mut Plan, dice: &mut Dice) -> Option<()> {
    let journey = &plan.journeys[pick::journey(plan, dice)?];
    operation.planned_at = pick::later(pick::collected(journey)?, 1);
    Some(())
}

fn leg_in_the_past(operation: &mut Operation, plan: &mut Plan, dice: &mut Dice) -> Option<()> {
    let (mission, leg) = pick::leg(plan, dice)?;
    let mission = &mut plan.missions[mission];
    let past = pick::later(operation.planned_at, -60);
    mission.legs[leg].off_block_at = past;
    mission.stops[leg].off_block_at = Some(past);
    Some(())
}

fn whole_plan_in_the_past(operation: &mut Operation, plan: &mut Plan, _: &mut Dice) -> Option<()> {
    let offs = plan
        .missions
        .iter()
        .filter_map(|mission| Some(mission.legs.first()?.off_block_at));
    let ahead = pick::minutes(operation.planned_at, offs.min()?);
    let weeks = ahead.div_euclid(WEEK) + 1;
    let earlier = |at: &mut Timestamp| *at = pick::later(*at, -weeks * WEEK);
    for mission in &mut plan.missions {
        for leg in &mut mission.legs {
            earlier(&mut leg.off_block_at);
            earlier(&mut leg.on_block_at);
        }
        for stop in &mut mission.stops {
            for at in [
                &mut stop.on_block_at,
                &mut stop.unloaded_at,
                &mut stop.loading_from,
                &mut stop.off_block_at,
            ] {
                at.iter_mut().for_each(earlier);
            }
        }
    }
    for journey in &mut plan.journeys {
        earlier(&mut journey.arrives_at);
        for step in &mut journey.steps {
            let (Step::ToField { from, to, .. }
            | Step::Lift { from, to, .. }
            | Step::FromField { from, to, .. }
            | Step::Stay { from, to, .. }) = step;
            earlier(from);
            earlier(to);
        }
    }
    Some(())
}

fn commitments_of_nobody(_: &mut Operation, plan: &mut Plan, _: &mut Dice) -> Option<()> {
    if plan.origin.parent.is_some() {
        return None;
    }
    plan.measures.commitments_broken += 1;
    Some(())
}
