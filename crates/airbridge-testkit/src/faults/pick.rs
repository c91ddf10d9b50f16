//! Places in a plan where a fault can be planted, chosen by chance.

use std::collections::BTreeSet;

use airbridge_model::{
    Aircraft, AircraftType, Airfield, BedOffer, Configuration, Crew, Facility, Hours, HoursSpan, Journey, Mission,
    Operation, Patient, Plan, Staging, Step,
};
use airbridge_units::{AircraftId, AirfieldId, CrewId, FacilityId, Minutes, OfferId, PatientId};
use jiff::civil::Time;
use jiff::tz::TimeZone;
use jiff::{SignedDuration, Timestamp};

use crate::dice::Dice;

/// One of some items, as a number; nothing of none.
pub(super) fn one<T>(items: impl IntoIterator<Item = T>, dice: &mut Dice) -> Option<T> {
    let mut items: Vec<T> = items.into_iter().collect();
    (!items.is_empty()).then(|| items.swap_remove(dice.below(items.len())))
}

/// Any journey, by number.
pub(super) fn journey(plan: &Plan, dice: &mut Dice) -> Option<usize> {
    one(0..plan.journeys.len(), dice)
}

/// Any mission, by number.
pub(super) fn mission(plan: &Plan, dice: &mut Dice) -> Option<usize> {
    one(0..plan.missions.len(), dice)
}

/// Any leg, by numbers of mission and leg.
pub(super) fn leg(plan: &Plan, dice: &mut Dice) -> Option<(usize, usize)> {
    one(legs(plan), dice)
}

/// All legs, by numbers of mission and leg.
pub(super) fn legs(plan: &Plan) -> impl Iterator<Item = (usize, usize)> + '_ {
    plan.missions
        .iter()
        .enumerate()
        .flat_map(|(mission, it)| (0..it.legs.len()).map(move |leg| (mission, leg)))
}

/// All stops, by numbers of mission and stop.
pub(super) fn stops(plan: &Plan) -> impl Iterator<Item = (usize, usize)> + '_ {
    plan.missions
        .iter()
        .enumerate()
        .flat_map(|(mission, it)| (0..it.stops.len()).map(move |stop| (mission, stop)))
}

/// Stays in staging facilities, by numbers of journey and step.
pub(super) fn stays(plan: &Plan) -> impl Iterator<Item = (usize, usize)> + '_ {
    plan.journeys.iter().enumerate().flat_map(|(journey, it)| {
        let stays = it.steps.iter().enumerate();
        stays
            .filter(|(_, step)| matches!(step, Step::Stay { .. }))
            .map(move |(step, _)| (journey, step))
    })
}

/// Who is on board on a leg.
pub(super) fn on_board(mission: &Mission, leg: usize) -> BTreeSet<PatientId> {
    let mut there = BTreeSet::new();
    for stop in &mission.stops[..=leg] {
        for id in &stop.leaves {
            there.remove(id);
        }
        there.extend(stop.boards.iter().cloned());
    }
    there
}

/// The patients on board on a leg.
pub(super) fn patients_on_board<'a>(operation: &'a Operation, mission: &Mission, leg: usize) -> Vec<&'a Patient> {
    let there = on_board(mission, leg);
    operation
        .patients
        .iter()
        .filter(|patient| there.contains(&patient.id))
        .collect()
}

/// A leg with patients on board.
pub(super) fn loaded_leg(plan: &Plan, dice: &mut Dice) -> Option<(usize, usize)> {
    let loaded: Vec<_> = legs(plan)
        .filter(|&(mission, leg)| !on_board(&plan.missions[mission], leg).is_empty())
        .collect();
    one(loaded, dice)
}

pub(super) fn patient<'a>(operation: &'a mut Operation, id: &PatientId) -> Option<&'a mut Patient> {
    operation.patients.iter_mut().find(|item| item.id == *id)
}

pub(super) fn facility<'a>(operation: &'a mut Operation, id: &FacilityId) -> Option<&'a mut Facility> {
    operation.facilities.iter_mut().find(|item| item.id == *id)
}

pub(super) fn staging<'a>(operation: &'a mut Operation, id: &FacilityId) -> Option<&'a mut Staging> {
    operation.staging.iter_mut().find(|item| item.facility == *id)
}

pub(super) fn offer<'a>(operation: &'a mut Operation, id: &OfferId) -> Option<&'a mut BedOffer> {
    operation.offers.iter_mut().find(|item| item.id == *id)
}

pub(super) fn airfield<'a>(operation: &'a mut Operation, id: &AirfieldId) -> Option<&'a mut Airfield> {
    operation.airfields.iter_mut().find(|item| item.id == *id)
}

pub(super) fn aircraft<'a>(operation: &'a mut Operation, id: &AircraftId) -> Option<&'a mut Aircraft> {
    operation.aircraft.iter_mut().find(|item| item.id == *id)
}

pub(super) fn crew<'a>(operation: &'a mut Operation, id: &CrewId) -> Option<&'a mut Crew> {
    operation.crews.iter_mut().find(|item| item.id == *id)
}

/// The type of a mission's aircraft.
pub(super) fn kind<'a>(operation: &'a mut Operation, mission: &Mission) -> Option<&'a mut AircraftType> {
    let id = aircraft(operation, &mission.aircraft)?.aircraft_type.clone();
    operation.aircraft_types.iter_mut().find(|item| item.id == id)
}

/// The configuration of a mission.
pub(super) fn configuration<'a>(operation: &'a mut Operation, mission: &Mission) -> Option<&'a mut Configuration> {
    let kind = kind(operation, mission)?;
    kind.configurations
        .iter_mut()
        .find(|item| item.id == mission.configuration)
}

/// The patient of a journey.
pub(super) fn traveller<'a>(operation: &'a mut Operation, journey: &Journey) -> Option<&'a mut Patient> {
    patient(operation, &journey.patient)
}

/// When a journey begins.
pub(super) fn collected(journey: &Journey) -> Option<Timestamp> {
    Some(journey.steps.first()?.span().0)
}

/// An instant some minutes later, or earlier when there are fewer than none.
pub(super) fn later(at: Timestamp, minutes: i64) -> Timestamp {
    at.saturating_add(SignedDuration::from_mins(minutes))
        .expect("minutes are always added, at worst to the end of time")
}

/// Whole minutes between two instants, rounded down.
pub(super) fn minutes(from: Timestamp, to: Timestamp) -> i64 {
    (to.as_second() - from.as_second()).div_euclid(60)
}

/// A limit just below a duration, if there can be one.
pub(super) fn just_below(from: Timestamp, to: Timestamp) -> Option<Minutes> {
    let minutes = minutes(from, to) - 1;
    (minutes >= 0).then_some(Minutes(minutes))
}

/// Hours on one day of the week, three days after the one that holds an instant.
pub(super) fn not_that_day(at: Timestamp, zone: &TimeZone) -> Hours {
    let weekday = zone.to_datetime(at).date().weekday().to_monday_zero_offset();
    let mut days = [false; 7];
    days[usize::from(weekday.unsigned_abs() + 3) % 7] = true;
    Hours::Weekly(vec![HoursSpan {
        days,
        from: Time::midnight(),
        to: None,
    }])
}
