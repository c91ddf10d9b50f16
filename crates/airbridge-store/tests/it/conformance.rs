//! What holds on every backend, one sentence a test.

use std::time::Duration;

use airbridge_store::{
    Aside, Commit, Committed, Expected, Guard, Seq, SessionKind, SessionRow, Store, StoreError, VaultChange,
    VaultEntry, Version,
};
use serde_json::json;

use crate::on_every_backend;
use crate::place::Place;
use crate::samples::{append, draft, event, once, receipt, second};

on_every_backend!(
    events_come_back_as_they_were_given,
    a_wrong_expectation_changes_nothing,
    a_commit_is_whole_or_not_at_all,
    a_stale_decision_is_refused,
    a_repeated_commit_acts_once,
    a_reused_key_is_refused,
    what_cannot_be_kept_is_refused,
    reading_pages_through_everything_in_order,
    watching_sees_what_is_appended,
    another_handle_sees_what_is_appended,
    the_vault_forgets,
    sessions_end,
    blobs_are_named_by_their_contents,
    a_reopened_store_has_everything,
    the_log_verifies,
);

async fn events_come_back_as_they_were_given(place: &Place) {
    let store = place.open().await;
    store.ready().await.expect("the store answers");
    assert_eq!(store.schema_version().await.expect("it is readable"), 2);
    assert_eq!(store.head().await.expect("it is readable"), Seq::START);
    let first = receipt(
        store
            .commit(append("a", Expected::NoStream, 0, 2))
            .await
            .expect("the stream is new"),
    );
    assert_eq!((first.first, first.head), (Some(Seq(1)), Seq(2)));
    let mut commit = append("a", Expected::Version(Version(2)), 5, 1);
    commit.appends[0].events[0].supersedes = Some(Seq(1));
    commit.appends[0].events[0].confirms = Some(Seq(2));
    store.commit(commit.clone()).await.expect("the version is right");

    let read = store.read_stream("a", Version(2)).await.expect("it is readable");
    assert_eq!(read.len(), 1);
    assert_eq!(
        (read[0].seq, read[0].version, read[0].recorded_at),
        (Seq(3), Version(3), second(5))
    );
    assert_eq!(read[0].event, commit.appends[0].events[0]);
    let all = store.read(Seq::START, 10).await.expect("it is readable");
    assert_eq!(all[2], read[0]);
}

async fn a_wrong_expectation_changes_nothing(place: &Place) {
    let store = place.open().await;
    store
        .commit(append("a", Expected::NoStream, 0, 1))
        .await
        .expect("the stream is new");
    for expected in [
        Expected::NoStream,
        Expected::Version(Version(2)),
        Expected::Version(Version::NONE),
    ] {
        let refused = store.commit(append("a", expected, 1, 1)).await;
        assert!(
            matches!(refused, Err(StoreError::Conflict { found: Version(1), .. })),
            "{refused:?}"
        );
    }
    store
        .commit(append("a", Expected::Any, 1, 1))
        .await
        .expect("anything goes");
    assert_eq!(store.head().await.expect("it is readable"), Seq(2));
}

async fn a_commit_is_whole_or_not_at_all(place: &Place) {
    let store = place.open().await;
    store
        .commit(append("b", Expected::NoStream, 0, 1))
        .await
        .expect("the stream is new");
    let mut commit = append("a", Expected::NoStream, 1, 3);
    commit
        .appends
        .push(append("b", Expected::NoStream, 1, 1).appends.remove(0));
    commit.once = Some(once("k", 1));
    commit.audit.push(draft(1));
    commit.vault.push(VaultChange::Put {
        person: "p".to_owned(),
        sealed: vec![1],
        key: [1; 32],
    });
    assert!(store.commit(commit).await.is_err());
    assert_eq!(store.head().await.expect("it is readable"), Seq(1));
    assert!(
        store
            .read_stream("a", Version::NONE)
            .await
            .expect("it is readable")
            .is_empty()
    );
    assert_eq!(store.once("coordinator-1", "k").await.expect("it is readable"), None);
    assert_eq!(store.audit_head().await.expect("it is readable").number, 0);
    assert_eq!(store.vault_get("p").await.expect("it is readable"), None);
}

async fn a_stale_decision_is_refused(place: &Place) {
    let store = place.open().await;
    let guarded = |name: &str, seen| Commit {
        guards: vec![Guard {
            name: name.to_owned(),
            seen: Seq(seen),
        }],
        ..append("a", Expected::Any, 0, 1)
    };
    for n in 0..3 {
        store
            .commit(guarded("beds", n))
            .await
            .expect("nobody has claimed it since");
    }
    // Another name is another matter, however old the state; and what claims nothing stands in nobody's way.
    store.commit(guarded("logins", 0)).await.expect("nobody has claimed it");
    store
        .commit(append("b", Expected::Any, 0, 1))
        .await
        .expect("it is free");
    store
        .commit(guarded("logins", 4))
        .await
        .expect("nobody has claimed it since");
    let refused = store.commit(guarded("beds", 2)).await;
    let Err(StoreError::Stale { guard, seen, changed }) = &refused else {
        panic!("{refused:?}")
    };
    assert_eq!((guard.as_str(), *seen, *changed), ("beds", Seq(2), Seq(3)));
    assert_eq!(store.head().await.expect("it is readable"), Seq(6));
    store.commit(guarded("beds", 6)).await.expect("it is decided again");
}

