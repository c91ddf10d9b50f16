//! What a live stream tells: each message by the row of the thing that it is about, and recorded.

use airbridge_disclosure::{Decision, Operation, Role, decide as allowed};

use crate::app::App;
use crate::error::Error;
use crate::subject::About;
use crate::who::{Who, entry};

impl App {
    /// For each of some things, whether whoever follows may be told of it now. What is told is recorded; what is not leaves no trace.
    ///
    /// # Errors
    ///
    /// The store does not answer.
    pub async fn streamed(&self, who: &Who, asked: &[(Operation, About)]) -> Result<Vec<bool>, Error> {
        let (table, now) = (&self.inner.table, self.now());
        let roles: Vec<Option<&str>> = self.see(|record| {
            let role = |(operation, about): &(Operation, About)| {
                let subject = about.subject(record)?;
                match allowed(table, Some(&who.actor), *operation, Some(&subject), now) {
                    Decision::Allowed { role, .. } => Some(role.map_or("anybody", Role::word)),
                    _ => None,
                }
            };
            asked.iter().map(role).collect()
        });
        let told = asked.iter().zip(&roles).filter_map(|((operation, about), role)| {
            let (act, subject) = (operation.word(), about.id());
            role.map(|role| entry(Some(who), role, act, &subject, "", "streamed", now))
        });
        self.audit(told.collect()).await?;
        Ok(roles.iter().map(Option::is_some).collect())
    }
}
