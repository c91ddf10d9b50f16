//! Whoever asks: from a session's token to the actor of the table of roles.

use std::collections::BTreeMap;
use std::sync::Arc;
use std::sync::atomic::{AtomicBool, Ordering};

use airbridge_disclosure::{Actor, Role};
use airbridge_events::{Account, AccountId, By};
use airbridge_store::AuditDraft;
use jiff::Timestamp;

/// Whoever asks, and by which session: made anew for each question.
#[derive(Clone, Debug)]
pub struct Who {
    /// For the table of roles.
    pub actor: Actor,
    /// Digest of the session's token.
    pub session: [u8; 32],
    /// Whether it is good for nothing but choosing another password.
    pub must_change_password: bool,
    /// Why, as they say, for the audit.
    pub purpose: String,
    /// Whether the audit has an entry for this question.
    noted: Arc<AtomicBool>,
}

impl Who {
    pub(crate) fn of(id: &AccountId, account: &Account, session: [u8; 32]) -> Self {
        let open = |emergency: &airbridge_events::Emergency| emergency.justified != Some(false);
        let emergencies = account.emergencies.iter().filter(|(_, emergency)| open(emergency));
        Self {
            actor: Actor {
                account: id.to_string(),
                organisation: account.organisation.to_string(),
                roles: account.roles.iter().filter_map(|word| Role::named(word)).collect(),
                is_suspended: account.suspended.is_some(),
                emergencies: emergencies
                    .map(|(request, emergency)| (request.stream(), emergency.until))
                    .collect::<BTreeMap<_, _>>(),
            },
            session,
            must_change_password: account.proofs.must_change_password(),
            purpose: String::new(),
            noted: Arc::default(),
        }
    }

    /// The audit has an entry that was made otherwise.
    pub(crate) fn noted(&self) {
        self.noted.store(true, Ordering::Relaxed);
    }

    /// Whether the audit has an entry for this question.
    pub fn is_noted(&self) -> bool {
        self.noted.load(Ordering::Relaxed)
    }

    /// The account.
    pub fn account(&self) -> AccountId {
        AccountId::new(&self.actor.account)
    }

    /// Who says so, by a role.
    pub(crate) fn by(&self, role: Option<Role>) -> By {
        By {
            account: self.account(),
            organisation: self.actor.organisation.as_str().into(),
            authority: role.map_or("anybody", Role::word).to_owned(),
        }
    }
}

/// An entry of the audit. Without a purpose of its own it has that of whoever asks.
pub(crate) fn entry(
    who: Option<&Who>,
    role: &str,
    act: &str,
    subject: &str,
    purpose: &str,
    outcome: &str,
    at: Timestamp,
) -> AuditDraft {
    let purpose = match who {
        Some(who) if purpose.is_empty() => &who.purpose,
        _ => purpose,
    };
    if let Some(who) = who {
        who.noted();
    }
    AuditDraft {
        at,
        actor: who.map_or_else(String::new, |who| who.actor.account.clone()),
        organisation: who.map_or_else(String::new, |who| who.actor.organisation.clone()),
        role: role.to_owned(),
        act: act.to_owned(),
        subject: subject.to_owned(),
        purpose: purpose.to_owned(),
        outcome: outcome.to_owned(),
    }
}
