//! How one proves who one is, over the interface: invitations, passwords that others have set, second factors, roles that do not go together.

use std::ops::Deref;

use airbridge_desk::{PASSWORD, Reply, Somebody};
use airbridge_disclosure::Role;
use axum::http::StatusCode;
use jiff::SignedDuration;
use serde_json::{Value, json};
use totp_rs::{Builder, Secret};

const LOG_IN: (&str, &str) = ("POST", "/api/v1/session");
const CHOSEN: &str = "nine brown owls at dusk";

/// A desk at which people prove who they are.
struct Desk(airbridge_desk::Desk);

impl Deref for Desk {
    type Target = airbridge_desk::Desk;

    fn deref(&self) -> &Self::Target {
        &self.0
    }
}

impl Desk {
    async fn new(roles: &[Role]) -> Self {
        Self(airbridge_desk::Desk::new(roles).await)
    }

    async fn log_in(&self, login: &str, password: &str, code: Option<&str>) -> Reply {
        let mut body = json!({"login": login, "password": password, "machine": true});
        if let Some(code) = code {
            body["code"] = code.into();
        }
        self.ask(None, LOG_IN, Some(body), &[]).await
    }

    async fn open(&self, body: Value) -> Reply {
        self.post(Role::Administrator, "/api/v1/accounts", body, &[]).await
    }

    /// Asks as whoever has a token.
    async fn as_token(&self, token: &str, (method, path): (&str, &str), body: Option<Value>) -> Reply {
        let bearer = format!("Bearer {token}");
        self.ask(None, (method, path), body, &[("authorization", &bearer)])
            .await
    }
}

fn token(reply: &Reply) -> String {
    reply.json()["token"].as_str().expect("a token").to_owned()
}

fn kind(reply: &Reply) -> String {
    reply.json()["type"].as_str().expect("a problem").to_owned()
}

fn code(desk: &Desk, secret: &str) -> String {
    let secret = Secret::try_from_base32(secret).expect("base 32");
    let totp = Builder::new().with_secret(secret).build().expect("20 bytes");
    totp.generate(desk.app.now().as_second() as u64).to_string()
}

#[tokio::test]
async fn an_account_is_opened_and_its_owner_invited() {
    let desk = Desk::new(&[Role::Administrator, Role::Auditor]).await;
    let opened = desk
        .open(json!({"organisation": "ministry", "login": "eve", "roles": ["crew"]}))
        .await;
    assert_eq!(opened.status, StatusCode::CREATED, "{}", opened.json());
    let id = opened.json()["id"].as_str().expect("an id").to_owned();
    assert_eq!(desk.log_in("eve", "", None).await.status, StatusCode::UNAUTHORIZED);
    let invite = format!("/api/v1/accounts/{id}/invitation");
    let headers = [("if-match", "\"1\""), ("idempotency-key", "one")];
    let invited = desk.post(Role::Administrator, &invite, json!({}), &headers).await;
    assert_eq!(invited.status, StatusCode::CREATED, "{}", invited.json());
    let invitation = invited.json()["invitation"].as_str().expect("a token").to_owned();
    // What was shown once is not shown again, and not kept.
    let again = desk.post(Role::Administrator, &invite, json!({}), &headers).await;
    assert!(
        again.json()["invitation"].is_null() || again.status.is_client_error(),
        "{}",
        again.json()
    );
    let audit = desk.get(Role::Auditor, "/api/v1/audit?limit=100").await;
    assert!(!String::from_utf8_lossy(&audit.bytes).contains(&invitation));
    let accept = async |invitation: &str, password: &str| {
        let body = json!({"invitation": invitation, "password": password});
        desk.ask(None, ("POST", "/api/v1/session/invitation"), Some(body), &[])
            .await
    };
    let easy = accept(&invitation, "passwordpassword").await;
    assert_eq!(easy.status, StatusCode::UNPROCESSABLE_ENTITY);
    assert_eq!(easy.json()["errors"][0]["pointer"], "/password");
    assert_eq!(accept(&invitation, CHOSEN).await.status, StatusCode::NO_CONTENT);
    let used = accept(&invitation, CHOSEN).await;
    assert_eq!(
        (used.status, kind(&used).as_str()),
        (StatusCode::UNAUTHORIZED, "/problems/wrong-invitation")
    );
    let session = desk.log_in("eve", CHOSEN, None).await;
    assert_eq!(session.json()["must_change_password"], false);
}

