//! Aircraft types with their configurations; aircraft; crews.

use std::collections::{BTreeMap, BTreeSet};

use airbridge_model::{Aircraft, AircraftType, Configuration, Crew, CrewRole, Horizon};
use airbridge_units::{
    AircraftId, AircraftTypeId, AirfieldId, ConfigurationId, CrewId, Feet, Kilograms, Knots, Metres, OperatorId,
    RuleSetId,
};
use jiff::tz::TimeZone;

use super::references::References;
use super::row::{Located, Row, rows};
use crate::findings::{Findings, cell, whole};
use crate::format::{AIRCRAFT_TYPES, Need};
use crate::nearest::hint;
use crate::tables::shape::Shaped;
use crate::values::{Problem, quote, shapes};

/// Types by id: those of the catalogue that are `referred` to, and all that have a row, each with the configurations of the operation
/// or else of the catalogue.
pub(crate) fn aircraft_types(
    types: &Shaped,
    cabins: &Shaped,
    referred: &BTreeSet<String>,
    catalogue: &BTreeMap<AircraftTypeId, AircraftType>,
    references: &References,
    findings: &Findings,
) -> Vec<Located<AircraftType>> {
    let mut configurations: BTreeMap<String, Vec<Configuration>> = BTreeMap::new();
    for row in rows(cabins, findings, |row| configuration(row, references)) {
        let (id, configuration) = row.value;
        configurations.entry(id).or_default().push(configuration);
    }
    let declared: BTreeSet<&str> = cabins
        .rows
        .iter()
        .filter_map(|row| row.cells.first().map(String::as_str))
        .collect();
    let mut found = rows(types, findings, |row| aircraft_type(row, catalogue));
    let listed: BTreeSet<String> = types.rows.iter().filter_map(|row| row.cells.first().cloned()).collect();
    found.extend(
        referred
            .iter()
            .filter(|id| !listed.contains(*id))
            .filter_map(|id| catalogue.get(&AircraftTypeId::new(id)))
            .map(|known| Located {
                value: known.clone(),
                line: 0,
            }),
    );
    for kind in &mut found {
        let id = kind.value.id.as_str();
        if let Some(own) = configurations.remove(id) {
            kind.value.configurations = own;
        } else if kind.value.configurations.is_empty() && cabins.readable && !declared.contains(id) {
            let place = if kind.line > 0 {
                cell(&types.file, kind.line, Some("type"))
            } else {
                whole(&cabins.file)
            };
            findings.error(
                place,
                "type-without-configuration",
                format!("{id} has no configuration: it carries nobody"),
                "add rows to configurations",
            );
        }
    }
    found.sort_by(|a, b| a.value.id.cmp(&b.value.id));
    found
}

fn configuration(row: &Row<'_>, references: &References) -> (String, Configuration) {
    let id = references.one(row, "type", "aircraft_types").to_owned();
    let configuration = Configuration {
        id: ConfigurationId::new(row.id("configuration")),
        litters: row.count("litters"),
        intensive_care: row.count("intensive_care"),
        seats: row.count("seats"),
        isolation_units: row.count("isolation_units"),
        isolation_bay: row.count("isolation_bay"),
        changeover: row.minutes("changeover_minutes"),
        source: row.text("source").to_owned(),
    };
    if configuration.intensive_care > configuration.litters {
        row.error(
            "intensive_care",
            Problem::new(
                "more-stations-than-litters",
                format!(
                    "{} intensive-care stations on {} litters",
                    configuration.intensive_care, configuration.litters
                ),
                "litters include the stations: raise litters or lower intensive_care",
            ),
        );
    }
    let isolation = configuration.isolation_units + configuration.isolation_bay;
    let places = configuration.litters + configuration.seats;
    if isolation > places {
        row.error(
            "isolation_units",
            Problem::new(
                "more-isolation-than-places",
                format!("{isolation} isolation places among {places} litters and seats"),
                "who is isolated takes a litter or a seat as well",
            ),
        );
    }
    if places == 0 {
        row.warn(
            "litters",
            Problem::new(
                "empty-configuration",
                "has neither litters nor seats",
                "it carries nobody",
            ),
        );
    }
    (id, configuration)
}

