//! The routes, by resource.

mod about;
mod account_acts;
mod accounts;
mod aggregates;
mod audit;
mod basemap;
mod clearances;
mod destination;
mod emergencies;
mod events;
mod health;
mod identities;
mod jobs;
mod mission_acts;
mod missions;
mod needs;
mod network;
mod offers;
mod operations;
mod organisations;
mod plans;
mod proofs;
mod request_acts;
mod request_view;
mod requests;
mod said;
mod session;
mod sign_on;
mod stream;
mod tables;
mod tokens;
mod worklist;

use axum::Router;
use utoipa::openapi::path::PathItem;
use utoipa::openapi::security::{ApiKey, ApiKeyValue, Http, HttpAuthScheme, SecurityRequirement, SecurityScheme};
use utoipa::openapi::{InfoBuilder, OpenApi};

use crate::secured::Routes;
use crate::shared::Shared;
use crate::spec::Spec;

/// All routes that ask the table of roles.
pub(crate) fn all() -> Routes {
    let every = [
        session::add,
        proofs::add,
        sign_on::add,
        operations::add,
        network::add,
        requests::add,
        request_acts::add,
        identities::add,
        needs::add,
        offers::add,
        clearances::add,
        missions::add,
        mission_acts::add,
        plans::add,
        jobs::add,
        worklist::add,
        aggregates::add,
        accounts::add,
        account_acts::add,
        organisations::add,
        tokens::add,
        audit::add,
        emergencies::add,
        events::add,
        tables::add,
        stream::add,
    ];
    every.into_iter().fold(Routes::default(), |routes, add| add(routes))
}

/// What anybody may ask: whether the server is well, and what it can be asked.
pub(crate) fn open() -> Router<Shared> {
    health::open()
}

/// The description of all routes.
pub(crate) fn described() -> OpenApi {
    let mut openapi = all().router.into_openapi();
    for spec in [about::spec(), basemap::spec()] {
        describe_open(&mut openapi, spec);
    }
    openapi.info = InfoBuilder::new()
        .title("Airbridge")
        .version("1")
        .description(Some("Plans and runs medical evacuations across borders."))
        .build();
    let bearer = SecurityScheme::Http(Http::new(HttpAuthScheme::Bearer));
    let cookie = SecurityScheme::ApiKey(ApiKey::Cookie(ApiKeyValue::new("__Host-airbridge")));
    let components = openapi.components.get_or_insert_default();
    components.add_security_scheme("bearer", bearer);
    components.add_security_scheme("cookie", cookie);
    let none: [&str; 0] = [];
    openapi.security = Some(vec![
        SecurityRequirement::new("bearer", none),
        SecurityRequirement::new("cookie", none),
    ]);
    openapi
}

/// Adds a path that asks no row, and for which nobody has to be logged in.
fn describe_open(openapi: &mut OpenApi, spec: Spec) {
    let (path, method) = (spec.path.to_owned(), spec.http_method());
    let nobody: [SecurityRequirement; 0] = [];
    let operation = spec.operation.securities(Some(nobody)).build();
    openapi.paths.paths.insert(path, PathItem::new(method, operation));
    let components = openapi.components.get_or_insert_default();
    components.schemas.extend(spec.schemas);
}
