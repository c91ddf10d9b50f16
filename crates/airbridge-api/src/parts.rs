//! Parts of a request beside its body: ids in the path, the version in `If-Match`, parameters behind the question mark.

use axum::extract::{FromRequestParts, Path};
use axum::http::request::Parts;
use axum::http::{HeaderValue, Uri, header};
use serde::de::DeserializeOwned;

use crate::problem::Problem;

/// The longest id that anything has.
const LONGEST_ID: usize = 128;

/// Whether a text can be the id of anything.
pub(crate) fn is_id(text: &str) -> bool {
    !text.is_empty() && text.len() <= LONGEST_ID && !text.chars().any(|sign| sign.is_control() || sign == '/')
}

/// The only id of a path.
pub(crate) struct Id(pub(crate) String);

impl<S: Send + Sync> FromRequestParts<S> for Id {
    type Rejection = Problem;

    async fn from_request_parts(parts: &mut Parts, state: &S) -> Result<Self, Problem> {
        let Path(id) = Path::<String>::from_request_parts(parts, state)
            .await
            .map_err(|_| Problem::not_found())?;
        if is_id(&id) {
            Ok(Self(id))
        } else {
            Err(Problem::not_found())
        }
    }
}

/// The version that a change was made on. `*` is none: it would change what nobody has read.
pub(crate) struct IfMatch(pub(crate) Option<u64>);

impl<S: Send + Sync> FromRequestParts<S> for IfMatch {
    type Rejection = Problem;

    async fn from_request_parts(parts: &mut Parts, _: &S) -> Result<Self, Problem> {
        let Some(text) = parts.headers.get(header::IF_MATCH) else {
            return Ok(Self(None));
        };
        let text = text.to_str().unwrap_or_default().trim();
        if text == "*" {
            return Err(Problem::precondition_required());
        }
        let version = text
            .strip_prefix('"')
            .and_then(|text| text.strip_suffix('"'))
            .and_then(|text| text.parse().ok());
        // Another tag than any that we give matches nothing: version 0 is nothing's.
        Ok(Self(Some(version.unwrap_or(0))))
    }
}

impl IfMatch {
    /// The version.
    ///
    /// # Errors
    ///
    /// It is missing.
    pub(crate) fn required(self) -> Result<u64, Problem> {
        self.0.ok_or_else(Problem::precondition_required)
    }
}

/// A version as a tag.
pub(crate) fn etag(version: u64) -> HeaderValue {
    HeaderValue::from_str(&format!("\"{version}\"")).expect("digits")
}

/// What stands behind the question mark; what is not known there is refused.
pub(crate) struct Query<T>(pub(crate) T);

impl<S: Send + Sync, T: DeserializeOwned> FromRequestParts<S> for Query<T> {
    type Rejection = Problem;

    async fn from_request_parts(parts: &mut Parts, _: &S) -> Result<Self, Problem> {
        let read = axum::extract::Query::<T>::try_from_uri(&parts.uri);
        let axum::extract::Query(query) = read.map_err(|rejection| Problem::bad_request(rejection.body_text()))?;
        Ok(Self(query))
    }
}

/// How many a page has where nobody says.
const PAGE: usize = 50;

/// How many it has at most.
const LONGEST_PAGE: usize = 500;

/// The page that is asked for: behind which name, and how many.
///
/// # Errors
///
/// Too many or none.
pub(crate) fn page(after: Option<&str>, limit: Option<usize>) -> Result<(Option<&str>, usize), Problem> {
    let limit = limit.unwrap_or(PAGE);
    if !(1..=LONGEST_PAGE).contains(&limit) {
        return Err(Problem::bad_request(format!("limit is from 1 to {LONGEST_PAGE}")));
    }
    Ok((after.filter(|after| !after.is_empty()), limit))
}

/// The address of the next page: the same with another `after`.
pub(crate) fn next_page(uri: &Uri, next: &str) -> String {
    let kept = uri.query().unwrap_or_default().split('&');
    let kept = kept.filter(|pair| !pair.is_empty() && !pair.starts_with("after="));
    let after = format!("after={}", escaped(next));
    let pairs: Vec<&str> = kept.chain([after.as_str()]).collect();
    format!("{}?{}", uri.path(), pairs.join("&"))
}

/// Bytes as hexadecimal digits.
pub(crate) fn hex(bytes: &[u8]) -> String {
    use std::fmt::Write as _;
    bytes.iter().fold(String::new(), |mut text, byte| {
        let _ = write!(text, "{byte:02x}");
        text
    })
}

/// What [`escaped`] was made of; `None` where it is no such text.
pub(crate) fn unescaped(text: &str) -> Option<String> {
    let mut bytes = Vec::with_capacity(text.len());
    let mut rest = text.bytes();
    while let Some(byte) = rest.next() {
        if byte == b'%' {
            let digits = [rest.next()?, rest.next()?];
            let digits = std::str::from_utf8(&digits).ok()?;
            bytes.push(u8::from_str_radix(digits, 16).ok()?);
        } else {
            bytes.push(byte);
        }
    }
    String::from_utf8(bytes).ok()
}

/// A text as it may stand in an address.
pub(crate) fn escaped(text: &str) -> String {
    use std::fmt::Write as _;
    text.bytes().fold(String::new(), |mut all, byte| {
        if byte.is_ascii_alphanumeric() || b"-._~".contains(&byte) {
            all.push(char::from(byte));
        } else {
            let _ = write!(all, "%{byte:02X}");
        }
        all
    })
}
