//! The schema and its migrations: forward only, under a lock, one transaction for all that is missing.

use sqlx::{AnyConnection, AnyPool, Row as _};

use crate::{Dialect, StoreError};

struct Migration {
    sqlite: &'static str,
    postgres: &'static str,
}

/// Migration number `i + 1` at index `i`. Released ones are never edited.
const MIGRATIONS: &[Migration] = &[
    Migration {
        sqlite: include_str!("../migrations/0001_sqlite.sql"),
        postgres: include_str!("../migrations/0001_postgres.sql"),
    },
    Migration {
        sqlite: include_str!("../migrations/0002_sqlite.sql"),
        postgres: include_str!("../migrations/0002_postgres.sql"),
    },
];

/// The newest schema that this program knows.
pub(crate) const KNOWN: u32 = MIGRATIONS.len() as u32;

/// Brings the store to the newest schema, and refuses one that is newer still.
pub(crate) async fn migrate(pool: &AnyPool, dialect: Dialect) -> Result<(), StoreError> {
    let mut tx = pool.begin_with(dialect.begin_write()).await?;
    if dialect == Dialect::Postgres {
        let sql = "SELECT pg_advisory_xact_lock(hashtextextended('airbridge schema ' || current_schema(), 0))";
        sqlx::query(sql).execute(&mut *tx).await?;
    }
    let found = if exists(&mut tx, dialect).await? {
        version(&mut tx).await?
    } else {
        0
    };
    if found > KNOWN {
        return Err(StoreError::NewerSchema { found, known: KNOWN });
    }
    if found == KNOWN {
        return Ok(());
    }
    if found == 0 {
        sqlx::raw_sql("CREATE TABLE schema_version (version BIGINT NOT NULL); INSERT INTO schema_version VALUES (0)")
            .execute(&mut *tx)
            .await?;
    }
    for migration in &MIGRATIONS[found as usize..] {
        let sql = match dialect {
            Dialect::Sqlite => migration.sqlite,
            Dialect::Postgres => migration.postgres,
        };
        sqlx::raw_sql(sql).execute(&mut *tx).await?;
    }
    sqlx::query("UPDATE schema_version SET version = $1")
        .bind(i64::from(KNOWN))
        .execute(&mut *tx)
        .await?;
    Ok(tx.commit().await?)
}

/// The schema version of a store that has been migrated.
pub(crate) async fn version(conn: &mut AnyConnection) -> Result<u32, StoreError> {
    let row = sqlx::query("SELECT version FROM schema_version")
        .fetch_one(conn)
        .await?;
    Ok(row.try_get::<i64, _>(0)?.max(0) as u32)
}

async fn exists(conn: &mut AnyConnection, dialect: Dialect) -> Result<bool, StoreError> {
    let sql = match dialect {
        Dialect::Sqlite => "SELECT count(*) FROM sqlite_schema WHERE type = 'table' AND name = 'schema_version'",
        Dialect::Postgres => {
            "SELECT count(*) FROM information_schema.tables \
             WHERE table_schema = current_schema() AND table_name = 'schema_version'"
        }
    };
    let row = sqlx::query(sql).fetch_one(conn).await?;
    Ok(row.try_get::<i64, _>(0)? > 0)
}
