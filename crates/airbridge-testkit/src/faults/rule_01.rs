//! Faults of rule 1: journeys.

use airbridge_model::{LeftOut, Operation, Plan, Step};
use airbridge_units::Minutes;

use super::{faults, pick};
use crate::dice::Dice;

faults! { Journey:
    "collected-before-ready", "R01/before-ready",
        "a patient becomes ready a minute after they were collected", collected_before_ready;
    "collected-too-late", "R01/collected-too-late",
        "a patient is to be collected a minute earlier than they are", collected_too_late;
    "arrives-without-use", "R01/too-late-to-be-useful",
        "moving a patient is of use until a minute before they arrive", arrives_without_use;
    "left-out-forgotten", "R01/patient-missing",
        "an entry of the left out is dropped", left_out_forgotten;
    "moved-and-left-out", "R01/patient-twice",
        "a patient who is moved is also among the left out", moved_and_left_out;
    "transit-limit", "R01/too-long-in-transit",
        "a patient bears less time on the way than the journey takes", transit_limit;
    "flight-limit", "R01/too-long-in-flight",
        "a patient bears no time in flight", flight_limit;
    "stops-limit", "R01/too-many-stops",
        "a patient bears one stop fewer than the journey has", stops_limit;
    "night-in-staging", "R01/night-not-allowed",
        "the policy's night falls in the middle of a stay, and the patient may not stay overnight", night_in_staging;
    "road-shortened", "R01/road-time-wrong",
        "the last road takes five minutes less than it does, and the patient arrives so much earlier", road_shortened;
    "not-on-the-manifest", "R01/not-among-boarding",
        "a patient is struck off the list of those who board", not_on_the_manifest;
    "stowaway", "R01/boards-without-journey",
        "a patient stands on a stop's list of those who board, and no journey says so", stowaway;
    "wrongly-on-time", "R01/on-time-wrong",
        "a journey says the opposite about being on time", wrongly_on_time;
    "modest-bound", "R01/bound-below-plan",
        "the bound is one below what the plan reaches", modest_bound;
    "no-releases", "R01/too-many-releases",
        "the origin releases nobody on any day", no_releases;
    "release-hours", "R01/outside-release-hours",
        "the origin releases on another day of the week only", release_hours;
    "stay-gap", "R01/step-time-gap",
        "a stay ends a minute before the patient leaves it", stay_gap;
}

fn collected_before_ready(operation: &mut Operation, plan: &mut Plan, dice: &mut Dice) -> Option<()> {
    let journey = &plan.journeys[pick::journey(plan, dice)?];
    pick::traveller(operation, journey)?.ready_at = pick::later(pick::collected(journey)?, 1);
    Some(())
}

fn collected_too_late(operation: &mut Operation, plan: &mut Plan, dice: &mut Dice) -> Option<()> {
    let journey = &plan.journeys[pick::journey(plan, dice)?];
    pick::traveller(operation, journey)?.collect_by = Some(pick::later(pick::collected(journey)?, -1));
    Some(())
}

fn arrives_without_use(operation: &mut Operation, plan: &mut Plan, dice: &mut Dice) -> Option<()> {
    let journey = &plan.journeys[pick::journey(plan, dice)?];
    let useful = pick::later(journey.arrives_at, -1);
    pick::traveller(operation, journey)?.precedence.latest_useful_at = Some(useful);
    Some(())
}

fn left_out_forgotten(_: &mut Operation, plan: &mut Plan, dice: &mut Dice) -> Option<()> {
    let entry = pick::one(0..plan.left_out.len(), dice)?;
    plan.left_out.remove(entry);
    Some(())
}

fn moved_and_left_out(_: &mut Operation, plan: &mut Plan, dice: &mut Dice) -> Option<()> {
    let patient = plan.journeys[pick::journey(plan, dice)?].patient.clone();
    plan.left_out.push(LeftOut {
        patient,
        summary: "planted".to_owned(),
        so_far: Vec::new(),
        exclusions: Vec::new(),
    });
    Some(())
}

fn transit_limit(operation: &mut Operation, plan: &mut Plan, dice: &mut Dice) -> Option<()> {
    let journey = &plan.journeys[pick::journey(plan, dice)?];
    let limit = pick::just_below(pick::collected(journey)?, journey.arrives_at)?;
    pick::traveller(operation, journey)?.limits.max_transit = Some(limit);
    Some(())
}

