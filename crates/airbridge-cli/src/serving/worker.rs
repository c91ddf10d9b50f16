//! `airbridge worker`: does the jobs of a record, on this machine.

use std::process::ExitCode;
use std::time::Duration;

use airbridge_app::{App, Machine};
use anyhow::{Context, Result};

use super::arguments::WorkerArguments;
use super::config::Config;
use super::runtime;

/// Between two looks for a job where there was none.
const IDLE: Duration = Duration::from_millis(500);

/// After something has failed.
const TROUBLE: Duration = Duration::from_secs(5);

pub(super) async fn run(arguments: &WorkerArguments) -> Result<ExitCode> {
    let store = Config::of(&arguments.place)?.open().await?;
    let app = App::open(store, Box::new(Machine))
        .await
        .context("the record cannot be read")?;
    let name = arguments.name.clone().unwrap_or_else(|| name(0));
    if arguments.once {
        while app
            .work_once(&name, arguments.threads)
            .await
            .context("the store does not answer")?
        {}
    } else {
        tokio::select! {
            () = forever(app.clone(), name, arguments.threads) => {}
            () = runtime::asked_to_end() => {}
        }
    }
    app.store().close().await;
    Ok(ExitCode::SUCCESS)
}

/// Does job after job. What this process queues is begun at once; what others queue is looked for.
pub(super) async fn forever(app: App, name: String, threads: usize) {
    let mut queued = app.jobs_queued();
    loop {
        queued.borrow_and_update();
        match app.work_once(&name, threads).await {
            Ok(true) => {}
            Ok(false) => drop(tokio::time::timeout(IDLE, queued.changed()).await),
            Err(error) => {
                tracing::warn!(worker = name, error = %error, "a job could not be done");
                tokio::time::sleep(TROUBLE).await;
            }
        }
    }
}

/// A name that no other worker has.
pub(super) fn name(number: usize) -> String {
    format!("worker-{}-{number}", std::process::id())
}
