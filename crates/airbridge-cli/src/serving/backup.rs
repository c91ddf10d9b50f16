//! `airbridge backup`: one consistent file, written while the record is in use.

use std::process::ExitCode;

use anyhow::Result;

use super::arguments::BackupArguments;
use super::config::Config;

pub(super) async fn run(arguments: &BackupArguments) -> Result<ExitCode> {
    let store = Config::of(&arguments.place)?.open().await?;
    store.backup(&arguments.file).await?;
    store.close().await;
    let file = std::fs::read(&arguments.file)?;
    let digest = airbridge_app::hex(&airbridge_app::digest(&file));
    let beside = arguments.file.with_added_extension("sha256");
    let name = arguments
        .file
        .file_name()
        .map_or_else(String::new, |name| name.to_string_lossy().into_owned());
    std::fs::write(&beside, format!("{digest}  {name}\n"))?;
    eprintln!("wrote {} and {}", arguments.file.display(), beside.display());
    Ok(ExitCode::SUCCESS)
}
