//! Versions, keys, pages, and what is not understood.

use airbridge_api::routes;
use airbridge_desk::{Desk, row};
use airbridge_disclosure::{Role, Scope, Table};
use axum::body::Body;
use axum::http::{Request, StatusCode};
use serde_json::{Value, json};

const CLINICIAN: Role = Role::ReferringClinician;
const NEW: &str = "/api/v1/operations/op/requests";

async fn desk() -> Desk {
    let desk = Desk::new(&[CLINICIAN, Role::AirliftPlanner, Role::RegulatingOfficer]).await;
    desk.import().await;
    desk
}

#[tokio::test]
async fn a_change_needs_the_version_that_was_read() {
    let desk = desk().await;
    let made = desk.post(CLINICIAN, NEW, json!({"row": row()}), &[]).await;
    assert_eq!(made.status, StatusCode::CREATED, "{}", made.json());
    let place = made.header("location").to_owned();
    let read = desk.get(CLINICIAN, &place).await;
    assert_eq!(read.header("etag"), "\"1\"");
    assert_eq!(read.json()["row"]["clinical_notes"], "synthetic notes");
    let change = json!({"row": {"age_years": "42"}});
    let who = desk.somebody(CLINICIAN);
    for (tag, status) in [
        (None, 428),
        (Some("*"), 428),
        (Some("\"7\""), 412),
        (Some("\"1\""), 200),
        (Some("\"1\""), 412),
    ] {
        let headers: Vec<(&str, &str)> = tag.iter().map(|tag| ("if-match", *tag)).collect();
        let reply = desk
            .ask(Some(who), ("PATCH", &place), Some(change.clone()), &headers)
            .await;
        assert_eq!(reply.status.as_u16(), status, "{tag:?}");
    }
    assert_eq!(desk.get(CLINICIAN, &place).await.header("etag"), "\"2\"");
}

#[tokio::test]
async fn the_same_key_does_it_once() {
    let desk = desk().await;
    let key = [("idempotency-key", "key-1")];
    let first = desk.post(CLINICIAN, NEW, json!({"row": row()}), &key).await;
    let again = desk.post(CLINICIAN, NEW, json!({"row": row()}), &key).await;
    assert_eq!((first.status, &first.bytes), (again.status, &again.bytes));
    assert_eq!(first.header("location"), again.header("location"));
    let other = desk.post(CLINICIAN, NEW, json!({"row": {"origin": "BMC"}}), &key).await;
    assert_eq!(other.status, StatusCode::UNPROCESSABLE_ENTITY);
    assert_eq!(other.json()["type"], "/problems/key-reused");
    let bad = desk
        .post(
            CLINICIAN,
            NEW,
            json!({"row": row()}),
            &[("idempotency-key", "two words")],
        )
        .await;
    assert_eq!(bad.status, StatusCode::BAD_REQUEST);
}

#[tokio::test]
async fn what_is_not_understood_is_refused_with_its_place() {
    let desk = desk().await;
    let reply = desk.post(CLINICIAN, NEW, json!({"row": {}, "rows": 1}), &[]).await;
    assert_eq!(reply.status, StatusCode::UNPROCESSABLE_ENTITY);
    assert_eq!(reply.json()["errors"][0]["pointer"], "/rows");
    let reply = desk.post(CLINICIAN, NEW, json!({"row": {"surname": "x"}}), &[]).await;
    assert_eq!(reply.status, StatusCode::UNPROCESSABLE_ENTITY);
    assert_eq!(reply.json()["errors"][0]["pointer"], "/row/surname");
    assert_eq!(reply.header("content-type"), "application/problem+json");
    for path in [
        "/api/v1/requests?colour=red",
        "/api/v1/requests?limit=0",
        "/api/v1/requests?limit=x",
        "/api/v1/self?a=b",
    ] {
        assert_eq!(
            desk.get(CLINICIAN, path).await.status,
            StatusCode::BAD_REQUEST,
            "{path}"
        );
    }
    let token = format!("Bearer {}", desk.somebody(CLINICIAN).token);
    let post = |media: &str, body: Vec<u8>| {
        let request = Request::post(NEW)
            .header("authorization", &token)
            .header("content-type", media);
        request.body(Body::from(body)).expect("a request")
    };
    assert_eq!(
        desk.send(post("application/json", b"{\"row\":".to_vec()))
            .await
            .status
            .as_u16(),
        400
    );
    assert_eq!(
        desk.send(post("text/plain", b"{\"row\":{}}".to_vec()))
            .await
            .status
            .as_u16(),
        415
    );
    assert_eq!(
        desk.send(post("application/json", vec![b' '; 1024 * 1024 + 1]))
            .await
            .status
            .as_u16(),
        413
    );
}

#[tokio::test]
async fn unknown_paths_and_methods_are_problems() {
    let desk = desk().await;
    let long = format!("/api/v1/requests/{}", "x".repeat(5000));
    for path in [
        "/api/v2/requests",
        "/api/v1/requests/%00",
        "/api/v1/requests/%ff",
        long.as_str(),
    ] {
        let reply = desk.get(CLINICIAN, path).await;
        assert_eq!(reply.status, StatusCode::NOT_FOUND, "{path}");
        assert_eq!(reply.json()["type"], "/problems/not-found");
    }
    let reply = desk
        .ask(Some(desk.somebody(CLINICIAN)), ("PUT", "/api/v1/requests"), None, &[])
        .await;
    assert_eq!(reply.status, StatusCode::METHOD_NOT_ALLOWED);
    assert_eq!(reply.header("content-type"), "application/problem+json");
}

