//! The cookie of browsers, and the checks that keep other sites from using it.

use axum::http::{HeaderMap, HeaderValue, Method, Uri, header};
use jiff::Timestamp;

use crate::problem::Problem;
use crate::settings::ApiSettings;

/// The header that a form of another site cannot send.
const OWN: &str = "x-airbridge";

/// The name: the prefix binds the cookie to this host, and needs `Secure`.
const fn name(settings: &ApiSettings) -> &'static str {
    if settings.insecure_cookies {
        "airbridge"
    } else {
        "__Host-airbridge"
    }
}

/// The name of what a browser keeps while it logs in at another issuer.
const fn held_name(settings: &ApiSettings) -> &'static str {
    if settings.insecure_cookies {
        "airbridge-sign-on"
    } else {
        "__Host-airbridge-sign-on"
    }
}

/// The token in a request's cookies.
pub(crate) fn token(headers: &HeaderMap, settings: &ApiSettings) -> Option<String> {
    value(headers, name(settings))
}

/// What a browser has kept while it logged in at another issuer.
pub(crate) fn held(headers: &HeaderMap, settings: &ApiSettings) -> Option<String> {
    value(headers, held_name(settings))
}

fn value(headers: &HeaderMap, name: &str) -> Option<String> {
    let lines = headers
        .get_all(header::COOKIE)
        .iter()
        .filter_map(|line| line.to_str().ok());
    let mut cookies = lines
        .flat_map(|line| line.split(';'))
        .filter_map(|pair| pair.trim().split_once('='));
    cookies.find(|(key, _)| *key == name).map(|(_, token)| token.to_owned())
}

/// Sets the cookie, until an instant.
pub(crate) fn set(settings: &ApiSettings, token: &str, now: Timestamp, expires_at: Timestamp) -> HeaderValue {
    let seconds = expires_at.duration_since(now).as_secs();
    line(settings, name(settings), token, seconds, "Strict")
}

/// Takes the cookie away.
pub(crate) fn unset(settings: &ApiSettings) -> HeaderValue {
    line(settings, name(settings), "", 0, "Strict")
}

/// Has the browser keep something while it logs in at another issuer. It comes back by a link of the issuer's site, with which no strict cookie is sent.
pub(crate) fn hold(settings: &ApiSettings, sealed: &str, seconds: i64) -> HeaderValue {
    line(settings, held_name(settings), sealed, seconds, "Lax")
}

fn line(settings: &ApiSettings, name: &str, value: &str, seconds: i64, same_site: &str) -> HeaderValue {
    let secure = if settings.insecure_cookies { "" } else { "; Secure" };
    let line = format!("{name}={value}; Path=/; Max-Age={seconds}; HttpOnly; SameSite={same_site}{secure}");
    HeaderValue::from_str(&line).expect("values are hexadecimal")
}

/// Refuses a change that may come from another site's page.
///
/// # Errors
///
/// The header is missing that only our own pages send, or the page is of another host.
pub(crate) fn own_site(method: &Method, uri: &Uri, headers: &HeaderMap) -> Result<(), Problem> {
    if method.is_safe() {
        return Ok(());
    }
    if headers.get(OWN).is_none_or(|value| value != "1") {
        return Err(Problem::cross_site(
            "a change with a cookie needs the header X-Airbridge: 1",
        ));
    }
    own_origin(uri, headers)
}

/// Refuses a page of another host, where the browser says which page it is.
///
/// # Errors
///
/// It is of another host.
pub(crate) fn own_origin(uri: &Uri, headers: &HeaderMap) -> Result<(), Problem> {
    let Some(origin) = headers.get(header::ORIGIN) else {
        return Ok(());
    };
    let host = headers.get(header::HOST).and_then(|host| host.to_str().ok());
    let host = host.or_else(|| uri.authority().map(axum::http::uri::Authority::as_str));
    let from = origin.to_str().ok().and_then(|origin| origin.split_once("://"));
    match (from, host) {
        (Some((_, from)), Some(host)) if from.eq_ignore_ascii_case(host) => Ok(()),
        _ => Err(Problem::cross_site("the page is of another host")),
    }
}
