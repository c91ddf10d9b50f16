//! An issuer on loopback that does as it is told, wrong things too. Synthetic throughout.

use std::collections::BTreeMap;
use std::sync::{Arc, Mutex};

use airbridge_oidc::{Issuer, IssuerSettings};
use axum::extract::{Form, Query, State};
use axum::http::{HeaderMap, StatusCode, header};
use axum::response::{IntoResponse, Response};
use axum::routing::{get, post};
use axum::{Json, Router};
use jiff::Timestamp;
use openidconnect::core::{
    CoreEdDsaPrivateSigningKey, CoreIdToken, CoreIdTokenClaims, CoreJsonWebKeySet, CoreJwsSigningAlgorithm,
};
use openidconnect::{
    Audience, EmptyAdditionalClaims, IssuerUrl, JsonWebKeyId, Nonce, PkceCodeChallenge, PkceCodeVerifier,
    PrivateSigningKey as _, StandardClaims, SubjectIdentifier,
};
use serde_json::json;

pub(crate) const CLIENT: &str = "airbridge-synthetic";
pub(crate) const SECRET: &str = "synthetic-client-secret";
pub(crate) const BACK: &str = "https://airbridge.example/api/v1/session/sign-on/callback";

/// What the issuer does wrong.
#[derive(Clone, Copy, PartialEq, Eq, Debug, Default)]
pub(crate) enum Wrong {
    #[default]
    Nothing,
    Nonce,
    Audience,
    Name,
    Expired,
    /// Signed with a key that it does not show.
    Key,
    /// Signed with nothing.
    Unsigned,
    /// Signed with the secret that is shared.
    SharedSecret,
    NoToken,
    /// Sends whoever asks elsewhere.
    Elsewhere,
}

/// Everything that the issuer knows.
pub(crate) struct Knows {
    pub(crate) wrong: Wrong,
    pub(crate) now: Timestamp,
    /// Who logs in next.
    pub(crate) subject: String,
    /// Number of the key that it signs with.
    pub(crate) key: u8,
    /// Codes that were not redeemed: what was asked for with them.
    codes: BTreeMap<String, BTreeMap<String, String>>,
    /// What was asked of it.
    pub(crate) asked: Vec<&'static str>,
}

type Shared = Arc<Mutex<Knows>>;

/// An issuer that listens.
pub(crate) struct Desk {
    pub(crate) knows: Shared,
    pub(crate) url: String,
}

impl Desk {
    pub(crate) async fn start(now: Timestamp) -> Self {
        let listener = tokio::net::TcpListener::bind("127.0.0.1:0").await.expect("loopback");
        let url = format!("http://{}", listener.local_addr().expect("it listens"));
        let knows = Arc::new(Mutex::new(Knows {
            wrong: Wrong::Nothing,
            now,
            subject: "subject-1".to_owned(),
            key: 1,
            codes: BTreeMap::new(),
            asked: Vec::new(),
        }));
        let router = Router::new()
            .route("/authorize", get(authorize))
            .route("/token", post(token))
            .route("/keys", get(keys))
            .route(
                "/elsewhere",
                post(|| async { Json(json!({})) }).get(|| async { Json(json!({})) }),
            )
            .fallback(|State(knows): State<Shared>| async move {
                knows
                    .lock()
                    .expect("nobody panics with it")
                    .asked
                    .push("something else");
                StatusCode::NOT_FOUND
            })
            .with_state(Arc::clone(&knows));
        tokio::spawn(async move { axum::serve(listener, router).await.expect("it serves") });
        Self { knows, url }
    }

    pub(crate) fn issuer(&self) -> Issuer {
        let at = |path: &str| format!("{}/{path}", self.url);
        Issuer::new(IssuerSettings {
            issuer: self.url.clone(),
            authorization_endpoint: at("authorize"),
            token_endpoint: at("token"),
            jwks_uri: at("keys"),
            client_id: CLIENT.to_owned(),
            client_secret: SECRET.to_owned(),
            redirect_uri: BACK.to_owned(),
            ca: None,
        })
        .expect("sensible")
    }

    pub(crate) fn set(&self, change: impl FnOnce(&mut Knows)) {
        change(&mut self.knows.lock().expect("nobody panics with it"));
    }

    /// What a browser does that is sent to an address, and whose user logs in: what it brings back, by name.
    pub(crate) fn browse(&self, url: &str) -> BTreeMap<String, String> {
        let url = openidconnect::url::Url::parse(url).expect("an address");
        assert!(url.as_str().starts_with(&format!("{}/authorize?", self.url)), "{url}");
        let query: BTreeMap<String, String> = url.query_pairs().into_owned().collect();
        let back = logged_in(&self.knows, query);
        let back = openidconnect::url::Url::parse(&back).expect("an address");
        assert!(back.as_str().starts_with(BACK));
        back.query_pairs().into_owned().collect()
    }
}

/// A key by its number. The bytes are made up, as everything here.
fn signing(number: u8) -> CoreEdDsaPrivateSigningKey {
    // PKCS #8 around an Ed25519 seed (RFC 8410).
    let der = [
        &[
            0x30, 0x2e, 0x02, 0x01, 0x00, 0x30, 0x05, 0x06, 0x03, 0x2b, 0x65, 0x70, 0x04, 0x22, 0x04, 0x20,
        ][..],
        &[number; 32],
    ]
    .concat();
    let kind = ["PRIVATE", "KEY"].join(" ");
    let pem = format!("-----BEGIN {kind}-----\n{}\n-----END {kind}-----\n", base64(&der));
    CoreEdDsaPrivateSigningKey::from_ed25519_pem(&pem, Some(JsonWebKeyId::new(format!("key-{number}")))).expect("a key")
}

