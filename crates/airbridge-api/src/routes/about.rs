//! What anybody may know of the server before they log in.

use axum::Json;
use axum::extract::State;
use axum::http::HeaderMap;
use jiff::Timestamp;
use serde::Serialize;
use utoipa::ToSchema;
use utoipa::openapi::OpenApi;
use utoipa::openapi::path::PathItem;
use utoipa::openapi::security::SecurityRequirement;

use crate::cookie;
use crate::shared::Shared;
use crate::spec::Spec;

pub(crate) const PATH: &str = "/api/v1/about";

/// The server.
#[derive(Serialize, ToSchema)]
struct AboutView {
    /// Of the program.
    version: &'static str,
    /// The server's time.
    #[schema(value_type = String, format = DateTime)]
    now: Timestamp,
    /// Whether one can log in by the word of another issuer.
    sign_on: bool,
    /// Whether whoever asks is logged in, by the cookie of a browser: its pages cannot read the cookie, and need not ask who they are to be refused.
    logged_in: bool,
    /// How to log in where nobody is real.
    demonstration: Option<DemonstrationView>,
}

/// How to log in to a demonstration.
#[derive(Serialize, ToSchema)]
struct DemonstrationView {
    /// Of every account.
    password: String,
    /// One for each role.
    logins: Vec<String>,
}

pub(crate) async fn about(State(shared): State<Shared>, headers: HeaderMap) -> Json<impl Serialize> {
    let logged_in = match cookie::token(&headers, &shared.settings) {
        Some(token) => shared.app.still(&token).await.is_ok(),
        None => false,
    };
    let demonstration = shared.settings.demonstration.clone();
    Json(AboutView {
        version: env!("CARGO_PKG_VERSION"),
        now: shared.app.now(),
        sign_on: shared.app.takes_sign_on(),
        logged_in,
        demonstration: demonstration.map(|known| DemonstrationView {
            password: known.password,
            logins: known.logins,
        }),
    })
}

/// Adds it to a description: it asks no row, and nobody has to be logged in.
pub(crate) fn describe(openapi: &mut OpenApi) {
    let spec = Spec::get(PATH, "What anybody may know of the server").answers::<AboutView>();
    let nobody: [SecurityRequirement; 0] = [];
    let operation = spec.operation.securities(Some(nobody)).build();
    let item = PathItem::new(utoipa::openapi::HttpMethod::Get, operation);
    openapi.paths.paths.insert(PATH.to_owned(), item);
    let components = openapi.components.get_or_insert_default();
    components.schemas.extend(spec.schemas);
}
