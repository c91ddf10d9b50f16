//! Two worlds that differ only in what a role may not see: it gets the same answers in both.

use airbridge_app::{About, Wish, following};
use airbridge_disclosure::{Operation, Role};
use airbridge_events::{Command, RequestCommand, RequestId, Row};

use crate::desk::Desk;

/// Everything that a role can look at, as text.
async fn seen(desk: &Desk, role: Role, after: Option<&str>, limit: usize) -> String {
    let who = desk.who(role).await;
    let page = desk
        .app
        .search(
            &who,
            Operation::RequestSearch,
            (after, limit),
            |record, after| following(&record.requests, after, About::Request),
            |record, about, mask| {
                let About::Request(id) = about else { return None };
                let row = airbridge_app::shown(&record.requests[id].row, |group| mask.shows(group));
                Some(format!("{id} {row:?}"))
            },
        )
        .await;
    format!("{page:?}")
}

#[tokio::test]
async fn hidden_requests_change_no_answer() {
    let (one, other) = (Desk::new().await, Desk::new().await);
    for desk in [&one, &other] {
        desk.import().await;
    }
    // In the other world a clinician has begun drafts, which are nobody else's business.
    let clinician = other.who(Role::ReferringClinician).await;
    for (number, name) in ["AAA-1", "SYN-0055", "ZZZ-9"].iter().enumerate() {
        let row = Row::from([("origin", "BMC"), ("specialty", "burns"), ("age_years", "30")]);
        let age = (30 + number).to_string();
        let create = RequestCommand::Create {
            operation: "op".into(),
            organisation: "origin".into(),
            row: row.with(&Row::from([("age_years", age.as_str())])),
            return_of: None,
            seen: Vec::new(),
        };
        let command = Command::Request(RequestId::from(*name), create);
        let wish = Wish::new(Operation::RequestCreate, About::New("origin".to_owned()), command);
        other.app.act(&clinician, &wish).await.expect("new");
    }
    for role in [
        Role::RequestingAuthority,
        Role::ReceivingHospital,
        Role::Crew,
        Role::Operator,
        Role::InformationOfficer,
        Role::Administrator,
    ] {
        for limit in 1..8 {
            for after in [None, Some("A"), Some("SYN-004"), Some("SYN-0055"), Some("Z")] {
                let answers = (
                    seen(&one, role, after, limit).await,
                    seen(&other, role, after, limit).await,
                );
                assert_eq!(answers.0, answers.1, "{role} {after:?} {limit}");
            }
        }
        // A name that is taken and one that is free look the same.
        let who = other.who(role).await;
        let look = |name: &str| {
            let about = About::Request(name.into());
            let (app, who) = (other.app.clone(), who.clone());
            async move {
                format!(
                    "{:?}",
                    app.look(&who, Operation::RequestRead, &about, "", |_, _| ()).await
                )
            }
        };
        assert_eq!(look("AAA-1").await, look("AAA-2").await, "{role}");
    }
}
