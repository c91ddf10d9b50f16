//! The issuer's word: taken when it is right, refused in each way in which it can be wrong.

use airbridge_app::{SignOn as _, SignOnError};
use jiff::{SignedDuration, Timestamp};

use crate::issuer::{Desk, Wrong};

fn start() -> Timestamp {
    "2017-01-31T06:00:00Z".parse().expect("an instant")
}

#[tokio::test]
async fn a_code_becomes_the_subject_and_nothing_else_is_asked() {
    let desk = Desk::start(start()).await;
    let issuer = desk.issuer();
    for subject in ["subject-1", "subject-2"] {
        desk.set(|knows| subject.clone_into(&mut knows.subject));
        let begun = issuer.begin();
        let back = desk.browse(&begun.url);
        assert_eq!(back["state"], begun.state);
        let found = issuer
            .finish(back["code"].clone(), begun.secrets, start())
            .await
            .expect("its word");
        assert_eq!(
            (found.issuer.as_str(), found.subject.as_str()),
            (desk.url.as_str(), subject)
        );
    }
    // Keys are asked for once.
    desk.set(|knows| assert_eq!(knows.asked, ["authorize", "token", "keys", "authorize", "token"]));
}

#[tokio::test]
async fn every_wrong_word_is_refused() {
    for wrong in [
        Wrong::Nonce,
        Wrong::Audience,
        Wrong::Name,
        Wrong::Expired,
        Wrong::Key,
        Wrong::Unsigned,
        Wrong::SharedSecret,
        Wrong::NoToken,
        Wrong::Elsewhere,
    ] {
        let desk = Desk::start(start()).await;
        let issuer = desk.issuer();
        desk.set(|knows| knows.wrong = wrong);
        let begun = issuer.begin();
        let back = desk.browse(&begun.url);
        let refused = issuer.finish(back["code"].clone(), begun.secrets, start()).await;
        assert!(
            matches!(refused, Err(SignOnError::Refused(_))),
            "{wrong:?}: {refused:?}"
        );
        desk.set(|knows| assert!(!knows.asked.contains(&"something else"), "{wrong:?}"));
    }
}

#[tokio::test]
async fn a_code_is_good_once_and_for_whoever_has_begun() {
    let desk = Desk::start(start()).await;
    let issuer = desk.issuer();
    let (mine, other) = (issuer.begin(), issuer.begin());
    let code = desk.browse(&mine.url)["code"].clone();
    let stolen = issuer.finish(code, other.secrets, start()).await;
    assert!(matches!(stolen, Err(SignOnError::Refused(_))), "{stolen:?}");
    let code = desk.browse(&mine.url)["code"].clone();
    let secrets = mine.secrets;
    issuer
        .finish(code.clone(), secrets.clone(), start())
        .await
        .expect("its word");
    let again = issuer.finish(code, secrets, start()).await;
    assert!(matches!(again, Err(SignOnError::Refused(_))), "{again:?}");
}

#[tokio::test]
async fn new_keys_are_asked_for_but_not_at_every_word() {
    let desk = Desk::start(start()).await;
    let issuer = desk.issuer();
    let log_in = async |now: Timestamp| {
        let begun = issuer.begin();
        let code = desk.browse(&begun.url)["code"].clone();
        issuer.finish(code, begun.secrets, now).await
    };
    let keys = |desk: &Desk| {
        let knows = desk.knows.lock().expect("nobody panics with it");
        knows.asked.iter().filter(|what| **what == "keys").count()
    };
    log_in(start()).await.expect("its word");
    desk.set(|knows| knows.key = 2);
    log_in(start() + SignedDuration::from_secs(30))
        .await
        .expect_err("they were asked for just now");
    assert_eq!(keys(&desk), 1);
    log_in(start() + SignedDuration::from_mins(2))
        .await
        .expect("asked for again");
    assert_eq!(keys(&desk), 2);
    log_in(start() + SignedDuration::from_mins(3)).await.expect("known");
    assert_eq!(keys(&desk), 2);
}

#[tokio::test]
async fn an_issuer_that_is_not_there_is_away() {
    let desk = Desk::start(start()).await;
    let issuer = Desk {
        knows: desk.knows.clone(),
        // Nobody listens there.
        url: "http://127.0.0.1:1".to_owned(),
    }
    .issuer();
    let begun = issuer.begin();
    let away = issuer.finish("code".to_owned(), begun.secrets, start()).await;
    assert!(matches!(away, Err(SignOnError::Away(_))), "{away:?}");
}
