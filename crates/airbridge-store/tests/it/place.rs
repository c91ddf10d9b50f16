//! Where a test's store lies: each test has its own.

use airbridge_store::{SecretKey, Settings, Store};
use sqlx::{AssertSqlSafe, Connection as _, PgConnection};
use tempfile::TempDir;

/// An address, and what must live as long as it is used.
pub(crate) struct Place {
    pub(crate) address: String,
    pub(crate) folder: Option<TempDir>,
}

impl Place {
    pub(crate) fn memory() -> Self {
        Self {
            address: "memory:".to_owned(),
            folder: None,
        }
    }

    pub(crate) fn sqlite() -> Self {
        let folder = tempfile::tempdir().expect("a temporary folder can be made");
        Self {
            address: format!("sqlite:{}", folder.path().join("store.db").display()),
            folder: Some(folder),
        }
    }

    /// A schema of its own; `None` if no server was given.
    pub(crate) async fn postgres() -> Option<Self> {
        let server = std::env::var("AIRBRIDGE_TEST_POSTGRES").ok()?;
        let schema = format!("t{}", uuid::Uuid::now_v7().simple());
        let mut conn = PgConnection::connect(&server).await.expect("the server answers");
        sqlx::raw_sql(AssertSqlSafe(format!("CREATE SCHEMA {schema}")))
            .execute(&mut conn)
            .await
            .expect("schemas may be made");
        let mark = if server.contains('?') { '&' } else { '?' };
        Some(Self {
            address: format!("{server}{mark}options[search_path]={schema}"),
            folder: None,
        })
    }

    /// All that are to be had here.
    pub(crate) async fn all() -> Vec<Self> {
        let mut places = vec![Self::memory(), Self::sqlite()];
        places.extend(Self::postgres().await);
        places
    }

    pub(crate) fn file(&self) -> std::path::PathBuf {
        self.folder
            .as_ref()
            .expect("only SQLite has a file")
            .path()
            .join("store.db")
    }

    pub(crate) async fn open(&self) -> Store {
        Store::open_with(&self.address, settings())
            .await
            .expect("the store opens")
    }
}

/// With a signing key, and heads at every tenth entry.
pub(crate) fn settings() -> Settings {
    Settings {
        signing_key: Some(SecretKey([9; 32])),
        head_every: 10,
        ..Settings::default()
    }
}

/// Runs each test on each backend.
#[macro_export]
macro_rules! on_every_backend {
    ($($name:ident),* $(,)?) => {
        mod memory { $(#[tokio::test(flavor = "multi_thread")] async fn $name() {
            super::$name(&$crate::place::Place::memory()).await;
        })* }
        mod sqlite { $(#[tokio::test(flavor = "multi_thread")] async fn $name() {
            super::$name(&$crate::place::Place::sqlite()).await;
        })* }
        mod postgres { $(#[tokio::test(flavor = "multi_thread")] async fn $name() {
            if let Some(place) = $crate::place::Place::postgres().await {
                super::$name(&place).await;
            }
        })* }
    };
}
