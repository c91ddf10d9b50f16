//! How often may be guessed: by account, so that many addresses do not help, and by address, so that many accounts do not.
//!
//! Kept in the memory of one process: two servers allow twice as much, and a restart forgets. Argon2 bounds both.

use std::collections::BTreeMap;
use std::net::IpAddr;
use std::sync::Mutex;

use jiff::{SignedDuration, Timestamp};

use crate::error::Error;

/// Failures of an account that cost nothing; from then on 1, 2, 4 … seconds are waited, at most [`LONGEST`].
///
/// With 15 minutes between two guesses an account sees under a hundred a day, which NIST SP 800-63B-4 sets as the limit of failures in a row.
const FREE_OF_ACCOUNT: u32 = 5;

/// Failures of an address that cost nothing: a hospital may have one address for all.
const FREE_OF_ADDRESS: u32 = 50;

/// No wait is longer, in seconds.
const LONGEST: i64 = 900;

/// What was still counts this long, in seconds: an address that was somebody else's yesterday begins anew.
const FORGOTTEN: i64 = 24 * 3600;

/// Keys that are remembered; beyond that those whose last failure is the longest ago are forgotten.
const REMEMBERED: usize = 20_000;

/// Whose guesses are counted together.
#[derive(Clone, PartialEq, Eq, PartialOrd, Ord, Debug)]
enum Key {
    /// A login, known or not: both look the same.
    Login(String),
    /// An IPv4 address, or the /64 of an IPv6 address, as one customer has.
    Address(IpAddr),
}

impl Key {
    fn free(&self) -> u32 {
        match self {
            Self::Login(_) => FREE_OF_ACCOUNT,
            Self::Address(_) => FREE_OF_ADDRESS,
        }
    }
}

#[derive(Clone, Copy, Debug)]
struct Count {
    failures: u32,
    last: Timestamp,
}

/// Failures by login and address.
#[derive(Debug, Default)]
pub(crate) struct Throttle(Mutex<BTreeMap<Key, Count>>);

/// One attempt, counted as a failure until it is known to be none.
#[derive(Debug)]
pub(crate) struct Attempt(Vec<Key>);

impl Throttle {
    /// Begins an attempt; it counts at once, so that many at the same time are no way around.
    ///
    /// # Errors
    ///
    /// It comes too soon.
    pub(crate) fn begin(&self, login: Option<&str>, address: Option<IpAddr>, now: Timestamp) -> Result<Attempt, Error> {
        let login = login.map(|login| Key::Login(login.to_lowercase()));
        let keys: Vec<Key> = login
            .into_iter()
            .chain(address.map(|address| Key::Address(network(address))))
            .collect();
        let mut known = self.0.lock().expect("nobody panics with it");
        if let Some(seconds) = keys.iter().filter_map(|key| wait(key, known.get(key)?, now)).max() {
            return Err(Error::Throttled { seconds });
        }
        for key in &keys {
            if known.len() >= REMEMBERED && !known.contains_key(key) {
                let oldest = known.iter().min_by_key(|(_, count)| count.last);
                let oldest = oldest.map(|(key, _)| key.clone());
                oldest.map(|oldest| known.remove(&oldest));
            }
            let count = known.entry(key.clone()).or_insert(Count { failures: 0, last: now });
            if now.duration_since(count.last).as_secs() >= FORGOTTEN {
                count.failures = 0;
            }
            *count = Count {
                failures: count.failures.saturating_add(1),
                last: now,
            };
        }
        Ok(Attempt(keys))
    }

    /// It was right: the account begins anew. The address only loses this attempt, or an account of one's own would buy guesses at others.
    pub(crate) fn right(&self, attempt: Attempt) {
        let mut known = self.0.lock().expect("nobody panics with it");
        for key in attempt.0 {
            match key {
                Key::Login(_) => {
                    known.remove(&key);
                }
                Key::Address(_) => less(&mut known, &key),
            }
        }
    }

    /// It was neither: the first half was right, and the second has still to come.
    pub(crate) fn halfway(&self, attempt: Attempt) {
        let mut known = self.0.lock().expect("nobody panics with it");
        for key in attempt.0 {
            less(&mut known, &key);
        }
    }
}

fn less(known: &mut BTreeMap<Key, Count>, key: &Key) {
    if let Some(count) = known.get_mut(key) {
        count.failures = count.failures.saturating_sub(1);
    }
}

