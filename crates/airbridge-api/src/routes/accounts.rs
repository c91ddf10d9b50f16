//! Accounts: who may act, as what. What is done with one that is there is in `account_acts`.

use std::collections::BTreeMap;

use airbridge_app::{About, NewPassword, Wish, following};
use airbridge_disclosure::{Mask, Operation, Role};
use airbridge_events::{Account, AccountCommand, AccountId, Command, Record};
use axum::http::Uri;
use jiff::Timestamp;
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
    let open = Spec::post("/api/v1/accounts", "Open an account").takes::<NewAccount>();
    let list = Spec::get("/api/v1/accounts", "Accounts").asks::<Paging>();
    let read = Spec::get("/api/v1/accounts/{id}", "One account").answers::<AccountView>();
    let change = Spec::patch("/api/v1/accounts/{id}", "Change what somebody may do").takes::<Roles>();
    routes
        .secured(Operation::AccountCreate, open.makes(), begin)
        .secured(Operation::AccountSearch, list.lists::<AccountView>(), all)
        .secured(Operation::AccountRead, read, one)
        .secured(Operation::AccountUpdate, change.changes(), changed)
}

bodies! {
    /// An account to open.
    NewAccount {
        organisation: String,
        login: String,
        /// In the words of the table of roles.
        roles: Vec<String>,
        /// A first password, which the owner has to change. Without one nobody logs in before an invitation was accepted, which is the better way.
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
    /// Whether there is a second factor.
    second_factor: bool,
    /// So long an invitation to choose a password is good.
    #[schema(value_type = Option<String>, format = DateTime)]
    invited_until: Option<Timestamp>,
    /// Subjects that log in as it, by issuer.
    sign_ons: BTreeMap<String, String>,
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
            second_factor: account.proofs.second_factor.is_some(),
            invited_until: account.proofs.invited_until,
            sign_ons: account.proofs.sign_ons.clone(),
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
    let id = AccountId::from(caller.new_id());
    // Whoever may not open accounts is not made to wait for a hash.
    let about = About::New(organisation.clone());
    let open = |password: Option<&NewPassword>| AccountCommand::Open {
        organisation: organisation.as_str().into(),
        login: login.clone(),
        roles: roles.clone(),
        password: password.map(|password| password.known),
    };
    let mut wish = Wish {
        once: body.once,
        ..Wish::new(
            Operation::AccountCreate,
            about,
            Command::Account(id.clone(), open(None)),
        )
    };
    if let Some(password) = password {
        let may = caller.app.may(&caller.who, Operation::AccountCreate, &wish.about);
        if may {
            if let Some(key) = wish.once.take() {
                let rest = format!("{organisation}\n{login}\n{roles:?}");
                wish.once = Some(caller.app.stretched(&caller.who, key, &rest, &password).await?);
            }
            let first = caller.app.first_password(&id, &login, &organisation, &password).await?;
            wish.command = Command::Account(id, open(Some(&first)));
            wish.vault = vec![first.kept];
        }
    }
    Ok(Changed::made(caller.act(wish).await?, "accounts"))
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
    let id = AccountId::from(id);
    let command = AccountCommand::ChangeRoles(known(body.value.roles)?);
    let wish = Wish {
        if_match: Some(version.required()?),
        once: body.once,
        ..Wish::new(
            Operation::AccountUpdate,
            About::Account(id.clone()),
            Command::Account(id, command),
        )
    };
    Ok(caller.act(wish).await?.into())
}
