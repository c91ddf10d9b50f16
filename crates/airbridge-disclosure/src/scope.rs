//! How far a right reaches.

use jiff::{SignedDuration, Timestamp};

use crate::actor::{Actor, Subject};
use crate::words::words;

words! {
    /// On what a role may do something.
    Scope {
        /// On nothing.
        Nobody = "nobody",
        /// On everything.
        Any = "any",
        /// On what belongs to the actor's organisation.
        Own = "own",
        /// On missions to which the actor is assigned, and on patients of these.
        Assigned = "assigned",
        /// On patients whom the actor's organisation has accepted.
        Accepted = "accepted",
        /// On patients whom the actor's organisation has accepted or is asked to take.
        Offered = "offered",
        /// On what is the actor's very own.
        Mine = "mine",
        /// On what is anybody's but the actor's.
        Others = "others",
    }
}

impl Scope {
    /// Whether a subject is within it.
    pub fn covers(self, actor: &Actor, subject: &Subject, now: Timestamp, crew_sight: SignedDuration) -> bool {
        let ours = |organisations: &std::collections::BTreeSet<String>| organisations.contains(&actor.organisation);
        let mine = subject.account.as_ref() == Some(&actor.account);
        match self {
            Self::Nobody => false,
            Self::Any => true,
            Self::Own => ours(&subject.owners),
            Self::Accepted => ours(&subject.accepted_by),
            Self::Offered => ours(&subject.accepted_by) || ours(&subject.offered_to),
            Self::Assigned => subject.assigned.get(&actor.account).is_some_and(|ended| {
                // At the last second as at the first: when the time is over, it is over.
                ended.is_none_or(|ended| now.duration_since(ended) < crew_sight)
            }),
            Self::Mine => mine,
            Self::Others => subject.account.is_some() && !mine,
        }
    }
}
