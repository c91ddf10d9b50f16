//! Sound plans have no violations.

use airbridge_check::{Checker, check};
use airbridge_model::Finding;

use crate::sample::sample;

/// Findings, one a line.
pub(crate) fn show(findings: &[Finding]) -> String {
    findings.iter().map(|finding| format!("{finding}\n")).collect()
}

#[test]
fn the_sample_is_sound() {
    let (operation, plan) = sample();
    let findings = check(&operation, &plan);
    assert!(findings.is_empty(), "{}", show(&findings));
}

#[test]
fn a_checker_says_the_same_twice() {
    let (operation, plan) = sample();
    let checker = Checker::new(&operation);
    let mut unsound = plan.clone();
    unsound.journeys.remove(0);
    let first = checker.check(&unsound);
    assert!(!first.is_empty());
    assert!(checker.check(&plan).is_empty());
    assert_eq!(checker.check(&unsound), first);
}

#[test]
fn an_empty_plan_leaves_nobody_out_in_silence() {
    let (operation, mut plan) = sample();
    plan.missions.clear();
    plan.journeys.clear();
    plan.measures = airbridge_check::measure(&operation, &plan);
    let findings = check(&operation, &plan);
    assert_eq!(findings.len(), 8, "{}", show(&findings));
    assert!(findings.iter().all(|finding| finding.code == "R01/patient-missing"));
}
