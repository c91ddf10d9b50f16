//! An operation: one programme of evacuation, with everything that a plan is made from.

use std::collections::{BTreeMap, BTreeSet};

use airbridge_units::{
    AircraftId, AircraftTypeId, AirfieldId, CrewId, FacilityId, GroupId, OfferId, PatientId, RuleSetId,
};
use jiff::Timestamp;

use crate::{
    AirRoute, Aircraft, AircraftType, Airfield, BedOffer, Clearance, Closure, ContestedArea, Crew, DutyRuleSet,
    Facility, ForbiddenPair, Group, Patient, Policy, SoFar, Staging,
};

/// One programme of evacuation. A reader has checked that ids are unique and references point somewhere.
#[derive(Clone, PartialEq, Debug)]
pub struct Operation {
    /// Name for people.
    pub name: String,
    /// When it takes place.
    pub horizon: Horizon,
    /// What was known at this time is what the plan is made from; offers that ran out before are not open.
    pub planned_at: Timestamp,
    /// Every choice.
    pub policy: Policy,
    /// Patient movement requests.
    pub patients: Vec<Patient>,
    /// Groups of patients.
    pub groups: Vec<Group>,
    /// Hospitals, staging facilities, collecting points.
    pub facilities: Vec<Facility>,
    /// Which facilities are for staging.
    pub staging: Vec<Staging>,
    /// Bed offers.
    pub offers: Vec<BedOffer>,
    /// Airfields with their runways.
    pub airfields: Vec<Airfield>,
    /// Aircraft types with their configurations: those of the operation and those of the catalogue that it uses.
    pub aircraft_types: Vec<AircraftType>,
    /// Aircraft.
    pub aircraft: Vec<Aircraft>,
    /// Flight crews and medical teams.
    pub crews: Vec<Crew>,
    /// Clearances.
    pub clearances: Vec<Clearance>,
    /// Forbidden pairs of states.
    pub forbidden_pairs: Vec<ForbiddenPair>,
    /// Closed airfields and airspace.
    pub closures: Vec<Closure>,
    /// Routes that override the great circle.
    pub routes: Vec<AirRoute>,
    /// Contested areas.
    pub contested: Vec<ContestedArea>,
    /// Boundaries that replace those of the program: the bytes of a file in the format of the `country-boundaries` library.
    pub boundaries: Option<Vec<u8>>,
    /// Facilities that have declined a patient, by patient. No table says so: it comes from events.
    pub declined: BTreeMap<PatientId, BTreeSet<FacilityId>>,
    /// What has happened until `planned_at`, where the operation is under way; `None` for one that has not begun.
    pub so_far: Option<Box<SoFar>>,
    /// SHA-256 over the canonical form of the operation, lower-case hexadecimal; readers set it.
    pub digest: String,
}

/// A stretch of time.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub struct Horizon {
    /// Nothing flies before this.
    pub from: Timestamp,
    /// Nothing flies after this.
    pub to: Timestamp,
}

/// Look-up by id. Built once for an operation; all methods return `None` for an unknown id.
#[derive(Debug)]
pub struct Index<'a> {
    patients: BTreeMap<&'a PatientId, &'a Patient>,
    groups: BTreeMap<&'a GroupId, &'a Group>,
    facilities: BTreeMap<&'a FacilityId, &'a Facility>,
    staging: BTreeMap<&'a FacilityId, &'a Staging>,
    offers: BTreeMap<&'a OfferId, &'a BedOffer>,
    airfields: BTreeMap<&'a AirfieldId, &'a Airfield>,
    aircraft_types: BTreeMap<&'a AircraftTypeId, &'a AircraftType>,
    aircraft: BTreeMap<&'a AircraftId, &'a Aircraft>,
    crews: BTreeMap<&'a CrewId, &'a Crew>,
    duty: BTreeMap<&'a RuleSetId, &'a DutyRuleSet>,
}

impl<'a> Index<'a> {
    /// Builds the look-up.
    pub fn new(operation: &'a Operation) -> Self {
        Self {
            patients: operation.patients.iter().map(|item| (&item.id, item)).collect(),
            groups: operation.groups.iter().map(|item| (&item.id, item)).collect(),
            facilities: operation.facilities.iter().map(|item| (&item.id, item)).collect(),
            staging: operation.staging.iter().map(|item| (&item.facility, item)).collect(),
            offers: operation.offers.iter().map(|item| (&item.id, item)).collect(),
            airfields: operation.airfields.iter().map(|item| (&item.id, item)).collect(),
            aircraft_types: operation.aircraft_types.iter().map(|item| (&item.id, item)).collect(),
            aircraft: operation.aircraft.iter().map(|item| (&item.id, item)).collect(),
            crews: operation.crews.iter().map(|item| (&item.id, item)).collect(),
            duty: operation.policy.duty.iter().map(|item| (&item.id, item)).collect(),
        }
    }

    /// A patient.
    pub fn patient(&self, id: &PatientId) -> Option<&'a Patient> {
        self.patients.get(id).copied()
    }

    /// A group.
    pub fn group(&self, id: &GroupId) -> Option<&'a Group> {
        self.groups.get(id).copied()
    }

    /// A facility.
    pub fn facility(&self, id: &FacilityId) -> Option<&'a Facility> {
        self.facilities.get(id).copied()
    }

    /// The staging entry of a facility.
    pub fn staging(&self, id: &FacilityId) -> Option<&'a Staging> {
        self.staging.get(id).copied()
    }

    /// A bed offer.
    pub fn offer(&self, id: &OfferId) -> Option<&'a BedOffer> {
        self.offers.get(id).copied()
    }

    /// An airfield.
    pub fn airfield(&self, id: &AirfieldId) -> Option<&'a Airfield> {
        self.airfields.get(id).copied()
    }

    /// An aircraft type.
    pub fn aircraft_type(&self, id: &AircraftTypeId) -> Option<&'a AircraftType> {
        self.aircraft_types.get(id).copied()
    }

    /// An aircraft.
    pub fn aircraft(&self, id: &AircraftId) -> Option<&'a Aircraft> {
        self.aircraft.get(id).copied()
    }

    /// A crew.
    pub fn crew(&self, id: &CrewId) -> Option<&'a Crew> {
        self.crews.get(id).copied()
    }

    /// A duty rule set.
    pub fn duty(&self, id: &RuleSetId) -> Option<&'a DutyRuleSet> {
        self.duty.get(id).copied()
    }
}

impl Operation {
    /// How many days a patient is in a bed of an offer: the patient's, else the offer's, else the policy's. `docs/rules.md`, rule 9.3.
    pub fn stay_days(&self, patient: Option<&Patient>, offer: &BedOffer) -> u32 {
        patient
            .and_then(|patient| patient.expected_stay_days)
            .or(offer.stay_days)
            .unwrap_or(self.policy.default_stay_days)
    }

    /// Whether a facility has declined a patient.
    pub fn has_declined(&self, patient: &PatientId, facility: &FacilityId) -> bool {
        let by = self.declined.get(patient);
        by.is_some_and(|facilities| facilities.contains(facility))
    }
}
