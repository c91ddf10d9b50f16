//! Missions: read, with whom they carry, and found.

use airbridge_app::{About, Candidates, Network, Networks, following};
use airbridge_disclosure::{Mask, Operation};
use airbridge_events::{Leg, Mission, MissionId, Record};
use axum::http::Uri;
use jiff::Timestamp;
use serde::{Deserialize, Serialize};
use utoipa::{IntoParams, ToSchema};

use super::request_view::RequestView;
use super::requests;
use crate::answer::{Listed, Tagged};
use crate::caller::Caller;
use crate::parts::{Id, Query, page};
use crate::problem::{Answer, Problem};
use crate::secured::Routes;
use crate::spec::Spec;

/// The longest manifest; no aircraft carries more.
const MANIFEST: usize = 500;

pub(crate) fn add(routes: Routes) -> Routes {
    let list = Spec::get("/api/v1/missions", "Missions that one may see").asks::<Filter>();
    let read = Spec::get("/api/v1/missions/{id}", "One mission, and whom it carries").answers::<MissionView>();
    routes
        .secured(Operation::MissionSearch, list.lists::<MissionView>(), all)
        .secured(Operation::MissionRead, read, one)
}

/// A mission.
#[derive(Serialize, ToSchema)]
struct MissionView {
    id: String,
    version: u64,
    operation: String,
    plan: String,
    /// The plan's number.
    number: String,
    state: &'static str,
    aircraft: String,
    operator: String,
    flight_crew: String,
    medical_crew: Option<String>,
    legs: Vec<LegView>,
    /// Legs flown.
    flown: usize,
    /// People of the crews.
    accounts: Vec<String>,
    #[schema(value_type = Option<String>, format = DateTime)]
    delayed_until: Option<Timestamp>,
    diverted_to: Option<String>,
    #[schema(value_type = Option<String>, format = DateTime)]
    ended_at: Option<Timestamp>,
    /// When the last fact about it happened.
    #[schema(value_type = String, format = DateTime)]
    reported_at: Timestamp,
    /// How many patients are planned on it.
    patients: usize,
    /// How many are on board.
    aboard: usize,
    /// Patients that one may see, with what one may see of them. Not in lists.
    #[serde(skip_serializing_if = "Option::is_none")]
    manifest: Option<Vec<RequestView>>,
}

/// One leg.
#[derive(Serialize, ToSchema)]
pub(crate) struct LegView {
    from: String,
    /// The zone of the airfield that it leaves, by its IANA name.
    from_zone: Option<String>,
    to: String,
    /// The zone of the airfield that it comes to.
    to_zone: Option<String>,
    #[schema(value_type = String, format = DateTime)]
    off_block_at: Timestamp,
    #[schema(value_type = String, format = DateTime)]
    on_block_at: Timestamp,
    /// When it left its stand, once that is reported.
    #[schema(value_type = Option<String>, format = DateTime)]
    departed_at: Option<Timestamp>,
    /// When it came to its stand, once that is reported.
    #[schema(value_type = Option<String>, format = DateTime)]
    landed_at: Option<Timestamp>,
}

impl LegView {
    /// As planned, with the zones of both ends.
    pub(crate) fn planned(leg: &Leg, network: Option<&Network>) -> Self {
        let zone = |airfield: &str| Some(network?.airfield_zone(airfield)?.to_owned());
        Self {
            from_zone: zone(&leg.from),
            to_zone: zone(&leg.to),
            from: leg.from.clone(),
            to: leg.to.clone(),
            off_block_at: leg.off_block_at,
            on_block_at: leg.on_block_at,
            departed_at: None,
            landed_at: None,
        }
    }
}

