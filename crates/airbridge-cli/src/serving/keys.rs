//! Keys in files of their own, beside the store and never in it: the one that signs the ends of audit and log, the vault's master key, and the one that
//! backups are encrypted with. Whoever has one can forge, or read, what it is for: keep copies apart from the store.

use std::io::Write;
use std::path::Path;

use airbridge_app::Outside as _;
use anyhow::{Context, Result};

use crate::fault::hinted;

/// Signs the ends of audit and log.
pub(super) const AUDIT: &str = "audit.key";

/// Seals what the vault keeps for the server itself.
pub(super) const VAULT: &str = "vault.key";

/// Encrypts backups.
pub(super) const BACKUP: &str = "backup.key";

/// A key that is there.
///
/// # Errors
///
/// It is not, it is none, or everybody on the machine can read it.
pub(super) fn read(path: &Path) -> Result<[u8; 32]> {
    let bytes = std::fs::read(path).with_context(|| format!("{} cannot be read", path.display()))?;
    let key = <[u8; 32]>::try_from(&bytes[..]).map_err(|_| {
        hinted(
            format!("{} is no key of 32 bytes", path.display()),
            "is it the right file? a key that was changed opens nothing",
        )
    })?;
    if others(path) {
        return Err(hinted(
            format!("everybody on this machine can read {}", path.display()),
            format!("chmod 600 {}", crate::show::quoted(path)),
        ));
    }
    Ok(key)
}

/// A key; made where it is missing, readable by its owner alone. Says whether it is new.
///
/// # Errors
///
/// As [`read`], or it cannot be written.
pub(super) fn read_or_make(path: &Path) -> Result<([u8; 32], bool)> {
    if path.exists() {
        return Ok((read(path)?, false));
    }
    let key = airbridge_app::Machine.random();
    let mut options = std::fs::OpenOptions::new();
    options.write(true).create_new(true);
    #[cfg(unix)]
    std::os::unix::fs::OpenOptionsExt::mode(&mut options, 0o600);
    let written = options.open(path).and_then(|mut file| {
        file.write_all(&key)?;
        file.sync_all()
    });
    written.with_context(|| format!("{} cannot be written", path.display()))?;
    Ok((key, true))
}

/// Whether others than owner and group can read a file.
#[cfg(unix)]
pub(super) fn others(path: &Path) -> bool {
    std::fs::metadata(path).is_ok_and(|file| std::os::unix::fs::PermissionsExt::mode(&file.permissions()) & 0o007 != 0)
}

#[cfg(not(unix))]
pub(super) fn others(_: &Path) -> bool {
    false
}