fn base64(bytes: &[u8]) -> String {
    const SIGNS: &[u8; 64] = b"ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/";
    let group = |three: &[u8]| {
        let number = (0..3).fold(0_u32, |number, at| {
            number << 8 | u32::from(three.get(at).copied().unwrap_or(0))
        });
        (0..4)
            .map(|at| {
                if at <= three.len() {
                    char::from(SIGNS[(number >> (18 - 6 * at) & 63) as usize])
                } else {
                    '='
                }
            })
            .collect::<String>()
    };
    bytes.chunks(3).map(group).collect()
}

/// Where the browser goes back to, with a code.
fn logged_in(knows: &Shared, query: BTreeMap<String, String>) -> String {
    assert_eq!(query["response_type"], "code");
    assert_eq!(query["client_id"], CLIENT);
    assert_eq!(query["redirect_uri"], BACK);
    assert_eq!(query["code_challenge_method"], "S256");
    assert!(query["scope"].split(' ').any(|scope| scope == "openid"));
    assert!(query["state"].len() >= 16 && query["nonce"].len() >= 16);
    let mut knows = knows.lock().expect("nobody panics with it");
    knows.asked.push("authorize");
    let code = format!("code-{}", knows.asked.len());
    let back = format!("{BACK}?code={code}&state={}&iss=ignored", query["state"]);
    knows.codes.insert(code, query);
    back
}

async fn authorize(State(knows): State<Shared>, Query(query): Query<BTreeMap<String, String>>) -> Response {
    (StatusCode::SEE_OTHER, [(header::LOCATION, logged_in(&knows, query))]).into_response()
}

async fn keys(State(knows): State<Shared>) -> Response {
    let mut knows = knows.lock().expect("nobody panics with it");
    knows.asked.push("keys");
    Json(CoreJsonWebKeySet::new(vec![signing(knows.key).as_verification_key()])).into_response()
}

async fn token(
    State(knows): State<Shared>,
    headers: HeaderMap,
    Form(form): Form<BTreeMap<String, String>>,
) -> Response {
    let mut knows = knows.lock().expect("nobody panics with it");
    knows.asked.push("token");
    let refused = |error: &str| {
        let body = json!({ "error": error, "error_description": "what the issuer says" });
        (StatusCode::BAD_REQUEST, Json(body)).into_response()
    };
    if knows.wrong == Wrong::Elsewhere {
        return (StatusCode::TEMPORARY_REDIRECT, [(header::LOCATION, "/elsewhere")]).into_response();
    }
    let basic = format!("Basic {}", base64(format!("{CLIENT}:{SECRET}").as_bytes()));
    if headers
        .get(header::AUTHORIZATION)
        .is_none_or(|shown| shown != basic.as_str())
    {
        return refused("invalid_client");
    }
    // A code is good once.
    let Some(asked) = knows.codes.remove(&form["code"]) else {
        return refused("invalid_grant");
    };
    let verifier = PkceCodeVerifier::new(form["code_verifier"].clone());
    let challenge = PkceCodeChallenge::from_code_verifier_sha256(&verifier);
    if challenge.as_str() != asked["code_challenge"] || form["redirect_uri"] != BACK {
        return refused("invalid_grant");
    }
    let mut body = json!({ "access_token": "synthetic", "token_type": "Bearer" });
    if knows.wrong != Wrong::NoToken {
        // `iss` is the address under which it was asked for.
        let host = headers[header::HOST].to_str().expect("a host");
        body["id_token"] = json!(word(&knows, &format!("http://{host}"), &asked["nonce"]));
    }
    Json(body).into_response()
}

fn word(knows: &Knows, own: &str, nonce: &str) -> String {
    let wrong = |which: Wrong, bad: &str, good: &str| if knows.wrong == which { bad } else { good }.to_owned();
    let issuer = IssuerUrl::new(wrong(Wrong::Name, "https://issuer.example", own)).expect("an address");
    let audience = vec![Audience::new(wrong(Wrong::Audience, "another client", CLIENT))];
    let at = |seconds: i64| chrono::DateTime::from_timestamp(knows.now.as_second() + seconds, 0).expect("an instant");
    let ends = if knows.wrong == Wrong::Expired { -60 } else { 300 };
    let subject = StandardClaims::new(SubjectIdentifier::new(knows.subject.clone()));
    let claims = CoreIdTokenClaims::new(issuer, audience, at(ends), at(-90), subject, EmptyAdditionalClaims {})
        .set_nonce(Some(Nonce::new(wrong(Wrong::Nonce, "another nonce", nonce))));
    let number = if knows.wrong == Wrong::Key { 99 } else { knows.key };
    let token = match knows.wrong {
        Wrong::SharedSecret => {
            let key = openidconnect::core::CoreHmacKey::new(SECRET.as_bytes());
            CoreIdToken::new(claims, &key, CoreJwsSigningAlgorithm::HmacSha256, None, None)
        }
        _ => CoreIdToken::new(claims, &signing(number), CoreJwsSigningAlgorithm::EdDsa, None, None),
    };
    let token = token.expect("it can be signed").to_string();
    if knows.wrong == Wrong::Unsigned {
        let claims = token.split('.').nth(1).expect("three parts");
        let header = base64(br#"{"alg":"none"}"#).trim_end_matches('=').to_owned();
        return format!("{header}.{claims}.");
    }
    token
}
