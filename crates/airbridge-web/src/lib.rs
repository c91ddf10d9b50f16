//! The files of the web application, carried in the program.
//!
//! What comes in: requests of browsers, and the router of the interface. What goes out: pages and files, with the headers that browsers heed; whatever is
//! not theirs goes on to the interface. The application finds its way by the path: whatever path a page is asked by, it is the same page. Where the program
//! was built without the application, the page says so, and how it is built.

mod answer;
mod encoding;
mod site;
#[cfg(test)]
mod tests;

use axum::Router;
use axum::extract::Request;
use axum::http::Method;
use axum::middleware::{Next, from_fn};

use crate::answer::answer;
use crate::site::Site;

/// Paths that are the interface's, whatever is asked: these, and all that is below them.
const INTERFACE: [&str; 7] = [
    "/api",
    "/fhir",
    "/.well-known",
    "/healthz",
    "/readyz",
    "/openapi.json",
    "/metrics",
];

/// The interface with the application before it.
pub fn over(interface: Router) -> Router {
    with(interface, Site::carried())
}

fn with(interface: Router, site: Site) -> Router {
    interface.layer(from_fn(move |request: Request, next: Next| async move {
        match pages(site, &request) {
            Some(response) => response,
            None => next.run(request).await,
        }
    }))
}

/// The answer, where the application has one.
fn pages(site: Site, request: &Request) -> Option<axum::response::Response> {
    let path = request.uri().path();
    let is_read = matches!(*request.method(), Method::GET | Method::HEAD);
    if !is_read || is_interface(path) {
        return None;
    }
    let name = site.named(path, request.headers())?;
    answer(site, name, request.method(), request.headers())
}

fn is_interface(path: &str) -> bool {
    let below = |of: &str| {
        path.strip_prefix(of)
            .is_some_and(|rest| rest.is_empty() || rest.starts_with('/'))
    };
    INTERFACE.into_iter().any(below)
}
