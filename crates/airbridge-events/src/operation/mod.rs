//! Standing operations and the permissions that they need.

mod clearance;
mod import;

use serde::{Deserialize, Serialize};

pub(crate) use self::clearance::decide_clearance;
pub use self::clearance::{Clearance, ClearanceCommand, ClearanceEvent};
pub use self::import::Import;
use crate::fact::{Draft, Fact, What};
use crate::ids::{OperationId, OrganisationId, PlanId};
use crate::record::Record;
use crate::refusal::{Code, Refusal, said};

/// What can happen to an operation.
#[derive(Clone, PartialEq, Debug, Serialize, Deserialize)]
#[serde(tag = "what", rename_all = "kebab-case")]
pub enum OperationEvent {
    /// It begins.
    Opened {
        /// Whose mandate it is.
        organisation: OrganisationId,
        /// What people call it.
        name: String,
        /// Where its tables are kept, but for requests, offers and clearances: the name of a blob.
        tables: String,
    },
    /// Its tables have been read anew.
    TablesReplaced {
        /// As in `Opened`.
        tables: String,
    },
    /// Something has happened, in the words of the events format (`docs/events-format.md`).
    Reported {
        /// One event.
        event: serde_json::Value,
    },
}

/// Something that was reported of an operation.
#[derive(Clone, PartialEq, Debug)]
pub struct Report {
    /// The fact.
    pub seq: u64,
    /// In the words of the events format.
    pub event: serde_json::Value,
}

/// A standing operation.
#[derive(Clone, PartialEq, Debug)]
pub struct Operation {
    /// Whose mandate it is.
    pub organisation: OrganisationId,
    /// What people call it.
    pub name: String,
    /// Where its tables are kept.
    pub tables: String,
    /// The plan that runs, once one was adopted.
    pub plan: Option<PlanId>,
    /// The fact by which its tables were written last.
    pub tables_seq: u64,
    /// What was reported, in the order in which it was recorded, without what was replaced by a later report.
    pub reported: Vec<Report>,
    /// Of its stream.
    pub version: u64,
}

/// What may be asked.
#[derive(Clone, PartialEq, Debug)]
pub enum OperationCommand {
    /// Begin.
    Open {
        /// Whose mandate it is.
        organisation: OrganisationId,
        /// What people call it.
        name: String,
        /// The name of a blob.
        tables: String,
    },
    /// Begin with what its tables have.
    Import(Box<Import>),
    /// Take other tables.
    ReplaceTables {
        /// The name of a blob.
        tables: String,
    },
    /// Report what has happened, in the words of the events format.
    Report {
        /// One event, which somebody has read and found sensible.
        event: serde_json::Value,
    },
}

pub(crate) fn decide(record: &Record, id: &OperationId, command: &OperationCommand) -> Result<Vec<Draft>, Refusal> {
    let event = match command {
        OperationCommand::Open {
            organisation,
            name,
            tables,
        } => {
            if record.operations.contains_key(id) {
                return Err(Refusal::new(Code::Exists, format!("there is an operation {id} already")).field("/id"));
            }
            said(name, "/name", "the name")?;
            record.organisation(organisation)?;
            OperationEvent::Opened {
                organisation: organisation.clone(),
                name: name.clone(),
                tables: tables.clone(),
            }
        }
        OperationCommand::Import(import) => return self::import::import(record, id, import),
        OperationCommand::ReplaceTables { tables } => {
            record.operation(id)?;
            OperationEvent::TablesReplaced { tables: tables.clone() }
        }
        OperationCommand::Report { event } => {
            record.operation(id)?;
            OperationEvent::Reported { event: event.clone() }
        }
    };
    Ok(vec![Draft {
        stream: id.stream(),
        what: What::Operation(event),
    }])
}

impl Operation {
    pub(crate) fn evolve(&mut self, event: &OperationEvent, fact: &Fact) {
        match event {
            OperationEvent::Opened { .. } => {}
            OperationEvent::TablesReplaced { tables } => {
                self.tables.clone_from(tables);
                self.tables_seq = fact.seq;
            }
            OperationEvent::Reported { event } => {
                self.reported.retain(|report| Some(report.seq) != fact.supersedes);
                self.reported.push(Report {
                    seq: fact.seq,
                    event: event.clone(),
                });
            }
        }
    }
}
