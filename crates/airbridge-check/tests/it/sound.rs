//! Sound plans have no violations.

use airbridge_check::{Checker, check, measure};
use airbridge_model::{Finding, LeftOut};
use airbridge_testkit::generate;

use crate::sample::sample;

/// Findings, one a line.
pub(crate) fn show(findings: &[Finding]) -> String {
    let lines: Vec<_> = findings.iter().map(|finding| format!("{finding}\n")).collect();
    lines.concat()
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

#[test]
fn leaving_everybody_out_of_any_operation_is_sound() {
    let (_, of_sample) = sample();
    for operation in [
        generate::benghazi(30, 7),
        generate::hub(40, 8),
        generate::waiting_list(60, 9),
    ] {
        let mut plan = of_sample.clone();
        plan.origin.operation_digest.clone_from(&operation.digest);
        plan.missions.clear();
        plan.journeys.clear();
        plan.left_out = operation
            .patients
            .iter()
            .map(|patient| LeftOut {
                patient: patient.id.clone(),
                summary: "everybody".to_owned(),
                so_far: Vec::new(),
                exclusions: Vec::new(),
            })
            .collect();
        plan.measures = measure(&operation, &plan);
        let findings = check(&operation, &plan);
        assert!(findings.is_empty(), "{}: {}", operation.name, show(&findings));
        assert_eq!(plan.measures.on_time_weight, 0);
        // A plan for other people altogether is answered too.
        assert!(!check(&operation, &of_sample).is_empty());
    }
}
