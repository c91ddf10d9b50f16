//! `airbridge demo`: a throw-away record with the Benghazi operation, a plan that runs, and an account for each role.
//!
//! Its clock begins when the operation was planned, so that deadlines, clearances and worklists are those of somebody at work.

mod clock;
mod life;

use std::process::ExitCode;

use airbridge_api::{ApiSettings, Demonstration};
use airbridge_app::{App, AppSettings, ImportOptions, Machine, MasterKey, Outside as _};
use airbridge_disclosure::Role;
use airbridge_events::{Command, OperationId, OrganisationCommand, OrganisationId};
use airbridge_interchange::{Source, write_folder};
use airbridge_model::Operation;
use airbridge_store::Store;
use airbridge_testkit::examples::EXAMPLES;
use airbridge_testkit::generate::Family;
use anyhow::{Context, Result, ensure};

use self::clock::Since;
use self::life::Life;
use super::arguments::DemoArguments;
use super::{serve, worker};

pub(super) async fn run(arguments: &DemoArguments) -> Result<ExitCode> {
    ensure!(
        arguments.listen.ip().is_loopback(),
        "the demonstration has known passwords: it listens on loopback only"
    );
    let folder = tempfile::tempdir().context("no room for a throw-away store")?;
    let store = Store::open(&format!("sqlite:{}", folder.path().join("demo.db").display())).await?;
    let own = AppSettings {
        master: Some(MasterKey(Machine.random())),
        sign_on: None,
    };
    let (id, operation) = operation(arguments.patients);
    let app = App::open_with(store, Box::new(Since::of(operation.planned_at)), own).await?;
    organisations(&app, &operation).await?;
    let password = format!("synthetic-{}", &app.random_text()[..12]);
    eprintln!("a throw-away record with synthetic people; each of these logs in with {password}");
    for role in Role::ALL {
        app.open_account(role.word(), &password, &organisation(*role), &[*role])
            .await?;
        eprintln!("  {role}");
    }
    let (token, _) = app.log_in(Role::AirliftPlanner.word(), &password).await?;
    let planner = app.who(&token.0).await?;
    let options = ImportOptions {
        organisation: "ministry".into(),
        basis: "synthetic demonstration".to_owned(),
        cleared_until: Some(operation.horizon.to),
    };
    let source = Source::folder(write_folder(&operation));
    app.import_operation(&planner, &id, source, options, false, None)
        .await?;
    app.log_out(&planner).await?;
    if !arguments.fresh {
        let life = Life {
            app: &app,
            password: &password,
            id,
            operation: &operation,
        };
        life.live().await?;
    }
    tokio::spawn(worker::forever(app.clone(), worker::name(0), 1));
    let settings = ApiSettings {
        insecure_cookies: true,
        demonstration: Some(Demonstration {
            password,
            logins: Role::ALL.iter().map(|role| role.word().to_owned()).collect(),
        }),
        ..ApiSettings::default()
    };
    serve::answer(app, arguments.listen, settings).await?;
    Ok(ExitCode::SUCCESS)
}

/// The operation of the demonstration, with its id.
fn operation(patients: Option<u32>) -> (OperationId, Operation) {
    if let Some(patients) = patients {
        let operation = Family::Hub.generate(patients as usize, 1);
        return (format!("hub-{patients}").as_str().into(), operation);
    }
    let mut examples = EXAMPLES.iter();
    let example = examples.find(|example| example.folder == "benghazi-2017");
    let example = example.expect("it is one of them");
    (example.folder.into(), example.generate())
}

fn organisation(role: Role) -> OrganisationId {
    OrganisationId::new(match role {
        Role::ReferringClinician => "origin",
        Role::ReceivingHospital => "hospitals",
        Role::Operator | Role::Crew => "operators",
        _ => "ministry",
    })
}

/// A ministry, those who send patients, those who receive them, and those who fly.
async fn organisations(app: &App, operation: &Operation) -> Result<()> {
    let origins: Vec<String> = operation
        .patients
        .iter()
        .map(|patient| patient.origin.to_string())
        .collect();
    let facilities = operation.facilities.iter().map(|facility| facility.id.to_string());
    let (own, others): (Vec<String>, Vec<String>) = facilities.partition(|id| origins.contains(id));
    let mut operators: Vec<String> = operation
        .aircraft
        .iter()
        .map(|aircraft| aircraft.operator.to_string())
        .collect();
    operators.sort();
    operators.dedup();
    for (id, facilities, operators) in [
        ("ministry", Vec::new(), Vec::new()),
        ("origin", own, Vec::new()),
        ("hospitals", others, Vec::new()),
        ("operators", Vec::new(), operators),
    ] {
        let describe = OrganisationCommand::Describe {
            name: format!("Synthetic {id}"),
            facilities,
            operators,
        };
        app.as_machine(&Command::Organisation(id.into(), describe)).await?;
    }
    Ok(())
}
