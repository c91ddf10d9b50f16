//! Instants of missions: as reported, and what follows from them for what lies ahead.

use airbridge_model::{Leg, Mission, MissionStop, Step};
use airbridge_units::{AirfieldId, PatientId};
use jiff::{SignedDuration, Timestamp};

use crate::flown::by_time_flown;
use crate::ground::boarders;
use crate::standing::Standing;

impl Standing {
    /// A mission leaves a stop, at an instant that was reported.
    pub(crate) fn take_off(&mut self, mission: usize, stop: usize, at: Timestamp) {
        let turnaround = self.turnaround();
        let mission = &mut self.plan.missions[mission];
        let loading = &mut mission.stops[stop].loading_from;
        *loading = loading.map(|loading| loading.min(at));
        leave(mission, stop, at, turnaround);
    }

    /// A mission leaves a stop no sooner than this.
    pub(crate) fn put_off(&mut self, mission: usize, stop: usize, until: Timestamp) {
        let turnaround = self.turnaround();
        let clock = self.clock;
        let mission = &mut self.plan.missions[mission];
        let Some(off) = mission.stops[stop].off_block_at else {
            return;
        };
        if off >= until {
            return;
        }
        // Loading that has not begun waits too.
        let later = until.duration_since(off);
        let loading = &mut mission.stops[stop].loading_from;
        *loading = loading.map(|loading| if loading > clock { loading + later } else { loading });
        leave(mission, stop, until, turnaround);
    }

    /// A leg ends at an instant.
    pub(crate) fn land(&mut self, mission: usize, leg: usize, at: Timestamp) {
        let turnaround = self.turnaround();
        land(&mut self.plan.missions[mission], leg, at, turnaround);
    }

    /// A leg ends now, at another field than planned: whoever is on board stays there, and what was planned after it is open.
    pub(crate) fn diverted(&mut self, mission: usize, leg: usize, airfield: &AirfieldId) {
        self.stay_aboard(mission, leg);
        let at = self.clock;
        let mission = &mut self.plan.missions[mission];
        mission.legs.truncate(leg + 1);
        mission.stops.truncate(leg + 1);
        let diverted = &mut mission.legs[leg];
        diverted.to = airfield.clone();
        diverted.on_block_at = at;
        by_time_flown(&self.operation, &mission.aircraft, diverted);
        mission.stops.push(MissionStop {
            airfield: airfield.clone(),
            on_block_at: Some(at),
            unloaded_at: Some(at),
            loading_from: None,
            off_block_at: None,
            leaves: Vec::new(),
            boards: Vec::new(),
            refuel: false,
            rest: false,
        });
    }

    /// Whoever is on board on a leg that ends at a field that was not planned stays there, until nobody knows when; who was to board later waits.
    fn stay_aboard(&mut self, mission: usize, leg: usize) {
        let stops = &self.plan.missions[mission].stops;
        let (id, later) = (self.plan.missions[mission].id.clone(), boarders(&stops[leg + 1..]));
        for rider in later {
            self.unseat(&id, &rider);
        }
        // Of this only that it lies ahead is read, until the next landing is planned.
        let nobody_knows_when = self
            .operation
            .horizon
            .to
            .max(self.clock + SignedDuration::from_hours(24));
        let mut dropped: Vec<(PatientId, Vec<Step>)> = Vec::new();
        for journey in &mut self.plan.journeys {
            let on_it = journey.steps.iter().rposition(|step| {
                matches!(step, Step::Lift { mission, boards_at_stop, leaves_at_stop, .. }
                    if *mission == id && *boards_at_stop <= leg && *leaves_at_stop > leg)
            });
            let Some(lift) = on_it else { continue };
            dropped.push((journey.patient.clone(), journey.steps.drain(lift + 1..).collect()));
            if let Step::Lift { leaves_at_stop, to, .. } = &mut journey.steps[lift] {
                // At a stop that is not planned yet.
                (*leaves_at_stop, *to) = (leg + 2, nobody_knows_when);
            }
        }
        for (rider, steps) in dropped {
            self.leave_seats(&rider, &steps);
        }
    }

    fn turnaround(&self) -> SignedDuration {
        SignedDuration::from_mins(self.operation.policy.handling.turnaround.get())
    }
}

fn leave(mission: &mut Mission, stop: usize, at: Timestamp, turnaround: SignedDuration) {
    let Leg {
        off_block_at,
        on_block_at,
        ..
    } = mission.legs[stop];
    let block = on_block_at.duration_since(off_block_at);
    mission.stops[stop].off_block_at = Some(at);
    mission.legs[stop].off_block_at = at;
    land(mission, stop, at + block, turnaround);
}

/// Stops take as long as before, less what was waited at them.
fn land(mission: &mut Mission, leg: usize, at: Timestamp, turnaround: SignedDuration) {
    let before = mission.legs[leg].on_block_at;
    mission.legs[leg].on_block_at = at;
    let stop = &mut mission.stops[leg + 1];
    let unloading = stop
        .unloaded_at
        .map_or(SignedDuration::ZERO, |unloaded| unloaded.duration_since(before));
    let unloaded = at + unloading;
    (stop.on_block_at, stop.unloaded_at) = (Some(at), Some(unloaded));
    let Some(off) = stop.off_block_at else { return };
    let mut ready = unloaded;
    if stop.refuel {
        ready = ready.max(at + turnaround);
    }
    if stop.rest {
        let rested = stop.loading_from.unwrap_or(off).duration_since(before);
        ready = ready.max(at + rested);
    }
    let next = match stop.loading_from {
        Some(loading) => {
            let start = loading.max(ready);
            stop.loading_from = Some(start);
            off + start.duration_since(loading)
        }
        None => off.max(ready),
    };
    if next != off {
        leave(mission, leg + 1, next, turnaround);
    }
}
