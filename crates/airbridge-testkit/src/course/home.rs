//! The way home: who is well again asks for it when the stay is over, and the door at home is always open.

use std::collections::{BTreeMap, BTreeSet};

use airbridge_model::{
    Attendants, BedOffer, Classification, Consent, CriticalCare, Dependency, Event, Happening, Isolation, Mobility,
    Operation, Patient, Plan, Precedence, PrecedenceLevel, PrecedenceScheme, Specialty,
};
use airbridge_units::{FacilityId, OfferId, PatientId};
use jiff::{SignedDuration, Timestamp};

use super::{Course, event};
use crate::dice::Dice;
use crate::rows;

/// More than any operation brings home.
const DOORS: u32 = 100_000;

/// Adds the doors at home: an offer of [`Specialty::Home`] at each facility from which somebody is moved.
pub fn open_homes(operation: &mut Operation) {
    let origins: BTreeSet<FacilityId> = operation
        .patients
        .iter()
        .map(|patient| patient.origin.clone())
        .collect();
    let day = |at: Timestamp| at.to_zoned(jiff::tz::TimeZone::UTC).date();
    let (from, to) = (day(operation.horizon.from), day(operation.horizon.to));
    for facility in origins {
        let id = format!("HOME-{facility}");
        let (first, last) = (from.yesterday().unwrap_or(from), to.tomorrow().unwrap_or(to));
        operation.offers.push(BedOffer {
            stay_days: Some(1),
            conditions: "the door at home (synthetic)".to_owned(),
            ..rows::offer(id, facility.as_str(), Specialty::Home, DOORS, first, last)
        });
    }
    operation.offers.sort_by(|one, other| one.id.cmp(&other.id));
}

/// Those whose stay ends after `from`, up to and at `to`.
pub(super) fn requests(
    course: &Course,
    operation: &Operation,
    plan: &Plan,
    from: Timestamp,
    to: Timestamp,
) -> Vec<Event> {
    let patients: BTreeMap<&PatientId, &Patient> = operation
        .patients
        .iter()
        .map(|patient| (&patient.id, patient))
        .collect();
    let offers: BTreeMap<&OfferId, &BedOffer> = operation.offers.iter().map(|offer| (&offer.id, offer)).collect();
    let mut events = Vec::new();
    for journey in &plan.journeys {
        let (Some(patient), Some(offer)) = (patients.get(&journey.patient), offers.get(&journey.offer)) else {
            continue;
        };
        if patient.specialty == Specialty::Home {
            continue;
        }
        let days = i64::from(operation.stay_days(Some(patient), offer));
        let Ok(at) = journey.arrives_at.checked_add(SignedDuration::from_hours(24 * days)) else {
            continue;
        };
        // One coin for each person, whatever the day.
        let mut coin = Dice::new(course.seed, &format!("course home {}", patient.id));
        if from < at && at <= to && coin.unit() * 100.0 < course.rates.returns {
            let back = way_home(patient, &offer.facility, at);
            events.push(event(
                at,
                Happening::Requested {
                    patient: Box::new(back),
                },
            ));
        }
    }
    events
}

/// Recovered, seated, with the same family; routine in the scheme of the way out.
fn way_home(patient: &Patient, hospital: &FacilityId, at: Timestamp) -> Patient {
    Patient {
        id: PatientId::new(format!("{}-HOME", patient.id)),
        origin: hospital.clone(),
        destination: Some(patient.origin.clone()),
        ready_at: at,
        collect_by: None,
        precedence: code_of_level(patient.precedence.scheme, PrecedenceLevel::Routine, at),
        classification: Classification::C3B,
        mobility: match patient.mobility {
            Mobility::Wheelchair => Mobility::Wheelchair,
            _ => Mobility::Ambulatory,
        },
        critical_care: CriticalCare::None,
        dependency: Dependency::Minimal,
        ventilated: false,
        oxygen_l_per_min: 0.0,
        isolation: Isolation::None,
        cabin_limit: None,
        attendants: Attendants {
            medical: 0,
            ..patient.attendants
        },
        group: None,
        specialty: Specialty::Home,
        acceptable: Vec::new(),
        bariatric: false,
        consent: Consent::default(),
        expected_stay_days: Some(1),
        ..patient.clone()
    }
}

/// The first code of a level in a scheme, with its target from an instant on.
pub(super) fn code_of_level(scheme: PrecedenceScheme, level: PrecedenceLevel, at: Timestamp) -> Precedence {
    let mut codes = scheme.codes().iter();
    let code = codes
        .find(|code| code.1 == level)
        .expect("each scheme has all levels")
        .0;
    rows::precedence(scheme, code, at)
}
