//! Answer times and memory at several sizes of the record: nine reads to one write, for a given time.

use std::fmt::Write as _;
use std::path::PathBuf;
use std::time::{Duration, Instant};

use airbridge_interchange::write_workbook;
use airbridge_testkit::generate::hub;
use anyhow::{Context, Result, ensure};
use serde_json::json;

use super::process::{PASSWORD, Program};
use airbridge_desk::XLSX;
use airbridge_desk::wire::{Client, Reply, bearer};

/// The largest size may be so much slower than the smallest, at the 99th percentile.
const BAR: f64 = 3.0;

/// Of so many requests one is a write.
const WRITES: u64 = 10;

/// Measure answer times of a server under a mix of reads and writes.
#[derive(clap::Args)]
pub(crate) struct Arguments {
    /// Patients in the record, smallest first.
    #[arg(long, value_delimiter = ',', default_value = "100,10000")]
    patients: Vec<usize>,
    /// Time for each size.
    #[arg(long, default_value_t = 20)]
    seconds: u64,
    /// Connections that ask at once.
    #[arg(long, default_value_t = 8)]
    clients: u64,
    /// Folder for the table.
    #[arg(long, default_value = "benchmarks/results")]
    out: PathBuf,
    /// The program to measure; else the release build.
    #[arg(long)]
    program: Option<PathBuf>,
}

/// What was measured at one size.
struct Figures {
    patients: usize,
    imported: Duration,
    took: Duration,
    reads: Vec<Duration>,
    writes: Vec<Duration>,
    errors: Vec<String>,
    resident: (u64, u64),
}

pub(crate) fn run(arguments: &Arguments) -> Result<()> {
    let mut all = Vec::new();
    for patients in &arguments.patients {
        let figures = measure(arguments, *patients).with_context(|| format!("{patients} patients"))?;
        eprintln!("{}", row(&figures));
        all.push(figures);
    }
    let text = table(arguments, &all);
    print!("{text}");
    let file = format!("record-load-{}.md", jiff::Zoned::now().date());
    std::fs::create_dir_all(&arguments.out)?;
    std::fs::write(arguments.out.join(file), &text).context("the table cannot be written")?;
    let errors: Vec<&String> = all.iter().flat_map(|figures| &figures.errors).collect();
    ensure!(errors.is_empty(), "{} errors, first: {}", errors.len(), errors[0]);
    Ok(())
}

/// A record with sessions for those who ask.
struct Desk {
    address: String,
    clinician: String,
    planner: String,
    regulating: String,
    ids: Vec<String>,
}

fn measure(arguments: &Arguments, patients: usize) -> Result<Figures> {
    let folder = tempfile::tempdir()?;
    let store = format!("sqlite:{}", folder.path().join("record.db").display());
    let program = Program::new(arguments.program.as_deref(), store, folder.path())?;
    program.add_user("clinician", "origin", "referring-clinician")?;
    program.add_user("planner", "ministry", "airlift-planner")?;
    program.add_user("regulating", "ministry", "regulating-officer")?;
    let server = program.serve()?;
    let begun = Instant::now();
    let desk = prepared(&server.address, patients)?;
    let imported = begun.elapsed();
    let before = server.resident()?;
    let begun = Instant::now();
    let until = begun + Duration::from_secs(arguments.seconds);
    let mixes = std::thread::scope(|scope| {
        let start = |number| {
            let desk = &desk;
            scope.spawn(move || Mix::new(desk, number).run(until))
        };
        let threads: Vec<_> = (0..arguments.clients).map(start).collect();
        let join = |thread: std::thread::ScopedJoinHandle<'_, _>| thread.join().expect("a client does not panic");
        threads.into_iter().map(join).collect::<Vec<Mix<'_>>>()
    });
    let mut figures = Figures {
        patients,
        imported,
        took: begun.elapsed(),
        reads: Vec::new(),
        writes: Vec::new(),
        errors: Vec::new(),
        resident: (before, server.resident()?),
    };
    for mix in mixes {
        figures.reads.extend(mix.reads);
        figures.writes.extend(mix.writes);
        figures.errors.extend(mix.errors);
    }
    figures.reads.sort_unstable();
    figures.writes.sort_unstable();
    Ok(figures)
}

/// Sessions, and an operation with so many patients, all cleared to fly.
fn prepared(address: &str, patients: usize) -> Result<Desk> {
    let mut client = Client::new(address);
    let desk = Desk {
        address: address.to_owned(),
        clinician: client.log_in("clinician", PASSWORD)?,
        planner: client.log_in("planner", PASSWORD)?,
        regulating: client.log_in("regulating", PASSWORD)?,
        ids: Vec::new(),
    };
    let operation = hub(patients, 1);
    let path = format!(
        "/api/v1/operations/op/import?basis=consent&organisation=origin&cleared_until={}",
        operation.horizon.to
    );
    let headers = [("authorization", &*bearer(&desk.planner)), ("content-type", XLSX)];
    let workbook = write_workbook(&operation);
    let size = workbook.len();
    let reply = client.ask("POST", &path, &headers, &workbook)?.good();
    let reply = reply.with_context(|| format!("an import of {size} bytes"))?;
    let taken = reply.json()?["rows_taken"].as_u64().unwrap_or(0);
    ensure!(taken > 0, "nothing was taken in: {}", reply.text());
    let ids = operation
        .patients
        .iter()
        .map(|patient| patient.id.to_string())
        .collect();
    Ok(Desk { ids, ..desk })
}

