//! The key that signs the ends of audit and log. Whoever has it can forge them: keep it, and the heads, apart from the store.

use std::io::Write;
use std::path::Path;

use airbridge_app::Outside as _;
use airbridge_store::SecretKey;
use anyhow::{Context, Result, bail};

const FILE: &str = "audit.key";

/// The key of a data folder; made at first use, readable by its owner alone.
pub(super) fn signing(data: &Path) -> Result<SecretKey> {
    let path = data.join(FILE);
    if let Ok(bytes) = std::fs::read(&path) {
        let Ok(key) = <[u8; 32]>::try_from(&bytes[..]) else {
            bail!("{} is no key of 32 bytes", path.display());
        };
        return Ok(SecretKey(key));
    }
    let key = airbridge_app::Machine.random();
    let mut options = std::fs::OpenOptions::new();
    options.write(true).create_new(true);
    #[cfg(unix)]
    std::os::unix::fs::OpenOptionsExt::mode(&mut options, 0o600);
    let written = options.open(&path).and_then(|mut file| {
        file.write_all(&key)?;
        file.sync_all()
    });
    written.with_context(|| format!("{} cannot be written", path.display()))?;
    Ok(SecretKey(key))
}
