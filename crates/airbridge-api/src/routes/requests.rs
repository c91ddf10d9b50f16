//! Requests: written, read, found, changed.

use std::collections::BTreeMap;

use airbridge_app::{About, Candidates, Page, Wish, following, shown};
use airbridge_disclosure::{FieldGroup, Mask, Operation};
use airbridge_events::{Command, OperationId, OrganisationId, Record, Request, RequestCommand, RequestId, Row};
use airbridge_store::{NewEvent, Seq};
use axum::Json;
use axum::http::Uri;
use serde::{Deserialize, Serialize};
use utoipa::{IntoParams, ToSchema};

use super::request_view::RequestView;
use super::said::NewRow;
use crate::answer::{Changed, Listed, Tagged};
use crate::body::Body;
use crate::caller::Caller;
use crate::parts::{Id, IfMatch, Query, page};
use crate::problem::{Answer, Problem};
use crate::secured::Routes;
use crate::spec::Spec;

/// So many that look alike are shown; more are of no help.
const MOST_ALIKE: usize = 100;

pub(crate) fn add(routes: Routes) -> Routes {
    let create = Spec::post("/api/v1/operations/{op}/requests", "Begin a request").takes::<NewRequest>();
    let alike = Spec::post(
        "/api/v1/operations/{op}/requests/alike",
        "Open requests that look like the same patient as one that is to be begun; nothing is changed",
    );
    let alike = alike.takes::<NewRow>().answers::<Alike>();
    let list = Spec::get("/api/v1/requests", "Requests that one may see").asks::<Filter>();
    let search = Spec::post("/api/v1/requests/search", "Requests by a text that is in them").takes::<Search>();
    let read = Spec::get("/api/v1/requests/{id}", "One request").answers::<RequestView>();
    let amend = Spec::patch("/api/v1/requests/{id}", "Change what is said of the patient").takes::<NewRow>();
    let history = Spec::get("/api/v1/requests/{id}/history", "What has happened to a request").answers::<History>();
    routes
        .secured(Operation::RequestCreate, create.makes(), begin)
        .secured(Operation::RequestCreate, alike, looked_for)
        .secured(Operation::RequestSearch, list.lists::<RequestView>(), all)
        .secured(Operation::RequestSearch, search.lists::<RequestView>(), found)
        .secured(Operation::RequestRead, read, one)
        .secured(Operation::RequestUpdate, amend.changes(), change)
        .secured(Operation::RequestRead, history, happened)
}

/// A request to begin.
#[derive(Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
struct NewRequest {
    /// Columns of table `patients`, by name.
    row: BTreeMap<String, String>,
    /// Open requests that look like the same patient, and were looked at.
    #[serde(default)]
    seen: Vec<String>,
}

async fn begin(caller: Caller, Id(operation): Id, body: Body<NewRequest>) -> Answer<Changed> {
    let organisation = &caller.who.actor.organisation;
    let command = RequestCommand::Create {
        operation: operation.into(),
        organisation: organisation.as_str().into(),
        row: Row(body.value.row),
        return_of: None,
        seen: body.value.seen.into_iter().map(RequestId::from).collect(),
    };
    let about = About::New(organisation.clone());
    let command = Command::Request(caller.new_id().into(), command);
    let done = caller.act(Wish {
        once: body.once,
        ..Wish::new(Operation::RequestCreate, about, command)
    });
    Ok(Changed::made(done.await?, "requests"))
}

/// Open requests that look alike.
#[derive(Serialize, ToSchema)]
struct Alike {
    items: Vec<RequestView>,
}

