//! What a caller may set when opening a store.

use std::time::Duration;

/// How a store is opened.
#[derive(Clone, Debug)]
pub struct Settings {
    /// Signs the heads of the audit log. Without it none are kept.
    pub signing_key: Option<SecretKey>,
    /// A head is signed and kept at every so many audit entries.
    pub head_every: u64,
    /// How often to look whether another process has appended: for SQLite the only means, for PostgreSQL a net.
    pub poll: Duration,
    /// How long to wait for a PostgreSQL server that restarts.
    pub patience: Duration,
    /// A SQLite file grows no further than this; then [`StoreError::Full`](crate::StoreError::Full).
    pub size_limit_bytes: Option<u64>,
    /// Connections for reading (SQLite), for everything (PostgreSQL).
    pub connections: u32,
}

impl Default for Settings {
    fn default() -> Self {
        Self {
            signing_key: None,
            head_every: 100,
            poll: Duration::from_millis(200),
            patience: Duration::from_secs(20),
            size_limit_bytes: None,
            connections: 8,
        }
    }
}

/// The 32 secret bytes of an Ed25519 key. `Debug` does not print them.
#[derive(Clone)]
pub struct SecretKey(pub [u8; 32]);

impl SecretKey {
    /// The key to verify with.
    pub fn public_key(&self) -> [u8; 32] {
        ed25519_dalek::SigningKey::from_bytes(&self.0)
            .verifying_key()
            .to_bytes()
    }
}

impl std::fmt::Debug for SecretKey {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.write_str("SecretKey(..)")
    }
}
