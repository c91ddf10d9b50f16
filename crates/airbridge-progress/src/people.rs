//! What events say of patients.

use airbridge_model::{ClosedRequest, Step, WhyClosed};
use airbridge_units::{FacilityId, MissionId, PatientId};
use jiff::Timestamp;

use crate::journeys::take_out;
use crate::standing::Standing;

impl Standing {
    pub(crate) fn boarded(&mut self, patient: &PatientId, mission: &MissionId) {
        let listed = self.mission(mission).is_some_and(|index| {
            let stops = &self.plan.missions[index].stops;
            stops.iter().any(|stop| stop.boards.contains(patient))
        });
        if !listed {
            self.error(
                "not-on-the-manifest",
                format!("patient {patient} is not to board mission {mission}"),
            );
        }
    }

    /// Whoever travels with a patient who was not there has not left without them.
    pub(crate) fn not_boarded(&mut self, patient: &PatientId, mission: &MissionId) {
        if !self.is_known(patient) {
            return;
        }
        let clock = self.clock;
        for member in self.party(patient) {
            let Some(at) = self.plan.journeys.iter().position(|journey| journey.patient == member) else {
                continue;
            };
            let journey = &mut self.plan.journeys[at];
            let on_it = |step: &Step| matches!(step, Step::Lift { mission: other, .. } if other == mission);
            let over = |step: &Step| step.span().1 <= clock;
            let mut steps = journey.steps.iter();
            let lift = steps
                .position(|step| on_it(step) && !over(step))
                .or_else(|| journey.steps.iter().rposition(on_it));
            let Some(lift) = lift else {
                self.error(
                    "not-on-the-manifest",
                    format!("patient {member} was not to board mission {mission}"),
                );
                continue;
            };
            // On the way to the field they go on to it, and wait there.
            let dropped = take_out(journey, lift, clock);
            self.leave_seats(&member, &dropped);
            if self.plan.journeys[at].steps.is_empty() {
                self.plan.journeys.remove(at);
            }
        }
    }

    pub(crate) fn admitted(&mut self, patient: &PatientId, facility: &FacilityId) {
        if !self.is_known(patient) {
            return;
        }
        let clock = self.clock;
        let offers = &self.operation.offers;
        let journey = self
            .plan
            .journeys
            .iter_mut()
            .find(|journey| journey.patient == *patient);
        let right = journey.and_then(|journey| {
            let offer = offers.iter().find(|offer| offer.id == journey.offer)?;
            if offer.facility != *facility {
                return None;
            }
            if let Some(Step::FromField { from, to, .. } | Step::Stay { from, to, .. }) = journey.steps.last_mut()
                && *from <= clock
            {
                (*to, journey.arrives_at) = (clock, clock);
                return Some(());
            }
            None
        });
        if right.is_none() {
            self.warn(
                "admitted-elsewhere",
                format!("patient {patient} is in {facility}, which was not planned"),
            );
            self.end(patient, WhyClosed::Elsewhere(facility.clone()));
        }
    }

    pub(crate) fn unfit(&mut self, patient: &PatientId, until: Option<Timestamp>) {
        if !self.is_known(patient) {
            return;
        }
        if self.is_aboard(patient) || self.is_settled(patient) {
            return self.warn(
                "on-the-way",
                format!("patient {patient} is on board or on the last road, and goes on to where a bed waits"),
            );
        }
        let until = until.unwrap_or(self.operation.horizon.to);
        let patients = &mut self.operation.patients;
        if let Some(found) = patients.iter_mut().find(|other| other.id == *patient) {
            found.ready_at = found.ready_at.max(until);
        }
        for member in self.party(patient) {
            self.cut(&member);
        }
    }

    pub(crate) fn close(&mut self, patient: &PatientId, why: WhyClosed) {
        if !self.is_known(patient) {
            return;
        }
        if self.is_settled(patient) {
            return;
        }
        if self.is_aboard(patient) {
            return self.warn(
                "on-board",
                format!("patient {patient} is on board, and is carried on to where they were to go"),
            );
        }
        self.end(patient, why);
    }

    fn end(&mut self, patient: &PatientId, why: WhyClosed) {
        self.cut(patient);
        let at = self.clock;
        self.closed.insert(patient.clone(), ClosedRequest { why, at });
    }

    /// Whoever was to go there needs another bed; who is there, or on the last road, stays.
    pub(crate) fn declined(&mut self, patient: &PatientId, facility: &FacilityId) {
        if !self.is_known(patient) {
            return;
        }
        if !self.operation.facilities.iter().any(|known| known.id == *facility) {
            return self.error("unknown-facility", format!("the operation has no facility {facility}"));
        }
        let offer = self.journey(patient).map(|journey| &journey.offer);
        let there = offer.is_some_and(|offer| {
            let offer = self.operation.offers.iter().find(|known| known.id == *offer);
            offer.is_some_and(|offer| offer.facility == *facility)
        });
        if there && self.is_settled(patient) {
            return self.warn(
                "there-already",
                format!("patient {patient} is in {facility}, or on the last road to it, and stays"),
            );
        }
        let declined = &mut self.operation.declined;
        declined.entry(patient.clone()).or_default().insert(facility.clone());
    }

    fn is_known(&mut self, patient: &PatientId) -> bool {
        let known = self.operation.patients.iter().any(|other| other.id == *patient);
        if !known {
            self.error("unknown-patient", format!("the operation has no patient {patient}"));
        }
        known
    }

    /// Everybody who travels with a patient, the patient included.
    pub(crate) fn party(&self, patient: &PatientId) -> Vec<PatientId> {
        let patients = &self.operation.patients;
        let group = patients
            .iter()
            .find(|other| other.id == *patient)
            .and_then(|found| found.group.as_ref());
        patients
            .iter()
            .filter(|other| other.id == *patient || (group.is_some() && other.group.as_ref() == group))
            .map(|other| other.id.clone())
            .filter(|other| !self.closed.contains_key(other))
            .collect()
    }
}
