//! Faults of rule 10: staging.

use airbridge_model::{CriticalCare, Isolation, Operation, Plan, Step};
use airbridge_units::{FacilityId, Minutes, PatientId};

use super::{faults, pick};
use crate::dice::Dice;

faults! { Staging:
    "staging-full", "R10/over-capacity",
        "a staging facility that is used has no places", staging_full;
    "stay-limited", "R10/stay-too-long",
        "a staging facility keeps nobody as long as a patient stays", stay_limited;
    "stay-required", "R10/stay-too-short",
        "a staging facility keeps everybody longer than a patient stays", stay_required;
    "staging-closed", "R10/not-a-staging-facility",
        "a facility where a patient stays is not for staging", staging_closed;
    "staging-without-intensive-care", "R10/no-intensive-care-here",
        "an intensive-care patient stays where there is no intensive care", without_intensive_care;
    "staging-without-isolation", "R10/no-isolation-here",
        "a patient who needs isolation stays where there is none", without_isolation;
    "nights-miscounted", "R10/measures-wrong",
        "the plan says that it has one night in staging more", nights_miscounted;
}

/// A stay: who, where, and how many whole minutes.
fn stay(plan: &Plan, dice: &mut Dice) -> Option<(PatientId, FacilityId, i64)> {
    let (journey, step) = pick::one(pick::stays(plan), dice)?;
    let journey = &plan.journeys[journey];
    let Step::Stay { facility, from, to } = &journey.steps[step] else {
        return None;
    };
    Some((journey.patient.clone(), facility.clone(), pick::minutes(*from, *to)))
}

fn staging_full(operation: &mut Operation, plan: &mut Plan, dice: &mut Dice) -> Option<()> {
    let (_, facility, lasts) = stay(plan, dice)?;
    pick::staging(operation, &facility)?.capacity = 0;
    (lasts > 0).then_some(())
}

fn stay_limited(operation: &mut Operation, plan: &mut Plan, dice: &mut Dice) -> Option<()> {
    let (_, facility, lasts) = stay(plan, dice)?;
    pick::staging(operation, &facility)?.max_stay = Minutes(lasts - 1);
    Some(())
}

fn stay_required(operation: &mut Operation, plan: &mut Plan, dice: &mut Dice) -> Option<()> {
    let (_, facility, lasts) = stay(plan, dice)?;
    pick::staging(operation, &facility)?.min_stay = Minutes(lasts + 1);
    Some(())
}

fn staging_closed(operation: &mut Operation, plan: &mut Plan, dice: &mut Dice) -> Option<()> {
    let (_, facility, _) = stay(plan, dice)?;
    operation.staging.retain(|staging| staging.facility != facility);
    Some(())
}

fn without_intensive_care(operation: &mut Operation, plan: &mut Plan, dice: &mut Dice) -> Option<()> {
    let (who, facility, _) = stay(plan, dice)?;
    pick::patient(operation, &who)?.critical_care = CriticalCare::Icu;
    pick::staging(operation, &facility)?.intensive_care = false;
    Some(())
}

fn without_isolation(operation: &mut Operation, plan: &mut Plan, dice: &mut Dice) -> Option<()> {
    let (who, facility, _) = stay(plan, dice)?;
    let patient = pick::patient(operation, &who)?;
    if patient.isolation == Isolation::None {
        patient.isolation = Isolation::Contact;
    }
    pick::staging(operation, &facility)?.isolation = false;
    Some(())
}

fn nights_miscounted(_: &mut Operation, plan: &mut Plan, _: &mut Dice) -> Option<()> {
    plan.measures.nights = plan.measures.nights.checked_add(1)?;
    Some(())
}
