//! What can go wrong in a store, sorted by what the caller can do about it.

use std::path::PathBuf;
use std::sync::Arc;

use crate::{Expected, Seq, Version};

/// Why the store did not do what was asked. Nothing was changed, unless a variant says otherwise.
#[derive(Clone, Debug, thiserror::Error)]
#[non_exhaustive]
pub enum StoreError {
    /// Somebody else has written to the stream: read it again and decide again.
    #[error("stream {stream} is at version {found}, expected {expected}")]
    Conflict {
        /// The stream.
        stream: String,
        /// What the caller expected.
        expected: Expected,
        /// What is there.
        found: Version,
    },
    /// What the decision depended on has changed since.
    #[error("{guard} was last changed at {changed}, the decision was made at {seen}")]
    Stale {
        /// The name of the guard.
        guard: String,
        /// The head that the decision was made at.
        seen: Seq,
        /// The head after the last commit with this guard.
        changed: Seq,
    },
    /// The idempotency key was used before, by the same actor, for another request.
    #[error("the idempotency key was used for another request")]
    KeyReused,
    /// The job belongs to another attempt, or has ended.
    #[error("attempt {attempt} no longer holds job {job}")]
    LeaseLost {
        /// The job.
        job: String,
        /// The attempt that asked.
        attempt: u32,
    },
    /// The job has ended, or there is none.
    #[error("job {job} is over, or was never there")]
    JobOver {
        /// The job.
        job: String,
    },
    /// The caller gave something that no backend can keep.
    #[error("{what} cannot be stored: {why}")]
    Invalid {
        /// The field.
        what: &'static str,
        /// The reason.
        why: &'static str,
    },
    /// The disk, or the size that was allowed, is full. Reading goes on.
    #[error("the store is full")]
    Full(#[source] Arc<sqlx::Error>),
    /// The database cannot be reached, is busy, or its disk fails. A commit may or may not have happened when its
    /// answer was lost: repeat it with the same idempotency key.
    #[error("the store is unavailable")]
    Unavailable(#[source] Arc<sqlx::Error>),
    /// The store was closed, or its writer has ended.
    #[error("the store is closed")]
    Closed,
    /// The store was written by a newer program.
    #[error("the store has schema version {found}, this program knows {known}")]
    NewerSchema {
        /// The version found.
        found: u32,
        /// The newest version that the program knows.
        known: u32,
    },
    /// A stored row cannot be read.
    #[error("{table} row {row} is damaged")]
    Damaged {
        /// The table.
        table: &'static str,
        /// The row.
        row: String,
    },
    /// The address names no known backend.
    #[error("a store's address begins with memory:, sqlite: or postgres:")]
    UnknownAddress,
    /// A backup never overwrites.
    #[error("{} is there already", .0.display())]
    BackupExists(PathBuf),
    /// A copy goes into an empty store only.
    #[error("the store to copy into is not empty")]
    NotEmpty,
    /// A head was asked for, but the store was opened without a signing key.
    #[error("the store was opened without a signing key")]
    NoSigningKey,
    /// Anything else that the database reported.
    #[error("the database failed")]
    Database(#[source] Arc<sqlx::Error>),
}

impl From<sqlx::Error> for StoreError {
    fn from(error: sqlx::Error) -> Self {
        let trouble = Trouble::of(&error);
        let error = Arc::new(error);
        match trouble {
            Trouble::Full => Self::Full(error),
            Trouble::Away | Trouble::Collision => Self::Unavailable(error),
            Trouble::Other => Self::Database(error),
        }
    }
}

impl StoreError {
    /// The connection or the disk is in doubt: nothing more may be done in this transaction.
    pub(crate) fn ends_the_connection(&self) -> bool {
        matches!(self, Self::Full(_) | Self::Unavailable(_) | Self::Closed)
    }

    /// Trying again may help: the server restarts, or two transactions collided.
    pub(crate) fn passes(&self) -> bool {
        matches!(self, Self::Unavailable(_))
    }
}

enum Trouble {
    Full,
    Away,
    /// Serialization failure or deadlock.
    Collision,
    Other,
}

impl Trouble {
    fn of(error: &sqlx::Error) -> Self {
        match error {
            sqlx::Error::Io(_)
            | sqlx::Error::Tls(_)
            | sqlx::Error::Protocol(_)
            | sqlx::Error::PoolTimedOut
            | sqlx::Error::PoolClosed
            | sqlx::Error::WorkerCrashed
            | sqlx::Error::BeginFailed => Self::Away,
            sqlx::Error::Database(database) => database.code().map_or(Self::Other, |code| Self::of_code(&code)),
            _ => Self::Other,
        }
    }

    /// SQLite gives numbers (the low byte is the primary code), PostgreSQL five characters.
    fn of_code(code: &str) -> Self {
        if code.len() == 5 {
            return match code {
                "53100" => Self::Full,
                "40001" | "40P01" => Self::Collision,
                // Shut down by the administrator, by a crash, or still starting; and `idle in transaction` ended.
                "57P01" | "57P02" | "57P03" | "57P05" | "25P03" => Self::Away,
                _ if code.starts_with("08") || code.starts_with("53") || code.starts_with("58") => Self::Away,
                _ => Self::Other,
            };
        }
        match code.parse::<u32>().map(|code| code & 0xff) {
            Ok(13) => Self::Full,
            // BUSY, LOCKED, NOMEM, READONLY, IOERR, CANTOPEN.
            Ok(5..=8 | 10 | 14) => Self::Away,
            _ => Self::Other,
        }
    }
}
