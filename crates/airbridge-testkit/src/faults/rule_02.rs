//! Faults of rule 2: places on board, groups, configurations.

use airbridge_model::{Group, Isolation, Operation, Patient, PlaceKind, Plan, Step, Unity};
use airbridge_units::{ConfigurationId, GroupId, PatientId};

use super::{faults, pick};
use crate::dice::Dice;

faults! { Places:
    "a-litter-too-few", "R02/too-few-litters",
        "the configuration has one litter fewer than lie on a leg", a_litter_too_few;
    "an-intensive-care-station-too-few", "R02/too-few-intensive-care",
        "the configuration has one intensive-care station fewer than a leg needs", a_station_too_few;
    "a-seat-too-few", "R02/too-few-seats",
        "the configuration has one seat fewer than sit on a leg, attendants included", a_seat_too_few;
    "attendants-without-seats", "R02/too-few-seats",
        "a patient on board takes more attendants along than there are seats", attendants_without_seats;
    "airborne-without-unit", "R02/too-few-isolation-units",
        "a patient on board needs a closed unit, and the configuration has none", airborne_without_unit;
    "contact-without-bay", "R02/too-few-isolation-places",
        "a patient on board needs contact isolation, and the configuration has neither bay nor unit", contact_without_bay;
    "group-on-two-lifts", "R02/group-not-on-one-lift",
        "two patients of different lifts become a group", group_on_two_lifts;
    "group-half-left", "R02/group-parted",
        "a patient who is moved and one who is left out become a group", group_half_left;
    "group-in-two-hospitals", "R02/group-ends-apart",
        "two patients of the same lifts and different hospitals become a group", group_in_two_hospitals;
    "cabin-not-for-this-tail", "R02/configuration-not-taken",
        "the aircraft may no longer take the configuration", cabin_not_for_this_tail;
    "cabin-unknown", "R02/unknown-configuration",
        "the mission goes in a configuration that does not exist", cabin_unknown;
}

fn taken(patients: &[&Patient], wanted: &[PlaceKind]) -> u32 {
    let fits = |patient: &&&Patient| wanted.contains(&patient.place_kind());
    patients.iter().filter(fits).map(|patient| patient.places()).sum()
}

/// A leg on which some of what is counted is taken, and how much.
fn leg_that_takes(
    operation: &Operation,
    plan: &Plan,
    dice: &mut Dice,
    count: impl Fn(&[&Patient]) -> u32,
) -> Option<(usize, u32)> {
    let legs: Vec<_> = pick::legs(plan)
        .map(|(mission, leg)| {
            let there = pick::patients_on_board(operation, &plan.missions[mission], leg);
            (mission, count(&there))
        })
        .filter(|&(_, taken)| taken > 0)
        .collect();
    pick::one(legs, dice)
}

fn a_litter_too_few(operation: &mut Operation, plan: &mut Plan, dice: &mut Dice) -> Option<()> {
    let lying = [PlaceKind::Litter, PlaceKind::IntensiveCare];
    let (mission, taken) = leg_that_takes(operation, plan, dice, |there| taken(there, &lying))?;
    pick::configuration(operation, &plan.missions[mission])?.litters = taken - 1;
    Some(())
}

fn a_station_too_few(operation: &mut Operation, plan: &mut Plan, dice: &mut Dice) -> Option<()> {
    let (mission, taken) = leg_that_takes(operation, plan, dice, |there| taken(there, &[PlaceKind::IntensiveCare]))?;
    pick::configuration(operation, &plan.missions[mission])?.intensive_care = taken - 1;
    Some(())
}

fn a_seat_too_few(operation: &mut Operation, plan: &mut Plan, dice: &mut Dice) -> Option<()> {
    let (mission, taken) = leg_that_takes(operation, plan, dice, |there| {
        let attendants: u32 = there.iter().map(|patient| patient.attendants.count()).sum();
        taken(there, &[PlaceKind::Seat]) + attendants
    })?;
    pick::configuration(operation, &plan.missions[mission])?.seats = taken - 1;
    Some(())
}

fn attendants_without_seats(operation: &mut Operation, plan: &mut Plan, dice: &mut Dice) -> Option<()> {
    let (mission, leg) = pick::loaded_leg(plan, dice)?;
    let mission = &plan.missions[mission];
    let seats = pick::configuration(operation, mission)?.seats;
    let who = pick::one(pick::on_board(mission, leg), dice)?;
    pick::patient(operation, &who)?.attendants.medical = seats + 1;
    Some(())
}