fn flight_limit(operation: &mut Operation, plan: &mut Plan, dice: &mut Dice) -> Option<()> {
    let journey = &plan.journeys[pick::journey(plan, dice)?];
    pick::traveller(operation, journey)?.limits.max_flight = Some(Minutes(0));
    Some(())
}

fn stops_limit(operation: &mut Operation, plan: &mut Plan, dice: &mut Dice) -> Option<()> {
    let journey = &plan.journeys[pick::journey(plan, dice)?];
    let landings: usize = journey
        .steps
        .iter()
        .map(|step| match step {
            Step::Lift {
                boards_at_stop,
                leaves_at_stop,
                ..
            } => leaves_at_stop - boards_at_stop,
            _ => 0,
        })
        .sum();
    let fewer = u32::try_from(landings.checked_sub(2)?).ok()?;
    pick::traveller(operation, journey)?.limits.max_stops = Some(fewer);
    Some(())
}

fn night_in_staging(operation: &mut Operation, plan: &mut Plan, dice: &mut Dice) -> Option<()> {
    let (journey, step) = pick::one(pick::stays(plan), dice)?;
    let journey = &plan.journeys[journey];
    let Step::Stay { facility, from, to } = &journey.steps[step] else {
        return None;
    };
    let middle = pick::later(*from, pick::minutes(*from, *to) / 2);
    let zone = pick::facility(operation, facility)?.zone.clone();
    operation.policy.overnight_at = zone.to_datetime(middle).time();
    pick::traveller(operation, journey)?.limits.overnight = false;
    Some(())
}

fn road_shortened(operation: &mut Operation, plan: &mut Plan, dice: &mut Dice) -> Option<()> {
    let number = pick::journey(plan, dice)?;
    let journey = &mut plan.journeys[number];
    let Step::FromField { to, .. } = journey.steps.last_mut()? else {
        return None;
    };
    *to = pick::later(*to, -5);
    journey.arrives_at = *to;
    let due = pick::patient(operation, &journey.patient)?.precedence.due_at;
    journey.on_time = journey.arrives_at <= due;
    Some(())
}

fn not_on_the_manifest(_: &mut Operation, plan: &mut Plan, dice: &mut Dice) -> Option<()> {
    let stops: Vec<_> = pick::stops(plan)
        .filter(|&(mission, stop)| !plan.missions[mission].stops[stop].boards.is_empty())
        .collect();
    let (mission, stop) = pick::one(stops, dice)?;
    let boards = &mut plan.missions[mission].stops[stop].boards;
    let struck = dice.below(boards.len());
    boards.remove(struck);
    Some(())
}

fn stowaway(_: &mut Operation, plan: &mut Plan, dice: &mut Dice) -> Option<()> {
    let patient = plan.left_out.first()?.patient.clone();
    let (mission, leg) = pick::loaded_leg(plan, dice)?;
    let stops = &mut plan.missions[mission].stops;
    stops[leg].boards.push(patient.clone());
    stops[leg + 1].leaves.push(patient);
    Some(())
}

fn wrongly_on_time(_: &mut Operation, plan: &mut Plan, dice: &mut Dice) -> Option<()> {
    let number = pick::journey(plan, dice)?;
    let journey = &mut plan.journeys[number];
    journey.on_time = !journey.on_time;
    Some(())
}

fn modest_bound(_: &mut Operation, plan: &mut Plan, _: &mut Dice) -> Option<()> {
    plan.bound.on_time_weight = plan.measures.on_time_weight.checked_sub(1)?;
    Some(())
}

fn no_releases(operation: &mut Operation, plan: &mut Plan, dice: &mut Dice) -> Option<()> {
    let journey = &plan.journeys[pick::journey(plan, dice)?];
    let origin = pick::traveller(operation, journey)?.origin.clone();
    pick::facility(operation, &origin)?.releases_per_day = Some(0);
    Some(())
}

fn release_hours(operation: &mut Operation, plan: &mut Plan, dice: &mut Dice) -> Option<()> {
    let journey = &plan.journeys[pick::journey(plan, dice)?];
    let collected = pick::collected(journey)?;
    let origin = pick::traveller(operation, journey)?.origin.clone();
    let origin = pick::facility(operation, &origin)?;
    origin.release_hours = pick::not_that_day(collected, &origin.zone);
    Some(())
}

fn stay_gap(_: &mut Operation, plan: &mut Plan, dice: &mut Dice) -> Option<()> {
    let (journey, step) = pick::one(pick::stays(plan), dice)?;
    let Step::Stay { to, .. } = &mut plan.journeys[journey].steps[step] else {
        return None;
    };
    *to = pick::later(*to, -1);
    Some(())
}
