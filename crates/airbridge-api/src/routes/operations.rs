//! Standing operations.

use airbridge_app::{About, following};
use airbridge_disclosure::{Mask, Operation};
use airbridge_events::{OperationId, Record};
use axum::http::Uri;
use serde::{Deserialize, Serialize};
use utoipa::{IntoParams, ToSchema};

use crate::answer::{Listed, Tagged};
use crate::caller::Caller;
use crate::parts::{Id, Query, page};
use crate::problem::{Answer, Problem};
use crate::secured::Routes;
use crate::spec::Spec;

pub(crate) fn add(routes: Routes) -> Routes {
    let list = Spec::get("/api/v1/operations", "Operations that one may see").asks::<Paging>();
    let read = Spec::get("/api/v1/operations/{op}", "One operation").answers::<OperationView>();
    routes
        .secured(Operation::OperationRead, list.lists::<OperationView>(), all)
        .secured(Operation::OperationRead, read, one)
}

/// Which page of a list.
#[derive(Deserialize, IntoParams)]
#[serde(deny_unknown_fields)]
pub(crate) struct Paging {
    pub(crate) after: Option<String>,
    pub(crate) limit: Option<usize>,
}

impl Paging {
    /// The page that is asked for.
    ///
    /// # Errors
    ///
    /// Too many or none.
    pub(crate) fn page(&self) -> Answer<(Option<&str>, usize)> {
        page(self.after.as_deref(), self.limit)
    }
}

/// A standing operation.
#[derive(Serialize, ToSchema)]
struct OperationView {
    id: String,
    version: u64,
    /// Whose mandate it is.
    organisation: String,
    name: String,
    /// The plan that runs.
    plan: Option<String>,
    /// How many events were reported.
    events: usize,
}

impl OperationView {
    fn of(record: &Record, id: &OperationId) -> Option<Self> {
        let operation = record.operations.get(id)?;
        Some(Self {
            id: id.to_string(),
            version: operation.version,
            organisation: operation.organisation.to_string(),
            name: operation.name.clone(),
            plan: operation.plan.as_ref().map(ToString::to_string),
            events: operation.reported.len(),
        })
    }
}

async fn all(caller: Caller, uri: Uri, Query(paging): Query<Paging>) -> Answer<Listed<OperationView>> {
    let show = |record: &Record, about: &About, _: &Mask| match about {
        About::Operation(id) => OperationView::of(record, id),
        _ => None,
    };
    let found = caller.app.search(
        &caller.who,
        Operation::OperationRead,
        paging.page()?,
        |record, after| following(&record.operations, after, About::Operation),
        show,
    );
    Ok(Listed(uri, found.await?))
}

async fn one(caller: Caller, Id(id): Id) -> Answer<Tagged<OperationView>> {
    let id = OperationId::from(id);
    let show = |record: &Record, _: &Mask| OperationView::of(record, &id);
    let found = caller
        .look(Operation::OperationRead, &About::Operation(id.clone()), show)
        .await?;
    let view = found.ok_or_else(Problem::not_found)?;
    Ok(Tagged(view.version, view))
}
