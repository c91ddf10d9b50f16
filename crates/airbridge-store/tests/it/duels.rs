//! Writers who want the same thing at the same time: exactly one gets it, and every edit that was accepted is there.

use airbridge_store::{Committed, Expected, Guard, Seq, Store, StoreError, Version};
use serde_json::json;

use crate::on_every_backend;
use crate::place::Place;
use crate::samples::{append, once, receipt, second};

on_every_backend!(
    one_writer_wins_each_duel,
    the_last_bed_goes_to_one_patient,
    repetitions_race_to_act_once
);

async fn one_writer_wins_each_duel(place: &Place) {
    duels(place, 200).await;
}

#[tokio::test(flavor = "multi_thread")]
#[ignore = "the larger figure, for the night"]
async fn one_writer_wins_each_of_a_thousand_duels() {
    for place in Place::all().await {
        duels(&place, 1000).await;
    }
}

/// Two handles where the backend has them, two to eight writers, all with the same expectation.
async fn duels(place: &Place, rounds: u64) {
    let handles = handles(place).await;
    for round in 0..rounds {
        let expected = Expected::Version(Version(round));
        let writers = 2 + round % 7;
        let mut duel = tokio::task::JoinSet::new();
        for writer in 0..writers {
            let store = handles[(writer % 2) as usize].clone();
            duel.spawn(async move { store.commit(append("contested", expected, writer as i64, 1)).await });
        }
        let (mut won, mut lost) = (0, 0);
        for outcome in duel.join_all().await {
            match outcome {
                Ok(committed) => {
                    assert_eq!(receipt(committed).head, Seq(round + 1));
                    won += 1;
                }
                Err(StoreError::Conflict { found, .. }) => {
                    assert_eq!(found, Version(round + 1));
                    lost += 1;
                }
                Err(other) => panic!("round {round}: {other:?}"),
            }
        }
        assert_eq!((won, lost), (1, writers - 1), "round {round}");
    }
    assert_eq!(handles[0].head().await.expect("it is readable"), Seq(rounds));
    assert!(handles[1].verify_log(&[]).await.expect("it is readable").is_sound());
}

/// Each reads the whole state, sees the bed free, and claims it.
async fn the_last_bed_goes_to_one_patient(place: &Place) {
    let handles = handles(place).await;
    for round in 0..50 {
        let head = handles[0].head().await.expect("it is readable");
        let mut race = tokio::task::JoinSet::new();
        for patient in 0..6 {
            let store = handles[patient % 2].clone();
            race.spawn(async move {
                let mut commit = append(&format!("patient-{round}-{patient}"), Expected::NoStream, 0, 2);
                commit.guards = vec![Guard {
                    name: "the bed".to_owned(),
                    seen: head,
                }];
                store.commit(commit).await
            });
        }
        let outcomes = race.join_all().await;
        assert_eq!(outcomes.iter().filter(|outcome| outcome.is_ok()).count(), 1);
        let stale = |outcome: &&Result<_, _>| matches!(outcome, Err(StoreError::Stale { .. }));
        assert_eq!(outcomes.iter().filter(stale).count(), 5);
    }
    assert_eq!(handles[0].head().await.expect("it is readable"), Seq(100));
}

async fn repetitions_race_to_act_once(place: &Place) {
    let handles = handles(place).await;
    for round in 0..30_u64 {
        let mut race = tokio::task::JoinSet::new();
        for copy in 0..5 {
            let store = handles[copy % 2].clone();
            race.spawn(async move {
                let mut commit = append("a", Expected::Any, round as i64, 1);
                commit.once = Some(once(&format!("k{round}"), 7));
                commit.recorded_at = second(copy as i64);
                store.commit(commit).await.expect("it is done or repeated")
            });
        }
        let outcomes = race.join_all().await;
        let repeated = Committed::Repeated(json!({ "answer": format!("k{round}") }));
        assert_eq!(outcomes.iter().filter(|outcome| **outcome == repeated).count(), 4);
        assert_eq!(handles[0].head().await.expect("it is readable"), Seq(round + 1));
    }
}

async fn handles(place: &Place) -> [Store; 2] {
    let one = place.open().await;
    let two = if place.address == "memory:" {
        one.clone()
    } else {
        place.open().await
    };
    [one, two]
}
