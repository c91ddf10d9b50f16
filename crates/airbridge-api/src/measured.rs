//! What is measured of requests, for whoever watches the server: how long they take by kind, and how many live streams are open. Never a path, an id or
//! an account.

use std::time::Duration;

use axum::http::{Method, StatusCode};
use metrics::{gauge, histogram};
use tokio::sync::OwnedSemaphorePermit;

use crate::frame::STREAM;

/// Notes how long a request took. `route` is the pattern of its path.
pub(crate) fn answered(method: &Method, route: &str, status: StatusCode, took: Duration) {
    if route == STREAM {
        // It takes as long as somebody listens.
        return;
    }
    let (kind, class) = (kind(method), format!("{}xx", status.as_u16() / 100));
    histogram!("airbridge_request_seconds", "kind" => kind, "about" => about(route), "status" => class).record(took);
}

/// Whether it looks or acts.
fn kind(method: &Method) -> &'static str {
    if method.is_safe() { "read" } else { "write" }
}

/// The collection that a route is in: a word of ours, as anything else could be an id.
fn about(route: &str) -> String {
    let part = route
        .strip_prefix("/api/v1/")
        .map_or("other", |rest| rest.split('/').next().unwrap_or("other"));
    let is_word = !part.is_empty() && part.bytes().all(|byte| byte.is_ascii_lowercase() || byte == b'-');
    if is_word { part } else { "other" }.to_owned()
}

/// A live stream that is open, with its place among those that may be.
pub(crate) struct OpenStream {
    _one_of_many: OwnedSemaphorePermit,
}

impl OpenStream {
    pub(crate) fn new(permit: OwnedSemaphorePermit) -> Self {
        gauge!("airbridge_streams_open").increment(1.0);
        Self { _one_of_many: permit }
    }
}

impl Drop for OpenStream {
    fn drop(&mut self) {
        gauge!("airbridge_streams_open").decrement(1.0);
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_label_is_a_word_of_ours() {
        assert_eq!(about("/api/v1/requests/{id}/clear"), "requests");
        assert_eq!(about("/api/v1/request-acts"), "request-acts");
        for route in ["unknown", "/healthz", "/api/v1/", "/api/v1/{id}", "/api/v1/PMR-17"] {
            assert_eq!(about(route), "other", "{route}");
        }
        assert_eq!((kind(&Method::HEAD), kind(&Method::PUT)), ("read", "write"));
    }
}
