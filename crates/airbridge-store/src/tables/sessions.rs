//! Sessions, by the digest of their token.

use jiff::Timestamp;
use sqlx::any::AnyRow;
use sqlx::{AnyConnection, Row as _};

use super::hash_column;
use crate::canonical::{check_text, damaged, instant, json_text, read_instant, read_json};
use crate::{SessionKind, SessionRow, StoreError};

pub(crate) async fn put(conn: &mut AnyConnection, session: &SessionRow) -> Result<(), StoreError> {
    check_text("account", &session.account)?;
    sqlx::query(
        "INSERT INTO sessions (token_digest, account, kind, created_at, expires_at, last_seen_at, data) \
         VALUES ($1, $2, $3, $4, $5, $6, $7) ON CONFLICT (token_digest) DO UPDATE SET account = excluded.account, \
         kind = excluded.kind, created_at = excluded.created_at, expires_at = excluded.expires_at, \
         last_seen_at = excluded.last_seen_at, data = excluded.data",
    )
    .bind(session.token_digest.to_vec())
    .bind(session.account.clone())
    .bind(session.kind.column())
    .bind(instant(session.created_at))
    .bind(instant(session.expires_at))
    .bind(instant(session.last_seen_at))
    .bind(json_text(&session.data))
    .execute(conn)
    .await?;
    Ok(())
}

pub(crate) async fn get(conn: &mut AnyConnection, digest: &[u8; 32]) -> Result<Option<SessionRow>, StoreError> {
    let row = sqlx::query("SELECT * FROM sessions WHERE token_digest = $1")
        .bind(digest.to_vec())
        .fetch_optional(conn)
        .await?;
    row.as_ref().map(read).transpose()
}

fn read(row: &AnyRow) -> Result<SessionRow, StoreError> {
    // The digest of a live token does not belong into an error's text.
    let (table, name) = ("sessions", "");
    let at = |column: &str| read_instant(row.try_get(column)?, table, name);
    Ok(SessionRow {
        token_digest: hash_column(row.try_get("token_digest")?, table, name)?,
        account: row.try_get("account")?,
        kind: SessionKind::from_column(row.try_get("kind")?).ok_or_else(|| damaged(table, name))?,
        created_at: at("created_at")?,
        expires_at: at("expires_at")?,
        last_seen_at: at("last_seen_at")?,
        data: read_json(row.try_get("data")?, table, name)?,
    })
}

/// Sessions of programs, whoever's.
pub(crate) async fn of_machines(conn: &mut AnyConnection) -> Result<Vec<SessionRow>, StoreError> {
    let rows = sqlx::query("SELECT * FROM sessions WHERE kind = $1 ORDER BY token_digest")
        .bind(SessionKind::Machine.column())
        .fetch_all(conn)
        .await?;
    rows.iter().map(read).collect()
}

/// Notes that the session was used; false if it has ended.
pub(crate) async fn touch(conn: &mut AnyConnection, digest: &[u8; 32], at: Timestamp) -> Result<bool, StoreError> {
    let done = sqlx::query("UPDATE sessions SET last_seen_at = $2 WHERE token_digest = $1")
        .bind(digest.to_vec())
        .bind(instant(at))
        .execute(conn)
        .await?;
    Ok(done.rows_affected() > 0)
}

pub(crate) async fn end(conn: &mut AnyConnection, digest: &[u8; 32]) -> Result<bool, StoreError> {
    let done = sqlx::query("DELETE FROM sessions WHERE token_digest = $1")
        .bind(digest.to_vec())
        .execute(conn)
        .await?;
    Ok(done.rows_affected() > 0)
}

pub(crate) async fn end_of(conn: &mut AnyConnection, account: &str) -> Result<u64, StoreError> {
    let done = sqlx::query("DELETE FROM sessions WHERE account = $1")
        .bind(account.to_owned())
        .execute(conn)
        .await?;
    Ok(done.rows_affected())
}

pub(crate) async fn end_all(conn: &mut AnyConnection) -> Result<u64, StoreError> {
    let done = sqlx::query("DELETE FROM sessions").execute(conn).await?;
    Ok(done.rows_affected())
}
