//! The vault: identities apart from the record. The caller seals; the store keeps the sealed bytes in one table and
//! each person's key in another, and can forget both.

/// A change of the vault, as part of a commit.
#[derive(Clone, PartialEq, Eq)]
pub enum VaultChange {
    /// Keep, or replace.
    Put {
        /// The person's id.
        person: String,
        /// The identity, sealed under `key`.
        sealed: Vec<u8>,
        /// The person's key.
        key: [u8; 32],
    },
    /// Forget key and sealed bytes.
    Erase {
        /// The person's id.
        person: String,
    },
}

/// What the vault keeps of a person.
#[derive(Clone, PartialEq, Eq)]
pub struct VaultEntry {
    /// The identity, sealed under `key`.
    pub sealed: Vec<u8>,
    /// The person's key.
    pub key: [u8; 32],
}

// Neither keys nor sealed bytes belong in logs.
impl std::fmt::Debug for VaultChange {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        match self {
            Self::Put { person, .. } => f.debug_struct("Put").field("person", person).finish_non_exhaustive(),
            Self::Erase { person } => f.debug_struct("Erase").field("person", person).finish(),
        }
    }
}

impl std::fmt::Debug for VaultEntry {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.debug_struct("VaultEntry").finish_non_exhaustive()
    }
}
