//! Rows and totals.

use std::collections::BTreeSet;
use std::fmt::Write as _;

use super::Arguments;
use super::measure::{Found, Run};

/// The head of the table.
pub(super) const HEADER: &str = "| disruption | example | replans | refused | untouched kept % | worst | all kept % | on-time weight lost % | worst | hours late more % | worst | give way | tried | possible | too cheap |\n|---|---|---:|---:|---:|---:|---:|---:|---:|---:|---:|---:|---:|---:|---:|";

/// One kind of disruption of one example.
pub(super) fn row(kind: &str, example: &str, runs: &[&Run]) -> String {
    let refused = runs.iter().filter(|run| run.found.is_err()).count();
    let found: Vec<&Found> = runs.iter().filter_map(|run| run.found.as_ref().ok()).collect();
    let of = |figure: &dyn Fn(&Found) -> f64| -> Vec<f64> {
        let mut all: Vec<f64> = found.iter().map(|found| figure(found)).collect();
        all.sort_by(f64::total_cmp);
        all
    };
    let untouched = of(&untouched_kept);
    let (first, second) = (of(&first_tier), of(&second_tier));
    let sum = |count: &dyn Fn(&Found) -> usize| found.iter().map(|found| count(found)).sum::<usize>();
    format!(
        "| {kind} | {example} | {} | {refused} | {} | {} | {} | {} | {} | {} | {} | {} | {} | {} | {} |",
        runs.len(),
        percent(median(&untouched)),
        percent(untouched.first().copied()),
        percent(median(&of(&all_kept))),
        percent(median(&first)),
        percent(first.last().copied()),
        percent(median(&second)),
        percent(second.last().copied()),
        sum(&|found| found.proof.give_way),
        sum(&|found| found.proof.tried),
        sum(&|found| found.proof.possible),
        sum(&|found| found.proof.too_cheap.len()),
    )
}

/// The whole table as a page.
pub(super) fn table(runs: &[Run], arguments: &Arguments) -> String {
    let mut page = format!(
        "# Replans of the examples\n\nSynthetic operations and disruptions [SYN]. {} seeds from {}, work {} for each replan, {} for the plan that is disrupted. \
         Columns are explained in [the README](../README.md).\n\n{HEADER}\n",
        arguments.seeds, arguments.from, arguments.work, arguments.parent_work
    );
    let mut begun: BTreeSet<(&str, &str)> = BTreeSet::new();
    for run in runs {
        let key = (run.example.as_str(), run.kind.as_str());
        if begun.insert(key) {
            let alike = |other: &&Run| other.example == run.example && other.kind == run.kind;
            let of_kind: Vec<&Run> = runs.iter().filter(alike).collect();
            let _ = writeln!(page, "{}", row(&run.kind, &run.example, &of_kind));
        }
    }
    let _ = write!(page, "\n{}", totals(runs, arguments));
    page
}

/// Over all runs.
pub(super) fn totals(runs: &[Run], arguments: &Arguments) -> String {
    let found: Vec<&Found> = runs.iter().filter_map(|run| run.found.as_ref().ok()).collect();
    let of = |figure: &dyn Fn(&Found) -> f64| -> Vec<f64> {
        let mut all: Vec<f64> = found.iter().map(|found| figure(found)).collect();
        all.sort_by(f64::total_cmp);
        all
    };
    let sum = |count: &dyn Fn(&Found) -> usize| found.iter().map(|found| count(found)).sum::<usize>();
    let mean = |figure: &dyn Fn(&Found) -> f64| of(figure).iter().sum::<f64>() / found.len().max(1) as f64;
    let untouched = of(&untouched_kept);
    let below = untouched.iter().filter(|share| **share < 0.95).count();
    let (first, second) = (of(&first_tier), of(&second_tier));
    let beyond = first.iter().filter(|gap| **gap > 0.02).count();
    let refused: Vec<&Run> = runs.iter().filter(|run| run.found.is_err()).collect();
    let mut text = String::new();
    let _ = writeln!(text, "- {} replans, {} refused", runs.len(), refused.len());
    let _ = writeln!(
        text,
        "- untouched people, promises kept: {} % in the median run (bar 95 %), {} % on the whole; below the bar in {below} runs",
        percent(median(&untouched)),
        percent(share(sum(&|found| found.untouched_kept), sum(&|found| found.untouched))),
    );
    let _ = writeln!(
        text,
        "- on-time weight lost beside planning afresh: {} % in the median run (bar 2 %); beyond the bar in {beyond} runs",
        percent(median(&first)),
    );
    let _ = writeln!(
        text,
        "- weighted hours late more than afresh: {} % in the median run (bar 2 %)",
        percent(median(&second)),
    );
    let _ = writeln!(
        text,
        "- what continuity costs, in the mean run: {:.2} of on-time weight and {:.2} patients on time, for {:.1} promises more that are kept",
        mean(&|found| (found.afresh.on_time_weight - found.repaired.on_time_weight) as f64),
        mean(&|found| (found.afresh.on_time - found.repaired.on_time) as f64),
        mean(&|found| found.repaired.kept as f64 - found.afresh.kept as f64),
    );
    let _ = writeln!(
        text,
        "- promises changed though they could be kept: {}; tried one by one with work {}: {}, of which {} could be kept at all, {} for less than their price",
        sum(&|found| found.proof.give_way),
        arguments.proof_work,
        sum(&|found| found.proof.tried),
        sum(&|found| found.proof.possible),
        sum(&|found| found.proof.too_cheap.len()),
    );
    let _ = writeln!(
        text,
        "- replans worth less than what their search began with: {}",
        sum(&|found| usize::from(found.proof.worse_than_first)),
    );
    for run in runs {
        let name = format!("{}, {}, seed {}", run.example, run.kind, run.seed);
        match &run.found {
            Err(why) => {
                let _ = writeln!(text, "- refused: {name}: {why}");
            }
            Ok(found) => {
                for one in &found.proof.too_cheap {
                    let _ = writeln!(text, "- too cheap: {name}: {one}");
                }
                if found.proof.worse_than_first {
                    let _ = writeln!(text, "- worth less than its begin: {name}");
                }
            }
        }
    }
    text
}

fn untouched_kept(found: &Found) -> f64 {
    share(found.untouched_kept, found.untouched).unwrap_or(1.0)
}

fn all_kept(found: &Found) -> f64 {
    share(found.kept, found.promised).unwrap_or(1.0)
}

/// Part of the on-time weight that planning afresh has and the replan has not.
fn first_tier(found: &Found) -> f64 {
    let (afresh, repaired) = (found.afresh.on_time_weight, found.repaired.on_time_weight);
    (afresh - repaired) as f64 / afresh.max(1) as f64
}

/// Weighted hours late that the replan has more, as a part of those that planning afresh has.
fn second_tier(found: &Found) -> f64 {
    let (afresh, repaired) = (found.afresh.weighted_hours, found.repaired.weighted_hours);
    (repaired - afresh) / afresh.max(1.0)
}

fn share(part: usize, whole: usize) -> Option<f64> {
    (whole > 0).then(|| part as f64 / whole as f64)
}

/// The lower of the two in the middle.
pub(in crate::bench) fn median(sorted: &[f64]) -> Option<f64> {
    sorted.get(sorted.len().saturating_sub(1) / 2).copied()
}

fn percent(part: Option<f64>) -> String {
    part.map_or_else(|| "–".to_owned(), |part| format!("{:.1}", 100.0 * part))
}
