//! Who says so, when it happened, and what it replaces; needs without a name; counts for the public; tokens that end.

use std::ops::Deref;

use airbridge_desk::row;
use airbridge_disclosure::Role;
use axum::http::StatusCode;
use serde_json::{Value, json};

const CLINICIAN: Role = Role::ReferringClinician;
const SURGEON: Role = Role::FlightSurgeon;

/// A desk that takes steps.
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

    async fn step(
        &self,
        role: Role,
        id: &str,
        step: &str,
        body: Value,
        headers: &[(&str, &str)],
    ) -> (StatusCode, Value) {
        let version = self.app.see(|record| record.requests[&id.into()].version);
        let tag = format!("\"{version}\"");
        let headers: Vec<(&str, &str)> = headers.iter().copied().chain([("if-match", tag.as_str())]).collect();
        let reply = self
            .post(role, &format!("/api/v1/requests/{id}/{step}"), body, &headers)
            .await;
        (reply.status, reply.json())
    }

    async fn cleared(&self) -> String {
        let made = self
            .post(CLINICIAN, "/api/v1/operations/op/requests", json!({"row": row()}), &[])
            .await;
        let id = made.json()["id"].as_str().expect("an id").to_owned();
        for (role, step, body) in [
            (CLINICIAN, "submit", json!({"basis": "consent"})),
            (Role::RequestingAuthority, "endorse", json!({"criteria": "published"})),
            (
                SURGEON,
                "clear",
                json!({"conditions": "", "valid_until": "2017-02-03T06:00:00Z"}),
            ),
        ] {
            let (status, said) = self.step(role, &id, step, body, &[]).await;
            assert_eq!(status, StatusCode::OK, "{step}: {said}");
        }
        id
    }
}

#[tokio::test]
async fn a_fact_says_when_it_happened_and_what_it_replaces() {
    let desk = Desk::new(&[CLINICIAN, SURGEON, Role::RequestingAuthority, Role::AirliftPlanner]).await;
    desk.import().await;
    let id = desk.cleared().await;
    let assess = |dependency: &str| json!({"row": {"dependency": dependency}});
    // The server's clock says 06:00.
    for (at, status) in [
        ("2017-01-31T05:30:00Z", StatusCode::OK),
        ("2017-01-31T06:04:00Z", StatusCode::OK),
        ("2017-01-31T06:06:00Z", StatusCode::UNPROCESSABLE_ENTITY),
        ("2016-12-01T06:00:00Z", StatusCode::UNPROCESSABLE_ENTITY),
        ("this morning", StatusCode::BAD_REQUEST),
    ] {
        let (found, said) = desk
            .step(SURGEON, &id, "assess", assess("2"), &[("x-happened-at", at)])
            .await;
        assert_eq!(found, status, "{at}: {said}");
    }
    let history = async || {
        desk.get(CLINICIAN, &format!("/api/v1/requests/{id}/history"))
            .await
            .json()["facts"]
            .clone()
    };
    let facts = history().await;
    let facts = facts.as_array().expect("facts");
    let times: Vec<&str> = facts
        .iter()
        .rev()
        .take(2)
        .map(|fact| fact["happened_at"].as_str().expect("a time"))
        .collect();
    assert_eq!(
        times,
        ["2017-01-31T06:00:00Z", "2017-01-31T05:30:00Z"],
        "a clock that is ahead is the server's"
    );
    // Nobody clears in hindsight.
    let clear = json!({"conditions": "", "valid_until": "2017-02-03T06:00:00Z"});
    let (status, said) = desk
        .step(
            SURGEON,
            &id,
            "clear",
            clear,
            &[("x-happened-at", "2017-01-31T05:30:00Z")],
        )
        .await;
    assert_eq!(
        (status, &said["errors"][0]["pointer"]),
        (StatusCode::UNPROCESSABLE_ENTITY, &json!("/happened_at"))
    );
    // A report replaces another of the same patient, once.
    let wrong = facts.last().expect("facts")["version"].to_string();
    let (status, said) = desk
        .step(SURGEON, &id, "assess", assess("3"), &[("x-supersedes", &wrong)])
        .await;
    assert_eq!(status, StatusCode::OK, "{said}");
    for (header, seq) in [
        ("x-supersedes", wrong.as_str()),
        ("x-confirms", &wrong),
        ("x-confirms", "0"),
        ("x-confirms", "99999"),
    ] {
        let (status, said) = desk.step(SURGEON, &id, "assess", assess("3"), &[(header, seq)]).await;
        assert_eq!(status, StatusCode::UNPROCESSABLE_ENTITY, "{header} {seq}: {said}");
    }
    let facts = history().await;
    let right = facts.as_array().expect("facts").last().expect("facts").clone();
    assert_eq!(right["supersedes"].to_string(), wrong);
    let (status, _) = desk
        .step(
            SURGEON,
            &id,
            "assess",
            assess("3"),
            &[("x-confirms", &right["version"].to_string())],
        )
        .await;
    assert_eq!(status, StatusCode::OK);
    let facts = history().await;
    let of = |seq: &Value| {
        facts
            .as_array()
            .expect("facts")
            .iter()
            .find(|fact| fact["version"] == *seq)
            .cloned()
            .expect("it")
    };
    let confirmed = of(&right["version"]);
    assert_eq!(
        confirmed["confirmed_by"].as_array().map(Vec::len),
        Some(1),
        "{confirmed}"
    );
    assert_eq!(
        (&confirmed["authority"], &confirmed["organisation"]),
        (&json!("flight-surgeon"), &json!("ministry"))
    );
    let replaced = of(&serde_json::from_str(&wrong).expect("a number"));
    assert_eq!(replaced["superseded_by"], right["version"]);
}

