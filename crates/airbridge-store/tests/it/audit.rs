//! Edits of a SQLite file behind the store's back are all found.

use airbridge_store::{ChainFault, Commit, SignedHead, Store};
use rand::{RngExt as _, SeedableRng as _};
use rand_pcg::Pcg64Mcg;
use sqlx::{AssertSqlSafe, Connection as _, SqliteConnection};

use crate::place::Place;
use crate::samples::{append, draft, second};
use airbridge_store::Expected;

const ENTRIES: i64 = 60;
const SEED: u64 = 14;

#[tokio::test(flavor = "multi_thread")]
async fn two_hundred_edits_are_all_found() {
    let original = Place::sqlite();
    let head = write(&original).await;
    let mut random = Pcg64Mcg::seed_from_u64(SEED);
    for round in 0..200 {
        let copy = Place::sqlite();
        std::fs::copy(original.file(), copy.file()).expect("the file can be copied");
        let table = if round % 2 == 0 { "audit" } else { "events" };
        let edit = edit(table, &mut random);
        let mut conn = SqliteConnection::connect(&copy.file().to_string_lossy())
            .await
            .expect("the file opens");
        // An intruder does not mind broken references either.
        let sql = format!("PRAGMA foreign_keys = OFF; BEGIN; {edit} COMMIT;");
        sqlx::raw_sql(AssertSqlSafe(sql))
            .execute(&mut conn)
            .await
            .expect("the edit is SQL");
        conn.close().await.expect("the file closes");

        let store = copy.open().await;
        let verdict = if table == "audit" {
            store.verify_audit(&[head]).await
        } else {
            store.verify_log(&[head]).await
        };
        let verdict = verdict.expect("the rows are readable");
        assert!(!verdict.is_sound(), "seed {SEED} round {round}: {edit} went unseen");
        store.close().await;
    }
}

#[tokio::test(flavor = "multi_thread")]
async fn a_cut_tail_and_a_forged_head_are_named() {
    let place = Place::sqlite();
    let head = write(&place).await;
    let mut conn = SqliteConnection::connect(&place.file().to_string_lossy())
        .await
        .expect("the file opens");
    sqlx::raw_sql("DELETE FROM audit WHERE number > 55; DELETE FROM audit_heads WHERE number > 55")
        .execute(&mut conn)
        .await
        .expect("the edit is SQL");
    conn.close().await.expect("the file closes");
    let store = place.open().await;
    assert!(
        store.verify_audit(&[]).await.expect("it is readable").is_sound(),
        "the store alone cannot know"
    );
    let verdict = store.verify_audit(&[head]).await.expect("it is readable");
    assert_eq!(verdict.faults, [ChainFault::CutTail { known: 60, found: 55 }]);
    let mut forged = head;
    forged.audit.number = 55;
    let verdict = store.verify_audit(&[forged]).await.expect("it is readable");
    assert_eq!(verdict.faults, [ChainFault::BadSignature(55)]);
}

async fn write(place: &Place) -> SignedHead {
    let store = place.open().await;
    for n in 0..ENTRIES {
        let mut commit: Commit = append(&format!("s{}", n % 5), Expected::Any, n, 1);
        commit.audit.push(draft(n));
        store.commit(commit).await.expect("anything goes");
    }
    let head = store.sign_audit_head(second(1000)).await.expect("there is a key");
    assert_sound(&store, head).await;
    store.checkpoint().await.expect("nobody reads");
    store.close().await;
    head
}

async fn assert_sound(store: &Store, head: SignedHead) {
    assert!(store.verify_audit(&[head]).await.expect("it is readable").is_sound());
    assert!(store.verify_log(&[head]).await.expect("it is readable").is_sound());
}

/// One edit: a value, a row gone, a row put in, two rows swapped, or the tail cut.
fn edit(table: &str, random: &mut Pcg64Mcg) -> String {
    let (number, texts, numbers): (_, &[&str], &[&str]) = if table == "audit" {
        let texts = &["actor", "organisation", "role", "act", "subject", "purpose", "outcome"];
        ("number", texts, &["at"])
    } else {
        let texts = &["stream", "kind", "payload", "actor", "organisation", "authority"];
        (
            "seq",
            texts,
            &["version", "happened_at", "recorded_at", "supersedes", "confirms"],
        )
    };
    let row = random.random_range(1..=ENTRIES);
    let other = (row + random.random_range(1..ENTRIES) - 1) % ENTRIES + 1;
    match random.random_range(0..8) {
        0 | 1 => {
            let column = texts[random.random_range(0..texts.len())];
            format!("UPDATE {table} SET {column} = {column} || ' ' WHERE {number} = {row};")
        }
        2 => {
            let column = numbers[random.random_range(0..numbers.len())];
            format!("UPDATE {table} SET {column} = coalesce({column}, 0) + 1000 WHERE {number} = {row};")
        }
        3 => format!("UPDATE {table} SET hash = zeroblob(32) WHERE {number} = {row};"),
        // The rows behind move up, so that no gap shows.
        4 => format!(
            "DELETE FROM {table} WHERE {number} = {row}; UPDATE {table} SET {number} = -{number} WHERE {number} > {row}; \
             UPDATE {table} SET {number} = -{number} - 1 WHERE {number} < 0;"
        ),
        5 => {
            let columns = columns(table);
            let changed = columns.replace("version", "version + 1000");
            // The rows behind make room for a copy of another.
            format!(
                "UPDATE {table} SET {number} = -{number} WHERE {number} > {row}; \
                 UPDATE {table} SET {number} = -{number} + 1 WHERE {number} < 0; \
                 INSERT INTO {table} ({number}, {columns}) SELECT {row} + 1, {changed} FROM {table} \
                 WHERE {number} = {row};"
            )
        }
        6 => format!(
            "UPDATE {table} SET {number} = -1 WHERE {number} = {row}; \
             UPDATE {table} SET {number} = {row} WHERE {number} = {other}; \
             UPDATE {table} SET {number} = {other} WHERE {number} = -1;"
        ),
        _ => format!("DELETE FROM {table} WHERE {number} >= {row};"),
    }
}

fn columns(table: &str) -> &'static str {
    if table == "audit" {
        "at, actor, organisation, role, act, subject, purpose, outcome, previous, hash"
    } else {
        "stream, version, kind, payload, actor, organisation, authority, happened_at, recorded_at, hash"
    }
}

#[tokio::test(flavor = "multi_thread")]
async fn a_key_that_did_not_sign_before_is_noticed() {
    let place = Place::sqlite();
    write(&place).await;
    let store = place.open().await;
    assert!(store.signs_as_before().await.expect("it is readable"));
    store.close().await;
    for (key, same) in [([9; 32], true), ([8; 32], false)] {
        let settings = airbridge_store::Settings {
            signing_key: Some(airbridge_store::SecretKey(key)),
            ..airbridge_store::Settings::default()
        };
        let store = Store::open_with(&place.address, settings).await.expect("it opens");
        assert_eq!(store.signs_as_before().await.expect("it is readable"), same);
        store.close().await;
    }
    let empty = Place::memory().open().await;
    assert!(
        empty.signs_as_before().await.expect("it is readable"),
        "nobody has signed"
    );
}
