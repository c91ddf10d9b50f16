//! The second factor: codes that an app on a telephone shows (TOTP, RFC 6238), and recovery codes on paper for when it is lost.
//!
//! The secret lies in the vault, sealed under the master key. That there is one, and which recovery codes were used, is in the record. A code is taken
//! once: its step is kept as a key under which something is done once, so that no second server takes it again.

use airbridge_events::{AccountCommand, AccountId, Command, ProofCommand, SecondFactor};
use jiff::{SignedDuration, Timestamp};
use serde::{Deserialize, Serialize};
use totp_rs::{Builder, Totp};

use crate::app::App;
use crate::credentials::{oneself, own_entry, spent};
use crate::error::Error;
use crate::settle::{Along, Settled};
use crate::who::Who;

/// Bytes of a secret: as long as the hash that RFC 4226 builds on.
const SECRET: usize = 20;

/// Recovery codes that are given at once.
const CODES: u32 = 10;

/// So long a secret waits for its first code.
const PENDING: SignedDuration = SignedDuration::from_mins(15);

/// The name under which apps list the codes.
const ISSUER: &str = "Airbridge";

/// What somebody types into their app, or scans.
#[derive(Clone, PartialEq, Eq)]
pub struct Enrolment {
    /// In base 32.
    pub secret: String,
    /// The same with what it is for, `otpauth://…`.
    pub uri: String,
}

impl std::fmt::Debug for Enrolment {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.write_str("Enrolment(..)")
    }
}

/// What the vault keeps.
#[derive(Serialize, Deserialize)]
struct Kept {
    secret: [u8; SECRET],
    /// SHA-256 of each recovery code: they are random, so nobody guesses them from it.
    recovery: Vec<[u8; 32]>,
    /// When the secret was made.
    at: Timestamp,
}

/// What was shown in place of a device.
pub(crate) enum Shown {
    /// A code of the app, of this step of 30 seconds.
    Step(u64),
    /// A recovery code.
    Recovery(u32),
}

fn place(id: &AccountId) -> String {
    format!("{}/second-factor", id.stream())
}

fn pending_place(id: &AccountId) -> String {
    format!("{}/second-factor-pending", id.stream())
}

/// SHA-1, six digits, 30 seconds: what every app knows. One step before and after, for clocks that differ.
fn totp(secret: [u8; SECRET], login: &str) -> Totp {
    // A colon would end the name in the address that apps scan.
    let login = login.replace(':', " ");
    Builder::new()
        .with_secret(secret.to_vec())
        .with_issuer(Some(ISSUER))
        .with_account_name(login)
        .build()
        .expect("20 bytes, and no colon")
}

/// A recovery code as it is compared: without the strokes and however its letters were typed.
fn recovery_digest(code: &str) -> [u8; 32] {
    let signs = code.chars().filter(char::is_ascii_alphanumeric);
    crate::digest(signs.collect::<String>().to_ascii_lowercase().as_bytes())
}

impl App {
    /// Begins to enrol a second factor, or another one: it counts once a code of it was shown.
    ///
    /// # Errors
    ///
    /// The password is wrong, or this server has no master key.
    pub async fn begin_second_factor(&self, who: &Who, password: &str) -> Result<Enrolment, Error> {
        let master = self.master()?;
        let id = who.account();
        self.prove_password(&id, password).await?;
        let account = self.see(|record| record.account(&id).cloned())?;
        let random = self.inner.outside.random();
        let secret: [u8; SECRET] = random[..SECRET].try_into().expect("20 of 32 bytes");
        let kept = Kept {
            secret,
            recovery: Vec::new(),
            at: self.now(),
        };
        let kept = serde_json::to_vec(&kept).expect("numbers are JSON");
        let along = Along {
            audit: own_entry(&id, &account, "self.second-factor", "begun", self.now()),
            vault: vec![master.put(&pending_place(&id), &kept, &*self.inner.outside)],
            once: None,
        };
        self.settle(&oneself(&id, &account, "password"), None, &along).await?;
        who.noted();
        let totp = totp(secret, &account.login);
        Ok(Enrolment {
            secret: totp.secret().to_base32(),
            uri: totp
                .to_url()
                .map_err(|_| Error::Bug("a secret has no address".to_owned()))?,
        })
    }

