//! What an operation works with, as a map, a timeline and a cabin show it: places, aircraft and crews, and nobody who is moved.

use airbridge_app::About;
use airbridge_disclosure::{Mask, Operation as Row};
use airbridge_events::{OperationId, Record};
use airbridge_model::{Aircraft, Airfield, Crew, Facility, Operation};
use airbridge_units::Position;
use jiff::Timestamp;
use jiff::tz::TimeZone;
use serde::Serialize;
use utoipa::ToSchema;

use crate::answer::Tagged;
use crate::caller::Caller;
use crate::parts::Id;
use crate::problem::{Answer, Problem};
use crate::secured::Routes;
use crate::spec::Spec;

pub(crate) fn add(routes: Routes) -> Routes {
    let read = Spec::get(
        "/api/v1/operations/{op}/network",
        "Airfields, facilities, aircraft and crews of an operation, as its tables now have them",
    );
    routes.secured(Row::OperationRead, read.answers::<NetworkView>(), network)
}

/// What an operation works with; empty where it has no tables yet.
#[derive(Serialize, ToSchema)]
struct NetworkView {
    operation: String,
    /// The operation's, as in its ETag.
    version: u64,
    horizon: Option<HorizonView>,
    airfields: Vec<AirfieldView>,
    facilities: Vec<FacilityView>,
    aircraft: Vec<AircraftView>,
    crews: Vec<CrewView>,
}

/// When an operation takes place.
#[derive(Serialize, ToSchema)]
struct HorizonView {
    #[schema(value_type = String, format = DateTime)]
    from: Timestamp,
    #[schema(value_type = String, format = DateTime)]
    to: Timestamp,
}

/// An airfield.
#[derive(Serialize, ToSchema)]
struct AirfieldView {
    id: String,
    iata: Option<String>,
    name: String,
    /// ISO 3166-1 alpha-2.
    state: String,
    latitude: f64,
    longitude: f64,
    /// By its IANA name.
    zone: String,
    elevation_ft: f64,
    fuel: bool,
}

/// A hospital, a staging facility or a collecting point.
#[derive(Serialize, ToSchema)]
struct FacilityView {
    id: String,
    name: String,
    /// ISO 3166-1 alpha-2.
    state: String,
    city: String,
    latitude: f64,
    longitude: f64,
    /// By its IANA name.
    zone: String,
    is_staging: bool,
    /// Patients who may wait there at once; none where it is not for staging.
    staging_places: Option<u32>,
    /// Airfields by which it is served.
    airfields: Vec<AccessView>,
}

/// The way from a facility to an airfield.
#[derive(Serialize, ToSchema)]
struct AccessView {
    airfield: String,
    ground_minutes: i64,
}

/// An aircraft.
#[derive(Serialize, ToSchema)]
struct AircraftView {
    id: String,
    #[serde(rename = "type")]
    aircraft_type: String,
    type_name: String,
    operator: String,
    /// Of registration, ISO 3166-1 alpha-2.
    state: String,
    base: String,
    #[schema(value_type = String, format = DateTime)]
    available_from: Timestamp,
    #[schema(value_type = String, format = DateTime)]
    available_to: Timestamp,
    /// The configuration in which it stands.
    standing: Option<String>,
    configurations: Vec<ConfigurationView>,
}

/// A cabin, with its places by kind.
#[derive(Serialize, ToSchema)]
struct ConfigurationView {
    id: String,
    litters: u32,
    /// Of the litters, for intensive care.
    intensive_care: u32,
    seats: u32,
    isolation_units: u32,
    isolation_bay: u32,
}

/// A flight crew or a medical team.
#[derive(Serialize, ToSchema)]
struct CrewView {
    id: String,
    /// `flight` or `medical`.
    role: &'static str,
    /// Aircraft on which it works; empty: on any.
    aircraft: Vec<String>,
    base: String,
    #[schema(value_type = String, format = DateTime)]
    available_from: Timestamp,
    #[schema(value_type = String, format = DateTime)]
    available_to: Timestamp,
    persons: u32,
    critical_points: u32,
    nursing_points: u32,
}

impl From<&Airfield> for AirfieldView {
    fn from(field: &Airfield) -> Self {
        let (latitude, longitude) = degrees(field.position);
        Self {
            id: field.id.to_string(),
            iata: field.iata.clone(),
            name: field.name.clone(),
            state: field.state.to_string(),
            latitude,
            longitude,
            zone: name(&field.zone),
            elevation_ft: field.elevation.get(),
            fuel: field.fuel,
        }
    }
}

