//! How somebody proves who they are: what may be asked and decided. The secrets themselves are elsewhere; here is only that there are any, since
//! when, and who saw to it.

use std::collections::{BTreeMap, BTreeSet};

use jiff::Timestamp;

use super::{Account, PeopleEvent};
use crate::command::Context;
use crate::ids::AccountId;
use crate::record::Record;
use crate::refusal::{Code, Refusal, said};

/// What is known of a password: not the password.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub struct Password {
    /// Somebody else has chosen it: it is good for choosing another.
    pub is_temporary: bool,
    /// It is long enough without a second factor.
    pub stands_alone: bool,
}

/// What is known of a second factor: neither secret nor codes.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct SecondFactor {
    /// Recovery codes that were given, numbered from 0.
    pub codes: u32,
    /// Those that were used.
    pub used: BTreeSet<u32>,
}

/// Means by which an account proves who it is.
#[derive(Clone, PartialEq, Eq, Debug, Default)]
pub struct Proofs {
    /// The password, where one was set since passwords are in the record.
    pub password: Option<Password>,
    /// So long an invitation to choose a password is good.
    pub invited_until: Option<Timestamp>,
    /// The second factor.
    pub second_factor: Option<SecondFactor>,
    /// Subjects of other issuers that log in as this account.
    pub sign_ons: BTreeMap<String, String>,
}

/// What may be asked of an account's means to prove who it is. That whoever asks knows the old ones is for the caller to see to.
#[derive(Clone, PartialEq, Debug)]
pub enum ProofCommand {
    /// Take a password.
    SetPassword(Password),
    /// Let them choose a password until then.
    Invite {
        /// So long.
        until: Timestamp,
    },
    /// Take the password that an invitation was for.
    AcceptInvitation(Password),
    /// Take a second factor.
    EnrolSecondFactor {
        /// Recovery codes that go with it.
        codes: u32,
    },
    /// Take a recovery code in its place, once.
    UseRecoveryCode {
        /// Which.
        number: u32,
    },
    /// Forget the second factor.
    ResetSecondFactor {
        /// Why.
        reason: String,
    },
    /// Let somebody whom another issuer knows log in.
    Link {
        /// Who says who they are.
        issuer: String,
        /// And how they are called there.
        subject: String,
    },
    /// No longer.
    Unlink {
        /// Whose word is not taken any more.
        issuer: String,
    },
}

impl Proofs {
    /// Whether the session is good for nothing but choosing another password.
    pub fn must_change_password(&self) -> bool {
        let weak =
            |password: Password| password.is_temporary || !(password.stands_alone || self.second_factor.is_some());
        self.password.is_some_and(weak)
    }

    pub(crate) fn evolve(&mut self, event: &PeopleEvent) {
        match event {
            PeopleEvent::PasswordSet {
                temporary,
                stands_alone,
            } => {
                self.password = Some(Password {
                    is_temporary: *temporary,
                    stands_alone: *stands_alone,
                });
                self.invited_until = None;
            }
            PeopleEvent::Invited { until } => self.invited_until = Some(*until),
            PeopleEvent::SecondFactorEnrolled { codes } => {
                self.second_factor = Some(SecondFactor {
                    codes: *codes,
                    used: BTreeSet::new(),
                });
            }
            PeopleEvent::RecoveryCodeUsed { number } => {
                if let Some(factor) = &mut self.second_factor {
                    factor.used.insert(*number);
                }
            }
            PeopleEvent::SecondFactorReset { .. } => self.second_factor = None,
            PeopleEvent::SignOnLinked { issuer, subject } => {
                self.sign_ons.insert(issuer.clone(), subject.clone());
            }
            PeopleEvent::SignOnUnlinked { issuer } => drop(self.sign_ons.remove(issuer)),
            _ => {}
        }
    }
}

/// That a password was set.
pub(super) fn set(password: Password) -> PeopleEvent {
    PeopleEvent::PasswordSet {
        temporary: password.is_temporary,
        stands_alone: password.stands_alone,
    }
}

/// Whether an event ends what relies on how somebody had proved who they are.
pub(super) fn ends_sessions(event: &PeopleEvent) -> bool {
    matches!(
        event,
        PeopleEvent::PasswordSet { .. } | PeopleEvent::SecondFactorReset { .. } | PeopleEvent::SignOnUnlinked { .. }
    )
}

pub(super) fn decide(
    record: &Record,
    id: &AccountId,
    account: &Account,
    command: &ProofCommand,
    context: &Context<'_>,
) -> Result<PeopleEvent, Refusal> {
    let proofs = &account.proofs;
    let not_oneself = |what: &str| {
        if context.by.account == *id {
            return Err(Refusal::new(Code::Guard, what));
        }
        Ok(())
    };
    Ok(match command {
        ProofCommand::SetPassword(password) => set(*password),
        ProofCommand::Invite { until } => {
            not_oneself("nobody invites themselves: change the password instead")?;
            if *until <= context.now {
                return Err(Refusal::new(Code::Invalid, "the invitation ends before it begins").field("/until"));
            }
            PeopleEvent::Invited { until: *until }
        }
        ProofCommand::AcceptInvitation(password) => {
            if proofs.invited_until.is_none_or(|until| until <= context.now) {
                return Err(Refusal::new(Code::State, "there is no invitation that is still good")
                    .remedy("ask an administrator for another"));
            }
            set(*password)
        }
        ProofCommand::EnrolSecondFactor { codes } => PeopleEvent::SecondFactorEnrolled { codes: *codes },
        ProofCommand::UseRecoveryCode { number } => {
            let factor = proofs.second_factor.as_ref();
            if factor.is_none_or(|factor| *number >= factor.codes || factor.used.contains(number)) {
                return Err(Refusal::new(Code::State, "there is no such recovery code any more"));
            }
            PeopleEvent::RecoveryCodeUsed { number: *number }
        }
        ProofCommand::ResetSecondFactor { reason } => {
            said(reason, "/reason", "the reason")?;
            not_oneself("nobody resets their own second factor")?;
            if proofs.second_factor.is_none() {
                return Err(Refusal::new(Code::State, "the account has no second factor"));
            }
            PeopleEvent::SecondFactorReset { reason: reason.clone() }
        }
        ProofCommand::Link { issuer, subject } => {
            said(issuer, "/issuer", "the issuer")?;
            said(subject, "/subject", "the subject")?;
            not_oneself("nobody links their own account")?;
            if record.by_sign_on(issuer, subject).is_some_and(|(other, _)| other != id) {
                return Err(Refusal::new(Code::Exists, "another account is linked to that subject").field("/subject"));
            }
            let (issuer, subject) = (issuer.clone(), subject.clone());
            PeopleEvent::SignOnLinked { issuer, subject }
        }
        ProofCommand::Unlink { issuer } => {
            if !proofs.sign_ons.contains_key(issuer) {
                return Err(Refusal::new(Code::State, "the account is not linked to that issuer").field("/issuer"));
            }
            PeopleEvent::SignOnUnlinked { issuer: issuer.clone() }
        }
    })
}
