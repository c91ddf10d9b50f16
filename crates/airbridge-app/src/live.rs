//! The record as it is now: the log, followed.

use std::sync::RwLock;

use airbridge_events::{Fact, Record};
use airbridge_store::{Seq, Store};
use tokio::sync::Mutex;

use crate::codec;
use crate::error::Error;

/// Events that are read at once.
const PAGE: u32 = 5_000;

/// What the log holds beyond a number, to its end.
pub(crate) async fn facts_after(store: &Store, seq: u64) -> Result<Vec<Fact>, Error> {
    let mut facts: Vec<Fact> = Vec::new();
    loop {
        let page = page(store, facts.last().map_or(seq, |fact| fact.seq)).await?;
        let is_last = page.len() < PAGE as usize;
        facts.extend(page);
        if is_last {
            return Ok(facts);
        }
    }
}

/// The record as it was after the event of a number; page by page, since a log can be longer than memory.
pub(crate) async fn as_of(store: &Store, seq: u64) -> Result<Record, Error> {
    let mut record = Record::default();
    loop {
        let page = page(store, record.seq).await?;
        let is_last = page.len() < PAGE as usize;
        for fact in &page {
            if fact.seq > seq {
                return Ok(record);
            }
            record.evolve(fact);
        }
        if is_last {
            return Ok(record);
        }
    }
}

async fn page(store: &Store, after: u64) -> Result<Vec<Fact>, Error> {
    let events = store.read(Seq(after), PAGE).await?;
    Ok(events.into_iter().map(codec::read).collect::<Result<_, _>>()?)
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
        let facts = facts_after(store, self.see(|record| record.seq)).await?;
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
