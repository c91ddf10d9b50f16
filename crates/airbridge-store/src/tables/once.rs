//! Idempotency keys and the answers that were given.

use serde_json::Value;
use sqlx::{AnyConnection, Row as _};

use super::hash_column;
use crate::canonical::{check_text, json_text, read_json};
use crate::{Once, StoreError};

pub(crate) async fn find(
    conn: &mut AnyConnection,
    actor: &str,
    key: &str,
) -> Result<Option<([u8; 32], Value)>, StoreError> {
    let row = sqlx::query("SELECT digest, answer FROM once WHERE actor = $1 AND key = $2")
        .bind(actor.to_owned())
        .bind(key.to_owned())
        .fetch_optional(conn)
        .await?;
    row.map(|row| {
        let digest = hash_column(row.try_get(0)?, "once", key)?;
        Ok((digest, read_json(row.try_get(1)?, "once", key)?))
    })
    .transpose()
}

pub(crate) async fn insert(conn: &mut AnyConnection, once: &Once) -> Result<(), StoreError> {
    check_text("actor", &once.actor)?;
    check_text("idempotency key", &once.key)?;
    sqlx::query("INSERT INTO once (actor, key, digest, answer) VALUES ($1, $2, $3, $4)")
        .bind(once.actor.clone())
        .bind(once.key.clone())
        .bind(once.digest.to_vec())
        .bind(json_text(&once.answer))
        .execute(conn)
        .await?;
    Ok(())
}