#[tokio::test]
async fn a_password_that_somebody_else_has_set_is_good_for_another_only() {
    let desk = Desk::new(&[Role::Administrator]).await;
    let body = json!({"organisation": "ministry", "login": "eve", "roles": ["airlift-planner"], "password": PASSWORD});
    assert_eq!(desk.open(body).await.status, StatusCode::CREATED);
    let session = desk.log_in("eve", PASSWORD, None).await;
    assert_eq!(session.json()["must_change_password"], true);
    let eve = token(&session);
    assert_eq!(
        desk.as_token(&eve, ("GET", "/api/v1/self"), None).await.status,
        StatusCode::OK
    );
    for (method, path) in [
        ("GET", "/api/v1/plans"),
        ("GET", "/api/v1/stream"),
        ("POST", "/api/v1/tokens"),
        ("POST", "/api/v1/self/second-factor"),
    ] {
        let refused = desk.as_token(&eve, (method, path), None).await;
        assert_eq!(refused.status, StatusCode::FORBIDDEN, "{path}");
        assert_eq!(kind(&refused), "/problems/password-change-needed", "{path}");
    }
    let password = ("PUT", "/api/v1/self/password");
    let same = desk
        .as_token(&eve, password, Some(json!({"old": PASSWORD, "new": PASSWORD})))
        .await;
    assert_eq!(same.status, StatusCode::UNPROCESSABLE_ENTITY);
    let changed = desk
        .as_token(&eve, password, Some(json!({"old": PASSWORD, "new": CHOSEN})))
        .await;
    assert_eq!(changed.status, StatusCode::NO_CONTENT);
    assert_eq!(
        desk.as_token(&eve, ("GET", "/api/v1/self"), None).await.status,
        StatusCode::UNAUTHORIZED
    );
    let eve = token(&desk.log_in("eve", CHOSEN, None).await);
    assert_eq!(
        desk.as_token(&eve, ("GET", "/api/v1/plans"), None).await.status,
        StatusCode::OK
    );
}

#[tokio::test]
async fn a_refused_password_leaves_no_account() {
    let desk = Desk::new(&[Role::Administrator]).await;
    let body = json!({"organisation": "ministry", "login": "eve", "roles": [], "password": "passwordpassword"});
    assert_eq!(desk.open(body).await.status, StatusCode::UNPROCESSABLE_ENTITY);
    assert!(desk.app.see(|record| record.by_login("eve").is_none()));
}

#[tokio::test]
async fn a_second_factor_is_enrolled_asked_for_and_reset() {
    let desk = Desk::new(&[Role::Administrator, Role::Auditor, Role::DutyOfficer]).await;
    let officer = desk.somebody(Role::DutyOfficer).clone();
    let begin = json!({"password": PASSWORD});
    let begun = desk
        .post(Role::DutyOfficer, "/api/v1/self/second-factor", begin, &[])
        .await;
    assert_eq!(begun.status, StatusCode::OK, "{}", begun.json());
    let secret = begun.json()["secret"].as_str().expect("base 32").to_owned();
    let confirm = json!({"code": code(&desk, &secret)});
    let confirmed = desk
        .post(Role::DutyOfficer, "/api/v1/self/second-factor/confirm", confirm, &[])
        .await;
    assert_eq!(confirmed.status, StatusCode::OK, "{}", confirmed.json());
    let codes: Vec<String> = serde_json::from_value(confirmed.json()["recovery_codes"].clone()).expect("texts");
    let missing = desk.log_in("duty-officer", PASSWORD, None).await;
    assert_eq!(
        (missing.status, kind(&missing).as_str()),
        (StatusCode::UNAUTHORIZED, "/problems/second-factor")
    );
    // Who does not know the password does not learn that there is a second factor.
    let wrong = desk.log_in("duty-officer", "another password here", None).await;
    assert_eq!(kind(&wrong), "/problems/wrong-password");
    desk.given.set(desk.app.now() + SignedDuration::from_secs(30));
    let shown = code(&desk, &secret);
    assert_eq!(
        desk.log_in("duty-officer", PASSWORD, Some(&shown)).await.status,
        StatusCode::CREATED
    );
    let again = desk.log_in("duty-officer", PASSWORD, Some(&shown)).await;
    assert_eq!(
        (again.status, kind(&again).as_str()),
        (StatusCode::UNAUTHORIZED, "/problems/wrong-code")
    );
    assert_eq!(
        desk.log_in("duty-officer", PASSWORD, Some(&codes[0])).await.status,
        StatusCode::CREATED
    );
    let me = desk.get(Role::DutyOfficer, "/api/v1/self").await.json();
    assert_eq!(
        (&me["second_factor"], &me["recovery_codes_left"]),
        (&json!(true), &json!(9))
    );

    let reset = format!("/api/v1/accounts/{}/reset-factor", officer.id);
    let account = format!("/api/v1/accounts/{}", officer.id);
    let version = desk.get(Role::Administrator, &account).await.header("etag").to_owned();
    let lost = json!({"reason": "lost the telephone"});
    let done = desk
        .post(Role::Administrator, &reset, lost, &[("if-match", &version)])
        .await;
    assert_eq!(done.status, StatusCode::OK, "{}", done.json());
    let gone = desk.get(Role::DutyOfficer, "/api/v1/self").await;
    assert_eq!(gone.status, StatusCode::UNAUTHORIZED, "sessions have ended");
    assert_eq!(
        desk.log_in("duty-officer", PASSWORD, None).await.status,
        StatusCode::CREATED
    );
    let audit = desk.get(Role::Auditor, "/api/v1/audit?limit=100").await.json();
    let acts: Vec<(&str, &str)> = audit["items"]
        .as_array()
        .expect("a list")
        .iter()
        .filter_map(|entry| Some((entry["act"].as_str()?, entry["outcome"].as_str()?)))
        .collect();
    for expected in [
        ("self.second-factor", "begun"),
        ("self.second-factor", "enrolled"),
        ("session.create", "second factor is missing"),
        ("session.create", "code used again"),
        ("session.create", "logged in by a recovery code"),
        ("account.reset-factor", "done"),
    ] {
        assert!(acts.contains(&expected), "{expected:?} in {acts:?}");
    }
    let text = audit.to_string();
    assert!(!text.contains(&secret) && !text.contains(&codes[0]));
}

