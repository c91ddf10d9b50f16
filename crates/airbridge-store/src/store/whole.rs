//! The store as a whole: whether it answers, its digest, its backup, its copy.

use std::path::Path;

use super::Store;
use crate::address::Address;
use crate::{StoreError, copy, follow, schema};

impl Store {
    /// Whether the store answers.
    ///
    /// # Errors
    ///
    /// If it does not.
    pub async fn ready(&self) -> Result<(), StoreError> {
        self.schema_version().await.map(drop)
    }

    /// The version of the store's schema.
    ///
    /// # Errors
    ///
    /// If the store cannot be read.
    pub async fn schema_version(&self) -> Result<u32, StoreError> {
        schema::version(&mut *self.reader().await?).await
    }

    /// SHA-256 over events, vault, ended jobs and blobs: equal for equal contents, on any backend.
    ///
    /// # Errors
    ///
    /// If the store cannot be read.
    pub async fn canonical_digest(&self) -> Result<[u8; 32], StoreError> {
        copy::digest(&mut *self.snapshot().await?).await
    }

    /// Copies all rows of this store, as they are at one moment, into an empty one.
    ///
    /// # Errors
    ///
    /// [`StoreError::NotEmpty`] if the other holds anything. After an error the other is as it was.
    pub async fn copy_to(&self, to: &Self) -> Result<(), StoreError> {
        let mut source = self.snapshot().await?;
        let mut target = to.inner.pool.begin_with(to.inner.context.dialect.begin_write()).await?;
        to.inner.context.dialect.lock_log(&mut target).await?;
        copy::copy(&mut source, &mut target).await?;
        target.commit().await?;
        follow::advance(&to.inner.head, to.head().await?);
        Ok(())
    }

    /// Writes the whole store, as it is at one moment, into one new SQLite file, while others read and write: by `VACUUM INTO` where it is one
    /// already, else row by row within one snapshot. Needs room for the file; answers once it is synced.
    ///
    /// # Errors
    ///
    /// [`StoreError::BackupExists`] if the path is taken. After another error there is no file.
    pub async fn backup(&self, path: &Path) -> Result<(), StoreError> {
        if path.exists() {
            return Err(StoreError::BackupExists(path.to_owned()));
        }
        let done = match self.inner.address {
            Address::Sqlite(_) => self.vacuum_into(path).await,
            // What is vacuumed out of memory stays in memory.
            Address::Memory | Address::Postgres(_) => self.copy_into_file(path).await,
        };
        if let Err(error) = done {
            // What there is of the file is no backup.
            for end in ["", "-wal", "-shm"] {
                let _ = std::fs::remove_file(beside(path, end));
            }
            return Err(error);
        }
        sync(path).map_err(|error| sqlx::Error::Io(error).into())
    }

    async fn vacuum_into(&self, path: &Path) -> Result<(), StoreError> {
        sqlx::query("VACUUM INTO $1")
            .bind(path.to_string_lossy().into_owned())
            .execute(&mut *self.reader().await?)
            .await?;
        Ok(())
    }

    async fn copy_into_file(&self, path: &Path) -> Result<(), StoreError> {
        let file = Self::open(&format!("sqlite:{}", path.display())).await?;
        let copied = self.copy_to(&file).await;
        // Into the file itself, which is to be the only one.
        let moved = match copied {
            Ok(()) => file.checkpoint().await,
            Err(error) => Err(error),
        };
        file.close().await;
        moved
    }

    /// Moves everything from the write-ahead log into the file (SQLite), as before copying the file by hand.
    ///
    /// # Errors
    ///
    /// If the store is busy.
    pub async fn checkpoint(&self) -> Result<(), StoreError> {
        if matches!(self.inner.address, Address::Sqlite(_)) {
            sqlx::query("PRAGMA wal_checkpoint(TRUNCATE)")
                .fetch_all(&mut *self.reader().await?)
                .await?;
        }
        Ok(())
    }
}

fn beside(path: &Path, end: &str) -> std::path::PathBuf {
    let mut name = path.as_os_str().to_owned();
    name.push(end);
    name.into()
}

/// `VACUUM INTO` leaves the syncing to the system.
fn sync(path: &Path) -> std::io::Result<()> {
    std::fs::File::open(path)?.sync_all()?;
    match path.parent() {
        Some(folder) if !folder.as_os_str().is_empty() => std::fs::File::open(folder)?.sync_all(),
        _ => Ok(()),
    }
}
