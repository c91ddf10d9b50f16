//! Airfields with their runways; facilities with their access; staging.

use std::collections::{BTreeMap, BTreeSet};

use airbridge_model::{Airfield, Facility, FieldAccess, Hours, Runway, Staging};
use airbridge_units::{AirfieldId, FacilityId, Feet, Metres, Position, StateCode};
use jiff::tz::TimeZone;

use super::references::References;
use super::row::{Located, Row, rows};
use super::settings::or_none;
use crate::findings::{Findings, cell, whole};
use crate::format::{AIRFIELDS, Need};
use crate::tables::shape::Shaped;
use crate::values::Problem;

/// Airfields by id: those of the catalogue that are `referred` to, and all that have a row, each with the runways of the operation or
/// else of the catalogue.
pub(crate) fn airfields(
    fields: &Shaped,
    strips: &Shaped,
    referred: &BTreeSet<String>,
    catalogue: &BTreeMap<AirfieldId, Airfield>,
    references: &References,
    findings: &Findings,
) -> Vec<Located<Airfield>> {
    let mut runways: BTreeMap<String, Vec<Runway>> = BTreeMap::new();
    for row in rows(strips, findings, |row| runway(row, references)) {
        let (airfield, runway) = row.value;
        runways.entry(airfield).or_default().push(runway);
    }
    let declared: BTreeSet<&str> = strips
        .rows
        .iter()
        .filter_map(|row| row.cells.first().map(String::as_str))
        .collect();
    let mut found = rows(fields, findings, |row| airfield(row, catalogue));
    let listed: BTreeSet<String> = fields
        .rows
        .iter()
        .filter_map(|row| row.cells.first().cloned())
        .collect();
    found.extend(
        referred
            .iter()
            .filter(|id| !listed.contains(*id))
            .filter_map(|id| catalogue.get(&AirfieldId::new(id)))
            .map(|known| Located {
                value: known.clone(),
                line: 0,
            }),
    );
    for field in &mut found {
        let id = field.value.id.as_str();
        if let Some(own) = runways.remove(id) {
            field.value.runways = own;
        } else if field.value.runways.is_empty() && strips.readable && !declared.contains(id) {
            let place = if field.line > 0 {
                cell(&fields.file, field.line, Some("airfield"))
            } else {
                whole(&strips.file)
            };
            findings.error(
                place,
                "airfield-without-runway",
                format!("{id} has no runway: nothing can land there"),
                "add its runways",
            );
        }
    }
    found.sort_by(|a, b| a.value.id.cmp(&b.value.id));
    found
}

fn runway(row: &Row<'_>, references: &References) -> (String, Runway) {
    let airfield = references.one(row, "airfield", "airfields").to_owned();
    let runway = Runway {
        id: row.text("runway").to_owned(),
        length: Metres(row.number("length_m")),
        surface: row.code("surface"),
        lit: row.flag("lit"),
        closed: row.flag("closed"),
    };
    (airfield, runway)
}

fn airfield(row: &Row<'_>, catalogue: &BTreeMap<AirfieldId, Airfield>) -> Airfield {
    let id = AirfieldId::new(row.id("airfield"));
    let known = catalogue.get(&id);
    if known.is_none() {
        for column in AIRFIELDS.columns {
            if column.need == Need::UnlessInCatalogue && !row.has(column.name) {
                row.missing(column.name);
            }
        }
    }
    let coordinates = (
        row.maybe_number("lat_deg").or(known.map(|known| known.position.lat())),
        row.maybe_number("lon_deg").or(known.map(|known| known.position.lon())),
    );
    let position = match coordinates {
        (Some(lat), Some(lon)) => Position::new(lat, lon),
        _ => None,
    };
    // A field that was moved takes the zone of its new place.
    let moved = row.has("lat_deg") || row.has("lon_deg");
    let same_place = known.is_some_and(|known| Some(known.position) == position);
    let zone = known.filter(|_| !moved || same_place).map(|known| known.zone.clone());
    let limit = |column: &str, own: Option<u32>| {
        if row.raw(column).eq_ignore_ascii_case("none") {
            None
        } else {
            row.maybe_count(column).or(own)
        }
    };
    let iata = match row.raw("iata") {
        "" => known.and_then(|known| known.iata.clone()),
        text => or_none(text, |text| Ok(text.to_owned())).unwrap_or_default(),
    };
    let above_isa_c = if row.raw("above_isa_c").eq_ignore_ascii_case("none") {
        None
    } else {
        row.maybe_number("above_isa_c")
            .or(known.and_then(|known| known.above_isa_c))
    };
    let name = match row.text("name") {
        "" => known.map(|known| known.name.clone()).unwrap_or_default(),
        name => name.to_owned(),
    };
    Airfield {
        iata,
        name,
        state: row
            .maybe_state("state")
            .or(known.map(|known| known.state.clone()))
            .unwrap_or_else(|| StateCode::new("")),
        position: position.unwrap_or_else(nowhere),
        elevation: row
            .maybe_feet("elevation_ft")
            .or(known.map(|known| known.elevation))
            .unwrap_or(Feet(0.0)),
        zone: row.zone(position, zone.as_ref()),
        runways: known.map(|known| known.runways.clone()).unwrap_or_default(),
        hours: row
            .maybe_hours("hours")
            .or(known.map(|known| known.hours.clone()))
            .unwrap_or(Hours::Always),
        fuel: row
            .maybe_flag("fuel")
            .or(known.map(|known| known.fuel))
            .unwrap_or_default(),
        slots_per_hour: limit("slots_per_hour", known.and_then(|known| known.slots_per_hour)),
        parking: limit("parking", known.and_then(|known| known.parking)),
        fire_cover: row
            .maybe_flag("fire_cover")
            .or(known.map(|known| known.fire_cover))
            .unwrap_or_default(),
        crew_rest: row
            .maybe_flag("crew_rest")
            .or(known.map(|known| known.crew_rest))
            .unwrap_or_default(),
        above_isa_c,
        id,
    }
}

