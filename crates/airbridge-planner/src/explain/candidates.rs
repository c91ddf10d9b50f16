//! The changes that might bring a party in: everything on its ways that somebody could decide otherwise.
//!
//! What comes in: an operation and a party. What goes out: families of changes, those first of which the least is asked. Nothing
//! is tested here; what has no bearing on the party's ways is left out as far as that is easily seen.

use std::collections::BTreeSet;

use airbridge_model::{BedOffer, Facility};
use airbridge_units::{FacilityId, PatientId};

use super::change::Change;
use crate::party::Party;
use crate::translate::Planner;
use crate::ways::{fits, takes};

mod beds;
mod flights;
mod people;

/// One change in rising steps; the last asks most and allows most.
pub(crate) type Candidate = Vec<Change>;

const DAYS: [u32; 6] = [1, 2, 3, 5, 10, 20];
const HOURS: [u32; 5] = [3, 6, 12, 24, 48];
const MINUTES: [u32; 7] = [15, 30, 60, 90, 120, 180, 240];

/// Families of changes, those of least size first.
pub(crate) fn candidates<'a>(planner: &Planner<'a>, party: &Party<'a>) -> Vec<Vec<Candidate>> {
    let looked = Looked::new(planner, party);
    let mut families = vec![
        looked.beds(),
        looked.reception(),
        looked.days(),
        looked.new_beds(),
        looked.conditions(),
        looked.staging(),
        looked.hours(),
        looked.fields(),
        looked.duty(),
        looked.crews(),
        looked.places(),
        looked.aircraft(),
        looked.renewed(),
        looked.permits(),
        looked.closures(),
        Looked::policy(),
        looked.second_crews(),
        looked.second_aircraft(),
        looked.clinical(),
        looked.consent(),
    ];
    families.retain(|family| !family.is_empty());
    families
}

/// A party with what is on its ways.
struct Looked<'p, 'a> {
    planner: &'p Planner<'a>,
    party: &'p Party<'a>,
    /// Offers that fit a member.
    offers: Vec<&'a BedOffer>,
    /// Where these are.
    receivers: Vec<&'a Facility>,
    origin: &'a Facility,
    hubs: Vec<&'a Facility>,
}

impl<'p, 'a> Looked<'p, 'a> {
    fn new(planner: &'p Planner<'a>, party: &'p Party<'a>) -> Self {
        let operation = planner.operation;
        let facility = |id: &FacilityId| &operation.facilities[planner.places.facility(id)];
        let fits_some = |offer: &&BedOffer| {
            let mut members = party.members.iter();
            members.any(|patient| fits(operation, &planner.places, patient, offer).is_ok())
        };
        let offers: Vec<&BedOffer> = operation.offers.iter().filter(fits_some).collect();
        let ids: BTreeSet<&FacilityId> = offers.iter().map(|offer| &offer.facility).collect();
        let entries = operation.staging.iter().filter(|entry| takes(entry, party).is_ok());
        Self {
            planner,
            party,
            receivers: ids.into_iter().map(facility).collect(),
            offers,
            origin: facility(&party.members[0].origin),
            hubs: entries.map(|entry| facility(&entry.facility)).collect(),
        }
    }

    /// One to as many as the party is.
    fn counts(&self, change: impl Fn(u32) -> Change) -> Candidate {
        (1..=self.party.members.len() as u32).map(change).collect()
    }

    /// Airfields of the party's ways and bases.
    fn airfields(&self) -> BTreeSet<usize> {
        let served = self.hubs.iter().chain(&self.receivers);
        let of_bases = self.planner.aircraft.iter().map(|(aircraft, _)| &aircraft.base);
        let served = served.flat_map(|facility| facility.access.iter().map(|access| &access.airfield));
        served
            .chain(of_bases)
            .map(|field| self.planner.places.airfield(field))
            .chain(self.planner.departs_from(self.party))
            .collect()
    }

    fn ids(&self) -> Vec<PatientId> {
        self.party.members.iter().map(|patient| patient.id.clone()).collect()
    }
}
