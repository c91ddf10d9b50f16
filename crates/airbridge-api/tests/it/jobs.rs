//! Jobs over the interface: progress that can be watched, an end that can be asked for, questions, and who reads the answers.

use std::ops::Deref;
use std::panic::{AssertUnwindSafe, resume_unwind};
use std::time::Duration;

use airbridge_disclosure::Role;
use airbridge_interchange::write_workbook;
use airbridge_store::{Lease, Outcome};
use airbridge_testkit::generate::benghazi;
use axum::body::{Body, BodyDataStream};
use axum::http::{Request, StatusCode};
use futures_util::{FutureExt as _, StreamExt as _};
use jiff::SignedDuration;
use serde_json::{Value, json};
use tower::ServiceExt as _;

const PLANNER: Role = Role::AirliftPlanner;

async fn desk() -> Desk {
    let desk = Desk::new(&[
        PLANNER,
        Role::DutyOfficer,
        Role::RegulatingOfficer,
        Role::ReceivingHospital,
    ])
    .await;
    desk.import().await;
    desk
}

/// A desk that orders jobs.
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

    async fn queue(&self, role: Role, path: &str, order: Value) -> String {
        let queued = self
            .post(role, &format!("/api/v1/operations/op/{path}"), order, &[])
            .await;
        assert_eq!(queued.status, StatusCode::ACCEPTED, "{}", queued.json());
        queued.header("location").to_owned()
    }

    /// Orders something, has it done, and reads it.
    async fn ask_of(&self, role: Role, path: &str, order: Value) -> Value {
        let place = self.queue(role, path, order).await;
        assert!(self.app.work_once("worker", 1).await.expect("the store answers"));
        self.get(role, &place).await.json()
    }

    async fn adopted(&self) -> String {
        let job = self
            .ask_of(PLANNER, "jobs", json!({"kind": "plan", "work": 200, "seed": 1}))
            .await;
        let plan = job["outcome"]["plan"].as_str().expect("a plan").to_owned();
        let adopt = format!("/api/v1/plans/{plan}/adopt");
        let adopted = self
            .post(Role::DutyOfficer, &adopt, json!({}), &[("if-match", "\"1\"")])
            .await;
        assert_eq!(adopted.status, StatusCode::OK, "{}", adopted.json());
        plan
    }
}

/// Reads a job again and again until something holds of it; the limit is for a job of which it never will.
async fn until(desk: &Desk, place: &str, holds: impl Fn(&Value) -> bool) -> Value {
    for _ in 0..4_800 {
        let job = desk.get(PLANNER, place).await.json();
        if holds(&job) {
            return job;
        }
        let goes_on = job["state"] == "queued" || job["state"] == "running";
        assert!(goes_on, "it is over and never held: {job}");
        tokio::time::sleep(Duration::from_millis(25)).await;
    }
    panic!("it never holds: {}", desk.get(PLANNER, place).await.json());
}

/// Has a job done while something is looked at. Whatever comes of the look, the job is over in the end: a search that went on would hold up the test.
async fn attended<T>(desk: &Desk, place: &str, look: impl Future<Output = T>) -> T {
    let app = desk.app.clone();
    let worker = tokio::spawn(async move { app.work_once("worker", 1).await });
    let looked = AssertUnwindSafe(look).catch_unwind().await;
    desk.post(PLANNER, &format!("{place}/cancel"), json!({}), &[]).await;
    worker.await.expect("no panic").expect("the store answers");
    looked.unwrap_or_else(|panic| resume_unwind(panic))
}

#[tokio::test(flavor = "multi_thread")]
async fn a_job_is_watched_and_stopped_with_the_best_plan_so_far() {
    let desk = desk().await;
    let place = desk
        .queue(PLANNER, "jobs", json!({"kind": "plan", "work": 50_000_000, "seed": 1}))
        .await;
    attended(&desk, &place, async {
        let job = until(&desk, &place, |job| job["progress"]["best"].is_object()).await;
        assert_eq!(job["state"], "running");
        let progress = &job["progress"];
        for found in [&progress["first"], &progress["best"]] {
            assert!(found["measures"]["on_time_weight"].is_number(), "{progress}");
            assert!(
                found["work"].is_number() && found["patients_moved"].as_u64() > Some(0),
                "{progress}"
            );
        }
        assert!(progress["search"]["work"].as_u64() > Some(0), "{progress}");
        let bounded = until(&desk, &place, |job| {
            job["progress"]["best"]["bound"]["on_time_weight"].as_i64() > Some(0)
        })
        .await;
        let best = &bounded["progress"]["best"];
        assert!(
            best["bound"]["on_time_weight"].as_i64() >= best["measures"]["on_time_weight"].as_i64(),
            "{best}"
        );
        let stopped = desk.post(PLANNER, &format!("{place}/cancel"), json!({}), &[]).await;
        assert_eq!(stopped.status, StatusCode::NO_CONTENT);
        let job = until(&desk, &place, |job| job["state"] == "cancelled").await;
        assert_eq!(job["outcome"]["kept"], true, "{job}");
        let plan = format!("/api/v1/plans/{}", job["outcome"]["plan"].as_str().expect("a plan"));
        let kept = desk.get(Role::DutyOfficer, &plan).await.json();
        assert_eq!(kept["state"], "proposed", "a person may adopt it");
    })
    .await;
    let again = desk.post(PLANNER, &format!("{place}/cancel"), json!({}), &[]).await;
    assert_eq!(again.status, StatusCode::UNPROCESSABLE_ENTITY, "it is over");
}