fn aircraft_type(row: &Row<'_>, catalogue: &BTreeMap<AircraftTypeId, AircraftType>) -> AircraftType {
    let id = AircraftTypeId::new(row.id("type"));
    let known = catalogue.get(&id);
    if known.is_none() {
        for column in AIRCRAFT_TYPES.columns {
            if column.need == Need::UnlessInCatalogue && !row.has(column.name) {
                row.missing(column.name);
            }
        }
    }
    let number = |column: &str, own: Option<f64>| row.maybe_number(column).or(own).unwrap_or_default();
    let surfaces = if row.has("surfaces") {
        row.codes("surfaces")
    } else {
        known.map(|known| known.surfaces.clone()).unwrap_or_default()
    };
    let name = match (row.text("name"), known) {
        ("", Some(known)) => known.name.clone(),
        ("", None) => id.as_str().to_owned(),
        (name, _) => name.to_owned(),
    };
    let source = match (row.text("source"), known) {
        ("", Some(known)) => known.source.clone(),
        (source, _) => source.to_owned(),
    };
    AircraftType {
        name,
        cruise: Knots(number("cruise_kt", known.map(|known| known.cruise.get()))),
        range: row
            .parsed("range_points", shapes::range_curve)
            .or(known.map(|known| known.range.clone()))
            .unwrap_or_default(),
        fuel_per_hour: Kilograms(number("fuel_kg_per_hour", known.map(|known| known.fuel_per_hour.get()))),
        runway: Metres(number("runway_m", known.map(|known| known.runway.get()))),
        surfaces,
        pressurised: row
            .maybe_flag("pressurised")
            .or(known.map(|known| known.pressurised))
            .unwrap_or_default(),
        lowest_cabin: Feet(number("lowest_cabin_ft", known.map(|known| known.lowest_cabin.get()))),
        cost_per_hour: number("cost_per_hour", known.map(|known| known.cost_per_hour)),
        configurations: known.map(|known| known.configurations.clone()).unwrap_or_default(),
        source,
        id,
    }
}

/// What local times and references of aircraft and crews are read against.
pub(crate) struct Bases<'a> {
    pub(crate) zones: BTreeMap<&'a str, &'a TimeZone>,
    pub(crate) horizon: Horizon,
}

impl Bases<'_> {
    fn zone(&self, airfield: &str) -> TimeZone {
        self.zones.get(airfield).map_or(TimeZone::UTC, |zone| (*zone).clone())
    }
}

/// Aircraft.
pub(crate) fn aircraft(
    table: &Shaped,
    types: &[Located<AircraftType>],
    bases: &Bases<'_>,
    references: &References,
    findings: &Findings,
) -> Vec<Located<Aircraft>> {
    let types: BTreeMap<&str, &AircraftType> = types.iter().map(|kind| (kind.value.id.as_str(), &kind.value)).collect();
    let mut found = rows(table, findings, |row| {
        let base = references.one(row, "base", "airfields");
        let kind = references.one(row, "type", "aircraft_types");
        let zone = bases.zone(base);
        let known = types.get(kind);
        let configurations = row.ids("configurations");
        for id in &configurations {
            check_configuration(row, "configurations", known.copied(), id);
        }
        let standing = Some(row.text("standing_configuration")).filter(|id| !id.is_empty());
        if let Some(id) = standing {
            check_configuration(row, "standing_configuration", known.copied(), id);
        }
        let aircraft = Aircraft {
            id: AircraftId::new(row.id("aircraft")),
            aircraft_type: AircraftTypeId::new(kind),
            operator: OperatorId::new(row.text("operator")),
            state: row.state("state"),
            base: AirfieldId::new(base),
            available_from: row.maybe_instant("available_from", &zone).unwrap_or(bases.horizon.from),
            available_to: row.maybe_instant("available_to", &zone).unwrap_or(bases.horizon.to),
            departure_hours: row.hours("departure_hours"),
            configurations: configurations.into_iter().map(ConfigurationId::new).collect(),
            standing: standing.map(ConfigurationId::new),
            max_missions: row.maybe_count("max_missions"),
            cost_per_hour: row.maybe_number("cost_per_hour"),
        };
        row.available(aircraft.available_from, aircraft.available_to);
        aircraft
    });
    found.sort_by(|a, b| a.value.id.cmp(&b.value.id));
    found
}

