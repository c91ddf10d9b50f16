//! All rows of a store in one order: to copy them into another store, whatever its backend, and to take one digest over
//! them that equals the other's.

use sqlx::any::AnyRow;
use sqlx::{AnyConnection, AssertSqlSafe, Row as _};

use crate::StoreError;
use crate::canonical::Hasher;

/// Rows taken into memory at once.
const PAGE: i64 = 500;

#[derive(Clone, Copy)]
enum Kind {
    Number,
    Text,
    Bytes,
}
use Kind::{Bytes, Number, Text};

/// A table: its columns, and how many of the first form the key.
struct Table {
    name: &'static str,
    key: usize,
    columns: &'static [(&'static str, Kind)],
}

/// Every table but the schema's version. A new table belongs here.
const TABLES: &[Table] = &[
    Table {
        name: "events",
        key: 1,
        columns: &[
            ("seq", Number),
            ("stream", Text),
            ("version", Number),
            ("kind", Text),
            ("payload", Text),
            ("actor", Text),
            ("organisation", Text),
            ("authority", Text),
            ("happened_at", Number),
            ("recorded_at", Number),
            ("supersedes", Number),
            ("confirms", Number),
            ("hash", Bytes),
        ],
    },
    Table {
        name: "commits",
        key: 1,
        columns: &[("id", Text), ("first_seq", Number), ("head", Number)],
    },
    Table {
        name: "once",
        key: 2,
        columns: &[("actor", Text), ("key", Text), ("digest", Bytes), ("answer", Text)],
    },
    Table {
        name: "audit",
        key: 1,
        columns: &[
            ("number", Number),
            ("at", Number),
            ("actor", Text),
            ("organisation", Text),
            ("role", Text),
            ("act", Text),
            ("subject", Text),
            ("purpose", Text),
            ("outcome", Text),
            ("previous", Bytes),
            ("hash", Bytes),
        ],
    },
    Table {
        name: "audit_heads",
        key: 2,
        columns: &[
            ("number", Number),
            ("log_seq", Number),
            ("hash", Bytes),
            ("log_hash", Bytes),
            ("at", Number),
            ("signature", Bytes),
        ],
    },
    Table {
        name: "vault",
        key: 1,
        columns: &[("person", Text), ("sealed", Bytes)],
    },
    Table {
        name: "vault_keys",
        key: 1,
        columns: &[("person", Text), ("key", Bytes)],
    },
    Table {
        name: "sessions",
        key: 1,
        columns: &[
            ("token_digest", Bytes),
            ("account", Text),
            ("kind", Text),
            ("created_at", Number),
            ("expires_at", Number),
            ("last_seen_at", Number),
            ("data", Text),
        ],
    },
    Table {
        name: "jobs",
        key: 1,
        columns: &[
            ("id", Text),
            ("kind", Text),
            ("input", Text),
            ("requested_by", Text),
            ("requested_at", Number),
            ("state", Text),
            ("attempt", Number),
            ("worker", Text),
            ("lease_until", Number),
            ("cancel_asked", Number),
            ("progress", Text),
            ("outcome", Text),
            ("finished_at", Number),
        ],
    },
    Table {
        name: "blobs",
        key: 1,
        columns: &[("hash", Text), ("bytes", Bytes)],
    },
];

/// What the canonical digest covers: the record, not who is logged in or who has looked.
const DIGESTED: &[&str] = &["events", "vault", "vault_keys", "jobs", "blobs"];

enum Cell {
    Number(Option<i64>),
    Text(Option<String>),
    Bytes(Option<Vec<u8>>),
}

impl Table {
    fn names(&self) -> String {
        let names: Vec<_> = self.columns.iter().map(|(name, _)| *name).collect();
        names.join(", ")
    }

    fn key_names(&self) -> String {
        let names: Vec<_> = self.columns[..self.key].iter().map(|(name, _)| *name).collect();
        names.join(", ")
    }

