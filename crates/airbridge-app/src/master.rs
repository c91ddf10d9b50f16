//! The vault's master key: what lies in the vault and must be read again by the server alone is sealed under it.
//!
//! The key is a file beside the store and never in it: whoever takes the store, or a backup, has none of what is sealed here. Servers that share a store
//! share the key; one with another key is refused when it starts.

use airbridge_store::{Commit, VaultChange, VaultEntry};
use chacha20poly1305::aead::{Aead, Payload};
use chacha20poly1305::{KeyInit, XChaCha20Poly1305, XNonce};

use crate::app::App;
use crate::clock::Outside;
use crate::error::Error;
use crate::settle::MACHINE;

/// The length of a nonce in front of the sealed text.
const NONCE: usize = 24;

/// Where the vault keeps what shows whether a key is the right one.
const PROOF: &str = "master-key";

/// The 32 bytes of the key. `Debug` does not print them.
#[derive(Clone)]
pub struct MasterKey(pub [u8; 32]);

impl std::fmt::Debug for MasterKey {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.write_str("MasterKey(..)")
    }
}

impl MasterKey {
    /// Seals for the vault, bound to the place where it lies and to a key of its own: who destroys that has erased it.
    pub(crate) fn put(&self, place: &str, text: &[u8], outside: &dyn Outside) -> VaultChange {
        let own = outside.random();
        VaultChange::Put {
            person: place.to_owned(),
            sealed: self.seal(&own, place, text, outside),
            key: own,
        }
    }

    /// Opens what lies in a place of the vault; `None` where it was sealed otherwise, or for another place.
    pub(crate) fn get(&self, place: &str, entry: &VaultEntry) -> Option<Vec<u8>> {
        self.open(&entry.key, place, &entry.sealed)
    }

    /// Seals what somebody else keeps for a while, such as a browser.
    pub(crate) fn seal_loose(&self, purpose: &str, text: &[u8], outside: &dyn Outside) -> Vec<u8> {
        self.seal(&[0; 32], purpose, text, outside)
    }

    /// Opens what somebody else has kept.
    pub(crate) fn open_loose(&self, purpose: &str, sealed: &[u8]) -> Option<Vec<u8>> {
        self.open(&[0; 32], purpose, sealed)
    }

    fn seal(&self, own: &[u8; 32], place: &str, text: &[u8], outside: &dyn Outside) -> Vec<u8> {
        let random = outside.random();
        let nonce = XNonce::try_from(&random[..NONCE]).expect("24 bytes");
        let aad = place.as_bytes();
        let sealed = self.cipher(own).encrypt(&nonce, Payload { msg: text, aad });
        [nonce.as_slice(), &sealed.expect("it is short")].concat()
    }

    fn open(&self, own: &[u8; 32], place: &str, sealed: &[u8]) -> Option<Vec<u8>> {
        let (nonce, sealed) = sealed.split_at_checked(NONCE)?;
        let nonce = XNonce::try_from(nonce).ok()?;
        let aad = place.as_bytes();
        self.cipher(own).decrypt(&nonce, Payload { msg: sealed, aad }).ok()
    }

    /// Both keys are needed. They have a fixed length each, so that no two pairs give the same bytes.
    fn cipher(&self, own: &[u8; 32]) -> XChaCha20Poly1305 {
        let key = crate::digest(&[b"airbridge-vault-1".as_slice(), &self.0, own].concat());
        XChaCha20Poly1305::new((&key).into())
    }
}

impl App {
    /// The master key, where this process has one.
    pub(crate) fn master(&self) -> Result<&MasterKey, Error> {
        let master = self.inner.settings.master.as_ref();
        master.ok_or(Error::NotConfigured(
            "the server was started without the vault's master key",
        ))
    }

    /// Takes leave of a master key that is lost: forgets all second factors, and lets the next server that starts bring another key. Answers how many there
    /// were.
    ///
    /// # Errors
    ///
    /// The store does not answer, or the reason is missing.
    pub async fn forget_master(&self, reason: &str) -> Result<usize, Error> {
        let with = |record: &airbridge_events::Record| {
            let accounts = record.accounts.iter();
            let with = accounts.filter(|(_, account)| account.proofs.second_factor.is_some());
            with.map(|(id, _)| id.clone()).collect::<Vec<_>>()
        };
        let all = self.see(with);
        for id in &all {
            self.reset_second_factor(id, reason).await?;
        }
        let audit = crate::who::entry(None, MACHINE, "master-key", "", reason, "done, forgotten", self.now());
        let commit = Commit {
            vault: vec![VaultChange::Erase {
                person: PROOF.to_owned(),
            }],
            audit: vec![audit],
            ..Commit::at(self.now())
        };
        self.store().commit(commit).await?;
        Ok(all.len())
    }

    /// Refuses a master key that is another than the store's; the first one becomes the store's.
    pub(crate) async fn prove_master(&self) -> Result<(), Error> {
        let Some(master) = &self.inner.settings.master else {
            return Ok(());
        };
        if let Some(entry) = self.store().vault_get(PROOF).await? {
            return match master.get(PROOF, &entry) {
                Some(_) => Ok(()),
                None => Err(Error::OtherMasterKey),
            };
        }
        let commit = Commit {
            vault: vec![master.put(PROOF, PROOF.as_bytes(), &*self.inner.outside)],
            ..Commit::at(self.now())
        };
        self.store().commit(commit).await?;
        Ok(())
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::clock::Scripted;

    #[test]
    fn sealed_opens_by_both_keys_and_in_its_place_only() {
        let outside = Scripted::at(jiff::Timestamp::UNIX_EPOCH);
        let master = MasterKey([7; 32]);
        let VaultChange::Put { sealed, key, .. } = master.put("account/a", b"synthetic secret", &outside) else {
            unreachable!("it puts")
        };
        assert!(!sealed.windows(9).any(|window| window == b"synthetic"));
        let entry = VaultEntry { sealed, key };
        assert_eq!(
            master.get("account/a", &entry).as_deref(),
            Some(&b"synthetic secret"[..])
        );
        assert_eq!(master.get("account/b", &entry), None);
        assert_eq!(MasterKey([8; 32]).get("account/a", &entry), None);
        let other = VaultEntry {
            key: [0; 32],
            ..entry.clone()
        };
        assert_eq!(master.get("account/a", &other), None);
        let short = VaultEntry {
            sealed: entry.sealed[..20].to_vec(),
            ..entry
        };
        assert_eq!(master.get("account/a", &short), None);
        assert_eq!(format!("{master:?}"), "MasterKey(..)");
    }
}
