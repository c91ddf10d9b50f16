//! Audit log, vault and blobs.

use jiff::Timestamp;

use super::Store;
use crate::tables::{audit, blobs, vault};
use crate::write::{Write, Written};
use crate::{AuditEntry, AuditHead, ChainVerdict, SignedHead, StoreError, VaultEntry, verify};

impl Store {
    /// Up to `limit` audit entries behind number `after`.
    ///
    /// # Errors
    ///
    /// If the store cannot be read.
    pub async fn audit(&self, after: u64, limit: u32) -> Result<Vec<AuditEntry>, StoreError> {
        audit::read(&mut *self.reader().await?, after, limit).await
    }

    /// The last audit entry.
    ///
    /// # Errors
    ///
    /// If the store cannot be read.
    pub async fn audit_head(&self) -> Result<AuditHead, StoreError> {
        audit::head(&mut *self.reader().await?).await
    }

    /// Signs and keeps the present heads of audit log and event log; the answer is to be kept elsewhere too.
    ///
    /// # Errors
    ///
    /// [`StoreError::NoSigningKey`] if the store was opened without one.
    pub async fn sign_audit_head(&self, at: Timestamp) -> Result<SignedHead, StoreError> {
        let Written::Head(head) = self.write(Write::SignHead { at }).await? else {
            unreachable!("signing is answered with a head")
        };
        Ok(head)
    }

    /// The signed heads that the store keeps itself.
    ///
    /// # Errors
    ///
    /// If the store cannot be read.
    pub async fn audit_heads(&self) -> Result<Vec<SignedHead>, StoreError> {
        audit::heads(&mut *self.reader().await?).await
    }

    /// Whether the last signed head, if there is one, bears the signature of the key that the store was opened with. Another means that some process
    /// signs with a key of its own, and that no verification with one key will hold.
    ///
    /// # Errors
    ///
    /// If the store cannot be read.
    pub async fn signs_as_before(&self) -> Result<bool, StoreError> {
        let last = audit::last_head(&mut *self.reader().await?).await?;
        Ok(match (last, self.public_key()) {
            (Some(head), Some(key)) => head.is_signed_by(&key),
            _ => true,
        })
    }

    /// Computes the audit log's chain anew and compares it with the heads that the store keeps and with those given.
    /// Signatures are checked if the store was opened with the signing key; else given heads are taken at their word.
    ///
    /// # Errors
    ///
    /// If the store cannot be read. What was tampered with is in the verdict.
    pub async fn verify_audit(&self, heads: &[SignedHead]) -> Result<ChainVerdict, StoreError> {
        verify::audit_log(&mut *self.snapshot().await?, heads, self.public_key().as_ref()).await
    }

    /// The same for the log of events.
    ///
    /// # Errors
    ///
    /// If the store cannot be read. What was tampered with is in the verdict.
    pub async fn verify_log(&self, heads: &[SignedHead]) -> Result<ChainVerdict, StoreError> {
        verify::event_log(&mut *self.snapshot().await?, heads, self.public_key().as_ref()).await
    }

    fn public_key(&self) -> Option<[u8; 32]> {
        let key = self.inner.context.signing_key.as_ref()?;
        Some(key.verifying_key().to_bytes())
    }

    /// What the vault keeps of a person; `None` if nothing, or no more.
    ///
    /// # Errors
    ///
    /// If the store cannot be read.
    pub async fn vault_get(&self, person: &str) -> Result<Option<VaultEntry>, StoreError> {
        vault::get(&mut *self.reader().await?, person).await
    }

    /// Keeps bytes; answers with the hexadecimal SHA-256 that names them.
    ///
    /// # Errors
    ///
    /// If the store cannot be written.
    pub async fn put_blob(&self, bytes: Vec<u8>) -> Result<String, StoreError> {
        let Written::BlobName(name) = self.write(Write::PutBlob(bytes)).await? else {
            unreachable!("a blob is answered with its name")
        };
        Ok(name)
    }

    /// The bytes of that name.
    ///
    /// # Errors
    ///
    /// [`StoreError::Damaged`] if they no longer fit it.
    pub async fn blob(&self, hash: &str) -> Result<Option<Vec<u8>>, StoreError> {
        blobs::get(&mut *self.reader().await?, hash).await
    }
}
