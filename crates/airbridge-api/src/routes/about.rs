//! What anybody may know of the server before they log in.

use axum::Json;
use axum::extract::State;
use axum::http::HeaderMap;
use jiff::Timestamp;
use serde::Serialize;
use utoipa::ToSchema;

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
    /// Whether it has a basemap of its own, to be read at `/api/v1/basemap`.
    basemap: bool,
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
        basemap: shared.settings.basemap.is_some(),
        demonstration: demonstration.map(|known| DemonstrationView {
            password: known.password,
            logins: known.logins,
        }),
    })
}

pub(crate) fn spec() -> Spec {
    Spec::get(PATH, "What anybody may know of the server").answers::<AboutView>()
}
