//! Facilities, staging, airfields, runways as rows.

use std::collections::BTreeSet;

use airbridge_model::{Airfield, Closed, Operation};
use airbridge_units::AirfieldId;

use super::{Detail, Sheet, feet, minutes};
use crate::catalogue::catalogue_airfields;
use crate::format::{AIRFIELDS, FACILITIES, FACILITY_AIRFIELDS, RUNWAYS, STAGING};

pub(crate) fn facilities(operation: &Operation) -> Sheet {
    Sheet::of(&FACILITIES, &operation.facilities, |row, facility| {
        row.set("facility", &facility.id)
            .set("name", &facility.name)
            .set("state", &facility.state)
            .set("city", &facility.city)
            .set("lat_deg", facility.position.lat())
            .set("lon_deg", facility.position.lon())
            .maybe("zone", facility.zone.iana_name())
            .maybe("receives_per_day", facility.receives_per_day)
            .maybe("releases_per_day", facility.releases_per_day)
            .set("admission_hours", &facility.admission_hours)
            .set("release_hours", &facility.release_hours);
    })
}

pub(crate) fn facility_airfields(operation: &Operation) -> Sheet {
    let rows = operation
        .facilities
        .iter()
        .flat_map(|facility| facility.access.iter().map(move |access| (facility, access)));
    Sheet::of(&FACILITY_AIRFIELDS, rows, |row, (facility, access)| {
        row.set("facility", &facility.id)
            .set("airfield", &access.airfield)
            .set("ground_minutes", minutes(access.ground));
    })
}

pub(crate) fn staging(operation: &Operation) -> Sheet {
    Sheet::of(&STAGING, &operation.staging, |row, staging| {
        row.set("facility", &staging.facility)
            .set("capacity", staging.capacity)
            .set("max_stay_minutes", minutes(staging.max_stay))
            .set("min_stay_minutes", minutes(staging.min_stay))
            .flag("intensive_care", staging.intensive_care)
            .flag("isolation", staging.isolation);
    })
}

/// How an airfield stands in the catalogue.
fn known(field: &Airfield, detail: Detail) -> Known {
    match catalogue_airfields().get(&field.id) {
        _ if detail == Detail::Full => Known::Not,
        None => Known::Not,
        Some(known) => {
            let own = Airfield {
                runways: known.runways.clone(),
                ..field.clone()
            };
            if own == *known { Known::Same } else { Known::Otherwise }
        }
    }
}

#[derive(Clone, Copy, PartialEq, Eq)]
enum Known {
    Not,
    Same,
    Otherwise,
}

/// Airfields that other rows name.
fn referred(operation: &Operation) -> BTreeSet<&AirfieldId> {
    let access = operation
        .facilities
        .iter()
        .flat_map(|facility| &facility.access)
        .map(|access| &access.airfield);
    let bases = operation.aircraft.iter().map(|aircraft| &aircraft.base);
    let homes = operation.crews.iter().map(|crew| &crew.base);
    let closed = operation.closures.iter().filter_map(|closure| match &closure.what {
        Closed::Airfield(airfield) => Some(airfield),
        Closed::Airspace(_) => None,
    });
    let routes = operation.routes.iter().flat_map(|route| [&route.from, &route.to]);
    access.chain(bases).chain(homes).chain(closed).chain(routes).collect()
}

pub(crate) fn airfields(operation: &Operation, detail: Detail) -> Sheet {
    let referred = referred(operation);
    let rows = operation
        .airfields
        .iter()
        .map(|field| (field, known(field, detail)))
        .filter(|(field, known)| *known != Known::Same || !referred.contains(&field.id));
    Sheet::of(&AIRFIELDS, rows, |row, (field, known)| {
        row.set("airfield", &field.id);
        if known == Known::Same {
            return;
        }
        row.set("name", &field.name)
            .set("state", &field.state)
            .set("lat_deg", field.position.lat())
            .set("lon_deg", field.position.lon())
            .set("elevation_ft", feet(field.elevation))
            .maybe("zone", field.zone.iana_name())
            .set("hours", &field.hours)
            .flag("fuel", field.fuel)
            .or_none("iata", field.iata.as_ref())
            .or_none("slots_per_hour", field.slots_per_hour)
            .or_none("parking", field.parking)
            .flag("fire_cover", field.fire_cover)
            .flag("crew_rest", field.crew_rest)
            .or_none("above_isa_c", field.above_isa_c);
    })
}

pub(crate) fn runways(operation: &Operation, detail: Detail) -> Sheet {
    let rows = operation
        .airfields
        .iter()
        .filter(|field| {
            detail == Detail::Full
                || catalogue_airfields()
                    .get(&field.id)
                    .is_none_or(|known| known.runways != field.runways)
        })
        .flat_map(|field| field.runways.iter().map(move |runway| (field, runway)));
    Sheet::of(&RUNWAYS, rows, |row, (field, runway)| {
        row.set("airfield", &field.id)
            .set("runway", &runway.id)
            .set("length_m", runway.length.get())
            .set("surface", runway.surface.code())
            .flag("lit", runway.lit)
            .flag("closed", runway.closed);
    })
}
