//! Asked of the table of roles before anything else of a question is read, and recorded whatever comes of it.

use airbridge_disclosure::{Decision, Mask, Operation, Role, decide as allowed, seen};
use airbridge_events::Record;

use crate::app::App;
use crate::error::Error;
use crate::subject::About;
use crate::who::{Who, entry};

/// What may be shown, by which role, and whether only because of an emergency.
pub(crate) struct Permitted<T> {
    pub(crate) shown: T,
    pub(crate) role: Option<Role>,
    pub(crate) by_emergency: bool,
}

impl App {
    /// Asks the table before a question is read any further: by role where what it is about is not known yet. A refusal is recorded; a yes is not, since
    /// what follows it will be.
    ///
    /// # Errors
    ///
    /// Not for the role, or neither there nor theirs.
    pub async fn ask(
        &self,
        who: &Who,
        operation: Operation,
        about: Option<&About>,
        subject: &str,
    ) -> Result<(), Error> {
        let now = self.now();
        let decision = self.see(|record| {
            let subject = about.and_then(|about| about.subject(record));
            allowed(&self.inner.table, Some(&who.actor), operation, subject.as_ref(), now)
        });
        let error = match decision {
            Decision::Allowed { .. } => return Ok(()),
            Decision::NotFound if about.is_none() => return Ok(()),
            Decision::NotFound => Error::NotFound,
            Decision::Forbidden => Error::Forbidden,
            Decision::Anonymous => Error::Anonymous,
        };
        self.note_refusal(who, operation, subject, &error).await?;
        Err(error)
    }

    /// Whether somebody has no role that ever does this.
    pub fn never(&self, who: &Who, operation: Operation) -> bool {
        let decision = allowed(&self.inner.table, Some(&who.actor), operation, None, self.now());
        matches!(decision, Decision::Forbidden | Decision::Anonymous)
    }

    /// All that somebody has a role for: the rows of the table of roles that a role of theirs holds, on whatever it may be.
    pub fn ever(&self, who: &Who) -> impl Iterator<Item = Operation> {
        Operation::ALL
            .iter()
            .copied()
            .filter(|operation| !self.never(who, *operation))
    }

    /// Whether somebody may do something with one thing, as the record stands. Nothing is recorded: nothing is shown or done.
    pub fn may(&self, who: &Who, operation: Operation, about: &About) -> bool {
        self.decided(who, operation, about, |_, _| ()).is_ok()
    }

    /// Shows what somebody needs to know of a thing to do something with it, if they may. Only a refusal is recorded: what is done will be.
    ///
    /// # Errors
    ///
    /// Not for the role, or neither there nor theirs.
    pub async fn permit<T>(
        &self,
        who: &Who,
        operation: Operation,
        about: &About,
        show: impl FnOnce(&Record, &Mask) -> T,
    ) -> Result<T, Error> {
        self.catch_up().await?;
        match self.decided(who, operation, about, show) {
            Ok(permitted) => Ok(permitted.shown),
            Err(error) => {
                self.note_refusal(who, operation, &about.id(), &error).await?;
                Err(error)
            }
        }
    }

    /// Asks the table about one thing.
    pub(crate) fn decided<T>(
        &self,
        who: &Who,
        operation: Operation,
        about: &About,
        show: impl FnOnce(&Record, &Mask) -> T,
    ) -> Result<Permitted<T>, Error> {
        let (table, now) = (&self.inner.table, self.now());
        self.see(|record| {
            let subject = about.subject(record);
            let decision = allowed(table, Some(&who.actor), operation, subject.as_ref(), now);
            match (decision, subject) {
                (Decision::Allowed { role, by_emergency, .. }, Some(subject)) => {
                    let mask = seen(table, &who.actor, operation, &subject, now);
                    let shown = show(record, &mask);
                    Ok(Permitted {
                        shown,
                        role,
                        by_emergency,
                    })
                }
                (Decision::Forbidden, _) => Err(Error::Forbidden),
                (Decision::Anonymous, _) => Err(Error::Anonymous),
                _ => Err(Error::NotFound),
            }
        })
    }

    /// The role by which somebody does something at all, for entries that are about nothing in particular.
    pub(crate) fn right(&self, who: &Who, operation: Operation) -> &'static str {
        let row = self.inner.table.row(operation);
        let mut roles = who.actor.roles.iter();
        let right = roles.find(|role| row.scopes[role] != airbridge_disclosure::Scope::Nobody);
        right.map_or("", |role| role.word())
    }

    /// Records how a question ended that has left no entry yet: its body could not be read, or what it asked made no sense.
    ///
    /// # Errors
    ///
    /// The store does not answer.
    pub async fn note(&self, who: &Who, operation: Operation, subject: &str, outcome: &str) -> Result<(), Error> {
        if who.is_noted() {
            return Ok(());
        }
        self.note_anyhow(who, operation, subject, outcome).await
    }

    pub(crate) async fn note_anyhow(
        &self,
        who: &Who,
        operation: Operation,
        subject: &str,
        outcome: &str,
    ) -> Result<(), Error> {
        let role = match outcome {
            "forbidden" | "not found" => "",
            _ => self.right(who, operation),
        };
        let entry = entry(Some(who), role, operation.word(), subject, "", outcome, self.now());
        self.audit(vec![entry]).await
    }

    /// Records a refusal; what is no refusal is not recorded.
    pub(crate) async fn note_refusal(
        &self,
        who: &Who,
        operation: Operation,
        subject: &str,
        error: &Error,
    ) -> Result<(), Error> {
        let outcome = match error {
            Error::Forbidden => "forbidden",
            Error::NotFound => "not found",
            Error::Refused(_) | Error::Invalid { .. } | Error::Findings(_) => "refused",
            Error::Stale { .. } => "stale",
            Error::KeyReused | Error::AlreadyMade => "key used before",
            _ => return Ok(()),
        };
        self.note_anyhow(who, operation, subject, outcome).await
    }
}
