//! What parties were promised, in the solver's terms.
//!
//! Promises have prices in the first tier, in thousandths of the weights of patients on time: so a promise is broken only where at least its price
//! is gained. The third tier counts how many are broken, for choices that gain the same.
//!
//! Where a party has been promised something, each way to the promised beds is offered several times: as promised, and with more and more changed, at the
//! price of the gravest change. Ways to other beds cost what another hospital or another country does.

use std::collections::BTreeMap;

use airbridge_progress::Promise;
pub(crate) use airbridge_progress::{ChangeKind, UNIT, promises};
use airbridge_units::{AircraftId, AirfieldId, FacilityId, PatientId, StateCode};
use jiff::civil::Date;

use crate::party::Party;

/// What a whole party was promised. Members ride together, so all but beds and prices are the first one's.
#[derive(Clone, Debug)]
pub(crate) struct PartyPromise {
    /// By member.
    pub(crate) facilities: Vec<FacilityId>,
    pub(crate) states: Vec<StateCode>,
    pub(crate) day: Date,
    pub(crate) lifts: Vec<(AircraftId, AirfieldId, AirfieldId)>,
    prices: BTreeMap<ChangeKind, i64>,
}

impl PartyPromise {
    /// `None` where nothing was promised to all of them.
    pub(crate) fn of(promises: &BTreeMap<PatientId, Promise>, party: &Party<'_>) -> Option<Self> {
        let each: Vec<&Promise> = party
            .members
            .iter()
            .map(|patient| promises.get(&patient.id))
            .collect::<Option<_>>()?;
        let first = each.first()?;
        Some(Self {
            facilities: each.iter().map(|promise| promise.facility.clone()).collect(),
            states: each.iter().map(|promise| promise.state.clone()).collect(),
            day: first.day,
            lifts: first.lifts.clone(),
            prices: ChangeKind::ALL
                .iter()
                .map(|&kind| (kind, each.iter().map(|promise| promise.price(kind)).sum()))
                .collect(),
        })
    }

    /// What a change costs the party.
    pub(crate) fn price(&self, kind: ChangeKind) -> i64 {
        self.prices[&kind]
    }
}
