//! Writing to SQLite: one task owns the writing connection, takes what waits, does each write in a savepoint of one
//! transaction, syncs once, and only then answers. Under load many commits share one sync; alone, none waits.

use std::sync::Arc;

use sqlx::pool::PoolConnection;
use sqlx::{Any, AnyConnection, AnyPool, Connection as _};
use tokio::sync::{mpsc, oneshot};

use crate::write::{Context, Try, Write, Written};
use crate::{Dialect, StoreError};

/// How many writes may share a transaction: enough to make the sync cheap, few enough to answer soon.
const GROUP: usize = 64;

/// How many writes may wait before callers wait to be let in.
const QUEUE: usize = 1024;

type Answer = Result<Written, StoreError>;

enum Request {
    Write(Box<Write>, oneshot::Sender<Answer>),
    Close(oneshot::Sender<()>),
}

/// The caller's end of the queue.
#[derive(Clone)]
pub(crate) struct GroupWriter {
    queue: mpsc::Sender<Request>,
}

impl GroupWriter {
    /// Starts the task, on a pool of exactly one connection.
    pub(crate) fn start(pool: AnyPool, context: Arc<Context>) -> Self {
        let (queue, waiting) = mpsc::channel(QUEUE);
        tokio::spawn(run(pool, context, waiting));
        Self { queue }
    }

    pub(crate) async fn write(&self, write: Write) -> Answer {
        let (reply, answer) = oneshot::channel();
        let request = Request::Write(Box::new(write), reply);
        self.queue.send(request).await.map_err(|_| StoreError::Closed)?;
        answer.await.map_err(|_| StoreError::Closed)?
    }

    /// Ends the task behind everything that waits now.
    pub(crate) async fn close(&self) {
        let (reply, done) = oneshot::channel();
        if self.queue.send(Request::Close(reply)).await.is_ok() {
            // The task drops the sender when it has gone: either way it has ended.
            let _ = done.await;
        }
    }
}

async fn run(pool: AnyPool, context: Arc<Context>, mut waiting: mpsc::Receiver<Request>) {
    loop {
        let mut writes = Vec::new();
        let mut replies = Vec::new();
        let mut closing = None;
        let mut next = waiting.recv().await;
        loop {
            match next {
                Some(Request::Write(write, reply)) => {
                    writes.push(*write);
                    replies.push(reply);
                }
                Some(Request::Close(reply)) => {
                    closing = Some(reply);
                    break;
                }
                None => break,
            }
            if writes.len() == GROUP {
                break;
            }
            next = match waiting.try_recv() {
                Ok(request) => Some(request),
                Err(_) => break,
            };
        }
        if writes.is_empty() {
            pool.close().await;
            drop(closing);
            return;
        }
        answer(group(&pool, &context, &writes).await, replies);
        if let Some(reply) = closing {
            pool.close().await;
            drop(reply);
            return;
        }
    }
}

fn answer(outcome: Result<Vec<Answer>, StoreError>, replies: Vec<oneshot::Sender<Answer>>) {
    match outcome {
        Ok(answers) => {
            for (answer, reply) in answers.into_iter().zip(replies) {
                // Whoever asked may have gone; what was committed stays committed.
                let _ = reply.send(answer);
            }
        }
        Err(error) => {
            for reply in replies {
                let _ = reply.send(Err(error.clone()));
            }
        }
    }
}

/// One transaction. An error means that none of the writes happened, or that nobody can say: the connection is closed,
/// and the next group opens another, which recovers the file from its journal.
async fn group(pool: &AnyPool, context: &Context, writes: &[Write]) -> Result<Vec<Answer>, StoreError> {
    let mut conn = pool.acquire().await?;
    match transaction(&mut conn, context, writes).await {
        Ok(answers) => {
            if writes.iter().any(Write::erases) {
                forget_journal(&mut conn).await;
            }
            Ok(answers)
        }
        Err(error) => {
            discard(conn).await;
            Err(error)
        }
    }
}

async fn transaction(conn: &mut AnyConnection, context: &Context, writes: &[Write]) -> Result<Vec<Answer>, StoreError> {
    let mut tx = conn.begin_with(Dialect::Sqlite.begin_write()).await?;
    let mut answers = Vec::with_capacity(writes.len());
    for write in writes {
        sqlx::query("SAVEPOINT one").execute(&mut *tx).await?;
        let answer = write.apply(&mut tx, context, Try::First).await;
        if let Err(error) = &answer {
            if error.ends_the_connection() {
                return Err(error.clone());
            }
            sqlx::query("ROLLBACK TO one").execute(&mut *tx).await?;
        }
        sqlx::query("RELEASE one").execute(&mut *tx).await?;
        answers.push(answer);
    }
    tx.commit().await?;
    Ok(answers)
}

/// What was erased still lies in the write-ahead log until that is copied back and cut. Readers can delay this; the next
/// erasure, or the next checkpoint, then does it.
async fn forget_journal(conn: &mut AnyConnection) {
    let _ = sqlx::query("PRAGMA wal_checkpoint(TRUNCATE)").fetch_all(conn).await;
}

async fn discard(conn: PoolConnection<Any>) {
    // Closing a connection that is in doubt may fail too; it is gone in any case.
    let _ = conn.detach().close().await;
}
