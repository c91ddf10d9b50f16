//! Files and copies: backup, moving between backends, erasing, a full disk, a newer schema.

use airbridge_store::{Commit, Expected, Seq, Settings, Store, StoreError, VaultChange};
use sqlx::{Connection as _, SqliteConnection};

use crate::conformance::fill;
use crate::on_every_backend;
use crate::place::{Place, settings};
use crate::samples::{append, second};

on_every_backend!(
    a_copy_there_and_back_is_equal,
    a_copy_goes_into_an_empty_store_only,
    a_backup_taken_while_writing_opens_and_verifies,
);

async fn a_copy_there_and_back_is_equal(place: &Place) {
    let origin = Place::memory().open().await;
    fill(&origin).await;
    let digest = origin.canonical_digest().await.expect("it is readable");
    let audit = origin.audit_head().await.expect("it is readable");
    let there = place.open().await;
    assert_ne!(there.canonical_digest().await.expect("it is readable"), digest);
    origin.copy_to(&there).await.expect("it is empty");
    assert_eq!(there.canonical_digest().await.expect("it is readable"), digest);
    let back = Place::sqlite();
    let again = back.open().await;
    there.copy_to(&again).await.expect("it is empty");
    assert_eq!(again.canonical_digest().await.expect("it is readable"), digest);
    assert_eq!(again.audit_head().await.expect("it is readable"), audit);
    assert_eq!(
        again.audit_heads().await.expect("it is readable"),
        origin.audit_heads().await.expect("it is readable")
    );
    assert!(again.verify_log(&[]).await.expect("it is readable").is_sound());
    assert!(again.verify_audit(&[]).await.expect("it is readable").is_sound());
    // Life goes on in the copy.
    again
        .commit(append("a", Expected::Any, 0, 1))
        .await
        .expect("anything goes");
    assert!(again.verify_log(&[]).await.expect("it is readable").is_sound());
}

async fn a_copy_goes_into_an_empty_store_only(place: &Place) {
    let origin = Place::memory().open().await;
    fill(&origin).await;
    let there = place.open().await;
    there
        .commit(append("a", Expected::Any, 0, 1))
        .await
        .expect("anything goes");
    assert!(matches!(origin.copy_to(&there).await, Err(StoreError::NotEmpty)));
    assert_eq!(there.head().await.expect("it is readable"), Seq(1));
}

#[tokio::test(flavor = "multi_thread")]
async fn the_same_commits_have_the_same_digest_on_every_backend() {
    let mut digests = Vec::new();
    for place in Place::all().await {
        let store = place.open().await;
        fill(&store).await;
        digests.push(store.canonical_digest().await.expect("it is readable"));
    }
    assert!(digests.windows(2).all(|pair| pair[0] == pair[1]));
}

async fn a_backup_taken_while_writing_opens_and_verifies(place: &Place) {
    let store = place.open().await;
    fill(&store).await;
    let folder = tempfile::tempdir().expect("a temporary folder can be made");
    let quiet = folder.path().join("quiet");
    store.backup(&quiet).await.expect("the path is free");
    assert!(matches!(store.backup(&quiet).await, Err(StoreError::BackupExists(_))));
    let names = std::fs::read_dir(folder.path()).expect("it is there").count();
    assert_eq!(names, 1, "one file, and nothing beside it");
    let restored = Store::open(&format!("sqlite:{}", quiet.display()))
        .await
        .expect("a backup is a store");
    let digest = store.canonical_digest().await.expect("it is readable");
    assert_eq!(restored.canonical_digest().await.expect("it is readable"), digest);

    let busy = folder.path().join("busy");
    let writing = tokio::spawn({
        let store = store.clone();
        async move {
            for n in 0..100 {
                store
                    .commit(append("a", Expected::Any, n, 2))
                    .await
                    .expect("anything goes");
            }
        }
    });
    store.backup(&busy).await.expect("the path is free");
    writing.await.expect("the writer ends");
    let restored = Store::open(&format!("sqlite:{}", busy.display()))
        .await
        .expect("a backup is a store");
    assert!(restored.verify_log(&[]).await.expect("it is readable").is_sound());
    assert!(restored.verify_audit(&[]).await.expect("it is readable").is_sound());
    assert!(restored.head().await.expect("it is readable").0 >= 75);
}

#[tokio::test(flavor = "multi_thread")]
async fn an_erased_person_leaves_no_bytes() {
    let place = Place::sqlite();
    let store = place.open().await;
    let mark = b"sealed-bytes-of-one-person-0451".to_vec();
    let key = *b"key-of-one-person-0451-abcdefghi";
    // Some in the row itself, some spread over overflow pages.
    for (person, times) in [("small", 1), ("large", 2000)] {
        let mut commit = Commit::at(second(0));
        commit.vault.push(VaultChange::Put {
            person: person.to_owned(),
            sealed: mark.repeat(times),
            key,
        });
        store.commit(commit).await.expect("the vault takes it");
    }
    store.checkpoint().await.expect("nobody reads");
    assert!(found(&place, &mark) && found(&place, &key));
    let mut commit = Commit::at(second(1));
    for person in ["small", "large"] {
        commit.vault.push(VaultChange::Erase {
            person: person.to_owned(),
        });
    }
    store.commit(commit).await.expect("it is erased");
    store.checkpoint().await.expect("nobody reads");
    assert!(!found(&place, &mark[..16]) && !found(&place, &key[..16]));
}

