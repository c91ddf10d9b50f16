//! Standing operations.

use airbridge_app::{About, following};
use airbridge_disclosure::{Mask, Operation};
use airbridge_events::{OperationId, Record};
use axum::http::Uri;
use serde::{Deserialize, Serialize};
use utoipa::{IntoParams, ToSchema};

use super::said::bodies;
use crate::answer::{Changed, Listed, Tagged};
use crate::body::Body;
use crate::caller::Caller;
use crate::parts::{Id, Query, is_id, page};
use crate::problem::{Answer, Problem};
use crate::secured::Routes;
use crate::spec::Spec;

pub(crate) fn add(routes: Routes) -> Routes {
    let list = Spec::get("/api/v1/operations", "Operations that one may see").asks::<Paging>();
    let read = Spec::get("/api/v1/operations/{op}", "One operation").answers::<OperationView>();
    let create = Spec::post("/api/v1/operations", "Begin an operation, with nothing in it yet").takes::<NewOperation>();
    routes
        .secured(Operation::OperationCreate, create.makes(), begin)
        .secured(Operation::OperationRead, list.lists::<OperationView>(), all)
        .secured(Operation::OperationRead, read, one)
}

bodies! {
    /// An operation to begin.
    NewOperation {
        /// By which it is known from then on.
        id: String,
        name: String,
        /// Whose mandate it is; else that of whoever asks.
        #[serde(default)]
        organisation: Option<String>,
    }
}

async fn begin(caller: Caller, body: Body<NewOperation>) -> Answer<Changed> {
    let NewOperation { id, name, organisation } = body.value;
    if !is_id(&id) {
        let what = "an id has 1 to 128 signs, without a slash";
        return Err(Problem::invalid(what).at("/id", what));
    }
    let organisation = organisation.unwrap_or_else(|| caller.who.actor.organisation.clone());
    let (id, named) = (OperationId::from(id), (name, organisation.into()));
    let done = caller.app.create_operation(&caller.who, &id, named, body.once);
    Ok(Changed::made(done.await?, "operations"))
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
