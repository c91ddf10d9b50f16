//! Logging in and out: sessions of browsers, tokens of machines.

use std::net::IpAddr;

use airbridge_disclosure::{Mask, Operation as Row};
use airbridge_events::{Account, AccountCommand, AccountId, Command, ProofCommand, Record, SecondFactor};
use airbridge_store::{Aside, Commit, SessionKind, SessionRow, StoreError};
use jiff::{SignedDuration, Timestamp};
use serde_json::json;

use crate::app::{App, hex};
use crate::credentials::{oneself, own_entry};
use crate::error::Error;
use crate::factor::{self, Shown};
use crate::once::{self, OnceKey};
use crate::settle::{Along, Settled};
use crate::subject::About;
use crate::who::{Who, entry};

/// A session of a browser ends after this, whatever happens.
pub(crate) const SESSION: SignedDuration = SignedDuration::from_hours(12);

/// And after this without a request.
const IDLE: SignedDuration = SignedDuration::from_mins(60);

/// A machine's token ends after this at the latest.
pub const LONGEST_TOKEN: SignedDuration = SignedDuration::from_hours(24 * 366);

/// Seconds after which a use is noted again.
const TOUCH: SignedDuration = SignedDuration::from_secs(60);

/// A token: shown once, kept only as a digest.
#[derive(Clone, PartialEq, Eq)]
pub struct Token(pub String);

impl std::fmt::Debug for Token {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.write_str("Token(..)")
    }
}

/// What somebody shows to log in.
#[derive(Clone, Copy)]
pub struct LogIn<'l> {
    /// What the account is called.
    pub login: &'l str,
    /// Its password.
    pub password: &'l str,
    /// A code of its second factor, or a recovery code.
    pub code: Option<&'l str>,
    /// From where, as far as is known.
    pub address: Option<IpAddr>,
}

impl std::fmt::Debug for LogIn<'_> {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.write_str("LogIn(..)")
    }
}

/// Where the vault would keep the password of an account that there is not.
const NOWHERE: &str = "account/unknown";

impl App {
    /// Logs in by a password alone.
    ///
    /// # Errors
    ///
    /// As [`App::log_in_with`].
    pub async fn log_in(&self, login: &str, password: &str) -> Result<(Token, Timestamp), Error> {
        self.log_in_with(LogIn {
            login,
            password,
            code: None,
            address: None,
        })
        .await
    }

    /// Logs in. Unknown login, suspended account and wrong password look alike, and are as much work.
    ///
    /// # Errors
    ///
    /// They do not belong together, a second factor is needed or wrong, or there were too many attempts.
    pub async fn log_in_with(&self, shown: LogIn<'_>) -> Result<(Token, Timestamp), Error> {
        self.catch_up().await?;
        let now = self.now();
        let known = self.see(|record| {
            let (id, account) = record.by_login(shown.login)?;
            Some((id.clone(), account.clone()))
        });
        let attempt = match self.inner.throttle.begin(Some(shown.login), shown.address, now) {
            Ok(attempt) => attempt,
            Err(error) => {
                self.note_login(known.as_ref(), "too many attempts", now).await?;
                return Err(error);
            }
        };
        let acting = known.as_ref().filter(|(_, account)| account.suspended.is_none());
        let place = acting.map_or_else(|| NOWHERE.to_owned(), |(id, _)| id.stream());
        let right = self.is_password(&place, shown.password).await?;
        let (Some((id, account)), true) = (acting, right) else {
            self.note_login(known.as_ref(), "wrong password", now).await?;
            return Err(Error::WrongPassword);
        };
        match (&account.proofs.second_factor, shown.code) {
            (None, _) => {
                self.audit(vec![own_entry(id, account, "session.create", "logged in", now)])
                    .await?;
            }
            (Some(_), None) => {
                self.inner.throttle.halfway(attempt);
                self.note_login(known.as_ref(), "second factor is missing", now).await?;
                return Err(Error::SecondFactorNeeded);
            }
            (Some(factor), Some(code)) => self.take_code(id, account, factor, code, now).await?,
        }
        self.inner.throttle.right(attempt);
        self.session(id, account.standing, SessionKind::Browser, now, SESSION, "")
            .await
    }

    /// Takes a code of a second factor, once.
    async fn take_code(
        &self,
        id: &AccountId,
        account: &Account,
        factor: &SecondFactor,
        code: &str,
        now: Timestamp,
    ) -> Result<(), Error> {
        let (command, once, outcome) = match self.shown(id, &account.login, factor, code).await? {
            Some(Shown::Step(step)) => (None, Some(factor::once(id, step)), "logged in"),
            Some(Shown::Recovery(number)) => {
                let used = AccountCommand::Prove(ProofCommand::UseRecoveryCode { number });
                (
                    Some(Command::Account(id.clone(), used)),
                    None,
                    "logged in by a recovery code",
                )
            }
            None => {
                self.audit(vec![own_entry(id, account, "session.create", "wrong code", now)])
                    .await?;
                return Err(Error::WrongCode);
            }
        };
        let along = Along {
            audit: own_entry(id, account, "session.create", outcome, now),
            vault: Vec::new(),
            once,
        };
        match self
            .settle(&oneself(id, account, "code"), command.as_ref(), &along)
            .await
        {
            Ok(Settled::Now) => Ok(()),
            // Somebody has looked over a shoulder, or two servers were asked at once.
            Ok(Settled::Before) | Err(Error::Refused(_)) => {
                self.audit(vec![own_entry(id, account, "session.create", "code used again", now)])
                    .await?;
                Err(Error::WrongCode)
            }
            Err(error) => Err(error),
        }
    }

