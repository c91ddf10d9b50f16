//! What anybody may ask: whether the server is well, what it is, what it can be asked, and the ground of its map.

use std::sync::LazyLock;

use axum::Router;
use axum::extract::{Request, State};
use axum::http::{StatusCode, header};
use axum::middleware::{Next, from_fn};
use axum::response::{IntoResponse, Response};
use axum::routing::get;

use super::{about, basemap};
use crate::asked::no_query;
use crate::frame::BASEMAP;
use crate::problem::Problem;
use crate::shared::Shared;

/// The description as text, made once.
static DESCRIPTION: LazyLock<String> = LazyLock::new(|| super::described().to_json().expect("a description is JSON"));

pub(crate) fn open() -> Router<Shared> {
    Router::new()
        .route("/healthz", get(|| async { "ok\n" }))
        .route("/readyz", get(ready))
        .route(about::PATH, get(about::about))
        .route(BASEMAP, get(basemap::sent))
        .route("/openapi.json", get(description))
        .route("/api/v1/openapi.json", get(description))
        .layer(from_fn(without_query))
}

async fn without_query(request: Request, next: Next) -> Response {
    match no_query(request.uri().query()) {
        Ok(()) => next.run(request).await,
        Err(problem) => problem.into_response(),
    }
}

/// Ready once the store answers and the record is what the log says. A full disk does not make it unready: reading goes on.
async fn ready(State(shared): State<Shared>) -> Response {
    match shared.app.ready().await {
        Ok(()) => (StatusCode::OK, "ready\n").into_response(),
        Err(_) => Problem::busy("the store does not answer, or its log cannot be read").into_response(),
    }
}

async fn description() -> Response {
    ([(header::CONTENT_TYPE, "application/json")], DESCRIPTION.as_str()).into_response()
}