    /// The rows behind the row whose cells are given.
    async fn page(&self, conn: &mut AnyConnection, last: Option<&Vec<Cell>>) -> Result<Vec<Vec<Cell>>, StoreError> {
        let (names, key) = (self.names(), self.key_names());
        let behind = if last.is_some() {
            let places: Vec<_> = (1..=self.key).map(|i| format!("${i}")).collect();
            format!("WHERE ({key}) > ({})", places.join(", "))
        } else {
            String::new()
        };
        // Only the constants above go into the text.
        let sql = format!("SELECT {names} FROM {} {behind} ORDER BY {key} LIMIT {PAGE}", self.name);
        let mut query = sqlx::query(AssertSqlSafe(sql));
        for cell in last.into_iter().flatten().take(self.key) {
            query = cell.bind(query);
        }
        let rows = query.fetch_all(conn).await?;
        rows.iter().map(|row| self.cells(row)).collect()
    }

    fn cells(&self, row: &AnyRow) -> Result<Vec<Cell>, StoreError> {
        let cell = |(i, (_, kind)): (usize, &(&str, Kind))| {
            Ok(match kind {
                Number => Cell::Number(row.try_get(i)?),
                Text => Cell::Text(row.try_get(i)?),
                Bytes => Cell::Bytes(row.try_get(i)?),
            })
        };
        self.columns.iter().enumerate().map(cell).collect()
    }

    async fn insert(&self, conn: &mut AnyConnection, cells: &[Cell]) -> Result<(), StoreError> {
        let places: Vec<_> = (1..=self.columns.len()).map(|i| format!("${i}")).collect();
        let sql = format!(
            "INSERT INTO {} ({}) VALUES ({})",
            self.name,
            self.names(),
            places.join(", ")
        );
        let mut query = sqlx::query(AssertSqlSafe(sql));
        for cell in cells {
            query = cell.bind(query);
        }
        query.execute(conn).await?;
        Ok(())
    }
}

type Query<'q> = sqlx::query::Query<'q, sqlx::Any, sqlx::any::AnyArguments>;

impl Cell {
    fn bind<'q>(&self, query: Query<'q>) -> Query<'q> {
        match self {
            Self::Number(number) => query.bind(*number),
            Self::Text(text) => query.bind(text.clone()),
            Self::Bytes(bytes) => query.bind(bytes.clone()),
        }
    }

    fn hash(&self, hasher: &mut Hasher) {
        match self {
            Self::Number(number) => hasher.optional(*number),
            Self::Text(Some(text)) => hasher.text(text),
            Self::Bytes(Some(bytes)) => hasher.bytes(bytes),
            Self::Text(None) | Self::Bytes(None) => hasher.optional(None),
        };
    }
}

/// Copies every row. Both connections are inside transactions; the target must be empty.
pub(crate) async fn copy(from: &mut AnyConnection, to: &mut AnyConnection) -> Result<(), StoreError> {
    for table in TABLES {
        if !table.page(to, None).await?.is_empty() {
            return Err(StoreError::NotEmpty);
        }
    }
    for table in TABLES {
        let mut page = table.page(from, None).await?;
        while !page.is_empty() {
            for cells in &page {
                table.insert(to, cells).await?;
            }
            page = table.page(from, page.last()).await?;
        }
    }
    Ok(())
}

/// SHA-256 over events, vault, ended jobs and blobs.
pub(crate) async fn digest(conn: &mut AnyConnection) -> Result<[u8; 32], StoreError> {
    let mut hasher = Hasher::default();
    for table in TABLES.iter().filter(|table| DIGESTED.contains(&table.name)) {
        hasher.text(table.name);
        let mut page = table.page(conn, None).await?;
        while !page.is_empty() {
            for cells in page.iter().filter(|cells| table.is_digested(cells)) {
                for cell in cells {
                    cell.hash(&mut hasher);
                }
            }
            page = table.page(conn, page.last()).await?;
        }
    }
    Ok(hasher.finish())
}

impl Table {
    /// Of jobs only what has ended: what still runs changes with every sign of life.
    fn is_digested(&self, cells: &[Cell]) -> bool {
        let Some(state) = self.columns.iter().position(|(name, _)| *name == "state") else {
            return true;
        };
        matches!(&cells[state], Cell::Text(Some(state)) if matches!(state.as_str(), "done" | "failed" | "cancelled"))
    }
}
