//! The programme interface over HTTP: routes, wire types, their description.
//!
//! What comes in: requests of browsers and machines. What goes out: JSON under `/api/v1`, errors as `application/problem+json`, live updates as
//! server-sent events. Handlers parse, call one use case of `airbridge-app`, and present. Who may do what is for the table of roles: each route names
//! its row, and what may be done in which state is for the record.

mod address;
mod answer;
mod asked;
mod basemap;
mod body;
mod caller;
mod cookie;
mod forms;
mod frame;
mod measured;
mod panics;
mod parts;
mod problem;
mod routes;
mod secured;
mod settings;
mod shared;
mod spec;

use airbridge_app::App;
use airbridge_disclosure::Operation;
use axum::Router;
use axum::middleware::{from_fn, from_fn_with_state};
use tower_http::catch_panic::CatchPanicLayer;
use utoipa::openapi::OpenApi;

pub use crate::basemap::{Basemap, BasemapError, MOST_BYTES};
pub use crate::forms::tables;
pub use crate::panics::silence_panics;
pub use crate::settings::{ApiSettings, Demonstration};

/// The whole interface over an application.
pub fn router(app: App, settings: ApiSettings) -> Router {
    let shared = shared::Shared::new(app, settings);
    let (router, _) = routes::all().router.split_for_parts();
    router
        .merge(routes::open())
        .method_not_allowed_fallback(problem::unknown_method)
        .fallback(problem::unknown_path)
        .layer(CatchPanicLayer::custom(problem::panicked))
        .layer(from_fn_with_state(shared.clone(), frame::bounded))
        .layer(from_fn(frame::logged))
        .layer(from_fn(frame::headed))
        .with_state(shared)
}

/// Every route that asks the table of roles: its method, its path, and the row that it asks.
pub fn routes() -> Vec<(String, &'static str, Operation)> {
    let all = routes::all().list.into_iter();
    all.map(|(method, path, operation)| (method.to_string(), path, operation))
        .collect()
}

/// The description of the interface, OpenAPI 3.1.
pub fn openapi() -> OpenApi {
    routes::described()
}
