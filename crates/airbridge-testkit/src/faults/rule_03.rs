//! Faults of rule 3: the medical team.

use airbridge_model::{CriticalCare, Operation, Patient, Plan};

use super::{faults, pick};
use crate::dice::Dice;

faults! { Care:
    "team-left-behind", "R03/no-medical-team",
        "a mission with patients goes without a medical team", team_left_behind;
    "critical-care-short", "R03/too-much-critical-care",
        "the team can give one critical-care point less than a leg needs", critical_care_short;
    "nursing-short", "R03/too-much-nursing",
        "the team can give one nursing point less than a leg needs", nursing_short;
    "ventilator-fails-the-team", "R03/too-much-critical-care",
        "a patient on board is ventilated, which takes more than the whole team", ventilator;
    "nursing-grows", "R03/too-much-nursing",
        "nursing of any kind takes more than the whole team", nursing_grows;
}

fn team_left_behind(_: &mut Operation, plan: &mut Plan, dice: &mut Dice) -> Option<()> {
    let (mission, _) = pick::loaded_leg(plan, dice)?;
    plan.missions[mission].medical_crew = None;
    Some(())
}

/// A leg on which some points are needed: its mission, and how many.
fn leg_in_need(
    operation: &Operation,
    plan: &Plan,
    dice: &mut Dice,
    points: impl Fn(&Patient) -> u32,
) -> Option<(usize, u32)> {
    let legs: Vec<_> = pick::legs(plan)
        .map(|(mission, leg)| {
            let there = pick::patients_on_board(operation, &plan.missions[mission], leg);
            (mission, there.into_iter().map(&points).sum())
        })
        .filter(|&(_, needed)| needed > 0)
        .collect();
    pick::one(legs, dice)
}

fn critical_care_short(operation: &mut Operation, plan: &mut Plan, dice: &mut Dice) -> Option<()> {
    let care = operation.policy.care;
    let (mission, needed) = leg_in_need(operation, plan, dice, |patient| {
        if patient.ventilated {
            care.ventilated
        } else {
            match patient.critical_care {
                CriticalCare::Icu => care.intensive_care,
                CriticalCare::Intermediate => care.intermediate,
                CriticalCare::None => 0,
            }
        }
    })?;
    let team = plan.missions[mission].medical_crew.clone()?;
    pick::crew(operation, &team)?.critical_points = needed - 1;
    Some(())
}

fn nursing_short(operation: &mut Operation, plan: &mut Plan, dice: &mut Dice) -> Option<()> {
    let care = operation.policy.care;
    let (mission, needed) = leg_in_need(operation, plan, dice, |patient| {
        care.nursing[patient.dependency as usize]
    })?;
    let team = plan.missions[mission].medical_crew.clone()?;
    pick::crew(operation, &team)?.nursing_points = needed - 1;
    Some(())
}

fn ventilator(operation: &mut Operation, plan: &mut Plan, dice: &mut Dice) -> Option<()> {
    let (mission, leg) = pick::loaded_leg(plan, dice)?;
    let mission = &plan.missions[mission];
    let team = mission.medical_crew.clone()?;
    let who = pick::one(pick::on_board(mission, leg), dice)?;
    operation.policy.care.ventilated = pick::crew(operation, &team)?.critical_points + 1;
    pick::patient(operation, &who)?.ventilated = true;
    Some(())
}

fn nursing_grows(operation: &mut Operation, plan: &mut Plan, dice: &mut Dice) -> Option<()> {
    let (mission, _) = pick::loaded_leg(plan, dice)?;
    let team = plan.missions[mission].medical_crew.clone()?;
    operation.policy.care.nursing = [pick::crew(operation, &team)?.nursing_points + 1; 4];
    Some(())
}
