//! Sealed identities in one table, their keys in another.

use sqlx::{AnyConnection, Row as _};

use super::hash_column;
use crate::canonical::check_text;
use crate::{StoreError, VaultChange, VaultEntry};

pub(crate) async fn apply(conn: &mut AnyConnection, change: &VaultChange) -> Result<(), StoreError> {
    match change {
        VaultChange::Put { person, sealed, key } => {
            check_text("person", person)?;
            sqlx::query(
                "INSERT INTO vault (person, sealed) VALUES ($1, $2) \
                 ON CONFLICT (person) DO UPDATE SET sealed = excluded.sealed",
            )
            .bind(person.clone())
            .bind(sealed.clone())
            .execute(&mut *conn)
            .await?;
            sqlx::query(
                "INSERT INTO vault_keys (person, key) VALUES ($1, $2) \
                 ON CONFLICT (person) DO UPDATE SET key = excluded.key",
            )
            .bind(person.clone())
            .bind(key.to_vec())
            .execute(&mut *conn)
            .await?;
        }
        VaultChange::Erase { person } => {
            for sql in [
                "DELETE FROM vault_keys WHERE person = $1",
                "DELETE FROM vault WHERE person = $1",
            ] {
                sqlx::query(sql).bind(person.clone()).execute(&mut *conn).await?;
            }
        }
    }
    Ok(())
}

pub(crate) async fn get(conn: &mut AnyConnection, person: &str) -> Result<Option<VaultEntry>, StoreError> {
    let row = sqlx::query(
        "SELECT vault.sealed, vault_keys.key FROM vault JOIN vault_keys ON vault.person = vault_keys.person \
         WHERE vault.person = $1",
    )
    .bind(person.to_owned())
    .fetch_optional(conn)
    .await?;
    row.map(|row| {
        Ok(VaultEntry {
            sealed: row.try_get(0)?,
            key: hash_column(row.try_get(1)?, "vault_keys", person)?,
        })
    })
    .transpose()
}