    /// A token for a machine, which acts as the account. Its secret is in the answer and nowhere else: whoever asks again by the same key is told that it
    /// was made.
    ///
    /// # Errors
    ///
    /// Whoever asks may not, or it was made before.
    pub async fn issue_token(
        &self,
        who: &Who,
        label: &str,
        lasts: SignedDuration,
        once: Option<OnceKey>,
    ) -> Result<(Token, Timestamp), Error> {
        let (id, now) = (who.account(), self.now());
        if self.repeated(who, Row::TokenCreate, once.as_ref()).await?.is_some() {
            return Err(Error::AlreadyMade);
        }
        let standing = |record: &Record, _: &Mask| record.accounts.get(&id).map(|account| account.standing);
        let standing = self
            .permit(who, Row::TokenCreate, &About::Of(id.clone()), standing)
            .await?;
        let (standing, lasts) = (standing.ok_or(Error::Anonymous)?, lasts.min(LONGEST_TOKEN));
        let (token, row) = self.new_session(&id, standing, SessionKind::Machine, now, lasts, label);
        let (expires_at, subject) = (row.expires_at, id.stream());
        let (act, role) = (Row::TokenCreate.word(), self.right(who, Row::TokenCreate));
        let commit = Commit {
            once: once::kept(who, once.as_ref(), json!({ "stream": subject })),
            audit: vec![entry(Some(who), role, act, &subject, "", "done", now)],
            aside: vec![Aside::Session(row)],
            ..Commit::at(now)
        };
        match self.commit_once(who, Row::TokenCreate, commit).await? {
            None => Ok((token, expires_at)),
            Some(_) => Err(Error::AlreadyMade),
        }
    }

    pub(crate) async fn session(
        &self,
        id: &AccountId,
        standing: u64,
        kind: SessionKind,
        now: Timestamp,
        lasts: SignedDuration,
        label: &str,
    ) -> Result<(Token, Timestamp), Error> {
        let (token, row) = self.new_session(id, standing, kind, now, lasts, label);
        let expires_at = row.expires_at;
        self.inner.store.put_session(row).await?;
        Ok((token, expires_at))
    }

    fn new_session(
        &self,
        id: &AccountId,
        standing: u64,
        kind: SessionKind,
        now: Timestamp,
        lasts: SignedDuration,
        label: &str,
    ) -> (Token, SessionRow) {
        let token = Token(hex(&self.inner.outside.random()));
        let expires_at = now.saturating_add(lasts).expect("a span of hours");
        let row = SessionRow {
            token_digest: crate::digest(token.0.as_bytes()),
            account: id.to_string(),
            kind,
            created_at: now,
            expires_at,
            last_seen_at: now,
            data: json!({ "standing": standing, "label": label }),
        };
        (token, row)
    }

    /// Who a token belongs to. That it was used is noted, and keeps a session from idling out.
    ///
    /// # Errors
    ///
    /// To nobody, or not any more: it has ended, the account is suspended, or may do other things by now.
    pub async fn who(&self, token: &str) -> Result<Who, Error> {
        let (who, seen_at) = self.known(token).await?;
        let now = self.now();
        if now.duration_since(seen_at) >= TOUCH {
            reading_goes_on(self.inner.store.touch_session(who.session, now).await)?;
        }
        Ok(who)
    }

    /// Who a token still belongs to, where nobody has used it: an open stream asks again and again, and keeps no session alive.
    ///
    /// # Errors
    ///
    /// As [`App::who`].
    pub async fn still(&self, token: &str) -> Result<Who, Error> {
        Ok(self.known(token).await?.0)
    }

    async fn known(&self, token: &str) -> Result<(Who, Timestamp), Error> {
        let digest = crate::digest(token.as_bytes());
        let session = self.inner.store.session(&digest).await?.ok_or(Error::Anonymous)?;
        self.catch_up().await?;
        let now = self.now();
        let idle = session.kind == SessionKind::Browser && now.duration_since(session.last_seen_at) > IDLE;
        let id = AccountId::new(&session.account);
        let who = self.see(|record| {
            let account = record.accounts.get(&id)?;
            let stands = account.suspended.is_none() && session.data["standing"].as_u64() == Some(account.standing);
            stands.then(|| Who::of(&id, account, digest))
        });
        let Some(who) = who.filter(|_| session.expires_at > now && !idle) else {
            reading_goes_on(self.inner.store.end_session(digest).await)?;
            return Err(Error::Anonymous);
        };
        Ok((who, session.last_seen_at))
    }

    /// Logs out.
    ///
    /// # Errors
    ///
    /// The table of roles does not say so, or the store does not answer.
    pub async fn log_out(&self, who: &Who) -> Result<(), Error> {
        let me = About::Of(who.account());
        self.permit(who, Row::SessionDelete, &me, |_, _| ()).await?;
        self.inner.store.end_session(who.session).await?;
        let now = self.now();
        self.audit(vec![entry(
            Some(who),
            self.right(who, Row::SessionDelete),
            "session.delete",
            &who.account().stream(),
            "",
            "logged out",
            now,
        )])
        .await
    }

    pub(crate) async fn note_login(
        &self,
        known: Option<&(AccountId, Account)>,
        outcome: &str,
        now: Timestamp,
    ) -> Result<(), Error> {
        // Whoever failed is not known to be the account.
        let subject = known.map_or_else(|| NOWHERE.to_owned(), |(id, _)| id.stream());
        self.audit(vec![entry(None, "", "session.create", &subject, "", outcome, now)])
            .await
    }
}

/// That a note could not be taken does not keep anybody from reading.
fn reading_goes_on(noted: Result<bool, StoreError>) -> Result<(), Error> {
    match noted {
        Ok(_) | Err(StoreError::Full(_) | StoreError::Unavailable(_)) => Ok(()),
        Err(error) => Err(error.into()),
    }
}