#[tokio::test]
async fn unknown_and_somebody_elses_look_the_same() {
    let desk = desk().await;
    desk.foreign("FOREIGN").await;
    let unknown = desk.get(CLINICIAN, "/api/v1/requests/UNKNOWN").await;
    let foreign = desk.get(CLINICIAN, "/api/v1/requests/FOREIGN").await;
    assert_eq!((unknown.status, unknown.bytes), (foreign.status, foreign.bytes));
    assert_eq!(unknown.headers, foreign.headers);
}

#[tokio::test]
async fn pages_have_no_gaps() {
    let desk = desk().await;
    let ids = |page: &Value| -> Vec<String> {
        let items = page["items"].as_array().expect("a list");
        items
            .iter()
            .map(|item| item["id"].as_str().expect("an id").to_owned())
            .collect()
    };
    let whole = ids(&desk.get(CLINICIAN, "/api/v1/requests?limit=100").await.json());
    assert_eq!(whole.len(), 12);
    let mut path = "/api/v1/requests?limit=5&state=cleared".to_owned();
    let mut all = Vec::new();
    loop {
        let reply = desk.get(CLINICIAN, &path).await;
        all.extend(ids(&reply.json()));
        let Some(link) = reply.headers.get("link") else { break };
        let link = link.to_str().expect("text");
        path = link.split(['<', '>']).nth(1).expect("an address").to_owned();
    }
    assert_eq!(all, whole);
}

#[tokio::test]
async fn needs_are_anonymous() {
    let desk = desk().await;
    let reply = desk.get(Role::RegulatingOfficer, "/api/v1/needs").await;
    assert_eq!(reply.status, StatusCode::OK);
    let needs = reply.json();
    assert_eq!(needs["items"].as_array().expect("a list").len(), 12);
    for need in needs["items"].as_array().expect("a list") {
        assert!(
            need["row"].get("origin").is_none() && need["row"]["specialty"].is_string(),
            "{need}"
        );
    }
}

#[tokio::test]
async fn an_event_may_come_before_there_is_a_plan_but_not_of_a_mission() {
    let desk = desk().await;
    let path = "/api/v1/operations/op/events";
    let at = "2017-01-31T05:30:00Z";
    let out = json!({"at": at, "kind": "airfield-closed", "airfield": "HLLB"});
    assert_eq!(
        desk.post(Role::AirliftPlanner, path, out, &[]).await.status,
        StatusCode::OK
    );
    for (event, status) in [
        (
            json!({"at": at, "kind": "off-block", "mission": "M001", "airfield": "HLLB"}),
            StatusCode::NOT_FOUND,
        ),
        (
            json!({"at": at, "kind": "airfield-closed", "airfield": "NONE"}),
            StatusCode::UNPROCESSABLE_ENTITY,
        ),
        (
            json!({"at": "2017-01-31T07:00:00Z", "kind": "airfield-closed", "airfield": "HLLB"}),
            StatusCode::UNPROCESSABLE_ENTITY,
        ),
        (json!({"kind": "nothing"}), StatusCode::UNPROCESSABLE_ENTITY),
    ] {
        let reply = desk.post(Role::AirliftPlanner, path, event.clone(), &[]).await;
        assert_eq!(reply.status, status, "{event} {}", reply.json());
    }
}

#[tokio::test]
async fn who_may_not_is_told_so_before_anything_else_is_read() {
    let desk = Desk::quick().await;
    let table = Table::load().expect("sound");
    let mut asked = 0;
    for (method, path, operation) in routes() {
        for role in Role::ALL {
            let row = table.row(operation);
            let never = row.scopes[role] == Scope::Nobody && !row.emergency.contains(role);
            if !never {
                continue;
            }
            let path = path.replace("{id}", "none").replace("{op}", "none");
            let token = format!("Bearer {}", desk.somebody(*role).token);
            let request = Request::builder()
                .method(method.as_str())
                .uri(&path)
                .header("authorization", token)
                .header("content-type", "text/odd")
                .header("if-match", "odd")
                .body(Body::from("nothing that could be read"));
            let reply = desk.send(request.expect("a request")).await;
            assert_eq!(
                reply.status,
                StatusCode::FORBIDDEN,
                "{method} {path} by {role}: {}",
                reply.text()
            );
            asked += 1;
        }
    }
    assert!(asked > 500, "{asked}");
}

/// Whatever an issuer sends along is not ours to refuse (RFC 6749, section 4.1.2).
const FOREIGN: &str = "/api/v1/session/sign-on/callback";

#[tokio::test]
async fn an_unknown_parameter_is_an_error_everywhere() {
    let desk = Desk::imported().await;
    let table = Table::load().expect("sound");
    for (method, path, operation) in routes().into_iter().filter(|(_, path, _)| *path != FOREIGN) {
        let may = |role: &&Role| table.row(operation).scopes[*role] != Scope::Nobody;
        let who = Role::ALL.iter().find(may).map(|role| desk.somebody(*role));
        let there = path.replace("{op}", "op").replace("{id}", "none");
        let asked = format!("{there}?colour=red");
        let body = (method != "GET").then(|| json!({}));
        let reply = desk.ask(who, (&method, &asked), body, &[("if-match", "\"1\"")]).await;
        assert!(reply.status.is_client_error(), "{method} {asked}: {}", reply.status);
        if !path.contains("{id}") {
            assert_eq!(
                reply.status,
                StatusCode::BAD_REQUEST,
                "{method} {asked}: {}",
                reply.text()
            );
        }
    }
    for path in ["/healthz", "/readyz", "/openapi.json", "/api/v1/openapi.json"] {
        let reply = desk.ask(None, ("GET", &format!("{path}?colour=red")), None, &[]).await;
        assert_eq!(reply.status, StatusCode::BAD_REQUEST, "{path}");
    }
}
