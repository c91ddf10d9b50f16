//! Acts that no row of the table of roles is asked for: those of whoever runs the machine, and those by which somebody proves who they are.
//!
//! What is done is recorded and audited all the same, in one commit.

use airbridge_disclosure::{Role, Table};
use airbridge_events::{
    AccountCommand, AccountId, By, Code, Command, Context, OrganisationId, Record, Refusal, decide,
};
use airbridge_store::{AuditDraft, Commit, Committed, Once, StoreError, VaultChange};

use crate::act::{appends, guards, stream_of};
use crate::app::App;
use crate::codec::Provenance;
use crate::error::Error;

/// So often it is decided again when others were faster.
const TRIES: usize = 20;

/// What stands for whoever runs the machine in log and audit.
pub(crate) const MACHINE: &str = "machine";

/// What is committed along with an act.
#[derive(Clone, Debug)]
pub(crate) struct Along {
    pub(crate) audit: AuditDraft,
    pub(crate) vault: Vec<VaultChange>,
    /// What can be done only once, such as using a code: whose, and which.
    pub(crate) once: Option<(String, String)>,
}

/// Whether it was done now.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub(crate) enum Settled {
    /// Now.
    Now,
    /// Before: it can be done only once.
    Before,
}

/// Whoever runs the machine.
pub(crate) fn machine() -> By {
    By {
        account: AccountId::new(MACHINE),
        organisation: OrganisationId::new(MACHINE),
        authority: MACHINE.to_owned(),
    }
}

/// Refuses roles that nobody holds together.
pub(crate) fn apart(table: &Table, command: &Command) -> Result<(), Refusal> {
    let Command::Account(_, AccountCommand::Open { roles, .. } | AccountCommand::ChangeRoles(roles)) = command else {
        return Ok(());
    };
    let known: Vec<Role> = roles.iter().filter_map(|word| Role::named(word)).collect();
    let Some(pair) = table.conflict(&known) else {
        return Ok(());
    };
    let [one, other] = pair.roles;
    let place = roles
        .iter()
        .rposition(|word| word == one.word() || word == other.word());
    Err(
        Refusal::new(Code::Guard, format!("nobody is both {one} and {other}: {}", pair.why))
            .remedy("open an account for each, of two people")
            .field(format!("/roles/{}", place.unwrap_or(0))),
    )
}

impl App {
    /// Decides and records without asking the table of roles.
    ///
    /// # Errors
    ///
    /// It cannot be done as things stand.
    pub(crate) async fn settle(&self, by: &By, command: Option<&Command>, along: &Along) -> Result<Settled, Error> {
        for _ in 0..TRIES {
            self.catch_up().await?;
            let now = self.now();
            let commit = self.see(|record| self.prepared(record, by, command, along, now))?;
            match self.store().commit(commit).await {
                Ok(Committed::Done(_)) => {
                    self.catch_up().await?;
                    return Ok(Settled::Now);
                }
                Ok(Committed::Repeated(_)) => return Ok(Settled::Before),
                Err(StoreError::Conflict { .. } | StoreError::Stale { .. }) => {}
                Err(error) => return Err(error.into()),
            }
        }
        Err(Error::Busy)
    }

    fn prepared(
        &self,
        record: &Record,
        by: &By,
        command: Option<&Command>,
        along: &Along,
        now: jiff::Timestamp,
    ) -> Result<Commit, Error> {
        let mut commit = Commit {
            audit: vec![AuditDraft {
                at: now,
                ..along.audit.clone()
            }],
            vault: along.vault.clone(),
            once: along.once.as_ref().map(|(actor, key)| Once {
                actor: actor.clone(),
                key: key.clone(),
                digest: [0; 32],
                answer: serde_json::Value::Null,
            }),
            ..Commit::at(now)
        };
        if let Some(command) = command {
            apart(&self.inner.table, command)?;
            let drafts = decide(
                record,
                command,
                &Context {
                    now,
                    happened_at: now,
                    by,
                },
            )?;
            let provenance = Provenance {
                by: by.clone(),
                happened_at: now,
                supersedes: None,
                confirms: None,
            };
            commit.appends = appends(record, &drafts, &provenance);
            commit.guards = guards(record, command);
        }
        Ok(commit)
    }

    /// Does something as whoever runs the machine: for its own commands, never for the interface.
    ///
    /// # Errors
    ///
    /// It cannot be done as things stand.
    pub async fn as_machine(&self, command: &Command) -> Result<(), Error> {
        self.by_machine(command, Vec::new()).await
    }

    pub(crate) async fn by_machine(&self, command: &Command, vault: Vec<VaultChange>) -> Result<(), Error> {
        let audit = crate::who::entry(None, MACHINE, "command", &stream_of(command), "", "done", self.now());
        let along = Along {
            audit,
            vault,
            once: None,
        };
        self.settle(&machine(), Some(command), &along).await.map(drop)
    }
}
