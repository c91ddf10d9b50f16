//! Logging in by the word of another issuer (single sign-on). How the issuer is asked is behind [`SignOn`]; here is what its answer is worth.
//!
//! A subject of the issuer is an account only where an administrator has linked the two: nobody is made by logging in.

use std::future::Future;
use std::pin::Pin;

use airbridge_store::SessionKind;
use jiff::{SignedDuration, Timestamp};
use serde::{Deserialize, Serialize};

use crate::accounts::{SESSION, Token};
use crate::app::App;
use crate::credentials::own_entry;
use crate::error::Error;

/// So long somebody may take to log in at the issuer.
pub const SIGN_ON_LASTS: SignedDuration = SignedDuration::from_mins(10);

/// What a browser keeps for us meanwhile is sealed for this purpose.
const PURPOSE: &str = "sign-on";

/// A future that a trait object gives.
pub type Asked<'a, T> = Pin<Box<dyn Future<Output = T> + Send + 'a>>;

/// An issuer that says who somebody is.
pub trait SignOn: Send + Sync {
    /// Where the browser goes, and what is needed to understand the answer.
    fn begin(&self) -> Begun;

    /// Turns the code that the browser brings back into a subject. `now` is the time by which the issuer's word must still hold.
    fn finish(&self, code: String, secrets: Secrets, now: Timestamp) -> Asked<'_, Result<Subject, SignOnError>>;
}

/// The way to the issuer.
#[derive(Clone, Debug)]
pub struct Begun {
    /// With everything that the issuer needs to know.
    pub url: String,
    /// The issuer gives it back; it ties the answer to this browser.
    pub state: String,
    /// For the answer.
    pub secrets: Secrets,
}

/// What only whoever has begun knows. `Debug` does not print it.
#[derive(Clone, Serialize, Deserialize)]
pub struct Secrets {
    /// Must be in the issuer's word (OpenID Connect Core 1.0, section 3.1.2.1).
    pub nonce: String,
    /// Proves that whoever redeems the code has begun (PKCE, RFC 7636).
    pub verifier: String,
}

impl std::fmt::Debug for Secrets {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.write_str("Secrets(..)")
    }
}

/// Whom the issuer means.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct Subject {
    /// Who says so.
    pub issuer: String,
    /// How they are called there; not an address, which passes from one person to another.
    pub subject: String,
}

/// Why an issuer's answer is worth nothing.
#[derive(Clone, PartialEq, Eq, Debug, thiserror::Error)]
pub enum SignOnError {
    /// It does not answer, or not sensibly.
    #[error("the issuer does not answer: {0}")]
    Away(String),
    /// It answers, and does not say who it is.
    #[error("the issuer's answer is refused: {0}")]
    Refused(String),
}

/// What a browser keeps until it comes back.
#[derive(Serialize, Deserialize)]
struct Held {
    state: String,
    secrets: Secrets,
    until: Timestamp,
}

impl App {
    /// Whether one can log in by the word of another issuer here.
    pub fn takes_sign_on(&self) -> bool {
        self.issuer().is_ok()
    }

    /// Where a browser goes to log in, and what it keeps meanwhile, sealed.
    ///
    /// # Errors
    ///
    /// There is no issuer, or no master key to seal with.
    pub fn begin_sign_on(&self) -> Result<(String, Vec<u8>), Error> {
        let issuer = self.issuer()?;
        let begun = issuer.begin();
        let held = Held {
            state: begun.state,
            secrets: begun.secrets,
            until: self.now().saturating_add(SIGN_ON_LASTS).expect("a span of minutes"),
        };
        let held = serde_json::to_vec(&held).expect("texts are JSON");
        Ok((
            begun.url,
            self.master()?.seal_loose(PURPOSE, &held, &*self.inner.outside),
        ))
    }

    /// Logs in whoever comes back from the issuer.
    ///
    /// # Errors
    ///
    /// It is not the browser that went, the issuer does not mean anybody, or nobody who is linked to an account that may act.
    pub async fn finish_sign_on(&self, held: &[u8], state: &str, code: &str) -> Result<(Token, Timestamp), Error> {
        let issuer = self.issuer()?;
        let now = self.now();
        let held = self.master()?.open_loose(PURPOSE, held);
        let held: Option<Held> = held.and_then(|held| serde_json::from_slice(&held).ok());
        let held = held.filter(|held| held.until > now && held.state == state);
        let Some(held) = held else {
            self.note_login(None, "sign-on not begun here", now).await?;
            return Err(Error::SignOn(
                "it was not begun in this browser, or too long ago".to_owned(),
            ));
        };
        let subject = match issuer.finish(code.to_owned(), held.secrets, now).await {
            Ok(subject) => subject,
            Err(error) => {
                self.note_login(None, "sign-on refused", now).await?;
                return Err(match error {
                    SignOnError::Away(why) => Error::IssuerAway(why),
                    SignOnError::Refused(why) => Error::SignOn(why),
                });
            }
        };
        self.catch_up().await?;
        let linked = self.see(|record| {
            let (id, account) = record.by_sign_on(&subject.issuer, &subject.subject)?;
            Some((id.clone(), account.clone()))
        });
        let Some((id, account)) = linked.filter(|(_, account)| account.suspended.is_none()) else {
            self.note_login(None, "sign-on of nobody here", now).await?;
            return Err(Error::NotLinked);
        };
        self.audit(vec![own_entry(
            &id,
            &account,
            "session.create",
            "logged in by sign-on",
            now,
        )])
        .await?;
        self.session(&id, account.standing, SessionKind::Browser, now, SESSION, "sign-on")
            .await
    }

    fn issuer(&self) -> Result<&dyn SignOn, Error> {
        let issuer = self.inner.settings.sign_on.as_deref();
        issuer.ok_or(Error::NotConfigured("no other issuer is asked who somebody is"))
    }
}
