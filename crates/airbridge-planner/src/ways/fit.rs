//! Whether a bed is for a patient, and a staging facility for a party. `docs/rules.md`, rules 9.1, 9.2 and 10.2.

use std::fmt;

use airbridge_model::{BedOffer, CriticalCare, Isolation, OfferStatus, Operation, Patient, Sex, Specialty, Staging};
use airbridge_units::{FacilityId, StateCode};
use jiff::Timestamp;

use crate::party::Party;
use crate::translate::Places;

/// Why an offer is not for a patient. The words name what the offer asks, not what the patient has, so that patients with the same
/// trouble are told the same.
#[derive(Clone, PartialEq, Eq, PartialOrd, Ord, Debug)]
pub(crate) enum Unfit {
    Withdrawn,
    RanOut(Timestamp),
    OtherSpecialty { needed: Specialty },
    AgeUnknown,
    Age { from: Option<u32>, to: Option<u32> },
    Sex { only: Sex, known: bool },
    Isolation,
    Companions { most: u32 },
    NoConsent(StateCode),
    Destination(FacilityId),
    Declined(FacilityId),
}

impl fmt::Display for Unfit {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::Withdrawn => f.write_str("the offer was withdrawn"),
            Self::RanOut(at) => write!(f, "the offer ran out at {at}"),
            Self::OtherSpecialty { needed } => write!(f, "beds for another specialty than {needed}"),
            Self::AgeUnknown => f.write_str("the offer has age limits, the patient's age is not known"),
            Self::Age { from, to } => match (from, to) {
                (Some(from), Some(to)) => write!(f, "the offer is for ages from {from} to {to}"),
                (Some(from), None) => write!(f, "the offer is for ages from {from}"),
                (None, to) => write!(f, "the offer is for ages up to {}", to.unwrap_or(0)),
            },
            Self::Sex { only, known: true } => write!(f, "the offer is for {only} patients"),
            Self::Sex { only, known: false } => {
                write!(f, "the offer is for {only} patients, the patient's sex is not known")
            }
            Self::Isolation => f.write_str("the offer takes no patients in isolation"),
            Self::Companions { most: 0 } => f.write_str("the offer houses no companions"),
            Self::Companions { most: 1 } => f.write_str("the offer houses one companion for each patient"),
            Self::Companions { most } => write!(f, "the offer houses at most {most} companions for each patient"),
            Self::NoConsent(state) => write!(f, "no consent to treatment in {state}"),
            Self::Destination(only) => write!(f, "to go to {only} and nowhere else"),
            Self::Declined(facility) => write!(f, "{facility} has declined the patient"),
        }
    }
}

/// Whether an offer is for a patient.
pub(crate) fn fits(operation: &Operation, places: &Places, patient: &Patient, offer: &BedOffer) -> Result<(), Unfit> {
    if offer.status != OfferStatus::Open {
        return Err(Unfit::Withdrawn);
    }
    if let Some(expired) = offer.expires_at.filter(|at| *at < operation.planned_at) {
        return Err(Unfit::RanOut(expired));
    }
    if offer.specialty != patient.specialty && !patient.acceptable.contains(&offer.specialty) {
        return Err(Unfit::OtherSpecialty {
            needed: patient.specialty,
        });
    }
    let (from, to) = (offer.age_from, offer.age_to);
    if from.is_some() || to.is_some() {
        let age = patient.age_years.ok_or(Unfit::AgeUnknown)?;
        if from.is_some_and(|least| age < least) || to.is_some_and(|most| age > most) {
            return Err(Unfit::Age { from, to });
        }
    }
    if let Some(only) = offer.sex.filter(|only| patient.sex != Some(*only)) {
        return Err(Unfit::Sex {
            only,
            known: patient.sex.is_some(),
        });
    }
    if !offer.isolates(patient) {
        return Err(Unfit::Isolation);
    }
    if let Some(most) = offer.companions.filter(|_| !offer.houses_companions(patient)) {
        return Err(Unfit::Companions { most });
    }
    if let Some(only) = patient.destination.as_ref().filter(|only| **only != offer.facility) {
        return Err(Unfit::Destination(only.clone()));
    }
    if operation.has_declined(&patient.id, &offer.facility) {
        return Err(Unfit::Declined(offer.facility.clone()));
    }
    let state = &operation.facilities[places.facility(&offer.facility)].state;
    if !patient.consent.allows(state) {
        return Err(Unfit::NoConsent(state.clone()));
    }
    Ok(())
}

/// Whether all of a party may wait in a staging facility, or what it does not take.
pub(crate) fn takes(entry: &Staging, party: &Party) -> Result<(), &'static str> {
    let any = |of: fn(&Patient) -> bool| party.members.iter().any(|patient| of(patient));
    if !entry.intensive_care && any(|patient| patient.critical_care == CriticalCare::Icu) {
        return Err("takes no intensive-care patients");
    }
    if !entry.isolation && any(|patient| patient.isolation != Isolation::None) {
        return Err("takes no patients in isolation");
    }
    Ok(())
}
