//! Logging in and out, and who one is.

use airbridge_app::About;
use airbridge_disclosure::Operation;
use axum::Json;
use axum::extract::State;
use axum::http::{HeaderMap, StatusCode, Uri, header};
use axum::response::{IntoResponse, Response};
use jiff::Timestamp;
use serde::{Deserialize, Serialize};
use utoipa::ToSchema;

use crate::answer::Tagged;
use crate::asked::no_query;
use crate::body::Body;
use crate::caller::Caller;
use crate::cookie;
use crate::problem::{Answer, Problem};
use crate::secured::Routes;
use crate::shared::Shared;
use crate::spec::Spec;

pub(crate) fn add(routes: Routes) -> Routes {
    let create = Spec::post("/api/v1/session", "Log in").takes::<LogIn>();
    let delete = Spec::delete("/api/v1/session", "Log out").answers_nothing();
    let me = Spec::get("/api/v1/self", "Who one is").answers::<SelfView>();
    let password = Spec::put("/api/v1/self/password", "Change one's own password").takes::<NewPassword>();
    routes
        .secured(
            Operation::SessionCreate,
            create.answers_with::<SessionView>("201", "Logged in."),
            log_in,
        )
        .secured(Operation::SessionDelete, delete, log_out)
        .secured(Operation::SelfRead, me, read_self)
        .secured(Operation::SelfPassword, password.answers_nothing(), change_password)
}

/// What somebody logs in with.
#[derive(Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
struct LogIn {
    login: String,
    password: String,
    /// Whether the token is needed in the answer: browsers have it as a cookie.
    #[serde(default)]
    machine: bool,
}

/// A session.
#[derive(Serialize, ToSchema)]
struct SessionView {
    /// It ends then at the latest.
    #[schema(value_type = String, format = DateTime)]
    expires_at: Timestamp,
    /// The header that changes need where the cookie says who asks.
    csrf_header: &'static str,
    /// And its value.
    csrf_value: &'static str,
    /// For `Authorization: Bearer`, where that was asked for.
    #[serde(skip_serializing_if = "Option::is_none")]
    token: Option<String>,
}

async fn log_in(State(shared): State<Shared>, uri: Uri, headers: HeaderMap, body: Body<LogIn>) -> Answer<Response> {
    // A form of another site may not log somebody in as somebody else.
    cookie::own_origin(&uri, &headers)?;
    no_query(uri.query())?;
    let asked = body.value;
    let (token, expires_at) = shared.app.log_in(&asked.login, &asked.password).await?;
    let cookie = cookie::set(&shared.settings, &token.0, shared.app.now(), expires_at);
    let view = SessionView {
        expires_at,
        csrf_header: "X-Airbridge",
        csrf_value: "1",
        token: asked.machine.then_some(token.0),
    };
    Ok((StatusCode::CREATED, [(header::SET_COOKIE, cookie)], Json(view)).into_response())
}

async fn log_out(caller: Caller) -> Answer<Response> {
    caller.app.log_out(&caller.who).await?;
    let cookie = cookie::unset(&caller.shared.settings);
    Ok((StatusCode::NO_CONTENT, [(header::SET_COOKIE, cookie)]).into_response())
}

/// Who one is.
#[derive(Serialize, ToSchema)]
struct SelfView {
    account: String,
    organisation: String,
    login: String,
    roles: Vec<&'static str>,
}

async fn read_self(caller: Caller) -> Answer<Tagged<SelfView>> {
    let (who, me) = (&caller.who, caller.who.account());
    let about = About::Of(me.clone());
    let show = |record: &airbridge_events::Record, _: &airbridge_disclosure::Mask| {
        let account = record.accounts.get(&me)?;
        let view = SelfView {
            account: me.to_string(),
            organisation: account.organisation.to_string(),
            login: account.login.clone(),
            roles: who.actor.roles.iter().map(|role| role.word()).collect(),
        };
        Some(Tagged(account.version, view))
    };
    let found = caller.app.look(who, Operation::SelfRead, &about, &caller.purpose, show);
    found.await?.ok_or_else(Problem::not_found)
}

/// A password for another.
#[derive(Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
struct NewPassword {
    old: String,
    new: String,
}

async fn change_password(caller: Caller, body: Body<NewPassword>) -> Answer<StatusCode> {
    let NewPassword { old, new } = &body.value;
    caller.app.change_password(&caller.who, old, new).await?;
    Ok(StatusCode::NO_CONTENT)
}