#[tokio::test]
async fn nobody_sees_to_their_own() {
    let desk = Desk::new(&[Role::Administrator]).await;
    let Somebody { id, .. } = desk.somebody(Role::Administrator).clone();
    for (act, body) in [
        ("invitation", json!({})),
        ("reset-factor", json!({"reason": "r"})),
        ("link", json!({"issuer": "https://issuer.example", "subject": "s"})),
    ] {
        let path = format!("/api/v1/accounts/{id}/{act}");
        let refused = desk
            .post(Role::Administrator, &path, body, &[("if-match", "\"1\"")])
            .await;
        assert_eq!(refused.status, StatusCode::NOT_FOUND, "{act}: {}", refused.json());
    }
}

#[tokio::test]
async fn roles_that_do_not_go_together_are_refused_with_the_reason() {
    let desk = Desk::new(&[Role::Administrator]).await;
    let roles = json!(["airlift-planner", "crew", "duty-officer"]);
    let body = json!({"organisation": "ministry", "login": "eve", "roles": roles, "password": PASSWORD});
    let refused = desk.open(body).await;
    assert_eq!(refused.status, StatusCode::CONFLICT);
    let problem = refused.json();
    assert_eq!(problem["errors"][0]["pointer"], "/roles/2");
    assert!(
        problem["detail"].as_str().expect("words").contains("does not adopt it"),
        "{problem}"
    );
    let one = desk
        .open(json!({"organisation": "ministry", "login": "eve", "roles": ["crew"]}))
        .await
        .json();
    let path = format!("/api/v1/accounts/{}", one["id"].as_str().expect("an id"));
    let administrator = desk.somebody(Role::Administrator).clone();
    let change = json!({"roles": ["crew", "administrator"]});
    let refused = desk
        .ask(
            Some(&administrator),
            ("PATCH", &path),
            Some(change),
            &[("if-match", "\"1\"")],
        )
        .await;
    assert_eq!(refused.status, StatusCode::CONFLICT, "{}", refused.json());
}

#[tokio::test]
async fn without_another_issuer_there_is_no_way_there() {
    let desk = Desk::new(&[]).await;
    for path in [
        "/api/v1/session/sign-on",
        "/api/v1/session/sign-on/callback?code=c&state=s",
    ] {
        let reply = desk.ask(None, ("GET", path), None, &[]).await;
        assert_eq!(
            (reply.status, kind(&reply).as_str()),
            (StatusCode::CONFLICT, "/problems/not-configured")
        );
    }
}
