//! The tables of public instances. The instances are not part of the project: paths to them come in.
//!
//! A `best-known.csv` beside the instances (`instance, vehicles, cost, status, …`) gives what gaps are measured from.

use std::collections::BTreeMap;
use std::path::{Path, PathBuf};
use std::process::Command;
use std::time::Instant;

use airbridge_instances::{Bound, Format, Objective, Routes};
use airbridge_solver::search::{Limits, solve};
use anyhow::{Context, Result, bail, ensure};

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

/// What is known of an instance.
#[derive(Clone, Copy)]
struct Known {
    vehicles: usize,
    cost: f64,
}

/// One solution.
struct Run {
    left_out: usize,
    vehicles: usize,
    cost: f64,
    seconds: f64,
    iterations: u64,
}

/// All runs of one instance.
struct Row {
    name: String,
    requests: usize,
    objective: Objective,
    known: Option<Known>,
    /// What no solution can cost less than; only where distance is all that counts.
    bound: Option<Bound>,
    runs: Vec<Run>,
}

/// Below this a gap is rounding of the published figures, which have two decimals at worst.
const ROUNDING: f64 = 0.000_05;

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

fn files(paths: &[PathBuf]) -> Result<Vec<PathBuf>> {
    let mut files = Vec::new();
    for path in paths {
        if path.is_dir() {
            let entries = std::fs::read_dir(path).with_context(|| format!("{} cannot be listed", path.display()))?;
            for entry in entries {
                let file = entry?.path();
                if file.extension().is_some_and(|ext| ext == "txt") {
                    files.push(file);
                }
            }
        } else {
            files.push(path.clone());
        }
    }
    files.sort();
    Ok(files)
}

fn row(file: &Path, format: Format, arguments: &Arguments) -> Result<Row> {
    let name = file.file_stem().unwrap_or_default().to_string_lossy().into_owned();
    let bytes = std::fs::read(file).with_context(|| format!("{} cannot be read", file.display()))?;
    let instance =
        airbridge_instances::read(&bytes, Some(format)).with_context(|| format!("{} is not read", file.display()))?;
    let problem = instance.problem();
    let mut runs = Vec::new();
    for &seed in &arguments.seeds {
        let limits = Limits {
            work: None,
            seed,
            threads: 1,
        };
        let begun = Instant::now();
        let outcome = super::search_for(arguments.seconds, |signal| solve(&problem, &limits, signal))??;
        let seconds = begun.elapsed().as_secs_f64();
        let routes = Routes::of(&instance, &outcome.solution);
        let left_out = problem.requests.len() - outcome.solution.served_count();
        if left_out == 0
            && let Err(why) = routes.check(&instance)
        {
            bail!("{name}, seed {seed}: {why}");
        }
        runs.push(Run {
            left_out,
            vehicles: routes.routes.len(),
            cost: routes.cost,
            seconds,
            iterations: outcome.iterations,
        });
    }
    Ok(Row {
        known: known_beside(file, &name)?,
        name,
        requests: problem.requests.len(),
        objective: instance.objective(),
        bound: (instance.objective() == Objective::Distance).then(|| instance.bound()),
        runs,
    })
}

/// The best known of an instance, from the list in its folder.
fn known_beside(file: &Path, name: &str) -> Result<Option<Known>> {
    let list = file.with_file_name("best-known.csv");
    let text = match std::fs::read_to_string(&list) {
        Ok(text) => text,
        Err(error) if error.kind() == std::io::ErrorKind::NotFound => return Ok(None),
        Err(error) => return Err(error).with_context(|| format!("{} cannot be read", list.display())),
    };
    let line = text.lines().find(|line| line.split(',').next() == Some(name));
    let known = line.map(|line| {
        let mut cells = line.split(',').skip(1).map(str::trim);
        let vehicles = cells.next().and_then(|cell| cell.parse().ok());
        let cost = cells.next().and_then(|cell| cell.parse().ok());
        let (vehicles, cost) = vehicles
            .zip(cost)
            .with_context(|| format!("{}: the line of {name} is not understood", list.display()))?;
        Ok(Known { vehicles, cost })
    });
    known.transpose()
}

impl Row {
    /// Cost above the best known in percent, where everybody is served with as few vehicles as known.
    fn gap(&self, run: &Run) -> Option<f64> {
        let known = self.known?;
        let fleet_fits = match self.objective {
            Objective::Distance => true,
            Objective::VehiclesThenDistance => run.vehicles == known.vehicles,
        };
        (run.left_out == 0 && fleet_fits).then(|| 100.0 * (run.cost / known.cost - 1.0))
    }

    fn mean_gap(&self) -> Option<f64> {
        let gaps: Vec<f64> = self.runs.iter().filter_map(|run| self.gap(run)).collect();
        (gaps.len() == self.runs.len() && !gaps.is_empty()).then(|| gaps.iter().sum::<f64>() / gaps.len() as f64)
    }

    /// The bound below the best cost of all runs that serve everybody, in percent of that cost; with a mark where that is proved optimal.
    fn bound_gap(&self) -> Option<String> {
        let bound = self.bound?;
        let whole = self.runs.iter().filter(|run| run.left_out == 0);
        let cost = whole.map(|run| run.cost).min_by(f64::total_cmp)?;
        let gap = (100.0 * (cost - bound.cost) / cost).max(0.0);
        let mark = if bound.proves(cost) { " (optimal)" } else { "" };
        Some(format!("{gap:.3}{mark}"))
    }

