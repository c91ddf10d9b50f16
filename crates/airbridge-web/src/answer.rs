//! A file as it is answered: its type, how long it may be kept, what the page may do.

use std::fmt::Write as _;

use axum::body::Body;
use axum::http::{HeaderMap, HeaderName, HeaderValue, Method, StatusCode, header};
use axum::response::Response;
use rust_embed::EmbeddedFile;

use crate::encoding::readable;
use crate::site::Site;

/// The folder in which every name has a digest of its contents: such a file never changes.
const HASHED: &str = "assets/";

/// Headers of everything that the application is made of. Nothing is asked of any other host, and nothing runs that is not one of its files.
const HEADERS: [(HeaderName, &str); 6] = [
    (
        header::CONTENT_SECURITY_POLICY,
        "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self' data: blob:; font-src 'self'; connect-src 'self'; worker-src 'self' blob:; \
         manifest-src 'self'; base-uri 'none'; form-action 'self'; frame-ancestors 'none'",
    ),
    (header::X_CONTENT_TYPE_OPTIONS, "nosniff"),
    (header::REFERRER_POLICY, "no-referrer"),
    (
        HeaderName::from_static("permissions-policy"),
        "camera=(), geolocation=(), microphone=()",
    ),
    (HeaderName::from_static("cross-origin-opener-policy"), "same-origin"),
    (header::VARY, "accept-encoding"),
];

/// A file of the site; `None` where there is none of that name.
pub(crate) fn answer(site: Site, name: &str, method: &Method, asked: &HeaderMap) -> Option<Response> {
    let plain = site.file(name)?;
    let kind = kind(name, &plain);
    let compressed = readable(asked).find_map(|(encoding, end)| Some((encoding, site.file(&format!("{name}{end}"))?)));
    let (encoding, file) = match compressed {
        Some((encoding, file)) => (Some(encoding), file),
        None => (None, plain),
    };
    let tag = tag(&file);
    let mut headers = HeaderMap::new();
    for (name, value) in HEADERS {
        headers.insert(name, HeaderValue::from_static(value));
    }
    let kept = if name.starts_with(HASHED) {
        "public, max-age=31536000, immutable"
    } else {
        "no-cache"
    };
    headers.insert(header::CACHE_CONTROL, HeaderValue::from_static(kept));
    headers.insert(header::ETAG, HeaderValue::from_str(&tag).expect("digits"));
    let is_known = asked
        .get_all(header::IF_NONE_MATCH)
        .iter()
        .any(|known| names(known, &tag));
    let mut response = Response::new(Body::empty());
    if is_known {
        *response.status_mut() = StatusCode::NOT_MODIFIED;
        *response.headers_mut() = headers;
        return Some(response);
    }
    headers.insert(
        header::CONTENT_TYPE,
        HeaderValue::from_str(&kind).expect("a media type"),
    );
    headers.insert(header::CONTENT_LENGTH, HeaderValue::from(file.data.len()));
    if let Some(encoding) = encoding {
        headers.insert(header::CONTENT_ENCODING, HeaderValue::from_static(encoding));
    }
    *response.headers_mut() = headers;
    if *method != Method::HEAD {
        *response.body_mut() = Body::from(file.data);
    }
    Some(response)
}

/// The media type. Text is UTF-8.
fn kind(name: &str, file: &EmbeddedFile) -> String {
    if name.rsplit('.').next() == Some("ftl") {
        return "text/plain; charset=utf-8".to_owned();
    }
    let kind = file.metadata.mimetype();
    if kind.starts_with("text/") {
        format!("{kind}; charset=utf-8")
    } else {
        kind.to_owned()
    }
}

/// A tag of the contents as they are sent: each encoding has its own.
fn tag(file: &EmbeddedFile) -> String {
    let digest = file.metadata.sha256_hash();
    let digits = digest.iter().take(16).fold(String::new(), |mut digits, byte| {
        let _ = write!(digits, "{byte:02x}");
        digits
    });
    format!("\"{digits}\"")
}

/// Whether a condition names a tag.
fn names(known: &HeaderValue, tag: &str) -> bool {
    let known = known.to_str().unwrap_or_default().split(',');
    let mut known = known.map(|one| one.trim().trim_start_matches("W/"));
    known.any(|one| one == tag || one == "*")
}
