//! Names that decisions have claimed, and when last.
//!
//! They matter only between a decision and its commit: a copy of the store does without them.

use sqlx::{AnyConnection, Row as _};

use crate::canonical::check_text;
use crate::{Guard, Seq, StoreError};

/// Refuses where somebody else has claimed the name since.
pub(crate) async fn check(conn: &mut AnyConnection, guard: &Guard) -> Result<(), StoreError> {
    check_text("guard", &guard.name)?;
    let row = sqlx::query("SELECT seq FROM guards WHERE name = $1")
        .bind(guard.name.clone())
        .fetch_optional(conn)
        .await?;
    let changed = Seq(match row {
        Some(row) => row.try_get::<i64, _>(0)?.max(0) as u64,
        None => 0,
    });
    if changed > guard.seen {
        return Err(StoreError::Stale {
            guard: guard.name.clone(),
            seen: guard.seen,
            changed,
        });
    }
    Ok(())
}

/// Claims the name, with the head of the log after the commit.
pub(crate) async fn keep(conn: &mut AnyConnection, name: &str, head: Seq) -> Result<(), StoreError> {
    sqlx::query("INSERT INTO guards (name, seq) VALUES ($1, $2) ON CONFLICT (name) DO UPDATE SET seq = excluded.seq")
        .bind(name.to_owned())
        .bind(head.0 as i64)
        .execute(conn)
        .await?;
    Ok(())
}
