//! Whoever runs the machine: the first accounts, and what a demonstration begins with.
//!
//! Whoever can write to the store needs no role; what they do is recorded and audited all the same.

use airbridge_disclosure::Role;
use airbridge_events::{AccountCommand, AccountId, By, Command, Context, OrganisationId, decide};
use airbridge_store::{Commit, StoreError};

use crate::act::{appends, guards, stream_of};
use crate::app::App;
use crate::codec::Provenance;
use crate::error::Error;
use crate::who::entry;

/// What stands for whoever runs the machine in log and audit.
const MACHINE: &str = "machine";

impl App {
    /// Does something without asking the table of roles: for commands on the machine itself, never for the interface.
    ///
    /// # Errors
    ///
    /// It cannot be done as things stand.
    pub async fn as_machine(&self, command: &Command) -> Result<(), Error> {
        let by = By {
            account: AccountId::new(MACHINE),
            organisation: OrganisationId::new(MACHINE),
            authority: MACHINE.to_owned(),
        };
        loop {
            self.catch_up().await?;
            let now = self.now();
            let commit = self.see(|record| {
                let drafts = decide(record, command, &Context { now, by: &by })?;
                let provenance = Provenance {
                    by: by.clone(),
                    happened_at: now,
                    supersedes: None,
                    confirms: None,
                };
                Ok::<_, Error>(Commit {
                    appends: appends(record, &drafts, &provenance),
                    guards: guards(record, command),
                    audit: vec![entry(None, MACHINE, "command", &stream_of(command), "", "done", now)],
                    ..Commit::at(now)
                })
            })?;
            match self.store().commit(commit).await {
                Ok(_) => return self.catch_up().await,
                Err(StoreError::Conflict { .. } | StoreError::Stale { .. }) => {}
                Err(error) => return Err(error.into()),
            }
        }
    }

    /// Opens an account with a password.
    ///
    /// # Errors
    ///
    /// The login is taken, the organisation unknown, or the password too easy; the account is there then only in the last case.
    pub async fn open_account(
        &self,
        login: &str,
        password: &str,
        organisation: &OrganisationId,
        roles: &[Role],
    ) -> Result<AccountId, Error> {
        crate::acceptable(password, login)?;
        let id = AccountId::new(&self.random_text()[..16]);
        let open = AccountCommand::Open {
            organisation: organisation.clone(),
            login: login.to_owned(),
            roles: roles.iter().map(|role| role.word().to_owned()).collect(),
        };
        self.as_machine(&Command::Account(id.clone(), open)).await?;
        self.set_password(&id, password).await?;
        Ok(id)
    }
}
