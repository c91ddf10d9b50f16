//! Use cases over the record: what people and machines ask for, from the question to the recorded answer.

mod accounts;
mod act;
mod aggregates;
mod app;
mod asked;
mod audit_event;
mod auditing;
mod beside;
mod clock;
mod codec;
mod columns;
mod credentials;
mod error;
mod factor;
mod identity;
mod jobs;
mod live;
mod look;
mod master;
mod moved;
mod network;
mod once;
mod operations;
mod password;
mod persons;
pub mod planning;
mod plans;
mod proposing;
mod questions;
mod replacing;
mod reports;
mod settle;
mod sign_on;
mod sources;
mod streamed;
mod subject;
mod tables;
mod tasks;
mod throttle;
mod tokens;
mod waiting;
mod who;
mod whose_event;
mod worker;

pub use accounts::{LONGEST_TOKEN, LogIn, Token};
pub use act::{Done, Wish};
pub use aggregates::{Aggregate, Aggregates, LEAST, STEP};
pub use app::{App, AppSettings, hex};
pub use audit_event::{audit_bundle, audit_event};
pub use clock::{Machine, Outside, Scripted};
pub use codec::Provenance;
pub use columns::{CLINICAL, shown};
pub use credentials::{Invitation, NewPassword};
pub use error::Error;
pub use factor::Enrolment;
pub use identity::{IDENTITY_FIELDS, Identity};
pub use jobs::{AskedAbout, JobKind, JobOrder, JobView, MOST_WORK, SeenJobs, Which};
pub use look::{Candidates, Page, following};
pub use master::MasterKey;
pub use network::{Network, Networks};
pub use once::OnceKey;
pub use operations::{ImportOptions, Imported};
pub use replacing::Replaced;
pub use sign_on::{Asked, Begun, SIGN_ON_LASTS, Secrets, SignOn, SignOnError, Subject};
pub use sources::Sources;
pub use subject::About;
pub use who::Who;

/// SHA-256.
pub fn digest(bytes: &[u8]) -> [u8; 32] {
    use sha2::Digest as _;
    sha2::Sha256::digest(bytes).into()
}
