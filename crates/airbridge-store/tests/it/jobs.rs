//! Jobs: leases, dead workers, cancelling, listing.

use airbridge_store::{
    Aside, Cancellation, Commit, Expected, JobFilter, JobQueue, JobRow, JobState, JobStateName, Lease, Outcome, Store,
    StoreError,
};
use jiff::SignedDuration;
use serde_json::json;

use crate::on_every_backend;
use crate::place::Place;
use crate::samples::{append, once, second};

const LEASE: SignedDuration = SignedDuration::from_secs(30);

on_every_backend!(
    a_dead_workers_job_goes_to_another,
    jobs_are_claimed_once_and_in_order,
    a_job_can_be_cancelled,
    a_job_belongs_to_a_commit,
    lists_page_to_the_end,
    the_queue_is_counted,
);

fn job(n: i64, by: &str) -> JobRow {
    JobRow {
        id: format!("job-{n:03}"),
        kind: "plan".to_owned(),
        input: json!({ "n": n }),
        requested_by: by.to_owned(),
        at: second(n),
    }
}

pub(crate) async fn fill(store: &Store) {
    for n in 0..3 {
        store.enqueue(job(n, "a")).await.expect("it is kept");
    }
    for outcome in [
        Outcome::Done(json!({ "cost": 1.5 })),
        Outcome::Failed(json!("no aircraft")),
    ] {
        let job = store
            .claim("w", second(10), LEASE)
            .await
            .expect("it is written")
            .expect("there is one");
        store
            .finish(&job.row.id, "w", 1, outcome, second(11))
            .await
            .expect("it is held");
    }
}

async fn a_dead_workers_job_goes_to_another(place: &Place) {
    let store = place.open().await;
    store.enqueue(job(1, "a")).await.expect("it is kept");
    let first = store
        .claim("w1", second(10), LEASE)
        .await
        .expect("it is written")
        .expect("there is one");
    assert_eq!((first.attempt, &first.row), (1, &job(1, "a")));
    assert_eq!(store.claim("w2", second(20), LEASE).await.expect("it is written"), None);
    let beat = store.heartbeat("job-001", "w1", 1, json!(0.5), second(30), LEASE).await;
    assert_eq!(beat.expect("it is written"), Lease::Held);
    assert_eq!(store.claim("w2", second(59), LEASE).await.expect("it is written"), None);

    let second_claim = store
        .claim("w2", second(61), LEASE)
        .await
        .expect("it is written")
        .expect("the lease ran out");
    assert_eq!((second_claim.attempt, second_claim.progress), (2, Some(json!(0.5))));
    let late = store
        .finish("job-001", "w1", 1, Outcome::Done(json!("late")), second(62))
        .await;
    assert!(
        matches!(late, Err(StoreError::LeaseLost { attempt: 1, .. })),
        "{late:?}"
    );
    let beat = store.heartbeat("job-001", "w1", 1, json!(0.9), second(62), LEASE).await;
    assert_eq!(beat.expect("it is written"), Lease::Lost);

    let done = Outcome::Done(json!("in time"));
    for _ in 0..2 {
        store
            .finish("job-001", "w2", 2, done.clone(), second(63))
            .await
            .expect("it is held");
    }
    let otherwise = store.finish("job-001", "w2", 2, Outcome::Cancelled, second(64)).await;
    assert!(matches!(otherwise, Err(StoreError::LeaseLost { .. })));
    let ended = store
        .job("job-001")
        .await
        .expect("it is readable")
        .expect("it is there");
    assert_eq!(
        ended.state,
        JobState::Finished {
            outcome: done,
            at: second(63)
        }
    );
}

async fn jobs_are_claimed_once_and_in_order(place: &Place) {
    let store = place.open().await;
    for n in 0..12 {
        store.enqueue(job(11 - n, "a")).await.expect("it is kept");
    }
    store
        .enqueue(job(3, "b"))
        .await
        .expect("an id that is there changes nothing");
    let mut workers = tokio::task::JoinSet::new();
    for worker in 0..4 {
        let store = store.clone();
        workers.spawn(async move {
            let mut mine = Vec::new();
            let name = format!("w{worker}");
            while let Some(job) = store.claim(&name, second(100), LEASE).await.expect("it is written") {
                mine.push(job.row.id);
            }
            assert!(mine.is_sorted(), "the oldest comes first: {mine:?}");
            mine
        });
    }
    let mut all: Vec<_> = workers.join_all().await.concat();
    all.sort_unstable();
    assert_eq!(all, (0..12).map(|n| job(n, "a").id).collect::<Vec<_>>());
}

