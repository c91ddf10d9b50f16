//! Events that are reported by those whose aircraft it is, and by nobody else of their kind.

use airbridge_desk::{Desk, Reply};
use airbridge_disclosure::Role;
use serde_json::{Value, json};

const EVENTS: &str = "/api/v1/operations/op/events";
const OPERATOR: Role = Role::Operator;
const PLANNER: Role = Role::AirliftPlanner;

async fn report(desk: &Desk, role: Role, event: Value, headers: &[(&str, &str)]) -> Reply {
    desk.post(role, EVENTS, event, headers).await
}

fn out(aircraft: &str) -> Value {
    json!({"at": "2017-01-31T05:30:00Z", "kind": "aircraft-out", "aircraft": aircraft})
}

/// An aircraft of the operator whom the desk has, and one of another.
async fn desk() -> (Desk, String, String) {
    let desk = Desk::imported().await;
    let find = |own: bool| {
        let mut all = desk.operation.aircraft.iter();
        let found = all.find(|known| (known.operator.as_str() == "RU-RESCUE") == own);
        found.expect("both fly").id.to_string()
    };
    let (own, other) = (find(true), find(false));
    (desk, own, other)
}

#[tokio::test]
async fn an_operator_reports_its_own_aircraft_and_sees_no_other() {
    let (desk, own, other) = desk().await;
    let done = report(&desk, OPERATOR, out(&own), &[]).await;
    assert_eq!(done.status.as_u16(), 200, "{}", done.text());
    let others = report(&desk, OPERATOR, out(&other), &[]).await;
    let nobodys = report(&desk, OPERATOR, out("NONE"), &[]).await;
    assert_eq!((others.status.as_u16(), &others.bytes), (404, &nobodys.bytes));
    assert_eq!((others.status, others.headers), (nobodys.status, nobodys.headers));
    let elsewhere = desk
        .post(OPERATOR, "/api/v1/operations/none/events", out(&own), &[])
        .await;
    assert_eq!(elsewhere.status.as_u16(), 404);
    // What is about more than the aircraft is not theirs to say, whatever stands beside it.
    let mut closed = json!({
        "at": "2017-01-31T05:30:00Z", "kind": "airfield-closed", "airfield": "HLLB",
    });
    assert_eq!(report(&desk, OPERATOR, closed.clone(), &[]).await.status.as_u16(), 404);
    closed["aircraft"] = own.as_str().into();
    assert_eq!(report(&desk, OPERATOR, closed, &[]).await.status.as_u16(), 422);
    assert_eq!(report(&desk, Role::Crew, out(&own), &[]).await.status.as_u16(), 404);
    // The centre reports any, and is told what is not there.
    assert_eq!(report(&desk, PLANNER, out(&other), &[]).await.status.as_u16(), 200);
    assert_eq!(report(&desk, PLANNER, out("NONE"), &[]).await.status.as_u16(), 422);
}

#[tokio::test]
async fn an_operator_takes_back_nothing_that_others_have_reported() {
    let (desk, own, other) = desk().await;
    let said = report(&desk, PLANNER, out(&other), &[]).await.json();
    let version = said["version"].to_string();
    let later = (version.parse::<u64>().expect("a number") + 7).to_string();
    for header in ["x-supersedes", "x-confirms"] {
        let refused = report(&desk, OPERATOR, out(&own), &[(header, &version)]).await;
        let unknown = report(&desk, OPERATOR, out(&own), &[(header, &later)]).await;
        assert_eq!(refused.status.as_u16(), 422, "{}", refused.text());
        let told = |reply: &Reply, version: &str| reply.text().replace(&format!("fact {version} "), "fact N ");
        assert_eq!(told(&refused, &version), told(&unknown, &later));
    }
    let own_version = report(&desk, OPERATOR, out(&own), &[]).await.json()["version"].to_string();
    let corrected = report(&desk, OPERATOR, out(&own), &[("x-supersedes", &own_version)]).await;
    assert_eq!(corrected.status.as_u16(), 200, "{}", corrected.text());
}
