//! Rows as a table, and what it comes to.

use std::process::Command;

use airbridge_instances::{Format, Objective};
use anyhow::{Context, Result};

use super::Arguments;
use super::row::{Row, Run};

impl Row {
    pub(super) fn line(&self) -> String {
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

pub(super) fn summary(rows: &[Row]) -> String {
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

pub(super) fn table(rows: &[Row], format: Format, arguments: &Arguments) -> Result<String> {
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