#[tokio::test]
async fn a_need_goes_to_several_and_keeps_its_number() {
    let desk = Desk::new(&[
        CLINICIAN,
        SURGEON,
        Role::RequestingAuthority,
        Role::RegulatingOfficer,
        Role::ReceivingHospital,
        Role::AirliftPlanner,
    ])
    .await;
    desk.import().await;
    let other = desk.join("other hospital", Role::ReceivingHospital, "elsewhere").await;
    let id = desk.cleared().await;
    let (ours, theirs) = desk.app.see(|record| {
        let by = |organisation: &str| {
            let mut all = record.offers.iter();
            all.find(|(_, offer)| offer.organisation.as_str() == organisation)
                .map(|(id, _)| id.to_string())
        };
        (by("burdenko").expect("an offer"), by("ministry").expect("an offer"))
    });
    let until = "2017-02-01T06:00:00Z";
    let ask = json!({"offers": [ours, theirs], "until": until});
    let (status, said) = desk.step(Role::RegulatingOfficer, &id, "broadcast", ask, &[]).await;
    assert_eq!(status, StatusCode::OK, "{said}");
    let needs =
        async |of: &airbridge_desk::Somebody| desk.ask(Some(of), ("GET", "/api/v1/needs"), None, &[]).await.json();
    let hospital = desk.somebody(Role::ReceivingHospital).clone();
    let seen = needs(&hospital).await;
    assert_eq!(seen["items"].as_array().map(Vec::len), Some(1), "{seen}");
    let need = &seen["items"][0];
    assert!(
        need["row"].get("origin").is_none() && !seen.to_string().contains(&id),
        "{seen}"
    );
    assert_eq!(needs(&other).await["items"], json!([]), "it was not asked");
    // Another server of the same store says the same number.
    let restarted = desk.restarted();
    let number = restarted
        .ask(Some(&hospital), ("GET", "/api/v1/needs"), None, &[])
        .await
        .json()["items"][0]["number"]
        .clone();
    assert_eq!(number, need["number"]);
    // Declined with a code, and accepted by nobody who was not asked.
    let unasked = desk
        .ask(
            Some(&other),
            ("POST", &format!("/api/v1/requests/{id}/accept")),
            Some(json!({})),
            &[("if-match", "\"1\"")],
        )
        .await;
    assert_eq!(unasked.status, StatusCode::NOT_FOUND);
    let why = json!({"reason": "because", "note": ""});
    let (status, _) = desk.step(Role::ReceivingHospital, &id, "decline", why, &[]).await;
    assert_eq!(status, StatusCode::UNPROCESSABLE_ENTITY);
    let why = json!({"reason": "mdr", "note": ""});
    let (status, said) = desk.step(Role::ReceivingHospital, &id, "decline", why, &[]).await;
    assert_eq!(status, StatusCode::OK, "{said}");
    assert_eq!(needs(&hospital).await["items"], json!([]), "it has answered");
    let seen = desk
        .get(Role::RegulatingOfficer, &format!("/api/v1/requests/{id}"))
        .await
        .json();
    assert_eq!(
        (&seen["standing"]["state"], &seen["destination"]["asked"]),
        (&json!("offered"), &json!([theirs])),
        "{seen}"
    );
    // Taken back, asked again, agreed.
    let (status, _) = desk
        .step(
            Role::RegulatingOfficer,
            &id,
            "unplace",
            json!({"reason": "nobody answers"}),
            &[],
        )
        .await;
    assert_eq!(status, StatusCode::OK);
    let ask = json!({"offers": [ours], "until": until});
    desk.step(Role::RegulatingOfficer, &id, "broadcast", ask, &[]).await;
    let (status, said) = desk.step(Role::ReceivingHospital, &id, "accept", json!({}), &[]).await;
    assert_eq!(status, StatusCode::OK, "{said}");
}

