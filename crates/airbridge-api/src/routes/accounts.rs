//! Accounts: who may act, as what, and not for the time being.

use airbridge_app::{About, Wish, acceptable, following};
use airbridge_disclosure::{Mask, Operation, Role};
use airbridge_events::{Account, AccountCommand, AccountId, Command, Record};
use axum::http::Uri;
use serde::Serialize;
use utoipa::ToSchema;

use super::operations::Paging;
use super::said::{Nothing, Reason, bodies};
use crate::answer::{Changed, Listed, Tagged};
use crate::body::{Body, Once};
use crate::caller::Caller;
use crate::parts::{Id, IfMatch, Query};
use crate::problem::{Answer, Problem};
use crate::secured::Routes;
use crate::spec::Spec;

pub(crate) fn add(routes: Routes) -> Routes {
    let open = Spec::post("/api/v1/accounts", "Open an account").takes::<NewAccount>();
    let list = Spec::get("/api/v1/accounts", "Accounts").asks::<Paging>();
    let read = Spec::get("/api/v1/accounts/{id}", "One account").answers::<AccountView>();
    let change = Spec::patch("/api/v1/accounts/{id}", "Change what somebody may do").takes::<Roles>();
    let suspend = Spec::post("/api/v1/accounts/{id}/suspend", "Suspend an account").takes::<Reason>();
    let reinstate = Spec::post("/api/v1/accounts/{id}/reinstate", "Let an account act again").takes::<Nothing>();
    routes
        .secured(Operation::AccountCreate, open.makes(), begin)
        .secured(Operation::AccountSearch, list.lists::<AccountView>(), all)
        .secured(Operation::AccountRead, read, one)
        .secured(Operation::AccountUpdate, change.changes(), changed)
        .secured(Operation::AccountSuspend, suspend.changes(), suspended)
        .secured(Operation::AccountSuspend, reinstate.changes(), reinstated)
}

bodies! {
    /// An account to open.
    NewAccount {
        organisation: String,
        login: String,
        /// In the words of the table of roles.
        roles: Vec<String>,
        /// The first password; without one nobody logs in.
        #[serde(default)]
        password: Option<String>,
    }
    /// What somebody may do.
    Roles {
        /// In the words of the table of roles.
        roles: Vec<String>,
    }
}

/// An account.
#[derive(Serialize, ToSchema)]
struct AccountView {
    id: String,
    version: u64,
    organisation: String,
    login: String,
    roles: Vec<String>,
    /// Why it may not act.
    suspended: Option<String>,
}

impl AccountView {
    fn of(id: &AccountId, account: &Account) -> Self {
        Self {
            id: id.to_string(),
            version: account.version,
            organisation: account.organisation.to_string(),
            login: account.login.clone(),
            roles: account.roles.clone(),
            suspended: account.suspended.clone(),
        }
    }
}

/// Refuses words that are no roles: they would allow nothing, in silence.
fn known(roles: Vec<String>) -> Answer<Vec<String>> {
    match roles.iter().position(|word| Role::named(word).is_none()) {
        None => Ok(roles),
        Some(place) => {
            let what = "there is no such role";
            Err(Problem::invalid(what).at(format!("/roles/{place}"), what))
        }
    }
}

async fn begin(caller: Caller, body: Body<NewAccount>) -> Answer<Changed> {
    let NewAccount {
        organisation,
        login,
        roles,
        password,
    } = body.value;
    let roles = known(roles)?;
    if let Some(password) = &password {
        acceptable(password, &login)?;
    }
    let id = AccountId::from(caller.new_id());
    let command = AccountCommand::Open {
        organisation: organisation.as_str().into(),
        login,
        roles,
    };
    let about = About::New(organisation);
    let wish = Wish {
        once: body.once,
        ..Wish::new(Operation::AccountCreate, about, Command::Account(id.clone(), command))
    };
    let done = caller.act(wish).await?;
    // A repeated request has set it the first time.
    if let Some(password) = password.filter(|_| !done.is_repeated) {
        caller.app.set_password(&id, &password).await?;
    }
    Ok(Changed::made(done, "accounts"))
}

async fn all(caller: Caller, uri: Uri, Query(paging): Query<Paging>) -> Answer<Listed<AccountView>> {
    let show = |record: &Record, about: &About, _: &Mask| match about {
        About::Account(id) => Some(AccountView::of(id, record.accounts.get(id)?)),
        _ => None,
    };
    let found = caller.app.search(
        &caller.who,
        Operation::AccountSearch,
        paging.page()?,
        |record, after| following(&record.accounts, after, About::Account),
        show,
    );
    Ok(Listed(uri, found.await?))
}

async fn one(caller: Caller, Id(id): Id) -> Answer<Tagged<AccountView>> {
    let id = AccountId::from(id);
    let show = |record: &Record, _: &Mask| Some(AccountView::of(&id, record.accounts.get(&id)?));
    let found = caller
        .look(Operation::AccountRead, &About::Account(id.clone()), show)
        .await?;
    let view = found.ok_or_else(Problem::not_found)?;
    Ok(Tagged(view.version, view))
}

async fn changed(caller: Caller, Id(id): Id, version: IfMatch, body: Body<Roles>) -> Answer<Changed> {
    let command = AccountCommand::ChangeRoles(known(body.value.roles)?);
    done(&caller, Operation::AccountUpdate, id, version, body.once, command).await
}

async fn suspended(caller: Caller, Id(id): Id, version: IfMatch, body: Body<Reason>) -> Answer<Changed> {
    let command = AccountCommand::Suspend(body.value.reason);
    done(&caller, Operation::AccountSuspend, id, version, body.once, command).await
}

async fn reinstated(caller: Caller, Id(id): Id, version: IfMatch, body: Body<Nothing>) -> Answer<Changed> {
    done(
        &caller,
        Operation::AccountSuspend,
        id,
        version,
        body.once,
        AccountCommand::Reinstate,
    )
    .await
}

async fn done(
    caller: &Caller,
    operation: Operation,
    id: String,
    version: IfMatch,
    once: Once,
    command: AccountCommand,
) -> Answer<Changed> {
    let id = AccountId::from(id);
    let wish = Wish {
        if_match: Some(version.required()?),
        once,
        ..Wish::new(operation, About::Account(id.clone()), Command::Account(id, command))
    };
    Ok(caller.act(wish).await?.into())
}
