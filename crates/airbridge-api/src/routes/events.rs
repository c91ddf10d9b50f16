//! Events that are reported, in the words of the events format (`docs/events-format.md`).

use airbridge_disclosure::Operation;
use airbridge_events::OperationId;
use serde_json::{Map, Value};
use utoipa::ToSchema;

use crate::answer::Changed;
use crate::body::Body;
use crate::caller::Caller;
use crate::parts::Id;
use crate::problem::Answer;
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
    let done = caller
        .app
        .report(&caller.who, &operation, body.value.columns, body.once, caller.sources);
    Ok(done.await?.into())
}
