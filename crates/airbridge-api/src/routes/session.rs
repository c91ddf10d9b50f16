//! Logging in and out, and who one is.

use airbridge_app::{About, LogIn};
use airbridge_disclosure::Operation;
use axum::Json;
use axum::extract::State;
use axum::http::{HeaderMap, StatusCode, Uri, header};
use axum::response::{IntoResponse, Response};
use jiff::Timestamp;
use serde::{Deserialize, Serialize};
use utoipa::ToSchema;

use crate::address::Address;
use crate::answer::Tagged;
use crate::body::Body;
use crate::caller::Caller;
use crate::cookie;
use crate::problem::{Answer, Problem};
use crate::secured::Routes;
use crate::shared::Shared;
use crate::spec::Spec;

pub(crate) fn add(routes: Routes) -> Routes {
    let create = Spec::post("/api/v1/session", "Log in").takes::<Shown>();
    let delete = Spec::delete("/api/v1/session", "Log out").answers_nothing();
    let me = Spec::get("/api/v1/self", "Who one is").answers::<SelfView>();
    routes
        .secured(
            Operation::SessionCreate,
            create.answers_with::<SessionView>("201", "Logged in."),
            log_in,
        )
        .secured(Operation::SessionDelete, delete, log_out)
        .secured(Operation::SelfRead, me, read_self)
}

/// What somebody logs in with.
#[derive(Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
#[schema(as = LogIn)]
struct Shown {
    login: String,
    password: String,
    /// A code of the second factor, or a recovery code; needed where the account has one.
    #[serde(default)]
    code: Option<String>,
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
    /// Whether it is good for nothing but choosing another password.
    must_change_password: bool,
}

async fn log_in(
    State(shared): State<Shared>,
    Address(address): Address,
    uri: Uri,
    headers: HeaderMap,
    body: Body<Shown>,
) -> Answer<Response> {
    // A form of another site may not log somebody in as somebody else.
    cookie::own_origin(&uri, &headers)?;
    let asked = body.value;
    let shown = LogIn {
        login: &asked.login,
        password: &asked.password,
        code: asked.code.as_deref(),
        address,
    };
    let (token, expires_at) = shared.app.log_in_with(shown).await?;
    let who = shared.app.who(&token.0).await?;
    let cookie = cookie::set(&shared.settings, &token.0, shared.app.now(), expires_at);
    let view = SessionView {
        expires_at,
        csrf_header: "X-Airbridge",
        csrf_value: "1",
        token: asked.machine.then_some(token.0),
        must_change_password: who.must_change_password,
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
    /// Whether there is a second factor.
    second_factor: bool,
    /// Recovery codes that were not used yet.
    recovery_codes_left: usize,
    /// Whether nothing goes on before another password is chosen.
    must_change_password: bool,
    /// Rows of the table of roles that one's roles hold, such as `request.create`, on whatever it may be.
    may: Vec<&'static str>,
    /// All operations: whoever is logged in has to know in which they work.
    operations: Vec<OperationName>,
    /// The server's time.
    #[schema(value_type = String, format = DateTime)]
    now: Timestamp,
}

/// An operation, by name.
#[derive(Serialize, ToSchema)]
struct OperationName {
    id: String,
    name: String,
}

async fn read_self(caller: Caller) -> Answer<Tagged<SelfView>> {
    let (who, me) = (&caller.who, caller.who.account());
    let about = About::Of(me.clone());
    let mut may: Vec<&str> = caller.app.ever(who).map(Operation::word).collect();
    may.sort_unstable();
    let now = caller.app.now();
    let show = |record: &airbridge_events::Record, _: &airbridge_disclosure::Mask| {
        let account = record.accounts.get(&me)?;
        let operations = record.operations.iter().map(|(id, operation)| OperationName {
            id: id.to_string(),
            name: operation.name.clone(),
        });
        let factor = account.proofs.second_factor.as_ref();
        let view = SelfView {
            account: me.to_string(),
            organisation: account.organisation.to_string(),
            login: account.login.clone(),
            roles: who.actor.roles.iter().map(|role| role.word()).collect(),
            second_factor: factor.is_some(),
            recovery_codes_left: factor.map_or(0, |factor| factor.codes as usize - factor.used.len()),
            must_change_password: account.proofs.must_change_password(),
            may,
            operations: operations.collect(),
            now,
        };
        Some(Tagged(account.version, view))
    };
    let found = caller.app.look(who, Operation::SelfRead, &about, &caller.purpose, show);
    found.await?.ok_or_else(Problem::not_found)
}
