//! A change, made to a copy of the operation.

use airbridge_model::{
    Aircraft, AircraftType, BedOffer, Clearance, ClearanceScope, ClearanceStatus, Configuration, Crew, CrewRole, Hours,
    OfferStatus, Operation, Patient, PlaceKind, Specialty,
};
use airbridge_units::{
    AircraftId, AircraftTypeId, CrewId, FacilityId, Minutes, OfferId, PatientId, RuleSetId, StateCode,
};
use jiff::{SignedDuration, Span, Timestamp};

use super::Change;

impl Change {
    /// Makes the change. What it names and is not there stays as it is.
    pub fn apply(&self, operation: &mut Operation) {
        match self {
            Self::Beds { .. }
            | Self::Sooner { .. }
            | Self::Later { .. }
            | Self::Conditions { .. }
            | Self::Renewed { .. } => self.to_offers(operation),
            Self::NewBeds {
                facility,
                specialty,
                beds,
            } => new_beds(operation, facility, *specialty, *beds),
            Self::Reception { .. } | Self::Releases { .. } | Self::Admission { .. } | Self::Release { .. } => {
                self.to_facilities(operation);
            }
            Self::Staging { facility, more } => {
                let entry = operation.staging.iter_mut().find(|entry| entry.facility == *facility);
                if let Some(entry) = entry {
                    entry.capacity += more;
                }
            }
            Self::LongerStay { facility, hours } => {
                let entry = operation.staging.iter_mut().find(|entry| entry.facility == *facility);
                let more = i64::from(*hours) * 60;
                if let Some(entry) = entry {
                    entry.max_stay = Minutes(entry.max_stay.get() + more);
                }
            }
            Self::Slots { .. } | Self::Stands { .. } | Self::FieldHours { .. } => self.to_airfields(operation),
            Self::Reopened { closure } => operation.closures.retain(|known| known.id != *closure),
            Self::Permit { state, kind, operator } => operation.clearances.push(Clearance {
                id: format!("{state} {kind} {operator}").as_str().into(),
                state: state.clone(),
                kind: *kind,
                scope: ClearanceScope::Operator(operator.clone()),
                status: ClearanceStatus::Granted,
                requested_at: None,
                lead_hours: None,
                valid_from: moved(operation.horizon.from, -MONTH),
                valid_to: moved(operation.horizon.to, MONTH),
            }),
            Self::Traffic { state, other } => {
                let both = |a: &StateCode, b: &StateCode| (a == state && b == other) || (a == other && b == state);
                operation.forbidden_pairs.retain(|pair| !both(&pair.state, &pair.other));
            }
            Self::Duty { .. } | Self::CrewTime { .. } | Self::SecondCrew { .. } | Self::Care { .. } => {
                self.to_crews(operation);
            }
            Self::AircraftTime { .. } | Self::Departures { .. } | Self::Missions { .. } => self.to_aircraft(operation),
            Self::Places { aircraft, kind, more } => cabins(operation, aircraft, |cabin| match kind {
                PlaceKind::IntensiveCare => {
                    cabin.intensive_care += more;
                    cabin.litters += more;
                }
                PlaceKind::Litter => cabin.litters += more,
                PlaceKind::Seat => cabin.seats += more,
            }),
            Self::IsolationUnits { aircraft, more } => {
                cabins(operation, aircraft, |cabin| cabin.isolation_units += more);
            }
            Self::SecondAircraft { aircraft } => second_aircraft(operation, aircraft),
            Self::LongerMissions { hours } => {
                let longest = &mut operation.policy.longest_mission;
                *longest = Minutes(longest.get() + i64::from(*hours) * 60);
            }
            Self::Horizon { days } => {
                operation.horizon.to = moved(operation.horizon.to, i64::from(*days) * 24);
            }
            Self::Transit { .. } | Self::Deadline { .. } | Self::Cabin { .. } | Self::Consent { .. } => {
                self.to_patients(operation);
            }
        }
    }

