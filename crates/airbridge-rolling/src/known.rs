//! What is known when: a request from its clock's start, a group with the last of its members, beds some days before they are offered.
//!
//! Everything else of the tables (fields, aircraft, crews, clearances, closures) is known from the first day on.

use std::collections::BTreeMap;

use airbridge_model::{BedOffer, Event, Happening, Operation, Patient};
use airbridge_units::{FacilityId, GroupId, PatientId};
use jiff::Timestamp;
use jiff::tz::TimeZone;

use crate::Settings;

/// The operation as it is known at the begin.
pub(crate) fn at(operation: &Operation, settings: &Settings) -> Operation {
    let asked = asked_at(operation);
    let zones = zones(operation);
    let mut known = operation.clone();
    known.planned_at = settings.from;
    known.patients.retain(|patient| asked[&patient.id] <= settings.from);
    known
        .offers
        .retain(|offer| told_at(offer, &zones, settings) <= settings.from);
    known.digest = airbridge_interchange::digest(&known);
    known
}

/// What becomes known after an instant, up to and at another.
pub(crate) fn between(operation: &Operation, settings: &Settings, from: Timestamp, to: Timestamp) -> Vec<Event> {
    let zones = zones(operation);
    let within = |at: Timestamp| from < at && at <= to;
    let asked = asked_at(operation);
    let requests = operation.patients.iter().map(|patient| {
        let what = Happening::Requested {
            patient: Box::new(patient.clone()),
        };
        (asked[&patient.id], what)
    });
    let offers = operation.offers.iter().map(|offer| {
        let what = Happening::BedsOffered {
            offer: Box::new(offer.clone()),
        };
        (told_at(offer, &zones, settings), what)
    });
    requests
        .chain(offers)
        .filter(|(at, _)| within(*at))
        .map(|(at, what)| Event {
            at,
            source: "the operation's tables".to_owned(),
            note: String::new(),
            what,
        })
        .collect()
}

/// When each request is known. Those who travel together are asked for together.
fn asked_at(operation: &Operation) -> BTreeMap<&PatientId, Timestamp> {
    let clock = |patient: &Patient| patient.precedence.clock_start_at;
    let mut groups: BTreeMap<&GroupId, Timestamp> = BTreeMap::new();
    for patient in &operation.patients {
        if let Some(group) = &patient.group {
            let last = groups.entry(group).or_insert_with(|| clock(patient));
            *last = clock(patient).max(*last);
        }
    }
    operation
        .patients
        .iter()
        .map(|patient| {
            let group = patient.group.as_ref().map(|group| groups[group]);
            (&patient.id, group.unwrap_or_else(|| clock(patient)))
        })
        .collect()
}

fn zones(operation: &Operation) -> BTreeMap<&FacilityId, &TimeZone> {
    operation
        .facilities
        .iter()
        .map(|facility| (&facility.id, &facility.zone))
        .collect()
}

fn told_at(offer: &BedOffer, zones: &BTreeMap<&FacilityId, &TimeZone>, settings: &Settings) -> Timestamp {
    let zone = zones.get(&offer.facility).map_or(TimeZone::UTC, |zone| (*zone).clone());
    let first = offer.from.to_zoned(zone).map(|midnight| midnight.timestamp());
    let first = first.unwrap_or(settings.from);
    first.saturating_sub(settings.bed_notice).unwrap_or(first)
}
