//! Use cases over the record: what people and machines ask for, from the question to the recorded answer.

mod accounts;
mod act;
mod app;
mod auditing;
mod clock;
mod codec;
mod columns;
mod error;
mod identity;
mod jobs;
mod live;
mod look;
mod machine;
mod operations;
mod password;
mod persons;
pub mod planning;
mod plans;
mod reports;
mod subject;
mod tables;
mod who;
mod worker;

pub use accounts::{LONGEST_TOKEN, Token};
pub use act::{Done, Wish};
pub use app::{App, hex};
pub use clock::{Machine, Outside, Scripted};
pub use codec::Provenance;
pub use columns::{CLINICAL, shown};
pub use error::Error;
pub use identity::{IDENTITY_FIELDS, Identity};
pub use jobs::{JobKind, JobOrder, JobView, MOST_WORK};
pub use look::{Candidates, Page, following};
pub use operations::{ImportOptions, Imported};
pub use password::acceptable;
pub use subject::About;
pub use who::Who;

/// SHA-256.
pub fn digest(bytes: &[u8]) -> [u8; 32] {
    use sha2::Digest as _;
    sha2::Sha256::digest(bytes).into()
}
