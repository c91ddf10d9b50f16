//! Aircraft types, configurations, aircraft, crews as rows.

use airbridge_model::{AircraftType, Operation};
use airbridge_units::{AircraftId, ConfigurationId};

use super::{Detail, Sheet, codes, feet, kilograms, minutes};
use crate::catalogue::catalogue_aircraft_types;
use crate::format::{AIRCRAFT, AIRCRAFT_TYPES, CONFIGURATIONS, CREWS};

/// Whether the catalogue has the same type, configurations aside.
fn is_known(kind: &AircraftType, detail: Detail) -> bool {
    detail == Detail::ByReference
        && catalogue_aircraft_types().get(&kind.id).is_some_and(|known| {
            let own = AircraftType {
                configurations: known.configurations.clone(),
                ..kind.clone()
            };
            own == *known
        })
}

pub(crate) fn aircraft_types(operation: &Operation, detail: Detail) -> Sheet {
    // A known type that no aircraft is of is named by its id alone.
    let used = |kind: &AircraftType| {
        operation
            .aircraft
            .iter()
            .any(|aircraft| aircraft.aircraft_type == kind.id)
    };
    let rows = operation
        .aircraft_types
        .iter()
        .map(|kind| (kind, is_known(kind, detail)))
        .filter(|(kind, known)| !known || !used(kind));
    Sheet::of(&AIRCRAFT_TYPES, rows, |row, (kind, known)| {
        row.set("type", &kind.id);
        if known {
            return;
        }
        let points: Vec<String> = kind
            .range
            .iter()
            .map(|point| format!("{}:{}", point.payload.get(), point.range.get()))
            .collect();
        row.set("name", &kind.name)
            .set("cruise_kt", kind.cruise.get())
            .set("range_points", points.join("; "))
            .set("fuel_kg_per_hour", kilograms(kind.fuel_per_hour))
            .set("runway_m", kind.runway.get())
            .set("surfaces", codes(&kind.surfaces))
            .flag("pressurised", kind.pressurised)
            .set("lowest_cabin_ft", feet(kind.lowest_cabin))
            .set("cost_per_hour", kind.cost_per_hour)
            .set("source", &kind.source);
    })
}

pub(crate) fn configurations(operation: &Operation, detail: Detail) -> Sheet {
    let rows = operation
        .aircraft_types
        .iter()
        .filter(|kind| {
            detail == Detail::Full
                || catalogue_aircraft_types()
                    .get(&kind.id)
                    .is_none_or(|known| known.configurations != kind.configurations)
        })
        .flat_map(|kind| {
            kind.configurations
                .iter()
                .map(move |configuration| (kind, configuration))
        });
    Sheet::of(&CONFIGURATIONS, rows, |row, (kind, configuration)| {
        row.set("type", &kind.id)
            .set("configuration", &configuration.id)
            .set("litters", configuration.litters)
            .set("intensive_care", configuration.intensive_care)
            .set("seats", configuration.seats)
            .set("isolation_units", configuration.isolation_units)
            .set("isolation_bay", configuration.isolation_bay)
            .set("changeover_minutes", minutes(configuration.changeover))
            .set("source", &configuration.source);
    })
}

pub(crate) fn aircraft(operation: &Operation) -> Sheet {
    Sheet::of(&AIRCRAFT, &operation.aircraft, |row, aircraft| {
        let configurations: Vec<&str> = aircraft.configurations.iter().map(ConfigurationId::as_str).collect();
        row.set("aircraft", &aircraft.id)
            .set("type", &aircraft.aircraft_type)
            .set("operator", &aircraft.operator)
            .set("state", &aircraft.state)
            .set("base", &aircraft.base)
            .set("available_from", aircraft.available_from)
            .set("available_to", aircraft.available_to)
            .set("departure_hours", &aircraft.departure_hours)
            .set("configurations", configurations.join("; "))
            .maybe("standing_configuration", aircraft.standing.as_ref())
            .maybe("max_missions", aircraft.max_missions)
            .maybe("cost_per_hour", aircraft.cost_per_hour);
    })
}

pub(crate) fn crews(operation: &Operation) -> Sheet {
    Sheet::of(&CREWS, &operation.crews, |row, crew| {
        let aircraft: Vec<&str> = crew.aircraft.iter().map(AircraftId::as_str).collect();
        row.set("crew", &crew.id)
            .set("role", crew.role.code())
            .set("aircraft", aircraft.join("; "))
            .set("base", &crew.base)
            .set("rules", &crew.rules)
            .set("extra_pilots", crew.extra_pilots)
            .maybe("rest_class", crew.rest_class.map(airbridge_model::RestClass::code))
            .set("available_from", crew.available_from)
            .set("available_to", crew.available_to)
            .set("critical_points", crew.critical_points)
            .set("nursing_points", crew.nursing_points)
            .set("persons", crew.persons);
    })
}
