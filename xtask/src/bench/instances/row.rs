//! One instance, solved and measured.

use std::path::Path;
use std::time::Instant;

use airbridge_instances::{Bound, Format, Objective, Routes};
use airbridge_solver::search::{Limits, solve};
use anyhow::{Context, Result, bail};

use super::Arguments;
use super::known::{Known, known_beside};
use crate::bench::search_for;

/// One solution.
pub(super) struct Run {
    pub(super) left_out: usize,
    pub(super) vehicles: usize,
    pub(super) cost: f64,
    pub(super) seconds: f64,
    pub(super) iterations: u64,
}

/// All runs of one instance.
pub(super) struct Row {
    pub(super) name: String,
    pub(super) requests: usize,
    pub(super) objective: Objective,
    pub(super) known: Option<Known>,
    /// What no solution can cost less than; only where distance is all that counts.
    pub(super) bound: Option<Bound>,
    pub(super) runs: Vec<Run>,
}

/// Below this a gap is rounding of the published figures, which have two decimals at worst.
const ROUNDING: f64 = 0.000_05;

pub(super) fn row(file: &Path, format: Format, arguments: &Arguments) -> Result<Row> {
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
        let outcome = search_for(arguments.seconds, |signal| solve(&problem, &limits, signal))??;
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

impl Row {
    /// Cost above the best known in percent, where everybody is served with as few vehicles as known.
    pub(super) fn gap(&self, run: &Run) -> Option<f64> {
        let known = self.known?;
        let fleet_fits = match self.objective {
            Objective::Distance => true,
            Objective::VehiclesThenDistance => run.vehicles == known.vehicles,
        };
        (run.left_out == 0 && fleet_fits).then(|| 100.0 * (run.cost / known.cost - 1.0))
    }

    pub(super) fn mean_gap(&self) -> Option<f64> {
        let gaps: Vec<f64> = self.runs.iter().filter_map(|run| self.gap(run)).collect();
        (gaps.len() == self.runs.len() && !gaps.is_empty()).then(|| gaps.iter().sum::<f64>() / gaps.len() as f64)
    }

    /// The bound below the best cost of all runs that serve everybody, in percent of that cost; with a mark where that is proved optimal.
    pub(super) fn bound_gap(&self) -> Option<String> {
        let bound = self.bound?;
        let whole = self.runs.iter().filter(|run| run.left_out == 0);
        let cost = whole.map(|run| run.cost).min_by(f64::total_cmp)?;
        let gap = (100.0 * (cost - bound.cost) / cost).max(0.0);
        let mark = if bound.proves(cost) { " (optimal)" } else { "" };
        Some(format!("{gap:.3}{mark}"))
    }

    /// Runs that reach the best known.
    pub(super) fn reached(&self) -> usize {
        let reaches = |run: &&Run| self.gap(run).is_some_and(|gap| gap <= 100.0 * ROUNDING);
        self.runs.iter().filter(reaches).count()
    }
}