/// Lets a patient be isolated wherever the journey takes them.
fn isolate(operation: &mut Operation, plan: &Plan, who: &PatientId, isolation: Isolation) -> Option<()> {
    pick::patient(operation, who)?.isolation = isolation;
    let journey = plan.journeys.iter().find(|journey| journey.patient == *who)?;
    pick::offer(operation, &journey.offer)?.isolation = true;
    for step in &journey.steps {
        if let Step::Stay { facility, .. } = step {
            pick::staging(operation, facility)?.isolation = true;
        }
    }
    Some(())
}

fn airborne_without_unit(operation: &mut Operation, plan: &mut Plan, dice: &mut Dice) -> Option<()> {
    let (mission, leg) = pick::loaded_leg(plan, dice)?;
    let mission = &plan.missions[mission];
    let who = pick::one(pick::on_board(mission, leg), dice)?;
    isolate(operation, plan, &who, Isolation::Airborne)?;
    pick::configuration(operation, mission)?.isolation_units = 0;
    Some(())
}

fn contact_without_bay(operation: &mut Operation, plan: &mut Plan, dice: &mut Dice) -> Option<()> {
    let (mission, leg) = pick::loaded_leg(plan, dice)?;
    let mission = &plan.missions[mission];
    let who = pick::one(pick::on_board(mission, leg), dice)?;
    isolate(operation, plan, &who, Isolation::Contact)?;
    let configuration = pick::configuration(operation, mission)?;
    configuration.isolation_units = 0;
    configuration.isolation_bay = 0;
    Some(())
}

/// Makes two patients a group of their own.
fn tie(operation: &mut Operation, one: &PatientId, other: &PatientId) -> Option<()> {
    let id = GroupId::new("planted");
    operation.groups.push(Group {
        id: id.clone(),
        unity: Unity::Facility,
        note: "planted".to_owned(),
    });
    pick::patient(operation, one)?.group = Some(id.clone());
    pick::patient(operation, other)?.group = Some(id);
    Some(())
}

/// Two journeys, the second after the first in the plan, that are related as asked.
fn two_journeys(plan: &Plan, dice: &mut Dice, related: impl Fn(usize, usize) -> bool) -> Option<(usize, usize)> {
    let one = pick::journey(plan, dice)?;
    let others = (0..plan.journeys.len()).filter(|&other| other != one && related(one, other));
    let other = pick::one(others.collect::<Vec<_>>(), dice)?;
    Some((one, other))
}

fn lifts(plan: &Plan, journey: usize) -> Vec<(&str, usize, usize)> {
    plan.journeys[journey]
        .steps
        .iter()
        .filter_map(|step| match step {
            Step::Lift {
                mission,
                boards_at_stop,
                leaves_at_stop,
                ..
            } => Some((mission.as_str(), *boards_at_stop, *leaves_at_stop)),
            _ => None,
        })
        .collect()
}

fn group_on_two_lifts(operation: &mut Operation, plan: &mut Plan, dice: &mut Dice) -> Option<()> {
    let (one, other) = two_journeys(plan, dice, |one, other| lifts(plan, one) != lifts(plan, other))?;
    tie(operation, &plan.journeys[one].patient, &plan.journeys[other].patient)
}

fn group_half_left(operation: &mut Operation, plan: &mut Plan, dice: &mut Dice) -> Option<()> {
    let moved = pick::journey(plan, dice)?;
    let left = pick::one(0..plan.left_out.len(), dice)?;
    tie(operation, &plan.journeys[moved].patient, &plan.left_out[left].patient)
}

fn group_in_two_hospitals(operation: &mut Operation, plan: &mut Plan, dice: &mut Dice) -> Option<()> {
    let hospital = |journey: usize| {
        let id = &plan.journeys[journey].offer;
        let offer = operation.offers.iter().find(|offer| offer.id == *id);
        offer.map(|offer| offer.facility.clone())
    };
    let (one, other) = two_journeys(plan, dice, |one, other| {
        lifts(plan, one) == lifts(plan, other) && hospital(one) != hospital(other)
    })?;
    tie(operation, &plan.journeys[one].patient, &plan.journeys[other].patient)
}

fn cabin_not_for_this_tail(operation: &mut Operation, plan: &mut Plan, dice: &mut Dice) -> Option<()> {
    let mission = &plan.missions[pick::mission(plan, dice)?];
    let aircraft = pick::aircraft(operation, &mission.aircraft)?;
    aircraft.configurations = vec![ConfigurationId::new("another")];
    Some(())
}

fn cabin_unknown(_: &mut Operation, plan: &mut Plan, dice: &mut Dice) -> Option<()> {
    let mission = pick::mission(plan, dice)?;
    plan.missions[mission].configuration = ConfigurationId::new("nowhere to be found");
    Some(())
}
