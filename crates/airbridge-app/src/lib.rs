//! Use cases over the record: what people and machines ask for, from the question to the recorded answer.

mod clock;
mod codec;
mod error;
mod identity;
mod live;
mod password;
pub mod planning;

pub use clock::{Machine, Outside, Scripted};
pub use codec::Provenance;
pub use error::Error;
pub use identity::{IDENTITY_FIELDS, Identity};
pub use password::acceptable;

/// SHA-256.
pub fn digest(bytes: &[u8]) -> [u8; 32] {
    use sha2::Digest as _;
    sha2::Sha256::digest(bytes).into()
}
