//! Every planted fault is found under its rule and by its code.

use airbridge_check::check;
use airbridge_model::{Operation, Plan, Rule};
use airbridge_testkit::faults;

use crate::sample::sample;
use crate::sound::show;

/// How many places each fault is planted at.
const SEEDS: u64 = 8;

/// Plants every fault in a sound plan and demands that each is named. Gives back the names of those that found a place.
fn demand_all(operation: &Operation, plan: &Plan) -> Vec<(&'static str, Rule)> {
    let mut planted_ones = Vec::new();
    for fault in faults::all() {
        for seed in 0..SEEDS {
            let Some(planted) = fault.plant(operation, plan, seed) else {
                continue;
            };
            let findings = check(&planted.operation, &planted.plan);
            assert!(
                findings.iter().any(|finding| finding.code == fault.code),
                "{} ({}), seed {seed}: no {} among\n{}",
                fault.name,
                fault.what,
                fault.code,
                show(&findings)
            );
            assert!(findings.iter().any(|finding| finding.rule() == Some(fault.rule)));
            planted_ones.push((fault.name, fault.rule));
        }
    }
    planted_ones.dedup();
    planted_ones
}

#[test]
fn every_fault_in_the_sample_is_found() {
    let (operation, plan) = sample();
    let planted = demand_all(&operation, &plan);
    let nowhere: Vec<_> = faults::all()
        .into_iter()
        .map(|fault| fault.name)
        .filter(|name| !planted.iter().any(|(found, _)| found == name))
        .collect();
    assert!(nowhere.is_empty(), "planted nowhere: {nowhere:?}");
}
