//! What is not for those who run the operation to decide: treatment, and consent.

use std::collections::BTreeSet;

use airbridge_model::Patient;
use airbridge_units::PatientId;

use super::{Candidate, Looked};
use crate::explain::change::Change;

impl Looked<'_, '_> {
    pub(super) fn clinical(&self) -> Vec<Candidate> {
        let members = || self.party.members.iter();
        let mut all: Vec<Candidate> = Vec::new();
        let patients = || self.ids();
        let limited = |patient: &&Patient| {
            let limits = &patient.limits;
            limits.max_stops.is_some()
                || limits.max_flight.is_some()
                || limits.max_transit.is_some()
                || !limits.overnight
        };
        if members().any(limited) {
            all.push(vec![Change::Transit { patients: patients() }]);
        }
        if members().any(|patient| patient.collect_by.is_some() || patient.precedence.latest_useful_at.is_some()) {
            all.push(vec![Change::Deadline { patients: patients() }]);
        }
        if members().any(|patient| patient.cabin_limit.is_some()) {
            all.push(vec![Change::Cabin { patients: patients() }]);
        }
        all
    }

    /// States with offers that a member does not agree to.
    pub(super) fn consent(&self) -> Vec<Candidate> {
        let (planner, operation) = (self.planner, self.planner.operation);
        let mut all: Vec<Candidate> = Vec::new();
        let states = operation.offers.iter().map(|offer| {
            let facility = planner.places.facility(&offer.facility);
            &operation.facilities[facility].state
        });
        for state in states.collect::<BTreeSet<_>>() {
            let without = self
                .party
                .members
                .iter()
                .filter(|patient| !patient.consent.allows(state));
            let patients: Vec<PatientId> = without.map(|patient| patient.id.clone()).collect();
            if !patients.is_empty() {
                all.push(vec![Change::Consent {
                    patients,
                    state: state.clone(),
                }]);
            }
        }
        all
    }
}
