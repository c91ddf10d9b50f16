//! Two servers and two workers on one PostgreSQL store, killed without notice while clients write.
//!
//! What was acknowledged is there exactly once, no stream has a gap, every job ends, and the audit is sound.

use std::collections::BTreeMap;
use std::path::PathBuf;
use std::sync::Mutex;
use std::sync::atomic::{AtomicBool, AtomicU64, Ordering};
use std::time::{Duration, Instant};

use airbridge_interchange::write_workbook;
use airbridge_testkit::generate::benghazi;
use anyhow::{Context, Result, ensure};
use serde_json::{Value, json};

use super::process::{PASSWORD, Program, Running};
use airbridge_desk::XLSX;
use airbridge_desk::wire::{Client, Headers, Reply, bearer};

/// Load before each kill and after the last.
const ROUND: Duration = Duration::from_secs(5);
/// Between a kill and the start of the next process.
const DOWN: Duration = Duration::from_secs(1);
/// Between two tries.
const PAUSE: Duration = Duration::from_millis(50);
/// Tries of one write: longer than any outage here.
const TRIES: u32 = 400;
/// A worker's lease of 30 seconds runs out, and the job is done again.
const JOBS: Duration = Duration::from_mins(2);

/// Kill servers and workers on one PostgreSQL store under load.
#[derive(clap::Args)]
pub(crate) struct Arguments {
    /// Kills of one server and one worker.
    #[arg(long, default_value_t = 2)]
    rounds: usize,
    /// Threads that write.
    #[arg(long, default_value_t = 4)]
    clients: u64,
    /// The program to besiege; else the release build.
    #[arg(long)]
    program: Option<PathBuf>,
}

/// What the clients share.
struct Siege {
    addresses: [Mutex<String>; 2],
    clinician: String,
    planner: String,
    stop: AtomicBool,
    retries: AtomicU64,
    replays: AtomicU64,
    made: Mutex<Vec<Made>>,
    jobs: Mutex<Vec<String>>,
    breaches: Mutex<Vec<String>>,
}

/// An acknowledged request, and the version that was acknowledged last.
struct Made {
    id: String,
    version: u64,
}

pub(crate) fn run(arguments: &Arguments) -> Result<()> {
    let url = std::env::var("AIRBRIDGE_TEST_POSTGRES");
    let url = url.context("AIRBRIDGE_TEST_POSTGRES names no server: .ci/postgres COMMAND starts one")?;
    let folder = tempfile::tempdir()?;
    let program = Program::new(arguments.program.as_deref(), url, folder.path())?;
    program.add_user("clinician", "origin", "referring-clinician")?;
    program.add_user("planner", "ministry", "airlift-planner")?;
    let mut servers = [program.serve()?, program.serve()?];
    let mut workers = [program.work()?, program.work()?];
    let siege = begun(&servers)?;
    std::thread::scope(|scope| {
        for number in 0..arguments.clients {
            let siege = &siege;
            scope.spawn(move || write(siege, number));
        }
        scope.spawn(|| order(&siege));
        let killed = (0..arguments.rounds).try_for_each(|round| {
            std::thread::sleep(ROUND);
            kill(&program, &siege, round % 2, &mut servers, &mut workers)
        });
        std::thread::sleep(ROUND);
        siege.stop.store(true, Ordering::Relaxed);
        killed
    })?;
    let ended = jobs_ended(&siege)?;
    for server in &servers {
        judged(&siege, &server.address)?;
    }
    drop((servers, workers));
    let (is_sound, said) = program.verify()?;
    if !is_sound {
        siege.breach(format!("the audit is not sound: {said}"));
    }
    told(&siege, &ended, &said)
}

/// Sessions, and an operation to plan.
fn begun(servers: &[Running; 2]) -> Result<Siege> {
    let mut client = Client::new(&servers[0].address);
    let planner = client.log_in("planner", PASSWORD)?;
    let operation = benghazi(12, 3);
    let until = operation.horizon.to;
    let path = format!("/api/v1/operations/op/import?basis=consent&organisation=ministry&cleared_until={until}");
    let headers = [("authorization", &*bearer(&planner)), ("content-type", XLSX)];
    client
        .ask("POST", &path, &headers, &write_workbook(&operation))?
        .good()?;
    Ok(Siege {
        addresses: [0, 1].map(|number: usize| Mutex::new(servers[number].address.clone())),
        clinician: client.log_in("clinician", PASSWORD)?,
        planner,
        stop: AtomicBool::new(false),
        retries: AtomicU64::new(0),
        replays: AtomicU64::new(0),
        made: Mutex::default(),
        jobs: Mutex::default(),
        breaches: Mutex::default(),
    })
}

