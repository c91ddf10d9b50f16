//! The store as a whole: whether it answers, its digest, its backup, its copy.

use std::path::Path;

use super::Store;
use crate::address::Address;
use crate::{Dialect, StoreError, copy, follow, schema};

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

    /// Writes the whole store into one new SQLite file, while others read and write.
    ///
    /// # Errors
    ///
    /// [`StoreError::BackupExists`] if the path is taken; [`StoreError::BackupElsewhere`] on PostgreSQL, which has
    /// means of its own.
    pub async fn backup(&self, path: &Path) -> Result<(), StoreError> {
        if self.inner.context.dialect == Dialect::Postgres {
            return Err(StoreError::BackupElsewhere);
        }
        if path.exists() {
            return Err(StoreError::BackupExists(path.to_owned()));
        }
        let done = sqlx::query("VACUUM INTO $1")
            .bind(path.to_string_lossy().into_owned())
            .execute(&mut *self.reader().await?)
            .await;
        if let Err(error) = done {
            // What there is of the file is no backup.
            let _ = std::fs::remove_file(path);
            return Err(error.into());
        }
        sync(path).map_err(|error| sqlx::Error::Io(error).into())
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

/// `VACUUM INTO` leaves the syncing to the system.
fn sync(path: &Path) -> std::io::Result<()> {
    std::fs::File::open(path)?.sync_all()?;
    match path.parent() {
        Some(folder) if !folder.as_os_str().is_empty() => std::fs::File::open(folder)?.sync_all(),
        _ => Ok(()),
    }
}
