//! Reading, writing and erasing who a patient is.

use airbridge_disclosure::{FieldGroup, Operation};
use airbridge_events::RequestId;
use airbridge_store::{Commit, VaultChange};

use crate::app::App;
use crate::error::Error;
use crate::identity::{self, IDENTITY_FIELDS, Identity};
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
    ) -> Result<(), Error> {
        if let Some(unknown) = identity
            .0
            .keys()
            .find(|field| !IDENTITY_FIELDS.contains(&field.as_str()))
        {
            return Err(Error::invalid(
                format!("there is no field {unknown}"),
                format!("/{unknown}"),
            ));
        }
        let about = About::Request(id.clone());
        self.look(who, Operation::IdentityWrite, &about, purpose, |_, _| ())
            .await?;
        let sealed = identity::seal(&id.stream(), identity, &*self.inner.outside);
        self.change(who, Operation::IdentityWrite, id, purpose, sealed).await
    }

    /// Destroys the key under which a patient's identity lies. The pseudonymous record stays.
    ///
    /// # Errors
    ///
    /// Not there or not theirs.
    pub async fn erase(&self, who: &Who, id: &RequestId, reason: &str) -> Result<(), Error> {
        let about = About::Request(id.clone());
        self.look(who, Operation::RequestErase, &about, reason, |_, _| ())
            .await?;
        let person = id.stream();
        self.change(who, Operation::RequestErase, id, reason, VaultChange::Erase { person })
            .await
    }

    async fn change(
        &self,
        who: &Who,
        operation: Operation,
        id: &RequestId,
        purpose: &str,
        change: VaultChange,
    ) -> Result<(), Error> {
        let now = self.now();
        let commit = Commit {
            vault: vec![change],
            audit: vec![entry(
                Some(who),
                "",
                operation.word(),
                &id.stream(),
                purpose,
                "done",
                now,
            )],
            ..Commit::at(now)
        };
        self.store().commit(commit).await?;
        Ok(())
    }
}

fn group(field: &str) -> FieldGroup {
    if field == "contact" {
        FieldGroup::Contact
    } else {
        FieldGroup::Identity
    }
}
