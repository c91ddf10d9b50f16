//! Whether somebody may do something, and what they then see.

use jiff::Timestamp;

use crate::actor::{Actor, Subject};
use crate::fields::{Mask, Phase};
use crate::operation::Operation;
use crate::role::Role;
use crate::scope::Scope;
use crate::table::Table;

/// What the table says.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub enum Decision {
    /// Yes.
    Allowed {
        /// The role that allows it; `None`: anybody.
        role: Option<Role>,
        /// How far the right reaches.
        scope: Scope,
        /// Only because the record was opened in an emergency.
        by_emergency: bool,
    },
    /// No, and not on anything: the role never does that.
    Forbidden,
    /// No: it is not there, or not theirs. Both look the same.
    NotFound,
    /// No: nobody is logged in.
    Anonymous,
}

/// Asks the table. `subject` is `None` where there is no such thing.
pub fn decide(
    table: &Table,
    actor: Option<&Actor>,
    operation: Operation,
    subject: Option<&Subject>,
    now: Timestamp,
) -> Decision {
    let row = table.row(operation);
    let Some(actor) = actor.filter(|actor| !actor.is_suspended) else {
        return match row.anonymous {
            Scope::Any => Decision::Allowed {
                role: None,
                scope: Scope::Any,
                by_emergency: false,
            },
            _ => Decision::Anonymous,
        };
    };
    let rights = || actor.roles.iter().map(|role| (*role, row.scopes[role]));
    let in_emergency = || actor.roles.iter().find(|role| row.emergency.contains(role));
    if let Some(subject) = subject {
        for (role, scope) in rights() {
            if scope.covers(actor, subject, now, table.crew_sight) {
                return Decision::Allowed {
                    role: Some(role),
                    scope,
                    by_emergency: false,
                };
            }
        }
        let opened = actor.emergencies.get(&subject.name).is_some_and(|until| *until > now);
        if let Some(role) = in_emergency().filter(|_| opened) {
            return Decision::Allowed {
                role: Some(*role),
                scope: Scope::Any,
                by_emergency: true,
            };
        }
    }
    let never = rights().all(|(_, scope)| scope == Scope::Nobody) && in_emergency().is_none();
    if never { Decision::Forbidden } else { Decision::NotFound }
}

/// The groups of fields that somebody sees of a patient, by all roles that may do the operation on them.
pub fn seen(table: &Table, actor: &Actor, operation: Operation, subject: &Subject, now: Timestamp) -> Mask {
    mask(table, actor, operation, subject, now, |sight| &sight.sees)
}

/// The groups of fields that somebody may write of a patient.
pub fn written(table: &Table, actor: &Actor, operation: Operation, subject: &Subject, now: Timestamp) -> Mask {
    mask(table, actor, operation, subject, now, |sight| &sight.writes)
}

fn mask(
    table: &Table,
    actor: &Actor,
    operation: Operation,
    subject: &Subject,
    now: Timestamp,
    of: impl Fn(&crate::table::Sight) -> &Mask,
) -> Mask {
    let row = table.row(operation);
    let mut all = Mask::default();
    if actor.is_suspended {
        return all;
    }
    for role in &actor.roles {
        let opened = actor.emergencies.get(&subject.name).is_some_and(|until| *until > now);
        let phases = [
            row.scopes[role]
                .covers(actor, subject, now, table.crew_sight)
                .then(|| phase(*role, actor, subject)),
            (opened && row.emergency.contains(role)).then_some(Phase::Emergency),
        ];
        for phase in phases.into_iter().flatten() {
            all.0.extend(&of(table.sight(*role, phase)).0);
        }
    }
    all.0.retain(|group| row.carries.contains(group));
    all
}

/// Where a patient stands to a role.
fn phase(role: Role, actor: &Actor, subject: &Subject) -> Phase {
    match role {
        Role::ReceivingHospital if !subject.accepted_by.contains(&actor.organisation) => Phase::BeforeAcceptance,
        _ if subject.is_on_mission => Phase::OnMission,
        _ if !subject.accepted_by.is_empty() => Phase::Accepted,
        _ => Phase::BeforeAcceptance,
    }
}
