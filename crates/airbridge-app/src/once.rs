//! Done once for each key: the answer is kept in the commit that does it, and given again to whoever repeats the question.

use airbridge_disclosure::Operation;
use airbridge_store::{Commit, Committed, Once};
use serde_json::Value;

use crate::app::App;
use crate::error::Error;
use crate::who::{Who, entry};

/// A key under which something is done once, and the digest of what was asked.
pub type OnceKey = (String, [u8; 32]);

/// What a commit keeps under a key; a key is its actor's own.
pub(crate) fn kept(who: &Who, once: Option<&OnceKey>, answer: Value) -> Option<Once> {
    once.map(|(key, digest)| Once {
        actor: who.actor.account.clone(),
        key: key.clone(),
        digest: *digest,
        answer,
    })
}

impl App {
    /// What came of the same before; that it was asked for again is recorded.
    ///
    /// # Errors
    ///
    /// The key was used for another request.
    pub(crate) async fn repeated(
        &self,
        who: &Who,
        operation: Operation,
        once: Option<&OnceKey>,
    ) -> Result<Option<Value>, Error> {
        let Some((key, digest)) = once else {
            return Ok(None);
        };
        match self.store().once(&who.actor.account, key).await? {
            Some((known, answer)) if known == *digest => {
                self.note_repetition(who, operation, &answer).await?;
                Ok(Some(answer))
            }
            Some(_) => {
                self.note_refusal(who, operation, "", &Error::KeyReused).await?;
                Err(Error::KeyReused)
            }
            None => Ok(None),
        }
    }

    /// Commits what somebody does. Where it was done before, by the same key, nothing is: the answer that was given then.
    pub(crate) async fn commit_once(
        &self,
        who: &Who,
        operation: Operation,
        commit: Commit,
    ) -> Result<Option<Value>, Error> {
        match self.store().commit(commit).await? {
            Committed::Done(_) => Ok(None),
            Committed::Repeated(answer) => {
                self.note_repetition(who, operation, &answer).await?;
                Ok(Some(answer))
            }
        }
    }

    pub(crate) async fn note_repetition(&self, who: &Who, operation: Operation, answer: &Value) -> Result<(), Error> {
        let subject = answer["stream"].as_str().unwrap_or_default();
        let role = self.right(who, operation);
        let entry = entry(Some(who), role, operation.word(), subject, "", "repeated", self.now());
        self.audit(vec![entry]).await
    }

    /// Whether somebody has used a key before, for whatever it was.
    ///
    /// # Errors
    ///
    /// The store does not answer.
    pub async fn knows_key(&self, who: &Who, key: &str) -> Result<bool, Error> {
        Ok(self.store().once(&who.actor.account, key).await?.is_some())
    }
}
