//! Bodies: JSON of a known shape, or a file; and the key under which something is done once.

use airbridge_app::{OnceKey, digest};
use airbridge_interchange::Source;
use axum::body::Bytes;
use axum::extract::{FromRequest, Request};
use axum::http::{HeaderMap, StatusCode, header};
use serde::de::DeserializeOwned;

use crate::problem::Problem;

/// Bytes of a JSON body at most.
const LONGEST_JSON: usize = 1024 * 1024;

/// Bytes of a file at most.
const LONGEST_FILE: usize = 16 * 1024 * 1024;

/// The media type of a workbook.
pub(crate) const XLSX: &str = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet";

/// The media type of a folder's files in one.
pub(crate) const ZIP: &str = "application/zip";

/// A key under which something is done once, and the digest of what was asked.
pub(crate) type Once = Option<OnceKey>;

/// A JSON body.
pub(crate) struct Body<T> {
    pub(crate) value: T,
    pub(crate) once: Once,
}

impl<S: Send + Sync, T: DeserializeOwned> FromRequest<S> for Body<T> {
    type Rejection = Problem;

    async fn from_request(request: Request, _: &S) -> Result<Self, Problem> {
        Self::up_to(request, LONGEST_JSON).await
    }
}

impl<T: DeserializeOwned> Body<T> {
    async fn up_to(request: Request, most: usize) -> Result<Self, Problem> {
        let key = key(request.headers())?;
        let asked = asked(&request);
        let media = media_type(request.headers());
        let is_json = media == "application/json" || media == "application/merge-patch+json";
        let bytes = read(request, most).await?;
        // Acts that need no words may come without a body.
        let bytes = if bytes.is_empty() && media.is_empty() {
            Bytes::from_static(b"{}")
        } else {
            bytes
        };
        if !is_json && &bytes[..] != b"{}" {
            return Err(wrong_media("the body is application/json"));
        }
        let once = once(key, &asked, &bytes);
        Ok(Self {
            value: json(&bytes)?,
            once,
        })
    }
}

/// What is asked, beside the body. Not the version: whoever lost an answer may have read the thing again before they repeat the request.
fn asked(request: &Request) -> String {
    format!("{} {}\n", request.method(), request.uri())
}

fn once(key: Option<String>, asked: &str, bytes: &[u8]) -> Once {
    key.map(|key| (key, digest(&[asked.as_bytes(), bytes].concat())))
}

fn json<T: DeserializeOwned>(bytes: &[u8]) -> Result<T, Problem> {
    let mut reader = serde_json::Deserializer::from_slice(bytes);
    let value = serde_path_to_error::deserialize(&mut reader).map_err(|error| {
        let pointer = pointer(error.path());
        let inner = error.into_inner();
        // Places in the text, which the message has, are no help where the field is named.
        let what = inner.to_string();
        if inner.is_data() {
            Problem::invalid("the body has another shape than is asked for").at(pointer, what)
        } else {
            Problem::bad_request(format!("the body is no JSON: {what}"))
        }
    })?;
    reader
        .end()
        .map_err(|error| Problem::bad_request(format!("the body is no JSON: {error}")))?;
    Ok(value)
}

/// A path of fields as a JSON pointer (RFC 6901).
fn pointer(path: &serde_path_to_error::Path) -> String {
    use serde_path_to_error::Segment;
    path.iter().fold(String::new(), |pointer, segment| match segment {
        Segment::Seq { index } => format!("{pointer}/{index}"),
        Segment::Map { key } => format!("{pointer}/{}", key.replace('~', "~0").replace('/', "~1")),
        Segment::Enum { .. } | Segment::Unknown => pointer,
    })
}

/// An operation's tables: a workbook, or a folder as a ZIP archive.
pub(crate) struct Tables {
    pub(crate) source: Source,
    pub(crate) once: Once,
}

impl<S: Send + Sync> FromRequest<S> for Tables {
    type Rejection = Problem;

    async fn from_request(request: Request, _: &S) -> Result<Self, Problem> {
        let key = key(request.headers())?;
        let asked = asked(&request);
        let media = media_type(request.headers());
        if media != XLSX && media != ZIP {
            return Err(wrong_media(
                "the body is an XLSX workbook, or the files of a folder as application/zip",
            ));
        }
        let bytes = read(request, LONGEST_FILE).await?;
        let once = once(key, &asked, &bytes);
        if media == XLSX {
            let source = Source::workbook("upload.xlsx", bytes.to_vec());
            return Ok(Self { source, once });
        }
        // Unpacking takes its time: not where requests are answered.
        let unpacked = tokio::task::spawn_blocking(move || Source::archive("upload.zip", &bytes)).await;
        let unpacked = unpacked.map_err(|_| airbridge_app::Error::Bug("unpacking has failed".to_owned()))?;
        let source = unpacked.map_err(|finding| airbridge_app::Error::Findings(vec![*finding]))?;
        Ok(Self { source, once })
    }
}

/// A JSON body with a whole file in it.
pub(crate) struct Large<T>(pub(crate) Body<T>);

impl<S: Send + Sync, T: DeserializeOwned> FromRequest<S> for Large<T> {
    type Rejection = Problem;

    async fn from_request(request: Request, _: &S) -> Result<Self, Problem> {
        Ok(Self(Body::up_to(request, LONGEST_FILE).await?))
    }
}

async fn read(request: Request, limit: usize) -> Result<Bytes, Problem> {
    let told = request.headers().get(header::CONTENT_LENGTH);
    let told = told.and_then(|told| told.to_str().ok()?.parse::<usize>().ok());
    let too_large = || {
        let detail = format!("a body has at most {limit} bytes here");
        Problem::new(
            StatusCode::PAYLOAD_TOO_LARGE,
            "too-large",
            "The body is too large",
            detail,
        )
    };
    if told.is_some_and(|told| told > limit) {
        return Err(too_large());
    }
    // A body that ends too early looks like one that is too large; the first finds nobody to read the answer.
    axum::body::to_bytes(request.into_body(), limit)
        .await
        .map_err(|_| too_large())
}

fn media_type(headers: &HeaderMap) -> String {
    let text = headers.get(header::CONTENT_TYPE).and_then(|text| text.to_str().ok());
    let text = text.unwrap_or_default().split(';').next().unwrap_or_default();
    text.trim().to_ascii_lowercase()
}

fn wrong_media(detail: &str) -> Problem {
    Problem::new(
        StatusCode::UNSUPPORTED_MEDIA_TYPE,
        "media-type",
        "Another media type is needed",
        detail,
    )
}

/// The key under which it is done once.
pub(crate) fn key(headers: &HeaderMap) -> Result<Option<String>, Problem> {
    let Some(key) = headers.get("idempotency-key") else {
        return Ok(None);
    };
    let text = key.to_str().unwrap_or_default();
    let is_key = (1..=200).contains(&text.len()) && text.bytes().all(|byte| byte.is_ascii_graphic());
    if is_key {
        return Ok(Some(text.to_owned()));
    }
    Err(Problem::bad_request(
        "Idempotency-Key has 1 to 200 visible ASCII characters",
    ))
}
