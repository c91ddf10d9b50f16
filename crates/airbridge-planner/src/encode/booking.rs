//! Who of a plan rides where, as far as the planner could have planned it so.

use std::collections::BTreeSet;

use airbridge_model::{Journey, Step};
use airbridge_solver::problem::Way;
use airbridge_units::{FacilityId, PatientId};

use super::{Dropped, Encoder};
use crate::party::Party;
use crate::ways::WayMeaning;

/// A party and where it rides.
pub(super) struct Booking {
    pub(super) request: usize,
    /// Ways that differ only in the due time that they aim at.
    pub(super) ways: Vec<usize>,
    pub(super) lifts: Vec<Lift>,
}

/// One lift: index of the mission, and of its stops.
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub(super) struct Lift {
    pub(super) mission: usize,
    pub(super) boards: usize,
    pub(super) leaves: usize,
}

impl Encoder<'_, '_> {
    /// Every party with journeys that the planner could have made, in the order of their missions, and who has others.
    pub(super) fn bookings(&self) -> (Vec<Booking>, Vec<Dropped>) {
        let (mut bookings, mut dropped) = (Vec::new(), Vec::new());
        for (request, party) in self.planner.parties.iter().enumerate() {
            match self.booking(request, party) {
                Ok(booking) => bookings.extend(booking),
                Err(why) => dropped.push(self.patients(request, why)),
            }
        }
        bookings.sort_by(|a, b| (&a.lifts, a.request).cmp(&(&b.lifts, b.request)));
        let known: BTreeSet<&PatientId> = self
            .planner
            .operation
            .patients
            .iter()
            .map(|patient| &patient.id)
            .collect();
        let listed = self.plan.missions.iter().flat_map(|mission| &mission.stops);
        let strangers: BTreeSet<&PatientId> = listed
            .flat_map(|stop| &stop.boards)
            .chain(self.journeys.keys().copied())
            .filter(|id| !known.contains(id) || !self.journeys.contains_key(id))
            .collect();
        dropped.extend(strangers.into_iter().map(|id| Dropped::Patients {
            patients: vec![id.clone()],
            why: if known.contains(id) {
                "boards a mission, and has no journey".to_owned()
            } else {
                "is no patient of the operation".to_owned()
            },
        }));
        (bookings, dropped)
    }

    /// `None` for a party that is not moved.
    fn booking(&self, request: usize, party: &Party) -> Result<Option<Booking>, String> {
        let journeys: Vec<&Journey> = party
            .members
            .iter()
            .filter_map(|patient| self.journeys.get(&patient.id).copied())
            .collect();
        let Some(first) = journeys.first() else {
            return Ok(None);
        };
        if journeys.len() < party.members.len() {
            return Err("only a part of the group is moved".to_owned());
        }
        let lifts = self.lifts(first)?;
        let staging = stays(first);
        for journey in &journeys {
            if self.lifts(journey)? != lifts || stays(journey) != staging {
                return Err("the group does not travel together".to_owned());
            }
        }
        for (patient, lift) in party
            .members
            .iter()
            .flat_map(|patient| lifts.iter().map(move |lift| (patient, lift)))
        {
            let mission = &self.plan.missions[lift.mission];
            let listed = mission.stops[lift.boards].boards.contains(&patient.id)
                && mission.stops[lift.leaves].leaves.contains(&patient.id);
            if !listed {
                return Err(format!("mission {} does not list a lift of the journey", mission.id));
            }
        }
        let ways = self.ways(request, &journeys, &staging, &lifts);
        if ways.is_empty() {
            return Err("no way of the planner leads there by these airfields".to_owned());
        }
        Ok(Some(Booking { request, ways, lifts }))
    }

    fn lifts(&self, journey: &Journey) -> Result<Vec<Lift>, String> {
        let mut lifts = Vec::new();
        for step in &journey.steps {
            let Step::Lift {
                mission,
                boards_at_stop: boards,
                leaves_at_stop: leaves,
                ..
            } = step
            else {
                continue;
            };
            let index = self.by_mission.get(mission).copied();
            let index = index.ok_or_else(|| format!("there is no mission {mission}"))?;
            let shell = self.shells[index]
                .as_ref()
                .map_err(|why| format!("mission {mission}: {why}"))?;
            if boards >= leaves || *leaves >= shell.places.len() {
                return Err(format!("mission {mission} has no such stops"));
            }
            lifts.push(Lift {
                mission: index,
                boards: *boards,
                leaves: *leaves,
            });
        }
        Ok(lifts)
    }

    /// The ways of a party to these offers, through these staging facilities, by the airfields of these lifts.
    fn ways(&self, request: usize, journeys: &[&Journey], staging: &[&FacilityId], lifts: &[Lift]) -> Vec<usize> {
        let operation = self.planner.operation;
        let field = |lift: &Lift, stop: usize| {
            let shell = self.shells[lift.mission].as_ref();
            shell.map(|shell| shell.places[stop]).ok()
        };
        let meanings = self.planner.ways[request]
            .iter()
            .zip(&self.problem.requests[request].ways);
        let fits = |(meaning, way): (&WayMeaning, &Way)| {
            let offers = meaning.offers.iter().map(|offer| &operation.offers[*offer].id);
            let hub = meaning.staging.map(|facility| &operation.facilities[facility].id);
            let rides = || way.rides.iter().zip(lifts);
            offers.eq(journeys.iter().map(|journey| &journey.offer))
                && hub.iter().eq(staging)
                && way.rides.len() == lifts.len()
                && rides().all(|(ride, lift)| field(lift, lift.boards) == Some(ride.from))
                && rides().all(|(ride, lift)| field(lift, lift.leaves) == Some(ride.to))
        };
        meanings
            .enumerate()
            .filter(|(_, pair)| fits(*pair))
            .map(|(way, _)| way)
            .collect()
    }
}

/// The staging facilities of a journey.
fn stays(journey: &Journey) -> Vec<&FacilityId> {
    let steps = journey.steps.iter();
    steps
        .filter_map(|step| match step {
            Step::Stay { facility, .. } => Some(facility),
            _ => None,
        })
        .collect()
}
