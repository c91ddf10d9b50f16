//! Values: from the text of a cell or a setting to a typed value, with what is wrong and what to do.
//!
//! What comes in: a trimmed, non-empty text and what is expected of it. What goes out: the value or a [`Problem`]. Where the text
//! stood is the caller's knowledge.

pub(crate) mod codes;
pub(crate) mod duty;
pub(crate) mod numbers;
pub(crate) mod shapes;
pub(crate) mod states;
pub(crate) mod times;
pub(crate) mod zones;

/// Something is wrong with a value.
#[derive(Clone, PartialEq, Eq, Debug)]
pub(crate) struct Problem {
    pub(crate) code: &'static str,
    pub(crate) what: String,
    pub(crate) remedy: String,
}

impl Problem {
    pub(crate) fn new(code: &'static str, what: impl Into<String>, remedy: impl Into<String>) -> Self {
        Self {
            code,
            what: what.into(),
            remedy: remedy.into(),
        }
    }
}

/// A text as it is quoted in findings: shortened, on one line.
pub(crate) fn quote(text: &str) -> String {
    let short: String = text.chars().take(60).collect();
    let dots = if short.len() < text.len() { "…" } else { "" };
    format!("{:?}", format!("{short}{dots}"))
}
