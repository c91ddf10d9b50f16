//! P6: whatever is done by a POST is done once for each key, and answered alike.

use std::collections::BTreeSet;

use airbridge_api::openapi;
use airbridge_desk::{Desk, Reply};
use airbridge_store::JobFilter;
use axum::http::StatusCode;
use serde_json::Value;

use crate::life::{Act, Bytes, live};

/// POSTs that are not done once for a key, each with its reason.
const OTHERWISE: [(&str, &str); 6] = [
    (
        "/api/v1/operations/{op}/requests/alike",
        "changes nothing: what is said of a patient is in the body so that no log has it",
    ),
    (
        "/api/v1/requests/search",
        "changes nothing: the text is in the body so that no log has it",
    ),
    (
        "/api/v1/session",
        "keys are an account's own, and nobody is logged in yet: each login makes a session of its own, which ends by itself",
    ),
    (
        "/api/v1/session/invitation",
        "nobody is logged in yet, and an invitation is taken once",
    ),
    (
        "/api/v1/self/second-factor",
        "each beginning replaces the one before, and nothing is enrolled by it",
    ),
    (
        "/api/v1/self/second-factor/confirm",
        "a code is taken once, and recovery codes are kept nowhere: who has lost them enrols anew",
    ),
];

/// POSTs whose answer holds a secret that is kept nowhere: the repetition is told that it was made.
const SHOWN_ONCE: [(&str, &str); 2] = [
    ("/api/v1/tokens", "token"),
    ("/api/v1/accounts/{id}/invitation", "invitation"),
];

/// Every POST of the description that changes something.
fn posts() -> BTreeSet<String> {
    let described = serde_json::to_value(openapi()).expect("JSON");
    let paths = described["paths"].as_object().expect("paths");
    let posts = paths.iter().filter(|(_, path)| path.get("post").is_some());
    let posts = posts.map(|(path, _)| path.clone());
    posts
        .filter(|path| !OTHERWISE.iter().any(|(other, _)| other == path))
        .collect()
}

#[test]
fn every_post_is_described_with_its_key() {
    let described = serde_json::to_value(openapi()).expect("JSON");
    let has_key = |operation: &Value| {
        let mut parameters = operation["parameters"].as_array().into_iter().flatten();
        parameters.any(|parameter| parameter["name"] == "Idempotency-Key")
    };
    let without: Vec<String> = posts()
        .into_iter()
        .filter(|path| !has_key(&described["paths"][path]["post"]))
        .collect();
    assert!(without.is_empty(), "without a key: {without:?}");
}

/// All that an act can change, as far as it can be counted.
async fn state(desk: &Desk) -> (u64, usize, usize) {
    let jobs = desk.app.store().jobs(&JobFilter::default(), None, 500).await;
    let jobs = jobs.expect("the store answers");
    let over = jobs
        .iter()
        .filter(|job| matches!(job.state, airbridge_store::JobState::Finished { .. }));
    (desk.app.see(|record| record.seq), jobs.len(), over.count())
}

fn told(reply: &Reply) -> (StatusCode, Option<&str>, Option<&str>, &[u8]) {
    let header = |name| reply.headers.get(name).and_then(|value| value.to_str().ok());
    (reply.status, header("etag"), header("location"), &reply.bytes)
}

/// Another request of the same shape, where the body has a text that may be any.
fn other(body: &Value) -> Option<Value> {
    const ANY: [&str; 12] = [
        "reason",
        "basis",
        "criteria",
        "conditions",
        "note",
        "label",
        "what",
        "identifiers",
        "condition",
        "login",
        "number",
        "place",
    ];
    let mut other = body.clone();
    let field = other
        .as_object_mut()?
        .iter_mut()
        .find(|(name, _)| ANY.contains(&name.as_str()))?;
    *field.1 = format!("{}, and more", field.1.as_str()?).into();
    Some(other)
}

