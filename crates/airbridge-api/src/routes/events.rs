//! Events that are reported, in the words of the events format (`docs/events-format.md`).

use airbridge_app::{About, Wish};
use airbridge_disclosure::Operation;
use airbridge_events::{Command, OperationCommand, OperationId, Record};
use airbridge_interchange::EventKind;
use jiff::Timestamp;
use serde_json::{Map, Value};
use utoipa::ToSchema;

use crate::answer::Changed;
use crate::body::Body;
use crate::caller::Caller;
use crate::parts::Id;
use crate::problem::{Answer, Problem};
use crate::secured::Routes;
use crate::spec::Spec;

pub(crate) fn add(routes: Routes) -> Routes {
    let report = Spec::post("/api/v1/operations/{op}/events", "Report what has happened").takes::<Event>();
    routes.secured(Operation::EventReport, report.does(), reported)
}

/// One event of the events format.
#[derive(serde::Deserialize, ToSchema)]
struct Event {
    /// Columns of the kind of event, by name.
    #[serde(flatten)]
    #[schema(value_type = Object)]
    columns: Map<String, Value>,
}

async fn reported(caller: Caller, Id(operation): Id, body: Body<Event>) -> Answer<Changed> {
    let operation = OperationId::from(operation);
    let event = body.value.columns;
    shaped(&event)?;
    let about = caller.app.see(|record| about(record, &operation, &event));
    let event = Value::Object(event);
    let command = Command::Operation(operation, OperationCommand::Report { event });
    let wish = Wish {
        once: body.once,
        ..Wish::new(Operation::EventReport, about, command)
    };
    Ok(caller.act(wish).await?.into())
}

/// Refuses what no event of the format is like; a broken event in the log would stand in the way of every later plan.
fn shaped(event: &Map<String, Value>) -> Answer<()> {
    let refuse = |field: &str, what: &str| Err(Problem::invalid(what).at(format!("/{field}"), what));
    let text = |field| event.get(field).and_then(Value::as_str);
    if text("at").is_none_or(|at| at.parse::<Timestamp>().is_err()) {
        return refuse("at", "an event says when it happened, as an instant");
    }
    let named = |kind: &&EventKind| Some(kind.table().name) == text("kind");
    let Some(kind) = EventKind::ALL.iter().find(named) else {
        return refuse("kind", "there is no such kind of event");
    };
    let common = ["at", "kind", "source", "note"];
    let known = |field: &str| common.contains(&field) || kind.table().columns.iter().any(|column| column.name == field);
    match event.keys().find(|field| !known(field)) {
        Some(field) => refuse(field, "this kind of event has no such column"),
        None => Ok(()),
    }
}

/// Whose an event is: it is about a mission, a patient, an offer or a facility; else about the whole operation.
fn about(record: &Record, operation: &OperationId, event: &Map<String, Value>) -> About {
    let text = |field| event.get(field).and_then(Value::as_str);
    let here = record.operations.contains_key(operation);
    if !here {
        return About::Operation(operation.clone());
    }
    if let Some(number) = text("mission") {
        let mut all = record.missions.iter();
        let found = all.find(|(_, mission)| mission.operation == *operation && mission.flight.number == number);
        return About::Mission(found.map_or_else(|| "".into(), |(id, _)| id.clone()));
    }
    if let Some(patient) = text("patient") {
        return About::Request(patient.into());
    }
    if let Some(offer) = text("offer") {
        return About::Offer(offer.into());
    }
    if let Some(facility) = text("facility") {
        let mut all = record.organisations.iter();
        let owner = all.find(|(_, known)| known.facilities.iter().any(|own| own == facility));
        return owner.map_or(About::Nothing, |(id, _)| About::New(id.to_string()));
    }
    About::Operation(operation.clone())
}
