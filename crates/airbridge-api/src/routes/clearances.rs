//! Permissions of states.

use std::collections::BTreeMap;

use airbridge_app::{About, Wish, following};
use airbridge_disclosure::{Mask, Operation};
use airbridge_events::{Clearance, ClearanceCommand, ClearanceId, Command, Record, Row};
use axum::http::Uri;
use serde::Serialize;
use utoipa::ToSchema;

use super::operations::Paging;
use super::said::{NewRow, Reason, bodies};
use crate::answer::{Changed, Listed, Tagged};
use crate::body::{Body, Once};
use crate::caller::Caller;
use crate::parts::{Id, IfMatch, Query};
use crate::problem::{Answer, Problem};
use crate::secured::Routes;
use crate::spec::Spec;

pub(crate) fn add(routes: Routes) -> Routes {
    let ask = Spec::post("/api/v1/operations/{op}/clearances", "Ask for a permission").takes::<NewRow>();
    let list = Spec::get("/api/v1/clearances", "Permissions that one may see").asks::<Paging>();
    let read = Spec::get("/api/v1/clearances/{id}", "One permission").answers::<ClearanceView>();
    let grant = Spec::post("/api/v1/clearances/{id}/grant", "Record that it is given").takes::<Grant>();
    let deny = Spec::post("/api/v1/clearances/{id}/deny", "Record that it is refused").takes::<Reason>();
    routes
        .secured(Operation::ClearanceCreate, ask.makes(), begin)
        .secured(Operation::ClearanceRead, list.lists::<ClearanceView>(), all)
        .secured(Operation::ClearanceRead, read, one)
        .secured(Operation::ClearanceUpdate, grant.changes(), given)
        .secured(Operation::ClearanceUpdate, deny.changes(), refused)
}

bodies! {
    /// A permission that is given.
    Grant {
        /// The state's number.
        number: String,
        /// Columns that are new: `valid_from`, `valid_to`.
        #[serde(default)]
        row: BTreeMap<String, String>,
    }
}

/// A permission of a state.
#[derive(Serialize, ToSchema)]
struct ClearanceView {
    id: String,
    version: u64,
    operation: String,
    /// Who asks.
    organisation: String,
    /// Columns of table `clearances`, by name.
    row: BTreeMap<String, String>,
    /// The state's number, once given.
    number: Option<String>,
    /// Why it was refused or taken back.
    #[serde(skip_serializing_if = "Option::is_none")]
    reason: Option<String>,
}

impl ClearanceView {
    fn of(id: &ClearanceId, clearance: &Clearance) -> Self {
        Self {
            id: id.to_string(),
            version: clearance.version,
            operation: clearance.operation.to_string(),
            organisation: clearance.organisation.to_string(),
            row: clearance.row.0.clone(),
            number: clearance.number.clone(),
            reason: clearance.denied.clone().filter(|reason| !reason.is_empty()),
        }
    }
}

async fn begin(caller: Caller, Id(operation): Id, body: Body<NewRow>) -> Answer<Changed> {
    let organisation = &caller.who.actor.organisation;
    let command = ClearanceCommand::Request {
        operation: operation.into(),
        organisation: organisation.as_str().into(),
        row: Row(body.value.row),
    };
    let command = Command::Clearance(caller.new_id().into(), command);
    let about = About::New(organisation.clone());
    let wish = Wish {
        once: body.once,
        ..Wish::new(Operation::ClearanceCreate, about, command)
    };
    Ok(Changed::made(caller.act(wish).await?, "clearances"))
}

async fn all(caller: Caller, uri: Uri, Query(paging): Query<Paging>) -> Answer<Listed<ClearanceView>> {
    let show = |record: &Record, about: &About, _: &Mask| match about {
        About::Clearance(id) => Some(ClearanceView::of(id, record.clearances.get(id)?)),
        _ => None,
    };
    let found = caller.app.search(
        &caller.who,
        Operation::ClearanceRead,
        paging.page()?,
        |record, after| following(&record.clearances, after, About::Clearance),
        show,
    );
    Ok(Listed(uri, found.await?))
}

async fn one(caller: Caller, Id(id): Id) -> Answer<Tagged<ClearanceView>> {
    let id = ClearanceId::from(id);
    let show = |record: &Record, _: &Mask| Some(ClearanceView::of(&id, record.clearances.get(&id)?));
    let found = caller
        .look(Operation::ClearanceRead, &About::Clearance(id.clone()), show)
        .await?;
    let view = found.ok_or_else(Problem::not_found)?;
    Ok(Tagged(view.version, view))
}

async fn given(caller: Caller, Id(id): Id, version: IfMatch, body: Body<Grant>) -> Answer<Changed> {
    let Grant { number, row } = body.value;
    let command = ClearanceCommand::Grant { number, row: Row(row) };
    done(&caller, id, version, body.once, command).await
}

async fn refused(caller: Caller, Id(id): Id, version: IfMatch, body: Body<Reason>) -> Answer<Changed> {
    let reason = body.value.reason;
    done(&caller, id, version, body.once, ClearanceCommand::Deny { reason }).await
}

async fn done(caller: &Caller, id: String, version: IfMatch, once: Once, command: ClearanceCommand) -> Answer<Changed> {
    let id = ClearanceId::from(id);
    let about = About::Clearance(id.clone());
    let wish = Wish {
        if_match: Some(version.required()?),
        once,
        ..Wish::new(Operation::ClearanceUpdate, about, Command::Clearance(id, command))
    };
    Ok(caller.act(wish).await?.into())
}
