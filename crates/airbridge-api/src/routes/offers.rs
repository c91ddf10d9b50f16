//! Offers of beds.

use std::collections::BTreeMap;

use airbridge_app::{About, Wish, following};
use airbridge_disclosure::{Mask, Operation};
use airbridge_events::{Command, Offer, OfferCommand, OfferId, OfferState, Record, Row};
use axum::http::Uri;
use jiff::Timestamp;
use serde::Serialize;
use utoipa::ToSchema;

use super::operations::Paging;
use super::said::{NewRow, Reason};
use crate::answer::{Changed, Listed, Tagged};
use crate::body::{Body, Once};
use crate::caller::Caller;
use crate::parts::{Id, IfMatch, Query};
use crate::problem::{Answer, Problem};
use crate::secured::Routes;
use crate::spec::Spec;

pub(crate) fn add(routes: Routes) -> Routes {
    let make = Spec::post("/api/v1/operations/{op}/offers", "Promise beds").takes::<NewRow>();
    let list = Spec::get("/api/v1/offers", "Offers that one may see").asks::<Paging>();
    let read = Spec::get("/api/v1/offers/{id}", "One offer").answers::<OfferView>();
    let amend = Spec::patch("/api/v1/offers/{id}", "Change what was promised").takes::<NewRow>();
    let withdraw = Spec::post("/api/v1/offers/{id}/withdraw", "Take an offer back").takes::<Reason>();
    routes
        .secured(Operation::OfferCreate, make.makes(), begin)
        .secured(Operation::OfferSearch, list.lists::<OfferView>(), all)
        .secured(Operation::OfferRead, read, one)
        .secured(Operation::OfferUpdate, amend.changes(), change)
        .secured(Operation::OfferWithdraw, withdraw.changes(), take_back)
}

/// An offer of beds.
#[derive(Serialize, ToSchema)]
struct OfferView {
    id: String,
    version: u64,
    operation: String,
    /// Whose.
    organisation: String,
    /// Columns of table `bed_offers`, by name.
    row: BTreeMap<String, String>,
    #[schema(value_type = String)]
    state: OfferState,
    beds: u32,
    /// Beds that nobody has.
    free: u32,
    /// Requests for which a bed is kept, and so long.
    #[schema(value_type = BTreeMap<String, String>)]
    held: BTreeMap<String, Timestamp>,
    /// Requests that are accepted.
    confirmed: Vec<String>,
    /// Requests whose patient is in a bed.
    consumed: Vec<String>,
    /// Why it was taken back.
    withdrawn: Option<String>,
}

impl OfferView {
    fn of(id: &OfferId, offer: &Offer, now: Timestamp) -> Self {
        let held = offer.held.iter().map(|(request, until)| (request.to_string(), *until));
        Self {
            id: id.to_string(),
            version: offer.version,
            operation: offer.operation.to_string(),
            organisation: offer.organisation.to_string(),
            row: offer.row.0.clone(),
            state: offer.state(now),
            beds: offer.beds(),
            free: offer.free(now),
            held: held.collect(),
            confirmed: offer.confirmed.iter().map(ToString::to_string).collect(),
            consumed: offer.consumed.iter().map(ToString::to_string).collect(),
            withdrawn: offer.withdrawn.clone(),
        }
    }
}

async fn begin(caller: Caller, Id(operation): Id, body: Body<NewRow>) -> Answer<Changed> {
    let organisation = &caller.who.actor.organisation;
    let command = OfferCommand::Make {
        operation: operation.into(),
        organisation: organisation.as_str().into(),
        row: Row(body.value.row),
    };
    let command = Command::Offer(caller.new_id().into(), command);
    let about = About::New(organisation.clone());
    let wish = Wish {
        once: body.once,
        ..Wish::new(Operation::OfferCreate, about, command)
    };
    Ok(Changed::made(caller.act(wish).await?, "offers"))
}

async fn all(caller: Caller, uri: Uri, Query(paging): Query<Paging>) -> Answer<Listed<OfferView>> {
    let now = caller.app.now();
    let show = |record: &Record, about: &About, _: &Mask| match about {
        About::Offer(id) => Some(OfferView::of(id, record.offers.get(id)?, now)),
        _ => None,
    };
    let found = caller.app.search(
        &caller.who,
        Operation::OfferSearch,
        paging.page()?,
        |record, after| following(&record.offers, after, About::Offer),
        show,
    );
    Ok(Listed(uri, found.await?))
}

async fn one(caller: Caller, Id(id): Id) -> Answer<Tagged<OfferView>> {
    let (id, now) = (OfferId::from(id), caller.app.now());
    let show = |record: &Record, _: &Mask| record.offers.get(&id).map(|offer| OfferView::of(&id, offer, now));
    let found = caller
        .look(Operation::OfferRead, &About::Offer(id.clone()), show)
        .await?;
    let view = found.ok_or_else(Problem::not_found)?;
    Ok(Tagged(view.version, view))
}

async fn change(caller: Caller, Id(id): Id, version: IfMatch, body: Body<NewRow>) -> Answer<Changed> {
    let command = OfferCommand::Amend {
        row: Row(body.value.row),
    };
    done(&caller, Operation::OfferUpdate, id, version, body.once, command).await
}

async fn take_back(caller: Caller, Id(id): Id, version: IfMatch, body: Body<Reason>) -> Answer<Changed> {
    let reason = body.value.reason;
    let command = OfferCommand::Withdraw { reason };
    done(&caller, Operation::OfferWithdraw, id, version, body.once, command).await
}

async fn done(
    caller: &Caller,
    operation: Operation,
    id: String,
    version: IfMatch,
    once: Once,
    command: OfferCommand,
) -> Answer<Changed> {
    let id = OfferId::from(id);
    let wish = Wish {
        if_match: Some(version.required()?),
        once,
        ..Wish::new(operation, About::Offer(id.clone()), Command::Offer(id, command))
    };
    Ok(caller.act(wish).await?.into())
}
