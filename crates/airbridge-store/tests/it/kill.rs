//! kill -9 while writing: what was acknowledged is there, nothing is half there, and the chain holds. The child is this
//! test binary again, told by the environment where to write.

use std::io::{BufRead as _, BufReader, Write as _};
use std::process::{Command, Stdio};
use std::time::{Duration, Instant};

use airbridge_store::{Expected, Seq};
use rand::{RngExt as _, SeedableRng as _};
use rand_pcg::Pcg64Mcg;

use crate::place::Place;
use crate::samples::{append, receipt};

const WHERE: &str = "AIRBRIDGE_STORE_KILL_ADDRESS";
const SEED: u64 = 4;
/// Events in each commit, so that half of one would show.
const WHOLE: u64 = 3;
/// Commits under way at the same time, so that they share transactions.
const WRITERS: usize = 4;

#[tokio::test(flavor = "multi_thread")]
async fn nothing_acknowledged_is_lost_by_killing_sqlite() {
    rounds(&Place::sqlite(), 10).await;
}

#[tokio::test(flavor = "multi_thread")]
async fn nothing_acknowledged_is_lost_by_killing_a_client_of_postgres() {
    if let Some(place) = Place::postgres().await {
        rounds(&place, 10).await;
    }
}

#[tokio::test(flavor = "multi_thread")]
#[ignore = "the larger figure, for the night"]
async fn nothing_acknowledged_is_lost_by_killing_a_hundred_times() {
    rounds(&Place::sqlite(), 100).await;
    if let Some(place) = Place::postgres().await {
        rounds(&place, 100).await;
    }
}

async fn rounds(place: &Place, rounds: usize) {
    let mut random = Pcg64Mcg::seed_from_u64(SEED);
    let (mut acknowledged, mut slowest) = (0, Duration::ZERO);
    for round in 0..rounds {
        // Killed after a number of acknowledgements, and then some: in the middle of whatever comes next.
        let head = write_and_die(place, random.random_range(1..60), random.random_range(0..8000));
        acknowledged = head;
        let begun = Instant::now();
        let store = place.open().await;
        slowest = slowest.max(begun.elapsed());
        let found = store.head().await.expect("it is readable");
        assert!(
            found.0 >= head,
            "seed {SEED} round {round}: {head} was acknowledged, {found} is there"
        );
        assert_eq!(found.0 % WHOLE, 0, "seed {SEED} round {round}: half a commit");
        let verdict = store.verify_log(&[]).await.expect("it is readable");
        assert!(
            verdict.is_sound() && verdict.entries == found.0,
            "seed {SEED} round {round}: {verdict:?}"
        );
        store.close().await;
    }
    let mut talk = std::io::stderr().lock();
    writeln!(
        talk,
        "seed {SEED}: killed {rounds} times, {acknowledged} events acknowledged, none lost, none halved, \
         reopened within {} ms",
        slowest.as_millis()
    )
    .expect("stderr is open");
}

/// Starts the child, kills it, and answers with the last event that it said was kept.
fn write_and_die(place: &Place, acknowledgements: usize, microseconds: u64) -> u64 {
    let mut child = Command::new(std::env::current_exe().expect("this program has a path"))
        .args([
            "--exact",
            "kill::the_child_writes_until_killed",
            "--nocapture",
            "--test-threads=1",
        ])
        .env(WHERE, &place.address)
        .stdout(Stdio::piped())
        .stderr(Stdio::null())
        .spawn()
        .expect("this program starts again");
    let mut lines = BufReader::new(child.stdout.take().expect("it is piped")).lines();
    let mut last = 0;
    let mut heard = 0;
    let mut killed = false;
    while let Some(Ok(line)) = lines.next() {
        // A line that the kill cut short does not end in the mark.
        let Some(seq) = line.strip_prefix("kept ").and_then(|rest| rest.strip_suffix('.')) else {
            continue;
        };
        last = last.max(seq.parse().expect("the child prints numbers"));
        heard += 1;
        if heard == acknowledgements {
            std::thread::sleep(Duration::from_micros(microseconds));
            child.kill().expect("the child is ours");
            killed = true;
        }
    }
    child.wait().expect("the child is ours");
    assert!(killed, "the child ended by itself");
    last
}

/// Does nothing, unless started by the test above.
#[tokio::test(flavor = "multi_thread")]
async fn the_child_writes_until_killed() {
    let Ok(address) = std::env::var(WHERE) else { return };
    let folder = None;
    let store = Place { address, folder }.open().await;
    let begun = store.head().await.expect("it is readable");
    assert!(begun >= Seq::START);
    let mut writers = tokio::task::JoinSet::new();
    for writer in 0..WRITERS {
        let store = store.clone();
        writers.spawn(async move {
            loop {
                let commit = append(&format!("s{writer}"), Expected::Any, 0, WHOLE as usize);
                let head = receipt(store.commit(commit).await.expect("anything goes")).head;
                let mut out = std::io::stdout().lock();
                writeln!(out, "kept {head}.")
                    .and_then(|()| out.flush())
                    .expect("the parent listens");
            }
        });
    }
    writers.join_all().await;
}