#[tokio::test]
async fn the_public_learns_nothing_of_few() {
    let desk = Desk::new(&[Role::AirliftPlanner, Role::InformationOfficer]).await;
    desk.import().await;
    let asked = desk.get(Role::InformationOfficer, "/api/v1/aggregates").await;
    assert_eq!(asked.status, StatusCode::OK);
    let said = asked.json();
    assert_eq!(
        (&said["as_of"], &said["operations"]),
        (&json!("2017-01-31T00:00:00Z"), &json!([])),
        "{said}"
    );
    assert_eq!(
        desk.ask(None, ("GET", "/api/v1/aggregates"), None, &[]).await.status,
        StatusCode::UNAUTHORIZED
    );
}

#[tokio::test]
async fn a_token_ends_by_its_id_or_by_itself() {
    let desk = Desk::new(&[Role::AirliftPlanner, Role::Administrator, Role::DutyOfficer]).await;
    let issue = async || {
        let made = desk
            .post(
                Role::AirliftPlanner,
                "/api/v1/tokens",
                json!({"label": "centre", "days": 1}),
                &[],
            )
            .await;
        assert_eq!(made.status, StatusCode::CREATED);
        let made = made.json();
        (
            made["id"].as_str().expect("an id").to_owned(),
            made["token"].as_str().expect("a token").to_owned(),
        )
    };
    let works = async |token: &str| {
        let mut machine = desk.somebody(Role::AirliftPlanner).clone();
        machine.token = token.to_owned();
        desk.ask(Some(&machine), ("GET", "/api/v1/self"), None, &[])
            .await
            .status
            == StatusCode::OK
    };
    let ((first, one), (_, two)) = (issue().await, issue().await);
    assert!(works(&one).await && works(&two).await);
    let revoke = async |role: Role, body: Value| desk.post(role, "/api/v1/tokens/revoke", body, &[]).await.status;
    assert_eq!(
        revoke(Role::DutyOfficer, json!({"id": first})).await,
        StatusCode::NOT_FOUND,
        "another's"
    );
    assert_eq!(
        revoke(Role::AirliftPlanner, json!({"id": "none"})).await,
        StatusCode::NOT_FOUND
    );
    assert_eq!(
        revoke(Role::AirliftPlanner, json!({})).await,
        StatusCode::UNPROCESSABLE_ENTITY
    );
    assert_eq!(
        revoke(Role::AirliftPlanner, json!({"id": first})).await,
        StatusCode::NO_CONTENT
    );
    assert!(!works(&one).await && works(&two).await);
    assert_eq!(
        revoke(Role::Administrator, json!({"token": two})).await,
        StatusCode::NO_CONTENT,
        "a leak is stopped"
    );
    assert!(!works(&two).await);
    assert!(
        works(&desk.somebody(Role::AirliftPlanner).token).await,
        "the person is still logged in"
    );
}
