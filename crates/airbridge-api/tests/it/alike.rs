//! Requests that look like the same patient are shown before another one is begun.

use airbridge_desk::{Desk, row};
use airbridge_disclosure::Role;
use serde_json::json;

const ALIKE: &str = "/api/v1/operations/op/requests/alike";

#[tokio::test]
async fn open_requests_of_ones_own_that_look_alike_are_shown() {
    let desk = Desk::imported().await;
    let none = desk
        .post(Role::ReferringClinician, ALIKE, json!({"row": row()}), &[])
        .await;
    assert_eq!(none.status.as_u16(), 200, "{}", none.text());
    assert_eq!(none.json(), json!({"items": []}));
    let begin = json!({"row": row()});
    let begun = desk
        .post(
            Role::ReferringClinician,
            "/api/v1/operations/op/requests",
            begin.clone(),
            &[],
        )
        .await;
    assert_eq!(begun.status.as_u16(), 201, "{}", begun.text());
    let before = desk.app.see(|record| record.seq);
    let found = desk
        .post(Role::ReferringClinician, ALIKE, begin.clone(), &[])
        .await
        .json();
    assert_eq!(found["items"][0]["id"], begun.json()["id"]);
    assert_eq!(found["items"][0]["row"]["age_years"], "41");
    assert_eq!(desk.app.see(|record| record.seq), before, "nothing is changed");
    // What is found is what the beginning would name.
    let again = desk
        .post(
            Role::ReferringClinician,
            "/api/v1/operations/op/requests",
            begin.clone(),
            &[],
        )
        .await;
    assert_eq!(again.status.as_u16(), 409, "{}", again.text());
    // Another's are not shown, and who begins no requests does not ask.
    let elsewhere = desk.seat("elsewhere", Role::ReferringClinician, "elsewhere").await;
    let found = desk
        .ask(Some(&elsewhere), ("POST", ALIKE), Some(begin.clone()), &[])
        .await;
    assert_eq!(found.json(), json!({"items": []}));
    let refused = desk.post(Role::RegulatingOfficer, ALIKE, begin.clone(), &[]).await;
    assert_eq!(refused.status.as_u16(), 403);
    let nowhere = "/api/v1/operations/none/requests/alike";
    let nowhere = desk.post(Role::ReferringClinician, nowhere, begin, &[]).await;
    assert_eq!(nowhere.status.as_u16(), 404);
}
