//! Access to a record that is not one's own, in an emergency, and the look at it afterwards.

use airbridge_app::{About, Wish};
use airbridge_disclosure::Operation;
use airbridge_events::{AccountCommand, AccountId, Command};
use jiff::Timestamp;

use super::said::bodies;
use crate::answer::Changed;
use crate::body::Body;
use crate::caller::Caller;
use crate::parts::{Id, IfMatch};
use crate::problem::Answer;
use crate::secured::Routes;
use crate::spec::Spec;

pub(crate) fn add(routes: Routes) -> Routes {
    let open = Spec::post("/api/v1/emergencies", "Open a record in an emergency").takes::<Opening>();
    let review = Spec::post(
        "/api/v1/accounts/{id}/emergency-review",
        "Say whether an emergency access was right",
    );
    routes.secured(Operation::EmergencyOpen, open.does(), opened).secured(
        Operation::EmergencyReview,
        review.takes::<Review>().changes(),
        reviewed,
    )
}

bodies! {
    /// A record to open.
    Opening {
        request: String,
        reason: String,
        #[schema(value_type = String, format = DateTime)]
        until: Timestamp,
    }
    /// What a review has found.
    Review {
        request: String,
        justified: bool,
        note: String,
    }
}

async fn opened(caller: Caller, body: Body<Opening>) -> Answer<Changed> {
    let Opening { request, reason, until } = body.value;
    let me = caller.who.account();
    let command = AccountCommand::OpenEmergency {
        request: request.into(),
        reason: reason.clone(),
        until,
    };
    let wish = Wish {
        once: body.once,
        ..Wish::new(
            Operation::EmergencyOpen,
            About::Of(me.clone()),
            Command::Account(me, command),
        )
    };
    Ok(caller.act(wish).await?.into())
}

async fn reviewed(caller: Caller, Id(id): Id, version: IfMatch, body: Body<Review>) -> Answer<Changed> {
    let Review {
        request,
        justified,
        note,
    } = body.value;
    let id = AccountId::from(id);
    let command = AccountCommand::ReviewEmergency {
        request: request.into(),
        justified,
        note,
    };
    let about = About::Account(id.clone());
    let wish = Wish {
        if_match: Some(version.required()?),
        once: body.once,
        ..Wish::new(Operation::EmergencyReview, about, Command::Account(id, command))
    };
    Ok(caller.act(wish).await?.into())
}