fn kill(
    program: &Program,
    siege: &Siege,
    which: usize,
    servers: &mut [Running; 2],
    workers: &mut [Running; 2],
) -> Result<()> {
    // A running process is killed when another takes its place; here the place stays empty for a while.
    servers[which].kill();
    workers[which].kill();
    std::thread::sleep(DOWN);
    servers[which] = program.serve()?;
    workers[which] = program.work()?;
    servers[which]
        .address
        .clone_into(&mut siege.addresses[which].lock().expect("no client panics"));
    Ok(())
}

impl Siege {
    fn breach(&self, what: String) {
        self.breaches.lock().expect("no client panics").push(what);
    }

    fn goes_on(&self) -> bool {
        !self.stop.load(Ordering::Relaxed)
    }

    fn client(&self, number: usize) -> Client {
        Client::new(&**self.addresses[number % 2].lock().expect("no client panics"))
    }

    /// Sends the same again, to one server and the other, until one acknowledges it.
    fn until_done(&self, token: &str, to: (&str, &str), body: &Value, headers: Headers<'_>) -> Option<Reply> {
        let mut last = String::new();
        for attempt in 0..TRIES {
            if attempt > 0 {
                self.retries.fetch_add(1, Ordering::Relaxed);
                std::thread::sleep(PAUSE);
            }
            let number = attempt as usize + body.to_string().len();
            match self.client(number).send(token, to, body, headers) {
                Ok(reply) if reply.is_good() => return Some(reply),
                Ok(reply) => last = format!("{} {}", reply.status, reply.text()),
                Err(error) => last = format!("{error:#}"),
            }
        }
        self.breach(format!("{} {} was never acknowledged: {last}", to.0, to.1));
        None
    }
}

/// Creates requests, changes every second one and submits every third.
fn write(siege: &Siege, number: u64) {
    for count in 0.. {
        if !siege.goes_on() {
            return;
        }
        if let Err(error) = written(siege, number, count) {
            siege.breach(format!("{error:#}"));
        }
    }
}

fn written(siege: &Siege, number: u64, count: u64) -> Result<()> {
    let key = format!("siege-{number}-{count}");
    let notes = "x".repeat(usize::from(count.is_multiple_of(2)));
    let body = json!({"row": {
        "origin": "BMC", "ready_at": "2017-01-31T06:00Z", "precedence_scheme": "UK-STANAG3204", "precedence_code": "P2",
        "specialty": "general-surgery", "clinical_notes": format!("{key} {notes}"),
    }});
    let create = ("POST", "/api/v1/operations/op/requests");
    let once = [("idempotency-key", key.as_str())];
    let Some(reply) = siege.until_done(&siege.clinician, create, &body, &once) else {
        return Ok(());
    };
    let id = reply.json()?["id"].as_str().context("it has an id")?.to_owned();
    if count.is_multiple_of(5) {
        let again = siege.until_done(&siege.clinician, create, &body, &once);
        siege.replays.fetch_add(1, Ordering::Relaxed);
        if again.is_none_or(|again| again.json().is_ok_and(|again| again["id"] != id.as_str())) {
            siege.breach(format!("{key} was done twice"));
        }
    }
    let mut version = 1;
    let path = format!("/api/v1/requests/{id}");
    let submit = format!("{path}/submit");
    let amended = json!({"row": {"clinical_notes": "synthetic, changed"}});
    let steps = [
        (2, ("PATCH", path.as_str()), amended),
        (3, ("POST", submit.as_str()), json!({"basis": "consent"})),
    ];
    for (every, to, body) in steps {
        if count.is_multiple_of(every) {
            let (key, tag) = (format!("{key}-{every}"), format!("\"{version}\""));
            let headers = [("idempotency-key", key.as_str()), ("if-match", tag.as_str())];
            if siege.until_done(&siege.clinician, to, &body, &headers).is_some() {
                version += 1;
            }
        }
    }
    siege.made.lock().expect("no client panics").push(Made { id, version });
    Ok(())
}

