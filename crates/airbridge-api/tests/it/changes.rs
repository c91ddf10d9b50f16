//! What a plan changes beside the one that runs, and who has to be told.

use airbridge_desk::Desk;
use airbridge_disclosure::Role;
use serde_json::{Value, json};

fn told(change: &Value, role: &str, of: &str) -> bool {
    let all = change["told"].as_array().expect("a list");
    all.contains(&json!({"role": role, "of": of}))
}

#[tokio::test]
async fn of_a_first_plan_everything_is_new() {
    let desk = Desk::imported().await;
    let plan = desk.plan().await;
    let reply = desk
        .get(Role::DutyOfficer, &format!("/api/v1/plans/{plan}/changes"))
        .await;
    assert_eq!(reply.status.as_u16(), 200, "{}", reply.text());
    let shown = reply.json();
    assert!(shown["beside"].is_null());
    let whole = desk
        .get(Role::DutyOfficer, &format!("/api/v1/plans/{plan}"))
        .await
        .json();
    let requests = shown["requests"].as_array().expect("a list");
    assert_eq!(
        requests.len(),
        whole["contents"]["ways"].as_array().expect("a list").len()
    );
    for change in requests {
        assert_eq!(change["kinds"], json!(["newly-moved"]));
        assert!(change["before"].is_null() && change["promise"].is_null());
        assert!(
            whole["contents"]["ways"]
                .as_array()
                .expect("a list")
                .contains(&change["after"])
        );
        assert!(told(change, "referring-clinician", "origin"), "{change}");
        assert!(told(change, "operator", "RU-RESCUE"), "{change}");
    }
    let missions = &shown["missions"];
    assert_eq!(
        missions["new"].as_array().map(Vec::len),
        whole["missions"].as_u64().map(|count| count as usize)
    );
    assert_eq!(missions["cancelled"], json!([]));
    let refused = desk.get(Role::Operator, &format!("/api/v1/plans/{plan}/changes")).await;
    assert_eq!(refused.status.as_u16(), 403);
}

#[tokio::test]
async fn whoever_is_declined_goes_elsewhere_and_both_hospitals_are_told() {
    let desk = Desk::imported().await;
    let first = desk.plan().await;
    desk.adopt(&first).await;
    let (id, tag) = desk.app.see(|record| {
        let goes = |request: &airbridge_events::Request| {
            let bed = request.bed().and_then(|bed| record.offers.get(bed));
            bed.is_some_and(|bed| bed.row.text("facility") == "BURDENKO")
        };
        let mut all = record.requests.iter();
        let (id, request) = all.find(|(_, request)| goes(request)).expect("somebody goes there");
        (id.to_string(), format!("\"{}\"", request.version))
    });
    let decline = json!({"reason": "no-bed", "note": "synthetic"});
    let path = format!("/api/v1/requests/{id}/decline");
    let declined = desk
        .post(Role::ReceivingHospital, &path, decline, &[("if-match", &tag)])
        .await;
    assert_eq!(declined.status.as_u16(), 200, "{}", declined.text());
    let order = json!({"kind": "replan", "work": 200, "seed": 1});
    let queued = desk
        .post(Role::AirliftPlanner, "/api/v1/operations/op/jobs", order, &[])
        .await;
    assert_eq!(queued.status.as_u16(), 202, "{}", queued.text());
    assert!(desk.app.work_once("worker", 1).await.expect("the store answers"));
    let plans = desk.get(Role::DutyOfficer, "/api/v1/plans").await.json();
    let mut plans = plans["items"].as_array().expect("a list").iter();
    let plan = plans.find(|plan| plan["parent"] == first.as_str()).expect("a plan");
    let path = format!("/api/v1/plans/{}/changes", plan["id"].as_str().expect("an id"));
    let shown = desk.get(Role::DutyOfficer, &path).await.json();
    assert_eq!(shown["beside"], first.as_str());
    let mut changes = shown["requests"].as_array().expect("a list").iter();
    let change = changes
        .find(|change| change["request"] == id.as_str())
        .expect("it is changed");
    let grave = change["kinds"][0].as_str().expect("a kind");
    assert!(["hospital", "left-out"].contains(&grave), "{change}");
    assert!(
        change["promise"].is_string() && change["before"]["offer"].is_string(),
        "{change}"
    );
    assert!(told(change, "receiving-hospital", "BURDENKO"), "{change}");
    assert_eq!(change["after"].is_null(), grave == "left-out");
}
