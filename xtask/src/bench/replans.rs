//! The table of replans: the examples of the repository in execution, disrupted in every way.
//!
//! Of each replan it is measured how well promises are kept by those whom the disruption does not touch, how much better a plan would be that had promised
//! nothing, and whether each promise that was changed though it could be kept has brought at least its price.

mod afresh;
mod measure;
mod proof;
mod table;

use std::path::PathBuf;

use airbridge_model::{Operation, Plan};
use airbridge_planner::{Planner, Settings};
use airbridge_solver::search::StopSignal;
use airbridge_testkit::disruptions::KINDS;
use airbridge_testkit::examples::EXAMPLES;
use anyhow::{Context, Result, ensure};

pub(super) use self::measure::{Achieved, objective, open_promises, sound};
use self::measure::{Disrupted, Run, measure};
pub(super) use self::table::median;
use self::table::{row, table, totals};

/// Replans of the examples.
#[derive(clap::Args)]
pub(crate) struct Arguments {
    /// How often each kind of disruption is drawn for each example.
    #[arg(long, default_value_t = 20)]
    seeds: u64,
    /// The first seed.
    #[arg(long, default_value_t = 1)]
    from: u64,
    /// Work for each replan, and for each plan that it is compared with.
    #[arg(long, default_value_t = 4_000)]
    work: u64,
    /// Work for the plan that is disrupted, once for each example.
    #[arg(long, default_value_t = 200_000)]
    parent_work: u64,
    /// Promises tried of each replan, among those changed though they could be kept: what would keeping this one have cost?
    #[arg(long, default_value_t = 2)]
    proofs: usize,
    /// Work for each of these.
    #[arg(long, default_value_t = 1_000)]
    proof_work: u64,
    /// Only these kinds of disruption.
    #[arg(long, value_delimiter = ',')]
    kinds: Vec<String>,
    /// Only these examples, by folder.
    #[arg(long, value_delimiter = ',')]
    examples: Vec<String>,
    /// Say what each replan is worth, and name every promise that is changed, with the reason.
    #[arg(long)]
    list: bool,
    /// Folder of the tables.
    #[arg(long, default_value = "benchmarks/results")]
    out: PathBuf,
    /// Print only, write nothing.
    #[arg(long)]
    dry: bool,
}

pub(crate) fn run(arguments: &Arguments) -> Result<()> {
    let kinds = chosen(&KINDS, &arguments.kinds, "kind of disruption")?;
    let folders = EXAMPLES.map(|example| example.folder);
    let folders = chosen(&folders, &arguments.examples, "example")?;
    let mut runs: Vec<Run> = Vec::new();
    println!("{}", table::HEADER);
    for example in EXAMPLES.iter().filter(|example| folders.contains(&example.folder)) {
        let operation = example.generate();
        let parent = plan(&operation, arguments.parent_work)?;
        for kind in &kinds {
            let mut of_kind = Vec::new();
            for seed in arguments.from..arguments.from + arguments.seeds {
                let disrupted = Disrupted {
                    operation: &operation,
                    parent: &parent,
                    kind,
                    seed,
                    example: example.folder,
                };
                of_kind.extend(measure(&disrupted, arguments));
            }
            println!("{}", row(kind, example.folder, &of_kind.iter().collect::<Vec<_>>()));
            runs.extend(of_kind);
        }
    }
    println!("\n{}", totals(&runs, arguments));
    if !arguments.dry {
        let name = format!("replans-{}.md", jiff::Zoned::now().date());
        let path = arguments.out.join(name);
        std::fs::write(&path, table(&runs, arguments))
            .with_context(|| format!("{} cannot be written", path.display()))?;
        println!("wrote {}", path.display());
    }
    let refused = runs.iter().filter(|run| run.found.is_err()).count();
    ensure!(refused == 0, "{refused} replans were refused or not made");
    Ok(())
}

/// Those asked for, or all.
pub(super) fn chosen<'k>(all: &[&'k str], asked: &[String], what: &str) -> Result<Vec<&'k str>> {
    for name in asked {
        ensure!(
            all.contains(&name.as_str()),
            "there is no {what} {name}; there are {}",
            all.join(", ")
        );
    }
    let wanted = |name: &&&str| asked.is_empty() || asked.iter().any(|asked| asked == **name);
    Ok(all.iter().filter(wanted).copied().collect())
}

fn settings(seed: u64, work: u64) -> Settings {
    Settings {
        seed,
        work: Some(work),
        threads: 1,
    }
}

pub(super) fn plan(operation: &Operation, work: u64) -> Result<Plan> {
    let settings = settings(1, work);
    let planner = Planner::new(operation)?;
    let outcome = planner.solve(&settings, &StopSignal::new())?;
    Ok(planner.plan(&outcome, &settings))
}
