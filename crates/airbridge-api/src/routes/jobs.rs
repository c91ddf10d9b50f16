//! Work for the planner that outlives a request: plans, and questions about plans.

use airbridge_app::{AskedAbout, JobKind, JobOrder, JobView as Job, Which};
use airbridge_disclosure::Operation;
use axum::Json;
use axum::http::{HeaderValue, StatusCode, Uri, header};
use axum::response::{IntoResponse, Response};
use jiff::Timestamp;
use serde::{Deserialize, Serialize};
use serde_json::{Map, Value};
use utoipa::ToSchema;

use super::operations::Paging;
use super::said::{Nothing, bodies};
use crate::answer::Listed;
use crate::body::{Body, Large, Once};
use crate::caller::Caller;
use crate::parts::{Id, Query, escaped, hex};
use crate::problem::{Answer, Problem};
use crate::secured::Routes;
use crate::spec::Spec;

pub(crate) fn add(routes: Routes) -> Routes {
    let order = Spec::post("/api/v1/operations/{op}/jobs", "Order a plan").takes::<Ordered>();
    let ask = Spec::post(
        "/api/v1/operations/{op}/questions",
        "Ask about a plan, or what events would change",
    );
    let ask = ask.takes::<Questioned>();
    let list = Spec::get("/api/v1/jobs", "Jobs of one's own planning cell").asks::<Paging>();
    let read = Spec::get("/api/v1/jobs/{id}", "One job").answers::<JobView>();
    let cancel = Spec::post("/api/v1/jobs/{id}/cancel", "Stop a job").takes::<Nothing>();
    routes
        .secured(
            Operation::PlanPropose,
            order.once().answers_with::<JobMade>("202", "Queued."),
            begin,
        )
        .secured(
            Operation::PlanExamine,
            ask.once().answers_with::<JobMade>("202", "Queued."),
            question,
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
    /// A question.
    Questioned {
        kind: QuestionKind,
        /// The plan that is meant; where nothing is said, and no file is sent, the one that runs.
        #[serde(default)]
        plan: Option<String>,
        /// A plan that a person has changed: the whole file of a plan.
        #[serde(default)]
        #[schema(value_type = Option<Object>)]
        file: Option<Map<String, Value>>,
        /// To explain: a patient, by pseudonym.
        #[serde(default)]
        patient: Option<String>,
        /// To explain: a mission, by its number in the plan.
        #[serde(default)]
        mission: Option<String>,
        /// To explain: an offer of beds.
        #[serde(default)]
        offer: Option<String>,
        /// What if: events of the events format.
        #[serde(default)]
        #[schema(value_type = Vec<Object>)]
        events: Vec<Value>,
        /// What if: units of work.
        #[serde(default)]
        work: Option<u64>,
        /// What if: of the random numbers.
        #[serde(default)]
        seed: u64,
    }
}

/// What is asked.
#[derive(Clone, Copy, PartialEq, Eq, Deserialize, Serialize, ToSchema)]
#[serde(rename_all = "kebab-case")]
pub(crate) enum QuestionKind {
    /// Which rules a plan breaks.
    Check,
    /// What a plan really achieves, and which rules it breaks.
    Evaluate,
    /// Why a plan is as it is, and what it would take to have it otherwise.
    Explain,
    /// What events would change, compared and not adopted.
    WhatIf,
}

/// Units of work where nobody says how many.
const WORK: u64 = 20_000;

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
    /// `plan`, `replan`, `check`, `evaluate`, `explain` or `what-if`.
    kind: &'static str,
    work: u64,
    seed: u64,
    requested_by: String,
    #[schema(value_type = String, format = DateTime)]
    at: Timestamp,
    /// `queued`, `running`, `done`, `failed` or `cancelled`.
    state: &'static str,
    /// How often it was begun.
    attempt: u32,
    /// How far it is: who works on it since when, the work done by the search, the first checked plan and the best so far with tiers and bound.
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
            kind: job.order.kind.word(),
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
    queue(&caller, operation, JobOrder { kind, work, seed }, (None, body.once)).await
}

async fn question(caller: Caller, Id(operation): Id, Large(body): Large<Questioned>) -> Answer<Response> {
    let asked = body.value;
    let sent = match &asked.file {
        Some(file) => Some(serde_json::to_vec(file).map_err(|_| Problem::bad_request("the file is no JSON"))?),
        None => None,
    };
    let (work, seed) = (asked.work.unwrap_or(WORK), asked.seed);
    let kind = kind(asked)?;
    queue(&caller, operation, JobOrder { kind, work, seed }, (sent, body.once)).await
}

/// The job that a question means.
fn kind(asked: Questioned) -> Answer<JobKind> {
    let odd = |field: &str, what: &str| Err(Problem::invalid(what).at(format!("/{field}"), what));
    let subjects = [
        asked.patient.map(AskedAbout::Patient),
        asked.mission.map(AskedAbout::Mission),
        asked.offer.map(AskedAbout::Offer),
    ];
    let mut subjects = subjects.into_iter().flatten();
    let (about, second) = (subjects.next(), subjects.next());
    if second.is_some() {
        return odd("patient", "one thing is explained at a time");
    }
    if about.is_some() && asked.kind != QuestionKind::Explain {
        return odd("kind", "only an explanation is about one patient, mission or offer");
    }
    if !asked.events.is_empty() && asked.kind != QuestionKind::WhatIf {
        return odd("events", "events are for what-if");
    }
    let plan = match (asked.plan, asked.file.is_some()) {
        (Some(_), true) => return odd("file", "a plan is named and another is sent"),
        (Some(plan), false) => Which::Stored(plan.into()),
        (None, true) => Which::Sent(String::new()),
        (None, false) => Which::Running,
    };
    Ok(match asked.kind {
        QuestionKind::Check => JobKind::Check { plan },
        QuestionKind::Evaluate => JobKind::Evaluate { plan },
        QuestionKind::Explain => match about {
            Some(about) => JobKind::Explain { plan, about },
            None => return odd("patient", "say which patient, mission or offer is meant"),
        },
        QuestionKind::WhatIf if plan != Which::Running => return odd("plan", "what-if is about the plan that runs"),
        QuestionKind::WhatIf => JobKind::WhatIf { events: asked.events },
    })
}

async fn queue(
    caller: &Caller,
    operation: String,
    order: JobOrder,
    (sent, once): (Option<Vec<u8>>, Once),
) -> Answer<Response> {
    let id = caller
        .app
        .order_job(&caller.who, &operation.into(), order, sent, once)
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