/// Most signs of life of a stream that are waited for: so many take a minute and a half at least.
const BEATS: usize = 2_000;

/// What a stream says until something is in it, or it has said so often that it is there.
async fn said(stream: &mut BodyDataStream, text: &str, beats: usize) -> String {
    let mut all = String::new();
    while !(all.contains(text) || all.matches(": here").count() >= beats) {
        let chunk = stream.next().await.expect("it goes on").expect("no error");
        all.push_str(&String::from_utf8_lossy(&chunk));
    }
    all
}

/// The worker is the test itself, so that the job is as far as it says, however busy the machine is.
#[tokio::test]
async fn a_live_stream_tells_how_far_a_job_is_to_those_who_may_read_it() {
    let desk = desk().await;
    let follow = async |role: Role| -> BodyDataStream {
        let request =
            Request::get("/api/v1/stream").header("authorization", format!("Bearer {}", desk.somebody(role).token));
        let response = desk
            .router
            .clone()
            .oneshot(request.body(Body::empty()).expect("a request"))
            .await;
        response.expect("it always answers").into_body().into_data_stream()
    };
    let (mut ours, mut theirs) = (follow(PLANNER).await, follow(Role::ReceivingHospital).await);
    let place = desk
        .queue(PLANNER, "jobs", json!({"kind": "plan", "work": 100, "seed": 1}))
        .await;
    let id = place.rsplit('/').next().expect("an id").to_owned();
    let (store, now, lease) = (desk.app.store(), desk.app.now(), SignedDuration::from_hours(1));
    let job = store.claim("worker", now, lease).await.expect("the store answers");
    let attempt = job.expect("it waits").attempt;
    let beat = async |progress: Value| {
        let beat = store.heartbeat(&id, "worker", attempt, progress, now, lease).await;
        beat.expect("the store answers")
    };
    let progress = json!({"best": {"measures": {"on_time_weight": 7}}});
    assert_eq!(beat(progress.clone()).await, Lease::Held);
    let seen = said(&mut ours, "on_time_weight", BEATS).await;
    assert!(
        seen.contains("event: job") && seen.contains(&id) && seen.contains("on_time_weight"),
        "{seen}"
    );
    // Longer than between two looks at the jobs that run.
    let unseen = said(&mut theirs, &id, 40).await;
    assert!(!unseen.contains(&id), "{unseen}");
    desk.post(PLANNER, &format!("{place}/cancel"), json!({}), &[]).await;
    assert_eq!(beat(progress).await, Lease::CancelAsked);
    let ended = store.finish(&id, "worker", attempt, Outcome::Cancelled, now).await;
    ended.expect("the store answers");
    let over = "\"state\":\"cancelled\"";
    let seen = said(&mut ours, over, BEATS).await;
    assert!(seen.contains(over), "{seen}");
    let unseen = said(&mut theirs, &id, 40).await;
    assert!(!unseen.contains(&id), "{unseen}");
}

#[tokio::test]
async fn a_job_that_nobody_has_begun_is_cancelled_with_nothing() {
    let desk = desk().await;
    let place = desk
        .queue(PLANNER, "jobs", json!({"kind": "plan", "work": 100, "seed": 1}))
        .await;
    desk.post(PLANNER, &format!("{place}/cancel"), json!({}), &[]).await;
    let job = desk.get(PLANNER, &place).await.json();
    assert_eq!((&job["state"], &job["outcome"]), (&json!("cancelled"), &Value::Null));
    assert!(
        !desk.app.work_once("worker", 1).await.expect("the store answers"),
        "nothing is left to do"
    );
}

#[tokio::test]
async fn questions_say_what_is_wrong_with_them() {
    let desk = desk().await;
    for (question, pointer) in [
        (json!({"kind": "check"}), "/plan"),
        (json!({"kind": "check", "plan": "none"}), "/plan"),
        (json!({"kind": "explain", "plan": "none"}), "/patient"),
        (json!({"kind": "explain", "patient": "a", "offer": "b"}), "/patient"),
        (json!({"kind": "check", "patient": "a"}), "/kind"),
        (json!({"kind": "check", "events": [{}]}), "/events"),
        (json!({"kind": "check", "plan": "a", "file": {}}), "/file"),
        (json!({"kind": "what-if", "events": [{}]}), "/kind"),
    ] {
        let refused = desk
            .post(
                Role::DutyOfficer,
                "/api/v1/operations/op/questions",
                question.clone(),
                &[],
            )
            .await;
        assert_eq!(
            refused.status,
            StatusCode::UNPROCESSABLE_ENTITY,
            "{question} {}",
            refused.json()
        );
        assert_eq!(refused.json()["errors"][0]["pointer"], pointer, "{question}");
    }
    let broken = json!({"kind": "evaluate", "file": {"format": "airbridge-plan/1"}});
    let refused = desk.post(PLANNER, "/api/v1/operations/op/questions", broken, &[]).await;
    assert_eq!(
        (refused.status, &refused.json()["type"]),
        (StatusCode::UNPROCESSABLE_ENTITY, &json!("/problems/findings"))
    );
}

