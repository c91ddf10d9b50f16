//! The application: one store, the record as it is now, the clock, the table of roles.

use std::sync::Arc;

use airbridge_disclosure::Table;
use airbridge_events::Record;
use airbridge_store::{AuditDraft, Commit, Store};
use jiff::Timestamp;
use tokio::sync::Semaphore;

use crate::clock::Outside;
use crate::error::Error;
use crate::live::{Live, as_of};
use crate::password::Throttle;

/// Passwords that are hashed at once: each takes 19 MiB.
const HASHED_AT_ONCE: usize = 2;

/// Use cases over one store. Cheap to clone.
#[derive(Clone)]
pub struct App {
    pub(crate) inner: Arc<Inner>,
}

pub(crate) struct Inner {
    pub(crate) store: Store,
    pub(crate) live: Live,
    pub(crate) outside: Box<dyn Outside>,
    pub(crate) table: Table,
    pub(crate) throttle: Throttle,
    pub(crate) hashing: Semaphore,
}

impl std::fmt::Debug for App {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.debug_struct("App").finish_non_exhaustive()
    }
}

impl App {
    /// Opens the record of a store: reads the whole log.
    ///
    /// # Errors
    ///
    /// When the store does not answer, or its log cannot be read.
    ///
    /// # Panics
    ///
    /// When the table of roles that is built in is not sound; a test proves that it is.
    pub async fn open(store: Store, outside: Box<dyn Outside>) -> Result<Self, Error> {
        Ok(Self {
            inner: Arc::new(Inner {
                live: Live::open(&store).await?,
                store,
                outside,
                table: Table::load().expect("the built-in table is sound"),
                throttle: Throttle::default(),
                hashing: Semaphore::new(HASHED_AT_ONCE),
            }),
        })
    }

    /// The store below.
    pub fn store(&self) -> &Store {
        &self.inner.store
    }

    /// Now.
    pub fn now(&self) -> Timestamp {
        self.inner.outside.now()
    }

    /// Text of 256 random bits.
    pub fn random_text(&self) -> String {
        hex(&self.inner.outside.random())
    }

    /// Takes in what others have written.
    ///
    /// # Errors
    ///
    /// When the store does not answer, or its log cannot be read.
    pub async fn catch_up(&self) -> Result<(), Error> {
        self.inner.live.catch_up(&self.inner.store).await
    }

    /// The record as it was after the event of a number, from the log alone; as it is now where the log is shorter.
    ///
    /// # Errors
    ///
    /// The store does not answer.
    pub async fn as_of(&self, seq: u64) -> Result<Record, Error> {
        as_of(self.store(), seq).await
    }

    /// Looks at the record, at what is known by now. Who may see what is not asked here.
    pub fn see<T>(&self, look: impl FnOnce(&Record) -> T) -> T {
        self.inner.live.see(look)
    }

    /// Records that something was looked at, refused, or tried.
    pub(crate) async fn audit(&self, entries: Vec<AuditDraft>) -> Result<(), Error> {
        if entries.is_empty() {
            return Ok(());
        }
        let commit = Commit {
            audit: entries,
            ..Commit::at(self.now())
        };
        self.inner.store.commit(commit).await?;
        Ok(())
    }
}

/// Bytes as hexadecimal digits.
pub fn hex(bytes: &[u8]) -> String {
    use std::fmt::Write as _;
    bytes
        .iter()
        .fold(String::with_capacity(bytes.len() * 2), |mut text, byte| {
            let _ = write!(text, "{byte:02x}");
            text
        })
}