async fn a_job_can_be_cancelled(place: &Place) {
    let store = place.open().await;
    for n in 0..3 {
        store.enqueue(job(n, "a")).await.expect("it is kept");
    }
    let cancel = async |id: &str| store.cancel(id, second(5)).await.expect("it is written");
    assert_eq!(cancel("job-002").await, Cancellation::Cancelled);
    assert_eq!(cancel("job-002").await, Cancellation::AlreadyFinished);
    assert_eq!(cancel("job-009").await, Cancellation::Unknown);
    for _ in 0..2 {
        store
            .claim("w", second(10), LEASE)
            .await
            .expect("it is written")
            .expect("there is one");
    }
    assert_eq!(cancel("job-000").await, Cancellation::Asked);
    assert_eq!(cancel("job-001").await, Cancellation::Asked);
    let beat = store.heartbeat("job-000", "w", 1, json!(1), second(11), LEASE).await;
    assert_eq!(beat.expect("it is written"), Lease::CancelAsked);
    store
        .finish("job-000", "w", 1, Outcome::Cancelled, second(12))
        .await
        .expect("it is held");
    // One that was asked to end may have something to show.
    store.enqueue(job(3, "a")).await.expect("it is kept");
    let kept = store
        .claim("w3", second(13), LEASE)
        .await
        .expect("it is written")
        .expect("there is one");
    assert_eq!(cancel("job-003").await, Cancellation::Asked);
    let with = Outcome::CancelledWith(json!({ "plan": "P-1" }));
    store
        .finish(&kept.row.id, "w3", 1, with.clone(), second(14))
        .await
        .expect("it is held");
    let read = store
        .job("job-003")
        .await
        .expect("it is readable")
        .expect("it is there");
    assert!(matches!(read.state, JobState::Finished { outcome, .. } if outcome == with));
    // The other worker died: nobody takes up what was to stop.
    assert_eq!(
        store.claim("w2", second(1000), LEASE).await.expect("it is written"),
        None
    );
    let filter = JobFilter {
        requested_by: None,
        state: Some(JobStateName::Cancelled),
    };
    assert_eq!(store.jobs(&filter, None, 10).await.expect("it is readable").len(), 4);
}

async fn a_job_belongs_to_a_commit(place: &Place) {
    let store = place.open().await;
    let mut queue = Commit::at(second(1));
    queue.aside.push(Aside::Queue(job(1, "a")));
    queue.once = Some(once("k", 1));
    for _ in 0..2 {
        store.commit(queue.clone()).await.expect("new, and then repeated");
    }
    let all = store
        .jobs(&JobFilter::default(), None, 10)
        .await
        .expect("it is readable");
    assert_eq!(all.len(), 1);
    // What is refused with the rest is not queued.
    let mut broken = append("a", Expected::Version(airbridge_store::Version(7)), 0, 1);
    broken.aside.push(Aside::Queue(job(2, "a")));
    assert!(store.commit(broken).await.is_err());
    assert!(store.job("job-002").await.expect("it is readable").is_none());
    let stop = || {
        let mut stop = append("b", Expected::Any, 2, 1);
        stop.aside.push(Aside::Stop {
            job: "job-001".to_owned(),
        });
        stop
    };
    store.commit(stop()).await.expect("it is queued");
    let head = store.head().await.expect("it is readable");
    let late = store.commit(stop()).await;
    assert!(matches!(late, Err(StoreError::JobOver { .. })), "{late:?}");
    assert_eq!(store.head().await.expect("it is readable"), head);
}

async fn lists_page_to_the_end(place: &Place) {
    let store = place.open().await;
    for n in 0..10 {
        store
            .enqueue(job(n, if n % 2 == 0 { "a" } else { "b" }))
            .await
            .expect("it is kept");
    }
    let filter = JobFilter {
        requested_by: Some("b".to_owned()),
        state: Some(JobStateName::Queued),
    };
    let mut ids: Vec<String> = Vec::new();
    loop {
        let page = store
            .jobs(&filter, ids.last().map(String::as_str), 2)
            .await
            .expect("it is readable");
        if page.is_empty() {
            break;
        }
        ids.extend(page.into_iter().map(|job| job.row.id));
    }
    assert_eq!(ids, [1, 3, 5, 7, 9].map(|n| job(n, "b").id));
    assert_eq!(
        store
            .jobs(&JobFilter::default(), None, 100)
            .await
            .expect("it is readable")
            .len(),
        10
    );
}

async fn the_queue_is_counted(place: &Place) {
    let store = place.open().await;
    assert_eq!(store.job_queue().await.expect("it is readable"), JobQueue::default());
    for n in [2, 1, 3] {
        store.enqueue(job(n, "a")).await.expect("it is kept");
    }
    store.claim("w", second(10), LEASE).await.expect("it is written");
    let queue = JobQueue {
        queued: 2,
        running: 1,
        oldest_queued_at: Some(second(2)),
    };
    assert_eq!(store.job_queue().await.expect("it is readable"), queue);
}
