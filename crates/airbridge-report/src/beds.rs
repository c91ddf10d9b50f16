//! Use of beds: per offer and day, as the plan fills them.

use std::collections::BTreeMap;

use airbridge_model::{BedOffer, Facility, Journey};
use jiff::ToSpan;
use jiff::civil::Date;
use jiff::tz::TimeZone;

use crate::facts::Facts;
use crate::times::day_in;

/// One offer and what the plan takes of it.
pub(crate) struct BedUse<'a> {
    pub(crate) offer: &'a BedOffer,
    pub(crate) facility: Option<&'a Facility>,
    /// Patients whom the plan places under the offer.
    pub(crate) placed: u32,
    /// Of these, how many arrive on a day, in the facility's zone.
    pub(crate) arrivals: BTreeMap<Date, u32>,
    /// Beds in use on a day, for days within the offer on which there are any.
    pub(crate) in_use: BTreeMap<Date, u32>,
}

impl BedUse<'_> {
    /// Most beds in use on one day.
    pub(crate) fn peak(&self) -> u32 {
        self.in_use.values().copied().max().unwrap_or(0)
    }
}

/// Every offer of the operation, by facility, then by id.
pub(crate) fn bed_use<'a>(facts: &Facts<'a>) -> Vec<BedUse<'a>> {
    let mut journeys: BTreeMap<_, Vec<&Journey>> = BTreeMap::new();
    for journey in &facts.plan.journeys {
        journeys.entry(&journey.offer).or_default().push(journey);
    }
    let mut offers: Vec<&BedOffer> = facts.operation.offers.iter().collect();
    offers.sort_by(|a, b| (&a.facility, &a.id).cmp(&(&b.facility, &b.id)));
    offers
        .into_iter()
        .map(|offer| {
            let placed = journeys.get(&offer.id).map_or(&[][..], Vec::as_slice);
            one(facts, offer, placed)
        })
        .collect()
}

fn one<'a>(facts: &Facts<'a>, offer: &'a BedOffer, placed: &[&Journey]) -> BedUse<'a> {
    let facility = facts.index.facility(&offer.facility);
    let zone = facility.map_or(TimeZone::UTC, |facility| facility.zone.clone());
    let mut arrivals = BTreeMap::new();
    let mut in_use = BTreeMap::new();
    for journey in placed {
        let arrival = day_in(journey.arrives_at, &zone);
        *arrivals.entry(arrival).or_insert(0) += 1;
        let stay = facts.operation.stay_days(facts.index.patient(&journey.patient), offer);
        let mut day = arrival;
        for _ in 0..stay {
            if day > offer.to {
                break;
            }
            *in_use.entry(day).or_insert(0) += 1;
            let Ok(next) = day.checked_add(1.day()) else { break };
            day = next;
        }
    }
    BedUse {
        offer,
        facility,
        placed: u32::try_from(placed.len()).unwrap_or(u32::MAX),
        arrivals,
        in_use,
    }
}
