//! Events: as the caller gives them, and as the log keeps them.

use std::fmt;

use jiff::Timestamp;
use serde_json::Value;

use crate::{Seq, Version};

/// An event to be appended. Instants are kept to the microsecond.
#[derive(Clone, PartialEq, Debug)]
pub struct NewEvent {
    /// Names the kind and its version to whoever reads the payload.
    pub kind: String,
    /// What happened; opaque to the store.
    pub payload: Value,
    /// Who recorded it.
    pub actor: String,
    /// For which organisation.
    pub organisation: String,
    /// On what authority.
    pub authority: String,
    /// When it happened, by the clock of whoever saw it.
    pub happened_at: Timestamp,
    /// The earlier event that this one replaces.
    pub supersedes: Option<Seq>,
    /// The earlier event that this one confirms.
    pub confirms: Option<Seq>,
}

/// Events for one stream, appended together.
#[derive(Clone, PartialEq, Debug)]
pub struct Append {
    /// The stream.
    pub stream: String,
    /// Where the caller believes the stream to be.
    pub expected: Expected,
    /// What to append.
    pub events: Vec<NewEvent>,
}

/// Where the caller believes a stream to be.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub enum Expected {
    /// The last event has this version.
    Version(Version),
    /// There is no event yet.
    NoStream,
    /// The caller does not mind.
    Any,
}

impl Expected {
    pub(crate) fn accepts(self, found: Version) -> bool {
        match self {
            Self::Version(version) => version == found,
            Self::NoStream => found == Version::NONE,
            Self::Any => true,
        }
    }
}

impl fmt::Display for Expected {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::Version(version) => version.fmt(f),
            Self::NoStream => f.write_str("no stream"),
            Self::Any => f.write_str("any"),
        }
    }
}

/// An event in the log.
#[derive(Clone, PartialEq, Debug)]
pub struct StoredEvent {
    /// Its place in the log.
    pub seq: Seq,
    /// Its stream.
    pub stream: String,
    /// Its place in the stream.
    pub version: Version,
    /// When the store was told, by the server's clock.
    pub recorded_at: Timestamp,
    /// What the caller gave.
    pub event: NewEvent,
    /// SHA-256 over the previous event's hash and this event.
    pub hash: [u8; 32],
}
