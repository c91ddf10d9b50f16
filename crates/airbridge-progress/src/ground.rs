//! Missions that are taken out before they begin, and missions that end where they are.

use airbridge_model::{FieldAccess, Mission, MissionStop, PlaceKind, Progress, Step};
use airbridge_units::{AirfieldId, FacilityId, MissionId, PatientId};
use jiff::{SignedDuration, Timestamp};

use crate::journeys::take_out;
use crate::standing::Standing;

impl Standing {
    /// A mission that has not begun is taken out; who was to ride on it waits.
    pub(crate) fn cancel(&mut self, id: &MissionId) {
        let Some(index) = self.mission(id) else { return };
        let riders: Vec<PatientId> = boarders(&self.plan.missions[index].stops);
        for rider in riders {
            self.cut(&rider);
        }
        self.plan.missions.remove(index);
        self.held.remove(id);
    }

    /// A mission that operator or crew do not fly: taken out, or ended where it is.
    pub(crate) fn mission_cancelled(&mut self, id: &MissionId) {
        let Some(index) = self.known_mission(id) else { return };
        match self.progress(&self.plan.missions[index]) {
            Progress::NotBegun => {
                self.cancel(id);
                self.gone.insert(id.clone());
            }
            Progress::At(_) | Progress::On(_) => {
                self.ground(id);
                // It never left its base.
                if self.mission(id).is_none() {
                    self.gone.insert(id.clone());
                }
            }
            Progress::Over => self.warn("mission-over", format!("mission {id} was over before it was cancelled")),
        }
    }

    /// A mission under way ends where it is, or where it lands next. Everybody gets off there and is taken to their bed, or to the nearest facility.
    pub(crate) fn ground(&mut self, id: &MissionId) {
        if self.set_down_all(id) {
            self.grounded.insert(id.clone());
        }
    }

    /// Everybody gets off a mission under way where it is, or where it lands next, and is taken to their bed, or to the nearest facility; what was planned
    /// after that is open. Says whether the mission has left its base.
    pub(crate) fn set_down_all(&mut self, id: &MissionId) -> bool {
        let Some(index) = self.mission(id) else { return false };
        let clock = self.clock;
        let last = match self.plan.missions[index].progress(clock) {
            Progress::At(0) => {
                self.never_left(id);
                return false;
            }
            Progress::At(stop) => stop,
            Progress::On(leg) => leg + 1,
            Progress::NotBegun => return false,
            // Diverted, with people on board.
            Progress::Over if !aboard_at_the_end(&self.plan.missions[index]).is_empty() => {
                self.plan.missions[index].legs.len()
            }
            Progress::Over => return true,
        };
        let later: Vec<PatientId> = boarders(&self.plan.missions[index].stops[last..]);
        for rider in later {
            self.unseat(id, &rider);
        }
        let mission = &mut self.plan.missions[index];
        mission.legs.truncate(last);
        mission.stops.truncate(last + 1);
        let aboard = aboard_at_the_end(mission);
        let stop = &mut mission.stops[last];
        (stop.loading_from, stop.off_block_at) = (None, None);
        stop.rest = false;
        let on = stop.on_block_at.unwrap_or(clock);
        let field = stop.airfield.clone();
        stop.leaves.extend(aboard.iter().cloned());
        stop.leaves.sort();
        let begins = if aboard.is_empty() {
            on
        } else {
            on.max(stop.unloaded_at.filter(|at| *at <= clock).map_or(on, |_| clock))
        };
        let leavers = stop.leaves.clone();
        let unloaded = begins + self.unloading(&leavers);
        self.plan.missions[index].stops[last].unloaded_at = Some(unloaded);
        for rider in aboard {
            self.set_down(&rider, id, last, &field, unloaded);
        }
        true
    }

    /// Loading had begun, and nobody leaves: they stay at the field's side.
    fn never_left(&mut self, id: &MissionId) {
        let Some(index) = self.mission(id) else { return };
        for rider in boarders(&self.plan.missions[index].stops) {
            self.unseat(id, &rider);
        }
        self.plan.missions.remove(index);
        self.held.remove(id);
    }

    /// Takes a rider off a mission that they have not left the ground with, and off everything after it.
    pub(crate) fn unseat(&mut self, id: &MissionId, rider: &PatientId) {
        let Some(at) = self.plan.journeys.iter().position(|journey| journey.patient == *rider) else {
            return;
        };
        let journey = &mut self.plan.journeys[at];
        let lift = (journey.steps.iter())
            .rposition(|step| matches!(step, Step::Lift { mission, .. } if mission == id))
            .unwrap_or(journey.steps.len());
        let dropped = take_out(journey, lift, self.clock);
        if journey.steps.is_empty() {
            self.plan.journeys.remove(at);
        }
        self.leave_seats(rider, &dropped);
    }