async fn looked_for(caller: Caller, Id(operation): Id, body: Body<NewRow>) -> Answer<Json<Alike>> {
    let operation = OperationId::from(operation);
    let networks = caller.app.networks().await?;
    if networks.of(&operation).is_none() {
        return Err(Problem::not_found());
    }
    let organisation = OrganisationId::from(caller.who.actor.organisation.as_str());
    let row = Row(body.value.row);
    let show = |record: &Record, about: &About, mask: &Mask| {
        let (id, request) = of(record, about)?;
        Some(RequestView::of(record, id, request, mask, &networks))
    };
    let found = caller.app.search(
        &caller.who,
        Operation::RequestSearch,
        (None, MOST_ALIKE),
        |record, _| {
            let alike = record.duplicates(&operation, &organisation, &row).into_iter();
            Box::new(alike.map(|id| (id.to_string(), About::Request(id))))
        },
        show,
    );
    let Page { items, .. } = linked(&caller, found.await?);
    Ok(Json(Alike { items }))
}

async fn change(caller: Caller, Id(id): Id, version: IfMatch, body: Body<NewRow>) -> Answer<Changed> {
    let id = RequestId::from(id);
    let command = Command::Request(id.clone(), RequestCommand::Amend(Row(body.value.row)));
    let wish = Wish {
        if_match: Some(version.required()?),
        once: body.once,
        ..Wish::new(Operation::RequestUpdate, About::Request(id), command)
    };
    Ok(caller.act(wish).await?.into())
}

async fn one(caller: Caller, Id(id): Id) -> Answer<Tagged<RequestView>> {
    let id = RequestId::from(id);
    let networks = caller.app.networks().await?;
    let show = |record: &Record, mask: &Mask| {
        let request = record.requests.get(&id)?;
        Some(Tagged(
            request.version,
            RequestView::of(record, &id, request, mask, &networks),
        ))
    };
    let found = caller
        .look(Operation::RequestRead, &About::Request(id.clone()), show)
        .await?;
    let Tagged(version, view) = found.ok_or_else(Problem::not_found)?;
    Ok(Tagged(version, view.linked(&caller)))
}

/// Which requests, and which page of them.
#[derive(Deserialize, IntoParams)]
#[serde(deny_unknown_fields)]
struct Filter {
    operation: Option<String>,
    /// A word such as `cleared`.
    state: Option<String>,
    /// A code of the precedence scheme.
    precedence: Option<String>,
    specialty: Option<String>,
    after: Option<String>,
    limit: Option<usize>,
}

impl Filter {
    /// Compares with what is shown only: a filter tells nothing that the answer does not.
    fn takes(&self, request: &Request, mask: &Mask) -> bool {
        let is =
            |wanted: &Option<String>, found: Option<&str>| wanted.as_deref().is_none_or(|wanted| Some(wanted) == found);
        let row = shown(&request.row, |group| mask.shows(group));
        let cell = |column: &str| row.0.get(column).map(String::as_str);
        let state = mask.shows(FieldGroup::Administrative).then(|| request.state.word());
        is(&self.operation, Some(request.operation.as_str()))
            && is(&self.state, state)
            && is(&self.precedence, cell("precedence_code"))
            && is(&self.specialty, cell("specialty"))
    }
}

async fn all(caller: Caller, uri: Uri, Query(filter): Query<Filter>) -> Answer<Listed<RequestView>> {
    let asked = page(filter.after.as_deref(), filter.limit)?;
    let networks = caller.app.networks().await?;
    let show = |record: &Record, about: &About, mask: &Mask| {
        let (id, request) = of(record, about)?;
        filter
            .takes(request, mask)
            .then(|| RequestView::of(record, id, request, mask, &networks))
    };
    let found = caller
        .app
        .search(&caller.who, Operation::RequestSearch, asked, every, show);
    Ok(Listed(uri, linked(&caller, found.await?)))
}

/// A text that is searched for. It is in the body, since what is in an address is logged on the way.
#[derive(Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
struct Search {
    text: String,
    after: Option<String>,
    limit: Option<usize>,
}

