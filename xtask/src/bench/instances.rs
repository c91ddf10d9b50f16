//! The tables of public instances. The instances are not part of the project: paths to them come in.
//!
//! A `best-known.csv` beside the instances (`instance, vehicles, cost, status, …`) gives what gaps are measured from.

mod earlier;
mod files;
mod known;
mod row;
mod table;

use std::path::PathBuf;

use airbridge_instances::Format;
use anyhow::{Context, Result, ensure};

use earlier::{changes, newest};
use files::files;
use row::{Row, row};
use table::{summary, table};

/// Public instances.
#[derive(clap::Args)]
pub(crate) struct Arguments {
    /// Instance files, or folders of them.
    #[arg(required = true)]
    paths: Vec<PathBuf>,
    /// Seconds of search, on one thread.
    #[arg(long, default_value_t = 10.0)]
    seconds: f64,
    /// Random seeds.
    #[arg(long, value_delimiter = ',', default_value = "1,2,3")]
    seeds: Vec<u64>,
    /// Instances that are solved at once, one thread each.
    #[arg(long, default_value_t = 1)]
    jobs: usize,
    /// Folder of the tables; the newest one there for the same format and time is compared with.
    #[arg(long, default_value = "benchmarks/results")]
    out: PathBuf,
    /// Print only, write nothing.
    #[arg(long)]
    dry: bool,
}

pub(crate) fn run(arguments: &Arguments, format: Format) -> Result<()> {
    let files = files(&arguments.paths)?;
    ensure!(!files.is_empty(), "there is no instance file at these paths");
    let next = std::sync::atomic::AtomicUsize::new(0);
    let rows: Vec<std::sync::Mutex<Option<Result<Row>>>> = files.iter().map(|_| std::sync::Mutex::new(None)).collect();
    std::thread::scope(|scope| {
        for _ in 0..arguments.jobs.max(1) {
            scope.spawn(|| {
                loop {
                    let at = next.fetch_add(1, std::sync::atomic::Ordering::Relaxed);
                    let Some(file) = files.get(at) else { return };
                    let row = row(file, format, arguments);
                    if let Ok(row) = &row {
                        println!("{}", row.line());
                    }
                    *rows[at].lock().expect("nobody panics with it") = Some(row);
                }
            });
        }
    });
    let rows: Vec<Row> = rows
        .into_iter()
        .map(|row| {
            let row = row.into_inner().expect("nobody panics with it");
            row.expect("every file was taken")
        })
        .collect::<Result<_>>()?;
    let text = table(&rows, format, arguments)?;
    let kind = format!("{format}-{}s", arguments.seconds);
    let last = newest(&arguments.out, &kind);
    println!("\n{}", summary(&rows));
    if let Some(last) = last {
        println!("{}", changes(&rows, &last)?);
    }
    if !arguments.dry {
        let path = arguments.out.join(format!("{kind}-{}.md", jiff::Zoned::now().date()));
        std::fs::write(&path, text).with_context(|| format!("{} cannot be written", path.display()))?;
        println!("wrote {}", path.display());
    }
    Ok(())
}
