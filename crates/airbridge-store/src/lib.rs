//! The store: an append-only log of events that several people and several processes write to, and small tables beside
//! it (idempotency keys, audit log, vault, sessions, jobs, blobs), in memory, in one SQLite file, or in PostgreSQL.
//!
//! It knows nothing of medicine or aviation: payloads are JSON that it never looks into. It reads no clock: instants
//! come in with each call. It encrypts nothing: what goes into the vault is sealed already.
//!
//! What holds on every backend: a [`Commit`] happens as a whole or not at all; when [`Store::commit`] has answered, it
//! is synced; events are numbered without gaps in the order in which they were committed; a chain of hashes runs through
//! events and audit entries. See `docs/decisions/0014-the-log-and-its-stores.md`.

mod address;
mod audit;
mod canonical;
mod commit;
mod copy;
mod dialect;
mod error;
mod event;
mod follow;
mod group;
mod job;
mod number;
mod schema;
mod server;
mod session;
mod settings;
mod store;
mod tables;
mod vault;
mod verify;
mod write;

pub use audit::{AuditDraft, AuditEntry, AuditHead, NotAHead, SignedHead};
pub use commit::{Aside, Commit, Committed, Guard, Once, Receipt};
pub use error::StoreError;
pub use event::{Append, Expected, NewEvent, StoredEvent};
pub use job::{Cancellation, Job, JobFilter, JobQueue, JobRow, JobState, JobStateName, Lease, Outcome};
pub use number::{Seq, Version};
pub use session::{SessionKind, SessionRow};
pub use settings::{SecretKey, Settings};
pub use store::Store;
pub use vault::{VaultChange, VaultEntry};
pub use verify::{ChainFault, ChainVerdict};

use dialect::Dialect;
