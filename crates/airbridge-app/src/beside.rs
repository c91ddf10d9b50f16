//! Work that takes its time, beside the threads on which requests are answered.

use crate::error::Error;

/// Does some work on a thread of its own; `failed` says what has failed should it panic.
///
/// # Errors
///
/// It has panicked: a bug.
pub(crate) async fn beside<T: Send + 'static>(
    failed: &'static str,
    work: impl FnOnce() -> T + Send + 'static,
) -> Result<T, Error> {
    tokio::task::spawn_blocking(work)
        .await
        .map_err(|_| Error::Bug(failed.to_owned()))
}
