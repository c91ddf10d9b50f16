//! Counts for the public, as the days go by.

use std::sync::Arc;

use airbridge_app::{App, Outside, Scripted};
use airbridge_desk::{PASSWORD, start};
use airbridge_disclosure::Role;
use airbridge_events::{Command, OperationCommand, OrganisationCommand, RequestCommand, RequestId, Row};
use airbridge_store::Store;
use jiff::{SignedDuration, Timestamp};

/// A clock that the test moves.
struct Clock(Arc<Scripted>);

impl Outside for Clock {
    fn now(&self) -> Timestamp {
        self.0.now()
    }

    fn random(&self) -> [u8; 32] {
        self.0.random()
    }
}

/// A patient who has arrived.
async fn arrived(app: &App, name: String) {
    let id = RequestId::new(name);
    let row = Row::from([
        ("origin", "BMC"),
        ("ready_at", "2017-01-31T06:00Z"),
        ("precedence_code", "P2"),
        ("specialty", "burns"),
    ]);
    let create = RequestCommand::Create {
        operation: "op".into(),
        organisation: "ministry".into(),
        row,
        return_of: None,
        seen: Vec::new(),
    };
    let command = |command| Command::Request(id.clone(), command);
    app.as_machine(&command(create)).await.expect("new");
    delivered(app, &id).await;
}

/// Writes that a patient was brought somewhere: how is not the question here.
async fn delivered(app: &App, id: &RequestId) {
    use airbridge_events::{RequestEvent, What};
    use airbridge_store::{Append, Commit, Expected, NewEvent};
    let what = What::Request(RequestEvent::Delivered {
        facility: "BURDENKO".to_owned(),
        identifiers: "pseudonym, date of birth".to_owned(),
        as_planned: true,
    });
    let event = NewEvent {
        kind: what.kind(),
        payload: serde_json::to_value(&what).expect("events are JSON"),
        actor: "crew".to_owned(),
        organisation: "ministry".to_owned(),
        authority: "crew".to_owned(),
        happened_at: app.now(),
        supersedes: None,
        confirms: None,
    };
    let append = Append {
        stream: id.stream(),
        expected: Expected::Any,
        events: vec![event],
    };
    let commit = Commit {
        appends: vec![append],
        ..Commit::at(app.now())
    };
    app.store().commit(commit).await.expect("it is kept");
}

#[tokio::test]
async fn a_figure_is_of_yesterday_and_changes_by_many() {
    let clock = Arc::new(Scripted::at(start()));
    let store = Store::open("memory:").await.expect("a store in memory");
    let app = App::open(store, Box::new(Clock(Arc::clone(&clock))))
        .await
        .expect("an empty log");
    let describe = OrganisationCommand::Describe {
        name: "Ministry".to_owned(),
        facilities: Vec::new(),
        operators: Vec::new(),
    };
    app.as_machine(&Command::Organisation("ministry".into(), describe))
        .await
        .expect("new");
    let open = OperationCommand::Open {
        organisation: "ministry".into(),
        name: "Synthetic".to_owned(),
        tables: String::new(),
    };
    app.as_machine(&Command::Operation("op".into(), open))
        .await
        .expect("new");
    app.open_account("officer", PASSWORD, &"ministry".into(), &[Role::InformationOfficer])
        .await
        .expect("new");
    let mut figures = Vec::new();
    for (day, arrivals) in [12, 3, 9, 0].into_iter().enumerate() {
        clock.set(start() + SignedDuration::from_hours(24 * day as i64));
        for number in 0..arrivals {
            arrived(&app, format!("{day}-{number}")).await;
        }
        let (token, _) = app.log_in("officer", PASSWORD).await.expect("its password");
        let who = app.who(&token.0).await.expect("logged in");
        let said = app.aggregates(&who).await.expect("it may");
        let again = app.aggregates(&who).await.expect("it may");
        assert_eq!(said, again, "the same all day");
        figures.push(said.operations.first().map(|operation| operation.patients_moved));
    }
    assert_eq!(
        figures,
        [None, Some(10), Some(10), Some(25)],
        "12, then 15 unsaid, then 24"
    );
}
