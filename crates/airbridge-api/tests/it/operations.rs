//! Whole operations in and out, missions with whom they carry, and a server that has enough to do.

use airbridge_api::ApiSettings;
use airbridge_desk::{Desk, Reply};
use airbridge_disclosure::Role;
use airbridge_interchange::write_workbook;
use airbridge_testkit::generate::benghazi;
use axum::body::Body;
use axum::http::{Request, StatusCode};
use serde_json::json;

const PLANNER: Role = Role::AirliftPlanner;
const XLSX: &str = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet";

async fn import(desk: &Desk, query: &str) -> Reply {
    let request = Request::post(format!("/api/v1/operations/op/import?{query}"))
        .header("authorization", format!("Bearer {}", desk.somebody(PLANNER).token))
        .header("content-type", XLSX)
        .body(Body::from(write_workbook(&benghazi(12, 3))))
        .expect("a request");
    desk.send(request).await
}

#[tokio::test]
async fn an_operation_goes_in_and_out() {
    let desk = Desk::new(&[PLANNER]).await;
    let cleared = "basis=vital%20interests&cleared_until=2017-02-28T00:00:00Z";
    let dry = import(&desk, &format!("{cleared}&dry_run=true")).await;
    assert_eq!(dry.status, StatusCode::OK, "{}", dry.json());
    assert_eq!(
        desk.get(PLANNER, "/api/v1/operations/op").await.status,
        StatusCode::NOT_FOUND
    );
    let done = import(&desk, cleared).await;
    assert_eq!(done.bytes, dry.bytes);
    assert_eq!(done.json()["rows_read"], done.json()["rows_taken"]);
    assert_eq!(desk.get(PLANNER, "/api/v1/operations/op").await.header("etag"), "\"1\"");
    assert_eq!(import(&desk, cleared).await.status, StatusCode::CONFLICT);
    let out = desk.get(PLANNER, "/api/v1/operations/op/export").await;
    assert_eq!((out.status, out.header("content-type")), (StatusCode::OK, XLSX));
    assert!(out.bytes.starts_with(b"PK"));
}

#[tokio::test]
async fn a_mission_shows_its_patients_to_those_who_may_read_them() {
    let desk = Desk::new(&[PLANNER, Role::DutyOfficer, Role::Operator]).await;
    desk.import().await;
    let order = json!({"kind": "plan", "work": 200, "seed": 1});
    let queued = desk.post(PLANNER, "/api/v1/operations/op/jobs", order, &[]).await;
    assert!(desk.app.work_once("worker", 1).await.expect("the store answers"));
    let job = desk.get(PLANNER, queued.header("location")).await;
    assert_eq!(job.json()["state"], "done", "{}", job.json());
    let plans = desk.get(Role::DutyOfficer, "/api/v1/plans").await.json();
    let plan = plans["items"][0]["id"].as_str().expect("a plan").to_owned();
    let file = desk.get(Role::DutyOfficer, &format!("/api/v1/plans/{plan}/file")).await;
    assert!(file.status.is_success() && file.json().is_object());
    let adopt = format!("/api/v1/plans/{plan}/adopt");
    let adopted = desk
        .post(Role::DutyOfficer, &adopt, json!({}), &[("if-match", "\"1\"")])
        .await;
    assert_eq!(adopted.status, StatusCode::OK, "{}", adopted.json());
    let missions = desk.get(Role::Operator, "/api/v1/missions").await.json();
    let id = missions["items"][0]["id"].as_str().expect("a mission of the operator");
    let path = format!("/api/v1/missions/{id}");
    let seen = desk.get(PLANNER, &path).await.json();
    let manifest = seen["manifest"].as_array().expect("the planner sees pseudonyms");
    assert_eq!(manifest.len() as u64, seen["patients"].as_u64().expect("a count"));
    for patient in manifest {
        assert!(patient["row"].get("clinical_notes").is_none() && patient["standing"]["state"] == "planned");
    }
    let loads = desk.get(Role::Operator, &path).await.json();
    assert!(loads.get("manifest").is_none() && loads["patients"] == seen["patients"]);
    let tasked = desk
        .post(
            Role::Operator,
            &format!("{path}/task"),
            json!({}),
            &[("if-match", "\"1\"")],
        )
        .await;
    assert_eq!(tasked.status, StatusCode::OK, "{}", tasked.json());
}

#[tokio::test]
async fn a_server_that_has_enough_to_do_says_when_to_come_again() {
    let settings = ApiSettings {
        requests_at_once: 0,
        ..ApiSettings::default()
    };
    let desk = Desk::with(&[], settings).await;
    let reply = desk.ask(None, ("GET", "/api/v1/self"), None, &[]).await;
    assert_eq!(reply.status, StatusCode::SERVICE_UNAVAILABLE);
    assert_eq!(reply.header("retry-after"), "1");
    assert_eq!(reply.json()["type"], "/problems/busy");
}