fn nowhere() -> Position {
    Position::new(0.0, 0.0).expect("on Earth")
}

/// Facilities with the airfields that serve them.
pub(crate) fn facilities(
    table: &Shaped,
    access: &Shaped,
    references: &References,
    findings: &Findings,
) -> Vec<Located<Facility>> {
    let mut serving: BTreeMap<String, Vec<FieldAccess>> = BTreeMap::new();
    let declared: BTreeSet<&str> = access
        .rows
        .iter()
        .filter_map(|row| row.cells.first().map(String::as_str))
        .collect();
    let read = rows(access, findings, |row| {
        let facility = references.one(row, "facility", "facilities").to_owned();
        let airfield = AirfieldId::new(references.one(row, "airfield", "airfields"));
        let ground = row.minutes("ground_minutes");
        (facility, FieldAccess { airfield, ground })
    });
    for row in read {
        serving.entry(row.value.0).or_default().push(row.value.1);
    }
    let mut found = rows(table, findings, |row| {
        let position = row.maybe_position();
        let id = row.id("facility");
        if access.readable && !id.is_empty() && !declared.contains(id) {
            row.error(
                "facility",
                Problem::new(
                    "facility-without-airfield",
                    format!("no airfield serves {id:?}: nobody can leave or reach it by air"),
                    "add rows to facility_airfields",
                ),
            );
        }
        Facility {
            id: FacilityId::new(id),
            name: row.text("name").to_owned(),
            state: row.state("state"),
            city: row.text("city").to_owned(),
            position: position.unwrap_or_else(nowhere),
            zone: row.zone(position, None),
            access: serving.get(id).cloned().unwrap_or_default(),
            receives_per_day: row.maybe_count("receives_per_day"),
            releases_per_day: row.maybe_count("releases_per_day"),
            admission_hours: row.hours("admission_hours"),
            release_hours: row.hours("release_hours"),
        }
    });
    for facility in &mut found {
        facility.value.access.sort_by(|a, b| a.airfield.cmp(&b.airfield));
    }
    found.sort_by(|a, b| a.value.id.cmp(&b.value.id));
    found
}

/// Staging facilities.
pub(crate) fn staging(table: &Shaped, references: &References, findings: &Findings) -> Vec<Located<Staging>> {
    let mut found = rows(table, findings, |row| {
        let staging = Staging {
            facility: FacilityId::new(references.one(row, "facility", "facilities")),
            capacity: row.count("capacity"),
            max_stay: row.minutes("max_stay_minutes"),
            min_stay: row.minutes("min_stay_minutes"),
            intensive_care: row.flag("intensive_care"),
            isolation: row.flag("isolation"),
        };
        if staging.min_stay > staging.max_stay {
            row.error(
                "min_stay_minutes",
                Problem::new(
                    "limits-reversed",
                    format!(
                        "the least stay, {}, is longer than the longest, {}",
                        staging.min_stay, staging.max_stay
                    ),
                    "look which of the two is wrong",
                ),
            );
        }
        staging
    });
    found.sort_by(|a, b| a.value.facility.cmp(&b.value.facility));
    found
}

/// Zones of places by id, for local times.
pub(crate) fn zones<'a, T>(
    places: &'a [Located<T>],
    of: impl Fn(&'a T) -> (&'a str, &'a TimeZone),
) -> BTreeMap<&'a str, &'a TimeZone> {
    places.iter().map(|place| of(&place.value)).collect()
}
