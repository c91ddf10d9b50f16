//! What is around every answer: headers, a span for the log, limits.

use std::time::{Duration, Instant};

use axum::extract::{MatchedPath, Request, State};
use axum::http::{HeaderName, HeaderValue, header};
use axum::middleware::Next;
use axum::response::{IntoResponse, Response};
use tracing::Instrument as _;
use tracing::field::Empty;

use crate::measured;
use crate::problem::Problem;
use crate::shared::Shared;

/// The path of live streams, which take as long as they take.
pub(crate) const STREAM: &str = "/api/v1/stream";

/// The path of the one answer that is megabytes and about nobody: it may be kept, and is asked for again by its tag.
pub(crate) const BASEMAP: &str = "/api/v1/basemap";

/// Headers of every answer.
const HEADERS: [(HeaderName, &str); 4] = [
    (header::X_CONTENT_TYPE_OPTIONS, "nosniff"),
    (header::CACHE_CONTROL, "no-store"),
    (header::REFERRER_POLICY, "no-referrer"),
    (header::CONTENT_SECURITY_POLICY, "default-src 'none'"),
];

/// Sets the headers that browsers heed.
pub(crate) async fn headed(request: Request, next: Next) -> Response {
    let may_be_kept = request.uri().path() == BASEMAP;
    let mut response = next.run(request).await;
    for (name, value) in HEADERS {
        response.headers_mut().insert(name, HeaderValue::from_static(value));
    }
    if may_be_kept {
        let asked_again = HeaderValue::from_static("no-cache");
        response.headers_mut().insert(header::CACHE_CONTROL, asked_again);
    }
    response
}

/// Logs each request: the route and not the path, since a path has ids; never what is behind the question mark, nor bodies.
pub(crate) async fn logged(request: Request, next: Next) -> Response {
    let route = request
        .extensions()
        .get::<MatchedPath>()
        .map_or("unknown", MatchedPath::as_str)
        .to_owned();
    let method = request.method().clone();
    let span = tracing::info_span!("request", method = %method, route, account = Empty, status = Empty);
    let began = Instant::now();
    let response = next.run(request).instrument(span.clone()).await;
    span.record("status", response.status().as_u16());
    measured::answered(&method, &route, response.status(), began.elapsed());
    let milliseconds = u64::try_from(began.elapsed().as_millis()).unwrap_or(u64::MAX);
    span.in_scope(|| tracing::info!(milliseconds, "answered"));
    response
}

/// Bounds how many requests are answered at once, and how long each may take.
pub(crate) async fn bounded(State(shared): State<Shared>, request: Request, next: Next) -> Response {
    let Ok(one_of_many) = shared.requests.clone().try_acquire_owned() else {
        return Problem::busy("too many requests are being answered").into_response();
    };
    let is_stream = request.uri().path() == STREAM;
    // Whoever hangs up, or has waited too long, does not stop what was begun half way.
    let answering = async move {
        let response = next.run(request).await;
        drop(one_of_many);
        response
    };
    let answering = tokio::spawn(answering.in_current_span());
    let longest = if is_stream {
        Duration::MAX
    } else {
        shared.settings.longest_request
    };
    match tokio::time::timeout(longest, answering).await {
        Ok(Ok(response)) => response,
        Ok(Err(_)) => Problem::inside().into_response(),
        Err(_) => Problem::busy("it took too long; what was asked may still have been done").into_response(),
    }
}