    fn to_offers(&self, operation: &mut Operation) {
        let days = |days: u32| Span::new().days(i64::from(days));
        for offer in &mut operation.offers {
            match self {
                Self::Beds { offer: id, more } if offer.id == *id => offer.beds += more,
                Self::Sooner { offer: id, days: by } if offer.id == *id => {
                    offer.from = offer.from.saturating_sub(days(*by));
                }
                Self::Later { offer: id, days: by } if offer.id == *id => offer.to = offer.to.saturating_add(days(*by)),
                Self::Conditions { offer: id } if offer.id == *id => {
                    (offer.age_from, offer.age_to, offer.sex) = (None, None, None);
                    (offer.isolation, offer.companions) = (true, None);
                }
                Self::Renewed { offer: id } if offer.id == *id => {
                    (offer.status, offer.expires_at) = (OfferStatus::Open, None);
                }
                _ => {}
            }
        }
    }

    fn to_facilities(&self, operation: &mut Operation) {
        let default = operation.policy.default_receives_per_day;
        for facility in &mut operation.facilities {
            match self {
                Self::Reception { facility: id, more } if facility.id == *id => {
                    facility.receives_per_day = facility.receives_per_day.or(default).map(|most| most + more);
                }
                Self::Releases { facility: id, more } if facility.id == *id => {
                    facility.releases_per_day = facility.releases_per_day.map(|most| most + more);
                }
                Self::Admission { facility: id } if facility.id == *id => facility.admission_hours = Hours::Always,
                Self::Release { facility: id } if facility.id == *id => facility.release_hours = Hours::Always,
                _ => {}
            }
        }
    }

    fn to_airfields(&self, operation: &mut Operation) {
        for field in &mut operation.airfields {
            match self {
                Self::Slots { airfield, more } if field.id == *airfield => {
                    field.slots_per_hour = field.slots_per_hour.map(|most| most + more);
                }
                Self::Stands { airfield, more } if field.id == *airfield => {
                    field.parking = field.parking.map(|most| most + more);
                }
                Self::FieldHours { airfield } if field.id == *airfield => {
                    field.hours = Hours::Always;
                    field.runways.iter_mut().for_each(|runway| runway.lit = true);
                }
                _ => {}
            }
        }
    }

    fn to_crews(&self, operation: &mut Operation) {
        if let Self::SecondCrew { crew } = self {
            let like = operation.crews.iter().find(|known| known.id == *crew).cloned();
            operation.crews.extend(like.map(|like| Crew {
                id: CrewId::new(format!("{} (second)", like.id)),
                ..like
            }));
            return;
        }
        if let Self::Duty { crew, minutes } = self {
            longer_duty(operation, crew, i64::from(*minutes));
            return;
        }
        for crew in &mut operation.crews {
            match self {
                Self::CrewTime { crew: id, hours } if crew.id == *id => {
                    crew.available_from = moved(crew.available_from, -i64::from(*hours));
                    crew.available_to = moved(crew.available_to, i64::from(*hours));
                }
                Self::Care {
                    crew: id,
                    critical,
                    nursing,
                } if crew.id == *id => {
                    crew.critical_points += critical;
                    crew.nursing_points += nursing;
                }
                _ => {}
            }
        }
    }

    fn to_aircraft(&self, operation: &mut Operation) {
        for aircraft in &mut operation.aircraft {
            match self {
                Self::AircraftTime { aircraft: id, hours } if aircraft.id == *id => {
                    aircraft.available_from = moved(aircraft.available_from, -i64::from(*hours));
                    aircraft.available_to = moved(aircraft.available_to, i64::from(*hours));
                }
                Self::Departures { aircraft: id } if aircraft.id == *id => aircraft.departure_hours = Hours::Always,
                Self::Missions { aircraft: id, more } if aircraft.id == *id => {
                    aircraft.max_missions = aircraft.max_missions.map(|most| most + more);
                }
                _ => {}
            }
        }
    }

    fn to_patients(&self, operation: &mut Operation) {
        match self {
            Self::Transit { patients } => each(operation, patients, |patient| {
                let limits = &mut patient.limits;
                (limits.max_stops, limits.max_flight, limits.max_transit) = (None, None, None);
                limits.overnight = true;
            }),
            Self::Deadline { patients } => each(operation, patients, |patient| {
                (patient.collect_by, patient.precedence.latest_useful_at) = (None, None);
            }),
            Self::Cabin { patients } => each(operation, patients, |patient| patient.cabin_limit = None),
            Self::Consent { patients, state } => each(operation, patients, |patient| {
                let consent = &mut patient.consent;
                consent.refused.retain(|refused| refused != state);
                if !consent.only.is_empty() {
                    consent.only.push(state.clone());
                }
            }),
            _ => {}
        }
    }
}

