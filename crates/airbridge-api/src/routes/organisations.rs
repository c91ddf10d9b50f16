//! Organisations: ministries, hospitals, operators, agencies.

use airbridge_app::{About, Wish, following};
use airbridge_disclosure::{Mask, Operation};
use airbridge_events::{Command, Organisation, OrganisationCommand, OrganisationId, Record};
use axum::http::Uri;
use serde::Serialize;
use utoipa::ToSchema;

use super::operations::Paging;
use super::said::bodies;
use crate::answer::{Changed, Listed, Tagged};
use crate::body::Body;
use crate::caller::Caller;
use crate::parts::{Id, IfMatch, Query};
use crate::problem::{Answer, Problem};
use crate::secured::Routes;
use crate::spec::Spec;

pub(crate) fn add(routes: Routes) -> Routes {
    let describe = Spec::put(
        "/api/v1/organisations/{id}",
        "Take an organisation in, or change what is known of it",
    );
    let list = Spec::get("/api/v1/organisations", "Organisations that one may see").asks::<Paging>();
    let read = Spec::get("/api/v1/organisations/{id}", "One organisation").answers::<OrganisationView>();
    let describe = describe.takes::<Described>().changes();
    routes
        .secured(Operation::OrganisationCreate, describe, described)
        .secured(Operation::OrganisationRead, list.lists::<OrganisationView>(), all)
        .secured(Operation::OrganisationRead, read, one)
}

bodies! {
    /// What is known of an organisation.
    Described {
        name: String,
        /// Facilities that are its own, by id in the tables.
        #[serde(default)]
        facilities: Vec<String>,
        /// Operators of aircraft that it is, by name in the tables.
        #[serde(default)]
        operators: Vec<String>,
    }
}

/// An organisation.
#[derive(Serialize, ToSchema)]
struct OrganisationView {
    id: String,
    version: u64,
    name: String,
    facilities: Vec<String>,
    operators: Vec<String>,
}

impl OrganisationView {
    fn of(id: &OrganisationId, organisation: &Organisation) -> Self {
        Self {
            id: id.to_string(),
            version: organisation.version,
            name: organisation.name.clone(),
            facilities: organisation.facilities.clone(),
            operators: organisation.operators.clone(),
        }
    }
}

async fn described(caller: Caller, Id(id): Id, version: IfMatch, body: Body<Described>) -> Answer<Changed> {
    let id = OrganisationId::from(id);
    let about = About::Organisation(id.clone());
    let exists = |record: &Record, _: &Mask| record.organisations.contains_key(&id);
    let exists = caller
        .app
        .permit(&caller.who, Operation::OrganisationCreate, &about, exists)
        .await?;
    if version.0.is_none() && exists {
        return Err(Problem::precondition_required());
    }
    let Described {
        name,
        facilities,
        operators,
    } = body.value;
    let command = OrganisationCommand::Describe {
        name,
        facilities,
        operators,
    };
    let wish = Wish {
        // Without a version it is new: whoever was faster has made another.
        if_match: Some(version.0.unwrap_or(0)),
        once: body.once,
        ..Wish::new(Operation::OrganisationCreate, about, Command::Organisation(id, command))
    };
    Ok(caller.act(wish).await?.into())
}

async fn all(caller: Caller, uri: Uri, Query(paging): Query<Paging>) -> Answer<Listed<OrganisationView>> {
    let show = |record: &Record, about: &About, _: &Mask| match about {
        About::Organisation(id) => Some(OrganisationView::of(id, record.organisations.get(id)?)),
        _ => None,
    };
    let found = caller.app.search(
        &caller.who,
        Operation::OrganisationRead,
        paging.page()?,
        |record, after| following(&record.organisations, after, |id| About::Organisation(id.clone())),
        show,
    );
    Ok(Listed(uri, found.await?))
}

async fn one(caller: Caller, Id(id): Id) -> Answer<Tagged<OrganisationView>> {
    let id = OrganisationId::from(id);
    let show = |record: &Record, _: &Mask| Some(OrganisationView::of(&id, record.organisations.get(&id)?));
    let found = caller
        .look(Operation::OrganisationRead, &About::Organisation(id.clone()), show)
        .await?;
    let view = found.ok_or_else(Problem::not_found)?;
    Ok(Tagged(view.version, view))
}
