//! The ground of the map, where it is not the application's own. It is public geography: nobody has to be logged in.

use axum::extract::State;
use axum::http::{HeaderMap, StatusCode, header};
use axum::response::{IntoResponse, Response};
use utoipa::openapi::ResponseBuilder;

use crate::frame::BASEMAP;
use crate::problem::{Answer, Problem};
use crate::shared::Shared;
use crate::spec::Spec;

const MEDIA: &str = "application/geo+json";

pub(crate) async fn sent(State(shared): State<Shared>, headers: HeaderMap) -> Answer<Response> {
    let basemap = shared.settings.basemap.as_ref().ok_or_else(Problem::not_found)?;
    let named = [(header::ETAG, basemap.tag.as_str())];
    if is_had(&headers, &basemap.tag) {
        return Ok((StatusCode::NOT_MODIFIED, named).into_response());
    }
    Ok((named, [(header::CONTENT_TYPE, MEDIA)], basemap.bytes.clone()).into_response())
}

/// Whether the asker has it already (RFC 9110, section 13.1.2).
fn is_had(headers: &HeaderMap, tag: &str) -> bool {
    let had = headers.get_all(header::IF_NONE_MATCH).into_iter();
    let mut had = had
        .filter_map(|value| value.to_str().ok())
        .flat_map(|all| all.split(','));
    had.any(|one| matches!(one.trim(), "*") || one.trim().trim_start_matches("W/") == tag)
}

pub(crate) fn spec() -> Spec {
    let what = "The ground of the map that this server has of its own, as GeoJSON with an ETag; 404 where it has none";
    let mut spec = Spec::get(BASEMAP, what).sends(MEDIA);
    let had = ResponseBuilder::new().description("It is the one of `If-None-Match`.");
    spec.operation = spec.operation.response("304", had.build());
    spec
}
