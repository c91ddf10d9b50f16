//! The application: one store, the record as it is now, the clock, the table of roles.

use std::sync::Arc;

use airbridge_disclosure::Table;
use airbridge_events::Record;
use airbridge_store::{AuditDraft, Commit, Once, Store, StoreError, VaultChange};
use jiff::Timestamp;
use tokio::sync::Semaphore;

use crate::aggregates::Today;
use crate::clock::Outside;
use crate::error::Error;
use crate::live::{Live, as_of};
use crate::master::MasterKey;
use crate::moved::Moved;
use crate::network::Read;
use crate::sign_on::SignOn;
use crate::throttle::Throttle;
use crate::waiting::Waiting;

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
    pub(crate) today: Today,
    pub(crate) hashing: Semaphore,
    pub(crate) settings: AppSettings,
    pub(crate) waiting: Waiting,
    pub(crate) networks: Read,
    pub(crate) moved: Moved,
}

/// What whoever runs the server gives to the application.
#[derive(Clone, Default)]
pub struct AppSettings {
    /// Seals what the vault keeps for the server itself; without it there are no second factors.
    pub master: Option<MasterKey>,
    /// Whose word is taken for who somebody is; without one there are passwords only.
    pub sign_on: Option<Arc<dyn SignOn>>,
}

impl std::fmt::Debug for AppSettings {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.debug_struct("AppSettings").finish_non_exhaustive()
    }
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
        Self::open_with(store, outside, AppSettings::default()).await
    }

    /// Opens the record with what a server has beside it.
    ///
    /// # Errors
    ///
    /// As [`App::open`]; and the master key is not the store's.
    ///
    /// # Panics
    ///
    /// As [`App::open`].
    pub async fn open_with(store: Store, outside: Box<dyn Outside>, settings: AppSettings) -> Result<Self, Error> {
        let app = Self {
            inner: Arc::new(Inner {
                live: Live::open(&store).await?,
                store,
                outside,
                table: Table::load().expect("the built-in table is sound"),
                throttle: Throttle::default(),
                today: Today::default(),
                hashing: Semaphore::new(HASHED_AT_ONCE),
                settings,
                waiting: Waiting::default(),
                networks: Read::default(),
                moved: Moved::default(),
            }),
        };
        app.prove_master().await?;
        Ok(app)
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

    /// What keeps the numbers of anonymous needs from being counted back to requests: the same for all servers of a store, and after each start.
    ///
    /// # Errors
    ///
    /// When the store does not answer.
    pub async fn secret_of_needs(&self) -> Result<String, Error> {
        const NAME: &str = "secret/needs";
        loop {
            if let Some(entry) = self.inner.store.vault_get(NAME).await? {
                return Ok(String::from_utf8_lossy(&entry.sealed).into_owned());
            }
            // Whoever is first to ask makes it: of several at once, the key lets one.
            let put = VaultChange::Put {
                person: NAME.to_owned(),
                sealed: self.random_text().into_bytes(),
                key: [0; 32],
            };
            let once = Once {
                actor: "server".to_owned(),
                key: NAME.to_owned(),
                digest: [0; 32],
                answer: serde_json::Value::Null,
            };
            let commit = Commit {
                vault: vec![put],
                once: Some(once),
                ..Commit::at(self.now())
            };
            self.inner.store.commit(commit).await?;
        }
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

    /// Whether the server can be asked: the store answers, and the record is what the log says.
    ///
    /// # Errors
    ///
    /// It is not.
    pub async fn ready(&self) -> Result<(), Error> {
        self.inner.store.ready().await?;
        self.catch_up().await
    }

    /// Records that something was looked at, refused, or tried. Where the store takes nothing, reading goes on for a while, and what is to be recorded
    /// waits.
    pub(crate) async fn audit(&self, entries: Vec<AuditDraft>) -> Result<(), Error> {
        let mut all = self.inner.waiting.take();
        let old = all.len();
        all.extend(entries);
        if all.is_empty() {
            return Ok(());
        }
        let commit = Commit {
            audit: all.clone(),
            ..Commit::at(self.now())
        };
        let Err(error) = self.inner.store.commit(commit).await else {
            return Ok(());
        };
        let fits = self.inner.waiting.keep(all, old);
        match error {
            StoreError::Full(_) | StoreError::Unavailable(_) if fits => Ok(()),
            error => Err(error.into()),
        }
    }

    /// Has the store take the entries of the audit that wait for it; whether it has.
    pub async fn flush_audit(&self) -> bool {
        self.audit(Vec::new()).await.is_ok() && self.audit_waiting() == 0
    }

    /// Entries of the audit that the store could not take yet.
    pub fn audit_waiting(&self) -> usize {
        self.inner.waiting.count()
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
