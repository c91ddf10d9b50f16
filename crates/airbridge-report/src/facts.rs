//! What every view of the plan looks up: who rides where, names and zones of places, tracks of legs.

use std::collections::BTreeMap;

use airbridge_geo::Track;
use airbridge_model::{Index, Journey, Leg, Mission, Operation, Plan};
use airbridge_units::{AirfieldId, FacilityId, MissionId, OfferId, PatientId, Position};
use jiff::tz::TimeZone;

use crate::times::Clock;

/// An operation, a plan for it, and look-ups between them.
pub(crate) struct Facts<'a> {
    pub(crate) operation: &'a Operation,
    pub(crate) plan: &'a Plan,
    pub(crate) index: Index<'a>,
    pub(crate) clock: Clock,
    missions: BTreeMap<&'a MissionId, &'a Mission>,
    journeys: BTreeMap<&'a PatientId, &'a Journey>,
}

/// A patient's ride on a mission.
pub(crate) struct Rider<'a> {
    pub(crate) patient: &'a PatientId,
    /// Index of the stop where they board.
    pub(crate) boards: usize,
    /// Index of the stop where they leave.
    pub(crate) leaves: usize,
}

impl<'a> Facts<'a> {
    pub(crate) fn new(operation: &'a Operation, plan: &'a Plan) -> Self {
        Self {
            operation,
            plan,
            index: Index::new(operation),
            clock: Clock::of(operation.horizon),
            missions: plan.missions.iter().map(|mission| (&mission.id, mission)).collect(),
            journeys: plan
                .journeys
                .iter()
                .map(|journey| (&journey.patient, journey))
                .collect(),
        }
    }

    pub(crate) fn mission(&self, id: &MissionId) -> Option<&'a Mission> {
        self.missions.get(id).copied()
    }

    pub(crate) fn journey(&self, id: &PatientId) -> Option<&'a Journey> {
        self.journeys.get(id).copied()
    }

    pub(crate) fn field_zone(&self, id: &AirfieldId) -> TimeZone {
        self.index
            .airfield(id)
            .map_or(TimeZone::UTC, |field| field.zone.clone())
    }

    pub(crate) fn facility_zone(&self, id: &FacilityId) -> TimeZone {
        self.index
            .facility(id)
            .map_or(TimeZone::UTC, |facility| facility.zone.clone())
    }

    /// "HECA Cairo", or the bare id.
    pub(crate) fn field_name(&self, id: &AirfieldId) -> String {
        match self.index.airfield(id) {
            Some(field) if !field.name.is_empty() && field.name != id.as_str() => format!("{id} {}", field.name),
            _ => id.to_string(),
        }
    }

    pub(crate) fn facility_name(&self, id: &FacilityId) -> String {
        match self.index.facility(id) {
            Some(facility) if !facility.name.is_empty() => facility.name.clone(),
            _ => id.to_string(),
        }
    }

    /// The name of the receiving facility, or the offer's id.
    pub(crate) fn receiver_name(&self, offer: &OfferId) -> String {
        self.index
            .offer(offer)
            .map_or_else(|| offer.to_string(), |offer| self.facility_name(&offer.facility))
    }

    /// The way of a leg: the operation's route where it gives one, else the great circle. `None` for unknown airfields.
    pub(crate) fn track(&self, leg: &Leg) -> Option<Track> {
        let from = self.index.airfield(&leg.from)?.position;
        let to = self.index.airfield(&leg.to)?.position;
        Some(Track::new(&[&[from][..], &self.way_points(leg), &[to]].concat()))
    }

    fn way_points(&self, leg: &Leg) -> Vec<Position> {
        for route in &self.operation.routes {
            if route.from == leg.from && route.to == leg.to {
                return route.way_points.clone();
            }
            if route.both_ways && route.from == leg.to && route.to == leg.from {
                return route.way_points.iter().rev().copied().collect();
            }
        }
        Vec::new()
    }
}

/// Who rides a mission, by stop of boarding, then by id.
pub(crate) fn riders(mission: &Mission) -> Vec<Rider<'_>> {
    let last = mission.stops.len().saturating_sub(1);
    mission
        .stops
        .iter()
        .enumerate()
        .flat_map(|(boards, stop)| {
            stop.boards.iter().map(move |patient| Rider {
                patient,
                boards,
                leaves: (boards + 1..mission.stops.len())
                    .find(|&index| mission.stops[index].leaves.contains(patient))
                    .unwrap_or(last),
            })
        })
        .collect()
}

/// Patients on board, leg by leg.
pub(crate) fn on_board(mission: &Mission) -> Vec<u32> {
    let mut on_board = vec![0; mission.legs.len()];
    for rider in riders(mission) {
        for leg in on_board.iter_mut().take(rider.leaves).skip(rider.boards) {
            *leg += 1;
        }
    }
    on_board
}

/// "HECA–HLLB–HECA".
pub(crate) fn route(mission: &Mission) -> String {
    mission
        .stops
        .iter()
        .map(|stop| stop.airfield.as_str())
        .collect::<Vec<_>>()
        .join("–")
}
