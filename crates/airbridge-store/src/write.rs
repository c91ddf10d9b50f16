//! Every write as a value, and what it does inside a transaction. Being values, writes can wait in a queue, share a
//! transaction (SQLite) and be tried again (PostgreSQL).

use ed25519_dalek::SigningKey;
use jiff::Timestamp;
use serde_json::Value;
use sqlx::AnyConnection;
use uuid::Uuid;

use crate::tables::{audit, blobs, commits, events, guards, jobs, once, sessions, vault};
use crate::{
    Aside, AuditHead, Cancellation, Commit, Committed, Dialect, Job, JobRow, Lease, Outcome, Receipt, Seq, SessionRow,
    SignedHead, StoreError, VaultChange,
};

/// Something to write.
pub(crate) enum Write {
    Commit {
        id: Uuid,
        commit: Commit,
    },
    SignHead {
        at: Timestamp,
    },
    PutSession(SessionRow),
    TouchSession {
        digest: [u8; 32],
        at: Timestamp,
    },
    EndSession {
        digest: [u8; 32],
    },
    EndSessionsOf {
        account: String,
    },
    EndAllSessions,
    Enqueue(JobRow),
    Claim {
        worker: String,
        now: Timestamp,
        lease_until: Timestamp,
    },
    Heartbeat {
        id: String,
        worker: String,
        attempt: u32,
        progress: Value,
        lease_until: Timestamp,
    },
    Finish {
        id: String,
        worker: String,
        attempt: u32,
        outcome: Outcome,
        now: Timestamp,
    },
    Cancel {
        id: String,
        now: Timestamp,
    },
    PutBlob(Vec<u8>),
}

/// The answer to a write of the same name.
pub(crate) enum Written {
    Committed(Committed),
    Head(SignedHead),
    Nothing,
    Found(bool),
    Count(u64),
    Claimed(Option<Job>),
    Lease(Lease),
    Cancellation(Cancellation),
    BlobName(String),
}

/// What writing needs to know besides the write.
pub(crate) struct Context {
    pub(crate) dialect: Dialect,
    pub(crate) signing_key: Option<SigningKey>,
    pub(crate) head_every: u64,
}

/// Whether the write may have happened already.
#[derive(Clone, Copy, PartialEq, Eq)]
pub(crate) enum Try {
    First,
    /// The answer to an earlier try was lost.
    Again,
}

impl Write {
    /// Whether bytes must go that a database keeps lying about until it tidies up.
    pub(crate) fn erases(&self) -> bool {
        matches!(self, Self::Commit { commit, .. }
            if commit.vault.iter().any(|change| matches!(change, VaultChange::Erase { .. })))
    }

    /// Does the write inside a transaction that the caller began and ends.
    pub(crate) async fn apply(
        &self,
        conn: &mut AnyConnection,
        context: &Context,
        attempt: Try,
    ) -> Result<Written, StoreError> {
        Ok(match self {
            Self::Commit { id, commit } => Written::Committed(context.commit(conn, *id, commit, attempt).await?),
            Self::SignHead { at } => {
                context.dialect.lock_log(conn).await?;
                let log = events::head(conn).await?;
                let audit = audit::head(conn).await?;
                Written::Head(
                    context
                        .sign(conn, audit, log, *at)
                        .await?
                        .ok_or(StoreError::NoSigningKey)?,
                )
            }
            Self::PutSession(session) => {
                sessions::put(conn, session).await?;
                Written::Nothing
            }
            Self::TouchSession { digest, at } => Written::Found(sessions::touch(conn, digest, *at).await?),
            Self::EndSession { digest } => Written::Found(sessions::end(conn, digest).await?),
            Self::EndSessionsOf { account } => Written::Count(sessions::end_of(conn, account).await?),
            Self::EndAllSessions => Written::Count(sessions::end_all(conn).await?),
            Self::Enqueue(job) => {
                jobs::enqueue(conn, job).await?;
                Written::Nothing
            }
            Self::Claim {
                worker,
                now,
                lease_until,
            } => Written::Claimed(jobs::claim(conn, context.dialect, worker, *now, *lease_until).await?),
            Self::Heartbeat {
                id,
                worker,
                attempt,
                progress,
                lease_until,
            } => Written::Lease(jobs::heartbeat(conn, (id, worker, *attempt), progress, *lease_until).await?),
            Self::Finish {
                id,
                worker,
                attempt,
                outcome,
                now,
            } => {
                jobs::finish(conn, (id, worker, *attempt), outcome, *now).await?;
                Written::Nothing
            }
            Self::Cancel { id, now } => Written::Cancellation(jobs::cancel(conn, id, *now).await?),
            Self::PutBlob(bytes) => Written::BlobName(blobs::put(conn, bytes).await?),
        })
    }
}

