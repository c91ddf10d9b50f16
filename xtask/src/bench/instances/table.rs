//! Rows as a table, and what it comes to.

use std::process::Command;

use airbridge_instances::{Format, Objective};
use anyhow::{Context, Result};

use super::Arguments;
use super::compare::{OURS, comparison};
use super::peer::Peer;
use super::row::{Row, Run};

impl Row {
    pub(super) fn line(&self) -> String {
        let known = self.known.map_or_else(
            || "–".to_owned(),
            |known| match self.objective {
                Objective::Distance => format!("{:.2}", known.cost),
                Objective::VehiclesThenDistance => format!("{} / {:.2}", known.vehicles, known.cost),
            },
        );
        let iterations = mean(&self.runs, |run| run.iterations.unwrap_or_default() as f64);
        let bounds = match self.bound {
            None => String::new(),
            Some(bound) => {
                let gap = self.bound_gap().unwrap_or_else(|| "–".to_owned());
                format!(" {:.2} | {gap} |", bound.cost)
            }
        };
        let peers: Vec<String> = self.peers.iter().map(|runs| self.figures_of(runs)).collect();
        format!(
            "| {} | {} | {known} |{} {iterations:.0} |{bounds}{}",
            self.name,
            self.requests,
            self.figures_of(&self.runs),
            peers.concat(),
        )
    }

    /// The cells that every solver has: left out, vehicles, cost, mean gap, at best known, seconds.
    fn figures_of(&self, runs: &[Run]) -> String {
        let all = |figure: fn(&Run) -> String| runs.iter().map(figure).collect::<Vec<_>>().join(" ");
        let gap = self
            .mean_gap(runs)
            .map_or_else(|| "–".to_owned(), |gap| format!("{gap:.3}"));
        format!(
            " {} | {} | {} | {gap} | {} of {} | {:.1} |",
            all(|run| run.left_out.to_string()),
            all(|run| run.vehicles.to_string()),
            all(|run| format!("{:.2}", run.cost)),
            self.reached(runs),
            runs.len(),
            mean(runs, |run| run.seconds),
        )
    }
}

fn mean(runs: &[Run], figure: fn(&Run) -> f64) -> f64 {
    runs.iter().map(figure).sum::<f64>() / runs.len().max(1) as f64
}

const HEADER: &str =
    "| instance | requests | best known | left out | vehicles | cost | mean gap % | at best known | s | iterations |";

/// Further columns where there is a bound.
const BOUND_HEADER: &str = " bound | bound gap % |";

fn header(rows: &[Row], peers: &[Peer]) -> String {
    let bounded = rows.iter().any(|row| row.bound.is_some());
    let bound = if bounded { BOUND_HEADER } else { "" };
    let theirs = |peer: &Peer| {
        format!(
            " {}: left out | vehicles | cost | mean gap % | at best known | s |",
            peer.name
        )
    };
    let peers: Vec<String> = peers.iter().map(theirs).collect();
    let header = [HEADER, bound, &peers.concat()].concat();
    let columns = header.matches('|').count() - 1;
    format!("{header}\n|---|{}", "---:|".repeat(columns - 1))
}

/// What all rows come to, and with peers how we and they compare.
pub(super) fn summary(rows: &[Row], peers: &[Peer]) -> String {
    let ours = total(rows, |row| &row.runs);
    if peers.is_empty() {
        return format!("{} instances, {ours}", rows.len());
    }
    let mut lines = vec![format!("{} instances.", rows.len()), format!("- {OURS}: {ours}")];
    for (at, peer) in peers.iter().enumerate() {
        lines.push(format!("- {}: {}", peer.name, total(rows, |row| &row.peers[at])));
    }
    lines.join("\n") + &comparison(rows, peers)
}

fn total(rows: &[Row], runs: impl Fn(&Row) -> &[Run]) -> String {
    let count: usize = rows.iter().map(|row| runs(row).len()).sum();
    let reached: usize = rows.iter().map(|row| row.reached(runs(row))).sum();
    let gaps: Vec<f64> = rows.iter().filter_map(|row| row.mean_gap(runs(row))).collect();
    let mean = gaps.iter().sum::<f64>() / gaps.len().max(1) as f64;
    format!(
        "{count} runs: {reached} at the best known; mean gap {mean:.3} % over the {} instances that have one in every run.",
        gaps.len()
    )
}

pub(super) fn table(rows: &[Row], format: Format, arguments: &Arguments) -> Result<String> {
    let output = Command::new("git").args(["rev-parse", "--short", "HEAD"]).output();
    let commit = output.context("git tells the commit")?.stdout;
    let lines: Vec<String> = rows.iter().map(Row::line).collect();
    let peers = &arguments.peers;
    // Their commands stay out: they have the paths of a machine in them.
    let in_turn = if peers.is_empty() {
        String::new()
    } else {
        let names: Vec<&str> = peers.iter().map(|peer| peer.name.as_str()).collect();
        format!(
            "In turn with {}, whose seconds are those of its whole process.\n",
            names.join(", ")
        )
    };
    Ok(format!(
        "# {format}, {} s, {}\n\nCommit {}, release build, {} {}, {} at once on one thread each, seeds {:?}. Made by `cargo xtask bench {format}`.\n{in_turn}Figures of several seeds stand in the order of the seeds.\n\n{}\n{}\n\n{}\n",
        arguments.seconds,
        jiff::Zoned::now().date(),
        String::from_utf8_lossy(&commit).trim(),
        std::env::consts::OS,
        std::env::consts::ARCH,
        arguments.jobs.max(1),
        arguments.seeds,
        header(rows, peers),
        lines.join("\n"),
        summary(rows, peers),
    ))
}
