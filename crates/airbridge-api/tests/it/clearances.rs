//! Permissions of states, as whoever waits for one reads them.

use airbridge_desk::Desk;
use airbridge_disclosure::Role;
use serde_json::{Value, json};

const PLANNER: Role = Role::AirliftPlanner;

#[tokio::test]
async fn a_refused_permission_tells_why_until_it_is_given() {
    let desk = Desk::imported().await;
    let ask = json!({"row": {"state": "EG", "kind": "overfly", "status": "requested"}});
    let made = desk.post(PLANNER, "/api/v1/operations/op/clearances", ask, &[]).await;
    assert_eq!(made.status.as_u16(), 201, "{}", made.text());
    let place = made.header("location").to_owned();
    let read = async || desk.get(Role::DutyOfficer, &place).await.json();
    assert_eq!(read().await.get("reason"), None);
    let step = async |act: &str, body: Value, version: &str| {
        let done = desk
            .post(PLANNER, &format!("{place}/{act}"), body, &[("if-match", version)])
            .await;
        assert_eq!(done.status.as_u16(), 200, "{act}: {}", done.text());
    };
    step("deny", json!({"reason": "military exercise"}), "\"1\"").await;
    let denied = read().await;
    assert_eq!(
        (&denied["row"]["status"], &denied["reason"]),
        (&json!("denied"), &json!("military exercise"))
    );
    step("grant", json!({"number": "synthetic-1"}), "\"2\"").await;
    let granted = read().await;
    assert_eq!(
        (&granted["number"], granted.get("reason")),
        (&json!("synthetic-1"), None)
    );
}