/// Orders plans, each once.
fn order(siege: &Siege) {
    for seed in 1.. {
        if !siege.goes_on() {
            return;
        }
        let body = json!({"kind": "plan", "work": 20_000, "seed": seed});
        let path = ("POST", "/api/v1/operations/op/jobs");
        let key = format!("siege-job-{seed}");
        let reply = siege.until_done(&siege.planner, path, &body, &[("idempotency-key", &key)]);
        if let Some(id) = reply.and_then(|reply| reply.json().ok()?["id"].as_str().map(str::to_owned)) {
            siege.jobs.lock().expect("no client panics").push(id);
        }
        std::thread::sleep(Duration::from_millis(700));
    }
}

/// Waits until every job has ended; how many in which state.
fn jobs_ended(siege: &Siege) -> Result<BTreeMap<String, usize>> {
    let until = Instant::now() + JOBS;
    loop {
        let jobs = siege.client(0).pages(&siege.planner, "/api/v1/jobs")?;
        let mut states = BTreeMap::new();
        for job in &jobs {
            *states.entry(text(&job["state"])).or_insert(0) += 1;
        }
        let waits = states.contains_key("queued") || states.contains_key("running");
        if waits && Instant::now() < until {
            std::thread::sleep(Duration::from_secs(1));
            continue;
        }
        for job in &jobs {
            let (id, state) = (text(&job["id"]), text(&job["state"]));
            if !(state == "done" || state == "failed" && !job["outcome"].is_null()) {
                siege.breach(format!("job {id} is {state} after {JOBS:?}"));
            }
        }
        let ordered = siege.jobs.lock().expect("no client panics");
        if jobs.len() > ordered.len() {
            siege.breach(format!("{} jobs acknowledged, {} there", ordered.len(), jobs.len()));
        }
        for id in ordered.iter() {
            if !jobs.iter().any(|job| job["id"] == id.as_str()) {
                siege.breach(format!("job {id} was acknowledged and is not there"));
            }
        }
        return Ok(states);
    }
}

/// Compares what one server shows with what was acknowledged.
fn judged(siege: &Siege, address: &str) -> Result<()> {
    let mut client = Client::new(address);
    let shown = client.pages(&siege.clinician, "/api/v1/requests")?;
    let mut found: BTreeMap<String, u64> = BTreeMap::new();
    let mut states: BTreeMap<String, usize> = BTreeMap::new();
    for request in &shown {
        found.insert(text(&request["id"]), request["version"].as_u64().unwrap_or(0));
        *states.entry(text(&request["standing"]["state"])).or_default() += 1;
    }
    let made = siege.made.lock().expect("no client panics");
    let sum: usize = states.values().sum();
    println!("{address}: {sum} requests, {states:?}");
    if sum != made.len() || found.len() != made.len() {
        siege.breach(format!(
            "{} created, {sum} shown, {} of them different",
            made.len(),
            found.len()
        ));
    }
    for one in made.iter() {
        if found.get(&one.id) != Some(&one.version) {
            let shown = found.get(&one.id);
            siege.breach(format!(
                "{}: version {} was acknowledged, {shown:?} shown",
                one.id, one.version
            ));
        }
        let history = client.get(&siege.clinician, &format!("/api/v1/requests/{}/history", one.id))?;
        let history = history.good()?.json()?;
        let facts = history["facts"].as_array().into_iter().flatten();
        let versions: Vec<u64> = facts.filter_map(|fact| fact["version"].as_u64()).collect();
        if versions != (1..=one.version).collect::<Vec<u64>>() {
            siege.breach(format!("{}: versions {versions:?}", one.id));
        }
    }
    Ok(())
}

fn text(value: &Value) -> String {
    value.as_str().unwrap_or_default().to_owned()
}

fn told(siege: &Siege, jobs: &BTreeMap<String, usize>, audit: &str) -> Result<()> {
    let made = siege.made.lock().expect("no client panics").len();
    let ordered = siege.jobs.lock().expect("no client panics").len();
    let (retries, replays) = (
        siege.retries.load(Ordering::Relaxed),
        siege.replays.load(Ordering::Relaxed),
    );
    println!("{made} requests acknowledged, {retries} retries, {replays} sent again on purpose");
    println!("{ordered} jobs acknowledged, of all: {jobs:?}");
    println!("audit: {audit}");
    let breaches = siege.breaches.lock().expect("no client panics");
    for breach in breaches.iter() {
        println!("breach: {breach}");
    }
    ensure!(breaches.is_empty(), "{} breaches", breaches.len());
    Ok(())
}