    /// Enrols the second factor that was begun; answers with recovery codes, which are shown this once.
    ///
    /// # Errors
    ///
    /// The code is none of it, or it was begun too long ago.
    pub async fn confirm_second_factor(&self, who: &Who, code: &str) -> Result<Vec<String>, Error> {
        let master = self.master()?;
        let id = who.account();
        let account = self.see(|record| record.account(&id).cloned())?;
        let now = self.now();
        let pending = self.sealed(&pending_place(&id)).await?;
        let pending = pending.filter(|kept| now.duration_since(kept.at) <= PENDING);
        let Some(pending) = pending else {
            return Err(Error::invalid(
                "no second factor was begun within the last 15 minutes",
                "/code",
            ));
        };
        let attempt = self.inner.throttle.begin(Some(&account.login), None, now)?;
        let Some(step) = totp(pending.secret, &account.login).check(code.trim(), seconds(now)) else {
            return Err(Error::invalid(
                "the code is not the one that the app should show now",
                "/code",
            ));
        };
        self.inner.throttle.right(attempt);
        let codes: Vec<String> = (0..CODES).map(|_| self.recovery_code()).collect();
        let kept = Kept {
            recovery: codes.iter().map(|code| recovery_digest(code)).collect(),
            at: now,
            ..pending
        };
        let kept = serde_json::to_vec(&kept).expect("numbers are JSON");
        let along = Along {
            audit: own_entry(&id, &account, "self.second-factor", "enrolled", now),
            vault: vec![
                master.put(&place(&id), &kept, &*self.inner.outside),
                spent(pending_place(&id)),
            ],
            once: Some(once(&id, step)),
        };
        let enrol = AccountCommand::Prove(ProofCommand::EnrolSecondFactor { codes: CODES });
        let command = Command::Account(id.clone(), enrol);
        match self
            .settle(&oneself(&id, &account, "code"), Some(&command), &along)
            .await?
        {
            Settled::Now => {
                who.noted();
                Ok(codes)
            }
            Settled::Before => Err(Error::invalid("the code was used already: wait for the next", "/code")),
        }
    }

    /// What a code is worth: which step or which recovery code. `None`: nothing.
    pub(crate) async fn shown(
        &self,
        id: &AccountId,
        login: &str,
        factor: &SecondFactor,
        code: &str,
    ) -> Result<Option<Shown>, Error> {
        self.master()?;
        let Some(kept) = self.sealed(&place(id)).await? else {
            return Ok(None);
        };
        if let Some(step) = totp(kept.secret, login).check(code.trim(), seconds(self.now())) {
            return Ok(Some(Shown::Step(step)));
        }
        let digest = recovery_digest(code);
        let number = kept.recovery.iter().position(|known| *known == digest);
        let number = number.and_then(|number| u32::try_from(number).ok());
        let unused = number.filter(|number| !factor.used.contains(number));
        Ok(unused.map(Shown::Recovery))
    }

    /// What the vault keeps in a place, sealed under the master key.
    async fn sealed(&self, place: &str) -> Result<Option<Kept>, Error> {
        let entry = self.store().vault_get(place).await?;
        let Some(entry) = entry.filter(|entry| !entry.sealed.is_empty()) else {
            return Ok(None);
        };
        let broken = || Error::Bug("what is sealed for a second factor cannot be opened".to_owned());
        let text = self.master()?.get(place, &entry).ok_or_else(broken)?;
        serde_json::from_slice(&text).map(Some).map_err(|_| broken())
    }

    /// Forgets the second factor of somebody who has lost it, as whoever runs the machine.
    ///
    /// # Errors
    ///
    /// There is none, or the reason is missing.
    pub async fn reset_second_factor(&self, id: &AccountId, reason: &str) -> Result<(), Error> {
        let reason = reason.to_owned();
        let reset = AccountCommand::Prove(ProofCommand::ResetSecondFactor { reason });
        self.by_machine(&Command::Account(id.clone(), reset), vec![Self::forgotten_factor(id)])
            .await
    }

    /// What is to be committed along with the end of a second factor.
    pub fn forgotten_factor(id: &AccountId) -> airbridge_store::VaultChange {
        airbridge_store::VaultChange::Erase { person: place(id) }
    }

    /// 80 random bits in four groups of four letters and digits.
    fn recovery_code(&self) -> String {
        // Without those that look alike on paper.
        const SIGNS: &[u8; 32] = b"abcdefghijkmnpqrstuvwxyz23456789";
        let random = self.inner.outside.random();
        let signs: Vec<u8> = random[..16].iter().map(|byte| SIGNS[usize::from(byte % 32)]).collect();
        let groups: Vec<&str> = signs
            .chunks(4)
            .filter_map(|group| std::str::from_utf8(group).ok())
            .collect();
        groups.join("-")
    }
}

/// The key under which a code is taken once.
pub(crate) fn once(id: &AccountId, step: u64) -> (String, String) {
    (place(id), step.to_string())
}

fn seconds(now: Timestamp) -> u64 {
    u64::try_from(now.as_second()).unwrap_or(0)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn codes_are_those_of_rfc_6238() {
        // Appendix B, SHA-1, of which apps show the last six digits.
        let totp = totp(*b"12345678901234567890", "login");
        for (at, code) in [
            (59, "287082"),
            (1_111_111_109, "081804"),
            (1_111_111_111, "050471"),
            (1_234_567_890, "005924"),
            (2_000_000_000, "279037"),
            (20_000_000_000, "353130"),
        ] {
            assert_eq!(totp.check(code, at), Some(at / 30), "{at}");
            // A step before and after, for clocks that differ; no further.
            assert_eq!(totp.check(code, at + 30), Some(at / 30));
            assert_eq!(totp.check(code, at + 60), None);
        }
    }

    #[test]
    fn a_recovery_code_may_be_typed_in_many_ways() {
        assert_eq!(recovery_digest("abcd-efgh"), recovery_digest(" ABCD efgh"));
        assert_ne!(recovery_digest("abcd-efgh"), recovery_digest("abcd-efgi"));
    }
}