/// Seconds still to wait.
fn wait(key: &Key, count: &Count, now: Timestamp) -> Option<i64> {
    let over = count.failures.checked_sub(key.free())?;
    let wait = (1_i64 << over.min(20)).min(LONGEST);
    let passed = now.duration_since(count.last);
    // A clock that was set back makes nobody wait for ever.
    let waits = passed < SignedDuration::from_secs(wait) && !passed.is_negative();
    waits.then(|| wait - passed.as_secs())
}

fn network(address: IpAddr) -> IpAddr {
    match address.to_canonical() {
        IpAddr::V6(address) => {
            let [a, b, c, d, ..] = address.segments();
            std::net::Ipv6Addr::new(a, b, c, d, 0, 0, 0, 0).into()
        }
        address @ IpAddr::V4(_) => address,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    const NOW: Timestamp = Timestamp::UNIX_EPOCH;

    fn address(text: &str) -> IpAddr {
        text.parse().expect("an address")
    }

    fn later(seconds: i64) -> Timestamp {
        NOW + SignedDuration::from_secs(seconds)
    }

    #[test]
    fn guessing_at_an_account_gets_slower() {
        let throttle = Throttle::default();
        for _ in 0..FREE_OF_ACCOUNT {
            throttle.begin(Some("Login"), None, NOW).expect("free");
        }
        assert!(matches!(
            throttle.begin(Some("login"), None, NOW),
            Err(Error::Throttled { seconds: 1 })
        ));
        throttle.begin(Some("login"), None, later(1)).expect("waited");
        assert!(matches!(
            throttle.begin(Some("login"), None, later(2)),
            Err(Error::Throttled { seconds: 1 })
        ));
        throttle.begin(Some("other"), None, NOW).expect("another account");
    }

    #[test]
    fn a_day_of_guessing_is_under_a_hundred() {
        let throttle = Throttle::default();
        let tried = (0..24 * 3600).filter(|second| throttle.begin(Some("login"), None, later(*second)).is_ok());
        let tried = tried.count();
        assert!((90..=110).contains(&tried), "{tried}");
    }

    #[test]
    fn guesses_at_many_accounts_from_one_address_get_slower() {
        let throttle = Throttle::default();
        for number in 0..FREE_OF_ADDRESS {
            // One host of an IPv6 network has many addresses.
            let from = address(&format!("2001:db8::{number:x}"));
            let attempt = throttle
                .begin(Some(&number.to_string()), Some(from), NOW)
                .expect("free");
            drop(attempt);
        }
        assert!(
            throttle
                .begin(Some("new"), Some(address("2001:db8::ffff")), NOW)
                .is_err()
        );
        throttle
            .begin(Some("new"), Some(address("2001:db8:0:1::1")), NOW)
            .expect("another network");
        // The same, written as IPv4 and within IPv6.
        for number in 0..FREE_OF_ADDRESS {
            let from = address(if number % 2 == 0 {
                "192.0.2.1"
            } else {
                "::ffff:192.0.2.1"
            });
            throttle
                .begin(Some(&format!("v{number}")), Some(from), NOW)
                .expect("free");
        }
        assert!(
            throttle
                .begin(Some("new too"), Some(address("192.0.2.1")), NOW)
                .is_err()
        );
    }

    #[test]
    fn an_own_account_buys_no_guesses_at_others() {
        let throttle = Throttle::default();
        let from = Some(address("192.0.2.1"));
        let mut wrong = 0;
        for number in 0.. {
            let Ok(_) = throttle.begin(Some(&format!("victim {number}")), from, NOW) else {
                break;
            };
            wrong += 1;
            if let Ok(attempt) = throttle.begin(Some("own"), from, NOW) {
                throttle.right(attempt);
            }
        }
        assert_eq!(wrong, FREE_OF_ADDRESS);
    }

    #[test]
    fn what_was_right_costs_nothing() {
        let throttle = Throttle::default();
        for _ in 0..200 {
            let attempt = throttle
                .begin(Some("login"), Some(address("192.0.2.1")), NOW)
                .expect("free");
            throttle.halfway(attempt);
            let attempt = throttle
                .begin(Some("login"), Some(address("192.0.2.1")), NOW)
                .expect("free");
            throttle.right(attempt);
        }
    }
}
