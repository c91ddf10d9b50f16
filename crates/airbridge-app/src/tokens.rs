//! Ending tokens of machines.

use airbridge_disclosure::Operation as Row;
use airbridge_events::AccountId;

use crate::accounts::Token;
use crate::app::{App, hex};
use crate::error::Error;
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
    pub async fn revoke_token(&self, who: &Who, id: &str) -> Result<(), Error> {
        let mut sessions = self.store().machine_sessions().await?.into_iter();
        let found = sessions.find(|session| id_of(&session.token_digest) == id);
        let owner = found.as_ref().map_or("", |session| session.account.as_str());
        // Nobody is called so: then there is no such token, and it looks the same.
        let about = match owner {
            "" => About::Account(AccountId::new("")),
            owner => About::Of(AccountId::new(owner)),
        };
        self.look(who, Row::TokenRevoke, &about, "", |_, _| ()).await?;
        let found = found.ok_or(Error::NotFound)?;
        self.store().end_session(found.token_digest).await?;
        let (act, now) = (Row::TokenRevoke.word(), self.now());
        self.audit(vec![entry(Some(who), "", act, &about.id(), "", "done", now)])
            .await
    }
}
