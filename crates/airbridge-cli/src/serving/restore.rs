//! `airbridge restore`: a backup into an empty store, of the same or the other kind.

use std::process::ExitCode;

use airbridge_store::Store;
use anyhow::{Context, Result, ensure};

use super::arguments::RestoreArguments;
use super::config::Config;

pub(super) async fn run(arguments: &RestoreArguments) -> Result<ExitCode> {
    let file = &arguments.file;
    let beside = file.with_added_extension("sha256");
    let bytes = std::fs::read(file).with_context(|| format!("{} cannot be read", file.display()))?;
    let digest = airbridge_app::hex(&airbridge_app::digest(&bytes));
    let told = std::fs::read_to_string(&beside).with_context(|| format!("{} cannot be read", beside.display()))?;
    ensure!(
        told.starts_with(&digest),
        "{} is not as it was written: its checksum is another",
        file.display()
    );
    // A copy, since opening may write.
    let work = tempfile::tempdir().context("no room for a copy")?;
    let copy = work.path().join("backup.db");
    std::fs::write(&copy, &bytes).context("no room for a copy")?;
    let from = Store::open(&format!("sqlite:{}", copy.display()))
        .await
        .context("the backup cannot be opened")?;
    let to = Config::of(&arguments.place)?.open().await?;
    from.copy_to(&to).await?;
    let equal = from.canonical_digest().await? == to.canonical_digest().await?;
    from.close().await;
    to.close().await;
    ensure!(equal, "what was restored is not what the backup holds");
    eprintln!("restored, and equal to the backup");
    Ok(ExitCode::SUCCESS)
}
