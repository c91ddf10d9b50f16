//! A request as it is shown: each field belongs to a group, and is left out where the group is hidden.

use std::collections::BTreeMap;

use airbridge_app::{About, Networks, shown};
use airbridge_disclosure::{FieldGroup, Mask, Operation};
use airbridge_events::{Basis, Due, Record, Request, RequestId, State, due};
use jiff::Timestamp;
use serde::Serialize;
use utoipa::ToSchema;

use super::destination::{DestinationView, arrival_zone};
use crate::caller::Caller;

/// A request for movement.
#[derive(Serialize, ToSchema)]
pub(crate) struct RequestView {
    /// Its pseudonym.
    pub(crate) id: String,
    /// As in its ETag.
    pub(crate) version: u64,
    operation: String,
    /// Whose patient.
    #[serde(skip_serializing_if = "Option::is_none")]
    organisation: Option<String>,
    /// Columns of table `patients`, by name.
    pub(crate) row: BTreeMap<String, String>,
    #[serde(skip_serializing_if = "Option::is_none")]
    standing: Option<Standing>,
    /// Why it was returned or deferred.
    #[serde(skip_serializing_if = "Option::is_none")]
    reason: Option<String>,
    /// Conditions in flight.
    #[serde(skip_serializing_if = "Option::is_none")]
    conditions: Option<String>,
    #[serde(skip_serializing_if = "Option::is_none")]
    destination: Option<DestinationView>,
    #[serde(skip_serializing_if = "Option::is_none")]
    route: Option<RouteView>,
    /// When the plan says that the patient arrives.
    #[serde(skip_serializing_if = "Option::is_none")]
    #[schema(value_type = Option<String>, format = DateTime)]
    arrives_at: Option<Timestamp>,
    /// The zone of the facility there, by its IANA name.
    #[serde(skip_serializing_if = "Option::is_none")]
    arrival_zone: Option<String>,
    /// Who wrote it.
    #[serde(skip_serializing_if = "Option::is_none")]
    author: Option<String>,
}

/// Where a request is on its way through the offices.
#[derive(Serialize, ToSchema)]
struct Standing {
    state: &'static str,
    #[schema(value_type = String, format = DateTime)]
    since: Timestamp,
    /// Its place in the queue: when it was first endorsed.
    #[schema(value_type = Option<String>, format = DateTime)]
    queued_at: Option<Timestamp>,
    /// A hospital answers, or a flight surgeon looks again, by then.
    #[schema(value_type = Option<String>, format = DateTime)]
    until: Option<Timestamp>,
    /// Cleared to fly until then.
    #[schema(value_type = Option<String>, format = DateTime)]
    fit_until: Option<Timestamp>,
    /// Who has to do what next.
    due: Option<DueView>,
    departure_confirmed: bool,
    return_of: Option<String>,
    returned_by: Option<String>,
}

/// What is to be done next.
#[derive(Serialize, ToSchema)]
pub(crate) struct DueView {
    pub(crate) role: &'static str,
    pub(crate) task: &'static str,
    #[schema(value_type = String, format = DateTime)]
    pub(crate) by: Timestamp,
}

/// The way, as planned and as reported.
#[derive(Serialize, ToSchema)]
struct RouteView {
    plan: Option<String>,
    missions: Vec<String>,
    /// The mission on board of which the patient is.
    aboard: Option<String>,
    /// The staging facility or the airfield where the patient waits.
    waits_at: Option<String>,
}

impl RequestView {
    pub(crate) fn of(record: &Record, id: &RequestId, request: &Request, mask: &Mask, networks: &Networks) -> Self {
        let shows = |group| mask.shows(group);
        let reason = match &request.state {
            State::Returned(reason) | State::Deferred { reason, .. } => Some(reason.clone()),
            _ => None,
        };
        let conditions = request.fitness.as_ref().map(|fitness| fitness.conditions.clone());
        let planning = shows(FieldGroup::Planning);
        Self {
            id: id.to_string(),
            version: request.version,
            operation: request.operation.to_string(),
            organisation: shows(FieldGroup::Origin).then(|| request.organisation.to_string()),
            row: shown(&request.row, shows).0,
            standing: shows(FieldGroup::Administrative).then(|| standing(record, request, mask)),
            reason: reason.filter(|_| shows(FieldGroup::Clinical)),
            conditions: conditions.filter(|_| planning),
            destination: shows(FieldGroup::Destination).then(|| DestinationView::of(record, request, networks)),
            route: shows(FieldGroup::Route).then(|| route(request)),
            arrives_at: request.arrives_at.filter(|_| shows(FieldGroup::Arrival)),
            // A zone tells of the country.
            arrival_zone: arrival_zone(record, request, networks)
                .filter(|_| shows(FieldGroup::Arrival) && shows(FieldGroup::Destination)),
            author: shows(FieldGroup::Sources).then(|| request.author.to_string()),
        }
    }
}

impl RequestView {
    /// Without links to requests that whoever asks may not read.
    pub(crate) fn linked(mut self, caller: &Caller) -> Self {
        if let Some(standing) = &mut self.standing {
            for link in [&mut standing.return_of, &mut standing.returned_by] {
                let about = link.as_deref().map(|id| About::Request(id.into()));
                if about.is_some_and(|about| !caller.app.may(&caller.who, Operation::RequestRead, &about)) {
                    *link = None;
                }
            }
        }
        self
    }
}

/// A deadline that comes from the plan is for those who see the way.
fn is_told(due: &Due, mask: &Mask) -> bool {
    match due.basis {
        Basis::Steps => true,
        Basis::Departure => mask.shows(FieldGroup::Route),
        Basis::Arrival => mask.shows(FieldGroup::Arrival),
    }
}

fn standing(record: &Record, request: &Request, mask: &Mask) -> Standing {
    Standing {
        state: request.state.word(),
        since: request.since,
        queued_at: request.queued_at,
        until: match &request.state {
            State::Offered { until, .. } | State::Broadcast { until, .. } | State::Deferred { until, .. } => {
                Some(*until)
            }
            _ => None,
        },
        fit_until: request.fitness.as_ref().map(|fitness| fitness.valid_until),
        due: due(record, request)
            .filter(|due| is_told(due, mask))
            .map(|due| DueView {
                role: due.role,
                task: due.task,
                by: due.by,
            }),
        departure_confirmed: request.departure_confirmed,
        return_of: request.return_of.as_ref().map(ToString::to_string),
        returned_by: request.returned_by.as_ref().map(ToString::to_string),
    }
}

fn route(request: &Request) -> RouteView {
    let (plan, missions) = request.planned.clone().unzip();
    RouteView {
        plan: plan.map(|plan| plan.to_string()),
        missions: missions.iter().flatten().map(ToString::to_string).collect(),
        aboard: match &request.state {
            State::Enplaned(mission) => Some(mission.to_string()),
            _ => None,
        },
        waits_at: match &request.state {
            State::Staged(place) | State::InTransit(place) => Some(place.clone()),
            _ => None,
        },
    }
}