impl MissionView {
    fn of(record: &Record, id: &MissionId, mission: &Mission, networks: &Networks) -> Self {
        let flight = &mission.flight;
        let network = networks.of(&mission.operation);
        let legs = flight.legs.iter().enumerate().map(|(index, leg)| LegView {
            departed_at: mission.departed_at.get(index).copied(),
            landed_at: mission.landed_at.get(index).copied(),
            ..LegView::planned(leg, network)
        });
        Self {
            id: id.to_string(),
            version: mission.version,
            operation: mission.operation.to_string(),
            plan: mission.plan.to_string(),
            number: flight.number.clone(),
            state: mission.state.word(),
            aircraft: flight.aircraft.clone(),
            operator: flight.operator.clone(),
            flight_crew: flight.flight_crew.clone(),
            medical_crew: flight.medical_crew.clone(),
            legs: legs.collect(),
            flown: mission.flown,
            accounts: mission.accounts.iter().map(ToString::to_string).collect(),
            delayed_until: mission.delayed_until,
            diverted_to: mission.diverted_to.clone(),
            ended_at: mission.ended_at,
            reported_at: mission.reported_at,
            patients: planned(record, id).count(),
            aboard: record.aboard(id).count(),
            manifest: None,
        }
    }
}

/// Requests whose way a mission is part of, in the order of their ids.
fn planned<'r>(record: &'r Record, id: &MissionId) -> Candidates<'r> {
    let id = id.clone();
    let all = record.requests.iter().filter(move |(_, request)| {
        let planned = request.planned.as_ref();
        planned.is_some_and(|(_, missions)| missions.contains(&id))
    });
    Box::new(all.map(|(id, _)| (id.to_string(), About::Request(id.clone()))))
}

/// Which missions, and which page of them.
#[derive(Deserialize, IntoParams)]
#[serde(deny_unknown_fields)]
struct Filter {
    operation: Option<String>,
    /// A word such as `approved`.
    state: Option<String>,
    after: Option<String>,
    limit: Option<usize>,
}

async fn all(caller: Caller, uri: Uri, Query(filter): Query<Filter>) -> Answer<Listed<MissionView>> {
    let asked = page(filter.after.as_deref(), filter.limit)?;
    let networks = caller.app.networks().await?;
    let show = |record: &Record, about: &About, _: &Mask| {
        let About::Mission(id) = about else { return None };
        let mission = record.missions.get(id)?;
        let is = |wanted: &Option<String>, found: &str| wanted.as_deref().is_none_or(|wanted| wanted == found);
        let takes = is(&filter.operation, mission.operation.as_str()) && is(&filter.state, mission.state.word());
        takes.then(|| MissionView::of(record, id, mission, &networks))
    };
    let found = caller.app.search(
        &caller.who,
        Operation::MissionSearch,
        asked,
        |record, after| following(&record.missions, after, About::Mission),
        show,
    );
    Ok(Listed(uri, found.await?))
}

async fn one(caller: Caller, Id(id): Id) -> Answer<Tagged<MissionView>> {
    let id = MissionId::from(id);
    let networks = caller.app.networks().await?;
    let show = |record: &Record, _: &Mask| Some(MissionView::of(record, &id, record.missions.get(&id)?, &networks));
    let found = caller
        .look(Operation::MissionRead, &About::Mission(id.clone()), show)
        .await?;
    let mut view = found.ok_or_else(Problem::not_found)?;
    if caller.app.never(&caller.who, Operation::RequestSearch) {
        return Ok(Tagged(view.version, view));
    }
    // Each patient by the row for patients: who reads the mission does not read whom it carries for that.
    let show = |record: &Record, about: &About, mask: &Mask| {
        let (id, request) = requests::of(record, about)?;
        Some(RequestView::of(record, id, request, mask, &networks))
    };
    let manifest = caller.app.search(
        &caller.who,
        Operation::RequestSearch,
        (None, MANIFEST),
        |record, _| planned(record, &id),
        show,
    );
    let manifest = manifest.await?.items.into_iter();
    view.manifest = Some(manifest.map(|patient| patient.linked(&caller)).collect());
    Ok(Tagged(view.version, view))
}
