//! Why a command is refused. Nothing has happened then.

use thiserror::Error;

/// A command that cannot be done as things stand.
#[derive(Clone, PartialEq, Eq, Debug, Error)]
#[error("{what}")]
pub struct Refusal {
    /// Stable, for programs.
    pub code: Code,
    /// For people, without what is in the record of anybody.
    pub what: String,
    /// What to do.
    pub remedy: String,
    /// The field of the command that is meant, as a JSON pointer; empty where none is.
    pub field: String,
}

/// What kind of refusal.
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Debug)]
pub enum Code {
    /// There is no such thing.
    Unknown,
    /// There is one already.
    Exists,
    /// Not from this state.
    State,
    /// A condition of the step does not hold.
    Guard,
    /// No bed, or no place, is left.
    Full,
    /// Something said is not sensible.
    Invalid,
}

impl Code {
    /// A word for programs.
    pub const fn word(self) -> &'static str {
        match self {
            Self::Unknown => "unknown",
            Self::Exists => "exists",
            Self::State => "wrong-state",
            Self::Guard => "condition",
            Self::Full => "full",
            Self::Invalid => "invalid",
        }
    }
}

impl Refusal {
    /// One without field and remedy.
    pub fn new(code: Code, what: impl Into<String>) -> Self {
        Self {
            code,
            what: what.into(),
            remedy: String::new(),
            field: String::new(),
        }
    }

    /// The same with what to do.
    #[must_use]
    pub fn remedy(mut self, remedy: impl Into<String>) -> Self {
        self.remedy = remedy.into();
        self
    }

    /// The same with the field that is meant.
    #[must_use]
    pub fn field(mut self, field: impl Into<String>) -> Self {
        self.field = field.into();
        self
    }
}

/// Refuses an empty text.
pub(crate) fn said(text: &str, field: &str, what: &str) -> Result<(), Refusal> {
    if text.trim().is_empty() {
        return Err(Refusal::new(Code::Invalid, format!("{what} is missing")).field(field));
    }
    Ok(())
}
