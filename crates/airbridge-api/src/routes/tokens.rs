//! Tokens for machines, which act as the account that asks for one.

use airbridge_app::{LONGEST_TOKEN, Token};
use airbridge_disclosure::Operation;
use axum::Json;
use axum::http::StatusCode;
use axum::response::{IntoResponse, Response};
use jiff::{SignedDuration, Timestamp};
use serde::Serialize;
use utoipa::ToSchema;

use super::said::bodies;
use crate::body::Body;
use crate::caller::Caller;
use crate::problem::{Answer, Problem};
use crate::secured::Routes;
use crate::spec::Spec;

pub(crate) fn add(routes: Routes) -> Routes {
    let issue = Spec::post("/api/v1/tokens", "Get a token for a machine").takes::<NewToken>();
    let issue = issue
        .once()
        .answers_with::<TokenView>("201", "Made; it is shown this once.");
    let revoke = Spec::post("/api/v1/tokens/revoke", "End a token, by its id or by itself").takes::<OldToken>();
    routes.secured(Operation::TokenCreate, issue, issued).secured(
        Operation::TokenRevoke,
        revoke.once().answers_nothing(),
        revoked,
    )
}

bodies! {
    /// A token to make.
    NewToken {
        /// For which machine.
        label: String,
        /// So long; a year at most.
        days: u32,
    }
}

bodies! {
    /// A token to end: one of both is said.
    OldToken {
        /// As it was given when the token was made.
        #[serde(default)]
        id: Option<String>,
        /// The token, where it was found.
        #[serde(default)]
        token: Option<String>,
    }
}

/// A token.
#[derive(Serialize, ToSchema)]
struct TokenView {
    /// By which it can be ended.
    id: String,
    /// For `Authorization: Bearer`. It is kept nowhere.
    token: String,
    #[schema(value_type = String, format = DateTime)]
    expires_at: Timestamp,
}

async fn issued(caller: Caller, body: Body<NewToken>) -> Answer<Response> {
    let NewToken { label, days } = body.value;
    let lasts = SignedDuration::from_hours(24 * i64::from(days));
    if days == 0 || lasts > LONGEST_TOKEN {
        let what = "a token lasts from one day to a year";
        return Err(Problem::invalid(what).at("/days", what));
    }
    let (token, expires_at) = caller.app.issue_token(&caller.who, &label, lasts, body.once).await?;
    let (id, token) = (token.id(), token.0);
    Ok((StatusCode::CREATED, Json(TokenView { id, token, expires_at })).into_response())
}

async fn revoked(caller: Caller, body: Body<OldToken>) -> Answer<StatusCode> {
    let id = match body.value {
        OldToken {
            id: Some(id),
            token: None,
        } => id,
        OldToken {
            id: None,
            token: Some(token),
        } => Token(token).id(),
        _ => {
            let what = "either the id or the token is said";
            return Err(Problem::invalid(what).at("/id", what));
        }
    };
    caller.app.revoke_token(&caller.who, &id, body.once).await?;
    Ok(StatusCode::NO_CONTENT)
}
