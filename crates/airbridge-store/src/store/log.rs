//! The log: committing, reading, following.

use serde_json::Value;
use tokio::sync::watch;
use uuid::Uuid;

use super::Store;
use crate::tables::{events, once};
use crate::write::{Write, Written};
use crate::{Commit, Committed, Seq, StoreError, StoredEvent, Version, follow};

impl Store {
    /// Writes a commit, whole or not at all. When this answers, it is synced.
    ///
    /// # Errors
    ///
    /// [`StoreError::Conflict`], [`StoreError::Stale`] and [`StoreError::KeyReused`] say that nothing was written
    /// because of what others wrote before; [`StoreError::Invalid`], that nothing ever will be. After
    /// [`StoreError::Unavailable`] the commit may have happened: repeat it with the same [`Once`](crate::Once).
    pub async fn commit(&self, commit: Commit) -> Result<Committed, StoreError> {
        let id = Uuid::now_v7();
        let began = std::time::Instant::now();
        let written = self.write(Write::Commit { id, commit }).await;
        let outcome = if written.is_ok() { "done" } else { "not done" };
        metrics::histogram!("airbridge_store_commit_seconds", "outcome" => outcome).record(began.elapsed());
        let Written::Committed(committed) = written? else {
            unreachable!("a commit is answered as one")
        };
        if let Committed::Done(receipt) = &committed {
            follow::advance(&self.inner.head, receipt.head);
        }
        Ok(committed)
    }

    /// The request's digest and the answer that were kept under an actor's idempotency key.
    ///
    /// # Errors
    ///
    /// If the store cannot be read.
    pub async fn once(&self, actor: &str, key: &str) -> Result<Option<([u8; 32], Value)>, StoreError> {
        once::find(&mut *self.reader().await?, actor, key).await
    }

    /// Up to `limit` events behind `after`, in order.
    ///
    /// # Errors
    ///
    /// If the store cannot be read.
    pub async fn read(&self, after: Seq, limit: u32) -> Result<Vec<StoredEvent>, StoreError> {
        events::read(&mut *self.reader().await?, after, limit).await
    }

    /// The events of a stream behind `after`, in order.
    ///
    /// # Errors
    ///
    /// If the store cannot be read.
    pub async fn read_stream(&self, stream: &str, after: Version) -> Result<Vec<StoredEvent>, StoreError> {
        events::read_stream(&mut *self.reader().await?, stream, after).await
    }

    /// The place of the last event.
    ///
    /// # Errors
    ///
    /// If the store cannot be read.
    pub async fn head(&self) -> Result<Seq, StoreError> {
        Ok(events::head(&mut *self.reader().await?).await?.0)
    }

    /// Follows the head of the log: it moves when this or another process has appended.
    pub fn watch(&self) -> watch::Receiver<Seq> {
        self.inner.head.subscribe()
    }
}
