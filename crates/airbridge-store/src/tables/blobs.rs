//! Imported tables and plan files, named by what is in them.

use sqlx::{AnyConnection, Row as _};

use crate::StoreError;
use crate::canonical::{damaged, sha256};

/// Keeps the bytes; answers with the hexadecimal SHA-256 that names them.
pub(crate) async fn put(conn: &mut AnyConnection, bytes: &[u8]) -> Result<String, StoreError> {
    let hash = hex::encode(sha256(bytes));
    sqlx::query("INSERT INTO blobs (hash, bytes) VALUES ($1, $2) ON CONFLICT DO NOTHING")
        .bind(hash.clone())
        .bind(bytes.to_vec())
        .execute(conn)
        .await?;
    Ok(hash)
}

/// The bytes of that name. Bytes that no longer fit their name are an error, never an answer.
pub(crate) async fn get(conn: &mut AnyConnection, hash: &str) -> Result<Option<Vec<u8>>, StoreError> {
    let row = sqlx::query("SELECT bytes FROM blobs WHERE hash = $1")
        .bind(hash.to_owned())
        .fetch_optional(conn)
        .await?;
    let Some(row) = row else { return Ok(None) };
    let bytes: Vec<u8> = row.try_get(0)?;
    if hex::encode(sha256(&bytes)) != hash {
        return Err(damaged("blobs", hash));
    }
    Ok(Some(bytes))
}
