//! Writing to PostgreSQL: one transaction per write, tried again when it collided with another or when the server went
//! away. A lost answer is resolved by asking for the commit's id.

use std::sync::Arc;
use std::time::Duration;

use sqlx::AnyPool;
use tokio::time::{Instant, sleep};

use crate::StoreError;
use crate::write::{Context, Try, Write, Written};

/// Between two tries: at first, and at most.
const PAUSE: (Duration, Duration) = (Duration::from_millis(10), Duration::from_millis(500));

/// How often and how long to try again.
pub(crate) struct Patience {
    give_up_at: Instant,
    pause: Duration,
}

impl Patience {
    pub(crate) fn new(patience: Duration) -> Self {
        Self {
            give_up_at: Instant::now() + patience,
            pause: PAUSE.0,
        }
    }

    /// Whether to try again after this error; if so, a pause has passed.
    pub(crate) async fn waits_out(&mut self, error: &StoreError) -> bool {
        if !error.passes() || Instant::now() >= self.give_up_at {
            return false;
        }
        sleep(self.pause).await;
        self.pause = (self.pause * 2).min(PAUSE.1);
        true
    }
}

/// Writes through a pool.
#[derive(Clone)]
pub(crate) struct ServerWriter {
    pub(crate) pool: AnyPool,
    pub(crate) context: Arc<Context>,
    pub(crate) patience: Duration,
}

impl ServerWriter {
    pub(crate) async fn write(&self, write: Write) -> Result<Written, StoreError> {
        let mut patience = Patience::new(self.patience);
        let mut attempt = Try::First;
        loop {
            match self.attempt(&write, attempt).await {
                Err(error) if !self.pool.is_closed() && patience.waits_out(&error).await => attempt = Try::Again,
                outcome => {
                    if outcome.is_ok() && write.erases() {
                        self.forget_dead_rows().await;
                    }
                    return outcome;
                }
            }
        }
    }

    async fn attempt(&self, write: &Write, attempt: Try) -> Result<Written, StoreError> {
        let mut tx = self.pool.begin_with(self.context.dialect.begin_write()).await?;
        let written = write.apply(&mut tx, &self.context, attempt).await?;
        tx.commit().await?;
        Ok(written)
    }

    /// A deleted row lies in its page until a vacuum. The keys, without which the sealed bytes say nothing, are written
    /// anew into another file, as a plain vacuum marks their place as free but need not overwrite it. What fails or is
    /// held up is made good by the next erasure, and by the server's own vacuum.
    async fn forget_dead_rows(&self) {
        let Ok(mut conn) = self.pool.acquire().await else {
            return;
        };
        for sql in [
            "SET lock_timeout = '2s'",
            "VACUUM FULL vault_keys",
            "VACUUM vault",
            "RESET lock_timeout",
        ] {
            let _ = sqlx::query(sql).execute(&mut *conn).await;
        }
    }
}
