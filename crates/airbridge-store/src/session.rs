//! Sessions of people and machines. The token itself is never stored, only its SHA-256.

use jiff::Timestamp;
use serde_json::Value;

/// A session.
#[derive(Clone, PartialEq, Debug)]
pub struct SessionRow {
    /// SHA-256 of the token.
    pub token_digest: [u8; 32],
    /// Whose it is.
    pub account: String,
    /// What holds the token.
    pub kind: SessionKind,
    /// When it began.
    pub created_at: Timestamp,
    /// When it ends at the latest. The store keeps this and judges nothing.
    pub expires_at: Timestamp,
    /// When it was last used.
    pub last_seen_at: Timestamp,
    /// The caller's own.
    pub data: Value,
}

/// What holds a session's token.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub enum SessionKind {
    /// A browser, in a cookie.
    Browser,
    /// A program, in a header.
    Machine,
}

impl SessionKind {
    pub(crate) fn column(self) -> &'static str {
        match self {
            Self::Browser => "browser",
            Self::Machine => "machine",
        }
    }

    pub(crate) fn from_column(text: &str) -> Option<Self> {
        match text {
            "browser" => Some(Self::Browser),
            "machine" => Some(Self::Machine),
            _ => None,
        }
    }
}