/// One client: what it asks next, and what it has measured.
struct Mix<'d> {
    desk: &'d Desk,
    client: Client,
    number: u64,
    asked: u64,
    /// The request that this client wrote last, and its tag.
    own: Option<(String, String)>,
    reads: Vec<Duration>,
    writes: Vec<Duration>,
    errors: Vec<String>,
}

impl<'d> Mix<'d> {
    fn new(desk: &'d Desk, number: u64) -> Self {
        Self {
            desk,
            client: Client::new(&desk.address),
            number,
            asked: 0,
            own: None,
            reads: Vec::new(),
            writes: Vec::new(),
            errors: Vec::new(),
        }
    }

    fn run(mut self, until: Instant) -> Self {
        while Instant::now() < until {
            self.asked += 1;
            let is_write = self.asked.is_multiple_of(WRITES);
            let begun = Instant::now();
            let reply = if is_write { self.write() } else { self.read() };
            let took = begun.elapsed();
            if is_write {
                self.writes.push(took);
            } else {
                self.reads.push(took);
            }
            match reply {
                Ok(reply) if reply.is_good() || is_write && reply.status == 412 => {}
                Ok(reply) => self.errors.push(format!("{}: {}", reply.status, reply.text())),
                Err(error) => self.errors.push(format!("{error:#}")),
            }
        }
        self
    }

    fn read(&mut self) -> Result<Reply> {
        let desk = self.desk;
        // Steps of a large prime go through all ids in an order of their own for each client.
        let place = (self.asked * 7919 + self.number * 104_729) as usize % desk.ids.len();
        let id = &desk.ids[place];
        match self.asked % 9 {
            0..=3 => self.client.get(&desk.clinician, &format!("/api/v1/requests/{id}")),
            4 | 5 => self
                .client
                .get(&desk.clinician, &format!("/api/v1/requests?limit=50&after={id}")),
            6 => self.client.get(&desk.regulating, "/api/v1/worklist?limit=50"),
            7 => self.client.get(&desk.planner, "/api/v1/missions?limit=50"),
            _ => self.client.get(&desk.regulating, "/api/v1/needs?limit=50"),
        }
    }

    /// Creates a request, and next time changes it.
    fn write(&mut self) -> Result<Reply> {
        let desk = self.desk;
        if let Some((id, tag)) = self.own.take() {
            let path = format!("/api/v1/requests/{id}");
            let body = json!({"row": {"clinical_notes": "synthetic, changed"}});
            let tag = [("if-match", tag.as_str())];
            return self.client.send(&desk.clinician, ("PATCH", &path), &body, &tag);
        }
        let key = format!("load-{}-{}", self.number, self.asked);
        // Without an age nobody takes it for a patient who is there.
        let body = json!({"row": {"origin": "LVIV", "specialty": "burns", "clinical_notes": "synthetic"}});
        let to = ("POST", "/api/v1/operations/op/requests");
        let reply = self
            .client
            .send(&desk.clinician, to, &body, &[("idempotency-key", &key)])?;
        if reply.is_good() {
            let id = reply.json()?["id"].as_str().map(str::to_owned);
            self.own = id.zip(reply.etag.clone());
        }
        Ok(reply)
    }
}

/// Milliseconds that so many per cent do not exceed, of sorted times.
fn percentile(times: &[Duration], percent: usize) -> f64 {
    let place = (times.len() * percent).div_ceil(100).saturating_sub(1);
    times.get(place).map_or(f64::NAN, |time| time.as_secs_f64() * 1e3)
}

fn row(figures: &Figures) -> String {
    let Figures { reads, writes, .. } = figures;
    let asked = reads.len() + writes.len();
    let rate = asked as f64 / figures.took.as_secs_f64();
    let times = |times: &[Duration]| {
        [50, 90, 99]
            .map(|percent| format!("{:.1}", percentile(times, percent)))
            .join(" / ")
    };
    format!(
        "| {} | {:.1} | {asked} | {} | {} | {} | {rate:.0} | {} | {} |",
        figures.patients,
        figures.imported.as_secs_f64(),
        figures.errors.len(),
        times(reads),
        times(writes),
        figures.resident.0 / 1024,
        figures.resident.1 / 1024,
    )
}

fn table(arguments: &Arguments, all: &[Figures]) -> String {
    let mut text = format!(
        "# The record under load\n\n{} clients for {} s, nine reads to one write; SQLite; server and clients share {} \
         processors. Times are p50 / p90 / p99 in ms, memory is resident MiB before and after.\n\n\
         | patients | import s | requests | errors | reads | writes | a second | before | after |\n\
         |---|---|---|---|---|---|---|---|---|\n",
        arguments.clients,
        arguments.seconds,
        std::thread::available_parallelism().map_or(1, std::num::NonZero::get),
    );
    for figures in all {
        text.push_str(&row(figures));
        text.push('\n');
    }
    if let (Some(small), Some(large)) = (all.first(), all.last()) {
        let ratio = |of: fn(&Figures) -> &[Duration]| percentile(of(large), 99) / percentile(of(small), 99);
        let (reads, writes) = (ratio(|one| &one.reads), ratio(|one| &one.writes));
        let is_met = if reads <= BAR && writes <= BAR { "met" } else { "missed" };
        let (small, large) = (small.patients, large.patients);
        let _ = writeln!(
            text,
            "\np99 at {large} over p99 at {small}: reads {reads:.2}, writes {writes:.2} (bar {BAR}: {is_met})."
        );
    }
    text
}
