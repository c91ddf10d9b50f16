//! Steps of a request, from its submission to the closed file: one path each.

use std::collections::BTreeMap;

use airbridge_app::{About, Wish};
use airbridge_disclosure::Operation;
use airbridge_events::{Command, OfferId, RequestCommand, RequestId, Row};
use jiff::Timestamp;
use serde::Deserialize;
use serde::de::DeserializeOwned;
use utoipa::ToSchema;

use super::said::{NewRow, Nothing, Reason, bodies};
use crate::answer::Changed;
use crate::asked::answered_for;
use crate::body::Body;
use crate::caller::Caller;
use crate::parts::{Id, IfMatch};
use crate::problem::{Answer, Problem};
use crate::secured::Routes;
use crate::spec::Spec;

bodies! {
    /// On what basis a patient is moved.
    Basis { basis: String, }
    /// Which criteria are met.
    Criteria { criteria: String, }
    /// An offer outside the network, in words.
    Place { place: String, }
    /// Why a hospital does not agree.
    Refusal {
        /// `no-bed`, `no-capability`, `mdr`, `cost`, `language`, `companion-limit`, `legal` or `other`.
        reason: String,
        note: String,
        /// With several of one's own offers asked: which.
        #[serde(default)]
        offer: Option<String>,
    }
    /// That a hospital agrees.
    Agreement {
        /// With several of one's own offers asked: which.
        #[serde(default)]
        offer: Option<String>,
    }
    /// Two identifiers that were compared with the record.
    Identifiers { identifiers: String, }
    /// A facility.
    Facility { facility: String, }
    /// A mission to go on board of.
    Boarding { mission: String, identifiers: String, }
    /// An airfield.
    Airfield { airfield: String, }
    /// A facility, and who was compared with the record.
    Delivery { facility: String, identifiers: String, }
    /// A signature.
    Signature { signatory: String, condition: String, documents: String, }
    /// A request for the way home.
    WayHome { row: BTreeMap<String, String>, }
}

/// Fit to fly.
#[derive(Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
pub(crate) struct Fit {
    /// In flight.
    conditions: String,
    #[schema(value_type = String, format = DateTime)]
    valid_until: Timestamp,
}

/// Not fit for the time being.
#[derive(Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
pub(crate) struct Deferral {
    #[schema(value_type = String, format = DateTime)]
    until: Timestamp,
    reason: String,
}

/// A question to a hospital.
#[derive(Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
pub(crate) struct Question {
    offer: String,
    #[schema(value_type = String, format = DateTime)]
    until: Timestamp,
}

/// A question to several hospitals; the first to agree takes the patient.
#[derive(Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
pub(crate) struct Questions {
    offers: Vec<String>,
    #[schema(value_type = String, format = DateTime)]
    until: Timestamp,
}

macro_rules! steps {
    ($routes:expr; $($operation:ident $path:literal $summary:literal |$body:ident: $type:ty| $command:expr;)*) => {{
        let routes = $routes;
        $(let routes = step(
            routes,
            Operation::$operation,
            Spec::post(concat!("/api/v1/requests/{id}/", $path), $summary).takes::<$type>(),
            |$body: $type| $command,
        );)*
        routes
    }};
}

pub(crate) fn add(routes: Routes) -> Routes {
    use RequestCommand as Do;
    let routes = steps! { routes;
        RequestSubmit "submit" "Hand a request to the requesting authority" |body: Basis| Do::Submit { basis: body.basis };
        RequestReturn "return" "Send a request back to the clinician" |body: Reason| Do::Return { reason: body.reason };
        RequestEndorse "endorse" "Agree to a request" |body: Criteria| Do::Endorse { criteria: body.criteria };
        RequestClear "clear" "Declare a patient fit to fly"
            |body: Fit| Do::Clear { conditions: body.conditions, valid_until: body.valid_until };
        RequestDefer "defer" "Defer a patient" |body: Deferral| Do::Defer { until: body.until, reason: body.reason };
        RequestUnfit "unfit" "Stop the movement of a patient"
            |body: Deferral| Do::Defer { until: body.until, reason: body.reason };
        RequestOffer "offer" "Ask a hospital" |body: Question| Do::Offer { offer: body.offer.into(), until: body.until };
        RequestOffer "broadcast" "Ask several hospitals at once, without a word on whose need it is"
            |body: Questions| Do::Broadcast {
                offers: body.offers.into_iter().map(OfferId::from).collect(), until: body.until,
            };
        RequestOffer "accept-outside" "Record that a place outside the network agrees"
            |body: Place| Do::AcceptOutside(body.place);
        RequestOffer "unplace" "Take a question back, or a bed that a hospital has agreed to" |body: Reason| Do::Unplace { reason: body.reason };
        RequestAssess "assess" "Say that a patient has got worse or better" |body: NewRow| Do::Assess(Row(body.row));
        MissionApprove "manifest" "Freeze the manifest for a patient" |_body: Nothing| Do::Manifest;
        RequestCollect "collect" "Fetch a patient from the ward"
            |body: Identifiers| Do::Collect { identifiers: body.identifiers };
        RequestCollect "stage" "Take a patient into a staging facility"
            |body: Facility| Do::Stage { facility: body.facility };
        RequestEnplane "enplane" "Take a patient on board"
            |body: Boarding| Do::Enplane { mission: body.mission.into(), identifiers: body.identifiers };
        RequestEnplane "deplane" "Take a patient off, on the way"
            |body: Airfield| Do::Deplane { airfield: body.airfield };
        RequestConfirmDeparture "confirm-departure" "Confirm that a patient has left"
            |_body: Nothing| Do::ConfirmDeparture;
        RequestDeliver "deliver" "Bring a patient to a facility"
            |body: Delivery| Do::Deliver { facility: body.facility, identifiers: body.identifiers };
        RequestHandOver "hand-over" "Sign for a patient"
            |body: Signature| Do::HandOver {
                signatory: body.signatory, condition: body.condition, documents: body.documents,
            };
        RequestClose "close" "Say that nothing is left to do" |_body: Nothing| Do::Close;
        RequestWithdraw "withdraw" "Withdraw a request" |body: Reason| Do::Withdraw { reason: body.reason };
        RequestReportDeath "report-death" "Report that a patient has died" |_body: Nothing| Do::ReportDeath;
    };
    let accept = Spec::post("/api/v1/requests/{id}/accept", "Agree to take a patient").takes::<Agreement>();
    let decline = Spec::post("/api/v1/requests/{id}/decline", "Not agree to take a patient").takes::<Refusal>();
    let home = Spec::post("/api/v1/requests/{id}/return-home", "Ask for the way home").takes::<WayHome>();
    routes
        .secured(Operation::OfferAccept, accept.changes(), accepted)
        .secured(Operation::OfferDecline, decline.changes(), declined)
        .secured(Operation::RequestReturnHome, home.makes(), return_home)
}

