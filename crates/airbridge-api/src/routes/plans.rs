//! Plans: read, compared, adopted, rejected.

use airbridge_app::planning::{Change, Changes};
use airbridge_app::{About, Network, Wish, following};
use airbridge_disclosure::{FieldGroup, Mask, Operation, Role};
use airbridge_events::{Command, Plan, PlanCommand, PlanId, PlanState, Record, Way};
use axum::http::{Uri, header};
use axum::response::{IntoResponse, Response};
use jiff::Timestamp;
use serde::Serialize;
use serde_json::Value;
use utoipa::ToSchema;

use super::missions::LegView;
use super::operations::Paging;
use super::said::{Reason, bodies};
use crate::answer::{Changed, Listed, Tagged};
use crate::body::Body;
use crate::caller::Caller;
use crate::parts::{Id, IfMatch, Query, etag};
use crate::problem::{Answer, Problem};
use crate::secured::Routes;
use crate::spec::Spec;

pub(crate) fn add(routes: Routes) -> Routes {
    let list = Spec::get("/api/v1/plans", "Plans that one may see").asks::<Paging>();
    let read = Spec::get("/api/v1/plans/{id}", "One plan").answers::<PlanView>();
    let file = Spec::get(
        "/api/v1/plans/{id}/file",
        "The file of a plan; why somebody is left out is for those who see how patients can travel",
    )
    .sends("application/json");
    let changes = Spec::get(
        "/api/v1/plans/{id}/changes",
        "What a plan changes beside the one that it replaces, and who has to be told",
    );
    let reject = Spec::post("/api/v1/plans/{id}/reject", "Not want a plan").takes::<Reason>();
    let adopt = Spec::post("/api/v1/plans/{id}/adopt", "Adopt a plan, in whole or in part").takes::<Adoption>();
    routes
        .secured(Operation::PlanSearch, list.lists::<PlanView>(), all)
        .secured(Operation::PlanRead, read, one)
        .secured(Operation::PlanRead, file, whole)
        .secured(Operation::PlanRead, changes.answers::<ChangesView>(), compared)
        .secured(Operation::PlanReject, reject.changes(), rejected)
        .secured(Operation::PlanAdopt, adopt.changes(), adopted)
}

bodies! {
    /// What of a plan is adopted.
    Adoption {
        /// Numbers of missions; all where it is left out.
        #[serde(default)]
        missions: Option<Vec<String>>,
    }
}

/// A plan.
#[derive(Serialize, ToSchema)]
struct PlanView {
    id: String,
    version: u64,
    operation: String,
    /// The plan that it replaces.
    parent: Option<String>,
    #[schema(value_type = String)]
    state: PlanState,
    #[schema(value_type = String, format = DateTime)]
    proposed_at: Timestamp,
    /// Measures, tiers and bound, to compare.
    #[schema(value_type = Object)]
    measures: Value,
    /// How many missions it has.
    missions: usize,
    /// How many are moved.
    moved: usize,
    /// How many are not.
    left: usize,
    /// What is in it. Not in lists.
    #[serde(skip_serializing_if = "Option::is_none")]
    contents: Option<Contents>,
}

/// What is in a plan.
#[derive(Serialize, ToSchema)]
struct Contents {
    flights: Vec<FlightView>,
    ways: Vec<WayView>,
    left_out: Vec<LeftOut>,
}

/// A mission as planned.
#[derive(Serialize, ToSchema)]
struct FlightView {
    number: String,
    aircraft: String,
    operator: String,
    flight_crew: String,
    medical_crew: Option<String>,
    legs: Vec<LegView>,
}

/// A patient's way, by pseudonym.
#[derive(Serialize, ToSchema)]
struct WayView {
    request: String,
    offer: String,
    #[schema(value_type = String, format = DateTime)]
    arrives_at: Timestamp,
    /// Numbers of the missions, in order.
    missions: Vec<String>,
}

impl From<&Way> for WayView {
    fn from(way: &Way) -> Self {
        Self {
            request: way.request.to_string(),
            offer: way.offer.to_string(),
            arrives_at: way.arrives_at,
            missions: way.missions.clone(),
        }
    }
}

/// What a plan changes.
#[derive(Serialize, ToSchema)]
struct ChangesView {
    plan: String,
    /// The plan that it replaces; none: everything is new.
    beside: Option<String>,
    /// Patients, the gravest change first.
    requests: Vec<ChangeView>,
    missions: MissionChanges,
}

/// Numbers of missions.
#[derive(Serialize, ToSchema)]
struct MissionChanges {
    /// They were not planned before.
    new: Vec<String>,
    /// They do not take place.
    cancelled: Vec<String>,
    /// They take place otherwise.
    changed: Vec<String>,
}

/// What a plan changes for one patient, by pseudonym.
#[derive(Serialize, ToSchema)]
struct ChangeView {
    request: String,
    /// The gravest first: `left-out`, `country`, `hospital`, `day`, `mission`, `legs`, `time`, or `newly-moved`.
    kinds: Vec<&'static str>,
    before: Option<WayView>,
    after: Option<WayView>,
    /// How sure the promise was that is changed: `frozen`, `firm` or `soft`.
    promise: Option<&'static str>,
    /// Who has to be told.
    told: Vec<ToldView>,
}

/// Who has to be told.
#[derive(Serialize, ToSchema)]
struct ToldView {
    role: &'static str,
    /// Of the clinician the organisation, of a hospital the facility, of an operator its id.
    of: String,
}

