//! Which commits have happened: asked when the answer to one was lost.

use sqlx::{AnyConnection, Row as _};
use uuid::Uuid;

use crate::{Receipt, Seq, StoreError};

pub(crate) async fn find(conn: &mut AnyConnection, id: Uuid) -> Result<Option<Receipt>, StoreError> {
    let row = sqlx::query("SELECT first_seq, head FROM commits WHERE id = $1")
        .bind(id.to_string())
        .fetch_optional(conn)
        .await?;
    row.map(|row| {
        Ok(Receipt {
            id,
            first: row.try_get::<Option<i64>, _>(0)?.map(Seq::from_column),
            head: Seq::from_column(row.try_get(1)?),
        })
    })
    .transpose()
}

pub(crate) async fn insert(conn: &mut AnyConnection, receipt: &Receipt) -> Result<(), StoreError> {
    sqlx::query("INSERT INTO commits (id, first_seq, head) VALUES ($1, $2, $3)")
        .bind(receipt.id.to_string())
        .bind(receipt.first.map(Seq::column))
        .bind(receipt.head.column())
        .execute(conn)
        .await?;
    Ok(())
}

/// The highest head that any commit left: a log that ends earlier was cut.
pub(crate) async fn highest(conn: &mut AnyConnection) -> Result<Seq, StoreError> {
    let row = sqlx::query("SELECT head FROM commits ORDER BY head DESC LIMIT 1")
        .fetch_optional(conn)
        .await?;
    row.map_or(Ok(Seq::START), |row| Ok(Seq::from_column(row.try_get(0)?)))
}
