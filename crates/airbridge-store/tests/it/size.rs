//! A large log: opened quickly, and how many small commits a second it takes.

use std::io::Write as _;
use std::time::{Duration, Instant};

use airbridge_store::{Expected, Seq};

use crate::place::Place;
use crate::samples::append;

const SMALL: usize = 2000;

#[tokio::test(flavor = "multi_thread")]
#[ignore = "a figure, for the night"]
async fn a_hundred_thousand_events_are_ready_within_five_seconds() {
    for place in [Some(Place::sqlite()), Place::postgres().await].into_iter().flatten() {
        let store = place.open().await;
        for n in 0..100 {
            store
                .commit(append(&format!("s{n}"), Expected::Any, 0, 1000))
                .await
                .expect("anything goes");
        }
        store.close().await;
        let begun = Instant::now();
        let store = place.open().await;
        assert_eq!(store.head().await.expect("it is readable"), Seq(100_000));
        let ready = begun.elapsed();
        assert!(ready < Duration::from_secs(5), "{ready:?}");

        let begun = Instant::now();
        let mut writers = tokio::task::JoinSet::new();
        for writer in 0..32 {
            let store = store.clone();
            writers.spawn(async move {
                for _ in 0..SMALL / 32 {
                    store
                        .commit(append(&format!("w{writer}"), Expected::Any, 0, 1))
                        .await
                        .expect("anything goes");
                }
            });
        }
        writers.join_all().await;
        let rate = (SMALL / 32 * 32) as f64 / begun.elapsed().as_secs_f64();
        let begun = Instant::now();
        assert!(store.verify_log(&[]).await.expect("it is readable").is_sound());
        let mut talk = std::io::stderr().lock();
        let kind = place.address.split(':').next().unwrap_or_default();
        writeln!(
            talk,
            "{kind}: ready in {} ms, {rate:.0} commits a second by 32 writers, verified in {} ms",
            ready.as_millis(),
            begun.elapsed().as_millis()
        )
        .expect("stderr is open");
    }
}