/// Somebody who is not moved.
#[derive(Serialize, ToSchema)]
struct LeftOut {
    request: String,
    /// For those who see how a patient can travel.
    #[serde(skip_serializing_if = "Option::is_none")]
    why: Option<String>,
}

impl PlanView {
    fn of(id: &PlanId, plan: &Plan) -> Self {
        let outline = &plan.outline;
        Self {
            id: id.to_string(),
            version: plan.version,
            operation: outline.operation.to_string(),
            parent: outline.parent.as_ref().map(ToString::to_string),
            state: plan.state,
            proposed_at: plan.proposed_at,
            measures: outline.measures.clone(),
            missions: outline.flights.len(),
            moved: outline.ways.len(),
            left: outline.left_out.len(),
            contents: None,
        }
    }

    fn whole(id: &PlanId, plan: &Plan, mask: &Mask, network: Option<&Network>) -> Self {
        let outline = &plan.outline;
        let flights = outline.flights.iter().map(|flight| FlightView {
            number: flight.number.clone(),
            aircraft: flight.aircraft.clone(),
            operator: flight.operator.clone(),
            flight_crew: flight.flight_crew.clone(),
            medical_crew: flight.medical_crew.clone(),
            legs: flight.legs.iter().map(|leg| LegView::planned(leg, network)).collect(),
        });
        let ways = outline.ways.iter().map(WayView::from);
        let left_out = outline.left_out.iter().map(|(request, why)| LeftOut {
            request: request.to_string(),
            why: mask.shows(FieldGroup::Planning).then(|| why.clone()),
        });
        let contents = Contents {
            flights: flights.collect(),
            ways: ways.collect(),
            left_out: left_out.collect(),
        };
        Self {
            contents: Some(contents),
            ..Self::of(id, plan)
        }
    }
}

async fn all(caller: Caller, uri: Uri, Query(paging): Query<Paging>) -> Answer<Listed<PlanView>> {
    let show = |record: &Record, about: &About, _: &Mask| match about {
        About::Plan(id) => Some(PlanView::of(id, record.plans.get(id)?)),
        _ => None,
    };
    let found = caller.app.search(
        &caller.who,
        Operation::PlanSearch,
        paging.page()?,
        |record, after| following(&record.plans, after, About::Plan),
        show,
    );
    Ok(Listed(uri, found.await?))
}

async fn one(caller: Caller, Id(id): Id) -> Answer<Tagged<PlanView>> {
    let id = PlanId::from(id);
    let networks = caller.app.networks().await?;
    let show = |record: &Record, mask: &Mask| {
        let plan = record.plans.get(&id)?;
        Some(PlanView::whole(&id, plan, mask, networks.of(&plan.outline.operation)))
    };
    let found = caller.look(Operation::PlanRead, &About::Plan(id.clone()), show).await?;
    let view = found.ok_or_else(Problem::not_found)?;
    Ok(Tagged(view.version, view))
}

async fn whole(caller: Caller, Id(id): Id) -> Answer<Response> {
    let id = PlanId::from(id);
    let file = caller.app.plan_file(&caller.who, &id).await?;
    let version = caller
        .app
        .see(|record| record.plans.get(&id).map_or(0, |plan| plan.version));
    let json = header::HeaderValue::from_static("application/json");
    Ok(([(header::CONTENT_TYPE, json), (header::ETAG, etag(version))], file).into_response())
}

async fn compared(caller: Caller, Id(id): Id) -> Answer<Tagged<ChangesView>> {
    let id = PlanId::from(id);
    let Changes {
        patients,
        new,
        cancelled,
        changed,
    } = caller.app.plan_changes(&caller.who, &id).await?;
    let told = |record: &Record, change: &Change| {
        let request = record.requests.get(&change.request.as_str().into());
        let clinician = request.map(|request| ToldView {
            role: Role::ReferringClinician.word(),
            of: request.organisation.to_string(),
        });
        let others = change.told.iter().map(|(role, of)| ToldView {
            role: role.word(),
            of: of.clone(),
        });
        clinician.into_iter().chain(others).collect()
    };
    let view = |record: &Record| {
        let plan = record.plans.get(&id)?;
        let requests = patients.iter().map(|change| ChangeView {
            request: change.request.clone(),
            kinds: change.kinds.clone(),
            before: change.before.as_ref().map(WayView::from),
            after: change.after.as_ref().map(WayView::from),
            promise: change.promise,
            told: told(record, change),
        });
        let view = ChangesView {
            plan: id.to_string(),
            beside: plan.outline.parent.as_ref().map(ToString::to_string),
            requests: requests.collect(),
            missions: MissionChanges {
                new,
                cancelled,
                changed,
            },
        };
        Some(Tagged(plan.version, view))
    };
    caller.app.see(view).ok_or_else(Problem::not_found)
}

async fn rejected(caller: Caller, Id(id): Id, version: IfMatch, body: Body<Reason>) -> Answer<Changed> {
    let id = PlanId::from(id);
    let reason = body.value.reason;
    let command = Command::Plan(id.clone(), PlanCommand::Reject { reason });
    let wish = Wish {
        if_match: Some(version.required()?),
        once: body.once,
        ..Wish::new(Operation::PlanReject, About::Plan(id), command)
    };
    Ok(caller.act(wish).await?.into())
}

async fn adopted(caller: Caller, Id(id): Id, version: IfMatch, body: Body<Adoption>) -> Answer<Changed> {
    let id = PlanId::from(id);
    let (version, missions) = (version.required()?, body.value.missions);
    let done = caller.app.adopt(&caller.who, &id, missions, Some(version), body.once);
    Ok(done.await?.into())
}
