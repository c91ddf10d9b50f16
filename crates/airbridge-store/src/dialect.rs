//! The few places where SQLite and PostgreSQL differ. All other SQL is written once, with `$1` parameters, which both
//! understand, and with three types: 64-bit integers, text and bytes.

use sqlx::AnyConnection;

use crate::{Seq, StoreError};

/// Which SQL the connection speaks.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub(crate) enum Dialect {
    Sqlite,
    Postgres,
}

impl Dialect {
    pub(crate) fn begin_write(self) -> &'static str {
        match self {
            // A deferred transaction that reads first fails "busy" at once, whatever the timeout.
            Self::Sqlite => "BEGIN IMMEDIATE",
            Self::Postgres => "BEGIN ISOLATION LEVEL READ COMMITTED",
        }
    }

    pub(crate) fn begin_snapshot(self) -> &'static str {
        match self {
            Self::Sqlite => "BEGIN DEFERRED",
            Self::Postgres => "BEGIN ISOLATION LEVEL REPEATABLE READ READ ONLY",
        }
    }

    /// What every connection is told first.
    pub(crate) fn on_connect(self, size_limit_bytes: Option<u64>) -> String {
        match self {
            Self::Sqlite => {
                let pragmas = "PRAGMA busy_timeout = 10000; PRAGMA journal_mode = WAL; PRAGMA synchronous = FULL; \
                               PRAGMA foreign_keys = ON; PRAGMA secure_delete = ON;";
                // A page has 4096 bytes unless the file was made otherwise.
                let limit =
                    size_limit_bytes.map(|bytes| format!(" PRAGMA max_page_count = {};", (bytes / 4096).max(1)));
                pragmas.to_owned() + &limit.unwrap_or_default()
            }
            // Acknowledged means kept: a server set to answer before it has synced is overruled.
            Self::Postgres => "SELECT CASE current_setting('synchronous_commit') WHEN 'off' \
                               THEN set_config('synchronous_commit', 'on', false) END"
                .to_owned(),
        }
    }

    /// Makes commits happen one after another until the transaction ends, so that the order of numbers is the order of
    /// commits and no number is left out.
    pub(crate) async fn lock_log(self, conn: &mut AnyConnection) -> Result<(), StoreError> {
        if self == Self::Postgres {
            let sql = "SELECT pg_advisory_xact_lock(hashtextextended('airbridge log ' || current_schema(), 0))";
            sqlx::query(sql).execute(conn).await?;
        }
        Ok(())
    }

    /// Tells other processes that the log has moved, when the transaction commits.
    pub(crate) async fn notify(self, conn: &mut AnyConnection, head: Seq) -> Result<(), StoreError> {
        if self == Self::Postgres {
            sqlx::query("SELECT pg_notify('airbridge_' || current_schema(), $1)")
                .bind(head.to_string())
                .execute(conn)
                .await?;
        }
        Ok(())
    }

    /// For claiming: others pass by what this transaction holds.
    pub(crate) fn claim_sql(self) -> &'static str {
        match self {
            Self::Sqlite => {
                "SELECT id FROM jobs WHERE state = 'queued' OR (state = 'running' AND lease_until < $1) \
                 ORDER BY requested_at, id LIMIT 1"
            }
            Self::Postgres => {
                "SELECT id FROM jobs WHERE state = 'queued' OR (state = 'running' AND lease_until < $1) \
                 ORDER BY requested_at, id LIMIT 1 FOR UPDATE SKIP LOCKED"
            }
        }
    }
}
