//! Tiny operations agree with brute force on the best first tier, and the bound is never below it.

use airbridge_testkit::oracle;

use crate::generated::plan;

#[test]
fn tiny_operations_reach_the_best_first_tier() {
    let (mut short, mut total) = (Vec::new(), 0);
    for seed in 1..401 {
        let operation = oracle::tiny(seed);
        let plan = plan(&operation, seed, 3_000);
        let findings = airbridge_check::check(&operation, &plan);
        assert!(findings.is_empty(), "tiny({seed}): {}", findings[0]);
        let best = oracle::best_on_time_weight(&operation);
        assert!(
            plan.bound.on_time_weight >= best,
            "tiny({seed}): bound {} below {best}",
            plan.bound.on_time_weight
        );
        assert!(
            plan.measures.on_time_weight <= best,
            "tiny({seed}): the oracle misses a plan"
        );
        total += best;
        if plan.measures.on_time_weight < best {
            short.push((seed, plan.measures.on_time_weight, best));
        }
    }
    assert!(total > 0, "operations in which nobody can be on time test nothing");
    assert!(short.is_empty(), "(seed, reached, best): {short:?}");
}
