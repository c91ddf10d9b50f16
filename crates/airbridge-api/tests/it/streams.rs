//! Live updates.

use std::time::Duration;

use airbridge_desk::{Desk, row};
use airbridge_disclosure::Role;
use airbridge_events::{AccountCommand, Command};
use axum::body::{Body, BodyDataStream};
use axum::http::{Request, StatusCode};
use futures_util::StreamExt as _;
use jiff::SignedDuration;
use serde_json::json;
use tokio::time::timeout;
use tower::ServiceExt as _;

const CLINICIAN: Role = Role::ReferringClinician;

async fn follow(desk: &Desk, role: Role, after: &str) -> BodyDataStream {
    let token = &desk.somebody(role).token;
    let request = Request::get("/api/v1/stream")
        .header("authorization", format!("Bearer {token}"))
        .header("last-event-id", after)
        .body(Body::empty())
        .expect("a request");
    let response = desk.router.clone().oneshot(request).await.expect("it always answers");
    assert_eq!(response.status(), StatusCode::OK);
    response.into_body().into_data_stream()
}

/// What comes until a text, or until the stream ends.
async fn until(stream: &mut BodyDataStream, text: &str) -> (String, bool) {
    let mut all = String::new();
    let read = async {
        while let Some(chunk) = stream.next().await {
            all.push_str(&String::from_utf8_lossy(&chunk.expect("no error")));
            if !text.is_empty() && all.contains(text) {
                return false;
            }
        }
        true
    };
    let ended = timeout(Duration::from_secs(10), read)
        .await
        .expect("within ten seconds");
    (all, ended)
}

#[tokio::test]
async fn a_stream_delivers_what_may_be_read_and_ends_with_the_session() {
    let desk = Desk::new(&[CLINICIAN, Role::AirliftPlanner]).await;
    desk.import().await;
    desk.foreign("FOREIGN").await;
    let mut stream = follow(&desk, CLINICIAN, "0").await;
    let made = desk
        .post(CLINICIAN, "/api/v1/operations/op/requests", json!({"row": row()}), &[])
        .await;
    let id = made.json()["id"].as_str().expect("an id").to_owned();
    let (all, ended) = until(&mut stream, &format!("request/{id}")).await;
    assert!(!ended && all.contains("request-created"), "{all}");
    assert!(!all.contains("FOREIGN") && !all.contains("operation/"), "{all}");
    let suspend = Command::Account(
        desk.somebody(CLINICIAN).id.clone(),
        AccountCommand::Suspend("synthetic".to_owned()),
    );
    desk.app.as_machine(&suspend).await.expect("not suspended yet");
    let (_, ended) = until(&mut stream, "").await;
    assert!(ended);
}

#[tokio::test]
async fn a_stream_keeps_no_session_from_idling_out() {
    let desk = Desk::new(&[CLINICIAN, Role::AirliftPlanner]).await;
    let mut stream = follow(&desk, CLINICIAN, "0").await;
    for minutes in [0, 30, 59] {
        desk.given
            .set(airbridge_desk::start() + SignedDuration::from_mins(minutes));
        // Two beats: by the second the session was asked for at this time.
        for _ in 0..2 {
            let (all, ended) = until(&mut stream, "here").await;
            assert!(!ended, "after {minutes} minutes: {all}");
        }
    }
    desk.given.set(airbridge_desk::start() + SignedDuration::from_mins(61));
    let (_, ended) = until(&mut stream, "").await;
    assert!(ended);
}

/// A question is answered faster than anybody looks at what runs: it is told all the same.
#[tokio::test]
async fn a_job_that_nobody_has_seen_running_is_told() {
    let desk = Desk::imported().await;
    let plan = desk.plan().await;
    let mut stream = follow(&desk, Role::AirliftPlanner, "0").await;
    let (_, ended) = until(&mut stream, "plan-proposed").await;
    assert!(!ended);
    let question = json!({"kind": "check", "plan": plan});
    let asked = desk
        .post(Role::AirliftPlanner, "/api/v1/operations/op/questions", question, &[])
        .await;
    assert_eq!(asked.status, StatusCode::ACCEPTED, "{}", asked.text());
    assert!(desk.app.work_once("worker", 1).await.expect("the store answers"));
    let id = asked.json()["id"].as_str().expect("an id").to_owned();
    let (all, ended) = until(&mut stream, "\"state\":\"done\"").await;
    assert!(!ended && all.contains(&id) && all.contains("event: job"), "{all}");
}

/// Idle workers begin at once.
#[tokio::test]
async fn whoever_waits_for_a_job_is_woken() {
    let desk = Desk::imported().await;
    let queued = desk.app.jobs_queued();
    assert!(!queued.has_changed().expect("it goes on"));
    let order = json!({"kind": "plan", "work": 1, "seed": 1});
    let asked = desk
        .post(Role::AirliftPlanner, "/api/v1/operations/op/jobs", order, &[])
        .await;
    assert_eq!(asked.status, StatusCode::ACCEPTED, "{}", asked.text());
    assert!(queued.has_changed().expect("it goes on"));
}
