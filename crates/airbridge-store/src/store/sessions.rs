//! Sessions.

use jiff::Timestamp;

use super::Store;
use crate::tables::sessions;
use crate::write::{Write, Written};
use crate::{SessionRow, StoreError};

impl Store {
    /// Keeps a session, or replaces the one with the same token.
    ///
    /// # Errors
    ///
    /// If the store cannot be written.
    pub async fn put_session(&self, session: SessionRow) -> Result<(), StoreError> {
        self.write(Write::PutSession(session)).await.map(drop)
    }

    /// The session of a token. Whether it has expired is the caller's to judge.
    ///
    /// # Errors
    ///
    /// If the store cannot be read.
    pub async fn session(&self, digest: &[u8; 32]) -> Result<Option<SessionRow>, StoreError> {
        sessions::get(&mut *self.reader().await?, digest).await
    }

    /// Sessions of programs, whoever's.
    ///
    /// # Errors
    ///
    /// If the store cannot be read.
    pub async fn machine_sessions(&self) -> Result<Vec<SessionRow>, StoreError> {
        sessions::of_machines(&mut *self.reader().await?).await
    }

    /// Notes that a session was used; false if there is none.
    ///
    /// # Errors
    ///
    /// If the store cannot be written.
    pub async fn touch_session(&self, digest: [u8; 32], at: Timestamp) -> Result<bool, StoreError> {
        self.found(Write::TouchSession { digest, at }).await
    }

    /// Ends a session; false if there was none.
    ///
    /// # Errors
    ///
    /// If the store cannot be written.
    pub async fn end_session(&self, digest: [u8; 32]) -> Result<bool, StoreError> {
        self.found(Write::EndSession { digest }).await
    }

    /// Ends all sessions of an account; answers how many.
    ///
    /// # Errors
    ///
    /// If the store cannot be written.
    pub async fn end_sessions_of(&self, account: &str) -> Result<u64, StoreError> {
        let account = account.to_owned();
        let Written::Count(count) = self.write(Write::EndSessionsOf { account }).await? else {
            unreachable!("ending all is answered with their number")
        };
        Ok(count)
    }

    /// Ends all sessions of everybody, as after restoring a backup in which some live again; answers how many.
    ///
    /// # Errors
    ///
    /// If the store cannot be written.
    pub async fn end_all_sessions(&self) -> Result<u64, StoreError> {
        let Written::Count(count) = self.write(Write::EndAllSessions).await? else {
            unreachable!("ending all is answered with their number")
        };
        Ok(count)
    }

    async fn found(&self, write: Write) -> Result<bool, StoreError> {
        let Written::Found(found) = self.write(write).await? else {
            unreachable!("a session is found or not")
        };
        Ok(found)
    }
}
