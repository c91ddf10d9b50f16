//! The operations table: each case in a process of its own, so that memory is its own too.

use std::process::Command;
use std::time::Instant;

use airbridge_check::Checker;
use airbridge_model::Operation;
use airbridge_planner::{Planner, Settings};
use airbridge_solver::search::StopSignal;
use airbridge_testkit::generate;
use anyhow::{Context, Result, bail};

/// The operations table.
#[derive(clap::Args)]
pub(crate) struct Arguments {
    /// Only the small cases, and short searches.
    #[arg(long)]
    quick: bool,
    /// Seconds to search on after the first plan; the cases' own otherwise.
    #[arg(long)]
    seconds: Option<f64>,
    /// Random seeds, one row each.
    #[arg(long, value_delimiter = ',', default_value = "1")]
    seeds: Vec<u64>,
    /// Write the table here as well.
    #[arg(long)]
    out: Option<std::path::PathBuf>,
    /// Run one case and print its row; what the command does with itself.
    #[arg(long, hide = true)]
    case: Option<String>,
}

struct Case {
    family: &'static str,
    patients: usize,
    /// Seconds of search after the first plan.
    seconds: f64,
    /// Left out of the quick table.
    large: bool,
}

const CASES: &[Case] = &[
    Case {
        family: "benghazi",
        patients: 70,
        seconds: 5.0,
        large: false,
    },
    Case {
        family: "benghazi",
        patients: 700,
        seconds: 20.0,
        large: true,
    },
    Case {
        family: "hub",
        patients: 100,
        seconds: 5.0,
        large: false,
    },
    Case {
        family: "hub",
        patients: 1_000,
        seconds: 30.0,
        large: false,
    },
    Case {
        family: "waiting-list",
        patients: 1_200,
        seconds: 20.0,
        large: false,
    },
    Case {
        family: "waiting-list",
        patients: 12_000,
        seconds: 120.0,
        large: true,
    },
];

const HEADER: &str = "| case | seed | translate s | first checked plan s | moved | on time | at most | on time (search) | moved (search) | search s | h in transit | flying h | work | peak MB |
|---|---:|---:|---:|---:|---:|---:|---:|---:|---:|---:|---:|---:|---:|";

pub(crate) fn run(arguments: &Arguments) -> Result<()> {
    if let Some(case) = &arguments.case {
        return one(case);
    }
    let mut table = vec![HEADER.to_owned()];
    println!("{HEADER}");
    let program = std::env::current_exe().context("this program has a path")?;
    for case in CASES.iter().filter(|case| !(arguments.quick && case.large)) {
        for seed in &arguments.seeds {
            let quick = if arguments.quick {
                2.0_f64.min(case.seconds)
            } else {
                case.seconds
            };
            let seconds = arguments.seconds.unwrap_or(quick);
            let output = Command::new(&program)
                .args(["bench", "operations", "--case"])
                .arg(format!("{},{},{seed},{seconds}", case.family, case.patients))
                .output()
                .context("the case cannot be started")?;
            if !output.status.success() {
                bail!(
                    "{} {}: {}",
                    case.family,
                    case.patients,
                    String::from_utf8_lossy(&output.stderr)
                );
            }
            let row = String::from_utf8_lossy(&output.stdout).trim().to_owned();
            println!("{row}");
            table.push(row);
        }
    }
    if let Some(out) = &arguments.out {
        std::fs::write(out, table.join("\n") + "\n").with_context(|| format!("{} cannot be written", out.display()))?;
    }
    Ok(())
}

fn one(case: &str) -> Result<()> {
    let parts: Vec<&str> = case.split(',').collect();
    let [family, patients, seed, seconds] = parts[..] else {
        bail!("a case is FAMILY,PATIENTS,SEED,SECONDS")
    };
    let (patients, seed, seconds): (usize, u64, f64) = (patients.parse()?, seed.parse()?, seconds.parse()?);
    let operation = generated(family, patients, seed)?;
    let threads = std::thread::available_parallelism().map_or(1, usize::from);

    let begun = Instant::now();
    let planner = Planner::new(&operation)?;
    let translated = begun.elapsed();
    let first_settings = Settings {
        seed,
        work: Some(0),
        threads,
    };
    let outcome = planner.solve(&first_settings, &StopSignal::new())?;
    let first = planner.plan(&outcome, &first_settings);
    let checker = Checker::new(&operation);
    refuse(&checker.check(&first))?;
    let first_checked = begun.elapsed();

    let begun = Instant::now();
    let settings = Settings {
        seed,
        work: None,
        threads,
    };
    let outcome = super::search_for(seconds, |signal| planner.solve(&settings, signal))??;
    let plan = planner.plan(&outcome, &settings);
    refuse(&checker.check(&plan))?;
    let searched = begun.elapsed();
    let on_time = |plan: &airbridge_model::Plan| plan.measures.levels.iter().map(|level| level.on_time).sum::<u32>();
    println!(
        "| {family} {patients} | {seed} | {:.3} | {:.3} | {} | {} | {} | {} | {} | {:.1} | {:.0} | {:.0} | {} | {} |",
        translated.as_secs_f64(),
        first_checked.as_secs_f64(),
        first.journeys.len(),
        on_time(&first),
        plan.bound.on_time_patients,
        on_time(&plan),
        plan.journeys.len(),
        searched.as_secs_f64(),
        plan.measures.transit_hours,
        plan.measures.flying_hours,
        outcome.work,
        peak_megabytes().map_or_else(|| "?".to_owned(), |peak| peak.to_string()),
    );
    Ok(())
}

fn generated(family: &str, patients: usize, seed: u64) -> Result<Operation> {
    Ok(match family {
        "benghazi" => generate::benghazi(patients, seed),
        "hub" => generate::hub(patients, seed),
        "waiting-list" => generate::waiting_list(patients, seed),
        _ => bail!("{family} is not a family"),
    })
}

fn refuse(findings: &[airbridge_model::Finding]) -> Result<()> {
    match findings.first() {
        None => Ok(()),
        Some(first) => bail!(
            "the checker refuses the plan, {} findings, first: {first}",
            findings.len()
        ),
    }
}

/// Peak resident memory of this process, where the system tells (Linux).
fn peak_megabytes() -> Option<u64> {
    let status = std::fs::read_to_string("/proc/self/status").ok()?;
    let line = status.lines().find(|line| line.starts_with("VmHWM:"))?;
    let kilobytes: u64 = line.split_whitespace().nth(1)?.parse().ok()?;
    Some(kilobytes / 1024)
}
