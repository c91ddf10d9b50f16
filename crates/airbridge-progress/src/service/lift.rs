//! What aircraft flew, and how full.

use std::collections::BTreeMap;

use airbridge_model::{Configuration, Operation, Patient, PlaceKind, Plan};
use airbridge_units::{AircraftId, PatientId};
use jiff::Timestamp;

/// Hours of legs that had left their stand, and places in them.
#[derive(Clone, Copy, PartialEq, Debug, Default)]
pub struct LiftUse {
    /// Missions of which at least one leg was flown.
    pub missions: u32,
    /// Block hours.
    pub block_hours: f64,
    /// Of these, without a patient.
    pub positioning_hours: f64,
    /// Litters, intensive-care stations included, times block hours of legs with a patient.
    pub litter_hours: f64,
    /// Of these, with somebody on them.
    pub litter_hours_used: f64,
    /// Seats for patients and attendants, times block hours of legs with a patient.
    pub seat_hours: f64,
    /// Of these, with somebody in them.
    pub seat_hours_used: f64,
}

impl LiftUse {
    /// Share of litters with somebody on them on legs with a patient, 0 to 1.
    pub fn litter_load_factor(self) -> f64 {
        share(self.litter_hours_used, self.litter_hours)
    }

    /// Share of seats with somebody in them on legs with a patient, 0 to 1.
    pub fn seat_load_factor(self) -> f64 {
        share(self.seat_hours_used, self.seat_hours)
    }
}

fn share(part: f64, whole: f64) -> f64 {
    if whole > 0.0 { part / whole } else { 0.0 }
}

pub(super) fn used(operation: &Operation, plan: &Plan, from: Timestamp, to: Timestamp) -> LiftUse {
    let patients: BTreeMap<&PatientId, &Patient> = operation
        .patients
        .iter()
        .map(|patient| (&patient.id, patient))
        .collect();
    let types: BTreeMap<&AircraftId, _> = operation
        .aircraft
        .iter()
        .map(|aircraft| (&aircraft.id, &aircraft.aircraft_type))
        .collect();
    let mut found = LiftUse::default();
    for mission in &plan.missions {
        let kind = types.get(&mission.aircraft);
        let cabin: Option<&Configuration> = operation
            .aircraft_types
            .iter()
            .find(|other| Some(&&other.id) == kind)
            .and_then(|kind| {
                kind.configurations
                    .iter()
                    .find(|cabin| cabin.id == mission.configuration)
            });
        let mut aboard: Vec<&Patient> = Vec::new();
        let mut flown = false;
        for (leg, stop) in mission.legs.iter().zip(&mission.stops) {
            aboard.retain(|patient| !stop.leaves.contains(&patient.id));
            aboard.extend(stop.boards.iter().filter_map(|id| patients.get(id).copied()));
            if leg.off_block_at < from || leg.off_block_at > to {
                continue;
            }
            flown = true;
            let hours = leg.on_block_at.duration_since(leg.off_block_at).as_secs_f64() / 3600.0;
            found.block_hours += hours;
            if aboard.is_empty() {
                found.positioning_hours += hours;
                continue;
            }
            let lying = |patient: &&Patient| patient.place_kind() != PlaceKind::Seat;
            let litters: u32 = aboard.iter().copied().filter(lying).map(Patient::places).sum();
            let seats: u32 = aboard
                .iter()
                .map(|patient| patient.attendants.count() + u32::from(!lying(patient)))
                .sum();
            if let Some(cabin) = cabin {
                found.litter_hours += hours * f64::from(cabin.litters);
                found.seat_hours += hours * f64::from(cabin.seats);
            }
            found.litter_hours_used += hours * f64::from(litters);
            found.seat_hours_used += hours * f64::from(seats);
        }
        found.missions += u32::from(flown);
    }
    found
}