/// A step that is about the request, and needs no more than what the body says.
fn step<B>(routes: Routes, operation: Operation, spec: Spec, command: fn(B) -> RequestCommand) -> Routes
where
    B: DeserializeOwned + Send + 'static,
{
    let handler = move |caller: Caller, Id(id): Id, version: IfMatch, body: Body<B>| async move {
        let about = About::Request(RequestId::from(id.as_str()));
        taken(&caller, operation, about, id, version, body.once, command(body.value)).await
    };
    routes.secured(operation, spec.changes(), handler)
}

/// Takes a step.
async fn taken(
    caller: &Caller,
    operation: Operation,
    about: About,
    id: String,
    version: IfMatch,
    once: crate::body::Once,
    command: RequestCommand,
) -> Answer<Changed> {
    let wish = Wish {
        if_match: Some(version.required()?),
        once,
        ..Wish::new(operation, about, Command::Request(id.into(), command))
    };
    Ok(caller.act(wish).await?.into())
}

async fn accepted(caller: Caller, Id(id): Id, version: IfMatch, body: Body<Agreement>) -> Answer<Changed> {
    let asked = asked(&caller, &id, body.value.offer)?;
    let about = About::Offer(asked.offer.clone());
    let command = if asked.among_others {
        RequestCommand::Take { offer: asked.offer }
    } else {
        RequestCommand::Accept
    };
    taken(&caller, Operation::OfferAccept, about, id, version, body.once, command).await
}

async fn declined(caller: Caller, Id(id): Id, version: IfMatch, body: Body<Refusal>) -> Answer<Changed> {
    let Refusal { reason, note, offer } = body.value;
    let asked = asked(&caller, &id, offer)?;
    let about = About::Offer(asked.offer.clone());
    let command = if asked.among_others {
        let offer = asked.offer;
        RequestCommand::Refuse { offer, reason, note }
    } else {
        RequestCommand::Decline { reason, note }
    };
    taken(&caller, Operation::OfferDecline, about, id, version, body.once, command).await
}

/// Whose answer it is.
struct Asked {
    /// The offer that a patient is to take up; where there is none, the id is that of no offer.
    offer: OfferId,
    /// Whether others are asked as well.
    among_others: bool,
}

/// The offer that a patient is to take up: whoever made it answers.
///
/// # Errors
///
/// Several of the caller's own are asked, and none is named.
fn asked(caller: &Caller, id: &str, named: Option<String>) -> Answer<Asked> {
    let (mut offers, among_others) = answered_for(&caller.app, &caller.who, id);
    if let Some(named) = named {
        offers.retain(|offer| offer.as_str() == named);
    }
    if offers.len() > 1 {
        let what = "several of your offers are asked: name one";
        return Err(Problem::invalid(what).at("/offer", what));
    }
    let offer = offers.pop().unwrap_or_else(|| OfferId::from(""));
    Ok(Asked { offer, among_others })
}

async fn return_home(caller: Caller, Id(id): Id, body: Body<WayHome>) -> Answer<Changed> {
    let earlier = RequestId::from(id);
    let operation = caller
        .app
        .see(|record| Some(record.requests.get(&earlier)?.operation.clone()));
    let command = RequestCommand::Create {
        // Where there is no such request, the table of roles says so before the operation is looked for.
        operation: operation.unwrap_or_else(|| "".into()),
        organisation: caller.who.actor.organisation.as_str().into(),
        row: Row(body.value.row),
        return_of: Some(earlier.clone()),
        seen: Vec::new(),
    };
    let command = Command::Request(caller.new_id().into(), command);
    let wish = Wish {
        once: body.once,
        ..Wish::new(Operation::RequestReturnHome, About::Request(earlier), command)
    };
    Ok(Changed::made(caller.act(wish).await?, "requests"))
}