impl FacilityView {
    fn of(operation: &Operation, facility: &Facility) -> Self {
        let staging = operation.staging.iter().find(|staging| staging.facility == facility.id);
        let (latitude, longitude) = degrees(facility.position);
        let access = facility.access.iter().map(|access| AccessView {
            airfield: access.airfield.to_string(),
            ground_minutes: access.ground.get(),
        });
        Self {
            id: facility.id.to_string(),
            name: facility.name.clone(),
            state: facility.state.to_string(),
            city: facility.city.clone(),
            latitude,
            longitude,
            zone: name(&facility.zone),
            is_staging: staging.is_some(),
            staging_places: staging.map(|staging| staging.capacity),
            airfields: access.collect(),
        }
    }
}

impl AircraftView {
    fn of(operation: &Operation, aircraft: &Aircraft) -> Self {
        let mut types = operation.aircraft_types.iter();
        let known = types.find(|known| known.id == aircraft.aircraft_type);
        let all = known.into_iter().flat_map(|known| &known.configurations);
        // An aircraft that names none takes all of its type.
        let named = &aircraft.configurations;
        let configurations = all.filter(|one| named.is_empty() || named.contains(&one.id));
        let configurations = configurations.map(|configuration| ConfigurationView {
            id: configuration.id.to_string(),
            litters: configuration.litters,
            intensive_care: configuration.intensive_care,
            seats: configuration.seats,
            isolation_units: configuration.isolation_units,
            isolation_bay: configuration.isolation_bay,
        });
        Self {
            id: aircraft.id.to_string(),
            aircraft_type: aircraft.aircraft_type.to_string(),
            type_name: known.map_or_else(String::new, |known| known.name.clone()),
            operator: aircraft.operator.to_string(),
            state: aircraft.state.to_string(),
            base: aircraft.base.to_string(),
            available_from: aircraft.available_from,
            available_to: aircraft.available_to,
            standing: aircraft.standing.as_ref().map(ToString::to_string),
            configurations: configurations.collect(),
        }
    }
}

impl From<&Crew> for CrewView {
    fn from(crew: &Crew) -> Self {
        Self {
            id: crew.id.to_string(),
            role: crew.role.code(),
            aircraft: crew.aircraft.iter().map(ToString::to_string).collect(),
            base: crew.base.to_string(),
            available_from: crew.available_from,
            available_to: crew.available_to,
            persons: crew.persons,
            critical_points: crew.critical_points,
            nursing_points: crew.nursing_points,
        }
    }
}

fn degrees(position: Position) -> (f64, f64) {
    (position.lat(), position.lon())
}

fn name(zone: &TimeZone) -> String {
    zone.iana_name().unwrap_or("UTC").to_owned()
}

impl NetworkView {
    fn of(id: &OperationId, version: u64, operation: Option<&Operation>) -> Self {
        let empty = Self {
            operation: id.to_string(),
            version,
            horizon: None,
            airfields: Vec::new(),
            facilities: Vec::new(),
            aircraft: Vec::new(),
            crews: Vec::new(),
        };
        let Some(operation) = operation else { return empty };
        let facilities = operation.facilities.iter();
        let aircraft = operation.aircraft.iter();
        Self {
            horizon: Some(HorizonView {
                from: operation.horizon.from,
                to: operation.horizon.to,
            }),
            airfields: operation.airfields.iter().map(AirfieldView::from).collect(),
            facilities: facilities.map(|one| FacilityView::of(operation, one)).collect(),
            aircraft: aircraft.map(|one| AircraftView::of(operation, one)).collect(),
            crews: operation.crews.iter().map(CrewView::from).collect(),
            ..empty
        }
    }
}

async fn network(caller: Caller, Id(id): Id) -> Answer<Tagged<NetworkView>> {
    let id = OperationId::from(id);
    let networks = caller.app.networks().await?;
    let show = |record: &Record, _: &Mask| {
        let version = record.operations.get(&id)?.version;
        let operation = networks.of(&id).and_then(|network| network.operation.as_ref());
        Some(Tagged(version, NetworkView::of(&id, version, operation)))
    };
    let about = About::Operation(id.clone());
    caller
        .look(Row::OperationRead, &about, show)
        .await?
        .ok_or_else(Problem::not_found)
}
