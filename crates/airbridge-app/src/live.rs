//! The record as it is now: the log, followed.

use std::sync::RwLock;

use airbridge_events::{Fact, Record};
use airbridge_store::{Seq, Store};
use tokio::sync::Mutex;

use crate::codec;
use crate::error::Error;

/// Events that are read at once.
const PAGE: u32 = 5_000;

/// The record of one process, brought up to the log before each decision.
#[derive(Debug)]
pub(crate) struct Live {
    record: RwLock<Record>,
    following: Mutex<()>,
}

impl Live {
    pub(crate) fn new() -> Self {
        Self {
            record: RwLock::new(Record::default()),
            following: Mutex::new(()),
        }
    }

    /// Takes in what is new in the log.
    pub(crate) async fn catch_up(&self, store: &Store) -> Result<(), Error> {
        let _one_at_a_time = self.following.lock().await;
        loop {
            let after = Seq(self.see(|record| record.seq));
            let events = store.read(after, PAGE).await?;
            let last = (events.len() as u32) < PAGE;
            let facts: Vec<Fact> = events.into_iter().map(codec::read).collect::<Result<_, _>>()?;
            let mut record = self.record.write().expect("evolving does not panic");
            for fact in &facts {
                record.evolve(fact);
            }
            if last {
                return Ok(());
            }
        }
    }

    /// Looks at the record.
    pub(crate) fn see<T>(&self, look: impl FnOnce(&Record) -> T) -> T {
        look(&self.record.read().expect("evolving does not panic"))
    }
}
