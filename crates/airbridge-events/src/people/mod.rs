//! Organisations and accounts: who there is, and what they may be trusted with. Passwords and keys are elsewhere.

mod decide;
mod proof;

use std::collections::BTreeMap;

use jiff::Timestamp;
use serde::{Deserialize, Serialize};

pub use self::decide::{AccountCommand, OrganisationCommand};
pub(crate) use self::decide::{decide_account, decide_organisation};
pub use self::proof::{Password, ProofCommand, Proofs, SecondFactor};
use crate::ids::{OrganisationId, RequestId};

/// What can happen to organisations and accounts.
#[derive(Clone, PartialEq, Debug, Serialize, Deserialize)]
#[serde(tag = "what", rename_all = "kebab-case")]
pub enum PeopleEvent {
    /// An organisation takes part.
    OrganisationJoined {
        /// What people call it.
        name: String,
        /// Facilities that are its own, by id in the tables.
        facilities: Vec<String>,
        /// Operators of aircraft that it is, by name in the tables.
        operators: Vec<String>,
    },
    /// It is known otherwise by now.
    OrganisationChanged {
        /// As when it joined.
        name: String,
        /// As when it joined.
        facilities: Vec<String>,
        /// As when it joined.
        operators: Vec<String>,
    },
    /// Somebody may act.
    AccountOpened {
        /// For whom.
        organisation: OrganisationId,
        /// What they log in with.
        login: String,
        /// As what, in the words of the table of roles.
        roles: Vec<String>,
    },
    /// They may do other things.
    RolesChanged {
        /// As what.
        roles: Vec<String>,
    },
    /// They may not act for the time being.
    Suspended {
        /// Why.
        reason: String,
    },
    /// They may act again.
    Reinstated,
    /// They have opened a record that is not theirs, in an emergency.
    EmergencyOpened {
        /// Whose record.
        request: RequestId,
        /// Why.
        reason: String,
        /// So long.
        until: Timestamp,
    },
    /// Somebody has looked at why.
    EmergencyReviewed {
        /// Whose record.
        request: RequestId,
        /// Whether it was right.
        justified: bool,
        /// In words.
        note: String,
    },
    /// They log in with another password.
    PasswordSet {
        /// Somebody else has chosen it.
        temporary: bool,
        /// It is long enough without a second factor.
        stands_alone: bool,
    },
    /// They may choose a password themselves.
    Invited {
        /// So long.
        until: Timestamp,
    },
    /// They log in with a second factor.
    SecondFactorEnrolled {
        /// Recovery codes that were given with it.
        codes: u32,
    },
    /// A recovery code was taken in place of the second factor.
    RecoveryCodeUsed {
        /// Which, from 0.
        number: u32,
    },
    /// They have no second factor any more.
    SecondFactorReset {
        /// Why.
        reason: String,
    },
    /// Somebody whom another issuer knows logs in as them.
    SignOnLinked {
        /// Who says who they are.
        issuer: String,
        /// How they are called there.
        subject: String,
    },
    /// No longer.
    SignOnUnlinked {
        /// Whose word is not taken any more.
        issuer: String,
    },
}

/// Emergency access to one record.
#[derive(Clone, PartialEq, Debug)]
pub struct Emergency {
    /// Why.
    pub reason: String,
    /// From then.
    pub opened_at: Timestamp,
    /// So long.
    pub until: Timestamp,
    /// What the review has found, once there was one.
    pub justified: Option<bool>,
}

/// An organisation as it stands.
#[derive(Clone, PartialEq, Debug)]
pub struct Organisation {
    /// What people call it.
    pub name: String,
    /// Facilities that are its own.
    pub facilities: Vec<String>,
    /// Operators of aircraft that it is.
    pub operators: Vec<String>,
    /// Of its stream.
    pub version: u64,
}

/// An account as it stands.
#[derive(Clone, PartialEq, Debug)]
pub struct Account {
    /// For whom.
    pub organisation: OrganisationId,
    /// What they log in with.
    pub login: String,
    /// As what.
    pub roles: Vec<String>,
    /// Why they may not act for the time being.
    pub suspended: Option<String>,
    /// Records opened in an emergency.
    pub emergencies: BTreeMap<RequestId, Emergency>,
    /// How they prove who they are.
    pub proofs: Proofs,
    /// Changes whenever what they may do does, so that whatever relies on it ends.
    pub standing: u64,
    /// Of its stream.
    pub version: u64,
}

impl Organisation {
    pub(crate) fn evolve(&mut self, event: &PeopleEvent) {
        if let PeopleEvent::OrganisationChanged {
            name,
            facilities,
            operators,
        } = event
        {
            self.name.clone_from(name);
            self.facilities.clone_from(facilities);
            self.operators.clone_from(operators);
        }
    }
}

impl Account {
    pub(crate) fn evolve(&mut self, event: &PeopleEvent, at: Timestamp) {
        self.proofs.evolve(event);
        if proof::ends_sessions(event) {
            self.standing += 1;
        }
        match event {
            PeopleEvent::RolesChanged { roles } => {
                self.roles.clone_from(roles);
                self.standing += 1;
            }
            PeopleEvent::Suspended { reason } => {
                self.suspended = Some(reason.clone());
                self.standing += 1;
            }
            PeopleEvent::Reinstated => {
                self.suspended = None;
                self.standing += 1;
            }
            PeopleEvent::EmergencyOpened { request, reason, until } => {
                let emergency = Emergency {
                    reason: reason.clone(),
                    opened_at: at,
                    until: *until,
                    justified: None,
                };
                self.emergencies.insert(request.clone(), emergency);
            }
            PeopleEvent::EmergencyReviewed { request, justified, .. } => {
                if let Some(emergency) = self.emergencies.get_mut(request) {
                    emergency.justified = Some(*justified);
                }
            }
            _ => {}
        }
    }
}