fn new_beds(operation: &mut Operation, facility: &FacilityId, specialty: Specialty, beds: u32) {
    let Some(found) = operation.facilities.iter().find(|known| known.id == *facility) else {
        return;
    };
    let day = |at: Timestamp| at.to_zoned(found.zone.clone()).date();
    let offer = BedOffer {
        id: OfferId::new(format!("{facility} {specialty} (new)")),
        facility: facility.clone(),
        specialty,
        beds,
        from: day(operation.horizon.from),
        to: day(operation.horizon.to),
        expires_at: None,
        status: OfferStatus::Open,
        age_from: None,
        age_to: None,
        sex: None,
        isolation: true,
        companions: None,
        stay_days: None,
        conditions: String::new(),
    };
    operation.offers.push(offer);
}

/// Hours before and after the operation for which a new permission holds.
const MONTH: i64 = 31 * 24;

fn moved(at: Timestamp, hours: i64) -> Timestamp {
    at.saturating_add(SignedDuration::from_hours(hours)).unwrap_or(at)
}

fn each(operation: &mut Operation, patients: &[PatientId], change: impl Fn(&mut Patient)) {
    let concerned = operation
        .patients
        .iter_mut()
        .filter(|patient| patients.contains(&patient.id));
    concerned.for_each(change);
}

/// Gives a crew rules of its own.
fn longer_duty(operation: &mut Operation, crew: &CrewId, minutes: i64) {
    let Some(crew) = operation.crews.iter_mut().find(|known| known.id == *crew) else {
        return;
    };
    let rules = operation.policy.duty.iter().find(|rules| rules.id == crew.rules);
    let Some(mut rules) = rules.cloned() else { return };
    rules.id = RuleSetId::new(format!("{} ({} longer)", rules.id, crew.id));
    let longer = |limit: &mut Minutes| *limit = Minutes(limit.get() + minutes);
    rules.rows.iter_mut().for_each(|row| longer(&mut row.limit));
    rules.augmented.iter_mut().for_each(|row| longer(&mut row.2));
    longer(&mut rules.floor);
    crew.rules = rules.id.clone();
    operation.policy.duty.push(rules);
}

/// Gives an aircraft a type of its own, with other cabins.
fn cabins(operation: &mut Operation, aircraft: &AircraftId, change: impl Fn(&mut Configuration)) {
    let Some(aircraft) = operation.aircraft.iter_mut().find(|known| known.id == *aircraft) else {
        return;
    };
    let kind = operation
        .aircraft_types
        .iter()
        .find(|kind| kind.id == aircraft.aircraft_type);
    let Some(mut kind): Option<AircraftType> = kind.cloned() else {
        return;
    };
    kind.id = AircraftTypeId::new(format!("{} ({})", kind.id, aircraft.id));
    kind.configurations.iter_mut().for_each(change);
    aircraft.aircraft_type = kind.id.clone();
    operation.aircraft_types.push(kind);
}

fn second_aircraft(operation: &mut Operation, like: &AircraftId) {
    let Some(like) = operation.aircraft.iter().find(|known| known.id == *like).cloned() else {
        return;
    };
    let id = AircraftId::new(format!("{} (second)", like.id));
    for role in [CrewRole::Flight, CrewRole::Medical] {
        let crews = operation.crews.iter();
        let crew = crews
            .clone()
            .find(|crew| crew.role == role && crew.aircraft.contains(&like.id));
        let crew = crew.cloned();
        operation.crews.extend(crew.map(|crew| Crew {
            id: CrewId::new(format!("{} (for {id})", crew.id)),
            aircraft: vec![id.clone()],
            ..crew
        }));
    }
    let its = ClearanceScope::Aircraft(like.id.clone());
    let clearances: Vec<Clearance> = operation
        .clearances
        .iter()
        .filter(|known| known.scope == its)
        .cloned()
        .collect();
    operation
        .clearances
        .extend(clearances.into_iter().map(|clearance| Clearance {
            scope: ClearanceScope::Aircraft(id.clone()),
            ..clearance
        }));
    operation.aircraft.push(Aircraft { id, ..like });
}
