//! Bed offers: promises of beds of one specialty over some days.

use airbridge_units::{FacilityId, OfferId};
use jiff::Timestamp;
use jiff::civil::Date;

use crate::code::code_list;
use crate::patient::{Isolation, Patient, Sex};

/// A facility's promise of beds of one specialty.
///
/// A patient takes one bed from the day of arrival (in the facility's zone) for the expected stay. On every day
/// from `from` to `to` at most `beds` of those placed by the plan under this offer are in their beds.
#[derive(Clone, PartialEq, Debug)]
pub struct BedOffer {
    /// Name of the offer.
    pub id: OfferId,
    /// Who offers.
    pub facility: FacilityId,
    /// What the beds are for.
    pub specialty: Specialty,
    /// Beds open at the same time.
    pub beds: u32,
    /// First day of arrival, in the facility's zone.
    pub from: Date,
    /// Last day of arrival, inclusive.
    pub to: Date,
    /// An offer that has run out before the operation's planning time is not open.
    pub expires_at: Option<Timestamp>,
    /// Whether it stands.
    pub status: OfferStatus,
    /// Least age in years, inclusive. A patient of unknown age fits only offers without age limits.
    pub age_from: Option<u32>,
    /// Greatest age in years, inclusive.
    pub age_to: Option<u32>,
    /// Only patients of this sex.
    pub sex: Option<Sex>,
    /// Whether patients who need isolation are taken.
    pub isolation: bool,
    /// Most companions (non-medical attendants) for each patient; `None` is no limit.
    pub companions: Option<u32>,
    /// Expected stay in days; [`crate::Policy::default_stay_days`] otherwise.
    pub stay_days: Option<u32>,
    /// Conditions in words, for people.
    pub conditions: String,
}

impl BedOffer {
    /// Whether a patient needs no isolation, or is isolated here.
    #[must_use]
    pub fn isolates(&self, patient: &Patient) -> bool {
        self.isolation || patient.isolation == Isolation::None
    }

    /// Whether all companions of a patient are housed.
    #[must_use]
    pub fn houses_companions(&self, patient: &Patient) -> bool {
        self.companions.is_none_or(|most| patient.attendants.other <= most)
    }
}

code_list! {
    /// Whether an offer stands.
    OfferStatus, "offer status" {
        /// Stands.
        Open = "open",
        /// Taken back.
        Withdrawn = "withdrawn",
    }
}

code_list! {
    /// What a bed is for, and what a patient needs.
    Specialty, "specialty" {
        /// Burns.
        Burns = "burns",
        /// Neurosurgery.
        Neurosurgery = "neurosurgery",
        /// Spinal injuries.
        Spinal = "spinal",
        /// Orthopaedics.
        Orthopaedics = "orthopaedics",
        /// Prosthetics.
        Prosthetics = "prosthetics",
        /// Maxillofacial surgery.
        Maxillofacial = "maxillofacial",
        /// Plastic surgery.
        Plastics = "plastics",
        /// Vascular surgery.
        Vascular = "vascular",
        /// Thoracic surgery.
        Thoracic = "thoracic",
        /// Eyes.
        Ophthalmology = "ophthalmology",
        /// General surgery.
        GeneralSurgery = "general-surgery",
        /// Intensive care.
        Icu = "icu",
        /// Cancer, adults.
        OncoAdult = "onco-adult",
        /// Cancer, children.
        OncoPaed = "onco-paed",
        /// Blood diseases.
        Haematology = "haematology",
        /// Bone-marrow transplantation.
        Bmt = "bmt",
        /// Dialysis.
        Dialysis = "dialysis",
        /// Transplantation.
        Transplant = "transplant",
        /// Heart medicine.
        Cardiology = "cardiology",
        /// Heart surgery.
        CardiacSurgery = "cardiac-surgery",
        /// Children.
        Paediatrics = "paediatrics",
        /// Newborn intensive care.
        NeonatalIcu = "neonatal-icu",
        /// Childbirth.
        Obstetrics = "obstetrics",
        /// Psychiatry.
        Psychiatry = "psychiatry",
        /// Infectious diseases.
        Infectious = "infectious",
        /// Rehabilitation.
        Rehab = "rehab",
        /// No bed: the door at home, for those who return.
        Home = "home",
    }
}
