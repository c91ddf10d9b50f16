//! Beds that were offered, and whether somebody lay in them.

use std::collections::BTreeMap;

use airbridge_model::{Facility, OfferStatus, Operation, Plan, Specialty};
use airbridge_units::FacilityId;
use jiff::Timestamp;
use jiff::civil::Date;

/// Beds in days: one bed offered on one day is one.
#[derive(Clone, Copy, PartialEq, Eq, Debug, Default)]
pub struct BedUse {
    /// Offered, on the days on which their offers take somebody.
    pub offered_days: u64,
    /// Of these, with somebody in them.
    pub used_days: u64,
}

impl BedUse {
    /// Offered and empty.
    pub const fn idle_days(self) -> u64 {
        self.offered_days.saturating_sub(self.used_days)
    }
}

/// Beds on the days, in the facility's zone, from that of one instant to that of another, both included. Who is in a bed is as `docs/rules.md`, rule 9.3,
/// has it; the door at home is no bed.
pub fn bed_use(operation: &Operation, plan: &Plan, from: Timestamp, to: Timestamp) -> BedUse {
    let facilities: BTreeMap<&FacilityId, &Facility> = operation
        .facilities
        .iter()
        .map(|facility| (&facility.id, facility))
        .collect();
    let mut found = BedUse::default();
    let mut spans = BTreeMap::new();
    for offer in &operation.offers {
        let Some(facility) = facilities.get(&offer.facility) else {
            continue;
        };
        if offer.specialty == Specialty::Home || offer.status != OfferStatus::Open {
            continue;
        }
        let local = |at: Timestamp| at.to_zoned(facility.zone.clone()).date();
        let first = offer.from.max(local(from));
        let last = offer.to.min(local(to));
        if first > last {
            continue;
        }
        found.offered_days += u64::from(offer.beds) * days(first, last);
        spans.insert(&offer.id, (first, last, facility, offer));
    }
    for journey in plan.journeys.iter().filter(|journey| journey.arrives_at <= to) {
        let Some((first, last, facility, offer)) = spans.get(&journey.offer) else {
            continue;
        };
        let patient = operation
            .patients
            .binary_search_by(|patient| patient.id.cmp(&journey.patient));
        let stay = operation.stay_days(patient.ok().map(|at| &operation.patients[at]), offer);
        let arrival = journey.arrives_at.to_zoned(facility.zone.clone()).date();
        let leaves = arrival
            .checked_add(jiff::Span::new().days(i64::from(stay) - 1))
            .unwrap_or(*last);
        let (in_bed, out) = (arrival.max(*first), leaves.min(*last));
        if in_bed <= out {
            found.used_days += days(in_bed, out);
        }
    }
    found
}

fn days(first: Date, last: Date) -> u64 {
    let days = last.duration_since(first).as_hours() / 24 + 1;
    u64::try_from(days).unwrap_or(0)
}
