//! `airbridge restore`: a backup into an empty store, of the same or the other kind.

use std::fs::File;
use std::io::{BufRead as _, BufReader, BufWriter, Read};
use std::path::Path;
use std::process::ExitCode;

use airbridge_app::hex;
use airbridge_store::Store;
use anyhow::{Context, Result, ensure};
use sha2::{Digest as _, Sha256};

use super::arguments::RestoreArguments;
use super::backup::{Manifest, checksum_file};
use super::config::Config;
use super::{keys, note, sealed_file};
use crate::fault::hinted;

/// The line in front is no longer than this.
const LONGEST_LINE: u64 = 4096;

pub(super) async fn run(arguments: &RestoreArguments) -> Result<ExitCode> {
    let file = &arguments.file;
    let config = Config::of(&arguments.place)?;
    let path = arguments.key.clone().unwrap_or_else(|| config.data.join(keys::BACKUP));
    if !path.exists() {
        return Err(hinted(
            format!("{} is not there: a backup is encrypted", path.display()),
            "give the key that it was encrypted with as --key FILE: backup.key of the server's data folder",
        ));
    }
    let key = keys::read(&path)?;
    compare_checksum(file)?;
    let is_new = !config.data.join(keys::AUDIT).exists() || !config.vault_key().exists();
    let to = config.open().await?;
    let work = tempfile::tempdir_in(&config.data).context("no room for a copy in the data folder")?;
    let (plain, copy) = (work.path().join("plain"), work.path().join("backup.db"));
    let unreadable = || format!("{} cannot be restored", file.display());
    let from = File::open(file).with_context(unreadable)?;
    let decrypted = File::create(&plain).context("no room for a copy in the data folder")?;
    sealed_file::open(&key, BufReader::new(from), BufWriter::new(decrypted)).with_context(unreadable)?;
    let manifest = split(&plain, &copy).with_context(unreadable)?;
    std::fs::remove_file(&plain).context("a copy cannot be removed")?;
    let from = Store::open(&format!("sqlite:{}", copy.display()))
        .await
        .context("what the backup holds cannot be opened")?;
    from.copy_to(&to).await?;
    from.close().await;
    let restored = hex(&to.canonical_digest().await?);
    ensure!(
        restored == manifest.digest,
        "what was restored is not what the backup says that it holds"
    );
    // Who had logged out since would be logged in again.
    to.end_all_sessions().await?;
    note(&to, "restore", &format!("done, as of {}", manifest.taken_at)).await?;
    to.close().await;
    eprintln!(
        "restored as of {}: {} events, digest {restored}, equal to the backup; all sessions have ended",
        manifest.taken_at, manifest.events
    );
    if is_new {
        eprintln!(
            "note: copy audit.key and vault.key of the server to {} before you serve: audit and second factors need them",
            config.data.display()
        );
    }
    Ok(ExitCode::SUCCESS)
}

/// Holds the file against the checksum beside it, where there is one: the file itself shows every change too, to whoever has the key.
fn compare_checksum(file: &Path) -> Result<()> {
    let beside = checksum_file(file);
    if !beside.exists() {
        return Ok(());
    }
    let told = std::fs::read_to_string(&beside).with_context(|| format!("{} cannot be read", beside.display()))?;
    let mut from = File::open(file).with_context(|| format!("{} cannot be read", file.display()))?;
    let mut hash = Sha256::new();
    let mut piece = vec![0; 1 << 16];
    loop {
        match from.read(&mut piece)? {
            0 => break,
            read => hash.update(&piece[..read]),
        }
    }
    ensure!(
        told.split_whitespace().next() == Some(hex(&hash.finalize()).as_str()),
        "{} is not as it was written: its checksum is another",
        file.display()
    );
    Ok(())
}

/// Parts the line in front from the store behind it.
fn split(plain: &Path, copy: &Path) -> Result<Manifest> {
    let mut from = BufReader::new(File::open(plain)?);
    let mut line = Vec::new();
    from.by_ref().take(LONGEST_LINE).read_until(b'\n', &mut line)?;
    let manifest = serde_json::from_slice(&line).context("it does not say what it holds")?;
    std::io::copy(&mut from, &mut File::create(copy)?)?;
    Ok(manifest)
}
