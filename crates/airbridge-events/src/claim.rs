//! What a decision depends on that is no stream of its own.
//!
//! Whoever decides writes to streams at the versions that they have seen, so two decisions about one thing never both hold. A decision that depends on a
//! *set* of things (no other open request of that patient, nobody on board, one running plan) needs more: all decisions that depend on the set, or change
//! it, claim the same name, and of two at once only one holds.

use crate::command::Command;
use crate::ids::{MissionId, OperationId};
use crate::mission::MissionCommand;
use crate::operation::OperationCommand;
use crate::people::AccountCommand;
use crate::plan::PlanCommand;
use crate::record::Record;
use crate::request::RequestCommand;

/// Logins, roles, and whose facility is whose.
const PEOPLE: &str = "people";

/// Names that a command claims, to be decided on the record. Decisions without a name in common do not stand in each other's way.
pub fn claims(record: &Record, command: &Command) -> Vec<String> {
    if let Command::Plan(id, PlanCommand::Adopt { .. } | PlanCommand::AdoptPart { .. }) = command {
        return record
            .plans
            .get(id)
            .map_or_else(Vec::new, |plan| adoption(record, &plan.outline.operation));
    }
    let one = match command {
        Command::Request(
            _,
            RequestCommand::Create {
                operation,
                organisation,
                ..
            },
        ) => Some(format!("patients/{operation}/{organisation}")),
        Command::Request(_, RequestCommand::Enplane { mission, .. }) => Some(aboard(mission)),
        Command::Mission(id, MissionCommand::Cancel(_) | MissionCommand::Abort(_) | MissionCommand::Complete) => {
            Some(aboard(id))
        }
        // No plan of old tables is adopted beside new ones.
        Command::Operation(id, OperationCommand::ReplaceTables { .. }) => Some(running(id)),
        Command::Account(
            _,
            AccountCommand::Open { .. }
            | AccountCommand::ChangeRoles(_)
            | AccountCommand::Suspend(_)
            | AccountCommand::Reinstate,
        )
        | Command::Organisation(..) => Some(PEOPLE.to_owned()),
        Command::Operation(..)
        | Command::Request(..)
        | Command::Offer(..)
        | Command::Clearance(..)
        | Command::Mission(..)
        | Command::Plan(..)
        | Command::Account(..) => None,
    };
    one.into_iter().collect()
}

/// Adopting a plan makes it the one that runs, and cancels missions that have not left, where nobody is on board.
fn adoption(record: &Record, operation: &OperationId) -> Vec<String> {
    let missions = record.missions.iter();
    let open = missions.filter(|(_, known)| known.operation == *operation && !known.is_over() && !known.has_departed());
    let aboard = open.map(|(id, _)| aboard(id));
    [running(operation)].into_iter().chain(aboard).collect()
}

fn running(operation: &OperationId) -> String {
    format!("plan/{operation}")
}

fn aboard(mission: &MissionId) -> String {
    format!("aboard/{mission}")
}
