//! What events change of the operation itself: aircraft, crews, fields, airspace, beds, permissions, requests.

use airbridge_model::{
    BedOffer, Clearance, ClearanceStatus, Closed, Closure, Happening, Journey, Operation, PatientChange, Plan,
};
use airbridge_units::{AircraftId, ClearanceId, CrewId, OfferId, PatientId, StateCode};
use jiff::{SignedDuration, Timestamp};

use crate::standing::Standing;

impl Standing {
    pub(crate) fn aircraft_out(&mut self, id: &AircraftId, until: Option<Timestamp>) {
        let clock = self.clock;
        let found = self.operation.aircraft.iter_mut().find(|aircraft| aircraft.id == *id);
        match found {
            None => self.error("unknown-aircraft", format!("the operation has no aircraft {id}")),
            Some(aircraft) => match until {
                Some(until) => aircraft.available_from = aircraft.available_from.max(until),
                None => aircraft.available_to = aircraft.available_to.min(clock),
            },
        }
    }

    pub(crate) fn crew_out(&mut self, id: &CrewId, until: Option<Timestamp>) {
        let clock = self.clock;
        let found = self.operation.crews.iter_mut().find(|crew| crew.id == *id);
        match found {
            None => self.error("unknown-crew", format!("the operation has no crew {id}")),
            Some(crew) => match until {
                Some(until) => crew.available_from = crew.available_from.max(until),
                None => crew.available_to = crew.available_to.min(clock),
            },
        }
    }

    /// What says nothing of missions and of where people are.
    pub(crate) fn change_operation(&mut self, what: &Happening) {
        match what {
            Happening::AirfieldClosed {
                closure,
                airfield,
                from,
                to,
            } => {
                if !self.operation.airfields.iter().any(|field| field.id == *airfield) {
                    return self.error("unknown-airfield", format!("the operation has no airfield {airfield}"));
                }
                self.operation.closures.push(Closure {
                    id: closure.clone(),
                    what: Closed::Airfield(airfield.clone()),
                    from: *from,
                    to: *to,
                    reason: format!("reported at {}", self.clock),
                });
            }
            Happening::AirspaceClosed {
                closure,
                area,
                from,
                to,
            } => self.operation.closures.push(Closure {
                id: closure.clone(),
                what: Closed::Airspace(area.clone()),
                from: *from,
                to: *to,
                reason: format!("reported at {}", self.clock),
            }),
            Happening::StateClosed { state, from, to } => self.suspend(state, *from, *to),
            Happening::BedsWithdrawn { offer, left } => self.beds_withdrawn(offer, *left),
            Happening::BedsOffered { offer } => self.beds_offered(offer),
            Happening::ClearanceGranted { clearance, window } => self.clearance(clearance, |found| {
                found.status = ClearanceStatus::Granted;
                if let Some((from, to)) = window {
                    (found.valid_from, found.valid_to) = (*from, *to);
                }
            }),
            Happening::ClearanceDenied { clearance } => {
                self.clearance(clearance, |found| found.status = ClearanceStatus::Denied);
            }
            Happening::ClearanceLate { clearance, valid_from } => self.clearance(clearance, |found| {
                found.status = ClearanceStatus::Granted;
                found.valid_from = *valid_from;
            }),
            Happening::PatientChanged { patient, change } => self.patient_changed(patient, change),
            Happening::Requested { patient } => {
                let patients = &mut self.operation.patients;
                match patients.binary_search_by(|other| other.id.cmp(&patient.id)) {
                    Ok(_) => {}
                    Err(at) => patients.insert(at, (**patient).clone()),
                }
            }
            _ => {}
        }
    }

    fn clearance(&mut self, id: &ClearanceId, change: impl FnOnce(&mut Clearance)) {
        match self
            .operation
            .clearances
            .iter_mut()
            .find(|clearance| clearance.id == *id)
        {
            Some(found) => change(found),
            None => self.error("unknown-clearance", format!("the operation has no clearance {id}")),
        }
    }

    /// Cuts a stretch out of all permissions of a state.
    fn suspend(&mut self, state: &StateCode, from: Timestamp, to: Timestamp) {
        let mut kept = Vec::with_capacity(self.operation.clearances.len());
        for clearance in self.operation.clearances.drain(..) {
            if clearance.state != *state || clearance.valid_to < from || clearance.valid_from > to {
                kept.push(clearance);
                continue;
            }
            let second = |suffix: &str| ClearanceId::new(format!("{}{suffix}", clearance.id));
            if clearance.valid_to > to {
                kept.push(Clearance {
                    id: second("-after"),
                    valid_from: to,
                    ..clearance.clone()
                });
            }
            if clearance.valid_from < from {
                kept.push(Clearance {
                    valid_to: from,
                    ..clearance
                });
            }
        }
        kept.sort_by(|a, b| a.id.cmp(&b.id));
        self.operation.clearances = kept;
    }

