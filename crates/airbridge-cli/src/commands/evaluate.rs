//! `airbridge evaluate`: what a plan really achieves, and the rules that it breaks.

use std::collections::BTreeMap;
use std::process::ExitCode;

use airbridge_model::{Finding, Measures, Operation, Plan, Rule};
use anyhow::Result;

use super::standing::of_plan;
use crate::arguments::EvaluateArguments;
use crate::{files, show};

pub(crate) fn run(arguments: &EvaluateArguments) -> Result<ExitCode> {
    let Some(operation) = files::sound_operation(&arguments.operation)? else {
        return Ok(ExitCode::from(2));
    };
    let plan = match files::plan(&arguments.plan)? {
        Ok(plan) => plan,
        Err(findings) => {
            if arguments.json {
                show::out(&show::findings_json(&findings))?;
            } else {
                show::out(&findings.iter().map(show::finding).collect::<String>())?;
            }
            return Ok(ExitCode::from(2));
        }
    };
    let Some(operation) = of_plan(operation, &plan, &arguments.before)? else {
        return Ok(ExitCode::from(2));
    };
    let findings = airbridge_check::check(&operation, &plan);
    let measures = airbridge_check::measure(&operation, &plan);
    if arguments.json {
        let answer = airbridge_report::evaluation_json(&operation, &plan, &measures, &findings);
        show::out(&format!("{answer:#}\n"))?;
    } else {
        show::out(&text(&operation, &plan, &measures, &findings))?;
    }
    Ok(ExitCode::from(u8::from(!findings.is_empty())))
}

fn text(operation: &Operation, plan: &Plan, measures: &Measures, findings: &[Finding]) -> String {
    let columns = show::columns();
    let mut text = airbridge_report::paragraph(&verdict(findings), columns, "", "  ");
    text.push_str(&airbridge_report::evaluation(operation, plan, measures, columns));
    if !findings.is_empty() {
        text.push_str("\nRules broken\n");
        text.extend(findings.iter().map(show::finding));
    }
    text
}

/// "No rule is broken.", or how often which are.
fn verdict(findings: &[Finding]) -> String {
    if findings.is_empty() {
        return "No rule is broken.".to_owned();
    }
    let mut counts: BTreeMap<Rule, usize> = BTreeMap::new();
    for rule in findings.iter().filter_map(Finding::rule) {
        *counts.entry(rule).or_default() += 1;
    }
    let rules = counts
        .iter()
        .map(|(rule, count)| format!("{} of rule {rule}, {}", count, rule.title()));
    let rules: Vec<String> = rules.collect();
    let what = if findings.len() == 1 { "violation" } else { "violations" };
    format!("{} {what}: {}; each is listed below.", findings.len(), rules.join("; "))
}
