//! How one proves who one is: another password, an invitation, a second factor.

use airbridge_disclosure::Operation;
use axum::Json;
use axum::extract::State;
use axum::http::{HeaderMap, StatusCode, Uri};
use axum::response::{IntoResponse, Response};
use serde::Serialize;
use utoipa::ToSchema;

use super::said::bodies;
use crate::address::Address;
use crate::body::Body;
use crate::caller::Caller;
use crate::cookie;
use crate::problem::Answer;
use crate::secured::Routes;
use crate::shared::Shared;
use crate::spec::Spec;

pub(crate) fn add(routes: Routes) -> Routes {
    let password = Spec::put("/api/v1/self/password", "Change one's own password").takes::<NewPassword>();
    let accept = Spec::post("/api/v1/session/invitation", "Choose a password by an invitation").takes::<Acceptance>();
    let begin = Spec::post("/api/v1/self/second-factor", "Begin to enrol a second factor").takes::<OwnPassword>();
    let begin = begin.answers::<EnrolmentView>();
    let confirm = Spec::post("/api/v1/self/second-factor/confirm", "Enrol it by its first code").takes::<Code>();
    routes
        .secured(Operation::SelfPassword, password.answers_nothing(), change_password)
        .secured(Operation::SessionCreate, accept.answers_nothing(), accept_invitation)
        .secured(Operation::SelfSecondFactor, begin, begin_factor)
        .secured(
            Operation::SelfSecondFactor,
            confirm.answers::<CodesView>(),
            confirm_factor,
        )
}

bodies! {
    /// A password for another.
    NewPassword {
        old: String,
        /// At least 15 characters, or 8 beside a second factor.
        new: String,
    }
    /// An invitation, and the password that it is for.
    Acceptance {
        invitation: String,
        /// At least 15 characters, or 8 beside a second factor.
        password: String,
    }
    /// One's own password, again.
    OwnPassword { password: String, }
    /// A code of the second factor.
    Code { code: String, }
}

/// For an app that shows codes (TOTP, RFC 6238).
#[derive(Serialize, ToSchema)]
struct EnrolmentView {
    /// In base 32, to type in.
    secret: String,
    /// The same to scan.
    uri: String,
}

/// Recovery codes.
#[derive(Serialize, ToSchema)]
struct CodesView {
    /// Each is good once in place of a code. They are shown this once.
    recovery_codes: Vec<String>,
}

async fn change_password(caller: Caller, body: Body<NewPassword>) -> Answer<StatusCode> {
    let NewPassword { old, new } = &body.value;
    caller.app.change_password(&caller.who, old, new).await?;
    Ok(StatusCode::NO_CONTENT)
}

async fn accept_invitation(
    State(shared): State<Shared>,
    Address(address): Address,
    uri: Uri,
    headers: HeaderMap,
    body: Body<Acceptance>,
) -> Answer<StatusCode> {
    cookie::own_origin(&uri, &headers)?;
    let Acceptance { invitation, password } = &body.value;
    shared.app.accept_invitation(invitation, password, address).await?;
    Ok(StatusCode::NO_CONTENT)
}

async fn begin_factor(caller: Caller, body: Body<OwnPassword>) -> Answer<Response> {
    let begun = caller
        .app
        .begin_second_factor(&caller.who, &body.value.password)
        .await?;
    let view = EnrolmentView {
        secret: begun.secret,
        uri: begun.uri,
    };
    Ok(Json(view).into_response())
}

async fn confirm_factor(caller: Caller, body: Body<Code>) -> Answer<Response> {
    let recovery_codes = caller.app.confirm_second_factor(&caller.who, &body.value.code).await?;
    Ok(Json(CodesView { recovery_codes }).into_response())
}
