//! What may be asked of the record, and how it is decided.

use jiff::Timestamp;

use crate::fact::{By, Draft};
use crate::ids::{AccountId, ClearanceId, MissionId, OfferId, OperationId, OrganisationId, PlanId, RequestId};
use crate::mission::{self, MissionCommand};
use crate::offer::{self, OfferCommand};
use crate::operation::{self, ClearanceCommand, OperationCommand};
use crate::people::{self, AccountCommand, OrganisationCommand};
use crate::plan::{self, PlanCommand};
use crate::record::Record;
use crate::refusal::Refusal;
use crate::request::{self, RequestCommand};

/// Something that somebody wants done. Whether they may is asked before, of the table of roles.
#[derive(Clone, PartialEq, Debug)]
pub enum Command {
    /// With a standing operation.
    Operation(OperationId, OperationCommand),
    /// With a request.
    Request(RequestId, RequestCommand),
    /// With an offer of beds.
    Offer(OfferId, OfferCommand),
    /// With a state's permission.
    Clearance(ClearanceId, ClearanceCommand),
    /// With a mission.
    Mission(MissionId, MissionCommand),
    /// With a plan.
    Plan(PlanId, PlanCommand),
    /// With an organisation.
    Organisation(OrganisationId, OrganisationCommand),
    /// With an account.
    Account(AccountId, AccountCommand),
}

/// What a decision needs to know beyond the record.
#[derive(Clone, Copy, Debug)]
pub struct Context<'c> {
    /// The server's time.
    pub now: Timestamp,
    /// When what is asked for happened: now, or earlier where it is reported late.
    pub happened_at: Timestamp,
    /// Who asks.
    pub by: &'c By,
}

/// What happens when a command is done: events for one or several streams, all or none of them.
///
/// # Errors
///
/// Why it cannot be done. Nothing has happened then.
pub fn decide(record: &Record, command: &Command, context: &Context<'_>) -> Result<Vec<Draft>, Refusal> {
    match command {
        Command::Operation(id, command) => operation::decide(record, id, command),
        Command::Request(id, command) => request::decide(record, id, command, context),
        Command::Offer(id, command) => offer::decide(record, id, command, context),
        Command::Clearance(id, command) => operation::decide_clearance(record, id, command),
        Command::Mission(id, command) => mission::decide(record, id, command, context),
        Command::Plan(id, command) => plan::decide(record, id, command, context),
        Command::Organisation(id, command) => people::decide_organisation(record, id, command),
        Command::Account(id, command) => people::decide_account(record, id, command, context),
    }
}
