//! Passwords: what is accepted, how they are kept, and how often may be guessed.
//!
//! The rules are those of NIST SP 800-63B-4, section 3.1.1.2: at least 15 characters where the password is the only factor, no rules of composition, no
//! change by the calendar, and none that is common or has the login in it.

use std::collections::BTreeMap;
use std::sync::Mutex;

use argon2::Argon2;
use argon2::password_hash::phc::PasswordHash;
use argon2::password_hash::{PasswordHasher, PasswordVerifier};
use jiff::{SignedDuration, Timestamp};

use crate::error::Error;

/// Characters at least, where nothing else proves who it is.
pub(crate) const LEAST: usize = 15;

/// Characters at most: longer ones cost time and prove nothing.
const MOST: usize = 256;

/// Beginnings and pieces of passwords that everybody tries first. Short, since what is shorter than [`LEAST`] is refused anyhow.
const COMMON: [&str; 12] = [
    "password",
    "passwort",
    "qwertyuiop",
    "1234567890",
    "letmein",
    "iloveyou",
    "administrator",
    "welcome",
    "abcdefgh",
    "asdfghjkl",
    "changeme",
    "airbridge",
];

/// Refuses a password that is too easy to guess.
///
/// # Errors
///
/// Why, for the person who chooses it.
pub fn acceptable(password: &str, login: &str) -> Result<(), Error> {
    let refuse = |what: &str| Err(Error::invalid(what, "/password"));
    let length = password.chars().count();
    if length < LEAST {
        return refuse(&format!(
            "a password has at least {LEAST} characters; a few words in a row will do"
        ));
    }
    if length > MOST {
        return refuse(&format!("a password has at most {MOST} characters"));
    }
    let lower = password.to_lowercase();
    let rest = COMMON
        .iter()
        .fold(lower.clone(), |rest, common| rest.replace(common, ""));
    if rest.chars().count() < LEAST / 2 {
        return refuse("the password is one of those that are tried first");
    }
    let mut letters: Vec<char> = lower.chars().collect();
    letters.sort_unstable();
    letters.dedup();
    if letters.len() < 5 {
        return refuse("the password repeats the same few characters");
    }
    if login.chars().count() > 3 && lower.contains(&login.to_lowercase()) {
        return refuse("the password has the login in it");
    }
    Ok(())
}

/// The password as it is kept: argon2id with the library's defaults (19 MiB, two passes). Takes tens of milliseconds.
pub(crate) fn hash(password: &str) -> String {
    let hash = Argon2::default().hash_password(password.as_bytes());
    hash.expect("any password can be hashed").to_string()
}

/// Whether a password is the one that was kept. Where none was, as much time is spent.
pub(crate) fn verify(password: &str, kept: Option<&str>) -> bool {
    static NOBODY: std::sync::LazyLock<String> = std::sync::LazyLock::new(|| hash("nobody has this password"));
    let Ok(parsed) = PasswordHash::new(kept.unwrap_or(&NOBODY)) else {
        return false;
    };
    let right = Argon2::default().verify_password(password.as_bytes(), &parsed).is_ok();
    right && kept.is_some()
}

/// Failed attempts by login. Each further one waits longer: 1, 2, 4 … seconds after the fifth, at most 15 minutes.
#[derive(Debug, Default)]
pub(crate) struct Throttle(Mutex<BTreeMap<String, (u32, Timestamp)>>);

/// Attempts that cost nothing.
const FREE: u32 = 5;

/// No wait is longer.
const LONGEST: i64 = 900;

/// Logins that are remembered; beyond that the oldest are forgotten.
const REMEMBERED: usize = 10_000;

impl Throttle {
    /// Refuses an attempt that comes too soon.
    pub(crate) fn allows(&self, login: &str, now: Timestamp) -> Result<(), Error> {
        let known = self.0.lock().expect("nobody panics with it");
        let Some((failures, last)) = known.get(&login.to_lowercase()) else {
            return Ok(());
        };
        if *failures < FREE {
            return Ok(());
        }
        let wait = (1_i64 << (failures - FREE).min(20)).min(LONGEST);
        let passed = now.duration_since(*last);
        if passed >= SignedDuration::from_secs(wait) || passed.is_negative() {
            return Ok(());
        }
        Err(Error::Throttled {
            seconds: wait - passed.as_secs(),
        })
    }

    /// Takes note of how an attempt went.
    pub(crate) fn note(&self, login: &str, right: bool, now: Timestamp) {
        let mut known = self.0.lock().expect("nobody panics with it");
        let login = login.to_lowercase();
        if right {
            known.remove(&login);
            return;
        }
        if known.len() >= REMEMBERED && !known.contains_key(&login) {
            let oldest = known
                .iter()
                .min_by_key(|(_, (_, at))| *at)
                .map(|(login, _)| login.clone());
            oldest.map(|oldest| known.remove(&oldest));
        }
        let entry = known.entry(login).or_insert((0, now));
        *entry = (entry.0.saturating_add(1), now);
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn easy_passwords_are_refused() {
        for easy in [
            "short",
            "passwordpassword",
            "aaaaaaaaaaaaaaaaaaaa",
            "clinician-2017-x",
            "123456789012345",
        ] {
            assert!(acceptable(easy, "clinician").is_err(), "{easy}");
        }
        acceptable("seven grey herons at dawn", "clinician").expect("long enough");
    }

    #[test]
    fn unknown_and_wrong_look_alike() {
        let kept = hash("seven grey herons at dawn");
        assert!(verify("seven grey herons at dawn", Some(&kept)));
        assert!(!verify("seven grey herons at dusk", Some(&kept)));
        assert!(!verify("nobody has this password", None));
    }

    #[test]
    fn guessing_gets_slower() {
        let throttle = Throttle::default();
        let now = Timestamp::UNIX_EPOCH;
        for _ in 0..FREE {
            throttle.allows("Login", now).expect("free");
            throttle.note("login", false, now);
        }
        assert!(throttle.allows("login", now).is_err());
        throttle
            .allows("login", now + SignedDuration::from_secs(1))
            .expect("waited");
        throttle.note("login", false, now);
        assert!(throttle.allows("login", now + SignedDuration::from_secs(1)).is_err());
        throttle.note("login", true, now);
        throttle.allows("login", now).expect("right in between");
    }
}