async fn a_repeated_commit_acts_once(place: &Place) {
    let store = place.open().await;
    let mut commit = append("a", Expected::NoStream, 0, 1);
    commit.once = Some(once("k", 1));
    receipt(store.commit(commit.clone()).await.expect("it is new"));
    for _ in 0..5 {
        let again = store.commit(commit.clone()).await.expect("a repetition is answered");
        assert_eq!(again, Committed::Repeated(json!({ "answer": "k" })));
    }
    assert_eq!(store.head().await.expect("it is readable"), Seq(1));
    let kept = store.once("coordinator-1", "k").await.expect("it is readable");
    assert_eq!(kept, Some(([1; 32], json!({ "answer": "k" }))));
}

async fn a_reused_key_is_refused(place: &Place) {
    let store = place.open().await;
    let mut commit = append("a", Expected::Any, 0, 1);
    commit.once = Some(once("k", 1));
    store.commit(commit.clone()).await.expect("it is new");
    commit.once = Some(once("k", 2));
    assert!(matches!(store.commit(commit.clone()).await, Err(StoreError::KeyReused)));
    // Another actor's key is another key.
    let mut other = once("k", 2);
    "coordinator-2".clone_into(&mut other.actor);
    commit.once = Some(other);
    receipt(store.commit(commit).await.expect("it is new"));
}

async fn what_cannot_be_kept_is_refused(place: &Place) {
    let store = place.open().await;
    let mut nul = append("a", Expected::Any, 0, 1);
    "a\0b".clone_into(&mut nul.appends[0].events[0].actor);
    let mut future = append("a", Expected::Any, 0, 1);
    future.appends[0].events[0].supersedes = Some(Seq(1));
    for commit in [nul, future] {
        assert!(matches!(store.commit(commit).await, Err(StoreError::Invalid { .. })));
    }
    assert_eq!(store.head().await.expect("it is readable"), Seq::START);
}

async fn reading_pages_through_everything_in_order(place: &Place) {
    let store = place.open().await;
    for n in 0..40 {
        store
            .commit(append(&format!("s{}", n % 7), Expected::Any, n, 1 + n as usize % 3))
            .await
            .expect("anything goes");
    }
    let whole = store.read(Seq::START, 1000).await.expect("it is readable");
    let mut paged = Vec::new();
    loop {
        let after = paged
            .last()
            .map_or(Seq::START, |event: &airbridge_store::StoredEvent| event.seq);
        let page = store.read(after, 9).await.expect("it is readable");
        if page.is_empty() {
            break;
        }
        paged.extend(page);
    }
    assert_eq!(paged, whole);
    let seqs: Vec<_> = whole.iter().map(|event| event.seq.0).collect();
    assert_eq!(seqs, (1..=whole.len() as u64).collect::<Vec<_>>());
    for stream in 0..7 {
        let name = format!("s{stream}");
        let streamed = store.read_stream(&name, Version::NONE).await.expect("it is readable");
        let filtered: Vec<_> = whole.iter().filter(|event| event.stream == name).cloned().collect();
        assert_eq!(streamed, filtered);
        assert!(streamed.iter().zip(1..).all(|(event, n)| event.version == Version(n)));
    }
}

async fn watching_sees_what_is_appended(place: &Place) {
    let store = place.open().await;
    let mut watch = store.watch();
    assert_eq!(*watch.borrow_and_update(), Seq::START);
    store
        .commit(append("a", Expected::Any, 0, 3))
        .await
        .expect("anything goes");
    assert_eq!(*watch.borrow_and_update(), Seq(3));
}

async fn another_handle_sees_what_is_appended(place: &Place) {
    if place.address == "memory:" {
        return;
    }
    let (one, two) = (place.open().await, place.open().await);
    let mut watch = two.watch();
    for n in 1..=5 {
        one.commit(append("a", Expected::Any, 0, 1))
            .await
            .expect("anything goes");
        let seen = watch.wait_for(|seq| *seq >= Seq(n));
        tokio::time::timeout(Duration::from_secs(30), seen)
            .await
            .expect("it is seen")
            .expect("the store is open");
        assert_eq!(two.read(Seq(n - 1), 10).await.expect("it is readable").len(), 1);
    }
}

