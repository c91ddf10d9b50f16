//! What hospitals, staging facilities and crossings could decide.

use std::collections::BTreeSet;

use airbridge_model::{BedOffer, Facility, Hours, OfferStatus};
use airbridge_units::FacilityId;

use super::{Candidate, DAYS, HOURS, Looked};
use crate::explain::change::Change;
use crate::ways::fits;

impl Looked<'_, '_> {
    pub(super) fn beds(&self) -> Vec<Candidate> {
        let more = |offer: &&BedOffer| {
            self.counts(|more| Change::Beds {
                offer: offer.id.clone(),
                more,
            })
        };
        self.offers.iter().map(more).collect()
    }

    pub(super) fn reception(&self) -> Vec<Candidate> {
        let default = self.planner.operation.policy.default_receives_per_day;
        let limited = |facility: &&&Facility| facility.receives_per_day.or(default).is_some();
        let receivers = self.receivers.iter().filter(limited).map(|facility| {
            self.counts(|more| Change::Reception {
                facility: facility.id.clone(),
                more,
            })
        });
        let origin = self.origin.releases_per_day.map(|_| {
            self.counts(|more| Change::Releases {
                facility: self.origin.id.clone(),
                more,
            })
        });
        receivers.chain(origin).collect()
    }

    pub(super) fn days(&self) -> Vec<Candidate> {
        let offers = self.offers.iter().map(|offer| &offer.id);
        offers
            .flat_map(|offer| {
                let later = |days| Change::Later {
                    offer: offer.clone(),
                    days,
                };
                let sooner = |days| Change::Sooner {
                    offer: offer.clone(),
                    days,
                };
                [DAYS.map(later).to_vec(), DAYS.map(sooner).to_vec()]
            })
            .collect()
    }

    /// Hospitals that offer something, and not what a member needs.
    pub(super) fn new_beds(&self) -> Vec<Candidate> {
        let operation = self.planner.operation;
        let hospitals: BTreeSet<&FacilityId> = operation.offers.iter().map(|offer| &offer.facility).collect();
        let mut all = Vec::new();
        for facility in hospitals {
            let state = &operation.facilities[self.planner.places.facility(facility)].state;
            let agree = self
                .party
                .members
                .iter()
                .filter(|patient| patient.consent.allows(state));
            let wanted: BTreeSet<_> = agree.map(|patient| patient.specialty).collect();
            for specialty in wanted {
                let offered = |offer: &BedOffer| offer.facility == *facility && offer.specialty == specialty;
                if !operation.offers.iter().any(offered) {
                    all.push(self.counts(|beds| Change::NewBeds {
                        facility: facility.clone(),
                        specialty,
                        beds,
                    }));
                }
            }
        }
        all
    }

    /// Offers for others by age, sex, isolation or companions.
    pub(super) fn conditions(&self) -> Vec<Candidate> {
        let wider = |offer| BedOffer {
            age_from: None,
            age_to: None,
            sex: None,
            isolation: true,
            companions: None,
            ..offer
        };
        self.offers_if(wider, |offer| Change::Conditions {
            offer: offer.id.clone(),
        })
    }

    /// Offers that do not stand.
    pub(super) fn renewed(&self) -> Vec<Candidate> {
        let again = |offer| BedOffer {
            status: OfferStatus::Open,
            expires_at: None,
            ..offer
        };
        self.offers_if(again, |offer| Change::Renewed {
            offer: offer.id.clone(),
        })
    }

    /// Offers that do not fit anybody, and would if they were otherwise.
    fn offers_if(
        &self,
        otherwise: impl Fn(BedOffer) -> BedOffer,
        change: impl Fn(&BedOffer) -> Change,
    ) -> Vec<Candidate> {
        let operation = self.planner.operation;
        let fit = |offer: &BedOffer| {
            let mut members = self.party.members.iter();
            members.any(|patient| fits(operation, &self.planner.places, patient, offer).is_ok())
        };
        let offers = operation.offers.iter().filter(|offer| !fit(offer));
        let offers = offers.filter(|offer| fit(&otherwise((*offer).clone())));
        offers.map(|offer| vec![change(offer)]).collect()
    }

    pub(super) fn staging(&self) -> Vec<Candidate> {
        let hubs = self.hubs.iter().map(|hub| &hub.id);
        hubs.flat_map(|hub| {
            let places = self.counts(|more| Change::Staging {
                facility: hub.clone(),
                more,
            });
            let stays = HOURS.map(|hours| Change::LongerStay {
                facility: hub.clone(),
                hours,
            });
            [places, stays.to_vec()]
        })
        .collect()
    }

    pub(super) fn hours(&self) -> Vec<Candidate> {
        let closed = |hours: &Hours| *hours != Hours::Always;
        let doors = self
            .receivers
            .iter()
            .filter(|facility| closed(&facility.admission_hours));
        let admission = doors.map(|facility| {
            vec![Change::Admission {
                facility: facility.id.clone(),
            }]
        });
        let mut all: Vec<Candidate> = admission.collect();
        if closed(&self.origin.release_hours) {
            all.push(vec![Change::Release {
                facility: self.origin.id.clone(),
            }]);
        }
        all
    }
}