    /// Runs that reach the best known.
    fn reached(&self) -> usize {
        let reaches = |run: &&Run| self.gap(run).is_some_and(|gap| gap <= 100.0 * ROUNDING);
        self.runs.iter().filter(reaches).count()
    }

    fn line(&self) -> String {
        let all = |figure: fn(&Run) -> String| self.runs.iter().map(figure).collect::<Vec<_>>().join(" ");
        let known = self.known.map_or_else(
            || "–".to_owned(),
            |known| match self.objective {
                Objective::Distance => format!("{:.2}", known.cost),
                Objective::VehiclesThenDistance => format!("{} / {:.2}", known.vehicles, known.cost),
            },
        );
        let gap = self
            .mean_gap()
            .map_or_else(|| "–".to_owned(), |gap| format!("{gap:.3}"));
        let mean = |figure: fn(&Run) -> f64| self.runs.iter().map(figure).sum::<f64>() / self.runs.len().max(1) as f64;
        let bounds = match self.bound {
            None => String::new(),
            Some(bound) => {
                let gap = self.bound_gap().unwrap_or_else(|| "–".to_owned());
                format!(" {:.2} | {gap} |", bound.cost)
            }
        };
        format!(
            "| {} | {} | {known} | {} | {} | {} | {gap} | {} of {} | {:.1} | {:.0} |{bounds}",
            self.name,
            self.requests,
            all(|run| run.left_out.to_string()),
            all(|run| run.vehicles.to_string()),
            all(|run| format!("{:.2}", run.cost)),
            self.reached(),
            self.runs.len(),
            mean(|run| run.seconds),
            mean(|run| run.iterations as f64),
        )
    }
}

const HEADER: &str =
    "| instance | requests | best known | left out | vehicles | cost | mean gap % | at best known | s | iterations |
|---|---:|---:|---:|---:|---:|---:|---:|---:|---:|";

/// Further columns where there is a bound.
const BOUND_HEADER: (&str, &str) = (" bound | bound gap % |", "---:|---:|");

fn header(rows: &[Row]) -> String {
    if rows.iter().all(|row| row.bound.is_none()) {
        return HEADER.to_owned();
    }
    HEADER
        .lines()
        .zip([BOUND_HEADER.0, BOUND_HEADER.1])
        .map(|(line, more)| format!("{line}{more}"))
        .collect::<Vec<_>>()
        .join("\n")
}

fn summary(rows: &[Row]) -> String {
    let runs: usize = rows.iter().map(|row| row.runs.len()).sum();
    let reached: usize = rows.iter().map(Row::reached).sum();
    let gaps: Vec<f64> = rows.iter().filter_map(Row::mean_gap).collect();
    let mean = gaps.iter().sum::<f64>() / gaps.len().max(1) as f64;
    format!(
        "{} instances, {runs} runs: {reached} at the best known; mean gap {mean:.3} % over the {} instances that have one in every run.",
        rows.len(),
        gaps.len()
    )
}

fn table(rows: &[Row], format: Format, arguments: &Arguments) -> Result<String> {
    let output = Command::new("git").args(["rev-parse", "--short", "HEAD"]).output();
    let commit = output.context("git tells the commit")?.stdout;
    let lines: Vec<String> = rows.iter().map(Row::line).collect();
    Ok(format!(
        "# {format}, {} s, {}\n\nCommit {}, release build, {} {}, {} at once on one thread each, seeds {:?}. Made by `cargo xtask bench {format}`.\nFigures of several seeds stand in the order of the seeds.\n\n{}\n{}\n\n{}\n",
        arguments.seconds,
        jiff::Zoned::now().date(),
        String::from_utf8_lossy(&commit).trim(),
        std::env::consts::OS,
        std::env::consts::ARCH,
        arguments.jobs.max(1),
        arguments.seeds,
        header(rows),
        lines.join("\n"),
        summary(rows),
    ))
}

/// The newest table of a kind: names end in the date.
fn newest(folder: &Path, kind: &str) -> Option<PathBuf> {
    let entries = std::fs::read_dir(folder).ok()?;
    let of_kind = |path: &PathBuf| {
        let name = path.file_name().unwrap_or_default().to_string_lossy();
        name.starts_with(&format!("{kind}-"))
    };
    entries.flatten().map(|entry| entry.path()).filter(of_kind).max()
}

/// What changed against an earlier table: mean gaps that differ.
fn changes(rows: &[Row], last: &Path) -> Result<String> {
    let text = std::fs::read_to_string(last).with_context(|| format!("{} cannot be read", last.display()))?;
    let before: BTreeMap<&str, Option<f64>> = text
        .lines()
        .filter_map(|line| {
            let cells: Vec<&str> = line.split('|').map(str::trim).collect();
            (cells.len() > 8).then(|| (cells[1], cells[7].parse().ok()))
        })
        .collect();
    let mut lines = vec![format!("Against {}:", last.display())];
    for row in rows {
        let Some(then) = before.get(row.name.as_str()) else {
            continue;
        };
        let now = row.mean_gap();
        let words = |gap: Option<f64>| gap.map_or_else(|| "none".to_owned(), |gap| format!("{gap:.3} %"));
        if words(*then) != words(now) {
            lines.push(format!("  {}: gap {} → {}", row.name, words(*then), words(now)));
        }
    }
    if lines.len() == 1 {
        lines.push("  no gap changed".to_owned());
    }
    Ok(lines.join("\n"))
}
