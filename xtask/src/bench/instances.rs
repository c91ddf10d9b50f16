//! The tables of public instances. The instances are not part of the project: paths to them come in.
//!
//! A `best-known.csv` beside the instances (`instance, vehicles, cost, status, …`) gives what gaps are measured from.

mod compare;
mod earlier;
mod files;
mod known;
mod measure;
mod peer;
mod row;
mod table;

use std::path::PathBuf;
use std::sync::Mutex;
use std::sync::atomic::{AtomicUsize, Ordering};

use airbridge_instances::Format;
use anyhow::{Context, Result, ensure};

use compare::OURS;
use earlier::{changes, newest};
use files::files;
use measure::row;
use peer::Peer;
use row::Row;
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
    /// Another solver, measured in turn with ours: `NAME=COMMAND`, with {file}, {seconds}, {seed} and {out} in the command, which writes
    /// `{"routes": [[node, …], …]}` to {out}. May be given several times.
    #[arg(long = "peer", value_name = "NAME=COMMAND")]
    peers: Vec<Peer>,
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
    check_peers(arguments)?;
    let next = AtomicUsize::new(0);
    let rows: Vec<Mutex<Option<Result<Row>>>> = files.iter().map(|_| Mutex::new(None)).collect();
    std::thread::scope(|scope| {
        for _ in 0..arguments.jobs.max(1) {
            scope.spawn(|| {
                loop {
                    let at = next.fetch_add(1, Ordering::Relaxed);
                    let Some(file) = files.get(at) else { return };
                    let row = row(file, format, arguments);
                    match &row {
                        Ok(row) => println!("{}", row.line()),
                        // What is left would be measured for nothing.
                        Err(_) => next.store(files.len(), Ordering::Relaxed),
                    }
                    *rows[at].lock().expect("nobody panics with it") = Some(row);
                }
            });
        }
    });
    let rows: Vec<Row> = rows
        .into_iter()
        .filter_map(|row| row.into_inner().expect("nobody panics with it"))
        .collect::<Result<_>>()?;
    let text = table(&rows, format, arguments)?;
    let kind = format!("{format}-{}s", arguments.seconds);
    let last = newest(&arguments.out, &kind);
    println!("\n{}", summary(&rows, &arguments.peers));
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

/// Whether the peers can be measured, and told apart.
fn check_peers(arguments: &Arguments) -> Result<()> {
    let peers = &arguments.peers;
    ensure!(
        peers.is_empty() || arguments.jobs <= 1,
        "with a peer one instance is solved at a time: leave --jobs at 1"
    );
    for (at, peer) in peers.iter().enumerate() {
        let taken = peer.name == OURS || peers[..at].iter().any(|other| other.name == peer.name);
        ensure!(!taken, "the name {} is taken: give the peer another", peer.name);
    }
    Ok(())
}

#[cfg(test)]
mod tests {
    use clap::Parser;

    use super::*;

    #[derive(Parser)]
    struct Line {
        #[command(flatten)]
        arguments: Arguments,
    }

    fn check(words: &[&str]) -> Result<()> {
        let line = [&["bench", "folder"], words].concat();
        check_peers(&Line::try_parse_from(line)?.arguments)
    }

    #[test]
    fn several_peers_are_told_apart_and_measured_one_at_a_time() {
        assert!(check(&["--peer", "a=solver {out}", "--peer", "b=solver {out}"]).is_ok());
        assert!(check(&["--peer", "a=solver {out}", "--peer", "a=solver {out}"]).is_err());
        assert!(check(&["--peer", "airbridge=solver {out}"]).is_err());
        assert!(check(&["--peer", "a=solver {out}", "--jobs", "2"]).is_err());
        assert!(check(&["--jobs", "2"]).is_ok());
        assert!(check(&["--peer", "a=solver"]).is_err());
    }
}