fn check_configuration(row: &Row<'_>, column: &str, kind: Option<&AircraftType>, id: &str) {
    let Some(kind) = kind else {
        return;
    };
    let known = || {
        kind.configurations
            .iter()
            .map(|configuration| configuration.id.as_str())
    };
    // A type whose configurations are all bad was reported.
    if !kind.configurations.is_empty() && !known().any(|known| known == id) {
        let all: Vec<&str> = known().collect();
        row.error(
            column,
            Problem::new(
                "unknown-id",
                format!("{} is no configuration of {}", quote(id), kind.id),
                hint(id, known(), &format!("write one of: {}", all.join("; "))),
            ),
        );
    }
}

/// Crews.
pub(crate) fn crews(
    table: &Shaped,
    bases: &Bases<'_>,
    references: &References,
    findings: &Findings,
) -> Vec<Located<Crew>> {
    let mut found = rows(table, findings, |row| {
        let base = references.one(row, "base", "airfields");
        let zone = bases.zone(base);
        let aircraft = references.many(row, "aircraft", "aircraft");
        if aircraft.is_empty() && row.has("aircraft") {
            row.missing("aircraft");
        }
        let crew = Crew {
            id: CrewId::new(row.id("crew")),
            role: row.code("role"),
            aircraft: aircraft.into_iter().map(AircraftId::new).collect(),
            base: AirfieldId::new(base),
            rules: RuleSetId::new(references.one(row, "rules", "policy.duty")),
            extra_pilots: row.count("extra_pilots"),
            rest_class: row.maybe_code("rest_class"),
            available_from: row.maybe_instant("available_from", &zone).unwrap_or(bases.horizon.from),
            available_to: row.maybe_instant("available_to", &zone).unwrap_or(bases.horizon.to),
            critical_points: row.count("critical_points"),
            nursing_points: row.count("nursing_points"),
            persons: row.count("persons"),
        };
        row.available(crew.available_from, crew.available_to);
        check_role(row, &crew);
        crew
    });
    found.sort_by(|a, b| a.value.id.cmp(&b.value.id));
    found
}

fn check_role(row: &Row<'_>, crew: &Crew) {
    if !row.has("role") {
        return;
    }
    match crew.role {
        CrewRole::Medical => {
            for column in ["critical_points", "nursing_points"] {
                if !row.has(column) {
                    row.missing(column);
                }
            }
            if crew.extra_pilots > 0 {
                row.error(
                    "extra_pilots",
                    Problem::new("wrong-role", "a medical team has no pilots", "leave the cell empty"),
                );
            }
        }
        CrewRole::Flight => {
            for (column, points) in [
                ("critical_points", crew.critical_points),
                ("nursing_points", crew.nursing_points),
            ] {
                if points > 0 {
                    row.error(
                        column,
                        Problem::new(
                            "wrong-role",
                            "a flight crew gives no care",
                            "leave the cell empty, or add a medical team",
                        ),
                    );
                }
            }
        }
    }
    match (crew.extra_pilots, crew.rest_class) {
        (0, Some(_)) => row.error(
            "rest_class",
            Problem::new(
                "rest-without-pilots",
                "a rest class without extra pilots",
                "leave it empty, or fill in extra_pilots",
            ),
        ),
        (1.., None) => row.error(
            "rest_class",
            Problem::new(
                "pilots-without-rest",
                "extra pilots, and nowhere to rest",
                "fill in the rest class on board",
            ),
        ),
        _ => {}
    }
}
