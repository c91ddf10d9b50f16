//! A commit: everything that happens together or not at all.

use jiff::Timestamp;
use serde_json::Value;
use uuid::Uuid;

use crate::{Append, AuditDraft, JobRow, Seq, SessionRow, VaultChange};

/// What to write, in one transaction.
#[derive(Clone, PartialEq, Debug)]
pub struct Commit {
    /// Events, stream by stream.
    pub appends: Vec<Append>,
    /// The server's clock, passed in.
    pub recorded_at: Timestamp,
    /// What the decision depends on beyond the streams that are written.
    pub guards: Vec<Guard>,
    /// Makes a repetition act once.
    pub once: Option<Once>,
    /// Entries for the audit log.
    pub audit: Vec<AuditDraft>,
    /// Changes of the vault.
    pub vault: Vec<VaultChange>,
    /// Changes of jobs and sessions.
    pub aside: Vec<Aside>,
}

/// A change beside the log that belongs to a commit.
#[derive(Clone, PartialEq, Debug)]
pub enum Aside {
    /// Queue a job.
    Queue(JobRow),
    /// Cancel a queued job, or ask the worker of a running one to stop. One that is over, or was never there, ends the commit with
    /// [`StoreError::JobOver`](crate::StoreError::JobOver).
    Stop {
        /// The job.
        job: String,
    },
    /// Keep a session.
    Session(SessionRow),
    /// End the session of a token, by its digest.
    EndSession([u8; 32]),
    /// End all sessions of an account.
    EndSessionsOf {
        /// The account.
        account: String,
    },
}

impl Commit {
    /// An empty commit at this instant, to be filled.
    pub fn at(recorded_at: Timestamp) -> Self {
        Self {
            appends: Vec::new(),
            recorded_at,
            guards: Vec::new(),
            once: None,
            audit: Vec::new(),
            vault: Vec::new(),
            aside: Vec::new(),
        }
    }
}

/// A name for something that a decision depends on and that is no stream of its own: a set of things, or that something is not there.
///
/// The commit is refused where another with the same name has been done after `seen`.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct Guard {
    /// The name. It is kept for good: nothing personal.
    pub name: String,
    /// The head of the log that the decision was made from.
    pub seen: Seq,
}

/// An idempotency key with the request's digest and the answer to give again.
#[derive(Clone, PartialEq, Debug)]
pub struct Once {
    /// Keys are the actor's own.
    pub actor: String,
    /// The key.
    pub key: String,
    /// SHA-256 of the request.
    pub digest: [u8; 32],
    /// The answer, for a repetition.
    pub answer: Value,
}

/// What became of a commit.
#[derive(Clone, PartialEq, Debug)]
pub enum Committed {
    /// It is done, and synced.
    Done(Receipt),
    /// It was done before; nothing was written now. Holds the answer that was kept.
    Repeated(Value),
}

/// Where the commit's events lie.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub struct Receipt {
    /// The commit's own id.
    pub id: Uuid,
    /// Its first event; `None` if it had no events. Its events are `first..=head`.
    pub first: Option<Seq>,
    /// The head of the log after it.
    pub head: Seq,
}
