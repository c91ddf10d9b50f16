//! Facts as the store keeps them.

use airbridge_events::{By, Draft, Fact};
use airbridge_store::{NewEvent, Seq, StoredEvent};
use jiff::Timestamp;
use thiserror::Error;

/// An event of the log that this program does not know.
#[derive(Debug, Error)]
#[error("event {seq} of the log cannot be read: it was written by another version of the program")]
pub struct Unreadable {
    seq: Seq,
    #[source]
    source: serde_json::Error,
}

/// What goes along with every event of one act.
#[derive(Clone, Debug)]
pub struct Provenance {
    /// Who says so.
    pub by: By,
    /// When it happened.
    pub happened_at: Timestamp,
    /// The fact that it replaces.
    pub supersedes: Option<u64>,
    /// The fact that it confirms.
    pub confirms: Option<u64>,
}

/// A draft as the store takes it.
pub(crate) fn written(draft: &Draft, from: &Provenance) -> NewEvent {
    NewEvent {
        kind: draft.what.kind(),
        payload: serde_json::to_value(&draft.what).expect("events are JSON"),
        actor: from.by.account.to_string(),
        organisation: from.by.organisation.to_string(),
        authority: from.by.authority.clone(),
        happened_at: from.happened_at,
        supersedes: from.supersedes.map(Seq),
        confirms: from.confirms.map(Seq),
    }
}

/// A stored event, understood.
///
/// # Errors
///
/// One that this program does not know.
pub(crate) fn read(stored: StoredEvent) -> Result<Fact, Unreadable> {
    let seq = stored.seq;
    let what = serde_json::from_value(stored.event.payload).map_err(|source| Unreadable { seq, source })?;
    Ok(Fact {
        seq: seq.0,
        version: stored.version.0,
        stream: stored.stream,
        what,
        by: By {
            account: stored.event.actor.into(),
            organisation: stored.event.organisation.into(),
            authority: stored.event.authority,
        },
        happened_at: stored.event.happened_at,
        recorded_at: stored.recorded_at,
        supersedes: stored.event.supersedes.map(|seq| seq.0),
        confirms: stored.event.confirms.map(|seq| seq.0),
    })
}
