//! Planted faults in real plans are found under the right rule (promise P2).

use std::collections::BTreeMap;

use airbridge_model::{Operation, Plan, Rule};
use airbridge_testkit::faults;
use airbridge_testkit::generate::{Family, benghazi, random_small, varied};

use crate::generated::plan;

/// Fifty sound plans in which people are moved.
fn plans() -> Vec<(String, Operation, Plan)> {
    let mut plans = vec![("benghazi(70, 1)".to_owned(), benghazi(70, 1))];
    for seed in 1.. {
        if plans.len() >= 70 {
            break;
        }
        let family = Family::ALL[seed as usize % 3];
        let (name, operation) = match seed % 4 {
            0 => (format!("varied({family:?}, {seed})"), varied(family, seed)),
            _ => (format!("random_small({seed})"), random_small(seed)),
        };
        plans.push((name, operation));
    }
    let mut planned: Vec<_> = plans
        .into_iter()
        .map(|(name, operation)| {
            let plan = plan(&operation, 1, 300);
            (name, operation, plan)
        })
        .filter(|(_, _, plan)| !plan.journeys.is_empty())
        .collect();
    assert!(planned.len() >= 50, "only {} of the plans move anybody", planned.len());
    planned.truncate(50);
    planned
}

#[test]
fn every_planted_fault_is_named_under_its_rule() {
    let plans = plans();
    let mut kinds: BTreeMap<Rule, std::collections::BTreeSet<&str>> = BTreeMap::new();
    let mut planted = 0;
    for (index, (name, operation, plan)) in plans.iter().enumerate() {
        let none = airbridge_check::check(operation, plan);
        assert!(none.is_empty(), "{name} is not sound: {}", none[0]);
        for fault in faults::all() {
            let Some(broken) = fault.plant(operation, plan, index as u64) else {
                continue;
            };
            let findings = airbridge_check::check(&broken.operation, &broken.plan);
            let named = findings.iter().any(|finding| finding.rule() == Some(fault.rule));
            assert!(
                named,
                "{name}: {} ({}) is not found; found: {findings:?}",
                fault.name, fault.what
            );
            kinds.entry(fault.rule).or_default().insert(fault.name);
            planted += 1;
        }
    }
    for rule in Rule::ALL {
        let found = kinds.get(rule).map_or(0, std::collections::BTreeSet::len);
        assert!(
            found >= 3,
            "rule {rule}: only {found} kinds of fault found a place in {} plans",
            plans.len()
        );
    }
    assert!(planted > 1_000, "only {planted} faults were planted");
}