#[tokio::test]
async fn every_post_is_done_once_for_a_key() {
    let desk = Desk::quick().await;
    let mut seen = BTreeSet::new();
    let mut count = 0;
    live(&desk, async |act: &Act<'_>| {
        count += 1;
        let key = format!("key-{count}");
        let first = act.send(&desk, Some(&key), "").await;
        let after = state(&desk).await;
        let again = act.send(&desk, Some(&key), "").await;
        let shown_once = SHOWN_ONCE.iter().find(|(template, _)| *template == act.template);
        if let Some((_, secret)) = shown_once {
            assert_eq!(again.status, StatusCode::CONFLICT, "{}", act.path);
            assert_eq!(again.json()["type"], "/problems/already-made");
            let secret = first.json()[*secret].as_str().expect("a secret").to_owned();
            assert!(!again.text().contains(&secret));
        } else {
            assert_eq!(
                told(&first),
                told(&again),
                "{}: {} and {}",
                act.path,
                first.text(),
                again.text()
            );
        }
        let mut others = vec![act.send(&desk, Some(&key), " ").await];
        if let Bytes::Json(body) = &act.body
            && let Some(body) = other(body)
        {
            let (who, path) = (act.who, act.path.clone());
            let (template, version) = (act.template, act.version);
            let act = Act {
                who,
                template,
                path,
                body: Bytes::Json(body),
                version,
            };
            others.push(act.send(&desk, Some(&key), "").await);
        }
        for other in others {
            assert_eq!(other.status.as_u16(), 422, "{}: {}", act.path, other.text());
            assert_eq!(other.json()["type"], "/problems/key-reused", "{}", act.path);
        }
        assert_eq!(after, state(&desk).await, "{} was done twice", act.path);
        seen.insert(act.template.to_owned());
        first
    })
    .await;
    let forgotten: Vec<String> = posts().difference(&seen).cloned().collect();
    assert!(
        forgotten.is_empty(),
        "say in `life.rs` how these are done, and they will be done twice: {forgotten:?}"
    );
}

#[tokio::test]
async fn who_a_patient_is_is_written_once_and_not_again_after_it_was_erased() {
    use airbridge_disclosure::Role;
    use serde_json::json;
    let desk = Desk::imported().await;
    let clinician = desk.somebody(Role::ReferringClinician);
    let path = "/api/v1/requests/SYN-001/identity";
    let write = async |name: &str, key: &str| {
        let body = json!({"family_name": name});
        let headers = [("idempotency-key", key)];
        desk.ask(Some(clinician), ("PUT", path), Some(body), &headers).await
    };
    assert_eq!(write("First", "one").await.status.as_u16(), 204);
    assert_eq!(write("Second", "two").await.status.as_u16(), 204);
    // A late repetition of the first leaves the second.
    assert_eq!(write("First", "one").await.status.as_u16(), 204);
    let now = desk.get(Role::ReferringClinician, path).await.json();
    assert_eq!(now["family_name"], "Second");
    assert_eq!(write("Third", "two").await.json()["type"], "/problems/key-reused");
    let erase = "/api/v1/requests/SYN-001/erase";
    let why = json!({"reason": "asked for"});
    let erased = desk.post(Role::RequestingAuthority, erase, why, &[]).await;
    assert_eq!(erased.status.as_u16(), 204);
    assert_eq!(write("Second", "two").await.json()["type"], "/problems/key-reused");
    let now = desk.get(Role::ReferringClinician, path).await.json();
    assert_eq!(now, json!({}), "a late repetition brings nobody back");
}

#[tokio::test]
async fn no_secret_is_kept_with_a_key() {
    use airbridge_disclosure::Role;
    use serde_json::json;
    let desk = Desk::quick().await;
    let made = desk
        .post(
            Role::AirliftPlanner,
            "/api/v1/tokens",
            json!({"label": "synthetic", "days": 1}),
            &[("idempotency-key", "token-1")],
        )
        .await;
    assert_eq!(made.status, StatusCode::CREATED);
    let token = made.json()["token"].as_str().expect("a token").to_owned();
    let planner = desk.somebody(Role::AirliftPlanner).id.to_string();
    let kept = desk
        .app
        .store()
        .once(&planner, "token-1")
        .await
        .expect("it is readable");
    assert!(!format!("{kept:?}").contains(&token));
    // The machine that has it comes in.
    desk.app.who(&token).await.expect("it is good");
}

#[tokio::test]
async fn a_password_is_part_of_what_was_asked_and_not_guessed_from_it() {
    use airbridge_disclosure::Role;
    use serde_json::json;
    let desk = Desk::quick().await;
    let open = async |password: &str| {
        let body = json!({"organisation": "ministry", "login": "someone", "roles": [], "password": password});
        let key = [("idempotency-key", "open-1")];
        (
            body.clone(),
            desk.post(Role::Administrator, "/api/v1/accounts", body, &key).await,
        )
    };
    let (body, first) = open(airbridge_desk::PASSWORD).await;
    assert_eq!(first.status, StatusCode::CREATED, "{}", first.text());
    let (_, again) = open(airbridge_desk::PASSWORD).await;
    assert_eq!(told(&first), told(&again));
    let (_, other) = open("nine brown owls at dusk").await;
    assert_eq!(other.json()["type"], "/problems/key-reused");
    let admin = desk.somebody(Role::Administrator).id.to_string();
    let kept = desk.app.store().once(&admin, "open-1").await.expect("it is readable");
    let plain = airbridge_app::digest(format!("POST /api/v1/accounts\n{body}").as_bytes());
    assert_ne!(kept.expect("it was kept").0, plain);
}
