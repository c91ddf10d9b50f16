//! What administrators do with accounts that are there: suspend, invite, and see to how their owners prove who they are.

use airbridge_app::{About, App, Error, Wish};
use airbridge_disclosure::Operation;
use airbridge_events::{AccountCommand, AccountId, Command, ProofCommand};
use airbridge_store::VaultChange;
use axum::Json;
use axum::http::{StatusCode, header};
use axum::response::{IntoResponse, Response};
use jiff::Timestamp;
use serde::Serialize;
use utoipa::ToSchema;

use super::said::{Nothing, Reason, bodies};
use crate::answer::Changed;
use crate::body::{Body, Once};
use crate::caller::Caller;
use crate::parts::{Id, IfMatch, etag};
use crate::problem::Answer;
use crate::secured::Routes;
use crate::spec::Spec;

pub(crate) fn add(routes: Routes) -> Routes {
    let suspend = Spec::post("/api/v1/accounts/{id}/suspend", "Suspend an account").takes::<Reason>();
    let reinstate = Spec::post("/api/v1/accounts/{id}/reinstate", "Let an account act again").takes::<Nothing>();
    let invite = Spec::post(
        "/api/v1/accounts/{id}/invitation",
        "Invite the owner to choose a password",
    );
    let invite = invite.takes::<Nothing>().changes();
    let reset = Spec::post(
        "/api/v1/accounts/{id}/reset-factor",
        "Forget a second factor that is lost",
    );
    let link = Spec::post(
        "/api/v1/accounts/{id}/link",
        "Let somebody whom an issuer knows log in as this account",
    );
    let unlink = Spec::post(
        "/api/v1/accounts/{id}/unlink",
        "Take an issuer's word for this account no more",
    );
    routes
        .secured(Operation::AccountSuspend, suspend.changes(), suspended)
        .secured(Operation::AccountSuspend, reinstate.changes(), reinstated)
        .secured(
            Operation::AccountInvite,
            invite.answers_with::<InvitationView>("201", "Made; it is shown this once."),
            invited,
        )
        .secured(
            Operation::AccountResetFactor,
            reset.takes::<Reason>().changes(),
            reset_factor,
        )
        .secured(Operation::AccountLink, link.takes::<Link>().changes(), linked)
        .secured(Operation::AccountLink, unlink.takes::<Unlink>().changes(), unlinked)
}

bodies! {
    /// Who somebody is for an issuer.
    Link {
        /// As the issuer calls itself, `https://…`.
        issuer: String,
        /// As it calls the person (`sub`).
        subject: String,
    }
    /// An issuer.
    Unlink { issuer: String, }
}

/// An invitation to choose a password.
#[derive(Serialize, ToSchema)]
struct InvitationView {
    /// For the owner of the account alone, by a safe way. It is kept nowhere; a repeated request is not told it again (409).
    invitation: String,
    /// It is good until then.
    #[schema(value_type = String, format = DateTime)]
    until: Timestamp,
    /// Of the account now, as in its ETag.
    version: u64,
}

async fn suspended(caller: Caller, Id(id): Id, version: IfMatch, body: Body<Reason>) -> Answer<Changed> {
    let command = AccountCommand::Suspend(body.value.reason);
    let of = (id.into(), version, body.once);
    done(&caller, Operation::AccountSuspend, of, command, Vec::new()).await
}

async fn reinstated(caller: Caller, Id(id): Id, version: IfMatch, body: Body<Nothing>) -> Answer<Changed> {
    let of = (id.into(), version, body.once);
    let command = AccountCommand::Reinstate;
    done(&caller, Operation::AccountSuspend, of, command, Vec::new()).await
}

async fn invited(caller: Caller, Id(id): Id, version: IfMatch, body: Body<Nothing>) -> Answer<Response> {
    let id = AccountId::from(id);
    let invitation = caller.app.invitation(&id);
    let until = invitation.until;
    let command = AccountCommand::Prove(ProofCommand::Invite { until });
    let wish = Wish {
        if_match: Some(version.required()?),
        once: body.once,
        vault: vec![invitation.kept],
        ..Wish::new(
            Operation::AccountInvite,
            About::Account(id.clone()),
            Command::Account(id, command),
        )
    };
    let done = caller.act(wish).await?;
    if done.is_repeated {
        return Err(Error::AlreadyMade.into());
    }
    let view = InvitationView {
        invitation: invitation.token.0,
        until,
        version: done.version,
    };
    Ok((StatusCode::CREATED, [(header::ETAG, etag(done.version))], Json(view)).into_response())
}

async fn reset_factor(caller: Caller, Id(id): Id, version: IfMatch, body: Body<Reason>) -> Answer<Changed> {
    let id = AccountId::from(id);
    let forgotten = vec![App::forgotten_factor(&id)];
    let reason = body.value.reason;
    let command = AccountCommand::Prove(ProofCommand::ResetSecondFactor { reason });
    let of = (id, version, body.once);
    done(&caller, Operation::AccountResetFactor, of, command, forgotten).await
}

async fn linked(caller: Caller, Id(id): Id, version: IfMatch, body: Body<Link>) -> Answer<Changed> {
    let Link { issuer, subject } = body.value;
    let command = AccountCommand::Prove(ProofCommand::Link { issuer, subject });
    let of = (id.into(), version, body.once);
    done(&caller, Operation::AccountLink, of, command, Vec::new()).await
}

async fn unlinked(caller: Caller, Id(id): Id, version: IfMatch, body: Body<Unlink>) -> Answer<Changed> {
    let issuer = body.value.issuer;
    let command = AccountCommand::Prove(ProofCommand::Unlink { issuer });
    let of = (id.into(), version, body.once);
    done(&caller, Operation::AccountLink, of, command, Vec::new()).await
}

async fn done(
    caller: &Caller,
    operation: Operation,
    (id, version, once): (AccountId, IfMatch, Once),
    command: AccountCommand,
    vault: Vec<VaultChange>,
) -> Answer<Changed> {
    let wish = Wish {
        if_match: Some(version.required()?),
        once,
        vault,
        ..Wish::new(operation, About::Account(id.clone()), Command::Account(id, command))
    };
    Ok(caller.act(wish).await?.into())
}
