//! The standing record: serving it, working for it, and looking after it.

mod arguments;
mod audit;
mod backup;
mod basemap;
mod config;
mod config_check;
mod demo;
mod keys;
mod metrics;
mod restore;
mod runtime;
mod sealed_file;
mod serve;
mod sign_on;
mod user;
mod worker;

use std::process::ExitCode;

use airbridge_store::{AuditDraft, Commit, Store, StoreError};
use anyhow::Result;
use jiff::Timestamp;

pub(crate) use arguments::{
    AuditArguments, BackupArguments, ConfigArguments, DemoArguments, MigrateArguments, RestoreArguments,
    ServeArguments, UserArguments, WorkerArguments,
};

pub(crate) fn serve(arguments: &ServeArguments) -> Result<ExitCode> {
    runtime::run(true, serve::run(arguments))
}

pub(crate) fn demo(arguments: &DemoArguments) -> Result<ExitCode> {
    runtime::run(true, demo::run(arguments))
}

pub(crate) fn worker(arguments: &WorkerArguments) -> Result<ExitCode> {
    runtime::run(true, worker::run(arguments))
}

pub(crate) fn user(arguments: &UserArguments) -> Result<ExitCode> {
    runtime::run(false, user::run(arguments))
}

pub(crate) fn backup(arguments: &BackupArguments) -> Result<ExitCode> {
    runtime::run(false, backup::run(arguments))
}

pub(crate) fn restore(arguments: &RestoreArguments) -> Result<ExitCode> {
    runtime::run(false, restore::run(arguments))
}

pub(crate) fn audit(arguments: &AuditArguments) -> Result<ExitCode> {
    runtime::run(false, audit::run(arguments))
}

pub(crate) fn config(arguments: &ConfigArguments) -> Result<ExitCode> {
    config_check::run(arguments)
}

pub(crate) fn migrate(arguments: &MigrateArguments) -> Result<ExitCode> {
    runtime::run(false, async {
        let config = config::Config::of(&arguments.place)?;
        let store = config.open().await?;
        eprintln!("the store is at schema version {}", store.schema_version().await?);
        store.close().await;
        Ok(ExitCode::SUCCESS)
    })
}

/// Tells the audit what was done to the store as a whole, by whoever runs the machine.
async fn note(store: &Store, act: &str, outcome: &str) -> std::result::Result<(), StoreError> {
    let at = Timestamp::now();
    let entry = AuditDraft {
        at,
        actor: String::new(),
        organisation: String::new(),
        role: "machine".to_owned(),
        act: act.to_owned(),
        subject: String::new(),
        purpose: String::new(),
        outcome: outcome.to_owned(),
    };
    let commit = Commit {
        audit: vec![entry],
        ..Commit::at(at)
    };
    store.commit(commit).await.map(drop)
}
