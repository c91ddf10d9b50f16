//! Logging in and out: passwords, sessions of browsers, tokens of machines.

use airbridge_disclosure::{Mask, Operation as Row};
use airbridge_events::{AccountId, Record};
use airbridge_store::{Aside, Commit, SessionKind, SessionRow, VaultChange};
use jiff::{SignedDuration, Timestamp};
use serde_json::json;

use crate::app::{App, hex};
use crate::error::Error;
use crate::once::{self, OnceKey};
use crate::password;
use crate::subject::About;
use crate::who::{Who, entry};

/// A session of a browser ends after this, whatever happens.
const SESSION: SignedDuration = SignedDuration::from_hours(12);

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

impl App {
    /// Logs in. Unknown login and wrong password look alike, and take as long.
    ///
    /// # Errors
    ///
    /// They do not belong together, or there were too many attempts.
    pub async fn log_in(&self, login: &str, password: &str) -> Result<(Token, Timestamp), Error> {
        self.catch_up().await?;
        let now = self.now();
        let known = self.see(|record| {
            let (id, account) = record.by_login(login)?;
            Some((id.clone(), account.suspended.is_some(), account.standing))
        });
        let throttled = self.inner.throttle.allows(login, now);
        if let Err(error) = throttled {
            self.note_login(known.as_ref().map(|(id, _, _)| id), "too many attempts", now)
                .await?;
            return Err(error);
        }
        let kept = match &known {
            Some((id, false, _)) => self.inner.store.vault_get(&id.stream()).await?,
            _ => None,
        };
        let kept = kept.and_then(|entry| String::from_utf8(entry.sealed).ok());
        let right = self
            .hashed(password.to_owned(), move |password| {
                password::verify(&password, kept.as_deref())
            })
            .await?;
        self.inner.throttle.note(login, right, now);
        let (Some((id, _, standing)), true) = (&known, right) else {
            self.note_login(known.as_ref().map(|(id, _, _)| id), "wrong password", now)
                .await?;
            return Err(Error::WrongPassword);
        };
        self.note_login(Some(id), "logged in", now).await?;
        self.session(id, *standing, SessionKind::Browser, now, SESSION, "")
            .await
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

    async fn session(
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
            self.inner.store.touch_session(who.session, now).await?;
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
            self.inner.store.end_session(digest).await?;
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

    /// Sets a password, and ends all sessions of the account.
    ///
    /// # Errors
    ///
    /// It is too easy to guess.
    pub async fn set_password(&self, id: &AccountId, password: &str) -> Result<(), Error> {
        let login = self.see(|record| record.account(id).map(|account| account.login.clone()))?;
        password::acceptable(password, &login)?;
        let hash = self
            .hashed(password.to_owned(), |password| password::hash(&password))
            .await?;
        let put = VaultChange::Put {
            person: id.stream(),
            sealed: hash.into_bytes(),
            key: [0; 32],
        };
        let now = self.now();
        let commit = Commit {
            vault: vec![put],
            audit: vec![entry(None, "", "self.password", &id.stream(), "", "set", now)],
            aside: vec![Aside::EndSessionsOf {
                account: id.to_string(),
            }],
            ..Commit::at(now)
        };
        self.inner.store.commit(commit).await?;
        Ok(())
    }

    /// Changes one's own password.
    ///
    /// # Errors
    ///
    /// The old one is wrong, or the new one too easy.
    pub async fn change_password(&self, who: &Who, old: &str, new: &str) -> Result<(), Error> {
        let id = who.account();
        self.permit(who, Row::SelfPassword, &About::Of(id.clone()), |_, _| ())
            .await?;
        let kept = self.inner.store.vault_get(&id.stream()).await?;
        let kept = kept.and_then(|entry| String::from_utf8(entry.sealed).ok());
        let right = self
            .hashed(old.to_owned(), move |old| password::verify(&old, kept.as_deref()))
            .await?;
        if !right {
            return Err(Error::WrongPassword);
        }
        self.set_password(&id, new).await
    }

    /// Hashes beside the other work, few at once.
    async fn hashed<T: Send + 'static>(
        &self,
        password: String,
        work: impl FnOnce(String) -> T + Send + 'static,
    ) -> Result<T, Error> {
        let _one_of_few = self.inner.hashing.acquire().await.expect("it is never closed");
        tokio::task::spawn_blocking(move || work(password))
            .await
            .map_err(|_| Error::Bug("hashing a password has failed".to_owned()))
    }

    async fn note_login(&self, id: Option<&AccountId>, outcome: &str, now: Timestamp) -> Result<(), Error> {
        let subject = id.map_or_else(|| "account/unknown".to_owned(), AccountId::stream);
        self.audit(vec![entry(None, "", "session.create", &subject, "", outcome, now)])
            .await
    }
}
