//! `airbridge backup`: one consistent file, written while the record is in use, encrypted, with its checksum beside it.
//!
//! What is encrypted is a line of JSON that says what the file holds, and behind it the whole store as a SQLite file, whatever the store is.

use std::fs::File;
use std::io::{BufReader, BufWriter, Read as _};
use std::path::{Path, PathBuf};
use std::process::ExitCode;

use airbridge_app::{Outside as _, hex};
use airbridge_store::Store;
use anyhow::{Context, Result, bail};
use jiff::Timestamp;
use serde::{Deserialize, Serialize};
use sha2::{Digest as _, Sha256};
use tempfile::NamedTempFile;

use super::arguments::BackupArguments;
use super::config::Config;
use super::{keys, note, sealed_file};

/// What a backup says of itself.
#[derive(Debug, Serialize, Deserialize)]
pub(super) struct Manifest {
    /// When it was taken.
    #[serde(with = "instant")]
    pub(super) taken_at: Timestamp,
    /// Version of the store's schema.
    pub(super) schema: u32,
    /// The last event.
    pub(super) events: u64,
    /// The last entry of the audit.
    pub(super) audit: u64,
    /// The canonical digest, hexadecimal: that of every store with the same record.
    pub(super) digest: String,
}

mod instant {
    use jiff::Timestamp;
    use serde::{Deserialize as _, Deserializer, Serializer};

    pub(super) fn serialize<S: Serializer>(at: &Timestamp, serializer: S) -> Result<S::Ok, S::Error> {
        serializer.collect_str(at)
    }

    pub(super) fn deserialize<'de, D: Deserializer<'de>>(deserializer: D) -> Result<Timestamp, D::Error> {
        let text = String::deserialize(deserializer)?;
        text.parse().map_err(serde::de::Error::custom)
    }
}

pub(super) async fn run(arguments: &BackupArguments) -> Result<ExitCode> {
    let target = &arguments.file;
    let beside = checksum_file(target);
    for path in [target, &beside] {
        if path.exists() {
            bail!("{} is there already", path.display());
        }
    }
    let config = Config::of(&arguments.place)?;
    let store = config.open().await?;
    let path = arguments.key.clone().unwrap_or_else(|| config.data.join(keys::BACKUP));
    let (key, is_new) = match &arguments.key {
        Some(path) => (keys::read(path)?, false),
        None => keys::read_or_make(&path)?,
    };
    if is_new {
        eprintln!(
            "note: {} is new: keep a copy elsewhere, since without it no backup can be read",
            path.display()
        );
    }
    // In the backup too; and a full disk is no reason to have none.
    if let Err(error) = note(&store, "backup", "begun").await {
        eprintln!("warning: the audit cannot be told: {error}");
    }
    // Unencrypted, where the store itself lies, and readable by its owner alone.
    let work = tempfile::tempdir_in(&config.data).context("no room for a copy in the data folder")?;
    let copy = work.path().join("backup.db");
    store.backup(&copy).await?;
    store.close().await;
    let manifest = manifest(&copy).await?;
    write(target, &beside, &key, &manifest, &copy)?;
    eprintln!(
        "wrote {} and {}: {} events, digest {}",
        target.display(),
        beside.display(),
        manifest.events,
        manifest.digest
    );
    Ok(ExitCode::SUCCESS)
}

/// What the copy holds, by the copy itself.
async fn manifest(copy: &Path) -> Result<Manifest> {
    let store = Store::open(&format!("sqlite:{}", copy.display())).await?;
    let manifest = Manifest {
        taken_at: Timestamp::now(),
        schema: store.schema_version().await?,
        events: store.head().await?.0,
        audit: store.audit_head().await?.number,
        digest: hex(&store.canonical_digest().await?),
    };
    store.checkpoint().await?;
    store.close().await;
    Ok(manifest)
}

/// Writes the file whole or not at all, and its checksum beside it.
fn write(target: &Path, beside: &Path, key: &[u8; 32], manifest: &Manifest, copy: &Path) -> Result<()> {
    let unwritable = || format!("{} cannot be written", target.display());
    let folder = match target.parent() {
        Some(folder) if !folder.as_os_str().is_empty() => folder,
        _ => Path::new("."),
    };
    let mut part = NamedTempFile::new_in(folder).with_context(unwritable)?;
    let mut line = serde_json::to_vec(manifest).expect("texts and numbers are JSON");
    line.push(b'\n');
    let plain = line.as_slice().chain(BufReader::new(File::open(copy)?));
    let nonce = airbridge_app::Machine.random()[..19]
        .try_into()
        .expect("19 of 32 bytes");
    let digest = {
        let mut hashed = Hashed {
            to: BufWriter::new(part.as_file_mut()),
            hash: Sha256::new(),
        };
        sealed_file::seal(key, nonce, plain, &mut hashed).with_context(unwritable)?;
        hex(&hashed.hash.finalize())
    };
    part.as_file().sync_all().with_context(unwritable)?;
    part.persist_noclobber(target)
        .map_err(|error| error.error)
        .with_context(unwritable)?;
    let name = target
        .file_name()
        .map_or_else(String::new, |name| name.to_string_lossy().into_owned());
    std::fs::write(beside, format!("{digest}  {name}\n"))
        .with_context(|| format!("{} cannot be written", beside.display()))?;
    File::open(folder)?.sync_all().with_context(unwritable)
}

/// Where the checksum lies.
pub(super) fn checksum_file(target: &Path) -> PathBuf {
    target.with_added_extension("sha256")
}

/// A writer that takes the checksum of what passes.
struct Hashed<W> {
    to: W,
    hash: Sha256,
}

impl<W: std::io::Write> std::io::Write for Hashed<W> {
    fn write(&mut self, bytes: &[u8]) -> std::io::Result<usize> {
        let written = self.to.write(bytes)?;
        self.hash.update(&bytes[..written]);
        Ok(written)
    }

    fn flush(&mut self) -> std::io::Result<()> {
        self.to.flush()
    }
}
