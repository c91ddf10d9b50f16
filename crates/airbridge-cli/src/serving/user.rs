//! `airbridge user`: accounts, by whoever runs the machine.

use std::process::ExitCode;

use airbridge_app::{App, Invitation, Machine};
use airbridge_disclosure::Role;
use airbridge_events::{AccountId, Command, OrganisationCommand, OrganisationId};
use anyhow::{Context, Result};

use super::arguments::{PlaceArguments, UserArguments, UserCommand};
use super::config::Config;
use crate::fault::hinted;
use crate::show;

pub(super) async fn run(arguments: &UserArguments) -> Result<ExitCode> {
    match &arguments.what {
        UserCommand::Add {
            login,
            organisation,
            role,
            invite,
            place,
        } => add(place, login, organisation, role, *invite).await?,
        UserCommand::List { place } => list(place).await?,
        UserCommand::Invite { login, place } => {
            let app = open(place).await?;
            let invitation = app.invite(&named(&app, login)?).await?;
            show_invitation(login, &invitation)?;
        }
        UserCommand::ResetFactor {
            login,
            everybody,
            reason,
            place,
        } => {
            let app = open(place).await?;
            match login {
                Some(login) if !everybody => app.reset_second_factor(&named(&app, login)?, reason).await?,
                _ => eprintln!("{} second factors are forgotten", app.forget_master(reason).await?),
            }
            eprintln!("whoever had one logs in by password alone, and enrols another");
        }
        UserCommand::Password { login, place } => {
            let app = open(place).await?;
            let id = named(&app, login)?;
            app.set_password(&id, &password()?).await?;
            eprintln!("the password is set, and all sessions have ended");
        }
    }
    Ok(ExitCode::SUCCESS)
}

async fn open(place: &PlaceArguments) -> Result<App> {
    let store = Config::of(place)?.open().await?;
    App::open(store, Box::new(Machine))
        .await
        .context("the record cannot be read")
}

fn named(app: &App, login: &str) -> Result<AccountId> {
    let id = app.see(|record| record.by_login(login).map(|(id, _)| id.clone()));
    id.with_context(|| format!("nobody logs in with {login}"))
}

/// The invitation is data, to be handed on; what it is good for is talk.
fn show_invitation(login: &str, invitation: &Invitation) -> Result<()> {
    show::out(&format!("{}\n", invitation.token.0))?;
    eprintln!(
        "{login} chooses a password with this until {}: POST /api/v1/session/invitation",
        invitation.until
    );
    Ok(())
}

async fn add(place: &PlaceArguments, login: &str, organisation: &str, words: &[String], invite: bool) -> Result<()> {
    let mut roles = Vec::new();
    for word in words {
        roles.push(Role::named(word).ok_or_else(|| {
            let all: Vec<&str> = Role::ALL.iter().map(|role| role.word()).collect();
            hinted(
                format!("there is no role {word}"),
                format!("the roles are {}", all.join(", ")),
            )
        })?);
    }
    let app = open(place).await?;
    let organisation = OrganisationId::new(organisation);
    if !app.see(|record| record.organisations.contains_key(&organisation)) {
        let describe = OrganisationCommand::Describe {
            name: organisation.to_string(),
            facilities: Vec::new(),
            operators: Vec::new(),
        };
        app.as_machine(&Command::Organisation(organisation.clone(), describe))
            .await?;
    }
    if invite {
        let invitation = app.invite_new(login, &organisation, &roles).await?;
        return show_invitation(login, &invitation);
    }
    app.open_account(login, &password()?, &organisation, &roles).await?;
    eprintln!("{login} may log in as {}", words.join(", "));
    Ok(())
}

async fn list(place: &PlaceArguments) -> Result<()> {
    let app = open(place).await?;
    let text: String = app.see(|record| {
        let line = |account: &airbridge_events::Account| {
            let state = if account.suspended.is_some() { "  suspended" } else { "" };
            format!(
                "{}  {}  {}{state}\n",
                account.login,
                account.organisation,
                account.roles.join(",")
            )
        };
        record.accounts.values().map(line).collect()
    });
    show::out(&text)
}

/// The first line of standard input.
fn password() -> Result<String> {
    let mut line = String::new();
    std::io::stdin()
        .read_line(&mut line)
        .context("the password cannot be read from standard input")?;
    Ok(line.trim_end_matches(['\n', '\r']).to_owned())
}
