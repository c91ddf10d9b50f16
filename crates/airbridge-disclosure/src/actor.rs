//! Who asks, and whose the thing is.

use std::collections::{BTreeMap, BTreeSet};

use jiff::Timestamp;

use crate::role::Role;

/// Whoever is logged in.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct Actor {
    /// The account.
    pub account: String,
    /// For whom.
    pub organisation: String,
    /// As what.
    pub roles: BTreeSet<Role>,
    /// Whether the account may do nothing for the time being.
    pub is_suspended: bool,
    /// Records opened in an emergency, and until when.
    pub emergencies: BTreeMap<String, Timestamp>,
}

/// Whose something is.
#[derive(Clone, PartialEq, Eq, Debug, Default)]
pub struct Subject {
    /// What it is called in the record; emergency access is by this.
    pub name: String,
    /// Organisations whose own it is.
    pub owners: BTreeSet<String>,
    /// Organisations that have accepted the patient.
    pub accepted_by: BTreeSet<String>,
    /// Organisations that are asked to take the patient.
    pub offered_to: BTreeSet<String>,
    /// Accounts of the crews, and when their mission was over.
    pub assigned: BTreeMap<String, Option<Timestamp>>,
    /// The account whose very own it is.
    pub account: Option<String>,
    /// Where a patient is on the way; decides which fields are seen.
    pub is_on_mission: bool,
}

impl Subject {
    /// Something that belongs to organisations.
    pub fn owned_by<'a>(organisations: impl IntoIterator<Item = &'a str>) -> Self {
        Self {
            owners: organisations.into_iter().map(str::to_owned).collect(),
            ..Self::default()
        }
    }

    /// The same as an account's very own.
    #[must_use]
    pub fn of_account(mut self, account: &str) -> Self {
        self.account = Some(account.to_owned());
        self
    }
}
