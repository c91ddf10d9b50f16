//! Identities of patients, apart from the pseudonymous record.
//!
//! Each is sealed under a key of its own; who destroys the key has erased the identity, from copies of the sealed text too.

use airbridge_store::{VaultChange, VaultEntry};
use chacha20poly1305::aead::Aead;
use chacha20poly1305::{KeyInit, XChaCha20Poly1305, XNonce};
use serde::{Deserialize, Serialize};
use std::collections::BTreeMap;
use std::fmt;

use crate::clock::Outside;
use crate::error::Error;

/// What identifies a person, by the name of the field. Neither `Debug` nor logs show it.
#[derive(Clone, PartialEq, Eq, Default, Serialize, Deserialize)]
#[serde(transparent)]
pub struct Identity(pub BTreeMap<String, String>);

/// The fields of an identity: who the person is, and whom to tell.
pub const IDENTITY_FIELDS: [&str; 6] = [
    "family_name",
    "given_name",
    "date_of_birth",
    "document",
    "nationality",
    "contact",
];

impl fmt::Debug for Identity {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("Identity(..)")
    }
}

/// The length of a nonce in front of the sealed text.
const NONCE: usize = 24;

/// Seals under a person's key; each time with a fresh nonce.
pub(crate) fn seal(person: &str, identity: &Identity, key: [u8; 32], outside: &dyn Outside) -> VaultChange {
    let random = outside.random();
    let nonce = XNonce::try_from(&random[..NONCE]).expect("24 bytes");
    let text = serde_json::to_vec(identity).expect("texts are JSON");
    let cipher = XChaCha20Poly1305::new((&key).into());
    let sealed = cipher.encrypt(&nonce, &text[..]).expect("it is short");
    VaultChange::Put {
        person: person.to_owned(),
        sealed: [nonce.as_slice(), &sealed].concat(),
        key,
    }
}

/// Opens what was sealed.
pub(crate) fn open(entry: &VaultEntry) -> Result<Identity, Error> {
    let broken = || Error::Bug("a sealed identity cannot be opened".to_owned());
    let (nonce, sealed) = entry.sealed.split_at_checked(NONCE).ok_or_else(broken)?;
    let nonce = XNonce::try_from(nonce).map_err(|_| broken())?;
    let cipher = XChaCha20Poly1305::new((&entry.key).into());
    let text = cipher.decrypt(&nonce, sealed).map_err(|_| broken())?;
    serde_json::from_slice(&text).map_err(|_| broken())
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::clock::Scripted;

    #[test]
    fn sealed_is_not_readable_and_opens_again() {
        let outside = Scripted::at(jiff::Timestamp::UNIX_EPOCH);
        let identity = Identity(BTreeMap::from([("family_name".to_owned(), "Synthetic".to_owned())]));
        let VaultChange::Put { sealed, key, .. } = seal("r", &identity, [7; 32], &outside) else {
            unreachable!("it puts")
        };
        assert!(!String::from_utf8_lossy(&sealed).contains("Synthetic"));
        let entry = VaultEntry { sealed, key };
        assert_eq!(open(&entry).expect("its key").0, identity.0);
        let mut other = entry.clone();
        other.key[0] ^= 1;
        assert!(open(&other).is_err());
        assert!(!format!("{identity:?}").contains("Synthetic"));
    }
}