    /// Beds in which somebody lies, or to which somebody is on the last road, are not taken back.
    fn beds_withdrawn(&mut self, id: &OfferId, left: u32) {
        let taken = in_beds(&self.operation, &self.plan, id, self.clock);
        match self.operation.offers.iter_mut().find(|offer| offer.id == *id) {
            Some(offer) => offer.beds = offer.beds.min(left + taken),
            None => self.error("unknown-offer", format!("the operation has no offer {id}")),
        }
    }

    fn beds_offered(&mut self, offer: &BedOffer) {
        if !self
            .operation
            .facilities
            .iter()
            .any(|facility| facility.id == offer.facility)
        {
            return self.error(
                "unknown-facility",
                format!("the operation has no facility {}", offer.facility),
            );
        }
        let offers = &mut self.operation.offers;
        match offers.binary_search_by(|other| other.id.cmp(&offer.id)) {
            Ok(at) => offers[at] = offer.clone(),
            Err(at) => offers.insert(at, offer.clone()),
        }
    }

    fn patient_changed(&mut self, id: &PatientId, change: &PatientChange) {
        let Some(patient) = self.operation.patients.iter_mut().find(|patient| patient.id == *id) else {
            return self.error("unknown-patient", format!("the operation has no patient {id}"));
        };
        let PatientChange {
            precedence,
            critical_care,
            dependency,
            mobility,
            ventilated,
            isolation,
            cabin_limit,
            ready_at,
            other_attendants,
        } = change;
        set(&mut patient.precedence, precedence.as_ref());
        set(&mut patient.critical_care, critical_care.as_ref());
        set(&mut patient.dependency, dependency.as_ref());
        set(&mut patient.mobility, mobility.as_ref());
        set(&mut patient.ventilated, ventilated.as_ref());
        set(&mut patient.isolation, isolation.as_ref());
        set(&mut patient.ready_at, ready_at.as_ref());
        set(&mut patient.attendants.other, other_attendants.as_ref());
        if let Some(limit) = cabin_limit {
            patient.cabin_limit = Some(airbridge_model::CabinLimit(*limit));
        }
    }
}

fn set<T: Clone>(field: &mut T, new: Option<&T>) {
    if let Some(new) = new {
        field.clone_from(new);
    }
}

/// An offer that has run out takes nobody new, but keeps the beds of those to whom they were promised.
pub(crate) fn hold_promised_beds(operation: &mut Operation, promised: &Plan, now: Timestamp) {
    for offer in &mut operation.offers {
        if offer.expires_at.is_some_and(|expires| expires < now) {
            let beds = promised
                .journeys
                .iter()
                .filter(|journey| journey.offer == offer.id)
                .count();
            if beds > 0 {
                offer.beds = offer.beds.min(beds as u32);
                offer.expires_at = None;
            }
        }
    }
}

/// A bed that was reached before its withdrawal was known to those on the road stays.
pub(crate) fn keep_taken_beds(operation: &mut Operation, stands: &Plan, now: Timestamp) {
    let taken: Vec<u32> = operation
        .offers
        .iter()
        .map(|offer| in_beds(operation, stands, &offer.id, now))
        .collect();
    for (offer, taken) in operation.offers.iter_mut().zip(taken) {
        offer.beds = offer.beds.max(taken);
    }
}

/// Patients who are in beds of an offer at an instant, or on the last road to one. Stays are those of `docs/rules.md`, rule 9.3.
fn in_beds(operation: &Operation, stands: &Plan, id: &OfferId, at: Timestamp) -> u32 {
    let Some(offer) = operation.offers.iter().find(|offer| offer.id == *id) else {
        return 0;
    };
    let still = |journey: &&Journey| {
        let patient = operation.patients.iter().find(|patient| patient.id == journey.patient);
        let days = i64::from(operation.stay_days(patient, offer));
        let leaves = journey.arrives_at.checked_add(SignedDuration::from_hours(24 * days));
        leaves.is_ok_and(|leaves| leaves > at) && operation.is_settled(stands, journey, at)
    };
    let journeys = stands.journeys.iter().filter(|journey| journey.offer == *id);
    journeys.filter(still).count() as u32
}
