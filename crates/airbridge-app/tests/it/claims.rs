//! Decisions that depend on more than what they write: of two at once only one holds, and those that have nothing in common both do.

use airbridge_app::{App, Error, Scripted};
use airbridge_desk::{Desk, start};
use airbridge_disclosure::Role;
use airbridge_events::{Command, RequestCommand, Row};

fn create(id: &str, organisation: &str, age: &str) -> Command {
    let create = RequestCommand::Create {
        operation: "op".into(),
        organisation: organisation.into(),
        row: Row::from([("origin", "BMC"), ("age_years", age)]),
        return_of: None,
        seen: Vec::new(),
    };
    Command::Request(id.into(), create)
}

#[tokio::test(flavor = "multi_thread")]
async fn the_same_patient_is_not_written_twice_by_two_at_once() {
    let desk = Desk::new(Role::ALL).await;
    desk.import().await;
    let store = desk.app.store().clone();
    let other = App::open(store, Box::new(Scripted::at(start())))
        .await
        .expect("the log is sound");
    for round in 0..30 {
        let age = format!("{}", 100 + round);
        let (one, two) = (format!("one-{round}"), format!("two-{round}"));
        let (one, two) = (create(&one, "origin", &age), create(&two, "origin", &age));
        let (one, two) = tokio::join!(desk.app.as_machine(&one), other.as_machine(&two));
        assert!(one.is_ok() != two.is_ok(), "round {round}: {one:?} {two:?}");
        let Some(Error::Refused(refusal)) = one.err().or(two.err()) else {
            panic!("round {round}: refused for another reason")
        };
        assert!(refusal.what.contains("look like the same patient"), "{refusal:?}");
    }
}

/// Twenty writers of twenty organisations, none of whom has to wait for another to be decided again.
#[tokio::test(flavor = "multi_thread")]
async fn writers_with_nothing_in_common_do_not_starve_one_another() {
    let desk = Desk::new(Role::ALL).await;
    desk.import().await;
    let mut writers = tokio::task::JoinSet::new();
    for writer in 0..20 {
        let app = desk.app.clone();
        writers.spawn(async move {
            for n in 0..5 {
                let create = create(&format!("w{writer}-{n}"), &format!("o{writer}"), &format!("{n}"));
                app.as_machine(&create)
                    .await
                    .expect("nobody else writes for this organisation");
            }
        });
    }
    writers.join_all().await;
    let written = desk
        .app
        .see(|record| record.requests.keys().filter(|id| id.as_str().starts_with('w')).count());
    assert_eq!(written, 100);
}