async fn beside(conn: &mut AnyConnection, change: &Aside, now: Timestamp) -> Result<(), StoreError> {
    match change {
        Aside::Queue(job) => jobs::enqueue(conn, job).await,
        Aside::Stop { job } => match jobs::cancel(conn, job, now).await? {
            Cancellation::Cancelled | Cancellation::Asked => Ok(()),
            Cancellation::AlreadyFinished | Cancellation::Unknown => Err(StoreError::JobOver { job: job.clone() }),
        },
        Aside::Session(session) => sessions::put(conn, session).await,
        Aside::EndSession(digest) => sessions::end(conn, digest).await.map(drop),
        Aside::EndSessionsOf { account } => sessions::end_of(conn, account).await.map(drop),
    }
}

impl Context {
    async fn commit(
        &self,
        conn: &mut AnyConnection,
        id: Uuid,
        commit: &Commit,
        attempt: Try,
    ) -> Result<Committed, StoreError> {
        self.dialect.lock_log(conn).await?;
        // Under the lock: a first try that still runs on the server has ended by now, one way or the other.
        if attempt == Try::Again
            && let Some(receipt) = commits::find(conn, id).await?
        {
            return Ok(Committed::Done(receipt));
        }
        if let Some(once) = &commit.once
            && let Some((digest, answer)) = once::find(conn, &once.actor, &once.key).await?
        {
            return if digest == once.digest {
                Ok(Committed::Repeated(answer))
            } else {
                Err(StoreError::KeyReused)
            };
        }
        let before = events::head(conn).await?;
        for guard in &commit.guards {
            guards::check(conn, guard).await?;
        }

        let mut log = before;
        for append in &commit.appends {
            log = events::append(conn, append, commit.recorded_at, log).await?;
        }
        for guard in &commit.guards {
            guards::keep(conn, &guard.name, log.0).await?;
        }
        for change in &commit.vault {
            vault::apply(conn, change).await?;
        }
        for change in &commit.aside {
            beside(conn, change, commit.recorded_at).await?;
        }
        if let Some(once) = &commit.once {
            once::insert(conn, once).await?;
        }
        self.audit(conn, commit, log).await?;
        let receipt = Receipt {
            id,
            first: (log.0 > before.0).then(|| before.0.next()),
            head: log.0,
        };
        commits::insert(conn, &receipt).await?;
        if receipt.first.is_some() {
            self.dialect.notify(conn, receipt.head).await?;
        }
        Ok(Committed::Done(receipt))
    }

    async fn audit(&self, conn: &mut AnyConnection, commit: &Commit, log: (Seq, [u8; 32])) -> Result<(), StoreError> {
        if commit.audit.is_empty() {
            return Ok(());
        }
        let mut head = audit::head(conn).await?;
        for draft in &commit.audit {
            head = audit::append(conn, draft, head).await?;
            if head.number.is_multiple_of(self.head_every.max(1)) {
                self.sign(conn, head, log, commit.recorded_at).await?;
            }
        }
        Ok(())
    }

    /// Signs and keeps a head; `None` without a key.
    async fn sign(
        &self,
        conn: &mut AnyConnection,
        audit: AuditHead,
        log: (Seq, [u8; 32]),
        at: Timestamp,
    ) -> Result<Option<SignedHead>, StoreError> {
        let Some(key) = &self.signing_key else { return Ok(None) };
        let head = SignedHead::sign(key, audit, log, at)?;
        audit::keep_head(conn, &head).await?;
        Ok(Some(head))
    }
}
