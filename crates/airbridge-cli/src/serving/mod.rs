//! The standing record: serving it, working for it, and looking after it.

mod arguments;
mod audit;
mod backup;
mod config;
mod demo;
mod keys;
mod metrics;
mod restore;
mod runtime;
mod serve;
mod user;
mod worker;

use std::process::ExitCode;

use anyhow::Result;

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
    config::check(arguments)
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
