//! Where everybody is.

use std::collections::BTreeMap;

use airbridge_model::{Operation, Step};
use airbridge_solver::problem::VehicleIdx;
use airbridge_units::PatientId;

use super::Underway;
use super::flights::Flight;
use crate::calendar::Axis;
use crate::party::Party;
use crate::translate::Places;

/// Where a party is, in indexes of the operation and seconds of the axis.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub(crate) enum Whereabouts {
    /// At the origin: nothing has begun.
    Origin,
    /// At an airfield, or on the road to it.
    Field {
        field: usize,
        /// There from this moment.
        ready: i64,
    },
    /// On board the flight of this index.
    Aboard { flight: usize },
    /// In a facility on the way, or on the road to it.
    Inside {
        facility: usize,
        /// In from this moment; it may lie before the start.
        since: i64,
    },
}

/// Where each party is. Members of a party share every lift, so one speaks for all.
pub(crate) fn whereabouts(
    operation: &Operation,
    axis: &Axis,
    places: &Places<'_>,
    flights: &[Flight<'_>],
    parties: &[Party<'_>],
) -> Vec<Whereabouts> {
    parties
        .iter()
        .map(|party| of(operation, axis, places, flights, &party.members[0].id))
        .collect()
}

fn of(
    operation: &Operation,
    axis: &Axis,
    places: &Places<'_>,
    flights: &[Flight<'_>],
    patient: &PatientId,
) -> Whereabouts {
    let stands = operation.so_far.as_deref().map(|so_far| &so_far.stands);
    let journey = stands.and_then(|plan| plan.journeys.iter().find(|journey| journey.patient == *patient));
    let steps = journey.map_or(&[][..], |journey| journey.begun(operation.planned_at));
    let mut last = steps.iter().rev();
    match last.find(|step| !matches!(step, Step::Stay { .. })) {
        None | Some(Step::Stay { .. }) => Whereabouts::Origin,
        Some(Step::ToField {
            facility,
            airfield,
            from,
            ..
        }) => {
            let road = operation.facilities[places.facility(facility)].ground_to(airfield);
            Whereabouts::Field {
                field: places.airfield(airfield),
                ready: (axis.not_before(*from) + road.map_or(0, |road| road.get() * 60)).max(0),
            }
        }
        Some(lift @ Step::Lift { mission, .. }) => {
            let flight = flights
                .iter()
                .position(|flight| flight.mission.id == *mission && flight.aboard.contains(patient));
            match flight {
                Some(flight) => Whereabouts::Aboard { flight },
                None => set_down(operation, axis, places, patient, lift),
            }
        }
        Some(Step::FromField { facility, to, .. }) => Whereabouts::Inside {
            facility: places.facility(facility),
            since: axis.not_before(*to),
        },
    }
}

/// Whoever leaves a mission, and is not on the road yet: on to the facility if one was told, else beside the aircraft.
fn set_down(operation: &Operation, axis: &Axis, places: &Places<'_>, patient: &PatientId, lift: &Step) -> Whereabouts {
    let stands = operation.so_far.as_deref().map(|so_far| &so_far.stands);
    let journey = stands.and_then(|plan| plan.journeys.iter().find(|journey| journey.patient == *patient));
    let after = journey.and_then(|journey| {
        let at = journey.steps.iter().position(|step| step == lift)?;
        journey.steps.get(at + 1)
    });
    if let Some(Step::FromField { facility, to, .. }) = after {
        return Whereabouts::Inside {
            facility: places.facility(facility),
            since: axis.not_before(*to),
        };
    }
    let Step::Lift {
        mission,
        leaves_at_stop,
        to,
        ..
    } = lift
    else {
        return Whereabouts::Origin;
    };
    let mission = stands.and_then(|plan| plan.missions.iter().find(|other| other.id == *mission));
    let stop = mission.and_then(|mission| mission.stops.get(*leaves_at_stop));
    stop.map_or(Whereabouts::Origin, |stop| Whereabouts::Field {
        field: places.airfield(&stop.airfield),
        ready: axis.not_before(*to).max(0),
    })
}

/// The steps of a patient's journey that lie behind the next one to be planned: those that have begun, but for the lift of who is on board; and, for who
/// gets off where a mission stands, the road from there.
pub(crate) fn behind<'a>(operation: &'a Operation, flights: &[Flight<'_>], patient: &PatientId) -> &'a [Step] {
    let Some(so_far) = operation.so_far.as_deref() else {
        return &[];
    };
    let Some(journey) = so_far
        .stands
        .journeys
        .iter()
        .find(|journey| journey.patient == *patient)
    else {
        return &[];
    };
    let mut count = journey.begun(operation.planned_at).len();
    while count > 0 && matches!(journey.steps[count - 1], Step::Stay { .. }) {
        count -= 1;
    }
    if let Some(Step::Lift { mission, .. }) = count.checked_sub(1).map(|last| &journey.steps[last]) {
        let aboard = flights
            .iter()
            .any(|flight| flight.mission.id == *mission && flight.aboard.contains(patient));
        if aboard {
            count -= 1;
        } else if matches!(journey.steps.get(count), Some(Step::FromField { .. })) {
            count += 1;
        }
    }
    &journey.steps[..count]
}

/// The facility to which somebody who is on board of a flight was to be taken where they get off, if to any.
pub(crate) fn told(
    operation: &Operation,
    places: &Places<'_>,
    (underway, flight): (&Underway<'_>, usize),
    patient: &PatientId,
) -> Option<usize> {
    let now = operation.planned_at;
    let promised = &underway.so_far.promised;
    let moved = promised
        .journeys
        .iter()
        .map(|journey| (&journey.patient, &journey.steps));
    let waiting = promised.left_out.iter().map(|entry| (&entry.patient, &entry.so_far));
    let (_, steps) = moved.chain(waiting).find(|(known, _)| *known == patient)?;
    let mission = &underway.flights[flight].mission.id;
    let on_it = |step: &&Step| matches!(step, Step::Lift { mission: on, .. } if on == mission);
    let stands = underway.so_far.stands.journeys.iter();
    let begun = stands
        .filter(|journey| journey.patient == *patient)
        .flat_map(|journey| journey.begun(now));
    // One mission may carry them twice.
    let number = begun.filter(on_it).count();
    let mut lifts = steps.iter().enumerate().filter(|(_, step)| on_it(step));
    let (lift, _) = lifts.nth(number.checked_sub(1)?)?;
    match steps.get(lift + 1)? {
        Step::FromField { facility, .. } => Some(places.facility(facility)),
        _ => None,
    }
}

/// The vehicle of the mission that a patient has left last, where that goes on and its crews have not rested since.
fn left(operation: &Operation, underway: &Underway<'_>, patient: &PatientId) -> Option<VehicleIdx> {
    let steps = behind(operation, &underway.flights, patient);
    let last = steps.iter().rev().find_map(|step| match step {
        Step::Lift { mission, .. } => Some(mission),
        _ => None,
    })?;
    let flight = underway.flights.iter().position(|flight| flight.mission.id == *last)?;
    underway.flights[flight].duty.map(|_| underway.vehicles[flight])
}

/// Flights that a patient who is not on board does not get on: those that take nobody on any more, and the one that the patient has left, as long as its
/// crews are on the same duty (`docs/rules.md`, rule 1.7).
pub(crate) fn closed(operation: &Operation, underway: &Underway<'_>, patient: &PatientId) -> Vec<VehicleIdx> {
    let left = left(operation, underway, patient);
    underway.overtaxed.iter().copied().chain(left).collect()
}

/// How many patients are in each facility on the way, or on the road to it.
pub(crate) fn inside(parties: &[Party<'_>], whereabouts: &[Whereabouts]) -> BTreeMap<usize, i64> {
    let mut inside = BTreeMap::new();
    for (party, at) in parties.iter().zip(whereabouts) {
        if let Whereabouts::Inside { facility, .. } = at {
            *inside.entry(*facility).or_default() += party.members.len() as i64;
        }
    }
    inside
}

/// What a party has behind it.
#[derive(Clone, Copy, PartialEq, Eq, Debug, Default)]
pub(crate) struct Spent {
    /// When it was collected, seconds; 0 where it was not.
    pub(crate) begin: i64,
    /// Block time on board so far, seconds.
    pub(crate) moving: i64,
    /// Legs that are over.
    pub(crate) legs: u32,
}

/// What each party has behind it.
pub(crate) fn spent(operation: &Operation, axis: &Axis, parties: &[Party<'_>]) -> Vec<Spent> {
    let each = parties
        .iter()
        .map(|party| spent_by(operation, axis, &party.members[0].id));
    each.collect()
}

fn spent_by(operation: &Operation, axis: &Axis, patient: &PatientId) -> Spent {
    let mut spent = Spent::default();
    let Some(so_far) = operation.so_far.as_deref() else {
        return spent;
    };
    let now = operation.planned_at;
    let Some(journey) = so_far
        .stands
        .journeys
        .iter()
        .find(|journey| journey.patient == *patient)
    else {
        return spent;
    };
    let begun = journey.begun(now);
    if let Some(first) = begun.first() {
        spent.begin = axis.not_before(first.span().0);
    }
    for step in begun {
        let Step::Lift {
            mission,
            boards_at_stop,
            leaves_at_stop,
            ..
        } = step
        else {
            continue;
        };
        let mission = so_far.stands.missions.iter().find(|other| other.id == *mission);
        let legs = mission.and_then(|mission| mission.legs.get(*boards_at_stop..*leaves_at_stop));
        for leg in legs.into_iter().flatten().filter(|leg| leg.off_block_at <= now) {
            let until = leg.on_block_at.min(now);
            spent.moving += until.duration_since(leg.off_block_at).as_secs();
            spent.legs += u32::from(leg.on_block_at <= now);
        }
    }
    spent
}

#[cfg(test)]
mod tests {
    use airbridge_model::{CriticalCare, Event, Happening, PatientChange};
    use airbridge_testkit::generate::Family;

    use super::*;
    use crate::translate::Planner;
    use crate::underway::running::{running, stands};

    #[test]
    fn an_overtaxed_team_takes_nobody_on() {
        let rides = (1..6).map(open_rides);
        let (before, after) = rides.fold((0, 0), |sum, rides| (sum.0 + rides.0, sum.1 + rides.1));
        assert!(before > 0);
        assert_eq!(after, 0);
    }

    /// Rides of those who are not on board that may be by a mission which is being loaded: as planned, and when all on board have got worse.
    fn open_rides(seed: u64) -> (usize, usize) {
        let (operation, parent) = running(Family::Hub, seed);
        let mut stops = parent.missions.iter().flat_map(|mission| &mission.stops);
        let stop = stops.find(|stop| !stop.boards.is_empty()).expect("somebody boards");
        let (from, off) = (stop.loading_from.expect("loaded"), stop.off_block_at.expect("leaves"));
        let now = from + off.duration_since(from) / 2;
        let worse = |patient: &PatientId| Event {
            at: now,
            source: "synthetic".to_owned(),
            note: String::new(),
            what: Happening::PatientChanged {
                patient: patient.clone(),
                change: Box::new(PatientChange {
                    critical_care: Some(CriticalCare::Icu),
                    ..PatientChange::default()
                }),
            },
        };
        let open = |events: &[Event]| {
            let standing = stands(&operation, &parent, events, now);
            let planner = Planner::new(&standing).expect("sound");
            let underway = planner.underway.as_ref().expect("under way");
            let flight = underway.flights.iter().position(|flight| !flight.aboard.is_empty());
            let vehicle = underway.vehicles[flight.expect("one is being loaded")];
            if !events.is_empty() && !underway.overtaxed.contains(&vehicle) {
                return 0;
            }
            let requests = planner.problem().requests.iter().zip(&underway.whereabouts);
            let others = requests.filter(|(_, at)| **at == Whereabouts::Origin);
            let rides = others.flat_map(|(request, _)| request.ways.iter().flat_map(|way| &way.rides));
            rides
                .filter(|ride| ride.vehicles.is_empty() || ride.vehicles.contains(&vehicle))
                .count()
        };
        let all: Vec<Event> = stop.boards.iter().map(worse).collect();
        (open(&[]), open(&all))
    }
}