    /// A rider gets off at a field that was not theirs: to their bed where a road leads there, else to a shelter; where there is none they wait at the field.
    fn set_down(&mut self, rider: &PatientId, id: &MissionId, stop: usize, field: &AirfieldId, unloaded: Timestamp) {
        let clock = self.clock;
        let shelter = self.shelter(rider, field);
        let Some(at) = self.plan.journeys.iter().position(|journey| journey.patient == *rider) else {
            return;
        };
        let journey = &mut self.plan.journeys[at];
        let Some(lift) = (journey.steps.iter())
            .rposition(|step| matches!(step, Step::Lift { mission, from, .. } if mission == id && *from <= clock))
        else {
            return;
        };
        let dropped: Vec<Step> = journey.steps.drain(lift + 1..).collect();
        if let Step::Lift { leaves_at_stop, to, .. } = &mut journey.steps[lift] {
            (*leaves_at_stop, *to) = (stop, unloaded);
        }
        if let Some((facility, road)) = shelter {
            journey.steps.push(Step::FromField {
                airfield: field.clone(),
                facility,
                from: unloaded,
                to: unloaded + road,
            });
        }
        self.leave_seats(rider, &dropped);
    }

    /// Where a rider goes: to the facility that has their bed if it serves the field; else to a staging facility that does, else to the origin if it does,
    /// else to the nearest facility.
    fn shelter(&self, rider: &PatientId, field: &AirfieldId) -> Option<(FacilityId, SignedDuration)> {
        let operation = &self.operation;
        let origin = operation
            .patients
            .iter()
            .find(|patient| patient.id == *rider)
            .map(|patient| &patient.origin);
        let promised = self.promised(rider);
        let road = |access: &FieldAccess| SignedDuration::from_mins(access.ground.get());
        operation
            .facilities
            .iter()
            .filter_map(|facility| {
                let access = facility.access.iter().find(|access| access.airfield == *field)?;
                let staging = operation.staging.iter().any(|entry| entry.facility == facility.id);
                let theirs = promised == Some(&facility.id);
                let home = origin == Some(&facility.id);
                let rank = (!theirs, !staging, !home, access.ground, &facility.id);
                Some((rank, (facility.id.clone(), road(access))))
            })
            .min_by(|a, b| a.0.cmp(&b.0))
            .map(|(_, found)| found)
    }

    /// The facility with the beds of a rider and of everybody who travels with them: none where one of them has no bed there any more.
    fn promised(&self, rider: &PatientId) -> Option<&FacilityId> {
        let operation = &self.operation;
        let bed = |patient: &PatientId| {
            let journey = self.journey(patient)?;
            let offer = operation.offers.iter().find(|offer| offer.id == journey.offer)?;
            let holds = operation.has_bed(&self.plan, journey, offer);
            holds.then_some(&offer.facility)
        };
        let theirs = bed(rider)?;
        let party = self.party(rider);
        party.iter().all(|member| bed(member) == Some(theirs)).then_some(theirs)
    }

    /// How long unloading takes. `docs/rules.md`, rule 6.2.
    fn unloading(&self, leavers: &[PatientId]) -> SignedDuration {
        if leavers.is_empty() {
            return SignedDuration::ZERO;
        }
        let times = &self.operation.policy.handling;
        let patients = self
            .operation
            .patients
            .iter()
            .filter(|patient| leavers.contains(&patient.id));
        let shares = patients.map(|patient| {
            let places = f64::from(patient.places());
            let own = match patient.place_kind() {
                PlaceKind::IntensiveCare => places * (times.unload_litter + times.unload_intensive_care),
                PlaceKind::Litter => places * times.unload_litter,
                PlaceKind::Seat => places * times.unload_seat,
            };
            let minutes = own + f64::from(patient.attendants.count()) * times.unload_seat;
            (minutes * 60.0 - 1e-6).ceil() as i64
        });
        SignedDuration::from_secs(times.unload_base.get() * 60 + shares.sum::<i64>())
    }
}

/// Whether somebody is on board through a stop.
pub(crate) fn somebody_stays(mission: &Mission, stop: usize) -> bool {
    let before = &mission.stops[..stop];
    let leaves = |rider: &PatientId| mission.stops[1..=stop].iter().any(|stop| stop.leaves.contains(rider));
    before.iter().flat_map(|stop| &stop.boards).any(|rider| !leaves(rider))
}

pub(crate) fn boarders(stops: &[MissionStop]) -> Vec<PatientId> {
    stops.iter().flat_map(|stop| stop.boards.iter().cloned()).collect()
}

/// Who has boarded and not left, the last stop's leavers not counted.
fn aboard_at_the_end(mission: &Mission) -> Vec<PatientId> {
    let mut aboard: Vec<PatientId> = Vec::new();
    for stop in &mission.stops {
        aboard.retain(|rider| !stop.leaves.contains(rider));
        aboard.extend(stop.boards.iter().cloned());
    }
    aboard
}
