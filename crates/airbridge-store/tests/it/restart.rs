//! A PostgreSQL server that stops at once under load. Needs `AIRBRIDGE_TEST_POSTGRES_RESTART`, a command that does an
//! immediate stop and a start of the server under test.

use std::io::Write as _;
use std::process::Command;
use std::sync::Arc;
use std::sync::atomic::{AtomicBool, Ordering};
use std::time::{Duration, Instant};

use airbridge_store::{Expected, Seq, Settings, Store, Version};

use crate::place::{Place, settings};
use crate::samples::{append, receipt};

#[tokio::test(flavor = "multi_thread")]
#[ignore = "stops the server that other tests use"]
async fn fifty_immediate_stops_lose_and_double_nothing() {
    let restart = std::env::var("AIRBRIDGE_TEST_POSTGRES_RESTART");
    let restart = restart.expect("whoever runs this says how the server is stopped and started");
    let place = Place::postgres().await.expect("a server was given");
    // How long the server itself takes to recover is its disk's affair, and not what is tested.
    let patient = Settings {
        patience: Duration::from_mins(2),
        ..settings()
    };
    let store = Store::open_with(&place.address, patient)
        .await
        .expect("the store opens");
    let ending = Arc::new(AtomicBool::new(false));
    let mut writers = tokio::task::JoinSet::new();
    for writer in 0..4_u64 {
        let (store, ending) = (store.clone(), Arc::clone(&ending));
        writers.spawn(async move {
            let mut version = 0;
            while !ending.load(Ordering::Relaxed) {
                // Exact versions: a commit that was done twice, or not at all, would be a conflict.
                let expected = Expected::Version(Version(version));
                receipt(
                    store
                        .commit(append(&format!("s{writer}"), expected, 0, 2))
                        .await
                        .expect("it rides it out"),
                );
                version += 2;
            }
            version
        });
    }
    let mut slowest = Duration::ZERO;
    for _ in 0..50 {
        tokio::time::sleep(Duration::from_millis(300)).await;
        let restart = restart.clone();
        let done = tokio::task::spawn_blocking(move || Command::new("sh").args(["-c", &restart]).output());
        let done = done.await.expect("it does not panic").expect("the command runs");
        assert!(done.status.success(), "{done:?}");
        let up_again = Instant::now();
        receipt(
            store
                .commit(append("probe", Expected::Any, 0, 1))
                .await
                .expect("it is back"),
        );
        slowest = slowest.max(up_again.elapsed());
    }
    ending.store(true, Ordering::Relaxed);
    let events = 50 + writers.join_all().await.iter().sum::<u64>();
    assert_eq!(store.head().await.expect("it is readable"), Seq(events));
    assert!(store.verify_log(&[]).await.expect("it is readable").is_sound());
    assert!(slowest < Duration::from_secs(10), "{slowest:?}");
    let mut talk = std::io::stderr().lock();
    writeln!(
        talk,
        "50 immediate stops, {events} events, back within {} ms",
        slowest.as_millis()
    )
    .expect("stderr is open");
}
