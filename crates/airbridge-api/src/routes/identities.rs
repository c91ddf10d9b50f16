//! Who a patient is: kept apart from the pseudonymous record, each look recorded with its purpose.

use std::collections::BTreeMap;

use airbridge_app::Identity;
use airbridge_disclosure::Operation;
use airbridge_events::RequestId;
use axum::Json;
use axum::http::StatusCode;
use serde::{Deserialize, Serialize};
use utoipa::ToSchema;

use super::said::Reason;
use crate::body::Body;
use crate::caller::Caller;
use crate::parts::Id;
use crate::problem::Answer;
use crate::secured::Routes;
use crate::spec::Spec;

pub(crate) fn add(routes: Routes) -> Routes {
    let read = Spec::get("/api/v1/requests/{id}/identity", "Who a patient is").answers::<IdentityView>();
    let write = Spec::put("/api/v1/requests/{id}/identity", "Say who a patient is").takes::<IdentityView>();
    let erase = Spec::post("/api/v1/requests/{id}/erase", "Erase who a patient was").takes::<Reason>();
    routes
        .secured(Operation::IdentityRead, read, one)
        .secured(Operation::IdentityWrite, write.once().answers_nothing(), written)
        .secured(Operation::RequestErase, erase.once().answers_nothing(), erased)
}

/// What identifies a person, by the name of the field: `family_name`, `given_name`, `date_of_birth`, `document`, `nationality`, `contact`.
#[derive(Serialize, Deserialize, ToSchema)]
#[serde(transparent)]
struct IdentityView(BTreeMap<String, String>);

async fn one(caller: Caller, Id(id): Id) -> Answer<Json<IdentityView>> {
    let id = RequestId::from(id);
    let identity = caller.app.read_identity(&caller.who, &id, &caller.purpose).await?;
    Ok(Json(IdentityView(identity.0)))
}

async fn written(caller: Caller, Id(id): Id, body: Body<IdentityView>) -> Answer<StatusCode> {
    let identity = Identity(body.value.0);
    let id = RequestId::from(id);
    caller
        .app
        .write_identity(&caller.who, &id, &identity, &caller.purpose, body.once)
        .await?;
    Ok(StatusCode::NO_CONTENT)
}

async fn erased(caller: Caller, Id(id): Id, body: Body<Reason>) -> Answer<StatusCode> {
    let id = RequestId::from(id);
    let (reason, once) = (&body.value.reason, body.once);
    caller.app.erase(&caller.who, &id, reason, once).await?;
    Ok(StatusCode::NO_CONTENT)
}
