//! Work for the planner that outlives a request.

use airbridge_app::{JobKind, JobOrder, JobView as Job};
use airbridge_disclosure::Operation;
use axum::Json;
use axum::http::{HeaderValue, StatusCode, Uri, header};
use axum::response::{IntoResponse, Response};
use jiff::Timestamp;
use serde::{Deserialize, Serialize};
use serde_json::Value;
use utoipa::ToSchema;

use super::operations::Paging;
use super::said::{Nothing, bodies};
use crate::answer::Listed;
use crate::body::Body;
use crate::caller::Caller;
use crate::parts::{Id, Query, escaped, hex};
use crate::problem::Answer;
use crate::secured::Routes;
use crate::spec::Spec;

pub(crate) fn add(routes: Routes) -> Routes {
    let order = Spec::post("/api/v1/operations/{op}/jobs", "Order a plan").takes::<Ordered>();
    let list = Spec::get("/api/v1/jobs", "Jobs of one's own planning cell").asks::<Paging>();
    let read = Spec::get("/api/v1/jobs/{id}", "One job").answers::<JobView>();
    let cancel = Spec::post("/api/v1/jobs/{id}/cancel", "Stop a job").takes::<Nothing>();
    routes
        .secured(
            Operation::PlanPropose,
            order.once().answers_with::<JobMade>("202", "Queued."),
            begin,
        )
        .secured(Operation::JobSearch, list.lists::<JobView>(), all)
        .secured(Operation::JobRead, read, one)
        .secured(Operation::JobCancel, cancel.once().answers_nothing(), stop)
}

/// What is to be planned.
#[derive(Clone, Copy, Deserialize, Serialize, ToSchema)]
#[serde(rename_all = "kebab-case")]
pub(crate) enum Kind {
    /// A first plan.
    Plan,
    /// A plan that replaces the one that runs.
    Replan,
}

bodies! {
    /// An order to the planner.
    Ordered {
        kind: Kind,
        /// Units of work.
        work: u64,
        /// Of the random numbers: the same seed and work give the same plan.
        seed: u64,
    }
}

/// A job that was queued.
#[derive(Serialize, ToSchema)]
struct JobMade {
    id: String,
}

/// A job.
#[derive(Serialize, ToSchema)]
struct JobView {
    id: String,
    operation: String,
    kind: Kind,
    work: u64,
    seed: u64,
    requested_by: String,
    #[schema(value_type = String, format = DateTime)]
    at: Timestamp,
    /// `queued`, `running`, `done`, `failed` or `cancelled`.
    state: &'static str,
    /// How often it was begun.
    attempt: u32,
    /// How far it is.
    #[schema(value_type = Object)]
    progress: Option<Value>,
    /// What came of it.
    #[schema(value_type = Object)]
    outcome: Option<Value>,
}

impl From<Job> for JobView {
    fn from(job: Job) -> Self {
        Self {
            id: job.id,
            operation: job.operation.to_string(),
            kind: match job.order.kind {
                JobKind::Plan => Kind::Plan,
                JobKind::Replan => Kind::Replan,
            },
            work: job.order.work,
            seed: job.order.seed,
            requested_by: job.requested_by,
            at: job.at,
            state: job.state,
            attempt: job.attempt,
            progress: job.progress,
            outcome: job.outcome,
        }
    }
}

async fn begin(caller: Caller, Id(operation): Id, body: Body<Ordered>) -> Answer<Response> {
    let Ordered { kind, work, seed } = body.value;
    let kind = match kind {
        Kind::Plan => JobKind::Plan,
        Kind::Replan => JobKind::Replan,
    };
    let order = JobOrder { kind, work, seed };
    let id = caller
        .app
        .order_job(&caller.who, &operation.into(), order, body.once)
        .await?;
    let place = format!("/api/v1/jobs/{}", escaped(&id));
    let place = HeaderValue::from_str(&place).expect("it is escaped");
    Ok((StatusCode::ACCEPTED, [(header::LOCATION, place)], Json(JobMade { id })).into_response())
}

async fn all(caller: Caller, uri: Uri, Query(paging): Query<Paging>) -> Answer<Listed<JobView>> {
    let (after, limit) = paging.page()?;
    let found = caller.app.jobs(&caller.who, after, limit).await?;
    let items = found.items.into_iter().map(JobView::from).collect();
    let next = found.next;
    Ok(Listed(uri, airbridge_app::Page { items, next }))
}

async fn one(caller: Caller, Id(id): Id) -> Answer<Response> {
    let view = JobView::from(caller.app.job(&caller.who, &id).await?);
    let json = serde_json::to_vec(&view).expect("a view is JSON");
    // A job has no version: it is tagged by what is said of it.
    let tag = hex(&airbridge_app::digest(&json)[..8]);
    let tag = HeaderValue::from_str(&format!("\"{tag}\"")).expect("hexadecimal digits");
    Ok(([(header::ETAG, tag)], Json(view)).into_response())
}

async fn stop(caller: Caller, Id(id): Id, body: Body<Nothing>) -> Answer<StatusCode> {
    caller.app.cancel_job(&caller.who, &id, body.once).await?;
    Ok(StatusCode::NO_CONTENT)
}
