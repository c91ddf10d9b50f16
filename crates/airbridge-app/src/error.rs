//! What can go wrong when something is asked of the record.

use airbridge_events::Refusal;
use airbridge_model::Finding;
use airbridge_store::StoreError;
use thiserror::Error;

/// Why an act or a question has no answer. The interface turns each into a status.
#[derive(Debug, Error)]
pub enum Error {
    /// Nobody is known to ask.
    #[error("nobody is logged in")]
    Anonymous,
    /// Not there, or not for whoever asks: both look the same.
    #[error("there is no such thing")]
    NotFound,
    /// The role never does that.
    #[error("that is not for the role of whoever asks")]
    Forbidden,
    /// Login and password do not belong together.
    #[error("login or password is wrong")]
    WrongPassword,
    /// The password was right, and a code of the second factor is needed.
    #[error("a code of the second factor is needed")]
    SecondFactorNeeded,
    /// The code is none of the second factor's, or was used.
    #[error("the code is wrong, or was used already")]
    WrongCode,
    /// There is no such invitation, or not any more.
    #[error("there is no such invitation, or not any more")]
    WrongInvitation,
    /// The password is good for choosing another.
    #[error("another password is needed first")]
    PasswordChangeNeeded,
    /// The answer of another issuer is worth nothing.
    #[error("logging in at the issuer has failed: {0}")]
    SignOn(String),
    /// The other issuer does not answer.
    #[error("the issuer does not answer: {0}")]
    IssuerAway(String),
    /// The issuer knows who it is, and no account here is linked to them.
    #[error("no account here is linked to whoever has logged in there")]
    NotLinked,
    /// The server was not set up for it.
    #[error("{0}")]
    NotConfigured(&'static str),
    /// The vault's master key is another than the store's.
    #[error("the vault's master key is not the one that this store was begun with")]
    OtherMasterKey,
    /// Too many attempts.
    #[error("too many attempts; wait {seconds} seconds")]
    Throttled {
        /// How long.
        seconds: i64,
    },
    /// The record does not allow it as things stand.
    #[error("it cannot be done as things stand")]
    Refused(#[from] Refusal),
    /// Somebody has changed the thing since it was read.
    #[error("it has version {found}, not {expected}")]
    Stale {
        /// As whoever asks has seen it.
        expected: u64,
        /// As it is.
        found: u64,
    },
    /// The key was used for something else.
    #[error("the idempotency key was used for another request")]
    KeyReused,
    /// It was made before, by the same key, and is shown only once.
    #[error("it was made already, and its secret is shown only once")]
    AlreadyMade,
    /// What was sent is not sound.
    #[error("what was sent is not sound")]
    Findings(Vec<Finding>),
    /// What was sent is not sensible.
    #[error("{what}")]
    Invalid {
        /// What is wrong.
        what: String,
        /// JSON pointer to the field.
        field: String,
    },
    /// The store has no room left.
    #[error("the store is full")]
    Full,
    /// Others were faster, again and again; nothing was done.
    #[error("too many others write at once; nothing was done")]
    Busy,
    /// The store does not answer.
    #[error("the store is not available")]
    Unavailable(#[source] StoreError),
    /// The log has an event that this program does not know.
    #[error("the log cannot be read")]
    Unreadable(#[from] crate::codec::Unreadable),
    /// A bug.
    #[error("{0}")]
    Bug(String),
}

impl From<StoreError> for Error {
    fn from(error: StoreError) -> Self {
        match error {
            StoreError::Full(_) => Self::Full,
            StoreError::KeyReused => Self::KeyReused,
            other => Self::Unavailable(other),
        }
    }
}

impl Error {
    /// Something that is not sensible in a field.
    pub fn invalid(what: impl Into<String>, field: impl Into<String>) -> Self {
        Self::Invalid {
            what: what.into(),
            field: field.into(),
        }
    }
}
