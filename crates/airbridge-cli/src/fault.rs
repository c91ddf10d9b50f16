//! Errors on their way to a person: the chain, then what to do.

use std::process::ExitCode;

/// Something that could not be done, with a hint.
#[derive(Debug, thiserror::Error)]
#[error("{what}")]
pub(crate) struct Hinted {
    pub(crate) what: String,
    pub(crate) hint: String,
}

/// An error with a hint.
pub(crate) fn hinted(what: impl Into<String>, hint: impl Into<String>) -> anyhow::Error {
    Hinted {
        what: what.into(),
        hint: hint.into(),
    }
    .into()
}

/// Prints an error and its causes; exit status 2.
pub(crate) fn report(error: &anyhow::Error) -> ExitCode {
    eprintln!("error: {error}");
    for cause in error.chain().skip(1) {
        eprintln!("  because: {cause}");
    }
    if let Some(Hinted { hint, .. }) = error.chain().find_map(|cause| cause.downcast_ref::<Hinted>()) {
        eprintln!("  hint: {hint}");
    }
    ExitCode::from(2)
}
