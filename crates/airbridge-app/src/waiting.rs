//! Entries of the audit that the store could not take: reading goes on for a while when its disk is full or fails, and is recorded all the same.
//!
//! They wait in memory, are written to the program's own log at once, and go into the audit with the next entry that the store takes.

use std::sync::Mutex;

use airbridge_store::AuditDraft;

/// Entries that wait at most; then nothing is shown any more.
const MOST: usize = 10_000;

/// Entries that wait.
#[derive(Debug, Default)]
pub(crate) struct Waiting(Mutex<Vec<AuditDraft>>);

impl Waiting {
    /// Takes out all that wait.
    pub(crate) fn take(&self) -> Vec<AuditDraft> {
        std::mem::take(&mut *self.0.lock().expect("nobody panics with it"))
    }

    /// Keeps entries, the first `old` of which have waited before; gives back whether there was room for all that are new. What has waited stays.
    pub(crate) fn keep(&self, mut entries: Vec<AuditDraft>, old: usize) -> bool {
        let mut waiting = self.0.lock().expect("nobody panics with it");
        let fits = waiting.len() + entries.len() <= MOST;
        if !fits {
            entries.truncate(old);
        }
        for entry in &entries[old.min(entries.len())..] {
            // Ids only: a purpose is free text.
            tracing::error!(
                at = %entry.at, actor = entry.actor, organisation = entry.organisation, role = entry.role, act = entry.act,
                subject = entry.subject, outcome = entry.outcome, "the store takes no entry of the audit: it waits"
            );
        }
        let newer = std::mem::replace(&mut *waiting, entries);
        waiting.extend(newer);
        fits
    }

    /// How many wait.
    pub(crate) fn count(&self) -> usize {
        self.0.lock().expect("nobody panics with it").len()
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn entry(number: usize) -> AuditDraft {
        crate::who::entry(
            None,
            "",
            "act",
            &number.to_string(),
            "",
            "",
            jiff::Timestamp::UNIX_EPOCH,
        )
    }

    #[test]
    fn what_waits_stays_in_order_and_what_is_new_may_find_no_room() {
        let waiting = Waiting::default();
        assert!(waiting.keep((0..MOST - 1).map(entry).collect(), 0));
        let mut taken = waiting.take();
        assert_eq!(waiting.count(), 0);
        let old = taken.len();
        taken.push(entry(MOST - 1));
        assert!(waiting.keep(taken, old));
        let mut taken = waiting.take();
        let old = taken.len();
        taken.push(entry(MOST));
        assert!(!waiting.keep(taken, old), "one too many");
        let left = waiting.take();
        assert_eq!(left.len(), MOST);
        assert!(
            left.iter()
                .enumerate()
                .all(|(number, entry)| entry.subject == number.to_string())
        );
    }
}
