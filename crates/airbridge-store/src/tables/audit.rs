//! The audit log and its signed heads.

use sqlx::any::AnyRow;
use sqlx::{AnyConnection, Row as _};

use super::hash_column;
use crate::canonical::{check_text, damaged, instant, read_instant};
use crate::{AuditDraft, AuditEntry, AuditHead, Seq, SignedHead, StoreError};

/// The last entry.
pub(crate) async fn head(conn: &mut AnyConnection) -> Result<AuditHead, StoreError> {
    let row = sqlx::query("SELECT number, hash FROM audit ORDER BY number DESC LIMIT 1")
        .fetch_optional(conn)
        .await?;
    row.map_or(Ok(AuditHead::default()), |row| {
        let number = row.try_get::<i64, _>(0)?.max(0) as u64;
        Ok(AuditHead {
            number,
            hash: hash_column(row.try_get(1)?, "audit", &number.to_string())?,
        })
    })
}

/// Appends behind `head`; answers with the new head.
pub(crate) async fn append(
    conn: &mut AnyConnection,
    draft: &AuditDraft,
    head: AuditHead,
) -> Result<AuditHead, StoreError> {
    let number = head.number + 1;
    let hash = draft.hash(number, &head.hash);
    let mut query = sqlx::query(
        "INSERT INTO audit (number, at, actor, organisation, role, act, subject, purpose, outcome, previous, hash) \
         VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11)",
    )
    .bind(number as i64)
    .bind(instant(draft.at));
    for text in draft.texts() {
        check_text("audit entry", text)?;
        query = query.bind(text.to_owned());
    }
    query.bind(head.hash.to_vec()).bind(hash.to_vec()).execute(conn).await?;
    Ok(AuditHead { number, hash })
}

/// Entries behind a number.
pub(crate) async fn read(conn: &mut AnyConnection, after: u64, limit: u32) -> Result<Vec<AuditEntry>, StoreError> {
    let rows = sqlx::query("SELECT * FROM audit WHERE number > $1 ORDER BY number LIMIT $2")
        .bind(after as i64)
        .bind(i64::from(limit))
        .fetch_all(conn)
        .await?;
    rows.iter().map(entry).collect()
}

fn entry(row: &AnyRow) -> Result<AuditEntry, StoreError> {
    let number = row.try_get::<i64, _>("number")?.max(0) as u64;
    let name = number.to_string();
    Ok(AuditEntry {
        number,
        draft: AuditDraft {
            at: read_instant(row.try_get("at")?, "audit", &name)?,
            actor: row.try_get("actor")?,
            organisation: row.try_get("organisation")?,
            role: row.try_get("role")?,
            act: row.try_get("act")?,
            subject: row.try_get("subject")?,
            purpose: row.try_get("purpose")?,
            outcome: row.try_get("outcome")?,
        },
        previous: hash_column(row.try_get("previous")?, "audit", &name)?,
        hash: hash_column(row.try_get("hash")?, "audit", &name)?,
    })
}

/// Keeps a signed head; one for the same place stays as it is.
pub(crate) async fn keep_head(conn: &mut AnyConnection, head: &SignedHead) -> Result<(), StoreError> {
    sqlx::query(
        "INSERT INTO audit_heads (number, hash, log_seq, log_hash, at, signature) VALUES ($1, $2, $3, $4, $5, $6) \
         ON CONFLICT DO NOTHING",
    )
    .bind(head.audit.number as i64)
    .bind(head.audit.hash.to_vec())
    .bind(head.log_seq.column())
    .bind(head.log_hash.to_vec())
    .bind(instant(head.at))
    .bind(head.signature.to_vec())
    .execute(conn)
    .await?;
    Ok(())
}

/// All heads that were kept, oldest first.
pub(crate) async fn heads(conn: &mut AnyConnection) -> Result<Vec<SignedHead>, StoreError> {
    let rows = sqlx::query("SELECT * FROM audit_heads ORDER BY number, log_seq")
        .fetch_all(conn)
        .await?;
    rows.iter().map(read_head).collect()
}

pub(crate) async fn last_head(conn: &mut AnyConnection) -> Result<Option<SignedHead>, StoreError> {
    let row = sqlx::query("SELECT * FROM audit_heads ORDER BY number DESC, log_seq DESC LIMIT 1")
        .fetch_optional(conn)
        .await?;
    row.as_ref().map(read_head).transpose()
}

fn read_head(row: &AnyRow) -> Result<SignedHead, StoreError> {
    let number = row.try_get::<i64, _>("number")?.max(0) as u64;
    let name = number.to_string();
    let signature: Vec<u8> = row.try_get("signature")?;
    Ok(SignedHead {
        audit: AuditHead {
            number,
            hash: hash_column(row.try_get("hash")?, "audit_heads", &name)?,
        },
        log_seq: Seq::from_column(row.try_get("log_seq")?),
        log_hash: hash_column(row.try_get("log_hash")?, "audit_heads", &name)?,
        at: read_instant(row.try_get("at")?, "audit_heads", &name)?,
        signature: signature.try_into().map_err(|_| damaged("audit_heads", &name))?,
    })
}
