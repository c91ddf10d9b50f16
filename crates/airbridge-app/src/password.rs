//! Passwords: what is accepted, and how they are kept.
//!
//! The rules are those of NIST SP 800-63B-4, section 3.1.1.2: at least 15 characters where the password is the only factor and 8 beside a second one, no
//! rules of composition, no change by the calendar, none that is among those that are tried first, and the same password however it was typed.

use argon2::Argon2;
use argon2::password_hash::phc::PasswordHash;
use argon2::password_hash::{PasswordHasher, PasswordVerifier};
use unicode_normalization::UnicodeNormalization as _;
use zxcvbn::zxcvbn;

use crate::error::Error;

/// Characters at least, where nothing else proves who it is.
pub(crate) const LEAST_ALONE: usize = 15;

/// Characters at least, beside a second factor.
pub(crate) const LEAST_BESIDE: usize = 8;

/// Characters at most: longer ones cost time and prove nothing.
const MOST: usize = 256;

/// The product's own name and what else is tried first at this very program.
const OWN: [&str; 3] = ["airbridge", "medevac", "evacuation"];

/// A password that a guesser who knows the lists finds within so many tries (as a power of ten) is on the list.
///
/// The lists (30,000 passwords that were leaked, English words, names of people, keys in a row, repetitions, dates, each also reversed and with digits
/// for letters) are those of zxcvbn: D. L. Wheeler, "zxcvbn: Low-Budget Password Strength Estimation", USENIX Security 2016. All that is on them, and
/// what is made of one such word, needs fewer tries than this.
const TRIED_FIRST: f64 = 8.0;

/// What a password must not be made of.
#[derive(Clone, Copy, Debug)]
pub(crate) struct Known<'k> {
    /// What its owner logs in with.
    pub(crate) login: &'k str,
    /// For whom they act.
    pub(crate) organisation: &'k str,
}

/// Refuses a password that is too easy to guess; answers whether it is long enough without a second factor.
///
/// # Errors
///
/// Why, for the person who chooses it.
pub(crate) fn acceptable(password: &str, least: usize, known: Known<'_>) -> Result<bool, Error> {
    let refuse = |what: String| Err(Error::invalid(what, "/password"));
    let password = normal(password);
    let length = password.chars().count();
    if length < least {
        return refuse(format!(
            "a password has at least {least} characters; a few words in a row will do"
        ));
    }
    if length > MOST {
        return refuse(format!("a password has at most {MOST} characters"));
    }
    let login = normal(known.login).to_lowercase();
    if login.chars().count() > 3 && password.to_lowercase().contains(&login) {
        return refuse("the password has the login in it".to_owned());
    }
    let words = [known.login, known.organisation].map(|text| normal(text).to_lowercase());
    let pieces = words
        .iter()
        .flat_map(|text| text.split(|sign: char| !sign.is_alphanumeric()));
    let own: Vec<&str> = OWN
        .into_iter()
        .chain(words.iter().map(String::as_str))
        .chain(pieces)
        .filter(|word| word.chars().count() > 2)
        .collect();
    if zxcvbn(&password, &own).guesses_log10() < TRIED_FIRST {
        return refuse(
            "the password is one of those that are tried first; a few unrelated words in a row will do".to_owned(),
        );
    }
    Ok(length >= LEAST_ALONE)
}

/// The same password, however a keyboard composes its letters: canonical composition (NFC), as PRECIS does for passwords (RFC 8265, section 4.2).
/// Not NFKC, which takes for equal what people see as different.
fn normal(password: &str) -> String {
    password.nfc().collect()
}

/// The password as it is kept: argon2id with the library's defaults (19 MiB, two passes). Takes tens of milliseconds.
pub(crate) fn hash(password: &str) -> String {
    let hash = Argon2::default().hash_password(normal(password).as_bytes());
    hash.expect("any password can be hashed").to_string()
}

/// What is kept of a password along with an idempotency key, to know the same request again: as hard to guess from as the hash itself.
pub(crate) fn stretched(password: &str, salt: &[u8; 32]) -> [u8; 32] {
    let mut digest = [0; 32];
    let done = Argon2::default().hash_password_into(normal(password).as_bytes(), salt, &mut digest);
    done.expect("32 bytes are salt and room enough");
    digest
}

/// Whether a password is the one that was kept. Where none was, or what was kept is no hash, as much is computed.
pub(crate) fn verify(password: &str, kept: Option<&str>) -> bool {
    static NOBODY: std::sync::LazyLock<String> = std::sync::LazyLock::new(|| hash("nobody has this password"));
    let parsed = kept.and_then(|kept| PasswordHash::new(kept).ok());
    let is_somebody = parsed.is_some();
    let nobody = PasswordHash::new(&NOBODY).expect("made by hashing");
    let right = Argon2::default().verify_password(normal(password).as_bytes(), &parsed.unwrap_or(nobody));
    right.is_ok() && is_somebody
}

#[cfg(test)]
mod tests {
    use super::*;

    const KNOWN: Known<'static> = Known {
        login: "clinician",
        organisation: "Synthetic Ministry",
    };

    #[test]
    fn easy_passwords_are_refused() {
        for easy in [
            "short",
            "passwordpassword",
            "aaaaaaaaaaaaaaaaaaaa",
            "clinician-2017-x",
            "123456789012345",
            "qwertyuiopasdfghjkl",
            "drowssapdrowssap",
            "p4ssw0rdp4ssw0rd",
            "airbridgeairbridge",
            "syntheticministry",
            "Synthetic Ministry",
        ] {
            assert!(acceptable(easy, LEAST_ALONE, KNOWN).is_err(), "{easy}");
        }
        assert!(acceptable("seven grey herons at dawn", LEAST_ALONE, KNOWN).expect("long enough"));
        // No rules of composition, and any script.
        for plain in [
            "herons grey seven dawn",
            "сім сірих чапель на світанку",
            "七羽の灰色の鷺が夜明けに飛ぶのを見た",
        ] {
            assert!(acceptable(plain, LEAST_ALONE, KNOWN).expect("long enough"), "{plain}");
        }
    }

    #[test]
    fn beside_a_second_factor_eight_will_do_but_not_those_that_are_tried_first() {
        assert!(!acceptable("fq7-zmwk", LEAST_BESIDE, KNOWN).expect("eight"));
        for easy in [
            "fq7-zmw",
            "trustno1",
            "1qaz2wsx",
            "baseball",
            "airbridge1",
            "ministry",
            "Ministry2026",
            "qwer1234",
        ] {
            assert!(acceptable(easy, LEAST_BESIDE, KNOWN).is_err(), "{easy}");
        }
    }

    #[test]
    fn unknown_and_wrong_look_alike() {
        let kept = hash("seven grey herons at dawn");
        assert!(verify("seven grey herons at dawn", Some(&kept)));
        assert!(!verify("seven grey herons at dusk", Some(&kept)));
        assert!(!verify("nobody has this password", None));
        assert!(!verify("nobody has this password", Some("no hash")));
    }

    #[test]
    fn however_it_is_typed_it_is_the_same() {
        // An é as one character, and as e with an accent.
        let kept = hash("sept h\u{e9}rons gris \u{e0} l'aube");
        assert!(verify("sept he\u{301}rons gris a\u{300} l'aube", Some(&kept)));
        // A length is of characters as they are kept.
        let accents = "e\u{301}".repeat(8);
        assert!(acceptable(&accents, LEAST_ALONE, KNOWN).is_err());
    }
}
