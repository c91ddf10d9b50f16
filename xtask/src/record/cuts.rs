//! A server whose clients hang up and repeat themselves: see [`airbridge_desk::cuts`].

use std::path::PathBuf;

use airbridge_desk::XLSX;
use airbridge_desk::cuts::{Server, run as cut};
use airbridge_desk::wire::{Client, bearer};
use airbridge_interchange::write_workbook;
use airbridge_testkit::generate::benghazi;
use anyhow::{Context, Result, ensure};
use serde_json::json;

use super::process::{PASSWORD, Program};

/// Hang up on a server, repeat, and count.
#[derive(clap::Args)]
pub(crate) struct Arguments {
    /// Acts that are cut and repeated.
    #[arg(long, default_value_t = 1_000)]
    count: usize,
    /// On the PostgreSQL server that `AIRBRIDGE_TEST_POSTGRES` names; else on SQLite.
    #[arg(long)]
    postgres: bool,
    /// The program to hang up on; else the release build.
    #[arg(long)]
    program: Option<PathBuf>,
}

pub(crate) fn run(arguments: &Arguments) -> Result<()> {
    let folder = tempfile::tempdir()?;
    let store = if arguments.postgres {
        let url = std::env::var("AIRBRIDGE_TEST_POSTGRES");
        url.context("AIRBRIDGE_TEST_POSTGRES names no server: .ci/postgres COMMAND starts one")?
    } else {
        format!("sqlite:{}", folder.path().join("record.db").display())
    };
    let program = Program::new(arguments.program.as_deref(), store, folder.path())?;
    for (login, organisation, role) in [
        ("clinician", "origin", "referring-clinician"),
        ("planner", "ministry", "airlift-planner"),
        ("regulating", "ministry", "regulating-officer"),
        ("authority", "ministry", "requesting-authority"),
        ("surgeon", "ministry", "flight-surgeon"),
        ("duty", "ministry", "duty-officer"),
        ("hospital", "hospital", "receiving-hospital"),
    ] {
        program.add_user(login, organisation, role)?;
    }
    let running = program.serve()?;
    let mut client = Client::new(&running.address);
    let planner = client.log_in("planner", PASSWORD)?;
    let until = under_way(&program, &mut client, &planner)?;
    let regulating = client.log_in("regulating", PASSWORD)?;
    let (clinician, hospital) = (
        client.log_in("clinician", PASSWORD)?,
        client.log_in("hospital", PASSWORD)?,
    );
    let (authority, surgeon) = (
        client.log_in("authority", PASSWORD)?,
        client.log_in("surgeon", PASSWORD)?,
    );
    let server = Server {
        address: &running.address,
        clinician: &clinician,
        planner: &planner,
        regulating: &regulating,
        hospital: &hospital,
        authority: &authority,
        surgeon: &surgeon,
        until,
    };
    let figures = cut(&server, arguments.count)?;
    print!("{figures}");
    drop(running);
    let (is_sound, said) = program.verify()?;
    println!("audit: {said}");
    ensure!(
        is_sound && figures.breaches.is_empty(),
        "{} breaches",
        figures.breaches.len()
    );
    Ok(())
}

/// An operation with a plan that runs; until when it lasts.
fn under_way(program: &Program, client: &mut Client, planner: &str) -> Result<String> {
    let operation = benghazi(12, 3);
    let now = jiff::Timestamp::now();
    let until = operation
        .horizon
        .to
        .max(now + jiff::SignedDuration::from_hours(24 * 30));
    let path = format!("/api/v1/operations/op/import?basis=consent&organisation=ministry&cleared_until={until}");
    let headers = [("authorization", &*bearer(planner)), ("content-type", XLSX)];
    let workbook = write_workbook(&operation);
    client.ask("POST", &path, &headers, &workbook)?.good()?;
    let order = json!({"kind": "plan", "work": 20_000, "seed": 1});
    let queued = client.send(planner, ("POST", "/api/v1/operations/op/jobs"), &order, &[])?;
    let place = queued.good()?.location.context("a job is somewhere")?;
    // The worker is gone before the acts begin: what they order stays queued.
    let worker = program.work()?;
    loop {
        let job = client.get(planner, &place)?.good()?.json()?;
        match job["state"].as_str() {
            Some("queued" | "running") => std::thread::sleep(std::time::Duration::from_millis(200)),
            Some("done") => break,
            _ => anyhow::bail!("the planner has failed: {job}"),
        }
    }
    drop(worker);
    let duty = client.log_in("duty", PASSWORD)?;
    let plans = client.get(&duty, "/api/v1/plans")?.good()?.json()?;
    let plan = plans["items"][0]["id"].as_str().context("a plan")?;
    let adopt = format!("/api/v1/plans/{plan}/adopt");
    client
        .send(&duty, ("POST", &adopt), &json!({}), &[("if-match", "\"1\"")])?
        .good()?;
    Ok(until.to_string())
}
