//! Logging in and out, the cookie, and other sites.

use airbridge_desk::{Desk, PASSWORD, organisation};
use airbridge_disclosure::Role;
use axum::http::StatusCode;
use serde_json::json;

const LOG_IN: (&str, &str) = ("POST", "/api/v1/session");

async fn cookie(desk: &Desk) -> String {
    let body = json!({"login": "auditor", "password": PASSWORD});
    let reply = desk.ask(None, LOG_IN, Some(body), &[]).await;
    assert_eq!(reply.status, StatusCode::CREATED);
    assert!(reply.json().get("token").is_none(), "a browser has it as a cookie only");
    let line = reply.header("set-cookie");
    for part in ["__Host-airbridge=", "Path=/", "HttpOnly", "SameSite=Strict", "Secure"] {
        assert!(line.contains(part), "{line}");
    }
    line.split(';').next().expect("a pair").to_owned()
}

#[tokio::test]
async fn a_cookie_logs_in_and_out() {
    let desk = Desk::new(&[Role::Auditor]).await;
    let cookie = cookie(&desk).await;
    let me = ("GET", "/api/v1/self");
    let reply = desk.ask(None, me, None, &[("cookie", &cookie)]).await;
    assert_eq!(reply.status, StatusCode::OK);
    assert_eq!(reply.json()["organisation"], organisation(Role::Auditor));
    assert_eq!(reply.header("x-content-type-options"), "nosniff");
    assert_eq!(reply.header("cache-control"), "no-store");
    let out = ("DELETE", "/api/v1/session");
    let reply = desk
        .ask(None, out, None, &[("cookie", &cookie), ("x-airbridge", "1")])
        .await;
    assert_eq!(reply.status, StatusCode::NO_CONTENT);
    let reply = desk.ask(None, me, None, &[("cookie", &cookie)]).await;
    assert_eq!(reply.status, StatusCode::UNAUTHORIZED);
}

#[tokio::test]
async fn other_sites_change_nothing_with_the_cookie() {
    let desk = Desk::new(&[Role::Auditor]).await;
    let cookie = cookie(&desk).await;
    let out = ("DELETE", "/api/v1/session");
    let host = ("host", "airbridge.example");
    for headers in [
        vec![("cookie", cookie.as_str()), host],
        vec![
            ("cookie", &cookie),
            host,
            ("x-airbridge", "1"),
            ("origin", "https://elsewhere.example"),
        ],
        vec![("cookie", &cookie), host, ("x-airbridge", "1"), ("origin", "null")],
    ] {
        let reply = desk.ask(None, out, None, &headers).await;
        assert_eq!(reply.status, StatusCode::FORBIDDEN);
        assert_eq!(reply.json()["type"], "/problems/cross-site");
    }
    let own = [
        ("cookie", cookie.as_str()),
        host,
        ("x-airbridge", "1"),
        ("origin", "https://airbridge.example"),
    ];
    let reply = desk.ask(None, out, None, &own).await;
    assert_eq!(reply.status, StatusCode::NO_CONTENT);
}

#[tokio::test]
async fn a_wrong_password_looks_like_an_unknown_login() {
    let desk = Desk::new(&[Role::Auditor]).await;
    let mut bodies = Vec::new();
    for login in ["auditor", "nobody"] {
        let body = json!({"login": login, "password": "not the right password"});
        let reply = desk.ask(None, LOG_IN, Some(body), &[]).await;
        assert_eq!(reply.status, StatusCode::UNAUTHORIZED);
        assert_eq!(reply.header("content-type"), "application/problem+json");
        bodies.push(reply.bytes);
    }
    assert_eq!(bodies[0], bodies[1]);
}

#[tokio::test]
async fn a_machine_gets_its_token() {
    let desk = Desk::new(&[Role::Auditor]).await;
    let body = json!({"login": "auditor", "password": PASSWORD, "machine": true});
    let reply = desk.ask(None, LOG_IN, Some(body), &[]).await;
    assert!(reply.json()["token"].is_string());
}
