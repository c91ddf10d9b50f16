//! SQL, one file per table: each function does one thing on a connection that the caller gives.

pub(crate) mod audit;
pub(crate) mod blobs;
pub(crate) mod commits;
pub(crate) mod events;
pub(crate) mod guards;
pub(crate) mod jobs;
pub(crate) mod once;
pub(crate) mod sessions;
pub(crate) mod vault;

use crate::StoreError;
use crate::canonical::damaged;

/// A column of exactly 32 bytes.
fn hash_column(bytes: Vec<u8>, table: &'static str, row: &str) -> Result<[u8; 32], StoreError> {
    bytes.try_into().map_err(|_| damaged(table, row))
}