fn found(place: &Place, mark: &[u8]) -> bool {
    let folder = place.folder.as_ref().expect("only SQLite has a file").path();
    std::fs::read_dir(folder).expect("the folder is there").any(|entry| {
        let bytes = std::fs::read(entry.expect("it is listed").path()).expect("it is readable");
        bytes.windows(mark.len()).any(|window| window == mark)
    })
}

#[tokio::test(flavor = "multi_thread")]
async fn a_full_store_says_so_and_reads_on() {
    let place = Place::sqlite();
    let limited = Settings {
        size_limit_bytes: Some(400 * 1024),
        ..settings()
    };
    let store = Store::open_with(&place.address, limited)
        .await
        .expect("the store opens");
    let mut acknowledged = Seq::START;
    let full = loop {
        assert!(acknowledged.0 < 10_000, "it never filled");
        match store.commit(append("a", Expected::Any, 0, 5)).await {
            Ok(committed) => acknowledged = crate::samples::receipt(committed).head,
            Err(error) => break error,
        }
    };
    assert!(matches!(full, StoreError::Full(_)), "{full:?}");
    assert!(matches!(
        store.put_blob(vec![1; 500_000]).await,
        Err(StoreError::Full(_))
    ));
    assert_eq!(store.head().await.expect("reading goes on"), acknowledged);
    assert_eq!(store.read(Seq::START, 10).await.expect("reading goes on").len(), 10);
    store.close().await;
    // With room again, it writes on where it was.
    let store = place.open().await;
    let next = store
        .commit(append("a", Expected::Any, 0, 1))
        .await
        .expect("there is room");
    assert_eq!(crate::samples::receipt(next).head, acknowledged.next());
    assert!(store.verify_log(&[]).await.expect("it is readable").is_sound());
}

#[tokio::test(flavor = "multi_thread")]
async fn a_newer_store_is_refused_and_left_alone() {
    let place = Place::sqlite();
    place.open().await.close().await;
    let mut conn = SqliteConnection::connect(&place.file().to_string_lossy())
        .await
        .expect("the file opens");
    sqlx::raw_sql("UPDATE schema_version SET version = 99")
        .execute(&mut conn)
        .await
        .expect("it is SQL");
    let refused = Store::open(&place.address).await;
    assert!(matches!(refused, Err(StoreError::NewerSchema { found: 99, known: 2 })));
    let version: i64 = sqlx::query_scalar("SELECT version FROM schema_version")
        .fetch_one(&mut conn)
        .await
        .expect("it is readable");
    assert_eq!(version, 99);
}

/// A store as the first schema had it, with everything in it, is brought forward when it is opened.
#[tokio::test(flavor = "multi_thread")]
async fn an_older_store_is_upgraded_and_keeps_everything() {
    let place = Place::sqlite();
    let store = place.open().await;
    let mut commit = append("a", Expected::NoStream, 0, 3);
    commit.once = Some(crate::samples::once("k", 1));
    commit.audit.push(crate::samples::draft(1));
    store.commit(commit).await.expect("it is new");
    let digest = store.canonical_digest().await.expect("it is readable");
    store.close().await;
    let mut conn = SqliteConnection::connect(&place.file().to_string_lossy())
        .await
        .expect("the file opens");
    sqlx::raw_sql("DROP TABLE guards; UPDATE schema_version SET version = 1")
        .execute(&mut conn)
        .await
        .expect("it is SQL");
    conn.close().await.expect("it closes");

    let store = place.open().await;
    assert_eq!(store.schema_version().await.expect("it is readable"), 2);
    assert_eq!(store.canonical_digest().await.expect("it is readable"), digest);
    let mut commit = append("a", Expected::Any, 0, 1);
    commit.guards.push(airbridge_store::Guard {
        name: "beds".to_owned(),
        seen: airbridge_store::Seq(3),
    });
    store.commit(commit).await.expect("the new table is there");
    assert!(store.verify_log(&[]).await.expect("it is readable").is_sound());
}

#[tokio::test(flavor = "multi_thread")]
async fn many_open_a_new_store_at_once() {
    for place in [Some(Place::sqlite()), Place::postgres().await].into_iter().flatten() {
        let mut opening = tokio::task::JoinSet::new();
        for _ in 0..4 {
            let address = place.address.clone();
            opening.spawn(async move { Store::open(&address).await.map(drop) });
        }
        for outcome in opening.join_all().await {
            outcome.expect("the migration runs once, under a lock");
        }
    }
}
