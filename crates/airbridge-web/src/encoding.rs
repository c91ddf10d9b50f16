//! Files that were compressed when the application was built.

use axum::http::{HeaderMap, HeaderValue, header};

/// Encodings with the ends of their files' names, the shortest files first.
const ENCODINGS: [(&str, &str); 2] = [("br", ".br"), ("gzip", ".gz")];

/// The ends of the names of compressed files that whoever asks can read, the best first.
pub(crate) fn readable(headers: &HeaderMap) -> impl Iterator<Item = (&'static str, &'static str)> {
    ENCODINGS.into_iter().filter(|(encoding, _)| accepts(headers, encoding))
}

fn accepts(headers: &HeaderMap, encoding: &str) -> bool {
    let lines = headers.get_all(header::ACCEPT_ENCODING).iter().map(HeaderValue::to_str);
    let mut all = lines.flatten().flat_map(|line| line.split(','));
    all.any(|one| {
        let mut parts = one.split(';').map(str::trim);
        let is_named = parts.next().is_some_and(|name| name.eq_ignore_ascii_case(encoding));
        // A weight of nothing is a refusal.
        let is_refused = parts.any(|part| {
            let weight = part.strip_prefix("q=").or_else(|| part.strip_prefix("Q="));
            weight.is_some_and(|weight| weight.trim().parse::<f64>().is_ok_and(|weight| weight <= 0.0))
        });
        is_named && !is_refused
    })
}
