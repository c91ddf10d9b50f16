//! Requests that may be of the same patient, found without going through all of them.

use std::collections::{BTreeMap, BTreeSet};

use super::{Request, State};
use crate::ids::{OperationId, OrganisationId, RequestId};
use crate::row::Row;

/// Open requests by what they look like.
#[derive(Clone, PartialEq, Eq, Debug, Default)]
pub(crate) struct Alike(BTreeMap<LooksLike, BTreeSet<RequestId>>);

/// What two requests of the same patient have in common for certain.
#[derive(Clone, PartialEq, Eq, PartialOrd, Ord, Debug)]
pub(crate) struct LooksLike {
    operation: OperationId,
    organisation: OrganisationId,
    origin: String,
    age: String,
}

impl LooksLike {
    /// `None` where the age is not told: such a request looks like no other.
    fn of(operation: &OperationId, organisation: &OrganisationId, row: &Row) -> Option<Self> {
        let age = row.text("age_years");
        (!age.is_empty()).then(|| Self {
            operation: operation.clone(),
            organisation: organisation.clone(),
            origin: row.text("origin").to_owned(),
            age: age.to_owned(),
        })
    }

    /// Requests that are over stand in nobody's way.
    pub(crate) fn of_open(request: &Request) -> Option<Self> {
        let open = !request.state.is_over() && request.state != State::HandedOver;
        let key = || Self::of(&request.operation, &request.organisation, &request.row);
        open.then(key).flatten()
    }
}

impl Alike {
    /// Files a request anew that was changed.
    pub(crate) fn file(&mut self, id: &RequestId, before: Option<LooksLike>, after: Option<LooksLike>) {
        if before == after {
            return;
        }
        if let Some(key) = before
            && let Some(filed) = self.0.get_mut(&key)
        {
            filed.remove(id);
            if filed.is_empty() {
                self.0.remove(&key);
            }
        }
        if let Some(key) = after {
            self.0.entry(key).or_default().insert(id.clone());
        }
    }

    /// Open requests of the same operation, organisation, origin and age, in the order of their ids.
    pub(crate) fn of(
        &self,
        operation: &OperationId,
        organisation: &OrganisationId,
        row: &Row,
    ) -> impl Iterator<Item = &RequestId> {
        let key = LooksLike::of(operation, organisation, row);
        key.and_then(|key| self.0.get(&key)).into_iter().flatten()
    }
}
