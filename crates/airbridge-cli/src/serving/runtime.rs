//! The threads that serving runs on, and its logs: JSON lines on standard error, never with a patient in them.

use std::future::Future;

use anyhow::{Context, Result};

pub(super) fn run<T>(logs: bool, work: impl Future<Output = Result<T>>) -> Result<T> {
    if logs {
        let filter = tracing_subscriber::EnvFilter::try_from_env("AIRBRIDGE_LOG");
        let filter = filter.unwrap_or_else(|_| tracing_subscriber::EnvFilter::new("info"));
        let subscriber = tracing_subscriber::fmt()
            .json()
            .with_env_filter(filter)
            .with_writer(std::io::stderr);
        // A second one in the same process stays silent.
        let _ = subscriber.try_init();
        airbridge_api::silence_panics();
    }
    let mut builder = tokio::runtime::Builder::new_multi_thread();
    let runtime = builder.enable_all().build().context("no threads to run on")?;
    runtime.block_on(work)
}

/// Ends when the process is asked to.
pub(super) async fn asked_to_end() {
    let interrupt = tokio::signal::ctrl_c();
    #[cfg(unix)]
    {
        let kind = tokio::signal::unix::SignalKind::terminate();
        let mut terminate = tokio::signal::unix::signal(kind).expect("signals can be waited for");
        tokio::select! {
            _ = interrupt => {}
            _ = terminate.recv() => {}
        }
    }
    #[cfg(not(unix))]
    let _ = interrupt.await;
}
