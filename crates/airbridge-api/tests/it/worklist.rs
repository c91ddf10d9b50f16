//! What waits, in the order in which it is due.

use airbridge_desk::Desk;
use airbridge_disclosure::Role;
use airbridge_events::{Command, OfferCommand, RequestCommand, RequestId, Row};
use jiff::SignedDuration;
use serde_json::json;

#[tokio::test]
async fn what_is_due_first_comes_first_and_pages_lose_nothing() {
    let desk = Desk::new(&[Role::AirliftPlanner, Role::ReceivingHospital]).await;
    desk.import().await;
    let make = OfferCommand::Make {
        operation: "op".into(),
        organisation: "burdenko".into(),
        row: Row::from([
            ("facility", "BURDENKO"),
            ("specialty", "general-surgery"),
            ("beds", "6"),
        ]),
    };
    let make = Command::Offer("six".into(), make);
    desk.app.as_machine(&make).await.expect("a new offer");
    let requests: Vec<RequestId> = desk.app.see(|record| record.requests.keys().cloned().collect());
    // Neither in the order of their ids nor all different.
    let hours = [9, 3, 3, 30, 7, 1];
    let asked: Vec<(i64, &RequestId)> = hours.into_iter().zip(&requests).collect();
    for (hours, id) in &asked {
        let until = desk.app.now() + SignedDuration::from_hours(*hours);
        let offer = "six".into();
        let offer = RequestCommand::Offer { offer, until };
        desk.app
            .as_machine(&Command::Request((*id).clone(), offer))
            .await
            .expect("a free bed");
    }
    let mut expected = asked.clone();
    expected.sort();
    let expected: Vec<&str> = expected.iter().map(|(_, id)| id.as_str()).collect();

    let mut found: Vec<String> = Vec::new();
    let mut next = Some(String::new());
    let mut pages = 0;
    while let Some(after) = next {
        let path = format!("/api/v1/worklist?limit=2&after={after}");
        let page = desk.get(Role::ReceivingHospital, &path).await.json();
        let items = page["items"].as_array().expect("a list");
        found.extend(
            items
                .iter()
                .map(|item| item["request"].as_str().expect("an id").to_owned()),
        );
        next = page["next"].as_str().map(str::to_owned);
        pages += 1;
        assert!(pages <= 3, "it ends");
    }
    assert_eq!((found, pages), (expected.into_iter().map(str::to_owned).collect(), 3));
}

/// Whoever looks at an emergency access is told why it was opened and until when, and nobody else is.
#[tokio::test]
async fn an_emergency_access_waits_with_its_reason() {
    let desk = Desk::imported().await;
    desk.foreign("FOREIGN").await;
    let until = desk.app.now() + SignedDuration::from_hours(2);
    let open = json!({"request": "FOREIGN", "reason": "no other surgeon is awake", "until": until});
    let opened = desk.post(Role::FlightSurgeon, "/api/v1/emergencies", open, &[]).await;
    assert_eq!(opened.status.as_u16(), 200, "{}", opened.text());
    let path = "/api/v1/worklist?limit=500";
    let list = desk.get(Role::Auditor, path).await.json();
    let item = &list["items"][0];
    assert_eq!(item["account"], desk.somebody(Role::FlightSurgeon).id.as_str());
    assert_eq!(
        (&item["reason"], &item["until"]),
        (&json!("no other surgeon is awake"), &json!(until))
    );
    for role in Role::ALL.iter().filter(|role| **role != Role::Auditor) {
        let list = desk.get(*role, path).await.text();
        assert!(!list.contains("no other surgeon"), "{role}: {list}");
    }
}
