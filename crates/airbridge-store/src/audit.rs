//! The audit log: who looked at what, who did what, on whose behalf. Entries are chained by hashes, and signed heads
//! of the chain can be kept elsewhere, so that no later hand can change, remove or cut anything unseen.

use std::fmt;
use std::str::FromStr;

use ed25519_dalek::{Signature, Signer as _, SigningKey, VerifyingKey};
use jiff::Timestamp;

use crate::canonical::{Hasher, instant};
use crate::{Seq, StoreError};

/// An entry to be written.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct AuditDraft {
    /// When.
    pub at: Timestamp,
    /// Who.
    pub actor: String,
    /// For which organisation.
    pub organisation: String,
    /// In which role.
    pub role: String,
    /// Did what.
    pub act: String,
    /// To whom or what.
    pub subject: String,
    /// Why.
    pub purpose: String,
    /// With what outcome.
    pub outcome: String,
}

impl AuditDraft {
    /// The hash of this entry behind another one.
    pub(crate) fn hash(&self, number: u64, previous: &[u8; 32]) -> [u8; 32] {
        let mut hasher = Hasher::default();
        hasher.bytes(previous).number(number as i64).number(instant(self.at));
        for text in self.texts() {
            hasher.text(text);
        }
        hasher.finish()
    }

    pub(crate) fn texts(&self) -> [&str; 7] {
        [
            &self.actor,
            &self.organisation,
            &self.role,
            &self.act,
            &self.subject,
            &self.purpose,
            &self.outcome,
        ]
    }
}

/// An entry of the audit log.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct AuditEntry {
    /// Its number: 1 for the first, without gaps.
    pub number: u64,
    /// What was written.
    pub draft: AuditDraft,
    /// The hash of the entry before; zeros before the first.
    pub previous: [u8; 32],
    /// SHA-256 over `previous`, the number and the entry.
    pub hash: [u8; 32],
}

/// The last entry of the audit log.
#[derive(Clone, Copy, PartialEq, Eq, Debug, Default)]
pub struct AuditHead {
    /// Its number; 0 if there is none.
    pub number: u64,
    /// Its hash; zeros if there is none.
    pub hash: [u8; 32],
}

/// A signed statement that audit log and event log had come so far. Kept in the store and, better, elsewhere too:
/// it prints as one line and is read back from it.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub struct SignedHead {
    /// The last audit entry.
    pub audit: AuditHead,
    /// The last event; [`Seq::START`] if there was none.
    pub log_seq: Seq,
    /// Its hash; zeros if there was none.
    pub log_hash: [u8; 32],
    /// When it was signed, to the microsecond.
    pub at: Timestamp,
    /// Ed25519, over all of the above.
    pub signature: [u8; 64],
}

impl SignedHead {
    pub(crate) fn sign(
        key: &SigningKey,
        audit: AuditHead,
        (log_seq, log_hash): (Seq, [u8; 32]),
        at: Timestamp,
    ) -> Result<Self, StoreError> {
        let at = crate::canonical::read_instant(instant(at), "audit_heads", "new")?;
        let mut head = Self {
            audit,
            log_seq,
            log_hash,
            at,
            signature: [0; 64],
        };
        head.signature = key.sign(&head.message()).to_bytes();
        Ok(head)
    }

    /// Whether the holder of the key signed this.
    pub fn is_signed_by(&self, public_key: &[u8; 32]) -> bool {
        VerifyingKey::from_bytes(public_key).is_ok_and(|key| {
            key.verify_strict(&self.message(), &Signature::from_bytes(&self.signature))
                .is_ok()
        })
    }

    fn message(&self) -> Vec<u8> {
        let mut message = b"airbridge-head-1".to_vec();
        message.extend(self.audit.number.to_be_bytes());
        message.extend(self.audit.hash);
        message.extend(self.log_seq.0.to_be_bytes());
        message.extend(self.log_hash);
        message.extend(instant(self.at).to_be_bytes());
        message
    }
}

impl fmt::Display for SignedHead {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(
            f,
            "airbridge-head-1 {} {} {} {} {} {}",
            self.audit.number,
            hex::encode(self.audit.hash),
            self.log_seq,
            hex::encode(self.log_hash),
            self.at,
            hex::encode(self.signature)
        )
    }
}

/// The line is not a signed head.
#[derive(Clone, Copy, PartialEq, Eq, Debug, thiserror::Error)]
#[error("not a signed head")]
pub struct NotAHead;

impl FromStr for SignedHead {
    type Err = NotAHead;

    fn from_str(line: &str) -> Result<Self, NotAHead> {
        fn bytes<const N: usize>(text: &str) -> Result<[u8; N], NotAHead> {
            let mut out = [0; N];
            hex::decode_to_slice(text, &mut out).map_err(|_| NotAHead)?;
            Ok(out)
        }
        let parts: Vec<_> = line.split_whitespace().collect();
        let ["airbridge-head-1", number, hash, log_seq, log_hash, at, signature] = parts[..] else {
            return Err(NotAHead);
        };
        Ok(Self {
            audit: AuditHead {
                number: number.parse().map_err(|_| NotAHead)?,
                hash: bytes(hash)?,
            },
            log_seq: Seq(log_seq.parse().map_err(|_| NotAHead)?),
            log_hash: bytes(log_hash)?,
            at: at.parse().map_err(|_| NotAHead)?,
            signature: bytes(signature)?,
        })
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_head_survives_its_line_and_a_changed_one_is_unsigned() {
        let key = SigningKey::from_bytes(&[7; 32]);
        let audit = AuditHead {
            number: 12,
            hash: [1; 32],
        };
        let at = Timestamp::from_microsecond(1_700_000_000_123_456).expect("in range");
        let head = SignedHead::sign(&key, audit, (Seq(4), [2; 32]), at).expect("in range");
        assert_eq!(head.to_string().parse(), Ok(head));
        let public = key.verifying_key().to_bytes();
        assert!(head.is_signed_by(&public));
        let mut shorter = head;
        shorter.audit.number = 11;
        assert!(!shorter.is_signed_by(&public));
    }
}
