//! Opening a store.

use std::sync::{Arc, Once};
use std::time::Duration;

use ed25519_dalek::SigningKey;
use sqlx::any::AnyPoolOptions;
use sqlx::{AnyPool, AssertSqlSafe};
use tokio::sync::watch;

use super::{Inner, Store, Writer};
use crate::address::Address;
use crate::group::GroupWriter;
use crate::server::ServerWriter;
use crate::tables::events;
use crate::write::Context;
use crate::{Dialect, Seq, Settings, StoreError, follow, schema};

/// How long to wait for a connection to a file.
const ACQUIRE_FILE: Duration = Duration::from_secs(30);

/// And to a server: one try, short enough that another finds the server back soon after a restart.
const ACQUIRE_SERVER: Duration = Duration::from_secs(2);

static DRIVERS: Once = Once::new();

impl Store {
    /// Opens a store with the settings' defaults.
    ///
    /// The address is `memory:`, `sqlite:PATH` or `postgres://…`. What is not there is made; what is older is migrated,
    /// under a lock. Must be called inside a tokio runtime, which the store's tasks then live in.
    ///
    /// # Errors
    ///
    /// [`StoreError::NewerSchema`] for a store that a newer program has written; it is left as it was.
    ///
    /// # Examples
    ///
    /// ```
    /// # #[tokio::main(flavor = "current_thread")]
    /// # async fn main() -> Result<(), airbridge_store::StoreError> {
    /// use airbridge_store::{Commit, Seq, Store};
    ///
    /// let store = Store::open("memory:").await?;
    /// store.commit(Commit::at(jiff::Timestamp::UNIX_EPOCH)).await?;
    /// assert_eq!(store.head().await?, Seq::START);
    /// # Ok(())
    /// # }
    /// ```
    pub async fn open(address: &str) -> Result<Self, StoreError> {
        Self::open_with(address, Settings::default()).await
    }

    /// Opens a store.
    ///
    /// # Errors
    ///
    /// As [`Store::open`].
    pub async fn open_with(address: &str, settings: Settings) -> Result<Self, StoreError> {
        DRIVERS.call_once(sqlx::any::install_default_drivers);
        let address = Address::parse(address)?;
        let dialect = match address {
            Address::Memory | Address::Sqlite(_) => Dialect::Sqlite,
            Address::Postgres(_) => Dialect::Postgres,
        };
        let context = Arc::new(Context {
            dialect,
            signing_key: settings.signing_key.as_ref().map(|key| SigningKey::from_bytes(&key.0)),
            head_every: settings.head_every,
        });
        let (pool, writer) = match address {
            Address::Memory => {
                // A database in memory lives as long as its only connection.
                let pool = pool(&address, dialect, &settings, 1).await?;
                schema::migrate(&pool, dialect).await?;
                let writer = GroupWriter::start(pool.clone(), Arc::clone(&context));
                (pool, Writer::Group(writer))
            }
            Address::Sqlite(_) => {
                let writing = pool(&address, dialect, &settings, 1).await?;
                schema::migrate(&writing, dialect).await?;
                let reading = pool(&address, dialect, &settings, settings.connections).await?;
                (
                    reading,
                    Writer::Group(GroupWriter::start(writing, Arc::clone(&context))),
                )
            }
            Address::Postgres(_) => {
                let pool = pool(&address, dialect, &settings, settings.connections).await?;
                schema::migrate(&pool, dialect).await?;
                let writer = ServerWriter {
                    pool: pool.clone(),
                    context: Arc::clone(&context),
                    patience: settings.patience,
                };
                (pool, Writer::Server(writer))
            }
        };
        let found = events::head(&mut *pool.acquire().await?).await?.0;
        let head = watch::Sender::new(found);
        let follower = follow(&address, &pool, &head, settings.poll);
        Ok(Self {
            inner: Arc::new(Inner {
                address,
                pool,
                writer,
                context,
                head,
                follower,
            }),
        })
    }
}

fn follow(
    address: &Address,
    pool: &AnyPool,
    head: &watch::Sender<Seq>,
    poll: Duration,
) -> Option<tokio::task::AbortHandle> {
    let task = match address {
        // Nobody else can write there.
        Address::Memory => return None,
        Address::Sqlite(_) => tokio::spawn(follow::poll(pool.clone(), head.clone(), poll)),
        // The notification is quick; the net may be wide.
        Address::Postgres(url) => tokio::spawn(follow::listen(url.clone(), pool.clone(), head.clone(), poll * 10)),
    };
    Some(task.abort_handle())
}

async fn pool(
    address: &Address,
    dialect: Dialect,
    settings: &Settings,
    connections: u32,
) -> Result<AnyPool, StoreError> {
    // A database in memory ends with its connection, and so must never run full.
    let limit = settings.size_limit_bytes.filter(|_| *address != Address::Memory);
    let first = dialect.on_connect(limit);
    let options = AnyPoolOptions::new()
        .max_connections(connections)
        .acquire_timeout(match dialect {
            Dialect::Sqlite => ACQUIRE_FILE,
            Dialect::Postgres => ACQUIRE_SERVER,
        })
        .after_connect(move |conn, _| {
            let first = AssertSqlSafe(first.clone());
            Box::pin(async move {
                sqlx::raw_sql(first).execute(conn).await?;
                Ok(())
            })
        });
    let options = if *address == Address::Memory {
        options.min_connections(1).idle_timeout(None).max_lifetime(None)
    } else {
        options
    };
    Ok(options.connect(&address.for_driver()).await?)
}