async fn the_vault_forgets(place: &Place) {
    let store = place.open().await;
    let put = |byte: u8| VaultChange::Put {
        person: "p".to_owned(),
        sealed: vec![byte; 100],
        key: [byte; 32],
    };
    for byte in [1, 2] {
        let mut commit = Commit::at(second(0));
        commit.vault.push(put(byte));
        store.commit(commit).await.expect("the vault takes it");
        let entry = VaultEntry {
            sealed: vec![byte; 100],
            key: [byte; 32],
        };
        assert_eq!(store.vault_get("p").await.expect("it is readable"), Some(entry));
    }
    let mut commit = append("a", Expected::Any, 0, 1);
    commit.vault.push(VaultChange::Erase { person: "p".to_owned() });
    store.commit(commit).await.expect("it is erased");
    assert_eq!(store.vault_get("p").await.expect("it is readable"), None);
}

async fn sessions_end(place: &Place) {
    let store = place.open().await;
    let session = |token: u8, account: &str| SessionRow {
        token_digest: [token; 32],
        account: account.to_owned(),
        kind: if token.is_multiple_of(2) {
            SessionKind::Browser
        } else {
            SessionKind::Machine
        },
        created_at: second(0),
        expires_at: second(3600),
        last_seen_at: second(0),
        data: json!({ "role": "medic" }),
    };
    for token in 0..4 {
        store
            .put_session(session(token, if token < 3 { "a" } else { "b" }))
            .await
            .expect("it is kept");
    }
    assert_eq!(
        store.session(&[1; 32]).await.expect("it is readable"),
        Some(session(1, "a"))
    );
    assert!(store.touch_session([1; 32], second(5)).await.expect("it is written"));
    let touched = store
        .session(&[1; 32])
        .await
        .expect("it is readable")
        .expect("it is there");
    assert_eq!(touched.last_seen_at, second(5));
    assert!(store.end_session([1; 32]).await.expect("it is written"));
    assert!(!store.end_session([1; 32]).await.expect("it is written"));
    assert!(!store.touch_session([1; 32], second(6)).await.expect("it is written"));
    assert_eq!(store.end_sessions_of("a").await.expect("it is written"), 2);
    assert_eq!(store.session(&[0; 32]).await.expect("it is readable"), None);
    assert_eq!(
        store.session(&[3; 32]).await.expect("it is readable"),
        Some(session(3, "b"))
    );
    let mut commit = Commit::at(second(7));
    commit.aside.push(Aside::Session(session(4, "c")));
    store.commit(commit).await.expect("it is kept");
    assert!(store.session(&[4; 32]).await.expect("it is readable").is_some());
    let mut commit = Commit::at(second(8));
    commit.aside.push(Aside::EndSessionsOf {
        account: "c".to_owned(),
    });
    store.commit(commit).await.expect("it is written");
    assert_eq!(store.session(&[4; 32]).await.expect("it is readable"), None);
    assert_eq!(store.end_all_sessions().await.expect("it is written"), 1);
    assert_eq!(store.session(&[3; 32]).await.expect("it is readable"), None);
}

async fn blobs_are_named_by_their_contents(place: &Place) {
    let store = place.open().await;
    let name = store.put_blob(b"abc".to_vec()).await.expect("it is kept");
    assert_eq!(name, "ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad");
    assert_eq!(store.put_blob(b"abc".to_vec()).await.expect("it is kept"), name);
    assert_eq!(store.blob(&name).await.expect("it is readable"), Some(b"abc".to_vec()));
    assert_eq!(store.blob("00").await.expect("it is readable"), None);
}

async fn a_reopened_store_has_everything(place: &Place) {
    if place.address == "memory:" {
        return;
    }
    let store = place.open().await;
    fill(&store).await;
    let digest = store.canonical_digest().await.expect("it is readable");
    store.close().await;
    assert!(store.commit(append("a", Expected::Any, 0, 1)).await.is_err());
    let again = place.open().await;
    assert_eq!(again.canonical_digest().await.expect("it is readable"), digest);
}

async fn the_log_verifies(place: &Place) {
    let store = place.open().await;
    fill(&store).await;
    let head = store.sign_audit_head(second(99)).await.expect("there is a key");
    assert_eq!(head.log_seq, store.head().await.expect("it is readable"));
    let log = store.verify_log(&[head]).await.expect("it is readable");
    assert!(log.is_sound() && log.entries == head.log_seq.0, "{log:?}");
    let audit = store.verify_audit(&[head]).await.expect("it is readable");
    assert!(audit.is_sound() && audit.entries == 25 && audit.heads == 4, "{audit:?}");
}

/// Something in every table.
pub(crate) async fn fill(store: &Store) {
    for n in 0..25 {
        let mut commit = append(&format!("s{}", n % 4), Expected::Any, n, 2);
        commit.appends[0].events.push(event("ended", n));
        commit.once = Some(once(&format!("k{n}"), 1));
        commit.audit.push(draft(n));
        commit.vault.push(VaultChange::Put {
            person: format!("person-{}", n % 10),
            sealed: vec![n as u8; 20],
            key: [n as u8; 32],
        });
        store.commit(commit).await.expect("anything goes");
    }
    store.put_blob(vec![0, 1, 2, 255]).await.expect("it is kept");
    crate::jobs::fill(store).await;
}
