//! Reading, writing and erasing who a patient is.

use airbridge_disclosure::{FieldGroup, Operation};
use airbridge_events::RequestId;
use airbridge_store::{Commit, VaultChange, VaultEntry};
use serde_json::json;

use crate::app::App;
use crate::digest;
use crate::error::Error;
use crate::identity::{self, IDENTITY_FIELDS, Identity};
use crate::once::{self, OnceKey};
use crate::subject::About;
use crate::who::{Who, entry};

impl App {
    /// Who a patient is. An identity that was never written, or is erased, is empty.
    ///
    /// # Errors
    ///
    /// Not there or not theirs.
    pub async fn read_identity(&self, who: &Who, id: &RequestId, purpose: &str) -> Result<Identity, Error> {
        let about = About::Request(id.clone());
        let mask = self
            .look(who, Operation::IdentityRead, &about, purpose, |_, mask| mask.clone())
            .await?;
        let Some(entry) = self.store().vault_get(&id.stream()).await? else {
            return Ok(Identity::default());
        };
        let mut identity = identity::open(&entry)?;
        identity.0.retain(|field, _| mask.shows(group(field)));
        Ok(identity)
    }

    /// Writes who a patient is, in place of what was there.
    ///
    /// # Errors
    ///
    /// Not there, not theirs, or a field that there is not.
    pub async fn write_identity(
        &self,
        who: &Who,
        id: &RequestId,
        identity: &Identity,
        purpose: &str,
        once: Option<OnceKey>,
    ) -> Result<(), Error> {
        let operation = Operation::IdentityWrite;
        self.permit(who, operation, &About::Request(id.clone()), |_, _| ())
            .await?;
        if let Err(error) = known_fields(identity) {
            self.note_refusal(who, operation, &id.stream(), &error).await?;
            return Err(error);
        }
        loop {
            let entry = self.store().vault_get(&id.stream()).await?;
            let key = entry
                .as_ref()
                .map_or_else(|| self.inner.outside.random(), |entry| entry.key);
            let once = once.clone().map(|(name, asked)| (name, under(&key, &asked)));
            let sealed = identity::seal(&id.stream(), identity, key, &*self.inner.outside);
            let done = match self.repeated(who, operation, once.as_ref()).await {
                Ok(Some(_)) => return Ok(()),
                Ok(None) => self.change(who, operation, id, purpose, sealed, once).await,
                Err(error) => Err(error),
            };
            match done {
                // The same request may have been the first to write, with a key that was not there when this one looked.
                Err(Error::KeyReused) if self.has_other_key(id, entry.as_ref()).await? => {}
                done => return done,
            }
        }
    }

    async fn has_other_key(&self, id: &RequestId, before: Option<&VaultEntry>) -> Result<bool, Error> {
        let now = self.store().vault_get(&id.stream()).await?;
        Ok(now.map(|entry| entry.key) != before.map(|entry| entry.key))
    }

    /// Destroys the key under which a patient's identity lies. The pseudonymous record stays.
    ///
    /// # Errors
    ///
    /// Not there or not theirs.
    pub async fn erase(&self, who: &Who, id: &RequestId, reason: &str, once: Option<OnceKey>) -> Result<(), Error> {
        let operation = Operation::RequestErase;
        if self.repeated(who, operation, once.as_ref()).await?.is_some() {
            return Ok(());
        }
        self.permit(who, operation, &About::Request(id.clone()), |_, _| ())
            .await?;
        let person = id.stream();
        self.change(who, operation, id, reason, VaultChange::Erase { person }, once)
            .await
    }

    async fn change(
        &self,
        who: &Who,
        operation: Operation,
        id: &RequestId,
        purpose: &str,
        change: VaultChange,
        once: Option<OnceKey>,
    ) -> Result<(), Error> {
        let now = self.now();
        let (role, subject) = (self.right(who, operation), id.stream());
        let commit = Commit {
            vault: vec![change],
            once: once::kept(who, once.as_ref(), json!({ "stream": subject })),
            audit: vec![entry(Some(who), role, operation.word(), &subject, purpose, "done", now)],
            ..Commit::at(now)
        };
        self.commit_once(who, operation, commit).await.map(drop)
    }
}

/// The digest of a request that has a person's data in it, under the person's own key: whoever destroys the key has erased it too.
fn under(key: &[u8; 32], asked: &[u8; 32]) -> [u8; 32] {
    digest(&[&b"airbridge-once-1"[..], key, asked].concat())
}

fn known_fields(identity: &Identity) -> Result<(), Error> {
    let mut fields = identity.0.keys();
    match fields.find(|field| !IDENTITY_FIELDS.contains(&field.as_str())) {
        None => Ok(()),
        Some(unknown) => {
            let what = format!("there is no field {unknown}");
            Err(Error::invalid(what, format!("/{unknown}")))
        }
    }
}

fn group(field: &str) -> FieldGroup {
    if field == "contact" {
        FieldGroup::Contact
    } else {
        FieldGroup::Identity
    }
}