async fn found(caller: Caller, uri: Uri, body: Body<Search>) -> Answer<Listed<RequestView>> {
    let Search { text, after, limit } = body.value;
    let asked = page(after.as_deref(), limit)?;
    let text = text.to_lowercase();
    if text.trim().is_empty() {
        return Err(Problem::invalid("the text is missing").at("/text", "the text is missing"));
    }
    let networks = caller.app.networks().await?;
    let show = |record: &Record, about: &About, mask: &Mask| {
        let (id, request) = of(record, about)?;
        let view = RequestView::of(record, id, request, mask, &networks);
        let has = |cell: &String| cell.to_lowercase().contains(&text);
        (view.id.to_lowercase() == text || view.row.values().any(has)).then_some(view)
    };
    let found = caller
        .app
        .search(&caller.who, Operation::RequestSearch, asked, every, show);
    Ok(Listed(uri, linked(&caller, found.await?)))
}

fn linked(caller: &Caller, page: Page<RequestView>) -> Page<RequestView> {
    let Page { items, next } = page;
    let items = items.into_iter().map(|view| view.linked(caller)).collect();
    Page { items, next }
}

/// All requests, in the order of their ids.
pub(crate) fn every<'r>(record: &'r Record, after: Option<&str>) -> Candidates<'r> {
    following(&record.requests, after, About::Request)
}

/// The request that something is about.
pub(crate) fn of<'r>(record: &'r Record, about: &'r About) -> Option<(&'r RequestId, &'r Request)> {
    let About::Request(id) = about else { return None };
    Some((id, record.requests.get(id)?))
}

/// What has happened, and who says so.
#[derive(Serialize, ToSchema)]
pub(crate) struct History {
    /// In order.
    facts: Vec<FactView>,
}

/// Something that has happened.
#[derive(Serialize, ToSchema)]
struct FactView {
    /// That the request had then, and the number by which the fact is replaced or confirmed.
    version: u64,
    /// Such as `request-submitted`.
    kind: String,
    #[schema(value_type = String, format = DateTime)]
    happened_at: jiff::Timestamp,
    #[schema(value_type = String, format = DateTime)]
    recorded_at: jiff::Timestamp,
    account: String,
    organisation: String,
    /// The role that allowed it.
    authority: String,
    /// The earlier fact that it replaces.
    supersedes: Option<u64>,
    /// The earlier fact that it confirms.
    confirms: Option<u64>,
    /// The later fact that replaces it.
    superseded_by: Option<u64>,
    /// Later facts that confirm it.
    confirmed_by: Vec<u64>,
}

async fn happened(caller: Caller, Id(id): Id) -> Answer<Tagged<History>> {
    let id = RequestId::from(id);
    let about = About::Request(id.clone());
    let sees = |_: &Record, mask: &Mask| mask.shows(FieldGroup::Sources);
    let sees = caller.app.permit(&caller.who, Operation::RequestRead, &about, sees);
    if !sees.await? {
        return Err(airbridge_app::Error::Forbidden.into());
    }
    let version = |record: &Record, _: &Mask| record.requests.get(&id).map(|request| request.version);
    let version = caller.look(Operation::RequestRead, &about, version).await?;
    let version = version.ok_or_else(Problem::not_found)?;
    let facts = caller
        .app
        .store()
        .read_stream(&id.stream(), airbridge_store::Version(0))
        .await;
    let facts = facts.map_err(airbridge_app::Error::from)?;
    let views = facts.iter().map(|fact| {
        let later = |points: fn(&NewEvent) -> Option<Seq>| {
            let pointing = facts.iter().filter(move |other| points(&other.event) == Some(fact.seq));
            pointing.map(|other| other.version.0)
        };
        let earlier = |seq: Option<Seq>| {
            let meant = facts.iter().find(|other| Some(other.seq) == seq)?;
            Some(meant.version.0)
        };
        FactView {
            version: fact.version.0,
            kind: fact.event.kind.clone(),
            happened_at: fact.event.happened_at,
            recorded_at: fact.recorded_at,
            account: fact.event.actor.clone(),
            organisation: fact.event.organisation.clone(),
            authority: fact.event.authority.clone(),
            supersedes: earlier(fact.event.supersedes),
            confirms: earlier(fact.event.confirms),
            superseded_by: later(|event| event.supersedes).next(),
            confirmed_by: later(|event| event.confirms).collect(),
        }
    });
    Ok(Tagged(version, History { facts: views.collect() }))
}
