//! The store as callers see it. Opening lies in `open`, the calls in one file per table.

mod jobs;
mod log;
mod open;
mod records;
mod sessions;
mod whole;

use std::sync::Arc;
use std::time::Duration;

use sqlx::pool::PoolConnection;
use sqlx::{Any, AnyPool, Transaction};
use tokio::sync::watch;
use tokio::task::AbortHandle;

use crate::address::Address;
use crate::group::GroupWriter;
use crate::server::{Patience, ServerWriter};
use crate::write::{Context, Write, Written};
use crate::{Seq, StoreError};

/// A handle on a store. Clones share it; separate handles, in this process or another, may be open on the same file or
/// database.
#[derive(Clone)]
pub struct Store {
    inner: Arc<Inner>,
}

struct Inner {
    address: Address,
    /// For reading; on PostgreSQL also for writing.
    pool: AnyPool,
    writer: Writer,
    context: Arc<Context>,
    head: watch::Sender<Seq>,
    follower: Option<AbortHandle>,
}

enum Writer {
    Group(GroupWriter),
    Server(ServerWriter),
}

impl Drop for Inner {
    fn drop(&mut self) {
        if let Some(follower) = &self.follower {
            follower.abort();
        }
    }
}

impl std::fmt::Debug for Store {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        // The address may hold a password.
        f.debug_struct("Store")
            .field("dialect", &self.inner.context.dialect)
            .finish_non_exhaustive()
    }
}

impl Store {
    /// Ends the handle, and all its clones: writes that wait are done, connections are closed.
    pub async fn close(&self) {
        if let Some(follower) = &self.inner.follower {
            follower.abort();
        }
        if let Writer::Group(writer) = &self.inner.writer {
            writer.close().await;
        }
        self.inner.pool.close().await;
    }

    async fn write(&self, write: Write) -> Result<Written, StoreError> {
        match &self.inner.writer {
            Writer::Group(writer) => writer.write(write).await,
            Writer::Server(writer) => writer.write(write).await,
        }
    }

    async fn reader(&self) -> Result<PoolConnection<Any>, StoreError> {
        let mut patience = self.patience();
        loop {
            let error = match self.inner.pool.acquire().await {
                Ok(conn) => return Ok(conn),
                Err(error) => StoreError::from(error),
            };
            if self.inner.pool.is_closed() || !patience.waits_out(&error).await {
                return Err(error);
            }
        }
    }

    /// All reads of this transaction see the same state.
    async fn snapshot(&self) -> Result<Transaction<'static, Any>, StoreError> {
        let mut patience = self.patience();
        loop {
            let error = match self
                .inner
                .pool
                .begin_with(self.inner.context.dialect.begin_snapshot())
                .await
            {
                Ok(tx) => return Ok(tx),
                Err(error) => StoreError::from(error),
            };
            if self.inner.pool.is_closed() || !patience.waits_out(&error).await {
                return Err(error);
            }
        }
    }

    /// A server that restarts is waited for; a file has no such excuse.
    fn patience(&self) -> Patience {
        Patience::new(match &self.inner.writer {
            Writer::Group(_) => Duration::ZERO,
            Writer::Server(writer) => writer.patience,
        })
    }
}
