//! A state's permissions: asked for, granted, refused, late.

use serde::{Deserialize, Serialize};

use crate::fact::{Draft, What};
use crate::ids::{ClearanceId, OperationId, OrganisationId};
use crate::record::Record;
use crate::refusal::{Code, Refusal, said};
use crate::row::Row;

/// What can happen to a permission.
#[derive(Clone, PartialEq, Debug, Serialize, Deserialize)]
#[serde(tag = "what", rename_all = "kebab-case")]
pub enum ClearanceEvent {
    /// It is asked for.
    Requested {
        /// In which operation.
        operation: OperationId,
        /// Who asks.
        organisation: OrganisationId,
        /// Of table `clearances`.
        row: Row,
    },
    /// It is given, or is given for another window.
    Granted {
        /// Columns that are new: `valid_from`, `valid_to`.
        row: Row,
        /// The state's number.
        number: String,
    },
    /// It is refused, or taken back.
    Denied {
        /// Why.
        reason: String,
    },
}

/// A permission as it stands.
#[derive(Clone, PartialEq, Debug)]
pub struct Clearance {
    /// In which operation.
    pub operation: OperationId,
    /// Who asks.
    pub organisation: OrganisationId,
    /// Of table `clearances`; its column `status` is kept current.
    pub row: Row,
    /// The state's number, once granted.
    pub number: Option<String>,
    /// Why it was refused or taken back, where it is.
    pub denied: Option<String>,
    /// Of its stream.
    pub version: u64,
}

/// What may be asked.
#[derive(Clone, PartialEq, Debug)]
pub enum ClearanceCommand {
    /// Ask for it.
    Request {
        /// In which operation.
        operation: OperationId,
        /// Who asks.
        organisation: OrganisationId,
        /// Of table `clearances`.
        row: Row,
    },
    /// Record that it is given.
    Grant {
        /// Columns that are new: `valid_from`, `valid_to`.
        row: Row,
        /// The state's number.
        number: String,
    },
    /// Record that it is refused or taken back.
    Deny {
        /// Why.
        reason: String,
    },
}

pub(crate) fn decide_clearance(
    record: &Record,
    id: &ClearanceId,
    command: &ClearanceCommand,
) -> Result<Vec<Draft>, Refusal> {
    let event = match command {
        ClearanceCommand::Request {
            operation,
            organisation,
            row,
        } => {
            if record.clearances.contains_key(id) {
                return Err(Refusal::new(Code::Exists, format!("there is a clearance {id} already")).field("/id"));
            }
            // What is said first: a question that makes no sense tells nobody whether there is such an operation.
            said(row.text("state"), "/row/state", "the state")?;
            record.operation(operation)?;
            ClearanceEvent::Requested {
                operation: operation.clone(),
                organisation: organisation.clone(),
                row: row.clone(),
            }
        }
        ClearanceCommand::Grant { row, number } => {
            record.clearance(id)?;
            said(number, "/number", "the state's number")?;
            ClearanceEvent::Granted {
                row: row.clone(),
                number: number.clone(),
            }
        }
        ClearanceCommand::Deny { reason } => {
            if record.clearance(id)?.row.text("status") == "denied" {
                return Err(Refusal::new(Code::State, "it is refused already"));
            }
            ClearanceEvent::Denied { reason: reason.clone() }
        }
    };
    Ok(vec![Draft {
        stream: id.stream(),
        what: What::Clearance(event),
    }])
}

impl Clearance {
    pub(crate) fn evolve(&mut self, event: &ClearanceEvent) {
        match event {
            ClearanceEvent::Requested { .. } => {}
            ClearanceEvent::Granted { row, number } => {
                self.row = self.row.with(row).with(&Row::from([("status", "granted")]));
                self.number = Some(number.clone());
                self.denied = None;
            }
            ClearanceEvent::Denied { reason } => {
                self.row = self.row.with(&Row::from([("status", "denied")]));
                self.number = None;
                self.denied = Some(reason.clone());
            }
        }
    }
}
