//! Ending tokens of machines.

use airbridge_disclosure::Operation as Row;
use airbridge_events::AccountId;
use airbridge_store::{Aside, Commit};
use serde_json::json;

use crate::accounts::Token;
use crate::app::{App, hex};
use crate::error::Error;
use crate::once::{self, OnceKey};
use crate::subject::About;
use crate::who::{Who, entry};

impl Token {
    /// By which it can be named without being told: nobody gets back from it to the token.
    pub fn id(&self) -> String {
        id_of(&crate::digest(self.0.as_bytes()))
    }
}

/// The id of a token, from the digest that is kept of it.
fn id_of(digest: &[u8; 32]) -> String {
    hex(&crate::digest(digest)[..8])
}

impl App {
    /// Ends a token: one's own, or anybody's where the table of roles says so.
    ///
    /// # Errors
    ///
    /// Not there or not theirs.
    pub async fn revoke_token(&self, who: &Who, id: &str, once: Option<OnceKey>) -> Result<(), Error> {
        if self.repeated(who, Row::TokenRevoke, once.as_ref()).await?.is_some() {
            return Ok(());
        }
        let mut sessions = self.store().machine_sessions().await?.into_iter();
        let found = sessions.find(|session| id_of(&session.token_digest) == id);
        let owner = found.as_ref().map_or("", |session| session.account.as_str());
        // Nobody is called so: then there is no such token, and it looks the same.
        let about = match owner {
            "" => About::Account(AccountId::new("")),
            owner => About::Of(AccountId::new(owner)),
        };
        self.permit(who, Row::TokenRevoke, &about, |_, _| ()).await?;
        let found = found.ok_or(Error::NotFound)?;
        let (act, role, now) = (Row::TokenRevoke.word(), self.right(who, Row::TokenRevoke), self.now());
        let subject = about.id();
        let commit = Commit {
            once: once::kept(who, once.as_ref(), json!({ "stream": subject })),
            audit: vec![entry(Some(who), role, act, &subject, "", "done", now)],
            aside: vec![Aside::EndSession(found.token_digest)],
            ..Commit::at(now)
        };
        self.commit_once(who, Row::TokenRevoke, commit).await.map(drop)
    }
}
