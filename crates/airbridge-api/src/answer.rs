//! Answers: one thing with its tag, a page of a list, what was done.

use airbridge_app::{Done, Page};
use axum::Json;
use axum::http::{HeaderMap, HeaderValue, StatusCode, Uri, header};
use axum::response::{IntoResponse, Response};
use serde::Serialize;
use utoipa::ToSchema;

use crate::parts::{escaped, etag, next_page};

/// One thing, as it is in a version.
pub(crate) struct Tagged<T>(pub(crate) u64, pub(crate) T);

impl<T: Serialize> IntoResponse for Tagged<T> {
    fn into_response(self) -> Response {
        ([(header::ETAG, etag(self.0))], Json(self.1)).into_response()
    }
}

/// A page of a list, with the address of the next one.
pub(crate) struct Listed<T>(pub(crate) Uri, pub(crate) Page<T>);

#[derive(Serialize)]
struct ListedBody<T> {
    items: Vec<T>,
    next: Option<String>,
}

impl<T: Serialize> IntoResponse for Listed<T> {
    fn into_response(self) -> Response {
        let Self(uri, page) = self;
        let mut headers = HeaderMap::new();
        if let Some(next) = &page.next {
            let link = format!("<{}>; rel=\"next\"", next_page(&uri, next));
            headers.insert(header::LINK, HeaderValue::from_str(&link).expect("it is escaped"));
        }
        let body = ListedBody {
            items: page.items,
            next: page.next,
        };
        (headers, Json(body)).into_response()
    }
}

/// What was done, to what.
#[derive(Serialize, ToSchema)]
pub(crate) struct DoneView {
    /// The id of the thing.
    id: String,
    /// Its version now, as in its ETag.
    version: u64,
}

/// Something was made or changed.
pub(crate) struct Changed {
    done: Done,
    /// The collection in which a new thing is; `None`: nothing is new.
    made_in: Option<&'static str>,
}

impl Changed {
    /// Something new, in a collection.
    pub(crate) fn made(done: Done, collection: &'static str) -> Self {
        Self {
            done,
            made_in: Some(collection),
        }
    }
}

impl From<Done> for Changed {
    fn from(done: Done) -> Self {
        Self { done, made_in: None }
    }
}

impl IntoResponse for Changed {
    fn into_response(self) -> Response {
        let Self { done, made_in } = self;
        let id = done.stream.split_once('/').map_or("", |(_, id)| id).to_owned();
        let mut headers = HeaderMap::new();
        headers.insert(header::ETAG, etag(done.version));
        let status = if let Some(collection) = made_in {
            let place = format!("/api/v1/{collection}/{}", escaped(&id));
            headers.insert(header::LOCATION, HeaderValue::from_str(&place).expect("it is escaped"));
            StatusCode::CREATED
        } else {
            StatusCode::OK
        };
        let version = done.version;
        (status, headers, Json(DoneView { id, version })).into_response()
    }
}