#[tokio::test]
async fn a_plan_goes_out_is_changed_and_comes_back_for_a_verdict() {
    let desk = desk().await;
    let plan = desk.adopted().await;
    let file = desk.get(PLANNER, &format!("/api/v1/plans/{plan}/file")).await.json();
    let verdict = desk
        .ask_of(PLANNER, "questions", json!({"kind": "evaluate", "file": file}))
        .await;
    assert_eq!(verdict["outcome"]["sound"], true, "{verdict}");
    let mut changed = file.clone();
    changed["missions"].as_array_mut().expect("missions").remove(0);
    let verdict = desk
        .ask_of(
            Role::RegulatingOfficer,
            "questions",
            json!({"kind": "evaluate", "file": changed}),
        )
        .await;
    assert_eq!(verdict["outcome"]["sound"], false, "{verdict}");
    // The same cell reads the same answer; a hospital has no jobs.
    let id = verdict["id"].as_str().expect("an id");
    let again = desk.get(PLANNER, &format!("/api/v1/jobs/{id}")).await;
    assert_eq!(again.json()["outcome"]["sound"], false);
    assert_eq!(
        desk.get(Role::ReceivingHospital, &format!("/api/v1/jobs/{id}"))
            .await
            .status,
        StatusCode::FORBIDDEN
    );
}

#[tokio::test]
async fn an_operation_begins_empty_and_gets_its_tables_as_an_archive() {
    let desk = Desk::new(&[PLANNER]).await;
    let new = json!({"id": "op", "name": "Synthetic"});
    let made = desk.post(PLANNER, "/api/v1/operations", new.clone(), &[]).await;
    assert_eq!(
        (made.status, made.header("location")),
        (StatusCode::CREATED, "/api/v1/operations/op")
    );
    assert_eq!(
        desk.post(PLANNER, "/api/v1/operations", new, &[]).await.status,
        StatusCode::CONFLICT
    );
    let odd = desk
        .post(PLANNER, "/api/v1/operations", json!({"id": "a/b", "name": "n"}), &[])
        .await;
    assert_eq!(odd.json()["errors"][0]["pointer"], "/id");
    let put = async |media: &str, bytes: Vec<u8>, version: &str, query: &str| {
        let request = Request::put(format!("/api/v1/operations/op/tables{query}"))
            .header("authorization", format!("Bearer {}", desk.somebody(PLANNER).token))
            .header("content-type", media)
            .header("if-match", version)
            .body(Body::from(bytes))
            .expect("a request");
        desk.send(request).await
    };
    let operation = benghazi(12, 3);
    let zip = packed(&airbridge_interchange::write_folder(&operation));
    let dry = put("application/zip", zip.clone(), "\"1\"", "?dry_run=true").await;
    assert_eq!(dry.status, StatusCode::OK, "{}", dry.json());
    let rows = dry.json();
    assert_eq!(
        rows["rows_read"].as_u64(),
        Some(rows["rows_taken"].as_u64().expect("a number") + rows["rows_refused"].as_u64().expect("a number"))
    );
    assert!(
        rows["rows_refused"].as_u64() > Some(12),
        "patients come one by one: {rows}"
    );
    assert_eq!(
        put("application/zip", zip.clone(), "\"7\"", "").await.status,
        StatusCode::PRECONDITION_FAILED
    );
    let done = put("application/zip", zip, "\"1\"", "").await;
    assert_eq!(
        (done.status, done.header("etag")),
        (StatusCode::OK, "\"2\""),
        "{}",
        done.json()
    );
    // A workbook does as well; what is neither is said.
    let workbook = put(
        "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet",
        write_workbook(&operation),
        "\"2\"",
        "",
    )
    .await;
    assert_eq!(workbook.status, StatusCode::OK, "{}", workbook.json());
    assert_eq!(
        put("application/zip", b"no archive".to_vec(), "\"3\"", "").await.json()["type"],
        "/problems/findings"
    );
    assert_eq!(
        put("text/csv", Vec::new(), "\"3\"", "").await.status,
        StatusCode::UNSUPPORTED_MEDIA_TYPE
    );
}

/// Files as a ZIP archive, stored and not packed.
fn packed(files: &std::collections::BTreeMap<String, Vec<u8>>) -> Vec<u8> {
    use std::io::Write as _;
    let mut zip = zip::ZipWriter::new(std::io::Cursor::new(Vec::new()));
    for (name, bytes) in files {
        zip.start_file(name.as_str(), zip::write::SimpleFileOptions::default())
            .expect("a file begins");
        zip.write_all(bytes).expect("it is written");
    }
    zip.finish().expect("it is finished").into_inner()
}
