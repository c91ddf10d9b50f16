//! What may be done with organisations and accounts.

use jiff::Timestamp;

use super::PeopleEvent;
use super::proof::{self, Password, ProofCommand};
use crate::command::Context;
use crate::fact::{Draft, What};
use crate::ids::{AccountId, OrganisationId, RequestId};
use crate::record::Record;
use crate::refusal::{Code, Refusal, said};

/// What may be asked of organisations.
#[derive(Clone, PartialEq, Debug)]
pub enum OrganisationCommand {
    /// Take one in, or change what is known of it.
    Describe {
        /// What people call it.
        name: String,
        /// Facilities that are its own.
        facilities: Vec<String>,
        /// Operators of aircraft that it is.
        operators: Vec<String>,
    },
}

/// What may be asked of accounts.
#[derive(Clone, PartialEq, Debug)]
pub enum AccountCommand {
    /// Open one.
    Open {
        /// For whom.
        organisation: OrganisationId,
        /// What they log in with.
        login: String,
        /// As what.
        roles: Vec<String>,
        /// A first password, where they have one.
        password: Option<Password>,
    },
    /// See to how they prove who they are.
    Prove(ProofCommand),
    /// Let them do other things.
    ChangeRoles(Vec<String>),
    /// Let them do nothing for the time being.
    Suspend(String),
    /// Let them act again.
    Reinstate,
    /// Open a record in an emergency.
    OpenEmergency {
        /// Whose record.
        request: RequestId,
        /// Why.
        reason: String,
        /// So long.
        until: Timestamp,
    },
    /// Say whether that was right.
    ReviewEmergency {
        /// Whose record.
        request: RequestId,
        /// Whether it was right.
        justified: bool,
        /// In words.
        note: String,
    },
}

pub(crate) fn decide_organisation(
    record: &Record,
    id: &OrganisationId,
    command: &OrganisationCommand,
) -> Result<Vec<Draft>, Refusal> {
    let OrganisationCommand::Describe {
        name,
        facilities,
        operators,
    } = command;
    said(name, "/name", "the name")?;
    for (other, known) in record.organisations.iter().filter(|(other, _)| *other != id) {
        if let Some(facility) = facilities.iter().find(|facility| known.facilities.contains(facility)) {
            let what = format!("facility {facility} belongs to {other}");
            return Err(Refusal::new(Code::Exists, what).field("/facilities"));
        }
    }
    let (name, facilities, operators) = (name.clone(), facilities.clone(), operators.clone());
    let event = if record.organisations.contains_key(id) {
        PeopleEvent::OrganisationChanged {
            name,
            facilities,
            operators,
        }
    } else {
        PeopleEvent::OrganisationJoined {
            name,
            facilities,
            operators,
        }
    };
    Ok(vec![Draft {
        stream: id.stream(),
        what: What::People(event),
    }])
}

pub(crate) fn decide_account(
    record: &Record,
    id: &AccountId,
    command: &AccountCommand,
    context: &Context<'_>,
) -> Result<Vec<Draft>, Refusal> {
    let event = match command {
        AccountCommand::Open {
            organisation,
            login,
            roles,
            password,
        } => {
            if record.accounts.contains_key(id) {
                return Err(Refusal::new(Code::Exists, "there is such an account already").field("/id"));
            }
            if record.by_login(login).is_some() {
                return Err(Refusal::new(Code::Exists, "somebody logs in with that already").field("/login"));
            }
            said(login, "/login", "the login")?;
            record.organisation(organisation)?;
            let opened = PeopleEvent::AccountOpened {
                organisation: organisation.clone(),
                login: login.clone(),
                roles: roles.clone(),
            };
            let events = [opened].into_iter().chain(password.map(proof::set));
            return Ok(events.map(|event| draft(id, event)).collect());
        }
        AccountCommand::Prove(command) => proof::decide(record, id, record.account(id)?, command, context)?,
        AccountCommand::ChangeRoles(roles) => {
            record.account(id)?;
            if context.by.account == *id {
                return Err(Refusal::new(Code::Guard, "nobody changes what they may do themselves"));
            }
            PeopleEvent::RolesChanged { roles: roles.clone() }
        }
        AccountCommand::Suspend(reason) => {
            said(reason, "/reason", "the reason")?;
            if record.account(id)?.suspended.is_some() {
                return Err(Refusal::new(Code::State, "the account is suspended already"));
            }
            PeopleEvent::Suspended { reason: reason.clone() }
        }
        AccountCommand::Reinstate => {
            if record.account(id)?.suspended.is_none() {
                return Err(Refusal::new(Code::State, "the account is not suspended"));
            }
            PeopleEvent::Reinstated
        }
        AccountCommand::OpenEmergency { request, reason, until } => {
            record.account(id)?;
            record.request(request)?;
            said(reason, "/reason", "the reason")?;
            if *until <= context.now {
                return Err(Refusal::new(Code::Invalid, "the access ends before it begins").field("/until"));
            }
            PeopleEvent::EmergencyOpened {
                request: request.clone(),
                reason: reason.clone(),
                until: *until,
            }
        }
        AccountCommand::ReviewEmergency {
            request,
            justified,
            note,
        } => {
            let known = record.account(id)?.emergencies.get(request);
            if known.is_none_or(|emergency| emergency.justified.is_some()) {
                return Err(Refusal::new(
                    Code::State,
                    "there is no emergency access that waits for a review",
                ));
            }
            if context.by.account == *id {
                return Err(Refusal::new(Code::Guard, "nobody reviews their own emergency access"));
            }
            PeopleEvent::EmergencyReviewed {
                request: request.clone(),
                justified: *justified,
                note: note.clone(),
            }
        }
    };
    Ok(vec![draft(id, event)])
}

fn draft(id: &AccountId, event: PeopleEvent) -> Draft {
    Draft {
        stream: id.stream(),
        what: What::People(event),
    }
}
