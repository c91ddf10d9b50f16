//! `airbridge solve`: a public instance, by the solver that plans operations.

use std::process::ExitCode;
use std::sync::Arc;
use std::time::{Duration, Instant};

use airbridge_instances::{Bound, Instance, Objective, Routes};
use airbridge_solver::search::{Limits, Outcome, solve};
use anyhow::{Context, Result};
use serde_json::{Value, json};

use crate::arguments::SolveArguments;
use crate::fault::hinted;
use crate::progress::watched;
use crate::{files, place, show};

/// Exit status of a bug of ours, as `sysexits.h` has it.
const BUG: u8 = 70;

pub(crate) fn run(arguments: &SolveArguments) -> Result<ExitCode> {
    if let Some(out) = arguments.out.as_ref().filter(|out| out.exists()) {
        return Err(hinted(
            format!("{} exists already", out.display()),
            "give another name; nothing was written",
        ));
    }
    let bytes = files::bytes(&arguments.file)?;
    let instance = airbridge_instances::read(&bytes, arguments.format)
        .with_context(|| format!("{} cannot be read as an instance", arguments.file.display()))?;
    let problem = instance.problem();
    let limits = Limits {
        work: arguments.work,
        seed: arguments.seed,
        threads: usize::from(arguments.threads),
    };
    let limit = arguments.work.is_none().then_some(arguments.time);
    let begun = Instant::now();
    let what = format!("{} requests", problem.requests.len());
    let signal = Arc::default();
    let outcome = watched(&signal, limit, &what, || solve(&problem, &limits, &signal))??;
    let elapsed = begun.elapsed();
    let routes = Routes::of(&instance, &outcome.solution);
    let left_out = problem.requests.len() - outcome.solution.served_count();
    if left_out == 0
        && let Err(why) = routes.check(&instance)
    {
        eprintln!("bug: the solver made routes that break a rule ({why}); nothing was written");
        eprintln!("hint: please report this with the instance file");
        return Ok(ExitCode::from(BUG));
    }
    let name = arguments.file.file_stem().unwrap_or_default().to_string_lossy();
    let bound = instance.bound();
    let answer = Answer {
        bound,
        name: &name,
        instance: &instance,
        routes: &routes,
        outcome: &outcome,
        left_out,
        elapsed,
    };
    if arguments.json {
        show::out(&format!("{:#}\n", answer.json()))?;
    } else {
        show::out(&answer.text())?;
    }
    if let Some(out) = &arguments.out {
        let text = format!("{}\n", json!({ "routes": routes.routes }));
        place::several(&[(out.clone(), text.as_bytes())])?;
        eprintln!("wrote {}", out.display());
    }
    Ok(ExitCode::from(u8::from(left_out > 0)))
}

struct Answer<'a> {
    bound: Bound,
    name: &'a str,
    instance: &'a Instance,
    routes: &'a Routes,
    outcome: &'a Outcome,
    left_out: usize,
    elapsed: Duration,
}

impl Answer<'_> {
    fn text(&self) -> String {
        let count = match self.instance.objective() {
            Objective::Distance => format!("{} of {}", self.routes.routes.len(), self.instance.vehicles),
            Objective::VehiclesThenDistance => {
                format!("{} (at least {})", self.routes.routes.len(), self.bound.vehicles)
            }
        };
        let left_out = if self.left_out > 0 {
            format!(
                "left out    {} of {} requests\n",
                self.left_out,
                self.instance.requests.len()
            )
        } else {
            String::new()
        };
        format!(
            "instance    {} ({}, {} requests)\n{left_out}vehicles    {count}\ncost        {:.4}\nlower bound {:.4}\ngap         {:.2} %{}\ntime        {:.1} s\niterations  {}\nwork        {}\n",
            self.name,
            self.instance.format,
            self.instance.requests.len(),
            self.routes.cost,
            self.bound.cost,
            self.gap_percent(),
            if self.is_optimal() { " (optimal)" } else { "" },
            self.elapsed.as_secs_f64(),
            self.outcome.iterations,
            self.outcome.work,
        )
    }

    /// How far the cost is above the bound, in percent of the cost. Below it when requests are left out: the bound is for serving everybody.
    fn gap_percent(&self) -> f64 {
        let gap = 100.0 * (self.routes.cost - self.bound.cost) / self.routes.cost.max(f64::MIN_POSITIVE);
        // The bound gives away a little for rounding, which is not to show as a negative zero.
        if self.left_out == 0 { gap.max(0.0) } else { gap }
    }

    /// Whether the bound proves that nothing is better: the bound is on distance, so where vehicles count first they must be as few as can be, too.
    fn is_optimal(&self) -> bool {
        let fewest = match self.instance.objective() {
            Objective::Distance => true,
            Objective::VehiclesThenDistance => self.routes.routes.len() <= self.bound.vehicles,
        };
        self.left_out == 0 && fewest && self.bound.proves(self.routes.cost)
    }

    fn json(&self) -> Value {
        json!({
            "instance": self.name,
            "format": self.instance.format.to_string(),
            "requests": self.instance.requests.len(),
            "left_out": self.left_out,
            "vehicles": self.routes.routes.len(),
            "cost": self.routes.cost,
            "lower_bound": { "vehicles": self.bound.vehicles, "cost": self.bound.cost },
            "gap_percent": self.gap_percent(),
            "optimal": self.is_optimal(),
            "time_seconds": self.elapsed.as_secs_f64(),
            "iterations": self.outcome.iterations,
            "work": self.outcome.work,
            "routes": self.routes.routes,
        })
    }
}
