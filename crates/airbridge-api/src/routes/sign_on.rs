//! Logging in by the word of another issuer (OpenID Connect): the way there, and the way back.

use airbridge_app::{Error, SIGN_ON_LASTS};
use airbridge_disclosure::Operation;
use axum::extract::State;
use axum::http::{HeaderMap, HeaderValue, StatusCode, header};
use axum::response::{AppendHeaders, IntoResponse, Response};
use serde::Deserialize;
use utoipa::IntoParams;

use crate::cookie;
use crate::parts::{Query, hex};
use crate::problem::{Answer, Problem};
use crate::secured::Routes;
use crate::shared::Shared;
use crate::spec::Spec;

pub(crate) fn add(routes: Routes) -> Routes {
    let there = Spec::get(
        "/api/v1/session/sign-on",
        "Log in at the issuer that the server was set up with",
    );
    let back = Spec::get(
        "/api/v1/session/sign-on/callback",
        "Where the issuer sends the browser back to",
    );
    routes
        .secured(Operation::SessionCreate, there.redirects(), begin)
        .secured(Operation::SessionCreate, back.asks::<Back>().redirects(), finish)
}

/// What the issuer sends along. More than this is to be ignored (RFC 6749, section 4.1.2), unlike at any other path.
#[derive(Deserialize, IntoParams)]
struct Back {
    /// To be redeemed at the issuer.
    #[serde(default)]
    code: Option<String>,
    /// As it was sent there.
    #[serde(default)]
    state: Option<String>,
    /// Why there is no code.
    #[serde(default)]
    error: Option<String>,
}

async fn begin(State(shared): State<Shared>) -> Answer<Response> {
    let (url, held) = shared.app.begin_sign_on()?;
    let location =
        HeaderValue::from_str(&url).map_err(|_| Problem::from(Error::Bug("an address is none".to_owned())))?;
    let cookie = cookie::hold(&shared.settings, &hex(&held), SIGN_ON_LASTS.as_secs());
    let headers = [(header::LOCATION, location), (header::SET_COOKIE, cookie)];
    Ok((StatusCode::SEE_OTHER, headers).into_response())
}

async fn finish(State(shared): State<Shared>, headers: HeaderMap, Query(back): Query<Back>) -> Answer<Response> {
    let Back { code, state, error } = back;
    if error.is_some() {
        // Its words may be anybody's who made the link: none of them is shown or logged.
        return Err(Error::SignOn("the issuer says that it has not worked".to_owned()).into());
    }
    let held = cookie::held(&headers, &shared.settings).and_then(|held| unhex(&held));
    let (held, code, state) = (
        held.unwrap_or_default(),
        code.unwrap_or_default(),
        state.unwrap_or_default(),
    );
    let (token, expires_at) = shared.app.finish_sign_on(&held, &state, &code).await?;
    let settings = &shared.settings;
    let cookies = AppendHeaders([
        (
            header::SET_COOKIE,
            cookie::set(settings, &token.0, shared.app.now(), expires_at),
        ),
        (header::SET_COOKIE, cookie::hold(settings, "", 0)),
    ]);
    Ok((
        StatusCode::SEE_OTHER,
        cookies,
        [(header::LOCATION, HeaderValue::from_static("/"))],
    )
        .into_response())
}

fn unhex(text: &str) -> Option<Vec<u8>> {
    let pairs = text.as_bytes().chunks(2);
    let byte = |pair: &[u8]| u8::from_str_radix(std::str::from_utf8(pair).ok()?, 16).ok();
    pairs
        .map(|pair| if pair.len() == 2 { byte(pair) } else { None })
        .collect()
}
