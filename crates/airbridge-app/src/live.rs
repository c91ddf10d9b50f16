//! The record as it is now: the log, followed.

use std::ops::ControlFlow;
use std::sync::RwLock;

use airbridge_events::{Fact, Record};
use airbridge_store::{Seq, Store, StoredEvent};
use tokio::sync::Mutex;

use crate::codec;
use crate::error::Error;

/// Events that are read at once.
const PAGE: u32 = 5_000;

/// Goes through the log beyond a number, page by page, since a log can be longer than memory; until the end or until it is told to stop.
pub(crate) async fn each_event(
    store: &Store,
    mut seq: u64,
    mut look: impl FnMut(StoredEvent) -> Result<ControlFlow<()>, Error>,
) -> Result<(), Error> {
    loop {
        let page = store.read(Seq(seq), PAGE).await?;
        let is_last = page.len() < PAGE as usize;
        for event in page {
            seq = event.seq.0;
            if look(event)?.is_break() {
                return Ok(());
            }
        }
        if is_last {
            return Ok(());
        }
    }
}

/// What the log holds beyond a number, up to another or to its end.
pub(crate) async fn facts_between(store: &Store, seq: u64, last: u64) -> Result<Vec<Fact>, Error> {
    let mut facts: Vec<Fact> = Vec::new();
    each_event(store, seq, |event| {
        if event.seq.0 > last {
            return Ok(ControlFlow::Break(()));
        }
        facts.push(codec::read(event)?);
        Ok(ControlFlow::Continue(()))
    })
    .await?;
    Ok(facts)
}

/// The record as it was after the event of a number.
pub(crate) async fn as_of(store: &Store, seq: u64) -> Result<Record, Error> {
    let mut record = Record::default();
    each_event(store, 0, |event| {
        if event.seq.0 > seq {
            return Ok(ControlFlow::Break(()));
        }
        record.evolve(&codec::read(event)?);
        Ok(ControlFlow::Continue(()))
    })
    .await?;
    Ok(record)
}

/// The record of one process, brought up to the log before each decision.
#[derive(Debug)]
pub(crate) struct Live {
    record: RwLock<Record>,
    following: Mutex<()>,
}

impl Live {
    /// The record as the log has it.
    pub(crate) async fn open(store: &Store) -> Result<Self, Error> {
        Ok(Self {
            record: RwLock::new(as_of(store, u64::MAX).await?),
            following: Mutex::new(()),
        })
    }

    /// Takes in what is new in the log.
    ///
    /// A commit is taken in as a whole: a page may end in the middle of one, and nobody looks before the last page is in.
    pub(crate) async fn catch_up(&self, store: &Store) -> Result<(), Error> {
        let _one_at_a_time = self.following.lock().await;
        let facts = facts_between(store, self.see(|record| record.seq), u64::MAX).await?;
        if facts.is_empty() {
            return Ok(());
        }
        let mut record = self.record.write().expect("evolving does not panic");
        for fact in &facts {
            record.evolve(fact);
        }
        Ok(())
    }

    /// Looks at the record.
    pub(crate) fn see<T>(&self, look: impl FnOnce(&Record) -> T) -> T {
        look(&self.record.read().expect("evolving does not panic"))
    }
}
